"""Triggers: the changes that make the checks of identity keys what the models ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.database.catalog import CatalogState, Function, Trigger
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.constraints.ddl import (
    ConstraintFunction,
    ConstraintTrigger,
    RoleStatement,
    only_functions,
    only_triggers,
)
from appschemas.integrity.references import KeyConstraint


def key_constraint_changes(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    """Functions and triggers that are missing, altered or switched off."""
    named: defaultdict[tuple[str, str], list[Function]] = defaultdict(list)
    for each in actual.functions.values():
        named[each.schema, each.name].append(each)
    for constraint, objects in desired.objects.items():
        for function in only_functions(objects):
            those = named[function.schema, function.name]
            same = actual.functions.get((function.schema, function.name, function.arguments))
            yield from _function(function, same, [each for each in those if each is not same])
        is_changed = False
        for trigger in only_triggers(objects):
            found = actual.triggers.get((trigger.schema, trigger.table, trigger.name))
            for change in _trigger(trigger, found):
                is_changed = True
                yield change
        if is_changed:
            yield _every_row(constraint, desired)


# Private
# -------

_ENABLE: Final = SQL("ALTER TABLE {table} ENABLE TRIGGER {name}")
# https://www.postgresql.org/docs/current/catalog-pg-trigger.html; the bits are in pg_trigger.h
_ENABLED: Final = "O"
_ROW: Final = 1
_BITS: Final = {"INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}


def _function(
    desired: ConstraintFunction, found: Function | None, others: list[Function]
) -> Iterator[Change]:
    name = f"{desired.schema}.{desired.name}"
    for other in others:
        # Of the type that the column had before.
        drop = tuple(replace(desired, arguments=other.arguments).drop())
        text = f"drop function {name}({other.arguments}): the key is of another type"
        yield Change(desired.schema, Action.REMOVE, text, drop)
    if found is None:
        create = tuple(desired.create())
        yield Change(desired.schema, Action.ADD, f"create function {name}", create)
    elif differing := list(_differences(desired, found)):
        text = f"replace function {name}: {', '.join(differing)} altered"
        yield Change(desired.schema, Action.ALTER, text, tuple(desired.create()))


def _differences(desired: ConstraintFunction, actual: Function) -> Iterator[str]:
    if (actual.body, actual.language, actual.volatility) != (
        desired.body,
        "plpgsql",
        desired.volatility,
    ):
        yield "body"
    if not actual.security_definer:
        yield "SECURITY DEFINER"
    if actual.config != desired.config:
        yield "SET"
    if actual.comment != desired.fingerprint:
        yield "fingerprint"


def _trigger(desired: ConstraintTrigger, actual: Trigger | None) -> Iterator[Change]:
    name = f"trigger {desired.name} on {desired.schema}.{desired.table}"
    if actual is None:
        yield Change(desired.schema, Action.ADD, f"create {name}", tuple(desired.create()))
    elif not _is(desired, actual):
        yield Change(
            desired.schema, Action.ALTER, f"create {name} anew: altered", tuple(desired.create())
        )
    elif actual.enabled != _ENABLED:
        enable = _ENABLE.format(
            table=Identifier(desired.schema, desired.table), name=Identifier(desired.name)
        )
        statements = (RoleStatement(desired.owner, enable),)
        yield Change(desired.schema, Action.ALTER, f"enable {name}", statements)


def _is(desired: ConstraintTrigger, actual: Trigger) -> bool:
    by_row = desired.each == "ROW"
    return (
        actual.function_schema,
        actual.function,
        actual.type,
        actual.constraint,
        actual.deferred,
        actual.conditional,
        actual.transition,
        actual.comment,
    ) == (
        desired.function_schema,
        desired.function,
        _BITS[desired.event] | (_ROW if by_row else 0),
        by_row,
        by_row and desired.deferred,
        bool(desired.condition),
        desired.transition,
        desired.fingerprint,
    )


def _every_row(constraint: KeyConstraint, desired: DesiredState) -> Change:
    """What came in while nothing looked must be looked at."""
    columns = ", ".join(reference.column for reference in constraint.references)
    return Change(
        constraint.schema,
        Action.ALTER,
        f"look up every key of {constraint.schema}.{constraint.table} ({columns}) "
        f"in {constraint.referenced_schema}",
        tuple(key_triggers.look_up(constraint, desired.contract)),
    )
