"""Key changes: what a migration does to columns and tables at which keys begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import connections
from django.db.migrations import (
    AddField,
    AddIndex,
    AlterField,
    AlterModelManagers,
    AlterModelOptions,
    CreateModel,
    DeleteModel,
    RemoveField,
    RemoveIndex,
    RunPython,
    RunSQL,
    SeparateDatabaseAndState,
)

from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.fields import IdentityKey
from appschemas.integrity.discovery import home_of, table_of

Column = tuple[str, str, str]
Table = tuple[str, str]


def may_change_keys(migration: Any, state: Any) -> bool:
    """Whether the references before and after `migration` may differ, or tables of theirs.

    Args:
        migration: Any.
        state: The one that has more fields of the two that it lies between.
    """
    for operation in _flat(migration.operations, state=True, database=True):
        if isinstance(operation, _HARMLESS):
            continue
        if not isinstance(operation, AddField | AlterField | RemoveField):
            return True
        before = _field(state, migration.app_label, operation)
        after = None if isinstance(operation, RemoveField) else operation.field
        if _may_be_key(before) or _may_be_key(after):
            return True
    return False


def altered_columns(old: Any, new: Any, contract: Contract) -> set[Column]:
    """The columns whose type or collation two registries of models give differently.

    A foreign key's type is that of what it points at, so that what follows is among them.
    """
    before, after = _types(old, contract), _types(new, contract)
    return {column for column in before if column in after and before[column] != after[column]}


def removed_columns(migration: Any, apps: Any, contract: Contract) -> set[Column]:
    """The columns that `migration` drops, be it to make them anew; `apps` are those before it."""
    return {
        (home.name, table_of(model), model._meta.get_field(operation.name).column)
        for operation in _flat(migration.operations, database=True)
        if isinstance(operation, RemoveField)
        and (model := _model(apps, migration.app_label, operation.model_name)) is not None
        and (home := home_of(model, contract)) is not None
        and operation.name in {field.name for field in model._meta.local_concrete_fields}
    }


def dropped_tables(migration: Any, apps: Any, contract: Contract, *, backwards: bool) -> set[Table]:
    """The tables that `migration` drops, be it to make them anew."""
    kind = CreateModel if backwards else DeleteModel
    return {
        (home.name, table_of(model))
        for operation in _flat(migration.operations, database=True)
        if isinstance(operation, kind)
        and (model := _model(apps, migration.app_label, operation.name)) is not None
        and not model._meta.proxy
        and model._meta.managed
        and (home := home_of(model, contract)) is not None
    }


def left_names(old: Any, new: Any, contract: Contract) -> set[Table]:
    """The names of tables that there are no more, or that are another table's now.

    A table that gets another name takes its triggers along, and nobody finds them under that one.
    """
    return tables_in(old, contract) - tables_in(new, contract)


def tables_in(apps: Any, contract: Contract) -> set[Table]:
    """The tables of the models of a registry."""
    return {
        (home.name, table_of(model))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and (home := home_of(model, contract)) is not None
    }


# Private
# -------

_HARMLESS: Final = (
    AddIndex, AlterModelManagers, AlterModelOptions, RemoveIndex, RunPython, RunSQL
)  # fmt: skip


def _flat(
    operations: Iterable[Any], *, database: bool = False, state: bool = False
) -> Iterator[Any]:
    for operation in operations:
        if isinstance(operation, SeparateDatabaseAndState):
            if database:
                yield from _flat(operation.database_operations, database=database, state=state)
            if state:
                yield from _flat(operation.state_operations, database=database, state=state)
        else:
            yield operation


def _field(state: Any, app_label: str, operation: Any) -> Any:
    model = state.models.get((app_label, operation.model_name_lower))
    return model.fields.get(operation.name) if model else None


def _may_be_key(field: Any) -> bool:
    return field is not None and (
        field.remote_field is not None
        or isinstance(field, IdentityKey)
        or field.primary_key
        or field.unique
    )


def _model(apps: Any, app_label: str, name: str) -> Any:
    try:
        return apps.get_model(app_label, name)
    except LookupError:
        return None


def _types(apps: Any, contract: Contract) -> dict[Column, tuple[Any, ...]]:
    connection = connections[DEFAULT_ALIAS]
    found = {}
    for model in apps.get_models(include_auto_created=True):
        home = home_of(model, contract)
        if home is None or not model._meta.managed or model._meta.proxy or model._meta.swapped:
            continue
        for field in model._meta.local_concrete_fields:
            parameters = field.db_parameters(connection)
            column = home.name, table_of(model), field.column
            found[column] = parameters["type"], parameters.get("collation")
    return found
