"""Locks: DDL waits for others only so long, since everybody else waits behind it."""

from __future__ import annotations

from typing import Final

from django.db import connections

# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
DEFAULT_LOCK_TIMEOUT: Final = "5s"


def limit_lock_waits(alias: str, timeout: str) -> None:
    """Until the end of the transaction, wait at most `timeout` (such as "5s") for each lock."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_catalog.set_config('lock_timeout', %s, true)", [timeout])
