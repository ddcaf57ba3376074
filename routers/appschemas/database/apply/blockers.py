"""Blockers: who keeps a session waiting, seen from another one while it waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg import Connection
from psycopg.rows import class_row

from appschemas.database.servers import connect


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


# Private
# -------

_GLANCE: Final = 0.01
# https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-SESSION
_BLOCKERS: Final = """
SELECT DISTINCT b.pid,
       coalesce(a.usename, '')::text AS role,
       coalesce(a.application_name, '') AS application,
       coalesce(a.state, '') AS state,
       coalesce(pg_catalog.to_char(a.xact_start, 'HH24:MI:SS'), '') AS since,
       coalesce(a.backend_type = 'autovacuum worker'
                AND a.query LIKE '%%(to prevent wraparound)', false) AS stays
  FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(%s)) AS b (pid)
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
"""


def _beside(connection: Connection[Any]) -> Connection[Any]:
    info = connection.info
    return connect(conninfo=info.dsn, password=info.password)
