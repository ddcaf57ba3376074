"""Disk: the migrations as they stand in their files; no graph is built and no database asked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader


@cache
def migrations() -> dict[tuple[str, str], Migration]:
    """Every migration of the installed apps, by app label and name."""
    loader: Any = MigrationLoader(None, load=False)
    loader.load_disk()
    found: dict[tuple[str, str], Migration] = loader.disk_migrations
    return found


def apps_with_migrations() -> frozenset[str]:
    """The labels of the apps that have one."""
    return frozenset(label for label, _ in migrations())


def operations_of(migration: Migration) -> Iterator[Any]:
    """Its operations on the database, those inside of SeparateDatabaseAndState included."""
    waiting = list(migration.operations)
    while waiting:
        operation: Any = waiting.pop(0)
        if hasattr(operation, "database_operations"):
            waiting[:0] = operation.database_operations
        else:
            yield operation
