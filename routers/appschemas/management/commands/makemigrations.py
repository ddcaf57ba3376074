"""makemigrations: a relation that becomes one of identity form keeps its rows."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.commands import makemigrations

from appschemas.conf import usable_contract
from appschemas.management.autodetector import keeping_rows
from appschemas.management.short_lived import ShortLived
from appschemas.routers import taken_together


class Command(ShortLived, makemigrations.Command):
    """Django's makemigrations, which writes what keeps the rows, and says where rows would go."""

    autodetector = keeping_rows(makemigrations.Command.autodetector)

    def handle(self, *args: Any, **options: Any) -> Any:
        # Asks of each alias whether a model is migrated there, one model after the other.
        with taken_together(_aliases_with_models()):
            return super().handle(*args, **options)

    def write_migration_files(self, changes: Any, *args: Any) -> None:
        self._warn(changes)
        super().write_migration_files(changes, *args)

    def write_to_last_migration_files(self, changes: Any) -> None:
        self._warn(changes)
        super().write_to_last_migration_files(changes)

    def _warn(self, changes: Any) -> None:
        for loss in getattr(changes, "losses", ()):
            self.stderr.write(self.style.WARNING(f"WARNING: {loss}"))


# Private
# -------


def _aliases_with_models() -> set[str]:
    """Those of the schemas that a model is migrated in."""
    if (contract := usable_contract()) is None:
        return set()
    labels = {each.label for each in apps.get_app_configs() if any(each.get_models())}
    return {alias for label, alias in contract.aliases.items() if label in labels}
