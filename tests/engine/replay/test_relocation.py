"""An app moves into another schema, with rows, sequences, history and keys, and back."""

from __future__ import annotations

import json

import psycopg
import pytest

from tests.tools.history_project import App, Project

BEFORE = {"people": ["people"], "papers": ["papers", "extra"], "archive": ["notes"]}
AFTER = {"people": ["people"], "papers": ["extra"], "archive": ["notes", "papers"]}
RECORDS = "SELECT name FROM {}.django_migrations WHERE app = 'papers' ORDER BY id"


def apps() -> dict[str, App]:
    """Papers hold keys of people, and reviews of extra hold keys of papers."""
    people, papers = App("class Person(Model):\n    pass"), App()
    extra, notes = App(), App("class Note(Model):\n    pass")
    papers.models = "class Paper(Model):\n    author = IdentityKey('people.Person', CASCADE)"
    extra.models = "class Review(Model):\n    paper = ForeignKey('papers.Paper', CASCADE)"
    people.migration("m0001", 'operations = [CreateModel("Person", [ID])]')
    notes.migration("m0001", 'operations = [CreateModel("Note", [ID])]')
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE))])]
    """,
    )
    extra.migration(
        "m0001",
        """
        dependencies = [("papers", "m0001")]
        operations = [CreateModel("Review", [ID, ("paper", ForeignKey("papers.Paper", CASCADE))])]
    """,
    )
    return {"people": people, "papers": papers, "extra": extra, "notes": notes}


@pytest.fixture
def filled(project: Project) -> Project:
    """A person, her paper and its review."""
    project.built(apps(), BEFORE)
    project.run("INSERT INTO people_person DEFAULT VALUES", "people")
    project.run("INSERT INTO papers_paper (author_id) VALUES (1)", "papers")
    project.run("INSERT INTO extra_review (paper_id) VALUES (1)", "papers")
    return project


def moved(project: Project, schemas: dict[str, list[str]]) -> str:
    project.contract(schemas)
    return project.manage(
        "schema_apply",
        "--apply",
        "then",
        "schema_move",
        "--apply",
        "then",
        "schema_apply",
        "--apply",
    )


def test_a_plan_says_what_lies_elsewhere_and_moves_nothing(filled: Project) -> None:
    filled.contract(AFTER)
    filled.manage("schema_apply", "--apply")

    plan = filled.manage("schema_move").splitlines()

    assert plan[:3] == [
        "~ table papers_paper: papers -> archive, ACCESS EXCLUSIVE",
        "~ 1 record of migrations of papers: papers -> archive",
        "2 to move. Run again with --apply to move them.",
    ]
    assert filled.place("papers_paper")[0][0] == "papers"


def test_an_app_moves_with_rows_sequences_rights_history_and_keys(filled: Project) -> None:
    moved(filled, AFTER)

    assert filled.place("papers_paper") == [("archive", f"{filled.name}_archive_owner")]
    assert filled.rows(RECORDS.format("archive")) == [("m0001",)]
    assert filled.rows(RECORDS.format("papers")) == []
    assert filled.is_in_step()
    filled.run("INSERT INTO papers_paper (author_id) VALUES (1)", "archive")
    assert filled.rows("SELECT id, author_id FROM archive.papers_paper ORDER BY id") == [
        (1, 1), (2, 1)
    ]  # fmt: skip
    for statement, schema in (
        ("INSERT INTO papers_paper (author_id) VALUES (7)", "archive"),
        ("INSERT INTO extra_review (paper_id) VALUES (7)", "papers"),
        ("DELETE FROM papers_paper WHERE id = 1", "archive"),
        ("DELETE FROM people_person", "people"),
    ):
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            filled.run(statement, schema)
    assert filled.migrate() == []


def test_it_moves_back(filled: Project) -> None:
    moved(filled, AFTER)

    moved(filled, BEFORE)

    assert filled.place("papers_paper") == [("papers", f"{filled.name}_papers_owner")]
    assert filled.rows(RECORDS.format("papers")) == [("m0001",)]
    assert filled.is_in_step()
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        filled.run("INSERT INTO extra_review (paper_id) VALUES (7)", "papers")


def test_where_everything_is_in_its_place_nothing_moves(filled: Project) -> None:
    assert "Nothing to move." in filled.manage("schema_move", "--apply")
    assert json.loads(filled.manage("schema_move", "--json"))["tables"] == []


def test_migrate_makes_no_empty_table_beside_the_one_that_is_to_move(filled: Project) -> None:
    filled.contract(AFTER)
    filled.manage("schema_apply", "--apply")

    refused = filled.manage("migrate", fails=True)

    assert "Move its tables and their history first: manage.py schema_move" in refused
    assert [schema for schema, _ in filled.place("papers_paper")] == ["papers"]


PLANTED = """
SET ROLE {0}_papers_owner;
SET search_path = papers;
CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER a_trigger BEFORE INSERT ON papers_paper FOR EACH ROW EXECUTE FUNCTION fires();
ALTER TABLE papers_paper ADD CONSTRAINT a_check CHECK
  (query_to_xml('SELECT 1', true, true, '') IS NULL) NOT VALID;
CREATE RULE a_rule AS ON DELETE TO papers_paper DO ALSO SELECT 1;
RESET ROLE;
"""


def test_what_an_owner_has_put_on_a_table_goes_along_only_where_it_was_read(
    filled: Project,
) -> None:
    with filled.administrator() as connection:
        connection.execute(PLANTED.format(filled.name).encode())
    filled.contract(AFTER)
    filled.manage("schema_apply", "--apply")

    shown = filled.manage("schema_move")
    refused = filled.manage("schema_move", "--apply", fails=True)
    before = filled.place("papers_paper")
    filled.manage("schema_move", "--apply", "--with-code")

    for each in (
        "constraint a_check",
        "rule a_rule",
        "trigger a_trigger",
    ):
        assert each in refused
    assert shown.count(" goes along: read it, then --with-code") == 3
    assert [schema for schema, _ in before] == ["papers"]
    assert [schema for schema, _ in filled.place("papers_paper")] == ["archive"]
