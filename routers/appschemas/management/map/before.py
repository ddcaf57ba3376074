"""Before: the foreign keys that crossed while all tables lay in one schema, by the migrations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from appschemas.contract.contract import Contract
from appschemas.management.map.facts import Key
from appschemas.management.map.keys import on_delete_of
from appschemas.replay.walk import ordered_migrations


def keys_before(contract: Contract) -> tuple[Key, ...]:
    """The foreign keys that left each app, at the point of its history with most of them.

    Needs no database. Tables of many-to-many relations are their model's.
    """
    state: Any = ProjectState()
    most: dict[str, frozenset[Key]] = {}
    for migration in ordered_migrations(MigrationLoader(None)):
        state = migration.mutate_state(state, preserve=False)
        app = migration.app_label
        now = frozenset(_crossing(app, state, contract))
        most[app] = max(most.get(app, now), now, key=len)
    return tuple(sorted(frozenset[Key]().union(*most.values())))


# Private
# -------


def _crossing(app: str, state: Any, contract: Contract) -> Iterator[Key]:
    home = contract.schema_of_app(app)
    for (label, _), model in state.models.items():
        for name, field in model.fields.items() if home and label == app else ():
            relation: Any = getattr(field, "remote_field", None)
            if not isinstance(field, models.ForeignKey | models.ManyToManyField):
                continue
            if getattr(relation, "through", None) or not isinstance(relation.model, str):
                continue
            target = _target(relation.model, app)
            held = contract.schema_of_app(target[0])
            if home and held and held != home:
                many = isinstance(field, models.ManyToManyField)
                yield Key(
                    home.name,
                    _table(model) + (f"_{name}" if many else ""),
                    f"{target[1]}_id" if many else field.db_column or f"{name}_id",
                    held.name,
                    _table(state.models[target]) if target in state.models else "",
                    _key_of(state.models.get(target)),
                    "CASCADE" if many else on_delete_of(field),
                    "foreign key",
                )


def _target(label: str, app: str) -> tuple[str, str]:
    name, _, model = label.rpartition(".")
    return name or app, model.lower()


def _table(model: Any) -> str:
    table: str = model.options.get("db_table") or f"{model.app_label}_{model.name_lower}"
    return table


def _key_of(model: Any) -> str:
    """The name of the column of the primary key, as far as the state says."""
    for name, field in model.fields.items() if model else ():
        if field.primary_key:
            return str(field.db_column or (f"{name}_id" if field.is_relation else name))
    return "id"
