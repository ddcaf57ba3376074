"""Findings: what is out of step and needs a human, each with what to type."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.catalog import PUBLIC_SCHEMA, Actual, roles_of
from appschemas.changes import Finding
from appschemas.check_objects import COMMENT_PREFIX
from appschemas.identity import objects_of
from appschemas.wanted import Wanted


def findings(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    """Everything that a plan sees and will not touch."""
    yield from _foreign_keys(wanted, actual)
    yield from _misplaced(wanted, actual)
    yield from _outside(wanted, actual)
    yield from _disabled(actual)
    yield from _leftovers(wanted, actual)
    yield from _members(wanted, actual)
    yield from _roles(wanted, actual)


def is_misplaced(wanted: Wanted, actual: Actual) -> bool:
    """Whether a table of the contract still lies in public: the database is not split yet."""
    return any(
        (PUBLIC_SCHEMA, table) in actual.places and (schema, table) not in actual.places
        for schema, table in wanted.tables
    )


# Private
# -------


def _foreign_keys(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    for key in actual.foreign_keys:
        yield Finding(
            key.schema if key.schema in wanted.schemas else key.parent_schema,
            f"foreign key {key.name} of {key.schema}.{key.table} leaves its schema for "
            f"{key.parent_schema}.{key.parent_table}",
            "make the field an IdentityKey and migrate, or: "
            f'ALTER TABLE {key.schema}."{key.table}" DROP CONSTRAINT "{key.name}"',
        )


def _misplaced(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    for schema, table in sorted(wanted.tables):
        if (schema, table) in actual.places:
            continue
        for place, name in sorted(actual.places):
            if name == table and (place, name) not in wanted.tables:
                yield Finding(
                    schema,
                    f"table {table} lies in {place} and not in {schema}",
                    f'ALTER TABLE {place}."{table}" SET SCHEMA {schema}',
                )


def _outside(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    for schema, name, owner in actual.outside:
        yield Finding(
            "",
            f"{schema}.{name} belongs to {owner} and lies in no schema of the contract",
            f'ALTER TABLE {schema}."{name}" SET SCHEMA <the right one>, or give it another owner',
        )
    for extension in actual.public_extensions:
        yield Finding(
            "",
            f"extension {extension} lies in public, where no role of the contract can reach it",
            f'ALTER EXTENSION "{extension}" SET SCHEMA {wanted.contract.extensions}',
        )


def _disabled(actual: Actual) -> Iterator[Finding]:
    for schema, table in actual.unguarded:
        yield Finding(
            schema,
            f"the foreign keys of {schema}.{table} are switched off",
            f'as a superuser: ALTER TABLE {schema}."{table}" ENABLE TRIGGER ALL',
        )


def _leftovers(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    if not wanted.tables:
        # Nobody has said which models there are.
        return
    known = {
        (each.schema, each.name)
        for check in wanted.checks
        for each in objects_of(check, wanted.contract)
    }
    for trigger in actual.triggers.values():
        if trigger.comment.startswith(COMMENT_PREFIX) and (
            (trigger.schema, trigger.name) not in known
        ):
            yield Finding(
                trigger.schema,
                f"trigger {trigger.name} on {trigger.schema}.{trigger.table} checks a key that no "
                "installed model has",
                f'migrate, or: DROP TRIGGER "{trigger.name}" ON {trigger.schema}."{trigger.table}"',
            )
    for function in actual.functions.values():
        if function.comment.startswith(COMMENT_PREFIX) and (
            (function.schema, function.name) not in known
        ):
            yield Finding(
                function.schema,
                f"function {function.schema}.{function.name} is of a check that no installed "
                "model has",
                f'migrate, or: DROP FUNCTION {function.schema}."{function.name}"',
            )


def _members(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    ours = {*roles_of(wanted.contract), *actual.former_logins}
    logins = {wanted.contract.roles.application, wanted.contract.roles.migrator}
    readers = {schema.ro: schema.name for schema in wanted.contract.schemas}
    for each in actual.members:
        role, member = each.membership.role, each.membership.member
        stranger = member not in ours and role not in readers
        if each.by_superuser or member == actual.login.name:
            continue
        if stranger or (member in logins and each.predefined):
            yield Finding(
                "",
                f"{member} is a member of {role}, which the contract does not say",
                f'REVOKE "{role}" FROM "{member}"',
            )


def _roles(wanted: Wanted, actual: Actual) -> Iterator[Finding]:
    for role in wanted.roles:
        found = actual.roles.get(role.name)
        if found and role.name == actual.login.name and found != role:
            words = " ".join(role.words_from(found))
            yield Finding(
                "",
                f"{role.name} is the login in use and should be {words}",
                f'as another administrator: ALTER ROLE "{role.name}" {words}',
            )
    for name in actual.forgotten_roles:
        yield Finding(
            "",
            f"role {name} is of no schema of the contract, and of no other database",
            f'DROP OWNED BY "{name}"; DROP ROLE "{name}"',
        )
