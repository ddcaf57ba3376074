"""What the contract grants, said again by hand: the matrix compares what is with this."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from tests.wall.actions import ACTIONS, Action, Holder


class Asked(NamedTuple):
    """What a function is asked for, the two schemas of the key, and a column that holds one."""

    what: str
    child: str
    parent: str
    column: str


READS = frozenset({"USAGE", "SELECT"})
MAINTAIN_SINCE = 17
WRITES = READS | {"INSERT", "UPDATE", "DELETE"}


def may(contract: Contract, role: str, schema: Schema, action: Action, version: int) -> bool:
    """Whether `role` may do this in `schema`; `version` is PostgreSQL's major one."""
    if role in (schema.owner, contract.history_role):
        return True
    if role == schema.keys:
        # Its columns of keys, and no other.
        if action.holder is Holder.KEY:
            return any(schema in contract.referenced_by(other) for other in contract.schemas)
        is_side = any(schema in contract.sides_of(other) for other in contract.schemas)
        return is_side and action.name == "USAGE"
    held = _held(contract, role, schema)
    if action.holder is Holder.SCHEMA:
        return action.needs == "USAGE" and "USAGE" in held
    if action.holder is Holder.SEQUENCE:
        return role == schema.rw and (not schema.retired or action.needs == "SELECT")
    if action.holder is Holder.OWNED and role == schema.rw:
        # REFRESH, REINDEX and others take MAINTAIN, which there is from 17 on.
        allowed = action.needs.lower() in schema.allows
        return allowed and (action.needs != "MAINTAIN" or version >= MAINTAIN_SINCE)
    return action.holder in (Holder.TABLE, Holder.KEY) and action.needs in held


def may_on_server(contract: Contract, role: str, action: Action) -> bool:
    """Whether `role` may do what is of no schema: temporary tables, where they are allowed."""
    return action.needs == "TEMPORARY" and any(
        role == schema.rw and "temporary" in schema.allows for schema in contract.schemas
    )


def may_call(contract: Contract, role: str, asked: Asked | None) -> bool:
    """Whether `role` may call a function of checks: who asks, and whose it is.

    A trigger function, of which nobody asks anything, is nobody's to call.
    """
    if asked is None:
        return False
    child, parent = contract[asked.child].keys, contract[asked.parent].keys
    everybody = contract.keys_role
    return (
        role
        in {
            # The child has the key that the parent's row would lose.
            "holds": (child, parent),
            "missing": (child, parent, everybody),
            "keys": (child, everybody),
            "rows": (child, everybody),
        }[asked.what]
    )


def may_make(contract: Contract, role: str) -> bool:
    """Whether `role` may make something in the schemas of checks."""
    return role == contract.keys_role


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
        return READS if schema.retired else WRITES
    if role == schema.ro:
        return READS
    if any(role == each.name and schema.name in each.reads for each in contract.readers):
        return READS
    for other in contract.schemas:
        if schema.name in other.reads and role in (other.rw, other.ro):
            return READS
        some = (home for _, home in contract.partial_reads(other))
        if role in (other.rw, other.ro) and schema in some:
            return frozenset({"USAGE"})
    return frozenset()


def _followed(contract: Contract, role: str) -> frozenset[str]:
    """The roles that `role` is a member of, to the end."""
    owners = {schema.owner for schema in contract.schemas}
    if role == contract.history_role:
        return frozenset(owners)
    if role == contract.roles.migrator:
        keys = {schema.keys for schema in contract.schemas}
        return frozenset(owners | keys | {contract.history_role, contract.keys_role})
    for schema in contract.schemas_with_migrator:
        if role == schema.migrator:
            return frozenset({schema.owner})
    if role in contract.roles.applications:
        shared = [each for each in contract.schemas if not each.own and each.retired != "closed"]
        return frozenset(name for schema in shared for name in (schema.rw, schema.ro))
    for reader in contract.readers:
        if role == reader.name:
            return frozenset(contract[name].ro for name in reader.reads)
    return frozenset(schema.rw for schema in contract.own_schemas if schema.login == role)
