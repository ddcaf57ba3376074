"""Poolers: how one in front of the server hands its connections out, in PgBouncer's words."""

from __future__ import annotations

from typing import Final

# https://www.pgbouncer.org/features.html
SESSION: Final = "session"
TRANSACTION: Final = "transaction"
POOLERS: Final = (SESSION, TRANSACTION)
