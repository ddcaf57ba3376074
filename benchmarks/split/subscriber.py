"""A subscriber: a database that follows this one by PostgreSQL's own logical replication."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.sql import SQL, Identifier, Literal

from appschemas.exceptions import AppSchemasError
from benchmarks.split.conditions import Scene
from benchmarks.split.shared_state import OLD, PREFIX, SharedState

COPY: Final = f"{PREFIX}_copy"


@contextmanager
def subscriber(state: SharedState) -> Iterator[Scene]:
    """It has all persons and notes; the tables move there when it has come to their moves here."""
    with state.connection() as connection, state.connection("postgres") as server:
        if connection.execute("SHOW wal_level").fetchone() != ("logical",):
            scene = Scene.of(state)
            scene.seen.append("not tried: wal_level is not logical here")
            yield scene
            return
        with _following(state, connection, server) as copy:
            follower = _Follower(state, copy)
            yield Scene(state.login(OLD), follower.forward, follower.back, seen=follower.seen)
            follower.compare(connection)


# Private
# -------

_TABLES: Final = """
CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE note (id bigint PRIMARY KEY, person_id bigint NOT NULL, text text NOT NULL);
CREATE SCHEMA hub; CREATE SCHEMA app;
"""
_PUBLISH: Final = "CREATE PUBLICATION followed FOR TABLE public.person, public.note"
_SLOT: Final = "SELECT pg_create_logical_replication_slot(%s, 'pgoutput')"
# Both databases are of one server, which would wait for itself if the subscription made the slot.
_SUBSCRIBE: Final = SQL(
    "CREATE SUBSCRIPTION {name} CONNECTION {url} PUBLICATION followed"
    " WITH (create_slot = false, slot_name = {slot})"
)
_WAITING: Final = "SELECT count(*) FROM pg_subscription_rel WHERE srsubstate <> 'r'"
_ROWS: Final = """
SELECT (SELECT count(*) FROM person), (SELECT sum(length(name)) FROM person),
       (SELECT count(*) FROM note), (SELECT sum(length(text)) FROM note),
       (SELECT sum(hashint8(id)::bigint * (hashint8(person_id) % 65536)) FROM note)
"""
_FAILURES: Final = "SELECT apply_error_count FROM pg_stat_subscription_stats WHERE subname = %s"
_FLUSHED: Final = "SELECT confirmed_flush_lsn >= %s FROM pg_replication_slots WHERE slot_name = %s"
_PATIENCE: Final = 120.0
# In the order in which the road moves them.
_HOMES: Final = {"person": "hub", "note": "app"}


@contextmanager
def _following(
    state: SharedState, connection: psycopg.Connection[Any], server: psycopg.Connection[Any]
) -> Iterator[psycopg.Connection[Any]]:
    server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(COPY)))
    server.execute(SQL("CREATE DATABASE {}").format(Identifier(COPY)))
    connection.execute(_PUBLISH)
    connection.execute(_SLOT, [COPY])
    with state.connection(COPY) as copy:
        copy.execute(_TABLES)
        url = make_conninfo(**conninfo_to_dict(state.url) | {"dbname": PREFIX})
        names = {"name": Identifier(COPY), "url": Literal(url), "slot": Literal(COPY)}
        copy.execute(_SUBSCRIBE.format(**names))
        try:
            _wait_until(lambda: copy.execute(_WAITING).fetchone() == (0,))
            yield copy
        finally:
            # What it leaves on the server goes with it, the slot, too.
            copy.execute(SQL("DROP SUBSCRIPTION {}").format(Identifier(COPY)))
            connection.execute("DROP PUBLICATION followed")
    server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(COPY)))


class _Follower:
    """Moves the tables on the subscriber once it has come to their moves here, where it stops."""

    def __init__(self, state: SharedState, copy: psycopg.Connection[Any]) -> None:
        self._state, self._copy = state, copy
        self.seen: list[str] = []

    def forward(self) -> None:
        self._refused(self._state.split)
        self._state.split(subscribers_moved=True)
        self._catch_up([(Identifier("public", table), home) for table, home in _HOMES.items()])

    def back(self) -> None:
        self._refused(self._state.unsplit)
        self._state.unsplit(subscribers_moved=True)
        self._catch_up([(Identifier(home, table), "public") for table, home in _HOMES.items()])

    def compare(self, connection: psycopg.Connection[Any]) -> None:
        """Whether it has come to have the same rows."""
        wanted = connection.execute(_ROWS).fetchone()
        _wait_until(lambda: self._copy.execute(_ROWS).fetchone() == wanted)
        same = self._copy.execute(_ROWS).fetchone() == wanted
        self.seen.append(f"the subscriber has {'the same' if same else 'other'} rows")

    def _refused(self, work: Callable[[], None]) -> None:
        try:
            work()
            self.seen.append("went on without a word of the subscriber")
        except AppSchemasError as error:
            stopped = "publication followed is followed" in str(error)
            self.seen.append("stopped before the first table" if stopped else str(error))

    def _catch_up(self, moves: Iterable[tuple[Identifier, str]]) -> None:
        """Move each table, in the order of the moves here, when the subscriber is there."""
        for table, schema in moves:
            with self._state.connection() as connection:
                end = connection.execute("SELECT pg_current_wal_lsn()").fetchone()
                failed = self._failures()
                _wait_until(
                    lambda end=end, failed=failed, connection=connection: (
                        self._failures() > failed
                        or connection.execute(_FLUSHED, [*end, COPY]).fetchone() == (True,)
                    )
                )
            move = SQL("ALTER TABLE {} SET SCHEMA {}").format(table, Identifier(schema))
            self._copy.execute(move)

    def _failures(self) -> int:
        row = self._copy.execute(_FAILURES, [COPY]).fetchone()
        return int(row[0]) if row else 0


def _wait_until(true: Any) -> None:
    until = time.monotonic() + _PATIENCE
    while not true() and time.monotonic() < until:
        time.sleep(0.2)
