"""Names that need their quotes survive every statement that is made of them, psql's included."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Composed, Identifier

from appschemas.database.model_state import ModelState
from appschemas.integrity.references import Reference
from appschemas.provisioning.psql.checks import check_files, is_run_alone
from tests.tools.walls import Wall

NAMES = {
    "a double quote": 'no"te',
    "a single quote": "it's",
    "the quotes of a body": "$check$",
    "the quotes of a body and another's": "$check$ $check_$ $$",
    "a line break": "two\nlines",
    "a statement on a line of its own": "a\nDROP SCHEMA public; --",
    "a backslash": "back\\slash\\gexec",
    "what formats take": "per%s %(cent)s {} {0}",
    "what psql fills in": ":name :'name' :\"name\"",
    "a keyword": "select",
    "two words of a trigger": "a for each row execute function b",
    "letters of all languages": "ünïcödé Ж 字",
    "all 63 bytes": "x" * 63,
    "63 bytes, two to a letter": "ü" * 31 + "x",
}


@pytest.fixture(params=NAMES)
def named(request: pytest.FixtureRequest, bare: Wall) -> Wall:
    """A child and a parent whose tables and columns are all called so; nothing checks them yet."""
    name = NAMES[request.param]
    hub, app = f"{bare.prefix}_hub", f"{bare.prefix}_app"
    bare.apply()
    for schema, columns in ((hub, "{} bigint PRIMARY KEY"), (app, "id bigint, {} bigint")):
        bare.run(f"SET ROLE {{{bare.plain(schema)}_owner}}")
        table = "CREATE TABLE {} (" + columns + ")"
        bare.connection.execute(SQL(table).format(Identifier(schema, name), Identifier(name)))
    bare.run("RESET ROLE")
    key = Reference(app, name, hub, name, name, name, "bigint")
    return replace(bare, installed=ModelState(frozenset({(hub, name), (app, name)}), (key,)))


def test_a_key_of_such_names_is_applied_verified_and_mended(named: Wall) -> None:
    named.apply()
    in_step = named.lines(), named.findings()
    bad = _try(named, "INSERT INTO {app} (id, {name}) VALUES (1, 7)")
    _try(named, "INSERT INTO {hub} VALUES (1); INSERT INTO {app} (id, {name}) VALUES (1, 1)")
    held = _try(named, "DELETE FROM {hub}")
    _try(named, "ALTER TABLE {app} DISABLE TRIGGER USER; ALTER TABLE {hub} DISABLE TRIGGER USER")
    repairs = len(named.lines())
    named.apply()

    assert in_step == ([], [])
    assert (bad, held, repairs) == ("23503", "23503", 6)
    assert named.lines() == []


def test_an_orphan_of_such_names_is_found(named: Wall) -> None:
    named.apply()
    named.connection.execute("SET session_replication_role = replica")
    _try(named, "INSERT INTO {app} (id, {name}) VALUES (1, 7)")
    named.connection.execute("RESET session_replication_role")

    (finding,) = named.findings()

    assert finding.startswith("! 1 row holds 1 key that the other side does not have: ")


def test_psql_makes_the_checks_of_such_names(
    named: Wall, server: dict[str, Any], tmp_path: Path
) -> None:
    script = tmp_path / "checks.sql"
    files = check_files(named.contract, named.installed.references)
    script.write_text("".join(files[path] for path in files if is_run_alone(path)))
    for path in files.keys() - set(filter(is_run_alone, files)):
        shape = tmp_path / Path(path).relative_to("40_checks")
        shape.parent.mkdir(exist_ok=True)
        shape.write_text(files[path])

    _psql(server, named.prefix, script)

    assert (named.lines(), named.findings()) == ([], [])
    assert _try(named, "INSERT INTO {app} (id, {name}) VALUES (1, 7)") == "23503"


@pytest.mark.parametrize("schema", ["user", 'Odd "place"'])
def test_a_hint_about_a_schema_of_such_a_name_can_be_pasted(wall: Wall, schema: str) -> None:
    place = Identifier(schema)
    for statement in (
        "CREATE SCHEMA {place}",
        "CREATE TABLE {place}.holder (person_id bigint REFERENCES {hub}.person)",
        "ALTER TABLE {place}.holder OWNER TO {app_owner}",
        "ALTER TABLE {place}.holder RENAME TO tile",
    ):
        wall.connection.execute(SQL(statement).format(place=place, **wall._names()))
    key, mine = (
        next(each for each in wall.plan().findings if word in str(each))
        for word in ("leaves its schema", "lies in no schema")
    )

    for statement in (
        key.hint.partition("or: ")[2],
        mine.hint.partition(",")[0].replace("<another role>", "CURRENT_USER"),
    ):
        wall.connection.execute(statement.encode())

    assert [each for each in wall.plan().findings if schema in str(each)] == []


# Private
# -------


def _statement(wall: Wall, statement: str) -> Composed:
    (key,) = wall.installed.references
    return SQL(statement).format(
        app=Identifier(key.schema, key.table),
        hub=Identifier(key.referenced_schema, key.referenced_table),
        name=Identifier(key.column),
    )


def _try(wall: Wall, statement: str) -> str | None:
    try:
        with wall.connection.transaction():
            wall.connection.execute(_statement(wall, statement))
    except psycopg.Error as error:
        return error.sqlstate
    return None


def _psql(server: dict[str, Any], database: str, script: Path) -> None:
    place = {f"PG{key.upper()}": str(value) for key, value in server.items() if key != "autocommit"}
    subprocess.run(
        ["psql", "--no-psqlrc", "-q", "-v", "ON_ERROR_STOP=1", "-f", script],
        env={**_environment(), **place, "PGDATABASE": database},
        check=True,
        timeout=60,
    )


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("PG")}
