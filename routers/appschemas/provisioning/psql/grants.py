"""Grants of one schema, for psql: who may do what in it, today and with what will be made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.database.desired_state import DesiredState
from appschemas.database.holders import SINCE
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
_HAS_MAINTAIN: Final = """\
SELECT current_setting('server_version_num')::int >= 170000 AS has_maintain \\gset
\\if :has_maintain"""
_ON_ALL: Final = SQL("GRANT {privileges} ON ALL {kind} IN SCHEMA {schema} TO {roles}")


def _lines(schema: str, desired: DesiredState) -> Iterator[Line]:
    owner = desired.schemas[schema]
    held: defaultdict[str, list[str]] = defaultdict(list)
    here = (each for each in desired.grants if each.target.schema == schema)
    for grant in sorted(each for each in here if each.target.kind is ObjectKind.SCHEMA):
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
    for each in sorted(each for each in desired.default_privileges if each.schema == schema):
        coming[each.owner, each.kind, each.role].append(each)
    for (maker, _, _), grants in coming.items():
        words = [each.privilege for each in grants if each.privilege not in SINCE]
        yield RoleStatement(maker, default_sql(grants[0], words, give=True))
    yield "-- What is there."
    there: defaultdict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (maker, kind, role), grants in coming.items():
        if maker == owner:
            words = [each.privilege for each in grants if each.privilege not in SINCE]
            there[kind, tuple(words)].append(role)
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
    yield from _since(schema, desired)


def _since(schema: str, desired: DesiredState) -> Iterator[Line]:
    """What only some servers have: psql asks which one it is."""
    owner, allows = desired.schemas[schema], desired.contract[schema]
    if "maintain" in allows.allows:
        yield _HAS_MAINTAIN
        for maker in (owner, desired.contract.history_role):
            on_new = DefaultGrant(maker, schema, "TABLES", allows.rw, "MAINTAIN")
            yield RoleStatement(maker, default_sql(on_new, ["MAINTAIN"], give=True))
        on_all = {"kind": SQL("TABLES"), "schema": Identifier(schema)}
        words = {"privileges": SQL("MAINTAIN"), "roles": roles_sql([allows.rw])}
        yield RoleStatement(owner, _ON_ALL.format(**words, **on_all))
        yield "\\endif"
