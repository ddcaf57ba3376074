"""Planted triggers: what an owner's trigger does to another schema, or to a row that holds keys."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Finding, placed, quoted
from appschemas.database.plan.trigger_definition import runs_before_a_row
from appschemas.integrity.constraints.ddl import COMMENT_PREFIX
from appschemas.integrity.constraints.kinds import only_triggers
from appschemas.integrity.constraints.lending import columns_of


def find_planted_triggers(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    """Triggers that call another schema's function, and those that may change a row of keys."""
    yield from _calls_across(desired, actual)
    yield from _before_rows(desired, actual)


# Private
# -------


def _calls_across(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    known = {
        (each.schema, each.table, each.name)
        for objects in desired.objects.values()
        for each in only_triggers(objects)
    }
    checks = {(each.schema, each.name) for each in desired.functions.values()}
    names = {(schema, name) for schema, _, name in known}
    for key, trigger in sorted(actual.triggers.items()):
        function = trigger.function_schema, trigger.function
        reaches = trigger.function_schema not in (trigger.schema, desired.contract.extensions)
        is_former = (
            trigger.comment.startswith(COMMENT_PREFIX)
            and (trigger.schema, trigger.name) not in names
        )
        if key in known or is_former or not (function in checks or reaches):
            continue
        if function in checks or trigger.function_schema in desired.schemas:
            table = placed(trigger.schema, trigger.table)
            yield Finding(
                trigger.schema,
                f"trigger {trigger.name} on {trigger.schema}.{trigger.table} calls "
                f"{'.'.join(function)}, a function of another schema",
                f"DROP TRIGGER {quoted(trigger.name)} ON {table}",
            )


def _before_rows(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    known = {
        (each.schema, each.table, each.name)
        for objects in desired.objects.values()
        for each in only_triggers(objects)
    }
    tables = {column[:2] for column in columns_of(desired.objects)}
    for key, trigger in sorted(actual.triggers.items()):
        if key not in known and key[:2] in tables and runs_before_a_row(trigger):
            yield Finding(
                trigger.schema,
                f"trigger {trigger.name} on {trigger.schema}.{trigger.table}, a table of keys, may "
                "change or skip a row before it is written",
                "read it; the checks look at the row that is written. If it is not meant: "
                f"DROP TRIGGER {quoted(trigger.name)} ON {placed(trigger.schema, trigger.table)}",
                notice=True,
            )
