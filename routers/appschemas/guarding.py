"""Guarding: the changes that make the checks of identity keys what the models ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas import identity
from appschemas.catalog import Actual, Function, Trigger
from appschemas.changes import Action, Change
from appschemas.check_objects import (
    CheckFunction,
    CheckTrigger,
    Statement,
    only_functions,
    only_triggers,
)
from appschemas.edges import Check
from appschemas.wanted import Wanted


def checks(wanted: Wanted, actual: Actual) -> Iterator[Change]:
    """Functions and triggers that are missing, altered or switched off."""
    for check in wanted.checks:
        objects = identity.objects_of(check, wanted.contract)
        for function in only_functions(objects):
            yield from _function(function, actual.functions.get((function.schema, function.name)))
        unguarded = False
        for trigger in only_triggers(objects):
            found = actual.triggers.get((trigger.schema, trigger.table, trigger.name))
            for change in _trigger(trigger, found):
                unguarded = True
                yield change
        if unguarded:
            yield _every_row(check, wanted)


# Private
# -------

_ENABLE: Final = SQL("ALTER TABLE {table} ENABLE TRIGGER {name}")
# https://www.postgresql.org/docs/current/catalog-pg-trigger.html; the bits are in pg_trigger.h
_ENABLED: Final = "O"
_ROW: Final = 1
_BITS: Final = {"INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}


def _function(wanted: CheckFunction, actual: Function | None) -> Iterator[Change]:
    name, create = f"{wanted.schema}.{wanted.name}", tuple(wanted.create())
    if actual is None:
        yield Change(wanted.schema, Action.ADD, f"create function {name}", create)
    elif differing := list(_differences(wanted, actual)):
        text = f"replace function {name}: {', '.join(differing)} altered"
        yield Change(wanted.schema, Action.ALTER, text, create)


def _differences(wanted: CheckFunction, actual: Function) -> Iterator[str]:
    if (actual.body, actual.language, actual.volatility) != (
        wanted.body,
        "plpgsql",
        wanted.volatility,
    ):
        yield "body"
    if not actual.security_definer:
        yield "SECURITY DEFINER"
    if actual.config != wanted.config:
        yield "SET"
    if actual.comment != wanted.fingerprint:
        yield "fingerprint"


def _trigger(wanted: CheckTrigger, actual: Trigger | None) -> Iterator[Change]:
    name = f"trigger {wanted.name} on {wanted.schema}.{wanted.table}"
    if actual is None:
        yield Change(wanted.schema, Action.ADD, f"create {name}", tuple(wanted.create()))
    elif not _is(wanted, actual):
        yield Change(
            wanted.schema, Action.ALTER, f"create {name} anew: altered", tuple(wanted.create())
        )
    elif actual.enabled != _ENABLED:
        enable = _ENABLE.format(
            table=Identifier(wanted.schema, wanted.table), name=Identifier(wanted.name)
        )
        statements = (Statement(wanted.owner, enable),)
        yield Change(wanted.schema, Action.ALTER, f"enable {name}", statements)


def _is(wanted: CheckTrigger, actual: Trigger) -> bool:
    by_row = wanted.each == "ROW"
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
        wanted.function_schema,
        wanted.function,
        _BITS[wanted.event] | (_ROW if by_row else 0),
        by_row,
        by_row and wanted.deferred,
        bool(wanted.condition),
        wanted.transition,
        wanted.fingerprint,
    )


def _every_row(check: Check, wanted: Wanted) -> Change:
    """What came in while nothing looked must be looked at."""
    columns = ", ".join(edge.column for edge in check.edges)
    return Change(
        check.schema,
        Action.ALTER,
        f"look up every key of {check.schema}.{check.table} ({columns}) in {check.parent_schema}",
        tuple(identity.look_up(check, wanted.contract)),
    )
