"""What the application's login can try with SQL of its own, and what an owner can do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

import psycopg
import pytest
from psycopg.sql import SQL, Composed, Identifier

from appschemas.contract.schema import ASKED_SCHEMA, KEYS_SCHEMA
from appschemas.database.model_state import ModelState
from tests.tools.pairs import MODES, reference
from tests.tools.walls import TABLES, Wall, built

PASSWORD: Final = "only-for-tests"
ROWS: Final = """
INSERT INTO {hub}.person (name) VALUES ('Ada'), ('Bob');
INSERT INTO {app}.note (person_id) VALUES (1);
"""
BAD: Final = "INSERT INTO {app}.note (person_id) VALUES (7)"
ORPHANS: Final = (
    "SELECT count(*) FROM {app}.note c"
    " WHERE NOT EXISTS (SELECT FROM {hub}.person p WHERE p.id = c.person_id)"
)

# As a runtime role: all of these are refused with 42501.
REFUSED: Final = {
    # The checks are switched off.
    "disable all triggers": "ALTER TABLE {app}.note DISABLE TRIGGER ALL",
    "disable a trigger": "ALTER TABLE {app}.note DISABLE TRIGGER {trigger}",
    "disable the parent's triggers": "ALTER TABLE {hub}.person DISABLE TRIGGER ALL",
    "drop a trigger": "DROP TRIGGER {trigger} ON {app}.note",
    "rename a trigger": "ALTER TRIGGER {trigger} ON {app}.note RENAME TO mine",
    "comment on a trigger": "COMMENT ON TRIGGER {trigger} ON {app}.note IS NULL",
    "update of pg_trigger": "UPDATE pg_catalog.pg_trigger SET tgenabled = 'D'",
    "replica": "SET session_replication_role = replica",
    "replica by set_config": "SELECT set_config('session_replication_role', 'replica', false)",
    "replica for the role": "ALTER ROLE {app_rw} SET session_replication_role = replica",
    "replica for the database": "ALTER DATABASE {database} SET session_replication_role = replica",
    "replication origin": "SELECT pg_catalog.pg_replication_origin_create('mine')",
    "event trigger": "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION f()",
    "rule": "CREATE RULE mine AS ON INSERT TO {app}.note DO INSTEAD NOTHING",
    "row-level security": "ALTER TABLE {app}.note ENABLE ROW LEVEL SECURITY",
    "policy": "CREATE POLICY mine ON {app}.note USING (false)",
    "inheritance": "ALTER TABLE {app}.note INHERIT {app}.tag",
    "alter table": "ALTER TABLE {app}.note ADD COLUMN mine text",
    # Rows go without a row trigger.
    "truncate of the child": "TRUNCATE {app}.note",
    "truncate of the parent": "TRUNCATE {hub}.person",
    "truncate of the parent, cascading": "TRUNCATE {hub}.person CASCADE",
    "drop table": "DROP TABLE {app}.note",
    # The checks' functions.
    "call": "SELECT {function}",
    "alter function": "ALTER FUNCTION {signature} SECURITY INVOKER",
    "path of a function": "ALTER FUNCTION {signature} SET search_path = {app}",
    "owner of a function": "ALTER FUNCTION {signature} OWNER TO {app_rw}",
    "drop function": "DROP FUNCTION {signature}",
    "replace a function": "CREATE OR REPLACE FUNCTION {app}.f() RETURNS int LANGUAGE sql"
    " AS 'SELECT 1'",
    "update of pg_proc": "UPDATE pg_catalog.pg_proc SET prosrc = 'BEGIN RETURN NULL; END'",
    "trigger with a check's function": "CREATE TRIGGER mine AFTER INSERT ON {app}.tag"
    " FOR EACH ROW EXECUTE FUNCTION {restrict}()",
    # Something is planted.
    "temporary table of the parent's name": "CREATE TEMPORARY TABLE person (id bigint)",
    "temporary table of the child's name": "CREATE TABLE pg_temp.note (person_id bigint)",
    "temporary table of a query": "SELECT 7 AS id INTO TEMPORARY person",
    "temporary view": "CREATE TEMPORARY VIEW person AS SELECT 7 AS id",
    "temporary function": "CREATE FUNCTION pg_temp.int8eq(bigint, bigint) RETURNS boolean"
    " LANGUAGE sql AS 'SELECT true'",
    "temporary operator": "CREATE OPERATOR pg_temp.= (LEFTARG = bigint, RIGHTARG = bigint,"
    " FUNCTION = int8ne)",
    "operator": "CREATE OPERATOR {app}.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne)",
    "operator in public": "CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = bigint,"
    " FUNCTION = int8ne)",
    "function among the extensions": "CREATE FUNCTION {extensions}.unnest(bigint[])"
    " RETURNS SETOF bigint LANGUAGE sql AS 'SELECT 1::bigint WHERE false'",
    "function in pg_catalog": "CREATE FUNCTION pg_catalog.current_setting(name) RETURNS text"
    " LANGUAGE sql AS 'SELECT ''read committed'''",
    "cast": "CREATE CAST (bigint AS text) WITH INOUT",
    "type": "CREATE TYPE {app}.mine AS (id bigint)",
    "domain": "CREATE DOMAIN {app}.bigint AS pg_catalog.int4",
    "schema": "CREATE SCHEMA mine",
    "extension": "CREATE EXTENSION pg_trgm SCHEMA {app}",
    "publication": "CREATE PUBLICATION mine FOR TABLE {app}.note",
    # Another role.
    "owner": "SET ROLE {app_owner}",
    "the parent's owner": "SET ROLE {hub_owner}",
    "owner by set_config": "SELECT set_config('role', '{prefix}_app_owner', false)",
    "owner for a transaction": "SET LOCAL ROLE {app_owner}",
    "migrator": "SET ROLE {migrator}",
    "administrator": "SET ROLE {administrator}",
    "administrator's session": "SET SESSION AUTHORIZATION {administrator}",
    "owner's session": "SET SESSION AUTHORIZATION {hub_owner}",
    "new role": "CREATE ROLE {stranger}",
    "superuser": "ALTER ROLE {app_rw} SUPERUSER",
    "grant of a role": "GRANT {app_owner} TO {app_rw}",
    "grant to PUBLIC": "GRANT SELECT ON {hub}.person TO PUBLIC",
    "owned by": "REASSIGN OWNED BY {app_owner} TO {app_rw}",
    "a DO block as the owner": "DO $$BEGIN EXECUTE 'SET ROLE {app_owner}'; END$$",
    # The other schema is read or written.
    "select": "SELECT FROM {hub}.person",
    "select in a DO block": "DO $$BEGIN PERFORM FROM {hub}.person; END$$",
    "prepared select": "PREPARE mine AS SELECT * FROM {hub}.person",
    "explain": "EXPLAIN SELECT * FROM {hub}.person",
    "lock": "DO $$BEGIN LOCK TABLE {hub}.person; END$$",
    "key share": "SELECT FROM {hub}.person FOR KEY SHARE",
    "sequence": "SELECT nextval('{hub}.badge_id_seq')",
    "insert of a parent": "INSERT INTO {hub}.person VALUES (7)",
    "statistics": "SELECT FROM pg_catalog.pg_statistic",
    "copy of a table": "COPY {hub}.person TO STDOUT",
    "copy of a query": "COPY (SELECT * FROM {hub}.person) TO STDOUT",
    "copy to a program": "COPY {app}.note TO PROGRAM 'true'",
    "copy from a program": "COPY {app}.note FROM PROGRAM 'echo 8 7'",
    "copy from a file": "COPY {app}.note FROM '/dev/null'",
    "file": "SELECT pg_catalog.pg_read_file('PG_VERSION')",
    "binary file": "SELECT pg_catalog.pg_read_binary_file('PG_VERSION')",
    "directory": "SELECT pg_catalog.pg_ls_dir('.')",
    "large object of a file": "SELECT pg_catalog.lo_import('/etc/passwd')",
    "library": "LOAD '$libdir/regress'",
    "server setting": "ALTER SYSTEM SET session_replication_role = replica",
    "foreign data wrapper": "CREATE FOREIGN DATA WRAPPER mine",
    "replication slot": "SELECT pg_catalog.pg_create_logical_replication_slot('mine', 'pgoutput')",
}  # fmt: skip

# What anybody may say; the check does not mind.
HARMLESS: Final = {
    "nothing": "SELECT 1",
    "an empty path": "SET search_path = ''",
    "the temporary schema first": "SET search_path = pg_temp, {app}, pg_catalog",
    "the application's schema before pg_catalog": "SET search_path = {app}, pg_catalog",
    "path by set_config": "SELECT set_config('search_path', 'pg_temp', false)",
    "null equals null": "SET transform_null_equals = on",
    "row security off": "SET row_security = off",
    "backslashes in strings": "SET standard_conforming_strings = off",
    "no indexes": "SET enable_indexscan = off; SET enable_indexonlyscan = off",
    "other dates": "SET datestyle = 'SQL, DMY'; SET intervalstyle = sql_standard",
    "no messages": "SET client_min_messages = error",
    "custom plans": "SET plan_cache_mode = force_custom_plan",
    "generic plans": "SET plan_cache_mode = force_generic_plan",
    "repeatable read": "SET default_transaction_isolation = 'repeatable read'",
    "serializable": "SET default_transaction_isolation = 'serializable'",
    "a setting of our own": "SET appschemas.off = 'true'",
    "a large object": "SELECT pg_catalog.lo_unlink(pg_catalog.lo_create(0))",
    "a prepared statement": "PREPARE mine AS SELECT 1",
    "an advisory lock": "SELECT pg_catalog.pg_advisory_lock(1)",
    "a reset role": "RESET ROLE; SET ROLE {app_rw}",
    "discard": "DISCARD PLANS; DISCARD SEQUENCES",
}
# A bad row, in every way to write one.
WRITES: Final = {
    "insert": (BAD,),
    "insert by a prepared statement": (
        "PREPARE p AS INSERT INTO {app}.note (person_id) VALUES ($1)", "EXECUTE p (7)"),
    "insert in a DO block": ("DO $$BEGIN INSERT INTO {app}.note (person_id) VALUES (7); END$$",),
    "insert whose refusal is caught": (
        "DO $$BEGIN INSERT INTO {app}.note (person_id) VALUES (7);"
        " EXCEPTION WHEN OTHERS THEN NULL; END$$",),
    "update": ("UPDATE {app}.note SET person_id = 7",),
    "in one statement": ("WITH n AS (INSERT INTO {app}.note (person_id) VALUES (7) RETURNING *)"
                         " UPDATE {app}.note SET person_id = 8",),
    "in two transactions": ("BEGIN", BAD, "COMMIT AND CHAIN", BAD, "COMMIT"),
    "deferred again": ("BEGIN", BAD, "SET CONSTRAINTS ALL DEFERRED", "COMMIT"),
    "in a savepoint": ("BEGIN", "SAVEPOINT a", BAD, "RELEASE a", "COMMIT"),
    "another savepoint rolled back": (
        "BEGIN", BAD, "SAVEPOINT a", "UPDATE {app}.note SET person_id = 8", "ROLLBACK TO a",
        "COMMIT"),
    "another role at the end": ("BEGIN", BAD, "SET LOCAL ROLE {board_rw}", "COMMIT"),
    "prepared transaction": ("BEGIN", BAD, "PREPARE TRANSACTION 'mine'", "ROLLBACK"),
    "cursor": ("BEGIN", "DECLARE c CURSOR WITH HOLD FOR SELECT 1", BAD, "COMMIT"),
}  # fmt: skip


@dataclass
class Intruder:
    """A session of the application's login, and the administrator's view of what it did."""

    session: psycopg.Connection[Any]
    wall: Wall
    names: dict[str, Composed | Identifier | SQL]

    def tries(self, statements: str) -> str | None:
        """The SQLSTATE with which SQL is refused, if it is."""
        try:
            self.session.execute(SQL(statements).format(**self.names))
        except psycopg.Error as error:
            return error.sqlstate
        return None

    def orphans(self) -> int:
        row = self.wall.run(ORPHANS).fetchone()
        return int(row[0])


@pytest.fixture(scope="module", params=MODES, ids=str)
def standing(request: pytest.FixtureRequest, server: dict[str, Any]) -> Iterator[Wall]:
    """The schemas with their checks in this mode, a held parent and another one."""
    with built(server) as wall:
        (key,) = wall.installed.references
        held = reference(
            request.param, key.schema, key.table, key.referenced_schema, key.referenced_table,
            key.referenced_column, key.column, key.key_type,
        )  # fmt: skip
        wall = replace(wall, installed=ModelState(wall.installed.tables, (held,)))
        wall.apply()
        wall.run(TABLES)
        wall.apply()
        wall.run(ROWS)
        wall.run(f"ALTER ROLE {{application}} PASSWORD '{PASSWORD}'")
        yield wall


@pytest.fixture
def intruder(standing: Wall, server: dict[str, Any]) -> Iterator[Intruder]:
    """Logged in as the application, and then the runtime role of the child's schema."""
    login = {**server, "dbname": standing.prefix, "password": PASSWORD}
    with psycopg.connect(**{**login, "user": f"{standing.prefix}_application"}) as session:
        names = {
            **standing._names(),
            **_check(standing),
            "administrator": Identifier(server["user"]),
        }
        intruder = Intruder(session, standing, names)
        assert intruder.tries("SET ROLE {app_rw}") is None
        yield intruder


def test_the_runtime_role_writes_what_is_right(intruder: Intruder) -> None:
    assert intruder.tries("INSERT INTO {app}.note (person_id) VALUES (2)") is None
    assert intruder.tries("DELETE FROM {app}.note WHERE person_id = 2") is None


@pytest.mark.parametrize("attempt", REFUSED)
def test_the_runtime_role_is_refused(intruder: Intruder, attempt: str) -> None:
    assert intruder.tries(REFUSED[attempt]) == "42501"
    assert intruder.tries(BAD) == "23503"
    assert intruder.orphans() == 0


@pytest.mark.parametrize("attempt", REFUSED)
def test_the_login_is_refused(intruder: Intruder, attempt: str) -> None:
    intruder.tries("RESET ROLE")

    assert intruder.tries(REFUSED[attempt]) == "42501"


@pytest.mark.parametrize("attempt", HARMLESS)
def test_no_setting_lets_a_bad_row_in(intruder: Intruder, attempt: str) -> None:
    assert intruder.tries(HARMLESS[attempt]) is None

    assert intruder.tries(BAD) == "23503"
    assert intruder.orphans() == 0


@pytest.mark.parametrize("attempt", WRITES)
def test_no_way_of_writing_lets_a_bad_row_in(intruder: Intruder, attempt: str) -> None:
    for statement in WRITES[attempt]:
        intruder.tries(statement)

    assert intruder.orphans() == 0


@pytest.mark.parametrize(
    "statement", ["DELETE FROM {hub}.person", "UPDATE {hub}.person SET id = 9"]
)
def test_a_reset_role_reaches_the_other_schema_and_its_keys_hold(
    intruder: Intruder, statement: str
) -> None:
    assert intruder.tries("RESET ROLE; SET ROLE {hub_rw}") is None

    assert intruder.tries(f"{statement} WHERE id = 1") == "23503"
    assert intruder.orphans() == 0


def test_statistics_show_nothing_of_the_other_schema(intruder: Intruder) -> None:
    intruder.wall.run("ANALYZE {hub}.person")

    seen = intruder.session.execute(
        "SELECT count(*) FROM pg_stats WHERE tablename = 'person'"
    ).fetchone()

    assert seen == (0,)


@pytest.mark.parametrize("function", ["dblink", "dblink_connect", "pg_file_write"])
def test_there_is_no_function_that_leads_out(intruder: Intruder, function: str) -> None:
    assert intruder.tries(f"SELECT {function}('')") == "42883"


# What an owner can do
# --------------------

# Every trigger of the checks is tried, and as a superuser every function, which no owner can name,
# each with what the plan then says.
TO_TRIGGERS: Final = {
    "disable": ("ALTER TABLE {table} DISABLE TRIGGER {trigger}", "~ enable trigger"),
    "replica": ("ALTER TABLE {table} ENABLE REPLICA TRIGGER {trigger}", "~ enable trigger"),
    "disable all": ("ALTER TABLE {table} DISABLE TRIGGER USER", "~ enable trigger"),
    "drop": ("DROP TRIGGER {trigger} ON {table}", "+ create trigger"),
    "rename": ("ALTER TRIGGER {trigger} ON {table} RENAME TO mine", "+ create trigger"),
}
TO_FUNCTIONS: Final = {
    "security": ("ALTER FUNCTION {function} SECURITY INVOKER", "~ replace function"),
    "path": ("ALTER FUNCTION {function} SET search_path = public", "~ replace function"),
    "drop": ("DROP FUNCTION {function} CASCADE", "+ create function"),
    "rename": ("ALTER FUNCTION {function} RENAME TO mine", "+ create function"),
    "open": ("GRANT EXECUTE ON FUNCTION {function} TO PUBLIC", "- revoke EXECUTE on function"),
}


@pytest.mark.parametrize("deed", TO_TRIGGERS)
def test_what_an_owner_does_to_a_trigger_is_reported(owned: Wall, deed: str) -> None:
    statement, reported = TO_TRIGGERS[deed]

    for table, trigger in owned.run(TRIGGERS).fetchall():
        with owned.connection.transaction(force_rollback=True):
            owned.run(statement.format(table=table, trigger=trigger))
            lines = owned.lines()

        assert [line for line in lines if line.startswith(reported)], trigger


@pytest.mark.parametrize("deed", TO_FUNCTIONS)
def test_what_is_done_to_a_function_is_reported(owned: Wall, deed: str) -> None:
    statement, reported = TO_FUNCTIONS[deed]

    for (function,) in owned.run(FUNCTIONS).fetchall():
        with owned.connection.transaction(force_rollback=True):
            owned.run(statement.format(function=function))
            lines = owned.lines()

        assert [line for line in lines if line.startswith(reported)], function


@pytest.mark.parametrize(
    "deed",
    [
        "ALTER TABLE {app}.note DISABLE TRIGGER USER;"
        "INSERT INTO {app}.note (person_id) VALUES (7);"
        "ALTER TABLE {app}.note ENABLE TRIGGER USER",
        "ALTER TABLE {hub}.person DISABLE TRIGGER USER; DELETE FROM {hub}.person;"
        "ALTER TABLE {hub}.person ENABLE TRIGGER USER",
        "ALTER TABLE {hub}.person DISABLE TRIGGER USER; TRUNCATE {hub}.person;"
        "ALTER TABLE {hub}.person ENABLE TRIGGER USER",
        "SET LOCAL session_replication_role = replica; UPDATE {hub}.person SET id = id + 5;"
        "SET LOCAL session_replication_role = origin",
    ],
    ids=["insert", "delete", "truncate", "replica"],
)
def test_an_orphan_let_in_by_who_may_is_found(owned: Wall, deed: str) -> None:
    owned.run(deed)

    assert owned.lines() == []
    assert [each for each in owned.findings() if "that the other side does not have" in each]


@pytest.fixture
def owned(standing: Wall) -> Iterator[Wall]:
    """In step; what a test does is rolled back."""
    with standing.connection.transaction(force_rollback=True):
        assert (standing.lines(), standing.findings()) == ([], [])
        yield standing


# Private
# -------

TRIGGERS: Final = (
    "SELECT t.tgrelid::regclass::text, quote_ident(t.tgname) FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal"
    " AND c.relnamespace IN ('{hub}'::regnamespace, '{app}'::regnamespace)"
)
FUNCTIONS: Final = (
    "SELECT p.oid::regprocedure::text FROM pg_proc p"
    " WHERE p.pronamespace IN ('appschemas_keys'::regnamespace, 'appschemas_asked'::regnamespace)"
)


def _check(wall: Wall) -> dict[str, Composed | Identifier | SQL]:
    """A trigger on the child, and a function of its check in the child's schema."""
    trigger = wall.run(
        "SELECT tgname FROM pg_trigger WHERE tgrelid = '{app}.note'::regclass AND NOT tgisinternal"
        " AND tgname LIKE '%insert%'"
    ).fetchone()
    function = wall.run(
        "SELECT p.proname, p.pronargs FROM pg_proc p"
        " WHERE pronamespace = 'appschemas_asked'::regnamespace"
    ).fetchone()
    assert trigger
    assert function
    name = SQL("{}.{}").format(Identifier(ASKED_SCHEMA), Identifier(function[0]))
    restrict = wall.run(
        "SELECT p.proname FROM pg_proc p WHERE pronamespace = 'appschemas_keys'::regnamespace"
        " AND proname LIKE '%restrict%'"
    ).fetchone()
    assert restrict
    return {
        "prefix": SQL(wall.prefix),
        "restrict": Identifier(KEYS_SCHEMA, restrict[0]),
        "trigger": Identifier(trigger[0]),
        "signature": name,
        "function": SQL("{}({})").format(name, SQL(", ").join([SQL("NULL")] * function[1])),
    }
