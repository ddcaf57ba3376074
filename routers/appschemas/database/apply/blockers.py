"""Blockers: who keeps a session waiting, seen from another one while it waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import Connection
from psycopg.errors import LockNotAvailable
from psycopg.rows import class_row

from appschemas.database.held_tables import WAIT_SHORTLY_FOR_A_SESSION, TableHeld
from appschemas.database.servers import admin_connection, connect


@dataclass(frozen=True, slots=True, order=True)
class Blocker:
    """A session that holds a lock, or waits for one ahead of us.

    Attributes:
        pid: Of its server process; 0 for a transaction that was prepared.
        role: As whom it logged in; empty for a process of the server's own, such as autovacuum.
        application: Its application_name.
        state: What it does, where this login may know.
        since: When its transaction began, as the server's clock has it, where this login may know.
        stays: Whether it is an autovacuum that gives way to nobody, where this login may know.
    """

    pid: int
    role: str = ""
    application: str = ""
    state: str = ""
    since: str = ""
    stays: bool = False

    def __str__(self) -> str:
        if not self.pid:
            return "a prepared transaction (see pg_prepared_xacts)"
        if not self.role:
            return f"autovacuum{' against wraparound' if self.stays else ''} (pid {self.pid})"
        words = [f"pid {self.pid}", f"user {self.role}"]
        words += [f"application {self.application}"] if self.application else []
        words += [f"{self.state or 'in transaction'} since {self.since}"] if self.since else []
        return f"{', '.join(words)}"

    @property
    def is_autovacuum(self) -> bool:
        """Whether it gives way by itself, after deadlock_timeout, unless it `stays`."""
        return bool(self.pid) and not self.role


@contextmanager
def watching(connection: Connection[Any]) -> Iterator[set[Blocker]]:
    """A set that fills with those who keep `connection` waiting while the block runs.

    It takes a second session of the same login. Where there is none to be had, nobody is named.
    """
    found: set[Blocker] = set()
    is_over = threading.Event()
    pid = connection.info.backend_pid

    def watch() -> None:
        # Who is in the way is said beside the error, and never instead of it.
        with suppress(psycopg.Error), _beside(connection) as other:
            while not is_over.wait(_GLANCE):
                with other.cursor(row_factory=class_row(Blocker)) as cursor:
                    found.update(cursor.execute(_BLOCKERS, [pid]).fetchall())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield found
    finally:
        is_over.set()
        watcher.join()


@contextmanager
def holders_told(connection: Connection[Any]) -> Iterator[None]:
    """Name those who hold a table for themselves, where the block only looked and met one.

    Args:
        connection: On which the block asks, in a transaction that has ended when it is left.

    Raises:
        LockNotGranted: with their names.
    """
    try:
        yield
    except (LockNotAvailable, TableHeld):
        with connection.cursor() as cursor:
            raise TableHeld("; ".join(map(str, holders(cursor)))) from None


def holders(cursor: Any) -> list[Blocker]:
    """Those who hold a table of this database for themselves, or keep one waiting who wants to.

    Args:
        cursor: Of psycopg or of Django.
    """
    cursor.execute(_HOLDERS)
    return sorted(Blocker(*row) for row in cursor.fetchall())


@contextmanager
def looking(alias: str) -> Iterator[Connection[Any]]:
    """The administrator's connection for a command, which waits shortly for who holds a table.

    What changes something says itself how long it waits.

    Args:
        alias: One of the aliases of the server.

    Raises:
        LockNotGranted: somebody held a table for longer; the message names him.
        AppSchemasError: there is no way to connect.
    """
    with admin_connection(alias) as connection, holders_told(connection):
        connection.execute(WAIT_SHORTLY_FOR_A_SESSION)
        yield connection


# Private
# -------

_GLANCE: Final = 0.01
# https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SESSION
_NAMED: Final = """
SELECT DISTINCT coalesce(b.pid, 0) AS pid,
       coalesce(a.usename, '')::text AS role,
       coalesce(a.application_name, '') AS application,
       coalesce(a.state, '') AS state,
       coalesce(pg_catalog.to_char(a.xact_start, 'HH24:MI:SS'), '') AS since,
       coalesce(a.backend_type = 'autovacuum worker'
                AND a.query LIKE '%%(to prevent wraparound)', false) AS stays
  FROM {pids} AS b (pid)
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
"""
_BLOCKERS: Final = _NAMED.format(pids="pg_catalog.unnest(pg_catalog.pg_blocking_pids(%s))")
_HOLDERS: Final = _NAMED.format(
    pids="""
  (SELECT unnest(CASE WHEN l.granted THEN ARRAY[l.pid] ELSE pg_catalog.pg_blocking_pids(l.pid) END)
     FROM pg_catalog.pg_locks l
     JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
      AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid())"""
)


def _beside(connection: Connection[Any]) -> Connection[Any]:
    info = connection.info
    return connect(conninfo=info.dsn, password=info.password)
