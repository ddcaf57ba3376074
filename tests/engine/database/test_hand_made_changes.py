"""Random changes by hand: nothing that the wall promises is lost unnamed, and applying mends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import psycopg
import pytest
from hypothesis import HealthCheck, given, note, settings

from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.apply.verify import verify
from appschemas.database.plan.changes import Finding, Plan
from tests.tools.deeds import ROLES, SEQUENCES
from tests.tools.walls import Wall

# `make test-long` runs 2,000 sequences, `make test` as many as take a minute.
PARTS: Final = 8
EXAMPLES: Final = 250 if settings().max_examples > 1_000 else 6

# What each role may do, as PostgreSQL decides it: by any road that it follows itself.
RIGHTS: Final = """
WITH r AS (SELECT * FROM pg_catalog.pg_roles WHERE rolname = ANY (%(roles)s)),
     n AS (SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (%(schemas)s)),
     d AS (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
SELECT r.rolname, c.oid::pg_catalog.regclass::text, p
  FROM r, pg_catalog.pg_class c JOIN n ON n.oid = c.relnamespace AND c.relname = ANY (%(tables)s),
       unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) p
 WHERE has_table_privilege(r.oid, c.oid, p)
    OR p IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
       AND has_any_column_privilege(r.oid, c.oid, p)
UNION ALL
SELECT r.rolname, n.nspname, p FROM r, n, unnest('{USAGE,CREATE}'::text[]) p
 WHERE has_schema_privilege(r.oid, n.oid, p)
UNION ALL
SELECT r.rolname, 'database', p FROM r, d, unnest('{CREATE,TEMPORARY,CONNECT}'::text[]) p
 WHERE has_database_privilege(r.oid, d.oid, p)
UNION ALL
SELECT r.rolname, f.oid::regprocedure::text, 'EXECUTE' FROM r, pg_catalog.pg_proc f
 WHERE (f.pronamespace IN (SELECT oid FROM n) AND f.prosecdef AND f.proowner <> r.oid
        OR f.proname IN ('pg_read_file', 'pg_ls_dir', 'lo_import', 'lo_export', 'pg_stat_file'))
   AND has_function_privilege(r.oid, f.oid, 'EXECUTE')
UNION ALL
SELECT r.rolname, p, 'SET'
  FROM r, unnest('{session_replication_role,lo_compat_privileges}'::text[]) p
 WHERE has_parameter_privilege(r.oid, p, 'SET')
UNION ALL
SELECT r.rolname, g.rolname, 'MEMBER' FROM r, pg_catalog.pg_roles g
 WHERE r.oid <> g.oid AND pg_has_role(r.oid, g.oid, 'MEMBER') AND g.rolname <> 'pg_database_owner'
   AND (g.rolname IN (SELECT rolname FROM r) OR g.oid < 16384 OR g.rolsuper OR g.rolcreaterole
        OR g.rolcreatedb OR g.rolreplication OR g.rolbypassrls)
UNION ALL
SELECT r.rolname, a.name, 'IS'
  FROM r, LATERAL (VALUES ('SUPERUSER', rolsuper), ('CREATEROLE', rolcreaterole),
                          ('BYPASSRLS', rolbypassrls), ('LOGIN', rolcanlogin)) a (name, has)
 WHERE a.has AND NOT (a.name = 'BYPASSRLS' AND r.rolname LIKE '%%\\_keys')
UNION ALL
SELECT coalesce(r.rolname, 'every role'), split_part(c, '=', 1), 'STARTS WITH'
  FROM pg_catalog.pg_db_role_setting s LEFT JOIN r ON r.oid = s.setrole, unnest(s.setconfig) c
 WHERE (s.setrole = 0 OR r.oid IS NOT NULL) AND s.setdatabase IN (0, (SELECT oid FROM d))
   AND split_part(c, '=', 1) IN ('session_replication_role', 'role', 'search_path', 'row_security',
                                 'default_transaction_isolation')
"""
# What a key is refused for, and what works, each tried as the role.
TRIED: Final = (
    ("{app_rw}", "INSERT INTO {app}.note (person_id) VALUES (7)"),
    ("{app_rw}", "INSERT INTO {app}.note (person_id) VALUES (1)"),
    ("{app_rw}", "UPDATE {app}.note SET person_id = 7"),
    ("{hub_rw}", "DELETE FROM {hub}.person WHERE id = 1"),
    ("{hub_rw}", "UPDATE {hub}.person SET id = 9 WHERE id = 1"),
    ("{hub_rw}", "INSERT INTO {hub}.person (id) VALUES (1)"),
    ("{hub_owner}", "TRUNCATE {hub}.person"),
)
OBJECTS: Final = """
SELECT p.oid::regprocedure::text, '' FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname = ANY (%s) AND right(p.proname, length(%s)) = %s
UNION ALL
SELECT quote_ident(t.tgname), t.tgrelid::regclass::text FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY (%s) AND right(t.tgname, length(%s)) = %s AND NOT t.tgisinternal
"""


@pytest.fixture
def standing(_standing: Wall) -> Wall:
    """In step; each sequence is rolled back by itself."""
    return _standing


@pytest.mark.parametrize("part", range(PARTS))
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(deeds=SEQUENCES)
def test_what_is_lost_is_named_and_mended(standing: Wall, part: int, deeds: list[str]) -> None:
    wall = standing
    with wall.connection.transaction(force_rollback=True):
        wall.run("CREATE ROLE {stranger}; INSERT INTO {hub}.person (id) VALUES (1)")
        wall.run("INSERT INTO {app}.note (person_id) VALUES (1); SET CONSTRAINTS ALL IMMEDIATE")
        promised = _promises(wall)
        done = [deed for deed in deeds if _do(wall, deed)]

        note(f"done: {done}")

        lost = _promises(wall) ^ promised
        found = _verified(wall)
        assert not lost or found.changes or found.findings, (done, lost)

        wall.apply()
        _follow(wall, _verified(wall).findings)
        wall.apply()
        left = _verified(wall)
        assert [str(each) for each in left.changes] == [], done
        assert [str(each) for each in left.findings] == [], done
        assert _promises(wall) ^ promised == set(), done


# Private
# -------


def _verified(wall: Wall) -> Plan:
    return verify(wall.connection, wall.contract, wall.installed, keys=True)


def _promises(wall: Wall) -> set[tuple[str, ...]]:
    schemas = [schema.name for schema in wall.contract.schemas]
    names = wall._names()
    parameters = {
        "roles": [_plain(names, role) for role in ROLES],
        "schemas": [*schemas, wall.contract.extensions, *ENGINE_SCHEMAS, "public"],
        "tables": ["person", "badge", "note", "tag", "tile"],
    }
    found = {tuple(row) for row in wall.connection.execute(RIGHTS, parameters).fetchall()}
    return found | {(role, sql, _outcome(wall, role, sql)) for role, sql in TRIED}


def _outcome(wall: Wall, role: str, statement: str) -> str:
    try:
        with wall.connection.transaction(force_rollback=True):
            wall.run(f"SET LOCAL ROLE {role}")
            count = wall.run(statement).rowcount
            wall.run("SET CONSTRAINTS ALL IMMEDIATE")
    except psycopg.Error as error:
        return error.sqlstate or "?"
    return f"{count} rows"


def _do(wall: Wall, deed: str) -> bool:
    """Whether the deed went well."""
    try:
        with wall.connection.transaction():
            for statement in _statements(wall, deed):
                wall.run(statement)
            # A role that is owned by nobody can own nothing, and what waits must not fail later.
            wall.run("SET CONSTRAINTS ALL IMMEDIATE")
    except psycopg.Error:
        return False
    return True


def _statements(wall: Wall, deed: str) -> Iterator[str]:
    kind, _, rest = deed.partition(" ")
    if kind not in ("FUNCTION", "TRIGGER"):
        yield deed
        return
    ending, _, change = rest.partition(" ")
    schemas = [*(schema.name for schema in wall.contract.schemas), *ENGINE_SCHEMAS]
    rows = wall.connection.execute(OBJECTS, [schemas, ending, ending] * 2).fetchall()
    for name, table in rows:
        if bool(table) == (kind == "TRIGGER"):
            yield change.replace("%", name).replace("&", table)


def _follow(wall: Wall, findings: tuple[Finding, ...]) -> None:
    """Run what the hints say."""
    for finding in findings:
        found = re.search(r"\b(REVOKE|ALTER (?!ROUTINE .* SECURITY)|DROP).*", finding.hint)
        if found:
            statement = (
                found[0]
                .partition(", then")[0]
                .replace("<another role>", "CURRENT_USER")
                .partition(", or ")[0]
            )
            with wall.connection.transaction():
                wall.connection.execute(statement.encode())


def _plain(names: dict[str, Any], role: str) -> str:
    return names[role.strip("{}")].as_string(None).strip('"')
