"""Desired state: what the contract asks of a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from appschemas.contract.contract import Contract
from appschemas.contract.file import LIMITS_SINCE
from appschemas.contract.schema import ASKED_SCHEMA, ENGINE_SCHEMAS
from appschemas.database.holders import LATEST, holders, readers
from appschemas.database.privileges import DefaultGrant, Grant, ObjectKind, Target
from appschemas.database.purposes import role_purposes
from appschemas.database.roles import Membership, Role, RoleSetting
from appschemas.integrity.constraints.ddl import (
    ConstraintFunction,
    ConstraintObject,
)
from appschemas.integrity.constraints.lending import columns_of
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.references import KeyConstraint, Reference


@dataclass(frozen=True, slots=True)
class DesiredState:
    """Everything that must be so; grants are on the targets that the database has today.

    `objects` are the functions and triggers of each key constraint, rendered once for all who
    compare them, `names` the schema and name of each, and `functions` those of them that are
    functions, by schema, name and arguments.
    """

    contract: Contract
    roles: tuple[Role, ...]
    memberships: frozenset[Membership]
    schemas: dict[str, str]
    grants: frozenset[Grant]
    default_privileges: frozenset[DefaultGrant]
    role_settings: frozenset[RoleSetting] = frozenset()
    objects: Mapping[KeyConstraint, tuple[ConstraintObject, ...]] = field(default_factory=dict)
    names: frozenset[tuple[str, str]] = frozenset()
    functions: Mapping[tuple[str, str, str], ConstraintFunction] = field(default_factory=dict)
    tables: frozenset[tuple[str, str]] = frozenset()
    references: tuple[Reference, ...] = ()

    def owner_of(self, target: Target) -> str:
        """Whose a thing in a schema of the contract is to be; "" if that is nobody's to say."""
        if target.schema in ENGINE_SCHEMAS:
            function = self.functions.get((target.schema, target.name, target.arguments))
            return function.owner if function else ""
        return self.schemas[target.schema]

    def section_of(self, role: str) -> str:
        """The schema that a role of the contract belongs to; empty for those of all schemas."""
        for schema in self.contract.schemas:
            if role in (schema.owner, schema.rw, schema.ro, schema.keys, schema.login) or (
                self.contract.roles.schema_migrators and role == schema.migrator
            ):
                return schema.name
        return self.contract.extensions if role == self.contract.extensions_owner else ""


def desired_state(
    contract: Contract,
    database: str,
    targets: Iterable[Target] = (),
    key_constraints: tuple[KeyConstraint, ...] = (),
    tables: frozenset[tuple[str, str]] = frozenset(),
    references: tuple[Reference, ...] = (),
    version: int = LATEST,
) -> DesiredState:
    """What `contract`, the schemas of the database of that name, asks of it.

    Args:
        contract: No schemas of other databases.
        database: The database's name.
        targets: The tables, sequences and functions of the app schemas.
        checks: The checks of the keys whose columns are there.
        tables: The (schema, table) pairs of the installed models.
        references: Their keys, each of the type that its model gives it.
        version: Of the server, as `server_version_num` has it: not each has every privilege.
    """
    objects = {each: objects_of(each, contract) for each in key_constraints}
    functions = {
        (each.schema, each.name, each.arguments): each
        for those in objects.values()
        for each in those
        if isinstance(each, ConstraintFunction)
    }
    return DesiredState(
        contract,
        roles=tuple(_roles(contract)),
        memberships=frozenset(_memberships(contract)),
        schemas={
            contract.extensions: contract.extensions_owner,
            **dict.fromkeys(ENGINE_SCHEMAS, contract.keys_role),
            **{schema.name: schema.owner for schema in contract.schemas},
        },
        grants=frozenset(
            (
                *_on_database(contract, database),
                *_on_schemas(contract),
                *_on_targets(contract, targets, functions, version),
                *_on_columns(contract, key_constraints),
            )
        ),
        default_privileges=frozenset(_defaults(contract, version)),
        role_settings=frozenset(
            each for each in _settings(contract) if version >= LIMITS_SINCE.get(each.name, 0)
        ),
        objects=objects,
        names=frozenset((each.schema, each.name) for those in objects.values() for each in those),
        functions=functions,
        tables=tables,
        references=references,
    )


# Private
# -------


def _roles(contract: Contract) -> Iterator[Role]:
    purposes = dict(role_purposes(contract))
    readers = {reader.name for reader in contract.readers}
    for login in contract.logins:
        yield Role(login, login=True, inherit=login in readers, purpose=purposes[login])
    for name, inherit in (
        (contract.extensions_owner, False),
        (contract.history_role, True),
        (contract.keys_role, False),
    ):
        yield Role(name, inherit=inherit, purpose=purposes[name])
    for schema in contract.schemas:
        for name in (schema.owner, schema.rw, schema.ro, schema.keys):
            yield Role(name, purpose=purposes[name])


def _memberships(contract: Contract) -> Iterator[Membership]:
    for schema in contract.schemas:
        logins = (schema.login,) if schema.own else contract.roles.applications
        for login in logins if schema.retired != "closed" else ():
            yield Membership(schema.rw, login)
            if not schema.own:
                yield Membership(schema.ro, login)
        yield Membership(schema.owner, contract.roles.migrator)
        yield Membership(schema.owner, contract.history_role, inherit=True)
        yield Membership(schema.keys, contract.roles.migrator)
    for schema in contract.schemas_with_migrator:
        yield Membership(schema.owner, schema.migrator)
    for reader in contract.readers:
        for name in reader.reads:
            if name in contract:
                yield Membership(contract[name].ro, reader.name, inherit=True)
    yield Membership(contract.history_role, contract.roles.migrator)
    yield Membership(contract.keys_role, contract.roles.migrator)


def _settings(contract: Contract) -> Iterator[RoleSetting]:
    for schema in contract.own_schemas:
        # What a session starts with is what RESET gives back, and needs no SET behind a pooler.
        yield RoleSetting(schema.login, "role", (schema.rw,))
        yield RoleSetting(schema.login, "search_path", contract.path_of(schema))
        for name, value in schema.limits:
            yield RoleSetting(schema.login, name, (value,))
    if contract.own_schemas:
        # One session of a thread can wait for another: PostgreSQL sees two clients, no deadlock.
        limited = {
            each.login for each in contract.own_schemas if "lock_timeout" in dict(each.limits)
        }
        own = (each.login for each in contract.own_schemas)
        for login in (*contract.roles.applications, *own):
            if login not in limited:
                yield RoleSetting(login, "lock_timeout", (contract.roles.lock_timeout,))


def _on_database(contract: Contract, database: str) -> Iterator[Grant]:
    for login in contract.logins:
        yield Grant(Target(ObjectKind.DATABASE, "", database), login, "CONNECT")
    # Data migrations replay as they were written, on a database where everybody may.
    history = contract.history_role
    yield Grant(Target(ObjectKind.DATABASE, "", database), history, "TEMPORARY")
    for schema in contract.schemas:
        if "temporary" in schema.allows:
            yield Grant(Target(ObjectKind.DATABASE, "", database), schema.rw, "TEMPORARY")


def _on_schemas(contract: Contract) -> Iterator[Grant]:
    def usage(schema: str, *roles: str) -> Iterator[Grant]:
        return (Grant(Target(ObjectKind.SCHEMA, schema), role, "USAGE") for role in roles)

    for schema in contract.schemas:
        yield from usage(schema.name, schema.rw, schema.ro, *readers(contract, schema))
        yield from usage(contract.extensions, schema.owner, schema.rw, schema.ro)
        for _, home in contract.partial_reads(schema):
            yield from usage(home.name, schema.rw, schema.ro)
    sides = {side for each in contract.schemas for side in contract.sides_of(each)}
    for schema in contract.schemas:
        if schema in sides:
            for place in (schema.name, contract.extensions, ASKED_SCHEMA):
                yield from usage(place, schema.keys)


def _on_targets(
    contract: Contract,
    targets: Iterable[Target],
    functions: Mapping[tuple[str, str, str], ConstraintFunction],
    version: int,
) -> Iterator[Grant]:
    for target in targets:
        if target.kind is ObjectKind.FUNCTION:
            if function := functions.get((target.schema, target.name, target.arguments)):
                yield from (Grant(target, role, "EXECUTE") for role in function.executable_by)
        else:
            for role, privileges in holders(
                contract, contract[target.schema], target.kind, version
            ):
                yield from (Grant(target, role, privilege) for privilege in privileges)


def _on_columns(contract: Contract, key_constraints: Iterable[KeyConstraint]) -> Iterator[Grant]:
    for schema, table, column in columns_of(key_constraints):
        target = Target(ObjectKind.COLUMN, schema, table, column=column)
        for privilege in ("SELECT", "UPDATE"):
            yield Grant(target, contract[schema].keys, privilege)


def _defaults(contract: Contract, version: int) -> Iterator[DefaultGrant]:
    for schema in contract.schemas:
        for word, kind in (("TABLES", ObjectKind.TABLE), ("SEQUENCES", ObjectKind.SEQUENCE)):
            for role, privileges in holders(contract, schema, kind, version):
                for privilege in privileges:
                    yield DefaultGrant(schema.owner, schema.name, word, role, privilege)
                    yield DefaultGrant(contract.history_role, schema.name, word, role, privilege)
