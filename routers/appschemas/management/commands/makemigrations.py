"""makemigrations: a relation that becomes one of identity form keeps its rows."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import makemigrations

from appschemas.management.autodetector import keeping_rows


class Command(makemigrations.Command):
    """Django's makemigrations, which writes what keeps the rows, and says where rows would go."""

    autodetector = keeping_rows(makemigrations.Command.autodetector)

    def write_migration_files(self, changes: Any, *args: Any) -> None:
        self._warn(changes)
        super().write_migration_files(changes, *args)

    def write_to_last_migration_files(self, changes: Any) -> None:
        self._warn(changes)
        super().write_to_last_migration_files(changes)

    def _warn(self, changes: Any) -> None:
        for loss in getattr(changes, "losses", ()):
            self.stderr.write(self.style.WARNING(f"WARNING: {loss}"))
