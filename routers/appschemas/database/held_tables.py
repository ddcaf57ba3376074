"""Held tables: what keeps even a look at the catalog waiting, told to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg import Connection
from psycopg.errors import DeadlockDetected, LockNotAvailable, PipelineAborted

from appschemas.exceptions import LockNotGranted

# Who only looks waits for nobody for ever; what is set already holds. The answer to a question
# about a table, its size or the condition of its trigger, waits for who holds it.
_WAITS: Final = """
SELECT pg_catalog.set_config('lock_timeout', '5s', {is_local})
 WHERE pg_catalog.current_setting('lock_timeout') = '0'
"""
WAIT_SHORTLY: Final = _WAITS.format(is_local="true")
WAIT_SHORTLY_FOR_A_SESSION: Final = _WAITS.format(is_local="false")


class TableHeld(LockNotGranted):
    """A look at the catalog waited for somebody who holds a table for himself."""

    def __init__(self, in_the_way: str = "") -> None:
        """`in_the_way` says who, where that is known."""
        who = _WHO.format(in_the_way) if in_the_way else _SEE_WHO
        super().__init__("read the triggers of the tables", f"{_HELD} {who}")


@contextmanager
def pipelined(connection: Connection[Any]) -> Iterator[None]:
    """Send what is asked without waiting for answers; the first error is told, and no other logged.

    A pipeline that an error leaves ends with another one, of which psycopg writes to the log.

    Raises:
        TableHeld: somebody held a table for longer than `lock_timeout`.
    """
    failed: psycopg.Error | None = None
    try:
        with connection.pipeline():
            try:
                yield
            except psycopg.Error as error:
                failed = error
    except psycopg.Error as error:
        failed = failed or error
    if isinstance(failed, (DeadlockDetected, LockNotAvailable, PipelineAborted)):
        raise TableHeld from None
    if failed:
        raise failed


# Private
# -------

_HELD: Final = (
    "Somebody holds a table for himself, and it cannot be looked at meanwhile. Nothing was changed."
)
_WHO: Final = (
    "In the way: {}. Wait until he is done, or end his session: SELECT pg_terminate_backend(<pid>)"
)
_SEE_WHO: Final = (
    "Wait until he is done, or see who it is: SELECT l.relation::regclass, a.* FROM "
    "pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.mode = 'AccessExclusiveLock'"
)
