"""Grants: the changes that make grants what the contract asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from appschemas.contract.schema import ENGINE_SCHEMAS, KEYS_SCHEMA
from appschemas.database.catalog import PUBLIC_SCHEMA, CatalogState, roles_of
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change, listed, section_of
from appschemas.database.plan.triggers import has_former_keys, unused_functions
from appschemas.database.privileges import (
    Grant,
    ObjectKind,
    Target,
    grant_sql,
    rank,
    revoke_sql,
)
from appschemas.database.roles import PUBLIC
from appschemas.integrity.constraints.ddl import COMMENT_PREFIX, RoleStatement
from appschemas.integrity.constraints.lending import lent_usage

# What PUBLIC may not do in a database; that it may connect is nobody's breach.
_NOT_PUBLIC: Final = ("CREATE", "TEMPORARY")


def excess(desired: DesiredState, actual: CatalogState, *, spare_public: bool) -> frozenset[Grant]:
    """What is held and should not be; `spare_public` while public still holds tables in use."""
    ours = frozenset((*roles_of(desired.contract), *actual.obsolete_logins))
    # A check that outlives its model until `migrate` drops it must go on working.
    spared = _key_columns(desired, actual) if has_former_keys(desired, actual) else frozenset()
    # What is dropped takes its grants along, and may be of roles that no contract knows any more.
    dropped = {
        (each.schema, each.name, each.arguments) for each in unused_functions(desired, actual)
    }
    # Whatever one schema's code of before has, it has by what lies in that of extensions, too.
    still_used = actual.splitting | {desired.contract.extensions: any(actual.splitting.values())}
    return frozenset(
        grant
        for grant in actual.grants - desired.grants - spared
        if (grant.target.schema, grant.target.name, grant.target.arguments) not in dropped
        # What runs as before is given its time: the last step of a split takes this.
        and not still_used.get(grant.target.schema)
        and _is_breach(grant, ours, desired, actual)
        and not (spare_public and grant.role == PUBLIC and _is_of_database(grant.target))
    )


def revokes(
    taken: frozenset[Grant], desired: DesiredState, actual: CatalogState
) -> Iterator[Change]:
    """Take what should not be held."""
    return _changes(taken, desired, actual, give=False)


def grants(
    taken: frozenset[Grant], desired: DesiredState, actual: CatalogState
) -> Iterator[Change]:
    """Give what should be held and is not, once the revokes have `taken` theirs."""
    missing = (
        grant
        for grant in desired.grants - (actual.grants - _taken_along(taken, actual))
        if not (
            grant.target.kind is ObjectKind.DATABASE and grant.role == actual.login.database_owner
        )
    )
    return _changes(missing, desired, actual, give=True)


# Private
# -------


@dataclass(frozen=True, slots=True, order=True)
class _Group:
    """Grants that one statement gives or takes."""

    kind: ObjectKind
    schema: str
    privileges: tuple[str, ...]
    targets: tuple[Target, ...]
    grantable: bool
    grantor: str
    owner: str


def _changes(
    grants: Iterable[Grant], desired: DesiredState, actual: CatalogState, *, give: bool
) -> Iterator[Change]:
    groups = _grouped(grants, desired)
    counts = Counter((target.kind, target.schema) for target in actual.owners) if groups else {}
    for group, roles in groups.items():
        targets = list(group.targets)
        sql = (grant_sql if give else revoke_sql)(group.privileges, targets, roles)
        # Whoever granted it must take it back; otherwise the owner, the schema's by then.
        role = group.grantor or group.owner or _owner(group, desired, actual)
        option = " WITH GRANT OPTION" if group.grantable else ""
        on = _named(group, actual, counts)
        by = f" (granted by {group.grantor})" if group.grantor else ""
        statements = [RoleStatement(role, sql)]
        if group.kind is ObjectKind.FUNCTION and group.schema == KEYS_SCHEMA:
            statements = [*lent_usage(statements, role, desired.contract)]
        yield Change(
            section_of(group.schema),
            Action.ADD if give else Action.REMOVE,
            f"{'grant' if give else 'revoke'} {', '.join(group.privileges)}{option}"
            f" on {on} {'to' if give else 'from'} {listed(roles, 9)}{by}",
            tuple(statements),
        )


def _grouped(grants: Iterable[Grant], desired: DesiredState) -> dict[_Group, list[str]]:
    """The roles by what they all hold: few lines for many grants."""
    targets: defaultdict[tuple[str, str, bool, str, str, ObjectKind, str, str], set[Target]]
    targets = defaultdict(set)
    for each in grants:
        owner = desired.owner_of(each.target) if _is_of_engine(each.target) else ""
        alike = (owner, each.target.kind, each.target.schema, each.target.column)
        targets[each.role, each.privilege, each.grantable, each.grantor, *alike].add(each.target)
    privileges: defaultdict[
        tuple[str, ObjectKind, str, tuple[Target, ...], bool, str, str], list[str]
    ]
    privileges = defaultdict(list)
    for key, those in targets.items():
        role, privilege, grantable, grantor, owner, kind, schema, _ = key
        alike_too = (role, kind, schema, tuple(sorted(those)), grantable, grantor, owner)
        privileges[alike_too].append(privilege)
    roles: defaultdict[_Group, list[str]] = defaultdict(list)
    for (role, kind, schema, on, grantable, grantor, owner), words in sorted(privileges.items()):
        group = _Group(kind, schema, tuple(sorted(words, key=rank)), on, grantable, grantor, owner)
        roles[group].append(role)
    return roles


def _owner(group: _Group, desired: DesiredState, actual: CatalogState) -> str:
    if group.kind is ObjectKind.DATABASE:
        return actual.login.database_owner
    return desired.schemas.get(group.schema) or actual.schemas[group.schema]


def _named(
    group: _Group, actual: CatalogState, counts: Mapping[tuple[ObjectKind, str], int]
) -> str:
    whole = counts.get((group.kind, group.schema), 0)
    if len(group.targets) == whole and actual.owners.keys() >= set(group.targets):
        every = "" if group.kind is ObjectKind.TABLE else f"{group.kind}s "
        return f"{every}{group.schema}.*"
    return listed(map(str, group.targets), 2 if group.kind is ObjectKind.FUNCTION else 4)


def _key_columns(desired: DesiredState, actual: CatalogState) -> frozenset[Grant]:
    """What the roles of keys hold on columns of their schemas."""
    return frozenset(
        grant
        for grant in actual.grants
        if grant.target.kind is ObjectKind.COLUMN
        and grant.role == desired.contract[grant.target.schema].keys
        and grant.privilege in ("SELECT", "UPDATE")
        and not grant.grantable
    )


def _taken_along(taken: frozenset[Grant], actual: CatalogState) -> frozenset[Grant]:
    """What goes with a privilege on a table: the same role's, on each of its columns.

    https://www.postgresql.org/docs/current/sql-revoke.html
    """
    tables = {_on_table(grant) for grant in taken if grant.target.kind is ObjectKind.TABLE}
    if not tables:
        return frozenset()
    return frozenset(
        grant
        for grant in actual.grants
        if grant.target.kind is ObjectKind.COLUMN and _on_table(grant) in tables
    )


def _on_table(grant: Grant) -> tuple[str, str, str, str]:
    return grant.target.schema, grant.target.name, grant.role, grant.privilege


def _is_of_database(target: Target) -> bool:
    return target.schema in ("", PUBLIC_SCHEMA)


def _is_of_engine(target: Target) -> bool:
    return target.kind is ObjectKind.FUNCTION and target.schema in ENGINE_SCHEMAS


def _is_breach(
    grant: Grant, ours: frozenset[str], desired: DesiredState, actual: CatalogState
) -> bool:
    target = grant.target
    if target.kind is ObjectKind.DATABASE:
        return grant.role in ours or (grant.role == PUBLIC and grant.privilege in _NOT_PUBLIC)
    if target.schema == PUBLIC_SCHEMA:
        return grant.role == PUBLIC or grant.role in ours
    if grant.role == desired.schemas[target.schema]:
        return False
    function = target.schema, target.name, target.arguments
    if target.kind is ObjectKind.FUNCTION and function not in desired.functions:
        if actual.functions[function].comment.startswith(COMMENT_PREFIX):
            keys = (schema.keys for schema in desired.contract.schemas)
            return grant.role not in (*desired.schemas.values(), *keys)
        if target.schema in ENGINE_SCHEMAS:
            return True
        # A project's own functions may be for its own roles.
        schema = desired.contract[target.schema]
        return grant.role not in (schema.rw, schema.ro) or grant.grantable
    return True
