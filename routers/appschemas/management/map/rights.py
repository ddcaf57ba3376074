"""Rights: each role of the contract, whom it may act as, and what it may do in which schema."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.desired_state import desired_state
from appschemas.database.holders import DML, LATEST, holders
from appschemas.database.privileges import ObjectKind
from appschemas.management.map.facts import Read, Right, Role


def roles_of(contract: Contract, version: int = LATEST) -> tuple[Role, ...]:
    """The roles, logins first, as `schema_apply` makes them.

    Args:
        contract: The whole contract.
        version: Of the server, as `server_version_num` has it: not each has every privilege.
    """
    state = desired_state(contract, "", version=version)
    acts_as: defaultdict[str, set[str]] = defaultdict(set)
    for membership in state.memberships:
        acts_as[membership.member].add(membership.role)
    rights: defaultdict[str, list[Right]] = defaultdict(list)
    for role, right in _rights(contract, version):
        rights[role].append(right)
    return tuple(
        Role(
            role.name,
            role.login,
            role.purpose,
            state.section_of(role.name),
            tuple(sorted(acts_as[role.name])),
            tuple(rights[role.name]),
        )
        for role in state.roles
    )


def reads_of(contract: Contract) -> Iterator[Read]:
    """What each schema may SELECT of others."""
    for schema in contract.schemas:
        for name in schema.reads:
            if name in contract:
                yield Read(schema.name, name)
        for part, home in contract.partial_reads(schema):
            yield Read(schema.name, home.name, str(part))


# Private
# -------


def _rights(contract: Contract, version: int) -> Iterator[tuple[str, Right]]:
    for schema in contract.schemas:
        yield schema.owner, Right(schema.name, "owns", "owns the schema and all in it")
        for role, privileges in holders(contract, schema, ObjectKind.TABLE, version):
            level = "writes" if set(DML) <= set(privileges) else "reads"
            yield role, Right(schema.name, level, f"{', '.join(privileges)} on every table")
        for part, home in contract.partial_reads(schema):
            for role in (schema.rw, schema.ro):
                yield role, Right(home.name, "reads", f"SELECT on {part}")
        if _has_keys(contract, schema):
            yield (
                schema.keys,
                Right(schema.name, "keys", "SELECT and row locks on columns of keys, for checks"),
            )
        # It inherits them: no SET ROLE is needed.
        yield contract.history_role, Right(schema.name, "owns", "as its owner, in data migrations")
    for reader in contract.readers:
        for name in reader.reads:
            if name in contract:
                yield reader.name, Right(name, "reads", f"SELECT, as {contract[name].ro}")


def _has_keys(contract: Contract, schema: Schema) -> bool:
    return any(schema in contract.sides_of(each) for each in contract.schemas)
