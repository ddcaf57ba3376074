"""Deviations: the changes that undo them, and the findings of those that people decide on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from psycopg.sql import SQL

from appschemas.contract.schema import ENGINE_SCHEMAS, KEYS_SCHEMA
from appschemas.database.catalog import PUBLIC_SCHEMA, CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.deviations import Deviation
from appschemas.database.plan.apply_lock import TABLE
from appschemas.database.plan.changes import Action, Change, Finding
from appschemas.database.plan.deviation_kinds import KINDS, Kind
from appschemas.database.plan.drift import is_misplaced
from appschemas.integrity.constraints.ddl import RoleStatement


def mends(desired: DesiredState, actual: CatalogState, *, first: bool) -> Iterator[Change]:
    """A change for each deviation that is undone without asking; the `first` ones or the others."""
    for kind, deviation in _sorted_out(desired, actual, mended=True):
        if first is not (deviation.kind == _FIRST):
            continue
        values = deviation.values
        # The server quoted every name in it.
        statement = SQL(values["statement"].replace("{", "{{").replace("}", "}}")).format()
        yield Change(
            _section(values, desired),
            _ACTIONS.get(kind.change.partition(" ")[0], Action.REMOVE),
            kind.change.format(**values),
            (RoleStatement(_as_role(values, desired), statement),),
            of_roles=kind.of_roles,
        )


def find_deviations(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    """A finding for each of the others, with what to type."""
    for kind, deviation in _sorted_out(desired, actual, mended=False):
        values = deviation.values
        yield Finding(
            _section(values, desired),
            kind.finding.format(**values),
            kind.hint.format(**values),
            notice=kind.notice or bool(values.get(kind.notice_if)),
            kind=deviation.kind.replace("_", " "),
        )


# Private
# -------


# Without these rights an owner can neither give nor take any others.
_FIRST: Final = "rights_of_owners"
_ACTIONS: Final = {"reset": Action.ALTER, "grant": Action.ADD}


def _sorted_out(
    desired: DesiredState, actual: CatalogState, *, mended: bool
) -> Iterator[tuple[Kind, Deviation]]:
    roles = desired.contract.roles
    spared = {roles.migrator, desired.contract.history_role, actual.login.name}
    unsplit = is_misplaced(desired, actual)
    for each in actual.deviations:
        if unsplit and each.values.get("lies_in") == PUBLIC_SCHEMA:
            continue
        kind = KINDS[each.kind]
        values = {**each.values, "of_migrator": each.values.get("role") in spared}
        if mended == bool(kind.change and not values.get(kind.unless)):
            yield kind, Deviation(each.kind, values)


def _section(values: Mapping[str, Any], desired: DesiredState) -> str:
    schema = values.get("schema", "")
    return schema if schema in desired.schemas else desired.section_of(values.get("role", ""))


def _as_role(values: Mapping[str, Any], desired: DesiredState) -> str:
    """Who granted it must take it back; on what is an owner's, the owner grants."""
    if values.get("lies_in") in ENGINE_SCHEMAS:
        # Who granted it cannot name it; the lock of apply is given back to its owner first.
        is_lock = values["identity"] == f"{KEYS_SCHEMA}.{TABLE}"
        return desired.contract.keys_role if is_lock else ""
    if "grantor" in values and "type" in values:
        return str(values["grantor"])
    if "owner" in values:
        return str(values["owner"])
    return ""
