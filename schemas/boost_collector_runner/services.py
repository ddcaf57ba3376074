"""Writes: the outcome of a run, and the lock that a run holds."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connections
from django.utils import timezone

from boost_collector_runner.models import CollectorGroupRunStatus

logger = logging.getLogger(__name__)


class AlreadyRunning(Exception):
    """Another run of the group has not ended."""

    def __init__(self, group_id: str) -> None:
        super().__init__(f"Collector group {group_id!r} is running already; wait for it to end.")
        self.group_id = group_id


@contextmanager
def single_flight(*, group_id: str) -> Iterator[None]:
    """Hold the group's lock: one run at a time across processes and machines.

    The lock is the database session's and outlives transactions; a run whose process or
    connection dies gives it back. Not to be used behind a pooler in transaction mode.
    https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS

    Raises:
        AlreadyRunning: some session, this one included, holds the lock.
    """
    name = f"boost_collector_runner:{group_id}"
    if not _scalar(_ACQUIRE, name):
        raise AlreadyRunning(group_id)
    try:
        yield
    finally:
        if not _scalar(_RELEASE, name):
            logger.warning("The connection was lost while %r ran, and its lock with it.", group_id)


def record_run(*, group_id: str, exit_code: int) -> None:
    """Note that a run of the group has just ended; exit code 0 is success."""
    now = timezone.now()
    ended = "last_failure_at" if exit_code else "last_success_at"
    status = CollectorGroupRunStatus(group_id=group_id, last_run_at=now, last_exit_code=exit_code)
    setattr(status, ended, now)
    CollectorGroupRunStatus.objects.bulk_create(
        [status],
        update_conflicts=True,
        unique_fields=["group_id"],
        update_fields=["last_run_at", "last_exit_code", "updated_at", ended],
    )


# Private
# -------

# A session may take a lock again that it holds, so its own locks are looked up first. CASE keeps
# the order; a lock on one bigint key is listed in two halves, with objsubid 1.
_ACQUIRE: Final = """
    SELECT CASE WHEN EXISTS (
        SELECT FROM pg_catalog.pg_locks
         WHERE locktype = 'advisory' AND pid = pg_catalog.pg_backend_pid() AND objsubid = 1
           AND database = (SELECT oid FROM pg_catalog.pg_database
                            WHERE datname = pg_catalog.current_database())
           AND (classid::bigint << 32 | objid::bigint) = key
    ) THEN false ELSE pg_catalog.pg_try_advisory_lock(key) END
      FROM pg_catalog.hashtextextended(%s, 0) AS key
"""
_RELEASE: Final = "SELECT pg_catalog.pg_advisory_unlock(pg_catalog.hashtextextended(%s, 0))"


def _scalar(query: str, name: str) -> bool:
    with connections[CollectorGroupRunStatus.objects.db].cursor() as cursor:
        cursor.execute(query, [name])
        return bool(cursor.fetchone()[0])
