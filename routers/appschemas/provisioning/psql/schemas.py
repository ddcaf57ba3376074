"""Schemas of one database and what belongs to the database itself, for psql."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL

from appschemas.contract.file import LIMITS_SINCE
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan import apply_lock
from appschemas.database.plan.extensions import create_sql
from appschemas.database.privileges import DefaultGrant, default_sql
from appschemas.database.purposes import schema_purposes
from appschemas.database.roles import PUBLIC
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.provisioning.psql.script import Line, as_login, literals, rows, script


def schemas_script(desired: DesiredState) -> str:
    """20_schemas.sql."""
    owners = desired.schemas.values()
    return script("The schemas of this database.", _OF_SCHEMAS, _schemas(desired), owners)


def database_script(desired: DesiredState) -> str:
    """22_database.sql."""
    what = "What belongs to the database itself: who may connect, and what PUBLIC may not do."
    contract = desired.contract
    allowed = [schema.rw for schema in contract.schemas if "temporary" in schema.allows]
    roles = literals([contract.history_role, *allowed])
    words = {"logins": literals(contract.logins), "temporary": roles}
    return script(what, _OF_DATABASE, [_DATABASE.format(**words)], inherit=True)


def no_execute(owner: str) -> RoleStatement:
    """New functions of `owner` are not everybody's to execute."""
    everywhere = DefaultGrant(owner, "", "FUNCTIONS", PUBLIC, "EXECUTE")
    return RoleStatement(owner, default_sql(everywhere, ["EXECUTE"], give=False))


# Private
# -------

_OF_SCHEMAS: Final = (
    "Run by the same login, which needs CREATE on the database: after 10_roles.sql."
)
_OF_DATABASE: Final = (
    "Run by the database's owner, or by a login that is a member of it: after 20_schemas.sql."
)
# What PUBLIC holds when the engine comes is written down, for sql/undo to give back.
_CREATE: Final = """\
-- Name, owner and purpose of each schema. One that is there already is left as it is, and nothing
-- is made beside one that belongs to somebody else.
SELECT CASE WHEN there.oid IS NULL
            THEN format('CREATE SCHEMA %I AUTHORIZATION %I', wanted.name, wanted.owner)
            ELSE format('DO %L', format('BEGIN RAISE EXCEPTION USING MESSAGE = %L, HINT = %L; END',
                   format('schema %I belongs to %s, and is to be that of %I', wanted.name,
                          there.nspowner::regrole, wanted.owner),
                   'manage.py schema_apply --apply gives it to its owner, with its tables.')) END,
       CASE WHEN there.oid IS NULL THEN format('SET LOCAL ROLE %I', wanted.owner) END,
       CASE WHEN there.oid IS NULL
            THEN format('COMMENT ON SCHEMA %I IS %L', wanted.name, wanted.purpose
              || CASE wanted.name WHEN {keys_schema} THEN ' ' || before.text ELSE '' END) END,
       CASE WHEN there.oid IS NULL THEN 'RESET ROLE' END
  FROM (VALUES
{schemas}
  ) AS wanted (name, owner, purpose)
 CROSS JOIN
   (SELECT 'Before, PUBLIC had '
           || coalesce(string_agg(held.text, ', ' ORDER BY held.text COLLATE "C"), 'nothing') || '.'
      FROM (SELECT a.privilege_type || ' on the database'
              FROM pg_database d,
                   aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
             WHERE d.datname = current_database() AND a.grantee = 0
               AND a.privilege_type <> 'CONNECT'
             UNION ALL
            SELECT a.privilege_type || ' on schema public'
              FROM pg_namespace n,
                   aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
             WHERE n.nspname = 'public' AND a.grantee = 0) AS held (text)) AS before (text)
  LEFT JOIN pg_namespace there ON there.nspname = wanted.name
 WHERE there.oid IS NULL OR pg_get_userbyid(there.nspowner) <> wanted.owner
 ORDER BY there.oid IS NULL, wanted.name
\\gexec"""
# psql puts the name of the database it is connected to in its place.
_HERE: Final = SQL(':"DBNAME"')
# Only what is missing is sent, since only the owner may send it. The schema public stays open while
# tables lie there that somebody uses.
_DATABASE: Final = """\
DO $database$
DECLARE
  here CONSTANT text := current_database();
  login text;
  statement text;
  statements text[] := '{{}}';
  owner oid;
BEGIN
  -- The logins of the contract may connect.
  SELECT d.datdba INTO owner FROM pg_database d WHERE d.datname = here;
  FOR login IN
    SELECT r.rolname FROM pg_roles r
     WHERE r.rolname IN ({logins}) AND r.oid <> owner
       AND NOT EXISTS
         (SELECT FROM pg_database d, aclexplode(d.datacl) a
           WHERE d.datname = here AND a.grantee = r.oid AND a.privilege_type = 'CONNECT')
     ORDER BY r.rolname
  LOOP
    statements := statements || format('GRANT CONNECT ON DATABASE %I TO %I', here, login);
  END LOOP;
  -- Data migrations may make temporary tables, and schemas that the contract allows it.
  FOR login IN
    SELECT r.rolname FROM pg_roles r
     WHERE r.rolname IN ({temporary})
       AND NOT EXISTS
         (SELECT FROM pg_database d, aclexplode(d.datacl) a
           WHERE d.datname = here AND a.grantee = r.oid AND a.privilege_type = 'TEMPORARY')
     ORDER BY r.rolname
  LOOP
    statements := statements || format('GRANT TEMPORARY ON DATABASE %I TO %I', here, login);
  END LOOP;
  -- Nobody makes schemas or temporary tables without being asked: both can shadow others' tables.
  IF EXISTS
    (SELECT FROM pg_database d,
                 aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      WHERE d.datname = here AND a.grantee = 0 AND a.privilege_type IN ('CREATE', 'TEMPORARY'))
  THEN
    statements := statements
      || format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', here);
  END IF;
  IF statements <> '{{}}' AND NOT pg_has_role(owner, 'USAGE') THEN
    RAISE EXCEPTION 'only % owns database %, and may say who connects', owner::regrole, here
      USING ERRCODE = 'insufficient_privilege', HINT = 'Let its owner run 22_database.sql.';
  END IF;
  -- The schema public is on nobody's path. While tables lie there that somebody uses, it is open.
  SELECT n.nspowner INTO owner FROM pg_namespace n
   WHERE n.nspname = 'public'
     AND NOT EXISTS (SELECT FROM pg_class c
                      WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p'))
     AND EXISTS (SELECT FROM aclexplode(
                   coalesce(n.nspacl, acldefault('n', n.nspowner))) a WHERE a.grantee = 0);
  IF FOUND THEN
    IF NOT pg_has_role(owner, 'USAGE') THEN
      RAISE EXCEPTION 'only % owns schema public, and may close it', owner::regrole
        USING ERRCODE = 'insufficient_privilege', HINT = 'Let its owner run 22_database.sql.';
    END IF;
    statements := statements || 'REVOKE ALL ON SCHEMA public FROM PUBLIC'::text;
  END IF;
  FOREACH statement IN ARRAY statements LOOP
    EXECUTE statement;
  END LOOP;
END
$database$;"""


# What only some servers have: psql asks which one it is.
_SINCE: Final = """\
SELECT current_setting('server_version_num')::int >= {since} AS is_there \\gset
\\if :is_there"""


def _schemas(desired: DesiredState) -> Iterator[Line]:
    contract = desired.contract
    purposes = dict(schema_purposes(contract))
    yield _CREATE.format(
        keys_schema=literals([KEYS_SCHEMA]),
        schemas=rows((name, owner, purposes[name]) for name, owner in desired.schemas.items()),
    )
    yield RoleStatement(contract.keys_role, apply_lock.create_sql())
    yield RoleStatement(contract.keys_role, apply_lock.comment_sql())
    for name in contract.extension_names:
        yield as_login(create_sql(name, contract.extensions))
    for setting in sorted(desired.role_settings):
        since = LIMITS_SINCE.get(setting.name)
        if since:
            yield _SINCE.format(since=since)
        yield as_login(setting.set_sql(_HERE))
        if since:
            yield "\\endif"
    yield no_execute(contract.history_role)
