"""Roads out of each role that people rarely look at: each ends where the wall's page says."""
# ruff: noqa: S608 - names of this module's own

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

from appschemas.database.apply.verify import verify
from tests.tools.walls import CONTRACT, LEFT_ALONE, TABLES, Wall, built

ROLES: Final = (
    CONTRACT.replace("[roles]", "[roles]\nschema_migrators = true")
    + """allows = ["temporary"]
[logins."{0}_ada"]
reads = ["{0}_app", "{0}_board"]
"""
)
ROWS: Final = (
    "INSERT INTO {hub}.person (id, name) VALUES (1, 'Ada'); "
    "INSERT INTO {app}.note (person_id) VALUES (1)"
)
NUMBER: Final = "SELECT {} FROM pg_catalog.pg_class WHERE relname = 'person' AND relkind = 'r'"
# Whoever it is.
SERVER: Final = {
    "a superuser": "CREATE ROLE {stranger} SUPERUSER",
    "an attribute of its own": "ALTER ROLE CURRENT_USER CREATEROLE",
    "a program of the server": "COPY (SELECT 1) TO PROGRAM 'true'",
    "a file of the server": "SELECT pg_catalog.pg_read_file('PG_VERSION')",
    "a file as a large object": "SELECT pg_catalog.lo_import('/etc/passwd')",
    "a setting of the database": "ALTER DATABASE {database} SET role = {app_owner}",
    "a comment that is believed": "COMMENT ON SCHEMA {extensions} IS 'appschemas:split x'",
    "an event trigger": "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION f()",
    "an extension": "CREATE EXTENSION pg_trgm SCHEMA {extensions}",
    "a wrapper of foreign data": "CREATE FOREIGN DATA WRAPPER mine",
    "a publication": "CREATE PUBLICATION mine",
    "a subscription": "CREATE SUBSCRIPTION mine CONNECTION 'x' PUBLICATION y WITH (connect=false)",
    "a slot of replication": "SELECT pg_catalog.pg_create_physical_replication_slot('mine')",
    "no checks": "SET session_replication_role = replica",
    "no checks, for its next session": "ALTER ROLE CURRENT_USER"
    " SET session_replication_role = replica",
    "statistics of values": "SELECT FROM pg_catalog.pg_statistic",
    "counters set back": "SELECT pg_catalog.pg_stat_reset()",
    "a schema": "CREATE SCHEMA mine",
    "something in public": "CREATE FUNCTION public.lower(varchar) RETURNS text LANGUAGE sql"
    " AS 'SELECT 1'",
    "what it belongs to, given on": "GRANT {app_owner}, {app_ro}, {ada} TO {stranger}",
    "a function of the checks": "ALTER FUNCTION {trigger_function}() SECURITY INVOKER",
    "a trigger with a function of the checks": "CREATE TRIGGER mine AFTER INSERT ON {app}.tag"
    " FOR EACH ROW EXECUTE FUNCTION {trigger_function}()",
    "a function among the asked": "CREATE OR REPLACE FUNCTION appschemas_asked.f() RETURNS int"
    " LANGUAGE sql AS 'SELECT 1'",
    "the lock of apply": "LOCK TABLE appschemas_keys.applying IN ACCESS SHARE MODE",
}  # fmt: skip
PLANTED: Final = {
    "a temporary table": "CREATE TEMPORARY TABLE person (id bigint)",
    "a temporary function": "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
}
OTHERS: Final = {
    "a row of another schema": "SELECT FROM {hub}.person",
    "a plan of another schema": "EXPLAIN SELECT FROM {hub}.person WHERE id > 0",
    "a sequence of another schema": "SELECT nextval('{hub}.badge_id_seq')",
    "a lock on another schema": "LOCK TABLE {hub}.person IN ACCESS SHARE MODE",
    "another owner": "SET ROLE {hub_owner}",
    "the keys of all": "SET ROLE {migrator_keys}",
    "the role of histories": "SET ROLE {history}",
    "a question to the checks": "SELECT {asked_function}('person_id', NULL, 9, true)",
}
# All of these are refused with 42501.
REFUSED: Final = {
    "ada": {
        **SERVER, **PLANTED, **OTHERS,
        "a runtime role": "SET ROLE {app_rw}",
        "its owner": "SET ROLE {app_owner}",
        "its role of keys": "SET ROLE {app_keys}",
        "a row that is written": "UPDATE {app}.note SET person_id = 1",
        "a row that is locked": "SELECT FROM {app}.note FOR KEY SHARE",
        "a table that is locked to write": "LOCK TABLE {app}.note IN ROW EXCLUSIVE MODE",
        "a table that is locked for itself": "LOCK TABLE {app}.note",
        "statistics of what it reads": "CREATE STATISTICS mine ON id, person_id FROM {app}.note",
    },
    "stranger": {
        **SERVER, **PLANTED, **OTHERS,
        "a runtime role": "SET ROLE {app_rw}",
        "a role that reads": "SET ROLE {app_ro}",
        "a table that is locked": "LOCK TABLE {app}.note IN ACCESS SHARE MODE",
        "a right by its name": "SELECT has_table_privilege('{app}.note', 'SELECT')",
    },
    "app_migrator": {
        **SERVER, **PLANTED, **OTHERS,
        "its runtime role": "SET ROLE {app_rw}",
        "its role of keys": "SET ROLE {app_keys}",
        "its schema, before it acts as its owner": "CREATE TABLE {app}.mine (id int)",
        "another name of its schema": "SET ROLE {app_owner}; ALTER SCHEMA {app} RENAME TO mine",
        "its table given away": "SET ROLE {app_owner}; ALTER TABLE {app}.tag OWNER TO {hub_owner}",
        "its schema given away": "SET ROLE {app_owner}; ALTER SCHEMA {app} OWNER TO {hub_owner}",
        "another's schema dropped": "SET ROLE {app_owner}; DROP SCHEMA {board} CASCADE",
    },
    "history": {
        **{road: sql for road, sql in SERVER.items() if road != "what it belongs to, given on"},
        "owners given on": "GRANT {app_owner} TO {stranger}",
        "the keys of a schema": "SET ROLE {hub_keys}",
        "the keys of all": "SET ROLE {migrator_keys}",
        "a runtime role": "SET ROLE {app_rw}",
        "a question to the checks": OTHERS["a question to the checks"],
    },
    "hub_keys": {
        **SERVER, **PLANTED,
        "its owner": "SET ROLE {hub_owner}",
        "a column that is no key": "SELECT name FROM {hub}.person",
        "a table without keys": "SELECT FROM {hub}.badge",
        "a row less": "DELETE FROM {hub}.person",
        "a row more": "INSERT INTO {hub}.person DEFAULT VALUES",
        "all rows less": "TRUNCATE {hub}.person",
        "the other side's table": "SELECT FROM {app}.note",
        "all keys of the other side": OTHERS["a question to the checks"],
    },
}  # fmt: skip
# These go through. What comes of them stands on the page.
ALLOWED: Final = {
    "ada": {
        "a table that is locked to read": "LOCK TABLE {app}.note IN ACCESS SHARE MODE",
        "a large object of its own": "SELECT pg_catalog.lo_create(4711)",
        "what others notify": "LISTEN anything",
        "a password of its own": "ALTER ROLE CURRENT_USER PASSWORD 'mine'",
    },
    "stranger": {
        "a name by its number": NUMBER.format("oid::regclass::text"),
        "a size by its number": NUMBER.format("pg_catalog.pg_relation_size(oid)"),
        "how often rows were written": "SELECT n_tup_ins FROM pg_catalog.pg_stat_all_tables",
        "who holds which lock": "SELECT FROM pg_catalog.pg_locks",
        "what others notify": "LISTEN anything",
        "an advisory lock": "SELECT pg_catalog.pg_advisory_xact_lock(1)",
        "what roles start with": "SELECT setconfig FROM pg_catalog.pg_db_role_setting",
    },
    "history": {"a temporary table": PLANTED["a temporary table"]},
    "hub_keys": {"a lock on a key of its own": "SELECT id FROM {hub}.person FOR KEY SHARE"},
}
# These go through, and verify names what is left of them: the statement, what it says.
NAMED: Final = {
    "ada": {
        "a path of its own": (
            "ALTER ROLE CURRENT_USER SET search_path = evil",
            "~ reset search_path for ada, where it starts with evil",
        ),
    },
    "app_migrator": {
        "a path of its own": (
            "ALTER ROLE CURRENT_USER SET search_path = evil",
            "~ reset search_path for app_migrator, where it starts with evil",
        ),
        "its owner from the start": (
            "ALTER ROLE CURRENT_USER SET role = {app_owner}",
            "~ reset role for app_migrator, where it starts with ",
        ),
    },
    "app_owner": {
        "its rights given on": (
            "GRANT ALL ON {app}.tag TO {stranger}",
            "on app.tag from stranger",
        ),
        "other columns under the names of keys": (
            "ALTER TABLE {app}.note RENAME person_id TO was; ALTER TABLE {app}.note RENAME id TO"
            " person_id",
            "~ create trigger",
        ),
        "another table under the name of one of keys": (
            "ALTER TABLE {app}.note RENAME TO was; CREATE TABLE {app}.note (LIKE {app}.was)",
            "+ create trigger",
        ),
        "a trigger under another name": (
            "DO $$ BEGIN EXECUTE (SELECT format('ALTER TRIGGER %I ON %s RENAME TO mine', tgname,"
            " tgrelid::regclass) FROM pg_trigger WHERE tgname LIKE 'note%insert'); END $$",
            ": it was renamed to mine",
        ),
        "code for those who read it": (
            "CREATE FUNCTION {app}.deed() RETURNS boolean LANGUAGE sql AS 'SELECT true';"
            " GRANT EXECUTE ON FUNCTION {app}.deed() TO PUBLIC",
            "- revoke EXECUTE on functions app.* from PUBLIC",
        ),
    },
    "board_rw": {
        "a view of its session on what it reads": (
            "CREATE TEMPORARY VIEW seen AS SELECT id FROM {app}.note",
            "! view seen shows rows of app.note to another schema",
        ),
    },
    "history": {
        "a function with its rights": (
            "CREATE FUNCTION {app}.deed() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            "~ change owner of function app.deed() from migrator_history to app_owner",
        ),
        "an operator that is its own": (
            "CREATE OPERATOR {app}.=== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
            "! operator app.===(integer,integer) belongs to migrator_history",
        ),
    },
    "hub_keys": {
        "a function asked that says nothing": (
            "ALTER FUNCTION {missing_function}(bigint[], boolean) STRICT",
            ": STRICT altered",
        ),
        "a function asked with a role": (
            "ALTER FUNCTION {missing_function}(bigint[], boolean) SET role = 'none'",
            ": SET altered",
        ),
        "a function asked that is dropped": (
            "DROP FUNCTION {missing_function}(bigint[], boolean)",
            "+ create function appschemas_asked.",
        ),
        "functions to come opened": (
            "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO {hub_owner}",
            "- revoke EXECUTE on new functions of hub_keys from hub_owner",
        ),
        "a large object of its own": (
            "SELECT pg_catalog.lo_create(4711)",
            "i large object 4711 belongs to hub_keys, which is to own nothing there",
        ),
    },
}
PAGE: Final = Path(__file__).parents[3] / "docs/explanation/wall.md"


@pytest.fixture(scope="module")
def _there(server: dict[str, Any]) -> Iterator[Wall]:
    with built(server, ROLES) as wall:
        wall.apply()
        wall.run(f"{TABLES} {LEFT_ALONE} CREATE ROLE {{stranger}}")
        wall.apply()
        wall.run(ROWS)
        assert (wall.lines(), wall.findings()) == ([], [])
        yield wall


@pytest.fixture
def there(_there: Wall) -> Iterator[Wall]:
    with _there.connection.transaction(force_rollback=True):
        yield _there


@pytest.mark.parametrize("role", REFUSED)
def test_a_road_that_is_closed_is_refused(there: Wall, role: str) -> None:
    tried = {road: _refusal(there, role, sql) for road, sql in REFUSED[role].items()}

    assert {road: state for road, state in tried.items() if state != "42501"} == {}


@pytest.mark.parametrize("role", ALLOWED)
def test_a_road_that_the_page_says_is_open_is_open(there: Wall, role: str) -> None:
    tried = {road: _refusal(there, role, sql) for road, sql in ALLOWED[role].items()}

    assert tried == dict.fromkeys(ALLOWED[role])


@pytest.mark.parametrize(("role", "road"), [(role, each) for role in NAMED for each in NAMED[role]])
def test_what_a_road_leaves_is_named(there: Wall, role: str, road: str) -> None:
    statement, expected = NAMED[role][road]

    _become(there, role)
    there.run(_filled(there, statement))
    there.run("RESET SESSION AUTHORIZATION; RESET ROLE")
    plan = verify(there.connection, there.contract, there.installed)
    named = [there.plain(each) for each in (*plan.changes, *plan.findings)]

    assert [line for line in named if expected in line] != []


@pytest.mark.parametrize(
    ("statement", "state"),
    [
        ("ALTER TABLE {app}.note ALTER COLUMN person_id TYPE bigint USING 77", "0A000"),
        ("ALTER TABLE {app}.note DROP COLUMN person_id, ADD COLUMN person_id bigint", "2BP01"),
    ],
)
def test_an_owner_changes_no_key_by_a_change_of_its_column(
    there: Wall, statement: str, state: str
) -> None:
    assert there.refusal("app_owner", statement) == state
    assert there.run("SELECT person_id FROM {app}.note").fetchall() == [(1,)]


def test_who_reads_another_schema_runs_that_owner_s_code_only_where_it_was_opened(
    there: Wall,
) -> None:
    there.run(
        "SET ROLE {app_owner}; CREATE FUNCTION {app}.deed() RETURNS boolean LANGUAGE plpgsql AS"
        " 'BEGIN DELETE FROM {board}.tile; RETURN true; END';"
        "CREATE VIEW {app}.seen AS SELECT id FROM {app}.note WHERE {app}.deed(); RESET ROLE;"
        "INSERT INTO {board}.tile DEFAULT VALUES"
    )
    closed = there.refusal("board_rw", "SELECT FROM {app}.seen")
    there.run("GRANT EXECUTE ON FUNCTION {app}.deed() TO {board_rw}; SET ROLE {board_rw}")
    there.run("SELECT FROM {app}.seen; RESET ROLE")

    assert closed == "42501"
    assert there.run("SELECT count(*) FROM {board}.tile").fetchone() == (0,)
    assert "- revoke EXECUTE on functions app.* from board_rw" in there.lines()


def test_the_page_lists_each_road_by_its_role() -> None:
    roads = PAGE.read_text().partition("## Roads that were tried")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| `(\w+)` \| (.+?) \| ", roads, re.MULTILINE)
    words = {(role, road) for role, cell in listed for road in cell.split("; ")}

    assert words == {
        (role, road)
        for kind in (REFUSED, ALLOWED, NAMED)
        for role, tried in kind.items()
        for road in tried
    }


# Private
# -------


def _refusal(wall: Wall, role: str, statement: str) -> str | None:
    """The SQLSTATE with which it is refused to who has logged in as the role."""
    try:
        with wall.connection.transaction(force_rollback=True):
            _become(wall, role)
            wall.run(_filled(wall, statement))
    except psycopg.Error as error:
        return error.sqlstate
    return None


def _become(wall: Wall, role: str) -> None:
    wall.run(f"SET SESSION AUTHORIZATION {{{role}}}")


def _filled(wall: Wall, statement: str) -> str:
    """The statement, with a function of the checks in it."""
    for name, ending in _FUNCTIONS.items():
        if f"{{{name}}}" in statement:
            found = f"SELECT oid::regproc::text FROM pg_proc WHERE proname LIKE 'note%{ending}'"
            (function,) = wall.run(found).fetchone()
            statement = statement.replace(f"{{{name}}}", function)
    return statement


_FUNCTIONS: Final = {
    "trigger_function": "_check_insert_v2",
    "asked_function": "_keys_v2",
    "missing_function": "_missing_v2",
}
