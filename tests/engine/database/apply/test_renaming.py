"""A schema gets another name in a live database and in the contract, and its old one back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command

from tests.tools.own_project import TEXT
from tests.tools.three_logins import Service, service
from tests.tools.whole_catalog import whole_catalog

PAPERS = """\
# What people have written.
[schemas.papers]
session = "own"
limits = {work_mem = "8MB"}"""
# {} is the database's name.
BEFORE = (
    TEXT.replace("[schemas.papers]", PAPERS)
    .replace('reads = ["papers"]', 'reads = ["papers"]\nsession = "own"')
    .replace("[schemas.reviews]", '[logins.{}_ada]\nreads = ["papers"]\n\n[schemas.reviews]')
)
AFTER = (
    BEFORE.replace("[schemas.papers]", '[schemas.articles]\nalias = "papers"')
    .replace('reads = ["papers"]', 'reads = ["articles"]')
)  # fmt: skip
ROWS = """
INSERT INTO people.people_person (name) VALUES ('Ada');
INSERT INTO papers.papers_paper (title, author_id) SELECT 'On walls', id FROM people.people_person;
"""
OIDS = """
SELECT c.relname, c.oid, c.relfilenode FROM pg_class c
 WHERE c.relname LIKE 'papers\\_%' AND c.relkind IN ('r', 'S', 'i') ORDER BY 1
"""
# Says of the checks of papers that their old rows were not looked up.
BEARERS = """
SELECT format('COMMENT ON FUNCTION %s IS %L', oid::regprocedure,
              obj_description(oid, 'pg_proc') || ' not looked up')
  FROM pg_proc WHERE proname ~ '^papers_paper_.*_check_insert_'
"""
RENAMED = "SELECT nspname::text FROM pg_namespace WHERE nspname IN ('articles', 'persons', 'base')"
FORMER = {"articles": "papers", "persons": "people", "base": "engine_platform"}
ROUTINES = """
SET ROLE {owner};
CREATE FUNCTION papers.titles() RETURNS bigint LANGUAGE plpgsql SET search_path = papers AS $$
  BEGIN RETURN (SELECT count(*) FROM papers.papers_paper); END $$;
CREATE FUNCTION papers.unclear() RETURNS bigint LANGUAGE sql AS
  'SELECT count(*) FROM papers.papers_paper papers WHERE papers.id > 0';
CREATE VIEW papers.listed AS SELECT title FROM papers.papers_paper;
RESET ROLE;
"""


def live(managed: Service, rows: str = ROWS) -> Service:
    """Applied and migrated by logins without superuser."""
    with managed.administered_by(managed.dba):
        call_command("schema_apply", apply=True, verbosity=0)
    managed.let_in()
    managed.migrate()
    with managed.administrator() as connection:
        connection.execute(rows.encode())
    return managed


@pytest.fixture(scope="module")
def _live(
    server: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: Any,
    worker_id: str,
) -> Iterator[Service]:
    folder, name = tmp_path_factory.mktemp("renaming"), f"ren_{worker_id}"
    with (
        django_db_blocker.unblock(),
        service(server, folder, name, text=BEFORE.replace("{}", name)) as made,
    ):
        yield live(made)


@pytest.fixture
def managed(_live: Service) -> Iterator[Service]:
    """The tiny project in use, papers with a session of its own; names go back afterwards."""
    file = _live.path.read_text()
    yield _live
    _live.path.write_text(file)
    for (new,) in asked(_live, RENAMED):
        rename(_live, new, FORMER[new], apply=True)


def rename(managed: Service, old: str, new: str, **options: Any) -> str:
    """What the command prints for the DBA."""
    out = StringIO()
    with managed.administered_by(managed.dba):
        call_command("schema_rename", old, new, stdout=out, no_color=True, **options)
    return out.getvalue()


def catalog(managed: Service) -> list[str]:
    with managed.administrator() as connection:
        return whole_catalog(connection, managed.database)


def asked(managed: Service, query: str) -> list[Any]:
    with managed.administrator() as connection:
        cursor = connection.execute(query.encode())
        return cursor.fetchall() if cursor.description else []


def test_it_is_then_as_if_it_had_always_had_that_name(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> None:
    name, made = f"ren2_{worker_id}", []
    for text, rows in ((BEFORE, ROWS), (AFTER, "SELECT")):
        with (
            django_db_blocker.unblock(),
            service(server, tmp_path, name, text=text.replace("{}", name)) as managed,
        ):
            live(managed, rows)
            rename(managed, "papers", "articles", apply=True)
            made.append(catalog(managed))

    assert len(made[0]) > 300
    assert made[0] == made[1]


def test_there_and_back_rows_oids_and_the_file_are_what_they_were(managed: Service) -> None:
    oids, file, before = asked(managed, OIDS), managed.path.read_text(), catalog(managed)
    rows = asked(managed, "SELECT * FROM papers.papers_paper")

    printed = rename(managed, "papers", "articles", apply=True)

    assert "PAPERS_DATABASE_URL is ARTICLES_DATABASE_URL from now on" in printed
    assert "# What people have written.\n[schemas.articles]\nalias" in managed.path.read_text()
    assert asked(managed, OIDS) == oids
    assert asked(managed, "SELECT * FROM articles.papers_paper") == rows
    assert managed.verified(managed.migrator)[-1] == "exit 0"
    assert "Nothing to rename" in rename(managed, "papers", "articles", apply=True)

    rename(managed, "articles", "papers", apply=True)

    assert managed.path.read_text() == file
    assert catalog(managed) == before


def test_keys_are_refused_before_and_after(managed: Service) -> None:
    rename(managed, "people", "persons", apply=True)

    owner, rw = managed.contract["papers"].owner, managed.contract["persons"].rw
    for role, refused in (
        (owner, "INSERT INTO papers.papers_paper (title, author_id) VALUES ('x', 77)"),
        (rw, "DELETE FROM persons.people_person; SET CONSTRAINTS ALL IMMEDIATE"),
    ):
        with managed.administrator() as connection:
            connection.execute(f'SET ROLE "{role}"'.encode())
            with pytest.raises(psycopg.errors.ForeignKeyViolation):
                connection.execute(refused.encode())
    assert managed.verified(managed.dba)[-1] == "exit 0"


def test_the_schema_of_djangos_own_apps_is_renamed_like_any_other(managed: Service) -> None:
    rename(managed, "engine_platform", "base", apply=True)

    assert managed.contract["base"].alias == "default"
    assert asked(managed, "SELECT count(*) > 0 FROM base.auth_permission") == [(True,)]
    for login in (managed.dba, managed.migrator, managed.application):
        assert managed.verified(login)[-1] == "exit 0"


def test_where_nothing_was_made_yet_the_file_is_all_that_changes(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> None:
    with (
        django_db_blocker.unblock(),
        service(server, tmp_path, f"ren3_{worker_id}", text=TEXT) as managed,
    ):
        before = catalog(managed)

        printed = rename(managed, "papers", "articles", apply=True).splitlines()

        assert printed[0] == f"~ [schemas.papers] of {managed.path}"
        assert "under neither name" in printed[1]
        assert "articles" in managed.contract
        assert catalog(managed) == before


def test_a_plan_says_what_it_takes_and_changes_nothing(managed: Service) -> None:
    before, file = catalog(managed), managed.path.read_text()

    lines = rename(managed, "papers", "articles").splitlines()
    found = json.loads(rename(managed, "papers", "articles", json=True))

    assert "~ rename schema papers to articles" in lines
    assert any(line.startswith("Locks, all in one transaction: ACCESS EXCLUSIVE") for line in lines)
    assert lines[-1].endswith("Run again with --apply to change it.")
    assert (found["applied"], found["changes"][0]) == (False, "~ rename schema papers to articles")
    assert (catalog(managed), managed.path.read_text()) == (before, file)


def test_who_was_stopped_before_the_file_was_written_goes_on_from_there(managed: Service) -> None:
    file = managed.path.read_text()
    rename(managed, "papers", "articles", apply=True)
    there, new_file = catalog(managed), managed.path.read_text()
    managed.path.write_text(file)

    printed = rename(managed, "papers", "articles", apply=True).splitlines()

    assert printed[0].startswith("~ [schemas.papers] of ")
    assert (catalog(managed), managed.path.read_text()) == (there, new_file)


def test_a_contract_that_has_the_name_already_is_followed(managed: Service) -> None:
    managed.path.write_text(
        managed.path.read_text()
        .replace("[schemas.papers]", "[schemas.articles]")
        .replace('reads = ["papers"]', 'reads = ["articles"]')
    )

    rename(managed, "papers", "articles", apply=True)

    assert managed.verified(managed.dba)[-1] == "exit 0"
    assert asked(managed, "SELECT title FROM articles.papers_paper") == [("On walls",)]


def test_a_file_that_cannot_be_written_is_said_before_anything_is_changed(managed: Service) -> None:
    before, file = catalog(managed), managed.path.read_text()
    (part := managed.path.with_name(f"{managed.path.name}.part")).mkdir()
    try:
        with pytest.raises(CommandError, match=r"part cannot be written .*Nothing was changed"):
            rename(managed, "papers", "articles", apply=True)
    finally:
        part.rmdir()

    assert (catalog(managed), managed.path.read_text()) == (before, file)


def test_while_somebody_holds_a_lock_of_a_table_nothing_is_changed(managed: Service) -> None:
    before, file = catalog(managed), managed.path.read_text()
    with managed.administrator() as reader, reader.transaction():
        reader.execute("LOCK TABLE papers.papers_paper IN ACCESS SHARE MODE")

        with pytest.raises(CommandError, match=r"locks papers.papers_paper.*Nothing was changed"):
            rename(managed, "papers", "articles", apply=True, lock_timeout="20ms", retry_for="1ms")

    assert (catalog(managed), managed.path.read_text()) == (before, file)


def test_rows_that_nobody_has_looked_at_are_not_taken_for_good(managed: Service) -> None:
    with managed.administrator() as connection:
        for (comment,) in connection.execute(BEARERS).fetchall():
            connection.execute(comment)

    rename(managed, "papers", "articles", apply=True)

    found = "\n".join(managed.verified(managed.dba))
    assert "~ look up every key of articles.papers_paper" in found
    with managed.administered_by(managed.dba):
        call_command("schema_apply", apply=True, verbosity=0)
    assert managed.verified(managed.dba)[-1] == "exit 0"


def test_routines_that_name_it_follow_or_are_named(managed: Service) -> None:
    owner = f'"{managed.contract["papers"].owner}"'
    with managed.administrator() as connection:
        connection.execute(ROUTINES.format(owner=owner).encode())

    lines = rename(managed, "papers", "articles", apply=True).splitlines()

    assert "~ replace papers.titles(): papers is articles" in lines
    assert "! papers.unclear() names papers in its text, which does not follow" in lines
    assert asked(managed, "SELECT articles.titles(), (SELECT count(*) FROM articles.listed)") == [
        (1, 1)
    ]
    asked(managed, "DROP FUNCTION articles.titles, articles.unclear; DROP VIEW articles.listed")


def test_a_name_that_is_taken_is_refused(managed: Service) -> None:
    before, file = catalog(managed), managed.path.read_text()
    with managed.administrator() as connection:
        connection.execute("CREATE SCHEMA articles")
        with pytest.raises(CommandError, match="Schema 'articles' is there already"):
            rename(managed, "papers", "articles", apply=True)
        connection.execute("DROP SCHEMA articles")

        connection.execute(f"CREATE ROLE {managed.database}_articles_ro".encode())
        with pytest.raises(CommandError, match="articles_ro' is there already"):
            rename(managed, "papers", "articles", apply=True)
        connection.execute(f"DROP ROLE {managed.database}_articles_ro".encode())

    assert (catalog(managed), managed.path.read_text()) == (before, file)


def test_roles_that_another_database_has_are_not_renamed_under_it(managed: Service) -> None:
    other, owner = f"{managed.database}c", managed.contract["papers"].owner
    with managed.administrator() as server:
        server.execute(f"CREATE DATABASE {other}".encode())
        try:
            with psycopg.connect(
                **{**managed.server, "dbname": other, "autocommit": True}
            ) as there:
                there.execute(f'CREATE SCHEMA papers AUTHORIZATION "{owner}"'.encode())

            with pytest.raises(CommandError, match=f"too: {other}. Nothing was changed.*--share"):
                rename(managed, "papers", "articles", apply=True)
            rename(managed, "papers", "articles", apply=True, share_roles=True)
        finally:
            server.execute(f"DROP DATABASE {other} WITH (FORCE)".encode())

    assert managed.verified(managed.dba)[-1] == "exit 0"
