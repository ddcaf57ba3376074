"""What the contract grants, said again by hand: the matrix compares what is with this."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from tests.wall.actions import ACTIONS, Action, Holder

READS = frozenset({"USAGE", "SELECT"})
WRITES = READS | {"INSERT", "UPDATE", "DELETE"}


def may(contract: Contract, role: str, schema: Schema, action: Action, version: int) -> bool:
    """Whether `role` may do this in `schema`; `version` is PostgreSQL's major one."""
    if role in (schema.owner, contract.history_role):
        return True
    held = _held(contract, role, schema)
    if action.holder is Holder.SCHEMA:
        return action.needs == "USAGE" and "USAGE" in held
    if action.holder is Holder.SEQUENCE:
        return role == schema.rw
    return action.holder is Holder.TABLE and action.needs in held and "USAGE" in held


def may_become(contract: Contract, role: str, other: str) -> bool:
    """Whether a session of `role` may SET ROLE to `other`."""
    return role == other or other in _followed(contract, role)


def actions(version: int) -> Iterator[Action]:
    """Those that this version of PostgreSQL has."""
    return (action for action in ACTIONS if version >= action.since)


# Private
# -------


def _held(contract: Contract, role: str, schema: Schema) -> frozenset[str]:
    if role == schema.rw:
        return WRITES
    if role == schema.ro:
        return READS
    for other in contract.schemas:
        if schema.name in other.reads and role in (other.rw, other.ro):
            return READS
    return frozenset()


def _followed(contract: Contract, role: str) -> frozenset[str]:
    """The roles that `role` is a member of, to the end."""
    owners = {schema.owner for schema in contract.schemas}
    if role == contract.history_role:
        return frozenset(owners)
    if role == contract.roles.migrator:
        return frozenset(owners | {contract.history_role})
    if role == contract.roles.application:
        shared = [schema for schema in contract.schemas if not schema.own]
        return frozenset(name for schema in shared for name in (schema.rw, schema.ro))
    return frozenset(schema.rw for schema in contract.own_schemas if schema.login == role)
