"""Drift that hides: the name is right, the comment is right, and the check is another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import psycopg
import pytest

from appschemas.database.apply.verify import verify
from appschemas.exceptions import AppSchemasError
from tests.tools.walls import Wall

LOOK_UP = "~ look up every key of app.note (person_id) in hub"
# What to put where in the statement that the server prints for the trigger.
REMADE: dict[str, tuple[str, str, str, str]] = {
    "a condition that is never true": (
        "note", "_update", "WHEN \\(.*\\) EXECUTE", "WHEN (old.id IS NULL) EXECUTE",
    ),
    "a condition where there was none": (
        "note", "_insert", "EXECUTE", "WHEN (new.id IS NULL) EXECUTE",
    ),
    "one column of all": ("note", "_update", "AFTER UPDATE", "AFTER UPDATE OF id"),
    "arguments": ("note", "_insert", "\\(\\)$", "('mine')"),
    "at the end of the transaction or not": (
        "note", "_insert", "DEFERRABLE INITIALLY DEFERRED", "DEFERRABLE INITIALLY IMMEDIATE",
    ),
    "not deferrable": (
        "note", "_insert", "DEFERRABLE INITIALLY DEFERRED", "NOT DEFERRABLE",
    ),
    "no constraint trigger": (
        "note", "_insert", "CONSTRAINT (.*) DEFERRABLE INITIALLY DEFERRED", "\\1",
    ),
    "before the row": (
        "person", "_delete",
        "CONSTRAINT (.*) AFTER (.*) FROM .* DEFERRABLE INITIALLY DEFERRED", "\\1 BEFORE \\2",
    ),
    "another event": ("note", "_insert", "AFTER INSERT", "AFTER DELETE"),
    "a condition on the parent": (
        "person", "_update", "WHEN \\(.*\\) EXECUTE", "WHEN (old.name IS NULL) EXECUTE",
    ),
    "one column of the parent": ("person", "_update", "AFTER UPDATE", "AFTER UPDATE OF name"),
    "once a statement": (
        "person", "_delete",
        "CONSTRAINT (.*) FROM .* DEFERRABLE INITIALLY DEFERRED FOR EACH ROW",
        "\\1 FOR EACH STATEMENT",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REMADE)
def test_a_trigger_made_anew_under_its_name_and_comment_is_seen(wall: Wall, case: str) -> None:
    table, ending, pattern, replacement = REMADE[case]
    _remake(wall, table, ending, pattern, replacement)

    line, look_up = wall.lines()
    wall.apply()

    assert line.startswith("~ create trigger note_")
    assert look_up == LOOK_UP
    assert wall.lines() == []


def test_an_operator_that_the_server_does_not_print_is_seen(wall: Wall) -> None:
    wall.run(
        "CREATE FUNCTION {app}.same(bigint, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE"
        " AS 'SELECT true'; CREATE OPERATOR {app}.= (FUNCTION = {app}.same, LEFTARG = bigint,"
        " RIGHTARG = bigint); SET LOCAL search_path = {app}, pg_catalog"
    )
    _remake(wall, "note", "_update", "UPDATE", "UPDATE")
    wall.run("SET LOCAL search_path = ''")

    (line,) = [line for line in wall.lines() if "trigger" in line]
    wall.apply()

    assert line.endswith("anew: operator app.=(bigint,bigint) in WHEN altered")
    assert [line for line in wall.lines() if "trigger" in line] == []


def test_a_trigger_that_was_renamed_is_made_anew(wall: Wall) -> None:
    name = _trigger_name(wall, "app.note", "_insert")
    wall.run(f'ALTER TRIGGER "{name}" ON {{app}}.note RENAME TO mine')

    line, look_up = wall.lines()
    wall.apply()

    assert line == f"+ create trigger {name} on app.note: it was renamed to mine"
    assert look_up == LOOK_UP
    assert (wall.lines(), wall.findings()) == ([], [])


def test_what_a_remade_trigger_let_in_keeps_the_check_from_coming_back(wall: Wall) -> None:
    wall.run("INSERT INTO {hub}.person (id) VALUES (1)")
    wall.run("INSERT INTO {app}.note (person_id) VALUES (1); SET CONSTRAINTS ALL IMMEDIATE")
    _remake(wall, "note", "_update", "WHEN \\(.*\\) EXECUTE", "WHEN (old.id IS NULL) EXECUTE")
    wall.run("UPDATE {app}.note SET person_id = 7; SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
        wall.apply()


# Every kind of key
# -----------------


@pytest.mark.parametrize(
    "kind",
    ["bigint", "integer", "smallint", "text", "varchar(9)", "char(9)", "uuid", "date", "numeric",
     "name", "inet", "cidr", "bytea", "{extensions}.code", "{extensions}.colour"],
)  # fmt: skip
def test_a_trigger_that_nobody_touched_is_the_same_for_a_key_of_every_type(
    wall: Wall, kind: str
) -> None:
    wall.run(
        "CREATE DOMAIN {extensions}.code AS integer CHECK (value > 0);"
        "CREATE TYPE {extensions}.colour AS ENUM ('red')"
    )
    _of_type(wall, kind)

    assert [line for line in wall.lines() if "trigger" in line] == []


@pytest.mark.parametrize("kind", ["code", "inner", "label", "net", "citext", "folded"])
def test_a_trigger_on_a_key_of_a_domain_is_the_same_whatever_the_domain_is_made_of(
    wall: Wall, kind: str
) -> None:
    wall.run(
        "CREATE DOMAIN {extensions}.inner AS integer; CREATE DOMAIN {extensions}.code"
        " AS {extensions}.inner; CREATE DOMAIN {extensions}.label AS varchar(9);"
        "CREATE DOMAIN {extensions}.net AS cidr; CREATE EXTENSION citext SCHEMA {extensions};"
        "CREATE DOMAIN {extensions}.folded AS {extensions}.citext"
    )
    _of_type(wall, "{extensions}." + kind)

    assert [line for line in wall.lines() if "trigger" in line] == []


@pytest.mark.parametrize("column", ["trigger", "each", "odd name", 'a"b', "Capital", "select"])
def test_a_trigger_on_a_key_of_an_odd_name_is_the_same(wall: Wall, column: str) -> None:
    name = column.replace('"', '""')
    wall.run(f'ALTER TABLE {{app}}.note ADD COLUMN "{name}" bigint')
    other = _with(wall, column=column)
    other.apply()

    assert other.lines() == []


@pytest.mark.parametrize(
    ("kind", "cast"),
    [("integer", "boolean"), ("text", "numeric"), ("text", "inet"), ("timestamptz", "date")],
)
def test_a_cast_that_makes_equal_what_is_not_is_seen_whatever_else_the_table_has(
    wall: Wall, kind: str, cast: str
) -> None:
    _of_type(wall, kind)
    wall.run(
        f"CREATE DOMAIN {{extensions}}.other AS {cast};"
        "ALTER TABLE {app}.note ADD COLUMN other {extensions}.other"
    )
    wall.apply()
    weakened = f"old.person_id::{cast} IS DISTINCT FROM new.person_id::{cast}"
    _remake(wall, "note", "_update", "WHEN \\(.*\\) EXECUTE", f"WHEN ({weakened}) EXECUTE")

    (line,) = [line for line in wall.lines() if "trigger" in line]

    assert line.endswith("_update on app.note anew: WHEN altered")


# Partitions
# ----------


def test_a_trigger_that_is_off_on_one_partition_is_switched_on_there(wall: Wall) -> None:
    _partitioned(wall)
    wall.run("ALTER TABLE {app}.note_1_1 DISABLE TRIGGER USER")

    lines = wall.lines()
    wall.apply()
    wall.run("INSERT INTO {app}.note (id, person_id) VALUES (1, 7)")

    assert [line.partition("_update")[0].partition("_insert")[2] for line in lines[:1]] == [
        " on app.note_1_1, a partition"
    ]
    assert lines[2:] == [LOOK_UP]
    assert wall.lines() == []
    assert _sqlstate(wall, "SET CONSTRAINTS ALL IMMEDIATE") == "23503"


def test_an_orphan_in_a_partition_whose_trigger_was_off_is_found(wall: Wall) -> None:
    _partitioned(wall)
    wall.run("ALTER TABLE {app}.note_1_1 DISABLE TRIGGER USER")
    wall.run("INSERT INTO {app}.note (id, person_id) VALUES (1, 7)")
    wall.run("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
        wall.apply()


# Functions
# ---------


def test_an_overload_of_a_check_is_dropped_and_nobody_may_call_it(wall: Wall) -> None:
    function = _function(wall, "_holds_v2").partition("(")[0]
    wall.run(f"CREATE FUNCTION {function}(x int) RETURNS boolean LANGUAGE sql AS 'SELECT true'")
    wall.run(f"REVOKE ALL ON FUNCTION {function}(int) FROM PUBLIC")

    line, look_up = wall.lines()
    done = [wall.plain(change) for change in wall.apply()]

    assert line.startswith("- drop function appschemas_asked.note_")
    assert line.endswith("_holds_v2(x integer): the check has no such")
    assert look_up == LOOK_UP
    assert not [line for line in done if line.startswith("+ grant")]


def test_a_check_in_another_language_is_replaced(wall: Wall) -> None:
    function = _function(wall, "_holds_v2").partition("(")[0]
    wall.run(
        f"CREATE OR REPLACE FUNCTION {function}(key bigint, there boolean DEFAULT true)"
        " RETURNS boolean LANGUAGE sql SECURITY DEFINER AS 'SELECT false'"
    )

    line, look_up = wall.lines()
    wall.apply()

    assert line.endswith("_holds_v2: body, language, SET, DEFAULT altered")
    assert (look_up, wall.lines()) == (LOOK_UP, [])


def test_a_check_that_returns_something_else_is_made_anew(wall: Wall) -> None:
    function = _function(wall, "_holds_v2")
    wall.run(
        f"DROP FUNCTION {function}; CREATE FUNCTION {function.partition('(')[0]}"
        "(key bigint, there boolean) RETURNS int LANGUAGE sql AS 'SELECT 0'"
    )

    done = [wall.plain(change) for change in wall.apply()]

    assert [line for line in done if line.endswith("_holds_v2 anew: result altered")]
    assert wall.lines() == []


@pytest.mark.parametrize("comment", ["NULL", "'appschemas:0123456789abcdef'"])
def test_a_check_that_somebody_else_s_trigger_calls_is_found(wall: Wall, comment: str) -> None:
    function = _function(wall, "_check_insert_v2")
    wall.run(f"CREATE TRIGGER mine BEFORE INSERT ON {{app}}.tag EXECUTE FUNCTION {function}")
    wall.run(f"COMMENT ON TRIGGER mine ON {{app}}.tag IS {comment}")

    (finding,) = _found(wall)
    wall.connection.execute(finding.hint.replace("migrate, or: ", "").encode())

    assert wall.plain(finding).startswith("! trigger mine on app.tag c")
    assert wall.findings() == []


@pytest.mark.parametrize("default", ["", " DEFAULT true"])
def test_a_check_that_stays_when_its_table_goes_is_made_anew(wall: Wall, default: str) -> None:
    name = _function(wall, "_holds_v2")
    (definition, comment) = wall.run(
        f"SELECT pg_get_functiondef('{name}'::regprocedure),"
        f" obj_description('{name}'::regprocedure, 'pg_proc')"
    ).fetchone()
    remade = re.sub(r" DEFAULT [^\n]*\)\n", f"{default})\n", definition)
    wall.run(f"DROP FUNCTION {name}")
    wall.connection.execute(remade.encode())
    wall.run(
        f"ALTER FUNCTION {name} OWNER TO {{app_keys}}; REVOKE ALL ON FUNCTION {name} FROM PUBLIC;"
        f"GRANT EXECUTE ON FUNCTION {name} TO {{hub_keys}};"
        f"COMMENT ON FUNCTION {name} IS '{comment}'"
    )

    line, look_up = wall.lines()
    wall.apply()

    assert line.endswith("_holds_v2: DEFAULT altered")
    assert (look_up, wall.lines(), wall.findings()) == (LOOK_UP, [], [])


# Key columns
# -----------


def test_a_key_without_its_unique_index_is_found_and_the_hint_mends_it(wall: Wall) -> None:
    _drop_index(wall)

    (finding,) = _found(wall)
    wall.run("ALTER TABLE {hub}.person ADD PRIMARY KEY (id)")
    wall.apply()

    assert wall.plain(finding).startswith("! the key hub.person.id is not unique")
    assert finding.hint.startswith(
        f'ALTER TABLE "{wall.prefix}_hub"."person" ADD PRIMARY KEY ("id"), '
        "then: manage.py schema_apply --apply"
    )
    assert (wall.lines(), wall.findings()) == ([], [])


@pytest.mark.parametrize(
    "index",
    [
        "CREATE INDEX mine ON {hub}.person (id)",
        "CREATE UNIQUE INDEX mine ON {hub}.person (id) WHERE id > 0",
        "CREATE UNIQUE INDEX mine ON {hub}.person (id, name)",
        "CREATE UNIQUE INDEX mine ON {hub}.person ((id + 0))",
    ],
)
def test_an_index_that_does_not_hold_each_key_apart_at_any_moment_does_not_count(
    wall: Wall, index: str
) -> None:
    _drop_index(wall, index)

    (finding,) = wall.findings()

    assert finding.startswith("! the key hub.person.id is not unique")


def test_an_index_by_another_collation_than_the_keys_does_not_count(wall: Wall) -> None:
    _of_type(wall, 'text COLLATE "C"')
    of_text = _with(wall, key_type="text")
    _drop_index(of_text, 'CREATE UNIQUE INDEX mine ON {hub}.person (id COLLATE "POSIX")')

    (finding,) = of_text.findings()

    assert finding.startswith("! the key hub.person.id is not unique")


def test_an_index_by_what_another_type_calls_equal_does_not_count(wall: Wall) -> None:
    wall.run("CREATE EXTENSION citext SCHEMA {extensions}")
    _of_type(wall, "{extensions}.citext")
    _drop_index(wall, "CREATE UNIQUE INDEX mine ON {hub}.person (id text_ops)")
    wall.run("INSERT INTO {hub}.person VALUES ('a'), ('A')")

    found = _with(wall, key_type="citext").findings()

    assert [line for line in found if line.startswith("! the key hub.person.id is not unique")]


def test_a_key_column_of_another_type_is_found_and_the_hint_mends_it(wall: Wall) -> None:
    _drop_triggers(wall, "note")
    wall.run("ALTER TABLE {app}.note ALTER COLUMN person_id TYPE integer")
    wall.apply()

    (finding,) = _found(wall)
    _drop_triggers(wall, "note")
    wall.run("ALTER TABLE {app}.note ALTER COLUMN person_id TYPE bigint")
    wall.apply()

    assert (
        wall.plain(finding) == "! column app.note.person_id is integer, and its model says bigint"
    )
    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_key_column_that_was_dropped_is_found_and_the_hint_mends_it(wall: Wall) -> None:
    wall.run("ALTER TABLE {app}.note DROP COLUMN person_id CASCADE")
    lines = [line for line in wall.findings() if "column" in line]

    wall.run("ALTER TABLE {app}.note ADD COLUMN person_id bigint")
    wall.apply()

    assert lines == [
        "! column app.note.person_id is not there, and app.note.person_id -> hub.person.id is a key"
    ]
    assert (wall.lines(), wall.findings()) == ([], [])


def test_two_collations_of_one_key_are_found_and_the_hint_mends_them(wall: Wall) -> None:
    key = wall.installed.references[0]
    wall.run(
        "DROP TABLE {app}.note, {hub}.person CASCADE; SET ROLE {hub_owner};"
        'CREATE TABLE {hub}.person (id text COLLATE "C" PRIMARY KEY); SET ROLE {app_owner};'
        "CREATE TABLE {app}.note (id bigint PRIMARY KEY, person_id text); RESET ROLE"
    )
    other = _with(wall, key_type="text")
    (finding,) = [each for each in _found(other) if "collations" in str(each)]

    wall.run(finding.hint.partition(", then: ")[0])
    other.apply()

    assert str(key) in str(finding)
    assert (other.lines(), other.findings()) == ([], [])


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("view", "CREATE VIEW {board}.tile AS SELECT 1::bigint AS id"),
        ("materialized view", "CREATE MATERIALIZED VIEW {board}.tile AS SELECT 1::bigint AS id"),
    ],
)
def test_what_is_no_table_in_a_tables_place_is_found(wall: Wall, kind: str, statement: str) -> None:
    wall.run("ALTER TABLE {board}.tile RENAME TO tiles; " + statement)

    findings = wall.findings()

    assert f"! board.tile is a {kind}, and its model is of a table" in findings


# Private
# -------


TRIGGER = """
SELECT t.tgname, pg_get_triggerdef(t.oid), obj_description(t.oid, 'pg_trigger')
  FROM pg_catalog.pg_trigger t
 WHERE t.tgrelid = to_regclass(%s) AND t.tgname LIKE %s AND NOT t.tgisinternal
"""


def _remake(wall: Wall, table: str, ending: str, pattern: str, replacement: str) -> None:
    """Make a trigger anew from the statement that the server prints, with its own COMMENT."""
    schema = "hub" if table == "person" else "app"
    (row,) = wall.connection.execute(
        TRIGGER, [f"{wall.prefix}_{schema}.{table}", f"%{ending}"]
    ).fetchall()
    name, definition, comment = row
    remade, count = re.subn(pattern, replacement, definition)
    assert count == 1
    wall.run(f'DROP TRIGGER "{name}" ON {{{schema}}}.{table}')
    wall.connection.execute(remade.encode())
    wall.run(f"COMMENT ON TRIGGER \"{name}\" ON {{{schema}}}.{table} IS '{comment}'")


def _of_type(wall: Wall, kind: str) -> None:
    """The same tables, their key of another type."""
    wall.run(
        "DROP TABLE {app}.note, {hub}.person CASCADE; SET ROLE {hub_owner};"
        "CREATE TABLE {hub}.person (id " + kind + " PRIMARY KEY); RESET ROLE;"
        "SET ROLE {app_owner};"
        "CREATE TABLE {app}.note (id bigint PRIMARY KEY, person_id " + kind + "); RESET ROLE"
    )
    wall.apply()


def _trigger_name(wall: Wall, table: str, ending: str) -> str:
    rows = wall.connection.execute(TRIGGER, [f"{wall.prefix}_{table}", f"%{ending}"]).fetchall()
    return str(rows[0][0])


def _function(wall: Wall, ending: str) -> str:
    (name,) = wall.connection.execute(
        "SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc p WHERE proname LIKE %s",
        [f"note\\_%{ending}"],
    ).fetchone()
    return str(name)


def _drop_triggers(wall: Wall, table: str) -> None:
    rows = wall.connection.execute(
        "SELECT tgname FROM pg_catalog.pg_trigger WHERE tgrelid = to_regclass(%s)"
        " AND NOT tgisinternal",
        [f"{wall.prefix}_app.{table}"],
    ).fetchall()
    for (name,) in rows:
        wall.run(f'DROP TRIGGER "{name}" ON {{app}}.{table}')


def _partitioned(wall: Wall) -> None:
    wall.run(
        "DROP TABLE {app}.note CASCADE; SET ROLE {app_owner};"
        "CREATE TABLE {app}.note (id bigint, person_id bigint) PARTITION BY RANGE (id);"
        "CREATE TABLE {app}.note_1 PARTITION OF {app}.note FOR VALUES FROM (0) TO (9)"
        " PARTITION BY RANGE (id);"
        "CREATE TABLE {app}.note_1_1 PARTITION OF {app}.note_1 FOR VALUES FROM (0) TO (9);"
        "RESET ROLE"
    )
    wall.apply()
    assert wall.lines() == []


def _with(wall: Wall, **changes: Any) -> Wall:
    (key,) = wall.installed.references
    installed = replace(wall.installed, references=(replace(key, **changes),))
    return replace(wall, installed=installed)


def _found(wall: Wall) -> list[Any]:
    return list(verify(wall.connection, wall.contract, wall.installed, keys=True).findings)


def _drop_index(wall: Wall, other: str = "") -> None:
    """Drop the index of the key, by force, and make all anew that went with it."""
    wall.run("ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey CASCADE;" + other)
    wall.apply()


def _sqlstate(wall: Wall, statement: str) -> str | None:
    try:
        with wall.connection.transaction():
            wall.run(statement)
    except psycopg.Error as error:
        return error.sqlstate
    return None
