"""SQL of migrations: data migrations, which were written when all tables lay together.

`RunPython`, and the `RunSQL` of migrations that the contract lists as history, run as a role that
has the rights of every owner, with all schemas on the path, whichever connection they use. What
they make lies in the schema of their app, and is its owner's when they are done.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from typing import Any, Final

from django.contrib.postgres.operations import CreateExtension
from django.db.migrations import Migration, RunPython, RunSQL, SeparateDatabaseAndState

from appschemas.backend.session.current_role import acts_alone
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.integrity.migration_files import text_of
from appschemas.replay.followed import followed
from appschemas.replay.placed_operations import HistoryOperation, KeptExtension


def with_history(migration: Migration, state: Any, contract: Contract) -> Migration:
    """A copy of `migration` whose data migrations reach the tables of every schema.

    What alters a key or renames a model does so, too, where columns of other schemas follow it.

    Args:
        migration: Of an app of the contract.
        state: Before it, whether it is to be applied or undone; it is not changed.
        contract: Says where it runs, and whether it is of the past.
    """
    schema = contract.schema_of_app(migration.app_label)
    placed = copy(migration)
    if schema is not None:
        is_listed = bool(schema.reads) or (
            f"{migration.app_label}.{migration.name}" in schema.history
        )

        follows = followed(migration, state, contract)

        def reaches(operation: Any) -> bool:
            if acts_alone():
                return False
            if isinstance(operation, RunSQL):
                return is_listed or bool(_TEMPORARY.search(text_of(operation)))
            return isinstance(operation, RunPython) or operation in follows

        placed.operations = [
            _placed(operation, reaches, schema, contract) for operation in migration.operations
        ]
    return placed


# Private
# -------

# A table of the session is made with a right on the database, which no owner has.
_TEMPORARY: Final = re.compile(
    r"\b(create\s+(local\s+|global\s+)?temp(orary)?|into\s+temp(orary)?"
    r"|refresh\s+materialized\s+view\s+concurrently)\b",
    re.IGNORECASE,
)


def _placed(
    operation: Any, reaches: Callable[[Any], bool], schema: Schema, contract: Contract
) -> Any:
    if reaches(operation):
        return HistoryOperation(operation, schema, contract)
    if isinstance(operation, CreateExtension):
        return KeptExtension(operation)
    if isinstance(operation, SeparateDatabaseAndState):
        placed = copy(operation)
        placed.database_operations = [
            _placed(each, reaches, schema, contract) for each in operation.database_operations
        ]
        return placed
    return operation
