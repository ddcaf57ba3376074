"""Grants of one schema, for psql: who may do what in it, today and with what will be made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.database.desired_state import DesiredState
from appschemas.database.privileges import DefaultGrant, ObjectKind, Target, default_sql, grant_sql
from appschemas.database.roles import roles_sql
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.provisioning.psql.schemas import no_execute
from appschemas.provisioning.psql.script import Line, script


def grants_script(schema: str, desired: DesiredState) -> str:
    """25_grants/<schema>.sql."""
    return script(f"Who may do what in {schema}.", _WHO, _lines(schema, desired))


# Private
# -------

_WHO: Final = "Run by the same login: after 20_schemas.sql, and after each change of the contract."
_ON_ALL: Final = SQL("GRANT {privileges} ON ALL {kind} IN SCHEMA {schema} TO {roles}")


def _lines(schema: str, desired: DesiredState) -> Iterator[Line]:
    owner = desired.schemas[schema]
    held: defaultdict[str, list[str]] = defaultdict(list)
    for grant in sorted(desired.grants):
        if grant.target.kind is ObjectKind.SCHEMA and grant.target.schema == schema:
            held[grant.privilege].append(grant.role)
    for privilege, roles in held.items():
        yield RoleStatement(
            owner, grant_sql([privilege], [Target(ObjectKind.SCHEMA, schema)], roles)
        )
    if schema not in desired.contract:
        return
    yield no_execute(owner)
    yield "-- What is made in times to come, by its owner and by data migrations."
    coming: defaultdict[tuple[str, str, str], list[DefaultGrant]] = defaultdict(list)
    for each in sorted(desired.default_privileges):
        if each.schema == schema:
            coming[each.owner, each.kind, each.role].append(each)
    for (maker, _, _), grants in coming.items():
        words = [each.privilege for each in grants]
        yield RoleStatement(maker, default_sql(grants[0], words, give=True))
    yield "-- What is there."
    there: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (maker, kind, role), grants in coming.items():
        if maker == owner:
            there[kind, tuple(each.privilege for each in grants)].append(role)
    for (kind, privileges), roles in there.items():
        yield RoleStatement(
            owner,
            _ON_ALL.format(
                privileges=SQL(", ").join(map(SQL, privileges)),
                kind=SQL(kind),
                schema=Identifier(schema),
                roles=roles_sql(roles),
            ),
        )
