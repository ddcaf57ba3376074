"""Roles of the whole server, for psql: who there is, and who may act as whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.database.desired_state import DesiredState
from appschemas.database.purposes import role_purposes
from appschemas.database.roles import MADE_FOR
from appschemas.provisioning.psql.script import Line, identifier, literals, rows, script


def roles_script(desired: DesiredState) -> str:
    """10_roles.sql."""
    return script("The roles of the whole server.", _WHO, _lines(desired))


def verifiers(contract: Contract) -> dict[str, str]:
    """The psql variable with which each login is given its password's verifier, by login."""
    return {
        contract.roles.application: "application_verifier",
        **({contract.roles.standby: "standby_verifier"} if contract.roles.standby else {}),
        contract.roles.migrator: "migrator_verifier",
        **{schema.login: f"{schema.name}_verifier" for schema in contract.own_schemas},
        **{
            schema.migrator: f"{schema.name}_migrator_verifier"
            for schema in contract.schemas_with_migrator
        },
    }


# Private
# -------

_WHO: Final = (
    "Run by a superuser or a login with CREATEROLE: first, and after each change of the contract."
)
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CREATEROLE-SELF-GRANT
_NO_SELF_GRANT: Final = """\
-- Else a login that has this set would stay a member of each role that it makes.
SELECT 'SET LOCAL createrole_self_grant = '''''
 WHERE current_setting('server_version_num')::int >= 160000 \\gexec"""
_CREATE: Final = """\
-- Name, attributes and purpose of each role. One that is there already is left as it is.
SELECT format('CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS',
                         wanted.name, wanted.attributes),
       format('COMMENT ON ROLE %I IS %L', wanted.name,
                         wanted.purpose || {made_for} || current_database() || '.')
  FROM (VALUES
{roles}
  ) AS wanted (name, attributes, purpose)
 WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = wanted.name)
\\gexec"""
# Memberships have options from PostgreSQL 16 on; before, NOINHERIT of the member says it for all.
_JOIN: Final = """\
-- Member, roles that it may act as, and whether it has their rights without doing so.
SELECT format('GRANT %I TO %I', g.rolname, m.rolname)
       || CASE WHEN o.are_there THEN ' WITH INHERIT ' || wanted.inherits || ', SET TRUE' ELSE '' END
  FROM (VALUES
{memberships}
  ) AS wanted (member, inherits, roles)
 CROSS JOIN (SELECT current_setting('server_version_num')::int >= 160000) AS o (are_there)
  JOIN pg_roles m ON m.rolname = wanted.member
  JOIN pg_roles g ON g.rolname = ANY (wanted.roles)
 WHERE NOT EXISTS
   (SELECT FROM pg_auth_members am
     WHERE am.roleid = g.oid AND am.member = m.oid
       AND (NOT o.are_there
         OR (to_jsonb(am) ->> 'inherit_option')::bool = wanted.inherits::bool
            AND (to_jsonb(am) ->> 'set_option')::bool))
 ORDER BY m.rolname, g.rolname
\\gexec"""
_VERIFIERS: Final = """\
-- A password's verifier comes from outside, and a password from nowhere:
--   psql -v {first}='SCRAM-SHA-256$...' -f 10_roles.sql"""
_VERIFIER: Final = """\
\\if :{{?{variable}}}
  SELECT :'{variable}' NOT LIKE 'SCRAM-SHA-256$%' AS is_none \\gset
  \\if :is_none
    DO $$ BEGIN RAISE EXCEPTION '{variable} is no SCRAM verifier'
      USING HINT = 'Let \\password make one, or: python -m appschemas verifier'; END $$;
  \\endif
  ALTER ROLE {role} PASSWORD :'{variable}';
\\endif"""


def _lines(desired: DesiredState) -> Iterator[Line]:
    purposes = dict(role_purposes(desired.contract))
    yield _NO_SELF_GRANT
    yield _CREATE.format(
        made_for=literals([MADE_FOR]),
        roles=rows(
            (
                role.name,
                f"{'LOGIN' if role.login else 'NOLOGIN'} "
                f"{'INHERIT' if role.inherit else 'NOINHERIT'}",
                purposes[role.name],
            )
            for role in desired.roles
        ),
    )
    yield _JOIN.format(memberships=_memberships(desired))
    names = verifiers(desired.contract)
    yield _VERIFIERS.format(first=next(iter(names.values())))
    for login, variable in names.items():
        yield _VERIFIER.format(variable=variable, role=identifier(login))


def _memberships(desired: DesiredState) -> str:
    joined: dict[tuple[str, bool], list[str]] = {}
    for each in sorted(desired.memberships):
        joined.setdefault((each.member, each.inherit), []).append(each.role)
    return ",\n".join(
        f"    ({literals([member, str(inherit).lower()])}, ARRAY[{literals(roles)}])"
        for (member, inherit), roles in joined.items()
    )
