"""Triggers: the changes that make the checks of identity keys what the models ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.objects import Function, Trigger
from appschemas.database.plan.changes import Action, Change
from appschemas.database.plan.deviation_kinds import checks_were_off
from appschemas.database.plan.trigger_definition import differences
from appschemas.database.privileges import ObjectKind, Target
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
    """Functions and triggers that are missing, altered or switched off, and what came in since."""
    named: defaultdict[tuple[str, str], list[Function]] = defaultdict(list)
    for each in actual.functions.values():
        named[each.schema, each.name].append(each)
    were_off = checks_were_off(actual)
    for constraint, objects in desired.objects.items():
        changes: list[Change] = []
        for function in only_functions(objects):
            those = named[function.schema, function.name]
            same = actual.functions.get((function.schema, function.name, function.arguments))
            changes += _function(function, same, [each for each in those if each is not same])
        for trigger in only_triggers(objects):
            found = actual.triggers.get((trigger.schema, trigger.table, trigger.name))
            changes += _trigger(trigger, found)
        yield from changes
        if changes or were_off:
            yield _every_row(constraint, desired)


# Private
# -------

_ENABLE: Final = SQL("ALTER TABLE {table} ENABLE TRIGGER {name}")
# https://www.postgresql.org/docs/current/catalog-pg-trigger.html
_ENABLED: Final = "O"
_DROP: Final = SQL("DROP ROUTINE {}")


def _function(
    desired: ConstraintFunction, found: Function | None, others: list[Function]
) -> Iterator[Change]:
    name = f"{desired.schema}.{desired.name}"
    for other in others:
        # Of the type that the column had before, or somebody's own: the wrong one could be called.
        text = f"drop function {name}({other.arguments}): the check has no such"
        yield Change(desired.schema, Action.REMOVE, text, (_drop(desired, other),))
    if found is None:
        create = tuple(desired.create())
        yield Change(desired.schema, Action.ADD, f"create function {name}", create)
    elif found.returns != desired.returns or found.traits.startswith(("procedure", "aggregate")):
        # No REPLACE changes these.
        text = f"create function {name} anew: result altered"
        statements = (_drop(desired, found), *desired.create())
        yield Change(desired.schema, Action.ALTER, text, statements)
    elif differing := list(_differences(desired, found)):
        text = f"replace function {name}: {', '.join(differing)} altered"
        yield Change(desired.schema, Action.ALTER, text, tuple(desired.create()))


def _drop(desired: ConstraintFunction, actual: Function) -> RoleStatement:
    signature = Target(ObjectKind.FUNCTION, actual.schema, actual.name, actual.arguments)
    return RoleStatement(desired.owner, _DROP.format(signature.sql()))


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
    if actual.comment != desired.fingerprint:
        yield "fingerprint"


def _trigger(desired: ConstraintTrigger, actual: Trigger | None) -> Iterator[Change]:
    name = f"trigger {desired.name} on {desired.schema}.{desired.table}"
    if actual is None:
        yield Change(desired.schema, Action.ADD, f"create {name}", tuple(desired.create()))
    elif differing := list(differences(desired, actual)):
        text = f"create {name} anew: {', '.join(differing)} altered"
        yield Change(desired.schema, Action.ALTER, text, tuple(desired.create()))
    else:
        if actual.enabled != _ENABLED:
            enable = _enable(desired, desired.schema, desired.table, desired.owner)
            yield Change(desired.schema, Action.ALTER, f"enable {name}", (enable,))
        for schema, table, owner in actual.clones_not_enabled:
            text = f"enable trigger {desired.name} on {schema}.{table}, a partition"
            statements = (_enable(desired, schema, table, owner),)
            yield Change(desired.schema, Action.ALTER, text, statements)


def _enable(desired: ConstraintTrigger, schema: str, table: str, owner: str) -> RoleStatement:
    names = {"table": Identifier(schema, table), "name": Identifier(desired.name)}
    return RoleStatement(owner, _ENABLE.format(**names))


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
