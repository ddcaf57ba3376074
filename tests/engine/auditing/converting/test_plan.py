"""schema_convert: a project's own files, before and after, and its database on both sides."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from appschemas import Contract
from tests.tools.history_project import Project, empty_project
from tests.tools.source_tree import planted, texts

BEFORE = Path(__file__).parent / "before"
AFTER = Path(__file__).parent / "after"
REFUSED = psycopg.errors.ForeignKeyViolation
FOREIGN_KEYS = """
SELECT conname FROM pg_constraint
 WHERE contype = 'f'
   AND (SELECT relnamespace FROM pg_class WHERE oid = conrelid)
       <> (SELECT relnamespace FROM pg_class WHERE oid = confrelid)
"""
ROWS = """
INSERT INTO people.people_person (id, name, email) VALUES (1, 'Ann', 'a'), (2, 'Bob', 'b');
INSERT INTO people.people_place (code) VALUES ('N1');
INSERT INTO people.people_desk (place_id) VALUES ('N1');
INSERT INTO papers.papers_paper (id, title, writer, editor_id, place_id, desk_id)
     VALUES (1, 'One', 1, 2, 'N1', 'N1'), (2, 'Two', 2, NULL, NULL, NULL);
INSERT INTO papers.papers_review (id, paper_id, person_id) VALUES (1, 1, 2);
"""


@pytest.fixture(scope="module")
def project(server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The project of `before`, with rows in its tables."""
    folder = tmp_path_factory.mktemp("converting")
    with empty_project(server, folder, f"c{secrets.token_hex(4)}") as made:
        planted(made, BEFORE)
        with made.administrator() as connection:
            connection.execute(ROWS.encode())
        yield made


@pytest.fixture(scope="module")
def planned(project: Project) -> str:
    """What the plan says; nothing is written."""
    return project.manage("schema_convert", exits=3)


@pytest.fixture(scope="module")
def converted(project: Project, planned: str) -> str:
    """What --apply says, once the migrations that it wrote have run."""
    said = project.manage("schema_convert", "--apply", exits=3)
    project.manage("migrate")
    return said


def test_the_plan_is_a_diff_and_writes_nothing(project: Project, planned: str) -> None:
    assert '+    author = IdentityKey("people.Person", on_delete=models.PROTECT' in planned
    assert "relations in 6 files to convert; write them with --apply." in planned
    assert texts(project.folder, BEFORE) == texts(BEFORE, BEFORE)


def test_the_files_are_those_that_a_person_would_have_written(
    project: Project, converted: str
) -> None:
    assert texts(project.folder, AFTER) == texts(AFTER, AFTER)


def test_what_is_left_is_listed_with_its_line_and_its_reason(planned: str) -> None:
    left = planned.partition("Left to you: 4\n")[2]

    assert re.search(
        r"common/mixins.py:\d+  stats.Count.by: its line is that of people.Letter", left
    )
    assert re.search(r"papers.py:\d+  papers.Draft.by_mail: it holds people.Person.email", left)
    assert "papers.Score.person: no class statement makes its model" in left
    assert re.search(r"reviews.py:\d+  papers.Review.tracked: it is a papers.models.reviews", left)


def test_what_is_left_stays_pending_and_nothing_else(project: Project, converted: str) -> None:
    contract = Contract.load(project.folder / "schemas.toml")

    assert {each for schema in contract.schemas for each in schema.pending} == {
        "papers.Draft.by_mail",
        "papers.Review.tracked",
        "papers.Score.person",
        "stats.Count.by",
    }


def test_the_rows_are_kept_and_every_key_is_still_checked(project: Project, converted: str) -> None:
    rows = project.rows("SELECT writer, editor_id, place_id, desk_id FROM papers.papers_paper")

    assert sorted(rows, key=str) == [(1, 2, "N1", "N1"), (2, None, None, None)]
    with pytest.raises(REFUSED):
        project.run("UPDATE papers_paper SET editor_id = 7", "papers")
    with pytest.raises(REFUSED):
        project.run("DELETE FROM people_place", "people")
    assert project.is_in_step()


def test_the_second_run_has_nothing_to_convert(project: Project, converted: str) -> None:
    assert "Nothing to convert." in project.manage("schema_convert", "--check", exits=3)
    assert texts(project.folder, AFTER) == texts(AFTER, AFTER)


def test_the_migrations_go_back_and_forth(project: Project, converted: str) -> None:
    shown = project.manage("migrate", "papers", "0001", "then", "migrate", "papers")

    assert "Unapplying papers.0002_identity_keys... OK" in shown
    assert "  Applying papers.0002_identity_keys... OK" in shown
    assert project.rows("SELECT count(*) FROM papers.papers_paper") == [(2,)]
    with pytest.raises(REFUSED):
        project.run("UPDATE papers_paper SET editor_id = 7", "papers")


def test_a_name_that_names_nothing_is_an_error(project: Project, planned: str) -> None:
    said = project.manage("schema_convert", "papers.Ghost", fails=True)

    assert "CommandError: Nothing that crosses is named papers.ghost; name an app" in said


def test_a_fresh_database_has_the_same_checks(
    project: Project, converted: str, server: dict[str, Any], tmp_path: Path
) -> None:
    with empty_project(server, tmp_path, f"f{secrets.token_hex(4)}") as fresh:
        shutil.copytree(project.folder, fresh.folder, dirs_exist_ok=True)
        contract = fresh.folder / "schemas.toml"
        contract.write_text(contract.read_text().replace(project.name, fresh.name))
        fresh.manage("schema_apply", "--apply", "then", "migrate")

        with pytest.raises(REFUSED):
            fresh.run("INSERT INTO stats_total (number, owner_id) VALUES (1, 7)", "stats")
        assert fresh.rows(FOREIGN_KEYS) == []
        assert fresh.is_in_step()
