"""Stand-ins: where the keys are of models whose apps a subset leaves out.

Their migrations say it: they are read, and none of the apps' models is imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps as installed_apps
from django.db.backends.utils import strip_quotes
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from appschemas.contract.subset import left_out, migrations_of


@dataclass(frozen=True, slots=True, order=True)
class KeyColumn:
    """The table and the column that hold the key of a model."""

    table: str
    column: str


def key_column_of(label: str) -> KeyColumn:
    """Where the key of the model `app.Model` is; Django's own names, where no migration says it."""
    app_label, _, name = label.lower().partition(".")
    registry: Any = _history(app_label).apps
    try:
        options = registry.get_model(app_label, name)._meta
    except LookupError:
        return KeyColumn(f"{app_label}_{name}", "id")
    return KeyColumn(strip_quotes(options.db_table), options.pk.column)


def load_left_out(loader: Any) -> None:
    """Add to what `loader` has read those migrations of left-out apps that it depends on."""
    waiting = {app for key in loader.disk_migrations for app in _needed(loader, key)}
    while waiting:
        label = waiting.pop()
        if label in loader.migrated_apps or label not in left_out():
            continue
        names = migrations_of(label)
        loader.migrated_apps.add(label)
        for name in names:
            loader.disk_migrations[label, name] = _migration(label, name)
            waiting |= _needed(loader, (label, name))


# Private
# -------


class _History(MigrationLoader):
    """The migrations of one app and of those that it builds on, whatever the settings say."""

    def __init__(self, app_label: str) -> None:
        self._app_label = app_label
        super().__init__(None)

    @classmethod
    def migrations_module(cls, app_label: str) -> tuple[str | None, bool]:
        # --no-migrations puts None here for every app.
        return f"{installed_apps.get_app_config(app_label).name}.migrations", False

    def load_disk(self) -> None:
        super().load_disk()
        loader: Any = self
        loader.disk_migrations.update(
            {
                (self._app_label, name): _migration(self._app_label, name)
                for name in migrations_of(self._app_label)
            }
        )
        loader.migrated_apps.add(self._app_label)
        load_left_out(self)


@cache
def _history(app_label: str) -> ProjectState:
    if not migrations_of(app_label):
        return ProjectState()
    loader: Any = _History(app_label)
    leaves = loader.graph.leaf_nodes(app_label)
    state: ProjectState = loader.graph.make_state(leaves, real_apps=loader.unmigrated_apps)
    return state


def _migration(label: str, name: str) -> Any:
    module = import_module(f"{left_out()[label]}.migrations.{name}")
    return module.Migration(name, label)


def _needed(loader: Any, key: tuple[str, str]) -> set[str]:
    migration = loader.disk_migrations[key]
    return {app for app, _ in (*migration.dependencies, *migration.run_before)}
