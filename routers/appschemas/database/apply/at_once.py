"""At once: a plan for a new database, sent as one, where nobody else is and nothing is in the way.

What `stepwise` does for each check, so that each can be made by itself while others work, is done
here for all of them together: what they need is lent once, each role is taken once, and what would
refuse one of them is asked once for all. What is there in the end is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from psycopg import Connection
from psycopg.sql import SQL

from appschemas.contract.contract import Contract
from appschemas.database.apply.sending import TOLD, script
from appschemas.database.plan.changes import Change
from appschemas.integrity.constraints.blocks import UNIQUE_INDEXES, Column
from appschemas.integrity.constraints.creation import create_all
from appschemas.integrity.constraints.ddl import ConstraintFunction, RoleStatement
from appschemas.integrity.constraints.lending import lent
from appschemas.integrity.constraints.limits import ARE_LIMITED, sides_of
from appschemas.integrity.constraints.look_ups import FILLED
from appschemas.integrity.references import KeyConstraint


def run_at_once(connection: Connection[Any], contract: Contract, changes: Sequence[Change]) -> bool:
    """Run many changes in one round trip; False, and nothing is done, if one of them fails."""
    made = [each for each in changes if each.constraint and not each.looks_up]
    if all(each.adds for each in made):
        constraints = list(dict.fromkeys(each.constraint for each in made if each.constraint))
        if _are_limited(connection, contract, constraints):
            return False
        statements = _together(connection, contract, changes, constraints)
    else:
        statements = (part for change in changes for part in change.statements)
    try:
        with connection.transaction():
            connection.execute(SQL(";\n").join((_UNCOMPILED, *script(statements))))
    except TOLD:
        # One after the other, it is known which.
        return False
    return True


# Private
# -------

# A body is compiled when it is first run. That all of them compile is seen where they are made one
# by one, and by whoever runs them; here it would be half of what a function takes.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
_UNCOMPILED: Final = SQL("SET LOCAL check_function_bodies = off")


def _together(
    connection: Connection[Any],
    contract: Contract,
    changes: Iterable[Change],
    constraints: list[KeyConstraint],
) -> Iterator[RoleStatement]:
    """The statements of the changes, those of checks once for all of them."""
    objects = [each.adds for each in changes if each.adds]
    kept = (each.keeps_unique for each in objects if isinstance(each, ConstraintFunction))
    indexes = _unique_indexes(connection, {each for each in kept if each})
    yield from (part for each in changes if not each.constraint for part in each.statements)
    if constraints:
        yield from lent(create_all(objects, indexes), constraints, contract)
    looks_up = [each for each in changes if each.looks_up]
    filled = _filled(connection, looks_up)
    for each in looks_up:
        if each.constraint and (each.constraint.schema, each.constraint.table) in filled:
            yield from each.statements


def _are_limited(
    connection: Connection[Any], contract: Contract, constraints: list[KeyConstraint]
) -> bool:
    """Whether `limits` would refuse one of them."""
    columns = {
        (each.schema, each.table, each.column) for one in constraints for each in one.references
    }
    by_statement = {
        table for each in constraints if each.check_each == "statement" for table in sides_of(each)
    }
    schemas, tables, names = _arrays(columns, 3)
    in_schemas, named = _arrays(by_statement, 2)
    parameters = {
        "schemas": schemas,
        "tables": tables,
        "columns": names,
        "by_statement_in": in_schemas,
        "by_statement": named,
        "extensions": contract.extensions,
    }
    row = connection.execute(ARE_LIMITED, parameters).fetchone() if constraints else None
    return bool(row and row[0])


def _unique_indexes(connection: Connection[Any], columns: set[Column]) -> dict[Column, int]:
    if not columns:
        return {}
    rows = connection.execute(UNIQUE_INDEXES, _arrays(columns, 3))
    return {(schema, table, column): index for schema, table, column, index in rows}


def _filled(connection: Connection[Any], looks_up: list[Change]) -> set[tuple[str, str]]:
    """The tables of their keys that may have rows; `look_ups` passes over those that have none."""
    constraints = [each.constraint for each in looks_up if each.constraint]
    tables = {(each.schema, each.table) for each in constraints}
    return set(connection.execute(FILLED, _arrays(tables, 2))) if tables else set()


def _arrays(rows: Iterable[tuple[str, ...]], width: int) -> list[list[str]]:
    """The rows as columns."""
    rows = list(rows)
    return [[row[at] for row in rows] for at in range(width)]
