"""What the owner of a schema gains beyond it by DDL of its own: nothing, whatever fires or asks."""
# ruff: noqa: S608 - names of this module's own

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any, Final

import psycopg
import pytest
from psycopg.errors import Diagnostic

from appschemas.database.apply.verify import verify
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.look_ups import refuse_orphans
from appschemas.integrity.references import key_constraints_of
from tests.tools.pairs import run
from tests.tools.walls import TABLES, Wall, built

# Planning runs what an index holds, if it is IMMUTABLE, once in each session; that may call what is
# not. https://www.postgresql.org/docs/current/xfunc-volatility.html
PLANTED: Final = """
SET ROLE {{{schema}_owner}};
CREATE FUNCTION {{{schema}}}.deed() RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION {{{schema}}}.planted(bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
  $planted$BEGIN PERFORM {{{schema}}}.deed(); RETURN 0; END$planted$;
CREATE INDEX planted ON {{{schema}}}.{table} ({column}) WHERE {column} > {{{schema}}}.planted(0);
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {{{schema}}} TO PUBLIC;
RESET ROLE;
"""
DEED: Final = """
CREATE OR REPLACE FUNCTION {{{schema}}}.deed() RETURNS void LANGUAGE plpgsql AS $deed$
BEGIN
  BEGIN
    {deed};
    RAISE WARNING 'done as %', current_user;
  EXCEPTION WHEN OTHERS THEN
    RAISE WARNING '% as %', SQLSTATE, current_user;
  END;
END $deed$
"""
# What anybody's code may try, wherever it runs. The names are filled in for each wall.
DEEDS: Final = {
    "reset of the role": "RESET ROLE",
    "no role": "EXECUTE 'SET ROLE NONE'",
    "no role by set_config": "PERFORM set_config('role', 'none', false)",
    "session authorization": "RESET SESSION AUTHORIZATION",
    "the other owner": "EXECUTE 'SET ROLE {other_owner}'",
    "its own owner": "EXECUTE 'SET ROLE {own_owner}'",
    "the other table": "UPDATE {other}.{other_table} SET {other_key} = {other_key}",
    "a third table": "PERFORM FROM {board}.tile",
    "another table of its own schema": "PERFORM FROM {own}.{own_table}",
    "a trigger function altered": "ALTER FUNCTION {trigger_function}() SECURITY INVOKER",
    "a trigger function dropped": "DROP FUNCTION {trigger_function}() CASCADE",
    "a trigger function moved": "ALTER FUNCTION {trigger_function}() SET SCHEMA {own}",
    "a trigger function opened": "GRANT EXECUTE ON FUNCTION {trigger_function}() TO PUBLIC",
    "a trigger function replaced": "CREATE OR REPLACE FUNCTION {trigger_function}() RETURNS trigger"
    " LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "a function among the asked": "CREATE FUNCTION appschemas_asked.mine() RETURNS int"
    " LANGUAGE sql AS 'SELECT 1'",
    "a role": "CREATE ROLE {stranger} SUPERUSER",
    "a program": "COPY (SELECT 1) TO PROGRAM 'true'",
    "a file": "PERFORM pg_catalog.pg_read_file('PG_VERSION')",
    "replica": "SET session_replication_role = replica",
    "what it owns given away": "REASSIGN OWNED BY CURRENT_USER TO {own_owner}",
}  # fmt: skip
ROWS: Final = """
INSERT INTO {hub}.person (id, name) VALUES (1, 'Ada'), (2, 'Bob');
INSERT INTO {app}.note (person_id) VALUES (1);
"""


@dataclass
class Stage:
    """A wall with rows in it, and what code that was planted in it said."""

    wall: Wall
    said: list[str] = field(default_factory=list)

    def hear(self, diagnostic: Diagnostic) -> None:
        text = diagnostic.message_primary or ""
        if " as " in text:
            self.said.append(self.wall.plain(text))

    def trigger_function(self, schema: str) -> str:
        (name,) = self.wall.run(
            "SELECT p.oid::regproc::text FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner"
            " WHERE p.pronamespace = 'appschemas_keys'::regnamespace"
            f" AND r.rolname = '{self.wall.prefix}_{schema}_keys' ORDER BY 1"
        ).fetchone()
        return str(name)

    def tries(self, role: str, statement: str) -> str | None:
        return self.wall.refusal(role, f"{statement}; SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def stage(wall: Wall) -> Iterator[Stage]:
    wall.run(ROWS)
    wall.run("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    stage = Stage(wall)
    wall.connection.add_notice_handler(stage.hear)
    yield stage
    wall.connection.remove_notice_handler(stage.hear)


@pytest.fixture(scope="module")
def planted(server: dict[str, Any]) -> Iterator[Wall]:
    """A database in which both owners have put code of theirs into an index; one key has no row."""
    with built(server) as wall:
        wall.apply()
        wall.run(TABLES)
        wall.apply()
        wall.run(ROWS)
        wall.run(
            "SET session_replication_role = replica;"
            "INSERT INTO {app}.note (person_id) VALUES (77777); RESET session_replication_role"
        )
        wall.run(PLANTED.format(schema="app", table="note", column="person_id"))
        wall.run(PLANTED.format(schema="hub", table="person", column="id"))
        yield wall


@pytest.fixture
def apart(planted: Wall) -> Iterator[Stage]:
    """A session of its own, which remembers no type that is rolled back."""
    with doing(planted, "app", "NULL") as stage:
        with stage.wall.connection.transaction(force_rollback=True):
            yield stage


@contextmanager
def doing(planted: Wall, schema: str, deed: str) -> Iterator[Stage]:
    """A session of the administrator's that is new, after the code of `schema` became this deed."""
    other = "hub" if schema == "app" else "app"
    names = {
        "own": f"{{{schema}}}", "other": f"{{{other}}}",
        "own_owner": f"{{{schema}_owner}}", "other_owner": f"{{{other}_owner}}",
        "other_table": "person" if schema == "app" else "note",
        "own_table": "tag" if schema == "app" else "badge",
        "other_key": "id" if schema == "app" else "person_id",
        "board": "{board}", "app": "{app}", "stranger": "{stranger}",
        "trigger_function": Stage(planted).trigger_function(schema),
    }  # fmt: skip
    planted.run(DEED.format(schema=schema, deed=deed.format(**names)))
    parameters = planted.connection.info.get_parameters()
    with psycopg.connect(**parameters, autocommit=True) as session:
        stage = Stage(replace(planted, connection=session))
        session.add_notice_handler(stage.hear)
        yield stage
    planted.run(
        f"CREATE OR REPLACE FUNCTION {{{schema}}}.deed() RETURNS void LANGUAGE plpgsql"
        " AS 'BEGIN END'"
    )


def look_up(wall: Wall) -> None:
    """Look up every key as what makes a check does."""
    (constraint,) = key_constraints_of(wall.installed.references)
    run(wall, refuse_orphans(constraint, wall.contract))


# A CHECK that lies
# -----------------

LYING: Final = """
SET ROLE {{app_owner}};
CREATE FUNCTION {{app}}.most() RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 99; END';
DROP TABLE {{app}}.note CASCADE;
CREATE TABLE {{app}}.note (id bigint, person_id bigint){by};
CREATE TABLE {{app}}.parent (id bigint PRIMARY KEY);
CREATE TABLE {{app}}.child (parent_id bigint REFERENCES {{app}}.parent){of_parent};
{parts}
ALTER TABLE {{app}}.note{part} ADD CHECK (person_id < {{app}}.most());
ALTER TABLE {{app}}.child{part} ADD CHECK (parent_id < {{app}}.most());
RESET ROLE;
"""
PARTITIONED: Final = {
    "by": " PARTITION BY LIST (person_id)",
    "of_parent": " PARTITION BY LIST (parent_id)",
    "parts": "CREATE TABLE {app}.note_1 PARTITION OF {app}.note DEFAULT;"
    "CREATE TABLE {app}.child_1 PARTITION OF {app}.child DEFAULT;",
    "part": "_1",
}
PLAIN: Final = dict.fromkeys(PARTITIONED, "")


@pytest.mark.parametrize("exclusion", ["partition", "on"])
@pytest.mark.parametrize("shape", [PLAIN, PARTITIONED], ids=["plain", "partitioned"])
def test_a_check_that_lies_of_its_rows_hides_them_from_a_delete_as_over_a_foreign_key(
    wall: Wall, shape: dict[str, str], exclusion: str
) -> None:
    wall.run(LYING.format(**shape).replace("{{", "{").replace("}}", "}"))
    wall.apply()
    wall.run("INSERT INTO {hub}.person (id) VALUES (5); INSERT INTO {app}.note VALUES (1, 5)")
    wall.run("INSERT INTO {app}.parent VALUES (5); INSERT INTO {app}.child VALUES (5)")
    wall.run(
        "SET CONSTRAINTS ALL IMMEDIATE; CREATE OR REPLACE FUNCTION {app}.most() RETURNS bigint"
        " LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 0; END';"
        "GRANT EXECUTE ON FUNCTION {app}.most() TO PUBLIC;"
        f"SET LOCAL constraint_exclusion = {exclusion}"
    )

    native = _deleted(wall, "{app}.parent")
    ours = _deleted(wall, "{hub}.person")

    assert ours == native == ("23503" if (shape, exclusion) == (PLAIN, "partition") else None)
    if ours is None:
        wall.run("DELETE FROM {hub}.person")
        assert [line for line in wall.findings() if "1 row holds 1 key" in line]


def _deleted(wall: Wall, table: str) -> str | None:
    try:
        with wall.connection.transaction(force_rollback=True):
            wall.run(f"DELETE FROM {table}")
    except psycopg.Error as error:
        return error.sqlstate
    return None


# Code in an index
# ----------------


@pytest.mark.parametrize("deed", DEEDS)
def test_code_in_an_index_of_the_child_is_nobody_when_the_parent_goes(
    planted: Wall, deed: str
) -> None:
    with doing(planted, "app", DEEDS[deed]) as stage:
        refused = stage.tries("hub_rw", "DELETE FROM {hub}.person WHERE id = 1")

    assert refused == "23503"
    assert set(stage.said) == {"42501 as app_keys"}


@pytest.mark.parametrize("deed", DEEDS)
def test_code_in_an_index_of_the_parent_is_nobody_when_a_child_comes(
    planted: Wall, deed: str
) -> None:
    with doing(planted, "hub", DEEDS[deed]) as stage:
        refused = stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (7)")

    assert refused == "23503"
    assert set(stage.said) == {"42501 as hub_keys"}


@pytest.mark.parametrize("schema", ["app", "hub"])
@pytest.mark.parametrize("deed", DEEDS)
def test_code_in_an_index_is_nobody_when_an_administrator_looks_for_orphans(
    planted: Wall, deed: str, schema: str
) -> None:
    with doing(planted, schema, DEEDS[deed]) as stage:
        findings = stage.wall.findings()

    assert [each for each in findings if "1 row holds 1 key" in each and "77777" in each]
    assert stage.said
    assert set(stage.said) <= {f"{state} as {schema}_keys" for state in ("42501", "25006")}


@pytest.mark.parametrize("schema", ["app", "hub"])
@pytest.mark.parametrize("deed", DEEDS)
def test_code_in_an_index_is_nobody_when_keys_are_looked_up_for_a_check(
    planted: Wall, deed: str, schema: str
) -> None:
    with (
        doing(planted, schema, DEEDS[deed]) as stage,
        pytest.raises(psycopg.errors.ForeignKeyViolation, match="violated by some row"),
    ):
        look_up(stage.wall)

    assert set(stage.said) == {f"42501 as {schema}_keys"}


def test_who_applies_first_closes_an_owners_functions_to_all_others(planted: Wall) -> None:
    planted.run("ALTER TABLE {app}.note DISABLE TRIGGER USER")

    with (
        doing(planted, "app", "RESET ROLE") as stage,
        pytest.raises(AppSchemasError, match=r"look up every key.*permission denied for function"),
        stage.wall.connection.transaction(),
    ):
        stage.wall.apply()

    assert stage.said == []
    planted.run("ALTER TABLE {app}.note ENABLE TRIGGER USER")


@pytest.mark.parametrize("look", [Wall.findings, look_up])
def test_a_path_that_it_sets_is_gone_when_the_administrator_goes_on(
    planted: Wall, look: Callable[[Wall], object]
) -> None:
    with doing(planted, "app", "PERFORM set_config('search_path', 'evil', false)") as stage:
        with suppress(psycopg.errors.ForeignKeyViolation):
            look(stage.wall)
        path = stage.wall.run("SELECT current_setting('search_path')").fetchone()

    assert set(stage.said) == {"done as app_keys"}
    assert path == ('"$user", public',)


def test_a_trigger_that_it_lets_wait_does_not_run_as_the_administrator(planted: Wall) -> None:
    planted.run(
        "SET ROLE {app_owner}; CREATE TABLE {app}.bait (id int);"
        "CREATE FUNCTION {app}.bite() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN RAISE WARNING 'bitten as %', current_user; RETURN NULL; END$$;"
        "CREATE CONSTRAINT TRIGGER bite AFTER INSERT ON {app}.bait DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION {app}.bite();"
        "GRANT INSERT ON {app}.bait TO {app_keys}; RESET ROLE;"
        "INSERT INTO {hub}.person (id) VALUES (77777)"
    )

    with (
        doing(planted, "app", "INSERT INTO {app}.bait VALUES (1)") as stage,
        stage.wall.connection.transaction(),
    ):
        look_up(stage.wall)

    assert "done as app_keys" in stage.said
    assert not [said for said in stage.said if said.startswith("bitten")]
    planted.run("SET session_replication_role = replica; DELETE FROM {hub}.person WHERE id = 77777;"
                "RESET session_replication_role; DROP TABLE {app}.bait CASCADE")  # fmt: skip


def test_an_asked_function_that_its_role_made_invoker_runs_as_nobody_else(stage: Stage) -> None:
    (holds,) = stage.wall.run(
        "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE proname LIKE 'note%holds_v2'"
    ).fetchone()
    stage.wall.run(f"SET ROLE {{app_keys}}; ALTER FUNCTION {holds} SECURITY INVOKER; RESET ROLE")

    refused = stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (7)")

    assert refused == "42501"


# Functions of checks
# -------------------

TO_FUNCTIONS: Final = {
    "execute": "SELECT {name}({arguments})",
    "alter": "ALTER FUNCTION {function} SECURITY INVOKER",
    "replace": "CREATE OR REPLACE FUNCTION {function} RETURNS {returns} LANGUAGE plpgsql"
    " AS 'BEGIN RETURN NULL; END'",
    "drop": "DROP FUNCTION {function} CASCADE",
    "give away": "ALTER FUNCTION {function} OWNER TO CURRENT_USER",
    "move": "ALTER FUNCTION {function} SET SCHEMA {{app}}",
    "open": "GRANT EXECUTE ON FUNCTION {function} TO PUBLIC",
    "comment": "COMMENT ON FUNCTION {function} IS NULL",
    "overload": "CREATE FUNCTION {name}(x int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
}
FUNCTIONS: Final = """
SELECT p.oid::regproc::text, p.oid::regprocedure::text, pg_get_function_result(p.oid), p.pronargs,
       p.prorettype = 'trigger'::regtype
  FROM pg_proc p
 WHERE p.pronamespace IN ('appschemas_keys'::regnamespace, 'appschemas_asked'::regnamespace)
"""


@pytest.mark.parametrize("role", ["app_owner", "hub_owner", "board_owner", "app_rw", "application"])
@pytest.mark.parametrize("deed", TO_FUNCTIONS)
def test_no_role_of_a_schema_does_anything_to_a_function_of_a_check(
    stage: Stage, deed: str, role: str
) -> None:
    found = stage.wall.run(FUNCTIONS).fetchall()
    refusals = set()
    for name, function, returns, count, _ in found:
        arguments = ", ".join(["NULL"] * count)
        words = {"name": name, "function": function, "returns": returns, "arguments": arguments}
        refusals.add(stage.wall.refusal(role, TO_FUNCTIONS[deed].format(**words)))

    assert len(found) == 8
    assert refusals == {"42501"}


@pytest.mark.parametrize("owner", ["app", "hub", "board"])
def test_no_owner_makes_a_trigger_of_its_own_with_a_checks_function(
    stage: Stage, owner: str
) -> None:
    functions = [name for name, *_, fires in stage.wall.run(FUNCTIONS).fetchall() if fires]

    refusals = {
        stage.wall.refusal(
            f"{owner}_owner",
            f"CREATE TABLE {{{owner}}}.mine (id bigint, person_id bigint);"
            f"CREATE TRIGGER mine AFTER INSERT ON {{{owner}}}.mine FOR EACH ROW"
            f" EXECUTE FUNCTION {function}()",
        )
        for function in functions
    }

    assert len(functions) == 4
    assert refusals == {"42501"}


def test_roles_of_keys_hold_their_keys_and_nothing_else(stage: Stage) -> None:
    tries = {
        "SELECT person_id FROM {app}.note": None,
        "SELECT person_id FROM {app}.note FOR KEY SHARE": None,
        "SELECT id FROM {app}.note": "42501",
        "SELECT id FROM {app}.tag": "42501",
        "INSERT INTO {app}.note (person_id) VALUES (1)": "42501",
        "DELETE FROM {app}.note": "42501",
        "TRUNCATE {app}.note": "42501",
        "SELECT id FROM {hub}.person": "42501",
        "CREATE TABLE {app}.mine ()": "42501",
    }

    assert {each: stage.wall.refusal("app_keys", each) for each in tries} == tries


# Types
# -----

OWN_TYPE: Final = """
SET ROLE {app_owner};
CREATE TYPE {app}.ev AS (x bigint);
CREATE FUNCTION {app}.as_key({app}.ev) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
  $$BEGIN RAISE WARNING 'cast as %', current_user; RETURN 1; END$$;
CREATE CAST ({app}.ev AS bigint) WITH FUNCTION {app}.as_key({app}.ev) AS IMPLICIT;
"""
RETYPED: Final = {
    "a type with a cast of its own": "{app}.ev",
    "a domain": "{app}.code",
}


@pytest.mark.parametrize("kind", RETYPED)
def test_a_key_of_an_owners_own_type_is_refused_and_its_cast_not_run(
    apart: Stage, kind: str
) -> None:
    apart.wall.run(
        OWN_TYPE + "CREATE DOMAIN {app}.code AS bigint;"
        "DO $$ DECLARE name text; BEGIN FOR name IN SELECT tgname FROM pg_trigger"
        " WHERE tgrelid = '{app}.note'::regclass AND tgname LIKE '%update' LOOP"
        " EXECUTE format('DROP TRIGGER %I ON {app}.note', name); END LOOP; END $$;"
        "ALTER TABLE {app}.note DROP COLUMN person_id;"
        f"ALTER TABLE {{app}}.note ADD COLUMN person_id {RETYPED[kind]};"
        "GRANT INSERT ON {app}.note TO {app_rw}; RESET ROLE"
    )
    value = "ROW(7)" if "ev" in RETYPED[kind] else "7"

    refused = apart.tries("app_rw", f"INSERT INTO {{app}}.note (person_id) VALUES ({value})")

    assert refused == "42804"
    assert not [said for said in apart.said if "cast" in said]


def test_a_parents_key_of_an_owners_own_type_is_refused_and_its_cast_not_run(apart: Stage) -> None:
    apart.wall.run(
        (OWN_TYPE + "RESET ROLE").replace("{app", "{hub")
        + ";SET ROLE {hub_owner}; DO $$ DECLARE name text; BEGIN FOR name IN SELECT tgname"
        " FROM pg_trigger WHERE tgrelid = '{hub}.person'::regclass AND tgname LIKE '%update' LOOP"
        " EXECUTE format('DROP TRIGGER %I ON {hub}.person', name); END LOOP; END $$;"
        "ALTER TABLE {hub}.person DROP COLUMN id CASCADE;"
        "ALTER TABLE {hub}.person ADD COLUMN id {hub}.ev;"
        "UPDATE {hub}.person SET id = ROW(1); RESET ROLE"
    )

    refused = apart.tries("hub_rw", "DELETE FROM {hub}.person")

    assert refused == "42804"
    assert not [said for said in apart.said if "cast" in said]


# What stands in a table's place
# ------------------------------


def test_a_view_in_the_parents_place_runs_as_the_role_of_keys(stage: Stage) -> None:
    stage.wall.run(
        "SET ROLE {hub_owner}; ALTER TABLE {hub}.person RENAME TO persons;"
        "CREATE FUNCTION {hub}.see() RETURNS bigint LANGUAGE plpgsql AS"
        " $$BEGIN RAISE WARNING 'seen as %', current_user; RETURN 7; END$$;"
        "CREATE VIEW {hub}.person AS SELECT {hub}.see() AS id;"
        "GRANT SELECT, UPDATE ON {hub}.person TO {hub_keys}; RESET ROLE"
    )

    stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (7)")

    assert set(stage.said) <= {"seen as hub_keys"}


@pytest.mark.parametrize(
    ("schema", "table", "role", "statement", "expected"),
    [
        ("app", "note", "hub_rw", "DELETE FROM {hub}.person WHERE id = 1", "42501"),
        ("hub", "person", "app_rw", "INSERT INTO {app}.note (person_id) VALUES (1)", "23503"),
    ],
)
def test_what_a_policy_hides_is_refused(
    stage: Stage, schema: str, table: str, role: str, statement: str, expected: str
) -> None:
    _hide(stage.wall, schema, table)

    assert stage.tries(role, statement) == expected


def test_a_policy_is_not_run_by_an_administrator_who_looks_up_keys_and_hides_none(
    stage: Stage,
) -> None:
    wall = stage.wall
    _hide(wall, "app", "note")
    wall.run("ALTER TABLE {app}.note DISABLE TRIGGER USER")
    wall.run("INSERT INTO {app}.note (person_id) VALUES (7)")

    (alter,) = [line for line in wall.lines() if "role" in line]
    with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
        wall.apply()

    assert alter == "~ alter role app_keys: BYPASSRLS"
    assert stage.said == []


def test_row_level_security_is_no_matter_to_a_key_once_it_is_applied(stage: Stage) -> None:
    for schema, table in (("app", "note"), ("hub", "person")):
        _hide(stage.wall, schema, table)
    stage.wall.apply()

    assert stage.tries("hub_rw", "DELETE FROM {hub}.person WHERE id = 1") == "23503"
    assert stage.tries("hub_rw", "DELETE FROM {hub}.person WHERE id = 2") is None
    assert stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (1)") is None
    assert stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (7)") == "23503"
    assert stage.wall.lines() == []


def test_a_parents_owner_who_takes_the_right_to_read_it_refuses_the_child(stage: Stage) -> None:
    stage.wall.run("SET ROLE {hub_owner}; REVOKE ALL (id) ON {hub}.person FROM {hub_keys};"
                   "RESET ROLE")  # fmt: skip

    assert stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (1)") == "42501"


# What goes along
# ---------------


@pytest.mark.parametrize(
    "statement", ["DROP TABLE {app}.note CASCADE", "DROP SCHEMA {app} CASCADE"]
)
def test_what_drops_the_child_takes_its_checks_along_and_nothing_else(
    stage: Stage, statement: str
) -> None:
    stage.wall.run(f"SET ROLE {{app_owner}}; {statement}; RESET ROLE")

    left = stage.wall.run(
        "SELECT count(*) FROM pg_trigger WHERE tgrelid = '{hub}.person'::regclass"
    ).fetchone()
    assert left == (0,)
    assert stage.tries("hub_rw", "DELETE FROM {hub}.person") is None
    assert stage.wall.run("SELECT count(*) FROM {hub}.person").fetchone() == (2,)


def test_a_parent_that_is_referenced_is_not_dropped(stage: Stage) -> None:
    assert stage.wall.refusal("hub_owner", "DROP TABLE {hub}.person") == "2BP01"


def test_a_parent_dropped_by_force_and_made_anew_lets_no_key_in_or_stay(stage: Stage) -> None:
    wall = stage.wall
    wall.run(
        "SET ROLE {hub_owner}; DROP TABLE {hub}.person CASCADE;"
        "CREATE TABLE {hub}.person (id bigint PRIMARY KEY, name text); RESET ROLE"
    )

    refused = stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (7)")

    assert refused == "42501"
    with pytest.raises(Exception, match="The rows do not allow it: look up every key"):
        wall.apply()


# Who else may
# ------------


def test_a_new_partition_is_checked_and_its_owner_still_cannot_name_the_function(
    stage: Stage,
) -> None:
    wall = stage.wall
    wall.run(
        "DROP TABLE {app}.note CASCADE; SET ROLE {app_owner};"
        "CREATE TABLE {app}.note (id bigint, person_id bigint) PARTITION BY RANGE (id); RESET ROLE"
    )
    wall.apply()

    wall.run(
        "SET ROLE {app_owner}; CREATE TABLE {app}.note_1 PARTITION OF {app}.note"
        " FOR VALUES FROM (0) TO (9); CREATE TABLE {app}.note_2 (id bigint, person_id bigint);"
        "ALTER TABLE {app}.note ATTACH PARTITION {app}.note_2 FOR VALUES FROM (9) TO (99);"
        "GRANT INSERT ON {app}.note TO {app_rw}; RESET ROLE"
    )

    for key in (1, 10):
        insert = f"INSERT INTO {{app}}.note (id, person_id) VALUES ({key}, 7)"
        assert stage.tries("app_rw", insert) == "23503"
    function = stage.trigger_function("hub")
    assert wall.refusal(
        "app_owner",
        f"CREATE TRIGGER mine AFTER INSERT ON {{app}}.tag EXECUTE FUNCTION {function}()",
    ) == "42501"  # fmt: skip


def test_a_narrower_key_than_the_parents_is_refused_as_any(bare: Wall) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.run("ALTER TABLE {app}.note ALTER COLUMN person_id TYPE integer")
    bare.apply()
    bare.run(ROWS)

    stage = Stage(bare)

    assert stage.tries("hub_rw", "DELETE FROM {hub}.person WHERE id = 1") == "23503"
    assert stage.tries("app_rw", "INSERT INTO {app}.note (person_id) VALUES (7)") == "23503"
    assert stage.tries("hub_rw", "DELETE FROM {hub}.person WHERE id = 2") is None


def test_a_virtual_column_is_no_key(server: dict[str, Any]) -> None:
    with built(server) as wall:
        if wall.connection.info.server_version < 180_000:
            pytest.skip("All generated columns are stored before PostgreSQL 18.")
        wall.apply()
        wall.run(TABLES)
        wall.run(
            "ALTER TABLE {app}.note DROP COLUMN person_id;"
            "ALTER TABLE {app}.note ADD COLUMN person_id bigint"
            " GENERATED ALWAYS AS (id + 7) VIRTUAL"
        )

        with pytest.raises(Exception, match=r"person_id is virtual.*db_persist"):
            wall.apply()


def test_a_key_of_a_type_that_an_owner_made_is_refused(wall: Wall) -> None:
    wall.run(
        "SET ROLE {app_owner}; CREATE DOMAIN {app}.code AS bigint;"
        "DROP TABLE {app}.note CASCADE; CREATE TABLE {app}.note (person_id {app}.code); RESET ROLE"
    )

    with pytest.raises(Exception, match="of an owner's making"):
        wall.apply()


# Private
# -------


def _hide(wall: Wall, schema: str, table: str) -> None:
    wall.run(
        f"SET ROLE {{{schema}_owner}};"
        f"CREATE FUNCTION {{{schema}}}.see() RETURNS boolean LANGUAGE plpgsql AS"
        " $$BEGIN RAISE WARNING 'seen as %', current_user; RETURN false; END$$;"
        f"ALTER TABLE {{{schema}}}.{table} ENABLE ROW LEVEL SECURITY;"
        f"ALTER TABLE {{{schema}}}.{table} FORCE ROW LEVEL SECURITY;"
        f"CREATE POLICY mine ON {{{schema}}}.{table} USING ({{{schema}}}.see());"
        f"CREATE POLICY rw ON {{{schema}}}.{table} TO {{{schema}_rw}} USING (true);"
        f"GRANT EXECUTE ON FUNCTION {{{schema}}}.see() TO PUBLIC; RESET ROLE"
    )


# What hides rows
# ---------------

HIDING: Final = {
    "a partial index": "CREATE INDEX hides ON {app}.note (person_id) WHERE {app}.says()",
    "a check that is believed": "ALTER TABLE {app}.note ADD CONSTRAINT hides"
    " CHECK (person_id IS NULL OR {app}.says());"
    "CREATE INDEX tells ON {app}.note ({app}.tells(id))",
    "a configuration of texts": "CREATE TEXT SEARCH CONFIGURATION {app}.mine (COPY = simple);"
    "CREATE INDEX hides ON {app}.note (person_id)"
    " WHERE to_tsvector('{app}.mine', 'x') @@ to_tsquery('simple', 'x')",
}
HARMLESS: Final = {
    "a check alone": "ALTER TABLE {app}.note ADD CONSTRAINT hides CHECK ({app}.says())",
    "an index alone": "CREATE INDEX tells ON {app}.note ({app}.tells(id))",
}
SAYING: Final = """
SET ROLE {app_owner};
CREATE FUNCTION {app}.says() RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN true; END';
CREATE FUNCTION {app}.tells(bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
  $$BEGIN PERFORM set_config('constraint_exclusion', 'on', false); RETURN $1; END$$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {app} TO PUBLIC;
"""


@pytest.mark.parametrize("how", [*HIDING, *HARMLESS])
def test_where_code_may_hide_rows_the_look_up_says_that_it_may_not_have_seen_all(
    wall: Wall, how: str
) -> None:
    wall.run(SAYING)
    planted = {**HIDING, **HARMLESS}[how]
    wall.run(planted.replace("'{app}.mine'", f"'{wall.prefix}_app.mine'") + "; RESET ROLE")

    found = [
        each
        for each in verify(wall.connection, wall.contract, wall.installed, keys=True).findings
        if each.unseen
    ]

    assert [each.section for each in found] == ([f"{wall.prefix}_app"] if how in HIDING else [])
    assert all("may be more than were looked up" in each.text for each in found)


def test_a_row_that_is_hidden_from_the_look_up_does_not_leave_it_in_step(planted: Wall) -> None:
    planted.run(SAYING)
    planted.run(HIDING["a check that is believed"] + "; RESET ROLE")
    planted.run(
        "CREATE INDEX told ON {app}.note (id) WHERE {app}.tells(0) = 0;"
        "CREATE OR REPLACE FUNCTION {app}.says() RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS"
        " 'BEGIN RETURN false; END'"
    )

    with doing(planted, "app", "NULL") as stage:
        parameters = stage.wall.contract, stage.wall.installed
        plan = verify(stage.wall.connection, *parameters, keys=True)

    assert [each.text for each in plan.findings if "77777" in each.text] == []
    assert not plan.in_step
    planted.run("DROP INDEX {app}.tells, {app}.told;"
                "ALTER TABLE {app}.note DROP CONSTRAINT hides")  # fmt: skip
