"""Transactions of this schema, and locks that live as long as they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from django.db import connections, models, router, transaction

from cppa_user_tracker.models import Identity

Row = TypeVar("Row", bound=models.Model)

# https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS
_LOCK: Final = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


def database() -> str:
    """The alias of this schema."""
    return router.db_for_write(Identity)


def atomic() -> transaction.Atomic:
    """A transaction of this schema, or a savepoint in the one that is open."""
    return transaction.atomic(using=database())


@contextmanager
def locked(model: type[models.Model]) -> Iterator[None]:
    """A transaction in which nobody else makes rows of `model` through `get_or_create`.

    One lock for the whole table, held to the end of the outermost transaction: with a lock per
    key, two importers that meet the same people in another order would wait for each other.
    """
    with atomic():
        with connections[database()].cursor() as cursor:
            cursor.execute(_LOCK, [model._meta.label_lower])
        yield


def get_or_create(found: models.QuerySet[Row], create: Callable[[], Row]) -> tuple[Row, bool]:
    """The oldest row of `found`, or what `create` makes; for keys that no unique constraint holds.

    Safe under concurrent writers at READ COMMITTED, where the second look sees what the holder
    of the lock has committed. Steady state takes no lock.
    """
    found = found.order_by("pk")
    if (row := found.first()) is not None:
        return row, False
    with locked(found.model):
        if (row := found.first()) is not None:
            return row, False
        return create(), True
