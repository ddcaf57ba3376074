"""SQL of migrations: data migrations, which were written when all tables lay together.

`RunPython`, and the `RunSQL` of migrations that the contract lists as history, run as a role that
has the rights of every owner, with all schemas on the path, whichever connection they use. What
they make lies in the schema of their app, and is its owner's when they are done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any, Final

from django.db import connections
from django.db.migrations import AlterField, Migration, RunPython, RunSQL, SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation
from django.db.migrations.utils import resolve_relation
from psycopg.sql import SQL, Identifier

from appschemas.backend.session.current_role import acting_in_history, acts_alone
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema


def with_history(migration: Migration, state: Any, contract: Contract) -> Migration:
    """A copy of `migration` whose data migrations reach the tables of every schema.

    What alters a key does so, too, where columns of other schemas follow it.

    Args:
        migration: Of an app of the contract.
        state: Before it; it is not changed.
        contract: Says where it runs, and whether it is of the past.
    """
    schema = contract.schema_of_app(migration.app_label)
    placed = copy(migration)
    if schema is not None:
        is_listed = bool(schema.reads) or (
            f"{migration.app_label}.{migration.name}" in schema.history
        )

        def reaches(operation: Any) -> bool:
            if acts_alone():
                return False
            if isinstance(operation, AlterField):
                return _is_followed(operation, migration.app_label, state, contract)
            return isinstance(operation, RunPython) or (is_listed and isinstance(operation, RunSQL))

        placed.operations = [
            _placed(operation, reaches, schema, contract) for operation in migration.operations
        ]
    return placed


@contextmanager
def reaching_all(schema: Schema, contract: Contract) -> Iterator[None]:
    """What runs in the block reaches every schema; what it makes is the owner's of `schema`."""
    with acting_in_history(schema.name):
        yield
        reassign = _REASSIGN.format(
            history=Identifier(contract.history_role), owner=Identifier(schema.owner)
        )
        with connections[schema.alias].cursor() as cursor:
            cursor.execute(reassign)


class HistoryOperation(Operation):
    """An operation that runs with the reach of history; all else is the operation's own."""

    def __init__(self, operation: Any, schema: Schema, contract: Contract) -> None:
        self.operation = operation
        self._schema = schema
        self._contract = contract
        for name in ("reversible", "reduces_to_sql", "atomic", "elidable"):
            setattr(self, name, getattr(operation, name))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.operation, name)

    def state_forwards(self, app_label: str, state: Any) -> None:
        self.operation.state_forwards(app_label, state)

    def database_forwards(self, *args: Any, **kwargs: Any) -> None:
        with reaching_all(self._schema, self._contract):
            self.operation.database_forwards(*args, **kwargs)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        with reaching_all(self._schema, self._contract):
            self.operation.database_backwards(*args, **kwargs)

    def describe(self) -> str:
        return str(self.operation.describe())


# Private
# -------

# https://www.postgresql.org/docs/current/sql-reassign-owned.html
_REASSIGN: Final = SQL("REASSIGN OWNED BY {history} TO {owner}")


def _placed(
    operation: Any, reaches: Callable[[Any], bool], schema: Schema, contract: Contract
) -> Any:
    if reaches(operation):
        return HistoryOperation(operation, schema, contract)
    if isinstance(operation, SeparateDatabaseAndState):
        placed = copy(operation)
        placed.database_operations = [
            _placed(each, reaches, schema, contract) for each in operation.database_operations
        ]
        return placed
    return operation


def _is_followed(operation: Any, app_label: str, state: Any, contract: Contract) -> bool:
    """Whether foreign keys of other schemas have the type of the field that is altered."""
    model = state.models.get((app_label, operation.model_name_lower))
    field = model.fields.get(operation.name) if model else None
    if field is None or not (field.primary_key or field.unique):
        return False
    home, key = contract.schema_of_app(app_label), (app_label, operation.model_name_lower)
    return any(
        contract.schema_of_app(label) not in (None, home) and _points_at(other, key)
        for (label, _), other in state.models.items()
    )


def _points_at(model: Any, key: tuple[str, str]) -> bool:
    ends = (field.remote_field for field in model.fields.values() if field.remote_field)
    place = model.app_label, model.name_lower
    return any(resolve_relation(end.model, *place) == key for end in ends)
