"""A statement that stays in its schema is psycopg's alone, and safe for all that."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
import pytest
from django.db import (
    InterfaceError,
    OperationalError,
    ProgrammingError,
    connection,
    connections,
    transaction,
)

from appschemas.backend.session.current_role import acting_as_owner
from appschemas.backend.session.psycopg_hooks import HOOKS
from appschemas.conf import PACKAGE
from appschemas.patches import database_failures
from tests.tools.contexts import PAPERS, PEOPLE, place

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

WHERE = "SELECT current_user, pg_catalog.current_schemas(false)"


def select(alias: str = "papers") -> Any:
    with connections[alias].cursor() as cursor:
        cursor.execute(WHERE)
        return cursor.fetchone()


@contextmanager
def entered() -> Iterator[list[str]]:
    """The functions of the engine that are called in the block, but for those of tests alone."""
    names: list[str] = []

    def profile(frame: Any, event: str, _: Any) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(str(PACKAGE)) and file != database_failures.__file__:
            names.append(frame.f_code.co_name)

    # What tests before have left would end in the block: cursors and connections of the engine.
    gc.collect()
    gc.disable()
    sys.setprofile(profile)
    try:
        yield names
    finally:
        sys.setprofile(None)
        gc.enable()


def test_a_statement_that_stays_enters_the_engine_once() -> None:
    select()
    select()

    with entered() as names, connections["papers"].cursor() as cursor:
        del names[:]
        cursor.execute(WHERE)

    assert names == ["execute"]


def test_a_cursor_costs_no_more_than_where_its_connection_is() -> None:
    select()

    with entered() as names:
        connections["papers"].cursor()

    assert sorted(names) == ["close_if_health_check_failed", "create_cursor", "queries_logged"]


def test_a_switch_enters_two_hooks_and_no_other() -> None:
    select("people")
    select("papers")
    select("people")

    with entered() as names:
        cursor = connections["papers"].cursor()
        del names[:]
        cursor.execute(WHERE)

    hooks = [hook.name for hook in HOOKS if hook.name in names and hook.name.startswith("_")]
    assert sorted(hooks) == ["_check_results", "_execute_send"]


def stream() -> list[Any]:
    with connections["papers"].cursor() as cursor:
        return list(cursor.stream(WHERE))


def copy(text: str = f"COPY ({WHERE}) TO STDOUT") -> list[Any]:
    with connections["papers"].cursor() as cursor, cursor.copy(text) as copied:
        return list(copied.rows())


def many() -> None:
    with connections["papers"].cursor() as cursor:
        cursor.executemany("SELECT %s", [(1,), (2,)])


def chunks() -> list[Any]:
    with connections["papers"].chunked_cursor() as cursor:
        cursor.execute(WHERE)
        return cursor.fetchmany(2)


@pytest.mark.parametrize(("act", "most"), [(stream, 5), (copy, 5), (many, 4), (chunks, 14)])
def test_what_is_sent_by_other_protocols_stays_as_well(act: Callable[[], Any], most: int) -> None:
    act()
    act()

    with entered() as names:
        act()

    made = ["close_if_health_check_failed", "create_cursor", "queries_logged"]
    assert len([name for name in names if name not in made]) <= most
    assert not {"_here", "switch", "enter_context"} & set(names)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("COPY (SELECT 1) TO STDOUT", True),
        ("COPY (SELECT 1) TO STDOUT; RESET ROLE", False),
        ("COPY (SELECT set_config('role', 'people_rw', false)) TO STDOUT", False),
    ],
)
def test_a_copy_that_leaves_something_behind_is_not_relied_on(text: str, plain: bool) -> None:
    for _ in range(2):
        # Psycopg refuses to go on where something follows, which has been done by then.
        with suppress(psycopg.ProgrammingError):
            copy(text)
        known = connections["papers"].session.known_context is not None

        assert known is plain
        assert place("papers") == PAPERS


@pytest.mark.parametrize("way", ["stream", "copy", "executemany"])
@pytest.mark.parametrize("atomic", [False, True])
def test_what_failed_or_was_left_leaves_the_next_one_in_its_schema(way: str, atomic: bool) -> None:
    def act() -> None:
        with connections["papers"].cursor() as cursor:
            if way == "stream":
                for _ in cursor.stream(
                    "SELECT 1 / (number - 9) FROM generate_series(1, 99) number"
                ):
                    pass
            elif way == "copy":
                with cursor.copy("COPY (SELECT generate_series(1, 9)) TO STDOUT"):
                    raise ProgrammingError
            else:
                cursor.executemany("SELECT 1 / %s", [(1,), (0,)])

    for _ in range(3):
        place("papers")
        with pytest.raises(Exception, match=r"division by zero|^$"):
            if atomic:
                with transaction.atomic(using="papers"):
                    act()
            else:
                act()
        assert (place("people"), place("papers")) == (PEOPLE, PAPERS)


def test_a_stream_that_nobody_reads_to_its_end_lets_others_go_on() -> None:
    for _ in range(2):
        with connections["papers"].cursor() as cursor:
            for _ in cursor.stream("SELECT generate_series(1, 9)"):
                break
        assert (place("people"), place("papers")) == (PEOPLE, PAPERS)


def test_a_statement_by_turns_runs_as_whoever_asks() -> None:
    seen = []
    for _ in range(2):
        with acting_as_owner():
            seen.append(select()[0])
        seen += [select()[0], select("people")[0], select()[0]]

    assert seen == ["papers_owner", "papers_rw", "people_rw", "papers_rw"] * 2


@pytest.mark.parametrize("made_in", ["papers", "people"])
def test_a_cursor_runs_as_its_alias_wherever_the_session_was_when_it_was_made(made_in: str) -> None:
    select(made_in)
    seen = []
    with connections["papers"].cursor() as cursor:
        for between in ("people", "papers", "people"):
            select(between)
            cursor.execute(WHERE)
            seen.append(cursor.fetchone()[0])
        cursor.executemany("SELECT %s", [[1], [2]])
        cursor.execute(WHERE)
        seen.append(cursor.fetchone()[0])

    assert seen == ["papers_rw"] * 4


def test_a_switch_that_failed_with_its_statement_is_made_again() -> None:
    select("people")
    with connections["papers"].cursor() as cursor:
        with pytest.raises(ProgrammingError):
            cursor.execute("SELECT 1 FROM nowhere")
        cursor.execute(WHERE)

        assert cursor.fetchone()[0] == "papers_rw"


def test_the_attributes_of_a_connection_have_places_of_their_own() -> None:
    select()

    shared = vars(connections["papers"].connection)

    # A dictionary with keys of its own is larger than one that shares them.
    for places in (shared, vars(connections["papers"])):
        assert sys.getsizeof(places) >= sys.getsizeof(dict(places))
    assert shared is vars(connections["people"].connection)


def test_the_sessions_state_is_set_by_one_alias_and_read_by_all() -> None:
    select()
    papers, people = connections["papers"], connections["people"]

    with transaction.atomic(using="papers"):
        seen = (people.in_atomic_block, people.atomic_blocks == papers.atomic_blocks)
        people.needs_rollback = True
        with pytest.raises(transaction.TransactionManagementError):
            select()
        papers.needs_rollback = False

    assert seen == (True, True)
    assert not {"connection", "in_atomic_block", "session"} & set(vars(people))


def test_a_path_that_comes_with_the_switch_lasts_for_one_statement() -> None:
    with connections["papers"].cursor() as cursor:
        if connection.pg_version < 180_000:
            pytest.skip("PostgreSQL reports no path")
        with acting_as_owner():
            cursor.execute(
                "CREATE FUNCTION leave() RETURNS void LANGUAGE plpgsql"
                " AS $$ BEGIN SET search_path TO pg_catalog; END $$"
            )
            cursor.execute("GRANT EXECUTE ON FUNCTION leave() TO papers_rw")
    try:
        for _ in range(2):
            select("people")
            with connections["papers"].cursor() as cursor:
                cursor.execute("SELECT leave()")
            assert place("papers") == PAPERS
    finally:
        with acting_as_owner(), connections["papers"].cursor() as cursor:
            cursor.execute("DROP FUNCTION leave()")


def test_executemany_and_what_follows_stay_where_they_are(rows: Callable[[], int]) -> None:
    for _ in range(2):
        with connections["papers"].cursor() as cursor:
            cursor.executemany("INSERT INTO direct VALUES (%s)", [(1,), (2,)])
        assert place("papers") == PAPERS

    assert rows() == 4


def test_what_has_brought_its_switch_along_is_sent_many_times_by_the_same_cursor(
    rows: Callable[[], int],
) -> None:
    text = "INSERT INTO direct VALUES (%s) /* by one cursor */"
    select("people")
    with connections["papers"].cursor() as cursor:
        cursor.execute(text, [1])
        cursor.executemany(text, [(2,), (3,)])

    assert rows() == 3


def test_a_statement_that_fails_in_a_block_leaves_the_next_one_in_its_schema() -> None:
    select()
    with pytest.raises(Exception, match="division by zero"), transaction.atomic(using="papers"):
        select("people")
        with connections["papers"].cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    assert (place("papers"), place("people")) == (PAPERS, PEOPLE)


def test_a_cursor_of_a_connection_that_was_closed_is_refused() -> None:
    select()
    cursor = connections["papers"].cursor()
    connections["papers"].close()
    select()

    with pytest.raises((InterfaceError, OperationalError), match="closed"):
        cursor.execute(WHERE)


@pytest.fixture
def rows() -> Iterator[Callable[[], int]]:
    """A table of papers', and how many rows it has."""
    with acting_as_owner(), connections["papers"].cursor() as cursor:
        cursor.execute("CREATE TABLE direct (number int)")
        cursor.execute("GRANT ALL ON direct TO papers_rw")

    def count() -> int:
        with connections["papers"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM direct")
            return int(cursor.fetchone()[0])

    yield count
    with acting_as_owner(), connections["papers"].cursor() as cursor:
        cursor.execute("DROP TABLE direct")
