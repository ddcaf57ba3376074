"""Scripts: the DBA's part of the contract, for psql to run once and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.database.desired_state import DesiredState, desired_state
from appschemas.database.plan import apply_lock
from appschemas.database.plan.extensions import create_sql
from appschemas.database.privileges import DefaultGrant, ObjectKind, default_sql, grant_sql
from appschemas.database.roles import PUBLIC, Role, joining_sql

Script = tuple[str, list[Composed | str]]


def scripts(contract: Contract) -> dict[str, Script]:
    """What each file says and its lines, by path; statements as SQL, psql's own commands as text.

    Each may run again. They are a superuser's to run; an owner of the database with CREATEROLE
    must be able to act as the roles that it makes, which from PostgreSQL 16 on takes
    `createrole_self_grant = 'set, inherit'`
    (https://www.postgresql.org/docs/current/runtime-config-client.html).
    """
    # The database's name is psql's to fill in.
    everything = desired_state(contract, database="")
    return {
        "10_roles.sql": ("The roles of the whole server", list(_roles(everything))),
        "20_schemas.sql": ("The schemas of this database", list(_schemas(everything))),
        **{
            f"25_grants/{name}.sql": (f"Who may do what in {name}", list(_grants(name, everything)))
            for name in everything.schemas
            if name != KEYS_SCHEMA
        },
    }


# Private
# -------

_CREATE_ONCE: Final = SQL(
    "SELECT {statement} WHERE NOT EXISTS"
    " (SELECT FROM pg_catalog.pg_roles WHERE rolname = {name}) \\gexec\n"
)
# Memberships have options from PostgreSQL 16 on; before, NOINHERIT says it for all of them.
_HAS_OPTIONS: Final = (
    "SELECT pg_catalog.current_setting('server_version_num')::int >= 160000 AS has_options \\gset"
)
_CREATE_SCHEMA: Final = SQL("CREATE SCHEMA IF NOT EXISTS {schema} AUTHORIZATION {owner}")
# psql puts the name of the database it is connected to in its place.
_DATABASE: Final = SQL(':"DBNAME"')
_ON_DATABASE: Final = (
    'GRANT CONNECT ON DATABASE :"DBNAME" TO {roles};',
    'REVOKE CREATE, TEMPORARY ON DATABASE :"DBNAME" FROM PUBLIC;',
)
# Not while tables lie there that somebody uses.
_CLOSE_PUBLIC: Final = (
    "SELECT 'REVOKE ALL ON SCHEMA public FROM PUBLIC' WHERE NOT EXISTS (SELECT FROM"
    " pg_catalog.pg_class WHERE relnamespace = 'public'::pg_catalog.regnamespace"
    " AND relkind IN ('r', 'p')) \\gexec"
)
_AS: Final = SQL("SET ROLE {}")
_ON_ALL: Final = SQL("GRANT {privileges} ON ALL {kind} IN SCHEMA {schema} TO {role}")


def _roles(desired: DesiredState) -> Iterator[Composed | str]:
    yield from (_create_once(role) for role in desired.roles)
    joined: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
    for membership in sorted(desired.memberships):
        joined[membership.member, membership.inherit].append(membership.role)
    yield _HAS_OPTIONS
    for options, line in ((True, "\\if :has_options"), (False, "\\else")):
        yield line
        for (member, inherit), roles in joined.items():
            yield joining_sql(roles, member, options=options, inherit=inherit)
    yield "\\endif"


def _create_once(role: Role) -> str:
    return (
        _CREATE_ONCE.format(
            statement=Literal(role.create_sql().as_string(None)), name=Literal(role.name)
        )
        .as_string(None)
        .rstrip("\n")
    )


def _schemas(desired: DesiredState) -> Iterator[Composed | str]:
    for schema, owner in desired.schemas.items():
        yield _CREATE_SCHEMA.format(schema=Identifier(schema), owner=Identifier(owner))
    yield _AS.format(Identifier(desired.contract.keys_role))
    yield apply_lock.create_sql()
    yield SQL("RESET ROLE").format()
    for name in desired.contract.extension_names:
        yield create_sql(name, desired.contract.extensions)
    roles = SQL(", ").join(map(Identifier, desired.contract.logins))
    yield from (line.format(roles=roles.as_string(None)) for line in _ON_DATABASE)
    for setting in sorted(desired.role_settings):
        yield setting.set_sql(_DATABASE).as_string(None) + ";"
    yield _CLOSE_PUBLIC
    yield _no_execute(desired.contract.history_role)


def _no_execute(owner: str) -> Composed:
    everywhere = DefaultGrant(owner, "", "FUNCTIONS", PUBLIC, "EXECUTE")
    return default_sql(everywhere, ["EXECUTE"], give=False)


def _grants(schema: str, desired: DesiredState) -> Iterator[Composed | str]:
    for grant in sorted(desired.grants):
        if grant.target.kind is ObjectKind.SCHEMA and grant.target.schema == schema:
            yield grant_sql([grant.privilege], [grant.target], [grant.role])
    privileges: defaultdict[tuple[str, str, str], list[DefaultGrant]] = defaultdict(list)
    for each in sorted(desired.default_privileges):
        if each.schema == schema:
            privileges[each.owner, each.kind, each.role].append(each)
    if schema in desired.contract:
        yield _no_execute(desired.schemas[schema])
    for (owner, kind, role), grants in privileges.items():
        words = [each.privilege for each in grants]
        yield default_sql(grants[0], words, give=True)
        if owner == desired.contract.history_role:
            continue
        yield _ON_ALL.format(
            privileges=SQL(", ").join(map(SQL, words)),
            kind=SQL(kind),
            schema=Identifier(schema),
            role=Identifier(role),
        )
