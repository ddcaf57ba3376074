"""What an administrator's commands read runs nothing of an owner's, whatever the login may do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connections, transaction
from django.db.migrations.exceptions import InconsistentMigrationHistory
from psycopg.sql import SQL, Identifier

from appschemas.backend.copied_tables import copied
from appschemas.conf import get_contract
from appschemas.management.report import report
from tests.tools.own_project import Project

# Runs whenever a statement on the table is planned; wherever it can, it makes a role.
DEED = """
CREATE FUNCTION people.deed() RETURNS void LANGUAGE plpgsql AS $deed$
BEGIN
  EXECUTE 'RESET ROLE';
  EXECUTE 'CREATE ROLE {evil}';
EXCEPTION WHEN OTHERS THEN NULL;
END $deed$;
CREATE FUNCTION people.evil(bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
  $evil$BEGIN PERFORM people.deed(); RETURN 0; END$evil$;
GRANT EXECUTE ON FUNCTION people.deed(), people.evil(bigint) TO PUBLIC;
"""
PLACES = {
    "an index's condition": "CREATE INDEX evil ON {table} (id) WHERE id > people.evil(0)",
    "an index's expression": "CREATE INDEX evil ON {table} ((id + people.evil(0)))",
    "statistics": "CREATE STATISTICS people.evil ON (id + people.evil(0)) FROM {table}",
    "a CHECK": "ALTER TABLE {table} ADD CONSTRAINT evil CHECK (id > people.evil(0));"
    "RESET ROLE; ALTER DATABASE {database} SET constraint_exclusion = on",
    "a policy": "ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
    "CREATE POLICY evil ON {table} USING (id > people.evil(0))",
    "a view": "ALTER TABLE {table} RENAME TO put_away; CREATE VIEW {table} AS"
    " SELECT * FROM people.put_away WHERE id > people.evil(0); GRANT SELECT ON {table} TO {role}",
}
CLEAN = """
ALTER DATABASE {database} RESET constraint_exclusion;
DROP FUNCTION people.deed(), people.evil(bigint) CASCADE;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
DROP ROLE IF EXISTS {evil}
"""
COMMANDS = (
    ("schema_report", "--json"),
    ("schema_verify", "--json", "--orphans"),
    ("schema_apply", "--json"),
    ("showmigrations",),
    ("makemigrations", "--check"),
)

# What is read so and cannot be is told.
REFUSED = (CommandError, SystemExit, ProgrammingError, InconsistentMigrationHistory)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("table", ["people_person", "django_migrations"])
def test_a_command_of_a_superuser_s_runs_no_code_of_an_owner_s(
    in_production: Project, place: str, table: str
) -> None:
    with _planted(in_production, place, table):
        with in_production.installed(as_administrator=True):
            for command, *options in COMMANDS:
                with suppress(*REFUSED):
                    call_command(command, *options, stdout=StringIO(), stderr=StringIO())
                connections.close_all()
                assert not _has_run(in_production), command

            # As any query would.
            with suppress(ProgrammingError), connections["people"].cursor() as cursor:
                cursor.execute(SQL("SELECT id FROM {} WHERE id > 0").format(Identifier(table)))
        assert _has_run(in_production)


@pytest.mark.django_db(databases="__all__")
def test_a_copy_leaves_the_transaction_that_it_stands_in_as_it_was() -> None:
    connection = connections["people"]
    with transaction.atomic(using="people"), connection.cursor() as cursor:
        cursor.execute("INSERT INTO people_person (name) VALUES ('Ada'), (E'B\\nob')")
        with copied(connection, "people", "people_person", ["name"], ["text"]) as copy:
            names = [name for (name,) in copy.rows()]
        cursor.execute("SELECT count(*), current_setting('row_security') FROM people_person")
        after = cursor.fetchone()

    assert names == ["Ada", "B\nob"]
    assert after == (2, "on")


@pytest.mark.django_db(databases="__all__")
def test_a_report_counts_each_row_once_and_says_where_it_did_not() -> None:
    with connections["people"].cursor() as cursor:
        cursor.execute("INSERT INTO people_person (name) VALUES ('Ada'), (E'B\\nob')")

    exact, about = (
        {row.schema: row for row in report(get_contract(), exact_below=below)}["people"]
        for below in (10**6, 0)
    )

    assert (exact.rows, exact.about) == (2, False)
    assert (about.tables, about.about) == (exact.tables, True)


# Private
# -------


@contextmanager
def _planted(project: Project, place: str, table: str) -> Iterator[None]:
    """Code of people's owner that is planned with a table of its, and taken away again."""
    people = project.contract["people"]
    names = {
        "table": Identifier("people", table),
        "name": Identifier(table),
        "database": Identifier(project.database),
        "evil": Identifier(f"{project.database}_evil"),
        "owner": Identifier(people.owner),
        "role": Identifier(people.rw),
    }

    def run(statements: str) -> None:
        with project.administrator() as administrator:
            administrator.execute(SQL(statements).format(**names))

    run("SET ROLE {owner};" + DEED + PLACES[place])
    run("DROP ROLE IF EXISTS {evil}")
    try:
        yield
    finally:
        if place == "a view":
            run("DROP VIEW {table}; ALTER TABLE people.put_away RENAME TO {name}")
        run(CLEAN)


def _has_run(project: Project) -> bool:
    with project.administrator() as administrator:
        row = administrator.execute(
            "SELECT FROM pg_catalog.pg_roles WHERE rolname = %s", [f"{project.database}_evil"]
        ).fetchone()
    return row is not None
