"""Autodetector: Django's, which writes first what keeps the rows of a conversion.

What keeps them is found first, and what Django finds is the rest.
https://docs.djangoproject.com/en/stable/ref/django-admin/#django.core.management.BaseCommand.autodetector
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.migrations import Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.state import ProjectState

from appschemas.management.conversions import bases_by_app, kept_by_app, losses


@cache
def keeping_rows(autodetector: type[MigrationAutodetector]) -> type[KeepingRows]:
    """Django's autodetector, or what another app has made of it, which keeps rows as well."""
    return type("Autodetector", (KeepingRows, autodetector), {})


class Changes(dict[str, list[Migration]]):
    """Migrations by app, and in `losses` a line for each conversion that would drop rows."""

    def __init__(self, changes: dict[str, list[Migration]], losses: list[str]) -> None:
        super().__init__(changes)
        self.losses = losses


class KeepingRows(MigrationAutodetector):
    """An autodetector that knows what a conversion keeps."""

    def __init__(self, from_state: ProjectState, to_state: ProjectState, questioner: Any = None):
        self.first = dict(kept_by_app(from_state, to_state))
        self.last = dict(bases_by_app(from_state, to_state))
        kept = from_state.clone()
        for app_label, operations in self.first.items():
            for operation in operations:
                operation.state_forwards(app_label, kept)
        self.losses = [*losses(kept, to_state)]
        self._together: dict[str, list[Any]] | None = None
        super().__init__(kept, to_state, questioner)

    def changes(self, *args: Any, **kwargs: Any) -> Changes:
        self._is_asked = True
        return Changes(super().changes(*args, **kwargs), self.losses)

    def create_altered_indexes(self) -> None:
        """Django's own, which asks here for each model what becomes of `index_together` of all."""
        self._together = {}
        try:
            super().create_altered_indexes()
        finally:
            self._together = None

    def _get_altered_foo_together_operations(self, option_name: str) -> Iterable[Any]:
        """Django's own, asked once where nothing changes between two questions."""
        if self._together is None:
            return super()._get_altered_foo_together_operations(option_name)
        if option_name not in self._together:
            asked = super()._get_altered_foo_together_operations(option_name)
            self._together[option_name] = list(asked)
        return self._together[option_name]

    def arrange_for_graph(
        self, changes: Any, graph: Any, migration_name: str | None = None
    ) -> dict[str, list[Migration]]:
        if getattr(self, "_is_asked", False):
            for app_label in {*self.first, *self.last}:
                made = changes.setdefault(app_label, []) or [_migration(app_label)]
                changes[app_label] = made
                made[0].operations[:0] = self.first.get(app_label, [])
                made[-1].operations += self.last.get(app_label, [])
        arranged: dict[str, list[Migration]] = super().arrange_for_graph(
            changes, graph, migration_name
        )
        return arranged


# Private
# -------


def _migration(app_label: str) -> Migration:
    made = type("Migration", (Migration,), {"operations": [], "dependencies": []})
    return made("auto_1", app_label)
