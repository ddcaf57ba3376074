"""Races between two sessions, in an order that a test chooses."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections, transaction

T = TypeVar("T")

WAITERS = """
SELECT count(*) FROM pg_catalog.pg_locks
 WHERE NOT granted AND pg_catalog.pg_backend_pid() = ANY (pg_catalog.pg_blocking_pids(pid))
"""
ENDED = "SELECT count(*) = 0 FROM pg_catalog.pg_stat_activity WHERE pid = %s"


def raced(first: Callable[[], T], second: Callable[[], T], *, using: str) -> tuple[T, T]:
    """`first` in a transaction that commits once `second`, in another session, waits for it."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic(using=using):
            one = first()
            other = pool.submit(_in_own_session, second)
            _wait_for_waiter(using)
        return one, other.result(timeout=10)


def elsewhere(function: Callable[[], T]) -> T:
    """What `function` returns or raises in another session, while this one stays as it is."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(_in_own_session, function).result(timeout=10)


def wait_for_end(pid: int, *, using: str) -> None:
    """Whoever closes a connection does not wait for the server to end its session; this does."""
    _wait_until(using, ENDED, [pid], "The session does not end.")


# Private
# -------


def _in_own_session(function: Callable[[], T]) -> T:
    try:
        return function()
    finally:
        connections.close_all()


def _wait_for_waiter(using: str) -> None:
    _wait_until(using, WAITERS, [], "The other session does not wait for this one.")


def _wait_until(using: str, query: str, params: list[int], otherwise: str) -> None:
    until = time.monotonic() + 10
    with connections[using].cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute(query, params)
            if cursor.fetchone()[0]:
                return
            time.sleep(0.01)
    raise AssertionError(otherwise)
