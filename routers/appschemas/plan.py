"""Plan: wanted - actual, as changes in the order in which they run. Nothing here asks a server."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.catalog import Actual, Member, roles_of
from appschemas.changes import Action, Change, Plan, as_login, listed
from appschemas.findings import findings, is_misplaced
from appschemas.granting import default_privileges, grants, revokes
from appschemas.guarding import checks
from appschemas.logins import settings
from appschemas.privileges import Kind, Membership, Role, Target, joining_sql, leaving_sql
from appschemas.wanted import Wanted

# Memberships have options, and grantors of their own, from this release on.
OPTIONS_SINCE: Final = 16_00_00


def plan(wanted: Wanted, actual: Actual) -> Plan:
    """The changes that turn `actual` into `wanted`, and what they will not touch.

    Privileges are taken before any are given. Owners come before both, since a grant stands in
    the name of the object's owner.
    """
    unsplit = is_misplaced(wanted, actual)
    return Plan(
        sections=("", *wanted.schemas),
        changes=(
            *_leaving(wanted, actual),
            *_roles(wanted, actual),
            *_schemas(wanted, actual),
            *_owners(wanted, actual),
            *revokes(wanted, actual, spare_public=unsplit),
            *_joining(wanted, actual),
            *grants(wanted, actual),
            *default_privileges(wanted, actual),
            *settings(wanted, actual),
            *checks(wanted, actual),
        ),
        findings=tuple(findings(wanted, actual)),
    )


# Private
# -------

_CREATE_SCHEMA: Final = SQL("CREATE SCHEMA {schema} AUTHORIZATION {owner}")
_ALTER_SCHEMA: Final = SQL("ALTER SCHEMA {schema} OWNER TO {owner}")
_ALTER_OWNER: Final = {
    Kind.TABLE: SQL("ALTER TABLE {name} OWNER TO {owner}"),
    Kind.SEQUENCE: SQL("ALTER SEQUENCE {name} OWNER TO {owner}"),
    Kind.FUNCTION: SQL("ALTER ROUTINE {name} OWNER TO {owner}"),
}


def _section_of_role(role: str, wanted: Wanted) -> str:
    for schema in wanted.contract.schemas:
        if role in (schema.owner, schema.rw, schema.ro, schema.login):
            return schema.name
    return wanted.contract.extensions if role == wanted.contract.extensions_owner else ""


def _roles(wanted: Wanted, actual: Actual) -> Iterator[Change]:
    new: defaultdict[tuple[str, bool], list[Role]] = defaultdict(list)
    for role in wanted.roles:
        if role.name not in actual.roles:
            new[_section_of_role(role.name, wanted), role.login].append(role)
    for (section, login), roles in new.items():
        yield Change(
            section,
            Action.ADD,
            f"create {'login ' if login else ''}{'role' if len(roles) == 1 else 'roles'} "
            + ", ".join(role.name for role in roles),
            as_login(*(role.create_sql() for role in roles)),
            of_roles=True,
        )
    for role in wanted.roles:
        found = actual.roles.get(role.name)
        if found and found != role and role.name != actual.login.name:
            yield Change(
                _section_of_role(role.name, wanted),
                Action.ALTER,
                f"alter role {role.name}: {' '.join(role.words_from(found))}",
                as_login(role.alter_sql(found)),
                of_roles=True,
            )


def _leaving(wanted: Wanted, actual: Actual) -> Iterator[Change]:
    ours = {*roles_of(wanted.contract), *actual.former_logins}
    schema_roles = ours - {wanted.contract.roles.application, wanted.contract.roles.migrator}
    for each in sorted(actual.members, key=lambda member: member.membership):
        role, member = each.membership.role, each.membership.member
        if member not in ours or (member not in schema_roles and role not in ours):
            continue
        if each.membership not in wanted.memberships and not _is_own(each, actual):
            grantor = each.grantor if actual.login.version >= OPTIONS_SINCE else None
            options = [word for word in ("inherit", "admin") if getattr(each.membership, word)]
            held = f" ({' '.join(options).upper()})" if options else ""
            yield Change(
                _section_of_role(role, wanted) or _section_of_role(member, wanted),
                Action.REMOVE,
                f"revoke role {role}{held} from {member}",
                as_login(leaving_sql(role, member, grantor)),
                of_roles=True,
            )


def _is_own(member: Member, actual: Actual) -> bool:
    """What the login has granted itself to act as a role is given back when it is done."""
    return member.membership.member == actual.login.name == member.grantor


def _joining(wanted: Wanted, actual: Actual) -> Iterator[Change]:
    held = {each.membership for each in actual.members}
    missing: defaultdict[tuple[str, str], list[Membership]] = defaultdict(list)
    for membership in sorted(wanted.memberships - held):
        section = _section_of_role(membership.role, wanted)
        missing[section, membership.member].append(membership)
    for (section, member), memberships in missing.items():
        roles = [membership.role for membership in memberships]
        options = actual.login.version >= OPTIONS_SINCE
        yield Change(
            section,
            Action.ADD,
            f"grant {'role' if len(roles) == 1 else 'roles'} {', '.join(roles)} to {member}",
            as_login(joining_sql(roles, member, options=options)),
            of_roles=True,
        )


def _schemas(wanted: Wanted, actual: Actual) -> Iterator[Change]:
    for schema, owner in wanted.schemas.items():
        names = {"schema": Identifier(schema), "owner": Identifier(owner)}
        found = actual.schemas.get(schema)
        if found is None:
            yield Change(
                schema,
                Action.ADD,
                f"create schema {schema} owned by {owner}",
                as_login(_CREATE_SCHEMA.format(**names)),
                borrows=(owner,),
            )
        elif found != owner:
            yield Change(
                schema,
                Action.ALTER,
                f"change owner of schema {schema} from {found} to {owner}",
                as_login(_ALTER_SCHEMA.format(**names)),
                borrows=(found, owner),
            )


def _owners(wanted: Wanted, actual: Actual) -> Iterator[Change]:
    strangers: defaultdict[tuple[str, str], list[Target]] = defaultdict(list)
    for target, found in sorted(actual.owners.items()):
        if found != wanted.schemas[target.schema] and target not in actual.linked:
            strangers[target.schema, found].append(target)
    for (schema, found), targets in strangers.items():
        owner = wanted.schemas[schema]
        yield Change(
            schema,
            Action.ALTER,
            f"change owner of {listed(map(str, targets))} from {found} to {owner}",
            as_login(
                *(
                    _ALTER_OWNER[target.kind].format(name=target.sql(), owner=Identifier(owner))
                    for target in targets
                )
            ),
            borrows=(found, owner),
        )
