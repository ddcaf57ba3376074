"""Held tables: what keeps even a look at the catalog waiting, told to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from psycopg.errors import DeadlockDetected, LockNotAvailable, PipelineAborted

from appschemas.exceptions import LockNotGranted


@contextmanager
def held_tables_told() -> Iterator[None]:
    """The server opens a table to print the condition of a trigger, and waits for who holds it.

    Raises:
        LockNotGranted: for longer than `lock_timeout`.
    """
    try:
        yield
    except (DeadlockDetected, LockNotAvailable, PipelineAborted):
        raise LockNotGranted("read the triggers of the tables", _HELD) from None


# Private
# -------

_HELD: Final = (
    "Somebody holds a table for himself, and its triggers cannot be read meanwhile. Nothing was "
    "changed. Wait until he is done, or see who it is: SELECT l.relation::regclass, a.* FROM "
    "pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.mode = 'AccessExclusiveLock'"
)
