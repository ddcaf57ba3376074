"""Keys: a foreign key that crosses goes once its check stands, and comes back before that goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from psycopg.errors import UndefinedColumn
from psycopg.sql import SQL, Identifier

from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.apply.planning import plan_of, read_state
from appschemas.database.split.marks import FormerKey
from appschemas.database.split.owners_code import Touched
from appschemas.database.split.relations import CrossingKey, Relation
from appschemas.database.split.state import SplitState
from appschemas.database.split.steps import Steps
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.key_triggers import drop
from appschemas.integrity.constraints.marks import bearer
from appschemas.integrity.references import KeyConstraint


def crossing(state: SplitState) -> Iterator[CrossingKey]:
    """The foreign keys whose two tables lie, or will lie, in two schemas."""
    for key in state.keys:
        home = state.homes.get(key.oid), state.homes.get(key.referenced_oid)
        if None not in home and home[0] != home[1]:
            yield key


def parted(state: SplitState) -> Iterator[CrossingKey]:
    """Those whose tables both lie where they belong."""
    for key in crossing(state):
        if all(_is_home(state, oid) for oid in (key.oid, key.referenced_oid)):
            yield key


def drop_keys(steps: Steps) -> None:
    """Drop the foreign keys whose checks stand, each with all of its keys looked up."""
    guarded = _guarded(steps)
    for key in parted(steps.state):
        table, other = (steps.state.relations[oid] for oid in (key.oid, key.referenced_oid))
        if len(key.columns) != 1 or (table.oid, key.columns[0]) not in guarded:
            continue
        names = {"table": Identifier(table.schema, table.name), "key": Identifier(key.name)}
        kept = FormerKey(table.name, key.name, other.schema, key.definition)
        steps.make(
            f"foreign key {key.name} of {table.schema}.{table.name}",
            [
                RoleStatement("", _DROP.format(**names)),
                steps.remember(table.schema, keys=(*steps.mark(table.schema).keys, kept)),
            ],
            having=(table.owner, other.owner),
        )
    steps.look()


def restore_keys(steps: Steps, schemas: set[str]) -> None:
    """Make the foreign keys again that these schemas have a side of; then their checks go."""
    for schema, mark in list(steps.state.marks.items()):
        for key in mark.keys:
            if schema in schemas or key.referenced_schema in schemas:
                _restore(steps, schema, key)
    steps.look()
    _drop_checks(steps, schemas)
    steps.look()


def uncovered(state: SplitState) -> Iterator[str]:
    """The foreign keys that cross and that no check can take the place of."""
    known = {(each.schema, each.table, each.column) for each in state.installed.references}
    for key in crossing(state):
        table = state.relations[key.oid]
        if len(key.columns) != 1 or (state.homes[key.oid], table.name, key.columns[0]) not in known:
            yield f"{key.name} of {table.name} ({', '.join(key.columns)})"


# Private
# -------

_DROP: Final = SQL("ALTER TABLE {table} DROP CONSTRAINT {key}")
_ADD: Final = SQL("ALTER TABLE {table} ADD CONSTRAINT {key} {definition}")
_VALIDATE: Final = SQL("ALTER TABLE {table} VALIDATE CONSTRAINT {key}")
_LOCK: Final = SQL("LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
_DROP_TRIGGER: Final = SQL("DROP TRIGGER {trigger} ON {table}")
_NOT_VALID: Final = " NOT VALID"
_PARTITIONS: Final = """
SELECT c.relname, n.nspname, c.relkind::text
  FROM pg_catalog.pg_partition_tree(%s::oid) t
  JOIN pg_catalog.pg_class c ON c.oid = t.relid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 ORDER BY t.level DESC, c.relname
"""
_FOUND: Final = """
SELECT k.convalidated FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE (n.nspname, c.relname, k.conname) = (%s, %s, %s) AND k.contype = 'f'
"""


# The table in what PostgreSQL prints of a foreign key; names in it may hold anything.
_REFERENCED: Final = re.compile(
    r'FOREIGN KEY \((?:"(?:[^"]|"")*"|[^")])*\) REFERENCES ((?:"(?:[^"]|"")*"|[^"(])+)\('
)
_NAMED: Final = """
SELECT n.nspname, c.relname
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.oid = pg_catalog.to_regclass(%s)
"""


def _is_home(state: SplitState, oid: int) -> bool:
    relation = state.relations[oid]
    return relation.schema == state.homes[oid]


def _guarded(steps: Steps) -> set[tuple[int, str]]:
    """(oid, column) of every key whose check is as it must be, its rows looked up."""
    actual = read_state(steps.connection, steps.contract, steps.installed)
    plan = plan_of(steps.contract, steps.installed, actual)
    unsound = {each.constraint for each in plan.changes if each.constraint is not None}
    oids = {(each.schema, each.name): oid for oid, each in steps.state.relations.items()}
    return {
        (oids[constraint.schema, constraint.table], reference.column)
        for constraint in steps.installed.key_constraints(actual.columns)
        if constraint not in unsound
        for reference in constraint.references
    }


def _restore(steps: Steps, schema: str, key: FormerKey) -> None:
    what = f"foreign key {key.name} of {schema}.{key.table}"
    rest = tuple(each for each in steps.mark(schema).keys if each != key)
    table = next(
        (each for each in steps.state.tables if (each.schema, each.name) == (schema, key.table)),
        None,
    )
    referenced = _referenced(steps, key)
    if table is None or referenced is None:
        gone = key.table if table is None else "the table that it references"
        steps.make(f"{what} is left out: {gone} is gone", [steps.remember(schema, keys=rest)])
        return
    try:
        _remake(steps, table, key, referenced)
    except UndefinedColumn as error:
        # Migrations of meanwhile have dropped it, or given it another name.
        left_out = f"{what} is left out: {error.diag.message_primary}"
        steps.make(left_out, [steps.remember(schema, keys=rest)])
        return
    steps.make(f"{what} is there again", [steps.remember(schema, keys=rest)])


def _remake(steps: Steps, table: Relation, key: FormerKey, referenced: tuple[str, str]) -> None:
    definition = key.definition.removesuffix(_NOT_VALID)
    was_valid = definition == key.definition
    having = (steps.owner_of(table.schema), steps.owner_of(key.referenced_schema))
    what = f"foreign key {key.name} of {table.schema}.{table.name}"
    # To validate it plans on both tables, and to make it on a partitioned one as well.
    touched = Touched([(table.schema, table.name), referenced])
    tree = steps.connection.execute(_PARTITIONS, [table.oid]).fetchall()
    for name, place, kind in tree or [(table.name, table.schema, "r")]:
        names = {"table": Identifier(place, name), "key": Identifier(key.name)}
        of = "" if name == table.name else f", on partition {name}"
        found = steps.connection.execute(_FOUND, [place, name, key.name]).fetchone()
        if found is None:
            text = definition if kind == "p" else definition + _NOT_VALID
            add = [RoleStatement("", _ADD.format(definition=SQL(text), **names))]
            if kind == "p":
                # It takes those of its partitions, which are valid by then.
                # https://www.postgresql.org/docs/15/sql-altertable.html
                add.insert(0, _locked(referenced))
            steps.make(f"{what}{of}", add, having, touched)
        if kind != "p" and was_valid and not (found and found[0]):
            validate = RoleStatement("", _VALIDATE.format(**names))
            steps.make(f"validate {what}{of}", [validate], having, touched)


def _locked(table: tuple[str, str]) -> RoleStatement:
    """Lock a table at once as the statement will in the end, when triggers of partitions go.

    A lock that grows makes a victim of whoever has read the table and then writes it, at once and
    whatever lock_timeout says: each would wait for the other.
    https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS
    """
    return RoleStatement("", _LOCK.format(table=Identifier(*table)))


def _referenced(steps: Steps, key: FormerKey) -> tuple[str, str] | None:
    """(schema, name) of the other table; None if it is gone."""
    name = _REFERENCED.match(key.definition)
    found = steps.connection.execute(_NAMED, [name and name[1]]).fetchone()
    return (found[0], found[1]) if found else None


def _constraints(steps: Steps) -> list[tuple[KeyConstraint, list[KeyConstraint]]]:
    """The checks that are there, each with all others."""
    actual = read_state(steps.connection, steps.contract, steps.installed)
    made = {(each.schema, each.name) for each in actual.functions.values()}
    there = [
        each for each in steps.installed.key_constraints(actual.columns) if bearer(each) in made
    ]
    return [(each, [other for other in there if other != each]) for each in there]


def _drop_checks(steps: Steps, schemas: set[str]) -> None:
    for constraint, kept in _constraints(steps):
        if {constraint.schema, constraint.referenced_schema} & schemas:
            columns = ", ".join(each.column for each in constraint.references)
            steps.make(
                f"drop the check of {constraint.schema}.{constraint.table} ({columns})",
                drop(constraint, steps.contract, kept),
            )
    # Of a table that old code has renamed the triggers have its old name, and no model knows them.
    for row in steps.asked("checks_left", schemas=sorted(schemas), engine=list(ENGINE_SCHEMAS)):
        table = Identifier(row["schema"], row["table"])
        drop_it = _DROP_TRIGGER.format(trigger=Identifier(row["trigger"]), table=table)
        what = f"drop trigger {row['trigger']} of {row['schema']}.{row['table']}: its key is gone"
        steps.make(what, [RoleStatement("", drop_it)], having=(row["owner"],))
