"""Attempts: a transaction that waits for others only shortly, again and again.

Whoever waits for a lock keeps everybody waiting who comes after. So each attempt gives up soon, and
lets the others pass before the next one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from random import SystemRandom
from typing import Any, Final, TypeVar

from psycopg import Connection, errors

from appschemas.database.apply.blockers import Blocker, watching
from appschemas.database.apply.room import way_to_room
from appschemas.exceptions import AppSchemasError, LockNotGranted

# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
SHORT_LOCK_TIMEOUT: Final = "100ms"
RETRY_FOR: Final = 60.0
# A login that has this set would stay a member of each role that it makes.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CREATEROLE-SELF-GRANT
NO_SELF_GRANT: Final = """
SELECT pg_catalog.set_config(name, '', true)
  FROM pg_catalog.pg_settings WHERE name = 'createrole_self_grant' AND setting <> ''
"""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for locks.

    Attributes:
        lock_timeout: For each, as PostgreSQL writes durations: so long everybody else may wait.
        retry_for: For how many seconds to try a transaction again.
        told: Is told, after an attempt that failed, what waits and for whom.
    """

    lock_timeout: str = SHORT_LOCK_TIMEOUT
    retry_for: float = RETRY_FOR
    told: Callable[[str, frozenset[Blocker]], None] = lambda what, blockers: None


def begin(connection: Connection[Any], patience: Patience) -> None:
    """What every transaction starts with: a fresh snapshot for each statement, short waits."""
    # Before anything is asked.
    connection.execute(_SEES_EVERY_COMMIT)
    _limit(connection, patience)


@contextmanager
def limited(connection: Connection[Any], patience: Patience) -> Iterator[None]:
    """What a transaction that others have begun can be given for a while: short waits, no path."""
    before = connection.execute(_BEFORE, [list(_SETTINGS)]).fetchall()
    _limit(connection, patience)
    yield
    connection.execute(_PUT_BACK, [[name for name, _ in before], [value for _, value in before]])


def retried(
    connection: Connection[Any], work: Callable[[], T], patience: Patience, so_far: str
) -> T:
    """Do `work` in a transaction, again and again while others are in its way.

    Raises:
        LockNotGranted: they still are when patience is over; the message names them.
        AppSchemasError: the server has no room for so large a transaction.
    """
    until = time.monotonic() + patience.retry_for
    attempt, blockers = 0, frozenset[Blocker]()
    while True:
        watched = watching(connection) if attempt else nullcontext(set[Blocker]())
        with watched as found:
            try:
                with connection.transaction():
                    begin(connection, patience)
                    return work()
            except LockNotGranted as error:
                refused = error
            except errors.OutOfMemory as error:
                raise AppSchemasError(way_to_room(connection, error, so_far)) from None
        blockers = frozenset(found) or blockers
        if time.monotonic() > until:
            raise LockNotGranted(
                refused.what, _told(refused.what, blockers, patience, so_far)
            ) from None
        if attempt:
            patience.told(refused.what, blockers)
        time.sleep(_RANDOM.uniform(0.5, 1.5) * min(_LONGEST, _SHORTEST * _GROWTH**attempt))
        attempt += 1


# Private
# -------


def _limit(connection: Connection[Any], patience: Patience) -> None:
    """Wait shortly, be given way to, find nothing without its schema, keep no membership.

    A running autovacuum gives way to whoever has waited for deadlock_timeout, a second by default,
    which is longer than anybody waits here. It is made shorter where this login may.
    https://www.postgresql.org/docs/current/runtime-config-locks.html
    """
    connection.execute(_LIMIT, [patience.lock_timeout])
    connection.execute(NO_SELF_GRANT)
    found = connection.execute(_MAY_SET).fetchone()
    if found and found[0]:
        connection.execute(_HURRY)


_SHORTEST: Final = 0.05
_LONGEST: Final = 0.5
_GROWTH: Final = 1.5
_RANDOM: Final = SystemRandom()
# A snapshot that is older than the locks would miss what was committed while they were waited for.
# https://www.postgresql.org/docs/current/transaction-iso.html
_SEES_EVERY_COMMIT: Final = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"
_LIMIT: Final = (
    "SELECT pg_catalog.set_config('lock_timeout', %s, true),"
    " pg_catalog.set_config('search_path', '', true)"
)
_SETTINGS: Final = ("lock_timeout", "search_path", "deadlock_timeout", "createrole_self_grant")
_BEFORE: Final = "SELECT name, setting FROM pg_catalog.pg_settings WHERE name = ANY (%s)"
_PUT_BACK: Final = """
SELECT pg_catalog.set_config(s.name, b.value, true)
  FROM unnest(%s::text[], %s::text[]) AS b (name, value)
  JOIN pg_catalog.pg_settings s ON s.name = b.name AND s.setting <> b.value
"""
_HURRY: Final = "SET LOCAL deadlock_timeout = '20ms'"
_MAY_SET: Final = "SELECT pg_catalog.has_parameter_privilege('deadlock_timeout', 'SET')"


def _told(what: str, blockers: frozenset[Blocker], patience: Patience, so_far: str) -> str:
    named = "; ".join(map(str, sorted(blockers)))
    in_the_way = f" In the way: {named}." if named else ""
    message = f"Somebody holds a lock that this needs: {what}.{in_the_way} {so_far} "
    if staying := [each for each in blockers if each.stays]:
        return message + (
            "Autovacuum against wraparound gives way to nobody: wait until it is done, which "
            "pg_stat_progress_vacuum tells, let it be tried for longer: --retry-for 1h, or let it "
            f"begin anew after this: SELECT pg_terminate_backend({min(staying).pid})"
        )
    if blockers and all(each.is_autovacuum for each in blockers):
        return message + (
            "Autovacuum gives way to whoever has waited for deadlock_timeout. Let a superuser run: "
            "GRANT SET ON PARAMETER deadlock_timeout TO <this login>, or wait longer: "
            "--lock-timeout 1500ms"
        )
    return message + "Run it again, or let it try for longer: --retry-for 10min"
