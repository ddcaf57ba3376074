"""At once: what a new database lacks, sent as one, where nobody else is and nothing is in the way.

What is done step by step for each check, so that others work on meanwhile, is done here for all of
them together: what they need is lent once, each role is taken once, and what would refuse one of
them is asked once for all. What is there in the end is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from psycopg import Connection
from psycopg.sql import SQL

from appschemas.database.apply.sending import TOLD, script
from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change
from appschemas.database.plan.every_key import every_key
from appschemas.database.plan.plan import changes_but_checks
from appschemas.database.plan.triggers import is_without_checks
from appschemas.integrity.constraints.blocks import UNIQUE_INDEXES, Column
from appschemas.integrity.constraints.creation import create_all
from appschemas.integrity.constraints.ddl import ConstraintFunction, RoleStatement
from appschemas.integrity.constraints.lending import lent
from appschemas.integrity.constraints.limits import ARE_LIMITED, sides_of
from appschemas.integrity.constraints.look_ups import FILLED
from appschemas.integrity.references import KeyConstraint


def make_at_once(
    connection: Connection[Any], desired: DesiredState, actual: CatalogState
) -> tuple[Change, ...] | None:
    """Make in one round trip what a superuser's new database lacks.

    Returns:
        The changes; none where one of them failed, or the database is not new: nothing is done.
    """
    if not is_without_checks(desired, actual):
        return None
    try:
        with connection.transaction():
            if _are_limited(connection, desired):
                return None
            changes = (*changes_but_checks(desired, actual), *_checks(connection, desired))
            statements = [part for change in changes for part in change.statements]
            if statements:
                connection.execute(SQL(";\n").join((_UNCOMPILED, *script(statements))))
    except TOLD:
        # One after the other, it is known which.
        return None
    return changes


# Private
# -------

# A body is compiled when it is first run. That all of them compile is seen where they are made one
# by one, and by whoever runs them; here it would be a third of what they take.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
_UNCOMPILED: Final = SQL("SET LOCAL check_function_bodies = off")


def _checks(connection: Connection[Any], desired: DesiredState) -> Iterator[Change]:
    """The change that makes all checks, and those that look up the keys of tables with rows."""
    if not desired.objects:
        return
    objects = [each for those in desired.objects.values() for each in those]
    kept = (each.keeps_unique for each in objects if isinstance(each, ConstraintFunction))
    create = create_all(objects, _unique_indexes(connection, {each for each in kept if each}))
    statements: Iterable[RoleStatement] = lent(create, desired.objects, desired.contract)
    yield Change("", Action.ADD, "create the checks of all keys", tuple(statements))
    filled = _filled(connection, desired.objects)
    for constraint in desired.objects:
        if (constraint.schema, constraint.table) in filled:
            yield every_key(constraint, desired, waits=False)


def _are_limited(connection: Connection[Any], desired: DesiredState) -> bool:
    """Whether `limits` would refuse one of the checks."""
    if not desired.objects:
        return False
    columns = {
        (each.schema, each.table, each.column)
        for constraint in desired.objects
        for each in constraint.references
    }
    by_statement = {
        table
        for constraint in desired.objects
        if constraint.check_each == "statement"
        for table in sides_of(constraint)
    }
    schemas, tables, names = _arrays(columns, 3)
    in_schemas, named = _arrays(by_statement, 2)
    parameters = {
        "schemas": schemas,
        "tables": tables,
        "columns": names,
        "by_statement_in": in_schemas,
        "by_statement": named,
        "extensions": desired.contract.extensions,
    }
    row = connection.execute(ARE_LIMITED, parameters).fetchone()
    return bool(row and row[0])


def _unique_indexes(connection: Connection[Any], columns: set[Column]) -> dict[Column, int]:
    rows = connection.execute(UNIQUE_INDEXES, _arrays(columns, 3))
    return {(schema, table, column): index for schema, table, column, index in rows}


def _filled(
    connection: Connection[Any], constraints: Iterable[KeyConstraint]
) -> set[tuple[str, str]]:
    """The tables of their keys that may have rows; `look_ups` passes over those that have none."""
    tables = {(each.schema, each.table) for each in constraints}
    return set(connection.execute(FILLED, _arrays(tables, 2)))


def _arrays(rows: Iterable[tuple[str, ...]], width: int) -> list[list[str]]:
    """The rows as columns."""
    rows = list(rows)
    return [[row[at] for row in rows] for at in range(width)]
