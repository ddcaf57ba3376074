"""Plan: desired - actual, as changes in the order in which they run. Nothing here asks a server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.contract.schema import ENGINE_SCHEMAS, KEYS_SCHEMA
from appschemas.database.catalog import CatalogState, roles_of
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.apply_lock import apply_lock_changes
from appschemas.database.plan.changes import (
    SHUTS_OUT,
    Action,
    Change,
    Plan,
    TableLock,
    as_login,
    listed,
    section_of,
)
from appschemas.database.plan.default_privileges import default_privileges
from appschemas.database.plan.deviations import find_deviations, mends
from appschemas.database.plan.drift import find_drift, is_misplaced
from appschemas.database.plan.extensions import extension_changes
from appschemas.database.plan.grants import excess, grants, revokes
from appschemas.database.plan.lacking import find_lacking
from appschemas.database.plan.role_settings import role_settings
from appschemas.database.plan.row_security import planned_anew, roles_that_see_all
from appschemas.database.plan.triggers import key_constraint_changes
from appschemas.database.privileges import ObjectKind, Target
from appschemas.database.purposes import (
    comment_on_role,
    comment_on_schema,
    held_by_public,
    made_for,
    schema_purposes,
)
from appschemas.database.roles import Member, Membership, Role, joining_sql, leaving_sql
from appschemas.integrity.constraints.ddl import RoleStatement

# Memberships have options, and grantors of their own, from this release on.
OPTIONS_SINCE: Final = 16_00_00


def plan(desired: DesiredState, actual: CatalogState) -> Plan:
    """The changes that turn `actual` into `desired`, and what they will not touch.

    Privileges are taken before any are given. Owners come before both, since a grant stands in
    the name of the object's owner.
    """
    return Plan(
        sections=("", *(each for each in desired.schemas if each not in ENGINE_SCHEMAS)),
        changes=(
            *changes_but_checks(desired, actual),
            *key_constraint_changes(desired, actual),
        ),
        findings=(
            *find_drift(desired, actual),
            *find_lacking(desired, actual),
            *find_deviations(desired, actual),
        ),
    )


def changes_but_checks(desired: DesiredState, actual: CatalogState) -> tuple[Change, ...]:
    """The changes of a plan without those that make or mend checks, which come last."""
    taken = excess(desired, actual, spare_public=is_misplaced(desired, actual))
    return (
        *_leaving(desired, actual),
        *_roles(desired, actual),
        *_schemas(desired, actual),
        *apply_lock_changes(desired.contract, actual),
        *extension_changes(desired.contract, actual),
        *_owners(desired, actual),
        *mends(desired, actual, first=True),
        *revokes(taken, desired, actual),
        *_joining(desired, actual),
        *grants(taken, desired, actual),
        *planned_anew(desired, actual),
        *default_privileges(desired, actual),
        *role_settings(desired, actual),
        *mends(desired, actual, first=False),
    )


# Private
# -------

_CREATE_SCHEMA: Final = SQL("CREATE SCHEMA {schema} AUTHORIZATION {owner}")
_ALTER_SCHEMA: Final = SQL("ALTER SCHEMA {schema} OWNER TO {owner}")
_ALTER_OWNER: Final = {
    ObjectKind.TABLE: SQL("ALTER TABLE {name} OWNER TO {owner}"),
    ObjectKind.SEQUENCE: SQL("ALTER SEQUENCE {name} OWNER TO {owner}"),
    ObjectKind.FUNCTION: SQL("ALTER ROUTINE {name} OWNER TO {owner}"),
}


def _roles(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    here = made_for(actual.login.database)
    new: defaultdict[tuple[str, bool], list[Role]] = defaultdict(list)
    for role in desired.roles:
        if role.name not in actual.roles:
            new[desired.section_of(role.name), role.login].append(role)
    for (section, login), roles in new.items():
        yield Change(
            section,
            Action.ADD,
            f"create {'login ' if login else ''}{'role' if len(roles) == 1 else 'roles'} "
            + ", ".join(role.name for role in roles),
            as_login(
                *(role.create_sql() for role in roles),
                *(comment_on_role(each.name, each.purpose + here) for each in roles),
            ),
            of_roles=True,
        )
    sees_all = roles_that_see_all(desired, actual)
    for role in desired.roles:
        found = actual.roles.get(role.name)
        role = replace(role, bypassrls=role.name in sees_all)
        if found and found != role and role.name != actual.login.name:
            yield Change(
                desired.section_of(role.name),
                Action.ALTER,
                f"alter role {role.name}: {' '.join(role.words_from(found))}",
                as_login(role.alter_sql(found)),
                of_roles=True,
            )


def _leaving(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    ours = {*roles_of(desired.contract), *actual.obsolete_logins}
    roles = desired.contract.roles
    # These may be members of roles of another database's schemas.
    schema_roles = ours - {*roles.applications, roles.migrator, desired.contract.history_role}
    for each in sorted(actual.members, key=lambda member: member.membership):
        role, member = each.membership.role, each.membership.member
        if member not in ours or (member not in schema_roles and role not in ours):
            continue
        if each.membership not in desired.memberships and not _is_own(each, actual):
            grantor = each.grantor if actual.login.version >= OPTIONS_SINCE else None
            options = [word for word in ("inherit", "admin") if getattr(each.membership, word)]
            held = f" ({' '.join(options).upper()})" if options else ""
            yield Change(
                desired.section_of(role) or desired.section_of(member),
                Action.REMOVE,
                f"revoke role {role}{held} from {member}",
                as_login(leaving_sql(role, member, grantor)),
                of_roles=True,
            )


def _is_own(member: Member, actual: CatalogState) -> bool:
    """What the login has granted itself to act as a role is given back when it is done."""
    return member.membership.member == actual.login.name == member.grantor


def _joining(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    held = {each.membership for each in actual.members}
    missing: defaultdict[tuple[str, str, bool], list[Membership]] = defaultdict(list)
    for membership in sorted(desired.memberships - held):
        section = desired.section_of(membership.role)
        missing[section, membership.member, membership.inherit].append(membership)
    for (section, member, inherit), memberships in missing.items():
        roles = [membership.role for membership in memberships]
        options = actual.login.version >= OPTIONS_SINCE
        yield Change(
            section,
            Action.ADD,
            f"grant {'role' if len(roles) == 1 else 'roles'} {', '.join(roles)} to {member}",
            as_login(joining_sql(roles, member, options=options, inherit=inherit)),
            of_roles=True,
        )


def _schemas(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    purposes = dict(schema_purposes(desired.contract))
    purposes[KEYS_SCHEMA] += " " + held_by_public(actual.grants)
    for schema, owner in desired.schemas.items():
        names = {"schema": Identifier(schema), "owner": Identifier(owner)}
        found = actual.schemas.get(schema)
        if found is None:
            yield Change(
                section_of(schema),
                Action.ADD,
                f"create schema {schema} owned by {owner}",
                (
                    *as_login(_CREATE_SCHEMA.format(**names)),
                    RoleStatement(owner, comment_on_schema(schema, purposes[schema])),
                ),
                acting_as=(owner,),
            )
        elif found != owner:
            yield Change(
                section_of(schema),
                Action.ALTER,
                f"change owner of schema {schema} from {found} to {owner}",
                as_login(_ALTER_SCHEMA.format(**names)),
                acting_as=(found, owner),
            )


def _owners(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    strangers: defaultdict[tuple[str, str, str, bool], list[Target]] = defaultdict(list)
    wrong = (
        (target, found, owner)
        for target, found in actual.owners.items()
        if (owner := desired.owner_of(target)) not in (found, "")
        and target not in actual.owned_sequences
    )
    for target, found, owner in sorted(wrong):
        # What no client waits for need not be done one after the other.
        locks = target.kind is not ObjectKind.FUNCTION
        strangers[target.schema, found, owner, locks].append(target)
    for (schema, found, owner, _), targets in strangers.items():
        yield Change(
            section_of(schema),
            Action.ALTER,
            f"change owner of {listed(map(str, targets))} from {found} to {owner}",
            as_login(
                *(
                    _ALTER_OWNER[target.kind].format(name=target.sql(), owner=Identifier(owner))
                    for target in targets
                )
            ),
            acting_as=(found, owner),
            locks=tuple(
                TableLock(target.schema, target.name, SHUTS_OUT)
                for target in targets
                if target.kind is not ObjectKind.FUNCTION
            ),
        )
