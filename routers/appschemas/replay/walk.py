"""Walking: migrations in order, in one pass over the state of the project.

Django renders every model that an operation's model is related to, in history all of them, again
after each operation. A plain operation needs its own schema's models and what they point at; those
of one kind in a row need them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from typing import Any, Final

from django.db import transaction
from django.db.migrations import AddConstraint, AddField, AddIndex, AlterField, CreateModel
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState
from django.db.migrations.utils import resolve_relation

ModelKey = tuple[str, str]


def ordered_migrations(loader: Any) -> list[Migration]:
    """All migrations that `loader` knows, each after those that it builds on."""
    graph = loader.graph
    return [graph.nodes[key] for key in graph._generate_plan(nodes=graph.leaf_nodes(), at_end=True)]


def apply_migration(migration: Migration, state: Any, editor: Any, apps: Iterable[str]) -> Any:
    """Run a migration forwards with `editor`; the state that it leaves.

    Args:
        migration: What to run.
        state: Of the project before it; it is changed, and what is rendered of it is dropped.
        editor: Of the alias of its schema.
        apps: The apps of its schema.
    """
    state.__dict__.pop("apps", None)
    for operations in _alike(migration.operations):
        before = state.clone()
        for operation in operations:
            operation.state_forwards(migration.app_label, state)
        after = state.clone()
        if type(operations[0]) in _PLAIN:
            before, after = _part(before, apps), _part(after, apps)
        for operation in operations:
            with _transaction(operation, migration, editor):
                operation.database_forwards(migration.app_label, editor, before, after)
    return state


# Private
# -------

# Each touches one thing, which no other of its kind in the same group touches.
_PLAIN: Final = (AddConstraint, AddField, AddIndex, AlterField, CreateModel)


def _transaction(operation: Any, migration: Migration, editor: Any) -> AbstractContextManager[Any]:
    """In a migration that is none itself, an operation may ask for a transaction of its own."""
    asks = operation.atomic or (migration.atomic and operation.atomic is not False)
    if asks and not editor.atomic_migration:
        return transaction.atomic(using=editor.connection.alias)
    return nullcontext()


def _alike(operations: Iterable[Any]) -> Iterator[list[Any]]:
    for kind, group in groupby(operations, key=type):
        if kind not in _PLAIN:
            yield from ([operation] for operation in group)
            continue
        together: list[Any] = []
        touched: set[Any] = set()
        for operation in group:
            thing = _thing(operation)
            if thing in touched:
                yield together
                together, touched = [], set()
            together.append(operation)
            touched.add(thing)
        yield together


def _thing(operation: Any) -> tuple[str, str]:
    model = getattr(operation, "model_name", "")
    return model.lower(), str(getattr(operation, "name", id(operation))).lower()


def _part(state: ProjectState, apps: Iterable[str]) -> ProjectState:
    """The models of these apps and all that they point at."""
    models: Any = state.models
    waiting = [key for key in models if key[0] in apps]
    found: dict[ModelKey, Any] = {}
    while waiting:
        key = waiting.pop()
        if key not in found and key in models:
            found[key] = models[key]
            waiting += _pointed_at(models[key], key)
    return ProjectState(models=found, real_apps=state.real_apps)


def _pointed_at(model: Any, key: ModelKey) -> Iterator[ModelKey]:
    for base in model.bases:
        if isinstance(base, str):
            yield resolve_relation(base, *key)
    for field in (*model.fields.values(), *_inherited(model.bases)):
        for end in (
            getattr(field.remote_field, "model", None),
            getattr(field.remote_field, "through", None),
        ):
            if end is not None:
                yield resolve_relation(end, *key)


def _inherited(bases: Iterable[Any]) -> Iterator[Any]:
    """The fields that classes bring, which stand in no state: generic relations among them."""
    for base in bases:
        for each in getattr(base, "__mro__", ()):
            if (options := getattr(each, "_meta", None)) is not None and options.abstract:
                yield from options.local_fields
                yield from options.local_many_to_many
                yield from options.private_fields
