"""However a statement is spelled or sent, the next one of an alias is in its schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from typing import Any

import pytest
from django.db import DataError, ProgrammingError, connections, transaction
from papers.models import Paper
from people.models import Person
from psycopg import ClientCursor
from psycopg.sql import SQL, Identifier

from appschemas.backend.session.statements.side_effects import refuse_going_on
from tests.tools.contexts import PAPERS, PEOPLE, place

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

CHANGE = "SELECT set_config('role', 'people_rw', false), set_config('search_path', 'people', false)"


def role() -> Any:
    """The role of the next statement of papers."""
    return place("papers")


@pytest.fixture(params=["alone", "in a transaction"])
def block(request: Any) -> Iterator[None]:
    """With and without a transaction around."""
    with ExitStack() as stack:
        if request.param == "in a transaction":
            stack.enter_context(transaction.atomic(using="papers"))
        yield


# Spellings
# ---------

SPELLINGS = (
    CHANGE,
    CHANGE.replace("set_config", "SeT_CoNfIg"),
    CHANGE.replace("set_config", '"set_config"'),
    CHANGE.replace("set_config", 'pg_catalog."set_config"'),
    CHANGE.replace("set_config", r'U&"set\005fconfig"'),
    CHANGE.replace("set_config", """u&"s!0065t_config" UESCAPE '!'"""),
    "UPDATE pg_settings SET setting = 'people_rw' WHERE name = 'role'",
    "UPDATE pg_catalog.Pg_Settings SET setting = 'people' WHERE name = 'search_path'",
    "PREPARE changing AS " + CHANGE + "; EXECUTE changing; DEALLOCATE changing",
    "DO $$ BEGIN PERFORM set_config('role', 'people_rw', false); END $$",
    "SELECT * FROM ts_stat('SELECT to_tsvector(set_config(''role'', ''people_rw'', false))')",
    "WITH changed AS MATERIALIZED (SELECT set_config('role', 'people_rw', false)) TABLE changed",
    "SET SESSION ROLE people_rw",
    "/* nothing */ SET role = 'people_rw'",
    "-- nothing\nRESET ROLE",
)


@pytest.mark.parametrize("statement", SPELLINGS)
def test_a_role_changed_in_any_spelling_lasts_for_one_statement(
    statement: str, block: None
) -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute(statement)

    assert role() == PAPERS


@pytest.mark.parametrize(
    "statement",
    [
        CHANGE.encode(),
        SQL("SELECT {}").format(SQL("set_") + SQL("config('role', 'people_rw', false)")),
        SQL(CHANGE),
    ],
    ids=["bytes", "composed", "SQL"],
)
def test_a_role_changed_by_what_is_no_text_lasts_for_one_statement(
    statement: Any, block: None
) -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute(statement)

    assert role() == PAPERS


def test_a_statement_prepared_before_is_not_trusted_by_its_tag(block: None) -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute("PREPARE changing AS " + CHANGE)
        try:
            role()
            cursor.execute("execute changing")

            assert role() == PAPERS
        finally:
            cursor.execute("DEALLOCATE changing")


# Ways of sending
# ---------------


def stream(cursor: Any) -> None:
    """By rows that arrive one by one."""
    list(cursor.stream(CHANGE))


def half_a_stream(cursor: Any) -> None:
    """By rows of which the first is enough."""
    rows = cursor.stream(f"{CHANGE} FROM generate_series(1, 3)")
    next(rows)
    rows.close()


def copy(cursor: Any) -> None:
    """By COPY of a query."""
    with cursor.copy(f"COPY ({CHANGE}) TO STDOUT") as copying:
        list(copying)


def executemany(cursor: Any) -> None:
    """By one for each of its parameters."""
    cursor.executemany("SELECT set_config('role', %s, false)", [("people_rw",), ("people_rw",)])


def named(cursor: Any) -> None:
    """By a cursor on the server."""
    with transaction.atomic(using="papers"), connections["papers"].chunked_cursor() as there:
        there.execute(CHANGE)
        there.fetchall()
        assert role() == PAPERS
        cursor.execute("SELECT 1")


def declared(cursor: Any) -> None:
    """By a cursor that SQL declares and fetches from."""
    with transaction.atomic(using="papers"):
        cursor.execute(f"DECLARE changing CURSOR FOR {CHANGE}")
        role()
        cursor.execute("FETCH ALL FROM changing")
        assert role() == PAPERS


def held(cursor: Any) -> None:
    """By one that COMMIT reads to its end."""
    with transaction.atomic(using="papers"):
        cursor.execute(f"DECLARE changing CURSOR WITH HOLD FOR {CHANGE}")
        role()
    assert role() == PAPERS
    cursor.execute("CLOSE changing")


def pipeline(cursor: Any) -> None:
    """In a pipeline, before its result is there."""
    with connections["papers"].connection.pipeline():
        cursor.execute(CHANGE)


def raw(cursor: Any) -> None:
    """By psycopg's own cursor."""
    connections["papers"].connection.execute(CHANGE)


@pytest.mark.parametrize(
    "send",
    [stream, half_a_stream, copy, executemany, named, declared, held, pipeline, raw],
    ids=lambda send: send.__name__,
)
def test_a_role_changed_on_any_road_lasts_for_one_statement(send: Callable[[Any], None]) -> None:
    role()
    with connections["papers"].cursor() as cursor:
        send(cursor)

    assert role() == PAPERS
    assert place("people") == PEOPLE


# Psycopg's own connection
# ------------------------

WHERE = "SELECT current_user, current_schema()"


def test_psycopg_s_own_cursor_runs_in_the_schema_of_its_alias(block: None) -> None:
    there, here = connections["people"].connection, connections["papers"].connection
    if here is None:
        role()
        there, here = connections["people"].connection, connections["papers"].connection

    place("people")
    with here.cursor() as cursor:
        place("people")
        assert cursor.execute(WHERE).fetchone() == PAPERS
    assert there.execute(WHERE).fetchone() == PEOPLE
    assert here.execute(WHERE).fetchone() == PAPERS


def test_a_named_cursor_of_psycopg_s_own_runs_in_the_schema_of_its_alias() -> None:
    with transaction.atomic(using="papers"):
        role()
        with connections["papers"].connection.cursor("named") as cursor:
            cursor.execute(WHERE)
            place("people")
            assert cursor.fetchone() == PAPERS


def test_a_cursor_s_connection_belongs_to_its_alias() -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute("SELECT 1")
        place("people")

        assert cursor.connection.execute(WHERE).fetchone() == PAPERS


def test_a_rollback_of_psycopg_s_own_forgets_the_role() -> None:
    place("people")
    raw = connections["papers"].connection
    with raw.transaction(force_rollback=True):
        assert place("papers") == PAPERS

    assert [place("papers"), place("people")] == [PAPERS, PEOPLE]


def test_a_connection_of_a_pool_goes_back_as_it_came() -> None:
    pytest.importorskip("psycopg_pool")
    alone = connections["papers"].copy()
    alone.settings_dict = {**alone.settings_dict, "CONN_MAX_AGE": 0, "OPTIONS": {"pool": True}}
    try:
        for _ in range(3):
            with alone.cursor() as cursor:
                cursor.execute(WHERE)
                assert cursor.fetchone() == PAPERS
            alone.close()
    finally:
        alone.close_pool()


# What outlives a statement
# -------------------------


@pytest.mark.parametrize("close", ["CLOSE held", "MOVE held", "FETCH ALL FROM held"])
def test_a_cursor_with_hold_belongs_to_the_alias_that_declared_it(close: str) -> None:
    Person.objects.create(name="Ada")
    with connections["people"].cursor() as people, connections["papers"].cursor() as papers:
        people.execute("DECLARE held CURSOR WITH HOLD FOR SELECT name FROM people_person")

        with pytest.raises(ProgrammingError, match="declared on the alias 'people'"):
            papers.execute(close)
        people.execute("FETCH ALL FROM held")
        assert people.fetchall() == [("Ada",)]
        people.execute("CLOSE held")


@pytest.mark.parametrize(
    "declare",
    [
        SQL("DECLARE {} CURSOR WITH HOLD FOR SELECT 1").format(Identifier("held")),
        b"DECLARE held CURSOR WITH HOLD FOR SELECT 1",
        "/* a */ -- b\n DECLARE HELD NO SCROLL CURSOR WITH HOLD FOR SELECT 1",
        "SELECT 1; DECLARE held CURSOR WITH HOLD FOR SELECT 1",
    ],
)
@pytest.mark.parametrize(
    "fetch",
    [
        SQL("FETCH ALL FROM {}").format(Identifier("held")),
        b"FETCH held",
        "/* a */ FETCH 1 IN held",
        "FETCH held -- b",
        "SELECT 1; FETCH held; SELECT 2",
    ],
)
def test_whose_a_cursor_is_does_not_depend_on_how_it_is_said(declare: Any, fetch: Any) -> None:
    with connections["people"].cursor() as people, connections["papers"].cursor() as papers:
        people.execute(declare)

        with pytest.raises(ProgrammingError, match="declared on the alias 'people'"):
            papers.execute(fetch)
        people.execute("CLOSE held")


def test_a_cursor_that_went_with_its_transaction_is_nobody_s() -> None:
    with connections["people"].cursor() as people, connections["papers"].cursor() as papers:
        with transaction.atomic(using="people"):
            people.execute("DECLARE passing CURSOR FOR SELECT 1")
            people.execute("DECLARE staying CURSOR WITH HOLD FOR SELECT 1")
        assert place("papers") == PAPERS
        with transaction.atomic(using="papers"):
            # COMMIT reads no cursor to its end that an earlier one has read.
            place("papers")
        known = connections["papers"].session.known_context

        with pytest.raises(ProgrammingError, match="does not exist"):
            papers.execute("FETCH passing")
        with pytest.raises(ProgrammingError, match="declared on the alias 'people'"):
            papers.execute("FETCH staying")
        people.execute("CLOSE staying")
        papers.execute("DECLARE staying CURSOR WITH HOLD FOR SELECT 1")
        papers.execute("CLOSE ALL")
        with pytest.raises(ProgrammingError, match="does not exist"):
            people.execute("FETCH staying")
    assert known is not None


def test_a_cursor_of_django_s_own_belongs_to_its_alias() -> None:
    Person.objects.create(name="Ada")
    with transaction.atomic(using="people"), connections["people"].chunked_cursor() as people:
        people.execute("SELECT name FROM people_person")
        name = people.cursor.name
        with connections["papers"].cursor() as papers:
            for fetch in (f"FETCH 1 FROM {name}", f'FETCH 1 FROM "{name}"'):
                with pytest.raises(ProgrammingError, match="Fetch them on 'people'"):
                    papers.execute(fetch)
        stolen = connections["papers"].connection.cursor(name)
        with pytest.raises(ProgrammingError, match="Fetch them on 'people'"):
            stolen.fetchone()
        stolen.close()
        assert people.fetchall() == [("Ada",)]


@pytest.mark.parametrize(
    "statement",
    [
        "SET default_transaction_isolation = 'repeatable read'",
        "set SESSION Default_Transaction_Read_Only TO on",
        "SELECT 1; SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
        "SET/**/default_transaction_isolation = 'repeatable read'",
        "SET --\n SESSION/* */CHARACTERISTICS/**/AS TRANSACTION READ ONLY",
        SQL("SET {} = 'serializable'").format(SQL("default_transaction_isolation")),
    ],
)
def test_a_default_for_transactions_of_all_schemas_is_refused(statement: Any, block: None) -> None:
    with connections["papers"].cursor() as cursor:
        with pytest.raises(ProgrammingError, match="every schema of its session"):
            cursor.execute(statement)

        assert place("people") == PEOPLE


@pytest.mark.parametrize("ends", ["commit", "rollback", "none"])
@pytest.mark.parametrize(
    "change",
    [
        "SELECT set_config('default_transaction_isolation', 'repeatable read', false)",
        # Too long to be read.
        f"SET default_transaction_isolation = 'repeatable read' --{' ' * 10_000}",
    ],
    ids=["a function", "a long text"],
)
def test_a_default_for_transactions_that_was_not_seen_is_taken_back(change: str, ends: str) -> None:
    person = Person.objects.create(name="Ada")
    with connections["papers"].cursor() as cursor:
        if ends == "none":
            cursor.execute(change)
        else:
            with suppress(RuntimeError), transaction.atomic(using="papers"):
                cursor.execute(change)
                place("people")
                if ends == "rollback":
                    raise RuntimeError

    place("people")
    person.delete()
    with connections["people"].cursor() as cursor:
        cursor.execute("SHOW default_transaction_isolation")
        assert cursor.fetchone() == ("read committed",)


SETS = "DO $$ BEGIN SET default_transaction_isolation = 'repeatable read'; END $$"


@pytest.mark.parametrize("way", ["several", "a long one of several", "pipeline", "executemany"])
def test_a_default_for_transactions_is_taken_back_whichever_way_it_came(way: str) -> None:
    person = Person.objects.create(name="Ada")
    with connections["papers"].cursor() as cursor:
        if way == "pipeline":
            with connections["papers"].connection.pipeline():
                cursor.execute(SETS)
        elif way == "executemany":
            cursor.executemany(SETS, [()])
        else:
            cursor.execute(f"SELECT 1; {SETS}{' ' * 10_000 if 'long' in way else ''}")
    person.delete()
    with connections["people"].cursor() as cursor:
        cursor.execute("SHOW default_transaction_isolation")
        assert cursor.fetchone() == ("read committed",)


@pytest.mark.parametrize("failed", [True, False])
@pytest.mark.parametrize("way", ["cursor", "of the connection", "by its class"])
@pytest.mark.parametrize(
    "text",
    [
        "ROLLBACK TO SAVEPOINT mine; SELECT current_user",
        "SELECT 1; rollback to mine;; RELEASE mine; -- and\n SELECT current_user",
        "/* a */ COMMIT; SELECT current_user",
        f"ABORT; SELECT current_user{' ' * 10_000}",
        b"ROLLBACK; SELECT current_user",
    ],
)
def test_what_goes_on_where_it_went_back_to_is_refused(text: Any, way: str, failed: bool) -> None:
    with transaction.atomic(using="papers"):
        with connections["people"].cursor() as people:
            people.execute("SAVEPOINT mine")
        with connections["papers"].cursor() as cursor:
            if failed:
                with pytest.raises(DataError):
                    cursor.execute("SELECT 1 / 0")
            own = connections["papers"].connection
            asks = {"of the connection": own.cursor(), "by its class": ClientCursor(own)}
            with pytest.raises(ProgrammingError, match="goes on after ROLLBACK or COMMIT"):
                asks.get(way, cursor).execute(text)
            cursor.execute("ROLLBACK TO mine; RELEASE SAVEPOINT mine")
        assert place("papers") == PAPERS


@pytest.mark.parametrize(
    "text",
    [
        "ROLLBACK;",
        "ROLLBACK; -- and no more",
        "SAVEPOINT b; ROLLBACK TO b; RELEASE b",
        "SELECT 1; SELECT '; ROLLBACK; SELECT 2'",
        "DO $$ BEGIN PERFORM 1; ROLLBACK; PERFORM 2; END $$",
        "BEGIN; SELECT 1; COMMIT; SELECT 2",
    ],
)
def test_what_does_not_go_on_is_let_pass(text: str) -> None:
    refuse_going_on(text, "papers")


def test_what_a_transaction_says_of_itself_is_its_own_affair() -> None:
    with transaction.atomic(using="papers"), connections["papers"].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
        cursor.execute("SHOW transaction_isolation")

        assert cursor.fetchone() == ("serializable",)


def test_words_in_a_value_are_no_statement() -> None:
    title = "SET default_transaction_isolation; set_config"
    person = Person.objects.create(name=title)
    Paper.objects.create(title=title, author=person)

    assert Paper.objects.get(title=title).title == title
    assert role() == PAPERS


# Behind a pooler
# ---------------

ALIASES = ("default", "people", "papers", "reviews")


@pytest.fixture
def pooled(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As behind a pooler in transaction mode: a switch lasts until its transaction ends."""
    connections.close_all()
    for alias in ALIASES:
        monkeypatch.setitem(connections[alias].settings_dict, "POOLER", "transaction")
        monkeypatch.setattr(connections[alias], "needs_no_context_check", False)
    yield
    connections.close_all()


@pytest.mark.parametrize("end", ["COMMIT AND CHAIN", "/* x */ end and chain", "ROLLBACK AND CHAIN"])
def test_a_transaction_that_begins_where_another_ends_begins_in_its_schema(
    pooled: None, end: str
) -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT 1")
        cursor.execute(end)

        found = role()

        cursor.execute("ROLLBACK")
    assert found == PAPERS
