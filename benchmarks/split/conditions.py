"""Conditions: who else is there while a database is split."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict

from benchmarks.split.shared_state import OLD, SharedState
from tests.tools.pgbouncer import PROGRAM, pgbouncer


@dataclass
class Scene:
    """What a condition makes of the road.

    Attributes:
        url: What old code connects to.
        prepares: Whether it prepares its statements.
        forward: Splits.
        back: Puts back.
        seen: What is to be said of the others, when all is over.
    """

    url: str
    forward: Callable[[], None]
    back: Callable[[], None]
    prepares: bool = True
    seen: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, state: SharedState, **words: Any) -> Scene:
        """The plain one."""
        return cls(words.pop("url", state.login(OLD)), state.split, state.unsplit, **words)


@contextmanager
def idle_reader(state: SharedState) -> Iterator[Scene]:
    """Somebody reads all tables, again and again, and keeps the transaction open for seconds."""
    scene = Scene.of(state)
    with _meanwhile(lambda over: _read(state, "READ COMMITTED", over, scene.seen)):
        yield scene


@contextmanager
def repeatable_reader(state: SharedState) -> Iterator[Scene]:
    """The same under REPEATABLE READ; at the end of each transaction the rows must be the same."""
    scene = Scene.of(state)
    with _meanwhile(lambda over: _read(state, "REPEATABLE READ", over, scene.seen)):
        yield scene


@contextmanager
def autovacuum(state: SharedState) -> Iterator[Scene]:
    """A worker of the server is at the largest table, slowly, and comes again when it gave way."""
    scene, first = Scene.of(state), threading.Event()
    with state.connection() as connection:
        _configure(connection, "ALTER SYSTEM SET autovacuum_naptime = '1s'")
        connection.execute(_VACUUM_ALWAYS)
        try:
            with _meanwhile(lambda over: _watch_workers(state, over, first, scene.seen)):
                if not first.wait(120):
                    scene.seen.append("no worker came")
                yield scene
        finally:
            _configure(connection, "ALTER SYSTEM RESET autovacuum_naptime")
            connection.execute(_VACUUM_AS_EVER)


@contextmanager
def pooled_sessions(state: SharedState) -> Iterator[Scene]:
    """PgBouncer in front, in session mode."""
    yield from _pooled(state, "session")


@contextmanager
def pooled_transactions(state: SharedState) -> Iterator[Scene]:
    """PgBouncer in front, in transaction mode; old ones of it know nothing of what is prepared."""
    yield from _pooled(state, "transaction")


# Private
# -------

_OPEN_FOR: Final = 3.0
_PAUSE: Final = 1.0
_VACUUM_ALWAYS: Final = (
    "ALTER TABLE public.note SET (autovacuum_vacuum_threshold = 1,"
    " autovacuum_vacuum_scale_factor = 0,"
    " autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)"
)
_VACUUM_AS_EVER: Final = (
    "ALTER TABLE public.note RESET (autovacuum_vacuum_threshold, autovacuum_vacuum_scale_factor,"
    " autovacuum_vacuum_cost_delay, autovacuum_vacuum_cost_limit)"
)
_WORKERS: Final = """
SELECT pid FROM pg_stat_activity
 WHERE backend_type = 'autovacuum worker' AND datname = current_database() AND query LIKE %s
"""
_READS: Final = """
SELECT (SELECT count(*) FROM note WHERE person_id = 3), (SELECT count(*) FROM page WHERE id = 3),
       (SELECT length(name) FROM person WHERE id = 3)
"""


@contextmanager
def _meanwhile(work: Callable[[threading.Event], None]) -> Iterator[None]:
    over = threading.Event()
    thread = threading.Thread(target=work, args=(over,))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _read(state: SharedState, level: str, over: threading.Event, seen: list[str]) -> None:
    transactions, wrong = 0, list[str]()
    while not over.is_set():
        try:
            with psycopg.connect(state.login(OLD)) as session:
                session.execute(f"SET TRANSACTION ISOLATION LEVEL {level}".encode())
                before = session.execute(_READS).fetchone()
                over.wait(_OPEN_FOR)
                after = session.execute(_READS).fetchone()
                if level != "READ COMMITTED" and before != after:
                    wrong.append(f"found {after} for {before}")
                transactions += 1
        except psycopg.Error as error:
            wrong.append(f"{error.sqlstate}: {error}")
        over.wait(_PAUSE)
    told = "; ".join(wrong[:2])
    seen.append(f"{transactions} such transactions, {len(wrong)} of them wrong {told}".rstrip())


def _configure(connection: psycopg.Connection[Any], statement: str) -> None:
    connection.execute(statement.encode())
    connection.execute("SELECT pg_reload_conf()")


def _watch_workers(
    state: SharedState, over: threading.Event, first: threading.Event, seen: list[str]
) -> None:
    workers: set[int] = set()
    with state.connection() as connection:
        while not over.wait(0.05):
            found = connection.execute(_WORKERS, ["%.note%"]).fetchall()
            workers |= {pid for (pid,) in found}
            if workers:
                first.set()
    seen.append(f"{len(workers)} workers came to the table")


def _pooled(state: SharedState, mode: str) -> Iterator[Scene]:
    if PROGRAM is None:
        scene = Scene.of(state)
        scene.seen.append("not tried: there is no pgbouncer here")
        yield scene
        return
    server = conninfo_to_dict(state.url)
    with pgbouncer(server, mode, {OLD: OLD}, pool=6, admin_users=OLD) as place:
        url = state.login(OLD, **place)
        with _meanwhile(lambda over: _renew(url, over)):
            yield Scene.of(state, url=url, prepares=mode == "session")


def _renew(url: str, over: threading.Event) -> None:
    """Have the pool renew its connections, each when it is given back.

    https://www.pgbouncer.org/usage.html#reconnect-db
    """
    # The console knows no extended query protocol.
    console = psycopg.connect(
        url, dbname="pgbouncer", autocommit=True, cursor_factory=psycopg.ClientCursor
    )
    with console:
        while not over.wait(_PAUSE):
            console.execute("RECONNECT")
