"""Triggers: the changes that make the checks of identity keys what the models ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.objects import Function, Trigger
from appschemas.database.plan.changes import SHUTS_OUT, STOPS_WRITES, Action, Change, TableLock
from appschemas.database.plan.deviation_kinds import checks_were_off
from appschemas.database.plan.every_key import every_key, keys_not_looked_up
from appschemas.database.plan.trigger_definition import differences
from appschemas.database.privileges import ObjectKind, Target
from appschemas.integrity.constraints.ddl import (
    COMMENT_PREFIX,
    ConstraintFunction,
    ConstraintTrigger,
    RoleStatement,
    fingerprint_of,
)
from appschemas.integrity.constraints.kinds import only_functions, only_triggers
from appschemas.integrity.constraints.lending import lend, take_back
from appschemas.integrity.constraints.limits import limits
from appschemas.integrity.constraints.look_ups import locks, tables_of
from appschemas.integrity.constraints.objects_v1 import objects_v1_of
from appschemas.integrity.references import KeyConstraint


def key_constraint_changes(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    """Functions and triggers that are missing, altered, switched off or superseded.

    Wherever one was, every key is looked up: what came in while nothing looked must be looked at.
    """
    named: defaultdict[tuple[str, str], list[Function]] = defaultdict(list)
    for each in actual.functions.values():
        named[each.schema, each.name].append(each)
    changes: list[Change] = []
    changed: list[KeyConstraint] = []
    waiting = keys_not_looked_up(desired, actual)
    were_off = checks_were_off(actual)
    renamed = {
        (each.schema, each.table, each.constraint): each
        for each in actual.triggers.values()
        if each.constraint not in ("", each.name)
    }
    for constraint, objects in desired.objects.items():
        made: list[Change] = []
        for function in only_functions(objects):
            those = named[function.schema, function.name]
            same = actual.functions.get((function.schema, function.name, function.arguments))
            others = [each for each in those if each is not same]
            kept = _keeps_unique(function, actual)
            made += _function(constraint, desired, function, same, others, kept=kept)
        for trigger in only_triggers(objects):
            found = actual.triggers.get((trigger.schema, trigger.table, trigger.name))
            compared_as = actual.compared_as.get((trigger.schema, trigger.table), {})
            made += _trigger(trigger, found, renamed, compared_as)
        changes += _lent(made, constraint, desired.contract)
        if made or were_off or constraint in waiting:
            changed.append(constraint)
    yield from changes
    yield from _dropped(desired, actual)
    for constraint in changed:
        yield every_key(constraint, desired, waits=constraint in waiting)


def is_without_checks(desired: DesiredState, actual: CatalogState) -> bool:
    """Whether nothing is there of a check, or in the place of one."""
    return not any(schema in ENGINE_SCHEMAS for schema, _, _ in actual.functions) and not any(
        each.comment.startswith(COMMENT_PREFIX) or (each.schema, each.name) in desired.names
        for each in actual.triggers.values()
    )


def superseded_functions(desired: DesiredState, actual: CatalogState) -> list[ConstraintFunction]:
    """The functions of earlier versions of the engine that the database still has."""
    if not any(each.name.endswith("_v1") for each in actual.functions.values()):
        return []
    return [
        each
        for constraint in desired.objects
        for each in only_functions(objects_v1_of(constraint, desired.contract))
        if (each.schema, each.name, each.arguments) in actual.functions
    ]


def has_former_keys(desired: DesiredState, actual: CatalogState) -> bool:
    """Whether triggers of keys are there that no installed model has, or it is not known."""
    return not desired.tables or any(
        trigger.comment.startswith(COMMENT_PREFIX)
        and (trigger.schema, trigger.name) not in desired.names
        for trigger in actual.triggers.values()
    )


def unused_functions(desired: DesiredState, actual: CatalogState) -> list[Function]:
    """What is left in the engine's schemas, once no trigger of a former key is."""
    if has_former_keys(desired, actual):
        return []
    return [
        each
        for each in actual.functions.values()
        if each.schema in ENGINE_SCHEMAS and (each.schema, each.name) not in desired.names
    ]


# Private
# -------

_ENABLE: Final = SQL("ALTER TABLE {table} ENABLE TRIGGER {name}")
# https://www.postgresql.org/docs/current/catalog-pg-trigger.html
_ENABLED: Final = "O"
# No trigger runs it; what an owner has hung on it by its number does not keep it.
_DROP: Final = SQL("DROP ROUTINE {} CASCADE")
# The default of what goes along with a table.
_GOES_WITH: Final = "NULL::{} IS NULL"


def _lent(changes: list[Change], constraint: KeyConstraint, contract: Contract) -> Iterator[Change]:
    """The changes: the first locks the tables and gives what all need, the last takes it back."""
    for number, change in enumerate(changes):
        statements, held = change.statements, change.locks
        if number == 0:
            statements = (
                *locks([constraint], contract),
                limits(constraint, contract),
                *lend([constraint], contract),
                *statements,
            )
            both = tables_of([constraint])
            held = (*(TableLock(*table, STOPS_WRITES) for table in both), *held)
        if number == len(changes) - 1:
            statements = (*statements, *take_back([constraint], contract))
        yield replace(
            change, statements=statements, constraint=constraint, locks=tuple(dict.fromkeys(held))
        )


def _function(
    constraint: KeyConstraint,
    state: DesiredState,
    desired: ConstraintFunction,
    found: Function | None,
    others: list[Function],
    *,
    kept: bool,
) -> Iterator[Change]:
    name, home = f"{desired.schema}.{desired.name}", constraint.schema
    for other in others:
        # Of the type that the column had before, or somebody's own: the wrong one could be called.
        text = f"drop function {name}({other.arguments}): the check has no such"
        yield Change(home, Action.REMOVE, text, (_drop(state.contract, other),))
    if found is None:
        yield Change(home, Action.ADD, f"create function {name}", tuple(desired.create()))
    elif found.returns != desired.returns or found.traits.startswith(("procedure", "aggregate")):
        # No REPLACE changes these.
        text = f"create function {name} anew: result altered"
        statements = (_drop(state.contract, found), *desired.create())
        yield Change(home, Action.ALTER, text, statements)
    elif differing := [*_differences(desired, found), *([] if kept else ["unique index"])]:
        text = f"replace function {name}: {', '.join(differing)} altered"
        yield Change(home, Action.ALTER, text, tuple(desired.create()))


def _keeps_unique(function: ConstraintFunction, actual: CatalogState) -> bool:
    """Whether the index stays that it is to keep; that there is none is told apart."""
    column = function.keeps_unique
    return column is None or function.name in actual.unique_columns.get(column, {function.name})


def _drop(contract: Contract, actual: Function) -> RoleStatement:
    signature = Target(ObjectKind.FUNCTION, actual.schema, actual.name, actual.arguments)
    return RoleStatement(contract.keys_role, _DROP.format(signature.sql()))


def _differences(desired: ConstraintFunction, actual: Function) -> Iterator[str]:
    if (actual.body, actual.volatility) != (desired.body, desired.volatility):
        yield "body"
    if actual.language != "plpgsql":
        yield "language"
    if not actual.security_definer:
        yield "SECURITY DEFINER"
    if actual.config != desired.config:
        yield "SET"
    if actual.traits:
        yield actual.traits
    if desired.default and desired.default not in map(_GOES_WITH.format, actual.goes_with):
        yield "DEFAULT"
    if fingerprint_of(actual.comment) != desired.fingerprint:
        yield "fingerprint"


def _trigger(
    desired: ConstraintTrigger,
    actual: Trigger | None,
    renamed: Mapping[tuple[str, str, str], Trigger],
    compared_as: Mapping[str, str],
) -> Iterator[Change]:
    name = f"trigger {desired.name} on {desired.schema}.{desired.table}"
    if actual is None:
        text, create = f"create {name}", tuple(desired.create())
        if other := renamed.get((desired.schema, desired.table, desired.name)):
            # The constraint has kept the name.
            text += f": it was renamed to {other.name}"
            create = (*replace(desired, name=other.name).drop(), *create)
        locks = (TableLock(desired.schema, desired.table, SHUTS_OUT if other else STOPS_WRITES),)
        yield Change(desired.schema, Action.ADD, text, create, locks=locks)
    elif differing := list(differences(desired, actual, compared_as)):
        text = f"create {name} anew: {', '.join(differing)} altered"
        locks = (TableLock(desired.schema, desired.table, SHUTS_OUT),)
        yield Change(desired.schema, Action.ALTER, text, tuple(desired.create()), locks=locks)
    else:
        if actual.enabled != _ENABLED:
            enable = _enable(desired, desired.schema, desired.table, desired.owner)
            locks = (TableLock(desired.schema, desired.table, STOPS_WRITES),)
            yield Change(desired.schema, Action.ALTER, f"enable {name}", (enable,), locks=locks)
        for schema, table, owner in actual.clones_not_enabled:
            text = f"enable trigger {desired.name} on {schema}.{table}, a partition"
            statements = (_enable(desired, schema, table, owner),)
            locks = (TableLock(schema, table, STOPS_WRITES),)
            yield Change(desired.schema, Action.ALTER, text, statements, locks=locks)


def _enable(desired: ConstraintTrigger, schema: str, table: str, owner: str) -> RoleStatement:
    names = {"table": Identifier(schema, table), "name": Identifier(desired.name)}
    return RoleStatement(owner, _ENABLE.format(**names))


def _dropped(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    for former in superseded_functions(desired, actual):
        text = f"drop function {former.schema}.{former.name}: superseded"
        yield Change(former.schema, Action.REMOVE, text, tuple(former.drop()))
    for unused in unused_functions(desired, actual):
        text = f"drop function {unused.schema}.{unused.name}({unused.arguments}): of no key"
        yield Change("", Action.REMOVE, text, (_drop(desired.contract, unused),))
