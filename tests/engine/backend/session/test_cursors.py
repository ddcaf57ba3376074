"""How a statement travels with its switch, and what shows of it: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest
from django.db import (
    DatabaseError,
    DataError,
    ProgrammingError,
    connection,
    connections,
    transaction,
)
from django.db.utils import OperationalError
from people.models import Person
from psycopg.sql import SQL, Identifier

from tests.tools.catalog import plain
from tests.tools.contexts import PAPERS, PEOPLE, place

committing = pytest.mark.django_db(databases="__all__", transaction=True)
pytestmark = committing

WANDER = """
CREATE FUNCTION people.wander() RETURNS void LANGUAGE plpgsql
AS $$ BEGIN SET search_path TO papers; END $$;
GRANT EXECUTE ON FUNCTION people.wander TO people_rw
"""


@pytest.fixture
def bound() -> Iterator[Any]:
    """Two aliases of one session that bind parameters on the server and prepare at once."""
    wrappers = {}
    for alias in ("people", "papers"):
        wrapper = connections[alias].copy()
        wrapper.settings_dict = {
            **wrapper.settings_dict,
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 0},
        }
        wrappers[alias] = wrapper
    wrappers["papers"].session = wrappers["people"].session
    yield wrappers
    wrappers["people"].close()


@pytest.fixture
def namesakes() -> Iterator[None]:
    """A table of one name in two schemas, with columns of different types."""
    make = "SET ROLE {}; CREATE TABLE {}.namesake AS SELECT {} AS found"
    with plain() as session:
        for name, value in (("people", SQL("1")), ("papers", SQL("'two'::text"))):
            session.execute(SQL(make).format(Identifier(f"{name}_owner"), Identifier(name), value))
            session.execute(
                SQL("GRANT SELECT ON {}.namesake TO {}").format(
                    Identifier(name), Identifier(f"{name}_rw")
                )
            )
    yield
    with plain() as session:
        session.execute("DROP TABLE people.namesake, papers.namesake")


# In one string
# -------------


def test_a_switch_and_its_statement_are_one_message() -> None:
    place("papers")
    with connections["people"].cursor() as cursor:
        cursor.execute("SELECT current_query()")
        sent = cursor.fetchone()[0]

    assert sent.startswith('SET ROLE "people_rw"; SET search_path TO "people"')


def test_a_statement_that_stays_in_its_schema_is_sent_alone() -> None:
    sql = "SELECT current_query()"
    place("people")
    with connections["people"].cursor() as cursor:
        cursor.execute(sql)

        assert cursor.fetchone() == (sql,)


def test_the_cursor_shows_the_statement_alone() -> None:
    place("papers")
    with connections["people"].cursor() as cursor:
        cursor.execute("SELECT 1 AS a; SELECT 2 AS b")
        first = (cursor.statusmessage, cursor.rowcount, cursor.description[0].name)
        rows = [cursor.fetchall(), cursor.nextset(), cursor.fetchall(), cursor.nextset()]

    assert first == ("SELECT 1", 1, "a")
    assert rows == [[(1,)], True, [(2,)], None]
    assert cursor._query.query == b"SELECT 1 AS a; SELECT 2 AS b"


@pytest.mark.parametrize("lines", [0, 8])
def test_an_error_quotes_and_counts_within_the_statement(lines: int) -> None:
    statement = "SELECT 1," + "\n" * lines + " wrong"
    errors = []
    for other in ("people", "papers"):
        place(other)
        with connections["people"].cursor() as cursor, pytest.raises(ProgrammingError) as caught:
            cursor.execute(statement)
        cause = caught.value.__cause__
        errors.append((str(cause), cause.diag.statement_position))

    assert errors[0] == errors[1]
    assert f"LINE {lines + 1}: " in errors[0][0]


def test_a_syntax_error_is_no_refused_switch() -> None:
    place("papers")
    with connections["people"].cursor() as cursor, pytest.raises(ProgrammingError, match="syntax"):
        cursor.execute("SELECT FROM WHERE")

    assert [place("papers"), place("people")] == [PAPERS, PEOPLE]


def test_a_statement_that_fails_undoes_the_switch_before_it() -> None:
    assert place("papers") == PAPERS
    with connections["people"].cursor() as cursor, pytest.raises(DatabaseError, match="zero"):
        cursor.execute("SELECT 1/0")

    assert [place("people"), place("papers")] == [PEOPLE, PAPERS]


def test_what_needs_no_transaction_block_gets_none() -> None:
    place("papers")
    with connections["people"].cursor() as cursor:
        cursor.execute("VACUUM people_person")
        place("papers")
        cursor.execute("DO $$ BEGIN COMMIT; END $$")

    assert place("people") == PEOPLE


def test_queries_of_the_log_hold_no_switch(settings: Any) -> None:
    place("papers")
    connection.force_debug_cursor = connections["people"].force_debug_cursor = True
    try:
        place("people")

        assert [each["sql"][:6] for each in connections["people"].queries[-1:]] == ["SELECT"]
    finally:
        connection.force_debug_cursor = connections["people"].force_debug_cursor = False


# Behind the session's back
# -------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT set_config('role', 'people_rw', false)",
        "SELECT pg_catalog.set_config('search_path', 'people', false)",
        "DO $$ BEGIN SET ROLE people_rw; END $$",
        "SELECT 1/0; RESET ROLE",
    ],
)
def test_a_setting_made_in_a_function_lasts_for_one_statement(statement: str) -> None:
    place("papers")
    with connections["papers"].cursor() as cursor:
        with suppress(DataError):
            cursor.execute(statement)

    assert place("papers") == PAPERS


def test_a_path_that_a_function_sets_is_noticed_where_the_server_reports_it() -> None:
    place("people")
    if connection.connection.info.server_version < 180000:
        pytest.skip("PostgreSQL reports search_path from 18 on")
    with plain() as session:
        session.execute(WANDER)
    try:
        with connections["people"].cursor() as cursor:
            cursor.execute("SELECT wander()")

        assert place("people") == PEOPLE
    finally:
        with plain() as session:
            session.execute("DROP FUNCTION people.wander")


def test_a_setting_made_with_psycopg_itself_lasts_for_one_statement() -> None:
    assert place("papers") == PAPERS
    connection.connection.execute("SET ROLE people_rw")

    assert place("papers") == PAPERS


@pytest.mark.parametrize("statement", ["SELECT 1", "VACUUM", "SAVEPOINT a"])
def test_a_switch_that_fails_stops_the_statement(statement: str) -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute("SET SESSION AUTHORIZATION papers_rw")
        try:
            with (
                connections["people"].cursor() as people,
                pytest.raises(ProgrammingError, match="may not act as 'people_rw'"),
            ):
                people.execute(statement)
            assert place("papers") == PAPERS
        finally:
            connection.close()


@pytest.mark.parametrize("block", [False, True])
def test_a_connection_lost_in_a_switch_is_forgotten(block: bool) -> None:
    place("papers")
    pid = connection.connection.info.backend_pid
    with plain() as other:
        kill = "SELECT pg_catalog.pg_terminate_backend(%s, 5000)"
        if block:
            with pytest.raises(OperationalError), transaction.atomic(using="people"):
                place("papers")
                other.execute(kill, [pid])
                place("people")
        else:
            other.execute(kill, [pid])
            with pytest.raises(OperationalError):
                place("people")
    connections["papers"].close_if_unusable_or_obsolete()

    assert [place("people"), place("papers")] == [PEOPLE, PAPERS]


# Other roads
# -----------


def test_a_stream_enters_when_it_is_read() -> None:
    with connections["people"].cursor() as cursor:
        stream = cursor.stream("SELECT current_user")
        place("papers")

        assert list(stream) == [("people_rw",)]


def test_a_copy_enters_when_it_is_opened() -> None:
    with connections["people"].cursor() as cursor:
        copying = cursor.copy("COPY (SELECT current_user) TO STDOUT")
        place("papers")
        with copying as copy:
            assert list(copy.rows()) == [("people_rw",)]


def test_what_a_server_side_cursor_calls_runs_in_its_schema() -> None:
    with transaction.atomic(using="people"), connections["people"].chunked_cursor() as cursor:
        cursor.execute("SELECT current_user FROM generate_series(1, 4)")
        found = cursor.fetchmany(2)
        place("papers")
        found += cursor.fetchmany(2)

    assert set(found) == {("people_rw",)}


def test_statements_of_a_pipeline_run_each_in_their_schema() -> None:
    Person.objects.exists()
    sql = "SELECT current_user, current_schema()"
    with connection.connection.pipeline():
        cursors = [connections[alias].cursor() for alias in ("people", "papers", "people")]
        for cursor in cursors:
            cursor.execute(sql)
        found = [cursor.fetchone() for cursor in cursors]

    assert found == [PEOPLE, PAPERS, PEOPLE]
    assert place("papers") == PAPERS


# The answer comes with the statement, in Django's words, or with the end of the pipeline.
def test_a_pipeline_that_fails_is_forgotten() -> None:
    place("papers")
    with (
        pytest.raises((psycopg.errors.DivisionByZero, DataError)),
        connection.connection.pipeline(),
    ):
        connections["people"].cursor().execute("SELECT 1/0")

    assert [place("people"), place("papers")] == [PEOPLE, PAPERS]


def test_a_switch_that_fails_stops_the_pipeline() -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute("SET SESSION AUTHORIZATION papers_rw")
    ran = connections["people"].cursor()
    try:
        with (
            pytest.raises((psycopg.errors.InsufficientPrivilege, DatabaseError), match="people_rw"),
            connection.connection.pipeline(),
        ):
            ran.execute("SELECT current_user")
        assert ran.pgresult is None or ran.rowcount < 1
    finally:
        connection.close()


def test_a_prepared_statement_reads_its_own_schema(bound: Any, namesakes: None) -> None:
    found = []
    for alias in ("people", "papers") * 3:
        with bound[alias].cursor() as cursor:
            cursor.execute("SELECT found FROM namesake WHERE %s", [True])
            found.append(cursor.fetchone()[0])

    assert found == [1, "two"] * 3
