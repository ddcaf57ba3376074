"""Transactions of this schema."""

from __future__ import annotations

from django.db import router, transaction

from boost_usage_tracker.models import BoostUsage


def atomic() -> transaction.Atomic:
    """A transaction of this schema, or a savepoint in the one that is open."""
    return transaction.atomic(using=router.db_for_write(BoostUsage))
