"""Walk: migrations in order, in one pass over the state of the project.

Django renders every model that an operation's model is related to, in history all of them, again
after each operation. A plain operation needs its own model and the keys of what that points at;
those of one kind in a row need them once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from typing import Any, Final

from django.db import transaction
from django.db.migrations import AddConstraint, AddField, AddIndex, AlterField, CreateModel
from django.db.migrations.migration import Migration

from appschemas.replay.state_parts import ModelKey, part_of


def ordered_migrations(loader: Any) -> list[Migration]:
    """All migrations that `loader` knows, each after those that it builds on."""
    graph = loader.graph
    return [graph.nodes[key] for key in graph._generate_plan(nodes=graph.leaf_nodes(), at_end=True)]


def run_operation(operation: Any, app_label: str, editor: Any, before: Any, after: Any) -> None:
    """What an operation does to a database."""
    operation.database_forwards(app_label, editor, before, after)


def apply_migration(
    migration: Migration,
    state: Any,
    editor: Any,
    apps: Iterable[str],
    run: Callable[..., None] = run_operation,
) -> Any:
    """Run a migration forwards with `editor`; the state that it leaves.

    Args:
        migration: What to run.
        state: Of the project before it; it is changed, and what is rendered of it is dropped.
        editor: Of the alias of its schema.
        apps: The apps of its schema.
        run: Runs an operation, as Django's `database_forwards` does.
    """
    state.__dict__.pop("apps", None)
    for operations in _alike(migration, state):
        is_plain = type(operations[0]) in _PLAIN
        keys = _touched(migration.app_label, operations, state, apps) if is_plain else ()
        # To clone all models for each migration would take longer with each of them.
        before = part_of(state, keys).clone() if is_plain else state.clone()
        for operation in operations:
            operation.state_forwards(migration.app_label, state)
        after = part_of(state, keys).clone() if is_plain else state.clone()
        for operation in operations:
            with _transaction(operation, migration, editor):
                run(operation, migration.app_label, editor, before, after)
    return state


# Private
# -------

# Each touches one thing, which no other of its kind in the same group touches.
_PLAIN: Final = (AddConstraint, AddField, AddIndex, AlterField, CreateModel)


def _transaction(operation: Any, migration: Migration, editor: Any) -> AbstractContextManager[Any]:
    """In a migration that is none itself, an operation may ask for a transaction of its own.

    SQL that is only collected is sent nowhere, and may be where no database is.
    """
    asks = operation.atomic or (migration.atomic and operation.atomic is not False)
    if asks and not editor.atomic_migration and not editor.collect_sql:
        return transaction.atomic(using=editor.connection.alias)
    return nullcontext()


def _alike(migration: Migration, state: Any) -> Iterator[list[Any]]:
    """The operations; `state` is, whenever the next are asked for, the one before them."""
    for kind, group in groupby(migration.operations, key=type):
        if kind not in _PLAIN:
            yield from ([operation] for operation in group)
            continue
        together: list[Any] = []
        touched: set[Any] = set()
        for operation in group:
            thing = _thing(operation)
            # What follows a key is another operation's thing.
            is_followed = _alters_a_key(migration.app_label, operation, state)
            if together and (is_followed or thing in touched):
                yield together
                together, touched = [], set()
            together.append(operation)
            touched.add(thing)
            if is_followed:
                yield together
                together, touched = [], set()
        if together:
            yield together


def _thing(operation: Any) -> tuple[str, str]:
    model = getattr(operation, "model_name", "")
    return model.lower(), str(getattr(operation, "name", id(operation))).lower()


def _touched(
    app_label: str, operations: Iterable[Any], state: Any, apps: Iterable[str]
) -> set[ModelKey]:
    """The models that plain operations need: their own, and all of its schema where keys change."""
    names = {_model_of(operation) for operation in operations}
    if any(_alters_a_key(app_label, operation, state) for operation in operations):
        return {key for key in state.models if key[0] in apps} | {(app_label, n) for n in names}
    return {(app_label, name) for name in names}


def _model_of(operation: Any) -> str:
    return str(getattr(operation, "model_name", "") or operation.name).lower()


def _alters_a_key(app_label: str, operation: Any, state: Any) -> bool:
    """Columns that point at it follow, if it is one that others can point at.

    So do those of the table of a many-to-many relation.
    """
    if not isinstance(operation, AlterField):
        return False
    model = state.models.get((app_label, operation.model_name_lower))
    fields = (model.fields.get(operation.name) if model else None, operation.field)
    return any(
        field is not None and (field.primary_key or field.unique or field.many_to_many)
        for field in fields
    )
