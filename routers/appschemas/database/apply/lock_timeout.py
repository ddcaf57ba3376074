"""Locks: DDL waits for others only so long, since everybody else waits behind it."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from typing import Final

from django.db import connections

# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
DEFAULT_LOCK_TIMEOUT: Final = "5s"
_PARTS: Final = re.compile(r"([0-9.]+)\s*([a-z]*)")
_SECONDS: Final = {"us": 1e-6, "ms": 1e-3, "s": 1, "min": 60, "h": 3600, "d": 86400}
_DURATION: Final = re.compile(r"[0-9]{1,9}(\.[0-9]+)?\s*(us|ms|s|min|h|d)?")


def duration(text: str) -> str:
    """A duration as PostgreSQL reads it: 5s, 500ms, 2min, or a number of milliseconds.

    https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-NAMES-VALUES

    Raises:
        ArgumentTypeError: it is none.
    """
    if not _DURATION.fullmatch(text.strip()):
        raise ArgumentTypeError(f"{text!r} is no duration; wanted: 5s, 500ms, 2min or 0 for ever.")
    return text


def seconds(text: str) -> float:
    """A duration in seconds.

    Raises:
        ArgumentTypeError: it is none.
    """
    number, unit = _PARTS.match(duration(text).strip()).groups()  # type: ignore[union-attr]
    return float(number) * _SECONDS[unit or "ms"]


def limit_lock_waits(alias: str, timeout: str) -> None:
    """Until the end of the transaction, wait at most `timeout` (such as "5s") for each lock."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_catalog.set_config('lock_timeout', %s, true)", [timeout])
