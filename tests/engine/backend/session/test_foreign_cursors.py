"""What reaches the connection past the cursors of its aliases, and what would wait for itself."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from typing import Any

import psycopg
import pytest
from django.db import ProgrammingError, connections, transaction

from appschemas.backend.session import direct_cursor, schema_cursor
from appschemas.backend.session.current_role import acting_as_owner
from appschemas.backend.session.hold import ConnectionHeld, Hold
from tests.tools.contexts import PAPERS, PEOPLE, place

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

WHERE = "SELECT current_user::text, pg_catalog.current_setting('search_path')"
KINDS = (psycopg.Cursor, psycopg.ClientCursor, psycopg.RawCursor)


@pytest.fixture
def rows() -> Iterator[Callable[[], Any]]:
    """A table of papers', and what it has."""
    with acting_as_owner(), connections["papers"].cursor() as cursor:
        cursor.execute("CREATE TABLE given (number int, by text DEFAULT current_user)")
        cursor.execute("GRANT ALL ON given TO papers_rw")

    def read() -> Any:
        with connections["papers"].cursor() as cursor:
            cursor.execute("SELECT * FROM given ORDER BY number")
            return cursor.fetchall()

    yield read
    with acting_as_owner(), connections["papers"].cursor() as cursor:
        cursor.execute("DROP TABLE given")


def made(kind: Any = psycopg.ClientCursor, alias: str = "papers", **options: Any) -> Any:
    """A cursor that its class has made, while the session is elsewhere."""
    for each in ("people", alias, "people"):
        place(each)
    return kind(connections[alias].connection, **options)


# Cursors made by their class
# ---------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("atomic", [False, True])
def test_a_cursor_made_by_its_class_runs_as_the_alias_of_its_connection(
    kind: Any, atomic: bool
) -> None:
    cursor = made(kind)
    seen = []
    for _ in range(2):
        if atomic:
            with transaction.atomic(using="papers"):
                seen.append(cursor.execute(WHERE).fetchone()[0])
        else:
            seen.append(cursor.execute(WHERE).fetchone()[0])
        place("people")

    assert seen == ["papers_rw"] * 2


@pytest.mark.parametrize("statement", ["SET ROLE reviews_rw", "RESET ROLE", "SELECT 1; RESET ROLE"])
@pytest.mark.parametrize("alias", ["papers", "people"])
def test_what_such_a_cursor_leaves_is_taken_over_by_no_alias(statement: str, alias: str) -> None:
    cursor = made()
    cursor.execute(statement)

    assert place(alias) == {"papers": PAPERS, "people": PEOPLE}[alias]


def test_all_that_such_a_cursor_sends_runs_as_its_alias() -> None:
    cursor = made()
    seen = [row[0] for row in cursor.stream(WHERE)]
    place("people")
    with cursor.copy("COPY (SELECT current_user) TO STDOUT") as copy:
        seen += [row[0] for row in copy.rows()]
    place("people")
    cursor.executemany("SELECT current_user::text WHERE %s = 1", [[1], [1]], returning=True)
    seen += [each.fetchone()[0] for each in cursor.results()]
    place("people")
    with transaction.atomic(using="papers"):
        named = made(psycopg.ServerCursor, name="held")
        named.execute(WHERE)
        place("people")
        seen.append(named.fetchone()[0])
        named.close()
    with connections["papers"].connection.pipeline():
        cursor.execute(WHERE)
        seen.append(cursor.fetchone()[0])

    assert seen == ["papers_rw"] * 6
    assert (place("people"), place("papers")) == (PEOPLE, PAPERS)


@pytest.mark.parametrize("kind", KINDS)
def test_in_a_pipeline_such_a_cursor_goes_to_its_schema_behind_another_s_statement(
    kind: Any,
) -> None:
    cursor = made(kind)
    with connections["people"].cursor() as other, connections["papers"].connection.pipeline():
        other.execute(WHERE)
        cursor.execute(WHERE)
        # Which its class has told its schema, and left nothing known of it.
        other.execute(WHERE)
        roles = [each.fetchone()[0] for each in (cursor, other)]

    assert roles == ["papers_rw", "people_rw"]
    assert (place("people"), place("papers")) == (PEOPLE, PAPERS)


@pytest.mark.parametrize("way", ["by its class", "by SQL"])
def test_what_such_a_cursor_declares_is_of_its_alias(way: str) -> None:
    made()
    mine, other = (connections[alias].connection for alias in ("papers", "people"))
    if way == "by its class":
        named = psycopg.ServerCursor(mine, "of_papers", withhold=True)
        named.execute("SELECT 1")
    else:
        named = psycopg.ClientCursor(mine)
        named.execute("DECLARE of_papers CURSOR WITH HOLD FOR SELECT 1")
    with connections["people"].cursor() as people:
        for asks in (people, psycopg.ClientCursor(other), other):
            with pytest.raises(ProgrammingError, match="declared on the alias 'papers'"):
                asks.execute("FETCH of_papers")
    stolen = psycopg.ServerCursor(other, "of_papers")
    with pytest.raises(ProgrammingError, match="declared on the alias 'papers'"):
        stolen.fetchone()
    psycopg.Cursor.close(stolen)
    if way == "by its class":
        assert named.fetchall() == [(1,)]
        named.close()
    else:
        mine.execute("CLOSE of_papers")
    # It is gone, and the name is nobody's.
    with pytest.raises(psycopg.errors.InvalidCursorName):
        psycopg.ClientCursor(other).execute("FETCH of_papers")


def test_a_cursor_of_the_connection_that_a_cursor_shows_runs_as_its_alias() -> None:
    place("papers")
    with connections["papers"].cursor() as cursor:
        place("people")
        foreign = psycopg.ClientCursor(cursor.connection)
        foreign.execute(WHERE)
        foreign.execute("RESET ROLE")

        assert cursor.connection is connections["papers"].connection
    assert (place("people"), place("papers")) == (PEOPLE, PAPERS)


def test_a_savepoint_is_gone_back_to_where_such_a_cursor_has_written_since(
    rows: Callable[[], Any],
) -> None:
    cursor = made()
    with transaction.atomic(using="papers"):
        with pytest.raises(ZeroDivisionError), transaction.atomic(using="papers"):
            cursor.execute("INSERT INTO given VALUES (1)")
            raise ZeroDivisionError
        cursor.execute("INSERT INTO given VALUES (2)")

    assert rows() == [(2, "papers_rw")]


# Threads
# -------


class Turn:
    """The lock of psycopg's connection; the thread that is named waits for its turn."""

    def __init__(self, lock: Any) -> None:
        self._lock = lock
        self.waiting = threading.Event()
        self.turn = threading.Event()
        self.thread: int | None = None

    def __enter__(self) -> Any:
        if threading.get_ident() == self.thread:
            self.waiting.set()
            assert self.turn.wait(20)
        return self._lock.__enter__()

    def __exit__(self, *error: Any) -> Any:
        return self._lock.__exit__(*error)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._lock, name)


@pytest.fixture
def in_threads() -> Iterator[None]:
    wrappers = [connections[alias] for alias in ("papers", "people")]
    for wrapper in wrappers:
        wrapper.inc_thread_sharing()
    yield
    for wrapper in wrappers:
        wrapper.dec_thread_sharing()


@pytest.mark.parametrize("made_before", [False, True])
@pytest.mark.parametrize("way", ["execute", "executemany"])
def test_a_statement_that_waits_for_another_thread_s_runs_in_its_own_schema(
    request: pytest.FixtureRequest, rows: Callable[[], Any], made_before: bool, way: str
) -> None:
    text = "INSERT INTO given VALUES (%s)"
    papers, people = connections["papers"], connections["people"]
    with papers.cursor() as cursor:
        cursor.execute(text, [1])
        cursor.execute(text, [2])
    mine = papers.cursor() if made_before else None
    request.getfixturevalue("in_threads")
    lock = Turn(vars(papers.connection)["lock"])
    vars(papers.connection)["lock"] = lock

    def work() -> None:
        lock.thread = threading.get_ident()
        with mine or papers.cursor() as cursor:
            getattr(cursor, way)(text, [3] if way == "execute" else [[3]])

    thread = threading.Thread(target=work)
    thread.start()
    assert lock.waiting.wait(20)
    with people.cursor() as other:
        other.execute(WHERE)
        assert other.fetchone()[0] == "people_rw"
    lock.turn.set()
    thread.join(20)
    lock.thread = None

    assert rows() == [(1, "papers_rw"), (2, "papers_rw"), (3, "papers_rw")]


def test_threads_that_share_the_connection_run_each_in_its_own_schema(in_threads: None) -> None:
    wrong: list[Any] = []

    def work(alias: str) -> None:
        mine = wrappers[alias]
        for _ in range(60):
            with mine.cursor() as cursor:
                cursor.execute("SELECT current_user")
                if (found := cursor.fetchone()[0]) != f"{alias}_rw":
                    wrong.append((alias, found))

    wrappers = {alias: connections[alias] for alias in ("papers", "people")}
    place("papers")
    threads = [threading.Thread(target=work, args=[alias]) for alias in wrappers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert wrong == []


# executemany()
# -------------


@pytest.mark.parametrize("statement", ["SELECT 1; SET ROLE reviews_rw", "SELECT 1; RESET ROLE"])
def test_what_executemany_leaves_without_pipelines_is_not_taken_over(
    monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    monkeypatch.setattr(psycopg.Pipeline, "is_supported", classmethod(lambda cls: False))
    for module in (direct_cursor, schema_cursor):
        monkeypatch.setattr(module, "HAS_PIPELINES", False)
    with connections["papers"].cursor() as cursor:
        cursor.execute(statement)
        place("papers")
        cursor.executemany(statement, [(), ()])

    assert place("papers") == PAPERS


@pytest.mark.parametrize("alias", ["papers", "people"])
@pytest.mark.parametrize("cursor", ["of the alias", "of the connection"])
def test_what_executemany_is_given_may_ask_another_alias(
    rows: Callable[[], Any], alias: str, cursor: str
) -> None:
    def numbers() -> Iterator[tuple[int]]:
        for number in (1, 2):
            place(alias)
            yield (number,)

    with connections["papers"].cursor() as mine:
        if cursor == "of the connection":
            mine = connections["papers"].connection.cursor()
        mine.executemany("INSERT INTO given VALUES (%s)", numbers())

    assert rows() == [(1, "papers_rw"), (2, "papers_rw")]


# What would wait for itself
# --------------------------


def asked_by_name(alias: str) -> Any:
    cursor = connections[alias].chunked_cursor()
    try:
        cursor.execute("SELECT 1")
    finally:
        cursor.close()


WAITING: dict[str, Callable[[str], Any]] = {
    "a cursor": place,
    "a commit": lambda alias: connections[alias].connection.commit(),
    "atomic": lambda alias: transaction.atomic(using=alias).__enter__(),
    "a named cursor": asked_by_name,
    "psycopg's": lambda alias: connections[alias].connection.execute("SELECT 1"),
    "a class's": lambda alias: psycopg.ClientCursor(connections[alias].connection).execute("TABLE"),
}


@pytest.mark.parametrize("alias", ["papers", "people"])
@pytest.mark.parametrize("asks", WAITING)
@pytest.mark.parametrize("during", ["stream", "copy", "stream of a class's", "copy of a class's"])
def test_who_asks_while_a_statement_goes_on_is_told(during: str, asks: str, alias: str) -> None:
    place("people")
    place("papers")
    if "class" in during:
        cursor: Any = psycopg.ClientCursor(connections["papers"].connection)
    else:
        cursor = connections["papers"].cursor()

    def go_on() -> Iterator[None]:
        if during.startswith("stream"):
            for _ in cursor.stream("SELECT generate_series(1, 3)"):
                yield
        else:
            with cursor.copy("COPY (SELECT 1) TO STDOUT") as copy:
                yield
                list(copy.rows())

    for _ in go_on():
        with pytest.raises((ConnectionHeld, connections["papers"].Database.Error), match="goes on"):
            WAITING[asks](alias)

    assert (place("people"), place("papers")) == (PEOPLE, PAPERS)


def test_who_listens_and_asks_is_told() -> None:
    place("papers")
    mine = connections["papers"].connection
    mine.execute("LISTEN something")
    mine.execute("NOTIFY something")
    heard = 0
    for _ in mine.notifies(timeout=10, stop_after=1):
        heard += 1
        with pytest.raises(ConnectionHeld, match=r"notifies\(\) of 'papers' goes on"):
            place("people")

    assert (heard, place("people")) == (1, PEOPLE)
    mine.execute("UNLISTEN *")


def test_who_has_ended_lets_the_next_one_hold_the_connection() -> None:
    places = {"lock": threading.Lock()}
    first = Hold(places, "stream()", "papers")
    # By another thread, before the first one says that it has ended.
    second: Any = Hold(places, "COPY", "people")
    first.end()
    assert places["lock"] is second
    second.end()
    assert not isinstance(places["lock"], Hold)


def test_the_lock_is_taken_and_given_by_its_own_names_afterwards() -> None:
    with made().copy("COPY (SELECT 1) TO STDOUT") as copy:
        list(copy.rows())
    lock = connections["papers"].connection.lock

    assert lock.acquire(timeout=1)
    lock.release()
    assert not lock.locked()


@pytest.mark.parametrize("during", ["stream", "copy"])
@pytest.mark.parametrize("inner", [False, True])
def test_a_block_that_ends_while_a_statement_goes_on_is_undone(
    rows: Callable[[], Any], during: str, inner: bool
) -> None:
    papers = connections["papers"]
    text = "SELECT generate_series(1, 9)"
    with transaction.atomic(using="papers") if inner else nullcontext():
        with pytest.raises(ConnectionHeld), transaction.atomic(using="papers"):
            cursor = papers.cursor()
            cursor.execute("INSERT INTO given VALUES (1)")
            going: Any = cursor.stream(text)
            if during == "stream":
                next(going)
            else:
                going = cursor.copy(f"COPY ({text}) TO STDOUT")
                going.__enter__().read()
        with suppress(psycopg.Error):
            going.close() if during == "stream" else going.__exit__(None, None, None)
    with papers.cursor() as another:
        another.execute("INSERT INTO given VALUES (2)")
    committed = papers.get_autocommit()
    papers.close()

    assert committed
    assert rows() == [(2, "papers_rw")]
