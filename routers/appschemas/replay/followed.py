"""Followed: operations after which columns of other schemas have another type or name.

Django alters these columns along with the operation: keys of what is altered, and the column of a
many-to-many relation that bears the name of a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.migrations import AlterField, Migration, RenameModel, SeparateDatabaseAndState
from django.db.migrations.utils import resolve_relation

from appschemas.contract.contract import Contract
from appschemas.integrity.migration_files import operations_of

_Key = tuple[str, str]


def followed(migration: Migration, state: Any, contract: Contract) -> list[Any]:
    """The operations of `migration` that alter tables of other schemas, too.

    Args:
        migration: Of an app of the contract.
        state: Before it; it is not changed.
        contract: Says which schema each app is in.
    """
    if not any(isinstance(each, AlterField | RenameModel) for each in operations_of(migration)):
        return []
    home = contract.schema_of_app(migration.app_label)
    return [
        operation
        for operation, holders in _with_holders(migration.operations, migration.app_label, state)
        if any(contract.schema_of_app(app) not in (None, home) for app, _ in holders)
    ]


# Private
# -------


def _with_holders(
    operations: Iterable[Any], app_label: str, state: Any
) -> Iterator[tuple[Any, Iterator[_Key]]]:
    """The operations that others may follow, each with the models that do."""
    state = state.clone()
    state.__dict__.pop("apps", None)
    for operation in operations:
        if isinstance(operation, SeparateDatabaseAndState):
            yield from _with_holders(operation.database_operations, app_label, state)
        elif isinstance(operation, RenameModel):
            yield operation, _joined_to((app_label, operation.old_name_lower), state)
        elif isinstance(operation, AlterField) and _is_key(operation, app_label, state):
            yield operation, _holders((app_label, operation.model_name_lower), state)
        operation.state_forwards(app_label, state)


def _is_key(operation: AlterField, app_label: str, state: Any) -> bool:
    model = state.models.get((app_label, operation.model_name_lower))
    field = model.fields.get(operation.name) if model else None
    return field is not None and bool(field.primary_key or field.unique)


def _joined_to(key: _Key, state: Any) -> Iterator[_Key]:
    """The models that a many-to-many field joins to the model."""
    for holder, field in _fields_at(key, state):
        if field.many_to_many:
            yield holder


def _holders(key: _Key, state: Any) -> Iterator[_Key]:
    """The models that hold the model's key, and those that hold a key which is that key."""
    waiting, seen = [key], {key}
    while waiting:
        for holder, field in _fields_at(waiting.pop(), state):
            yield holder
            if field.primary_key and holder not in seen:
                seen.add(holder)
                waiting.append(holder)


def _fields_at(key: _Key, state: Any) -> Iterator[tuple[_Key, Any]]:
    for holder, model in list(state.models.items()):
        for field in model.fields.values():
            if field.remote_field and resolve_relation(field.remote_field.model, *holder) == key:
                yield holder, field
