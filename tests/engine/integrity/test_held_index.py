"""What makes a key unique is not dropped while the key is held, as under a foreign key."""
# ruff: noqa: S608 - names of this module's own

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import psycopg
import pytest
from django.db import connections, migrations
from psycopg import errors

from appschemas.contract.schema import ASKED_SCHEMA
from appschemas.database.model_state import ModelState
from appschemas.integrity.held_indexes import KeyIsHeld
from tests.tools.walls import TABLES, Wall

UNIQUE: Final = {
    "a constraint": "ALTER TABLE {hub}.person ADD CONSTRAINT held UNIQUE (code)",
    "an index": "CREATE UNIQUE INDEX held ON {hub}.person (code)",
}
DROPPED: Final = {
    "a constraint": "ALTER TABLE {hub}.person DROP CONSTRAINT held",
    "an index": "DROP INDEX {hub}.held",
}


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey",
        "ALTER TABLE {hub}.person DROP COLUMN id",
        "DROP INDEX {hub}.person_pkey",
        "DROP TABLE {hub}.person",
    ],
)
@pytest.mark.parametrize("role", ["hub_owner", "migrator"])
def test_what_makes_a_held_key_unique_is_not_dropped(wall: Wall, role: str, statement: str) -> None:
    if role == "migrator":
        wall.run("SET LOCAL SESSION AUTHORIZATION {migrator}")

    assert wall.refusal("hub_owner", statement) == "2BP01"
    assert wall.refusal("hub_owner", "TRUNCATE {hub}.person") is None


def test_a_key_that_nobody_holds_may_lose_its_index(wall: Wall) -> None:
    statement = "ALTER TABLE {hub}.badge DROP CONSTRAINT badge_pkey"

    assert wall.refusal("hub_owner", statement) is None


def test_a_child_that_goes_lets_the_index_go(wall: Wall) -> None:
    wall.run("DROP TABLE {app}.note CASCADE")
    installed = ModelState(wall.installed.tables, ())
    gone = replace(wall, installed=installed)
    gone.apply()

    statement = "ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey"

    assert gone.refusal("hub_owner", statement) is None


@pytest.mark.parametrize("kind", UNIQUE)
def test_it_need_not_be_the_primary_key(wall: Wall, kind: str) -> None:
    wall.run("ALTER TABLE {hub}.person ADD COLUMN code bigint")
    wall.run(UNIQUE[kind])
    (key,) = wall.installed.references
    by_code = (replace(key, referenced_column="code"),)
    other = replace(wall, installed=ModelState(wall.installed.tables, by_code))
    other.apply()

    assert other.refusal("hub_owner", DROPPED[kind]) == "2BP01"
    assert other.lines() == []


def test_what_goes_with_it_by_cascade_is_named_and_made_again(wall: Wall) -> None:
    drop = "ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey"
    wall.run(f"{drop} CASCADE")

    line, look_up = wall.lines()
    not_unique, *_ = wall.findings()
    wall.run("ALTER TABLE {hub}.person ADD PRIMARY KEY (id)")
    wall.apply()

    assert line.startswith(f"+ create function {ASKED_SCHEMA}.note_")
    assert look_up.startswith("~ look up every key of app.note")
    assert not_unique.startswith("! the key hub.person.id is not unique")
    assert (wall.lines(), wall.findings()) == ([], [])
    assert wall.refusal("hub_owner", drop) == "2BP01"


def test_a_function_that_lets_the_index_go_is_found_and_mended(wall: Wall) -> None:
    wall.run("ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey CASCADE")
    wall.apply()
    wall.run("ALTER TABLE {hub}.person ADD PRIMARY KEY (id)")

    line, look_up = wall.lines()
    wall.apply()

    assert line.startswith("~ replace function ")
    assert line.endswith(": unique index altered")
    assert look_up.startswith("~ look up every key of app.note")
    assert wall.lines() == []


def test_an_index_that_is_built_anew_is_still_held(bare: Wall, server: dict[str, Any]) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.apply()

    bare.run("REINDEX TABLE CONCURRENTLY {hub}.person")

    assert bare.lines() == []
    statement = "ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey"
    assert bare.refusal("hub_owner", statement) == "2BP01"


def test_a_parent_is_not_given_another_key_while_a_child_is_being_written(
    bare: Wall, server: dict[str, Any]
) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run("INSERT INTO {hub}.person (id) VALUES (1)")
    app, hub = f"{bare.prefix}_app", f"{bare.prefix}_hub"
    with psycopg.connect(**{**server, "dbname": bare.prefix, "autocommit": False}) as child:
        child.execute(f'INSERT INTO "{app}".note (person_id) VALUES (1)'.encode())
        child.execute(b"SET CONSTRAINTS ALL IMMEDIATE")
        bare.run("SET lock_timeout = '200ms'")

        with pytest.raises((errors.DependentObjectsStillExist, errors.LockNotAvailable)):
            bare.run("ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey")
        with pytest.raises(errors.LockNotAvailable):
            bare.run("UPDATE {hub}.person SET id = 2")
        child.commit()

    with pytest.raises(errors.DependentObjectsStillExist):
        bare.run("ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey")
    with pytest.raises(errors.ForeignKeyViolation):
        bare.run("UPDATE {hub}.person SET id = 2")
    assert bare.run(f'SELECT id FROM "{hub}".person').fetchall() == [(1,)]


@pytest.mark.django_db(databases="__all__")
def test_the_schema_editor_says_who_holds_it() -> None:
    drop = migrations.RunSQL("ALTER TABLE people_person DROP CONSTRAINT people_person_pkey")

    with pytest.raises(KeyIsHeld) as refused, connections["people"].schema_editor() as editor:
        editor.execute(drop.sql)

    assert str(refused.value).startswith("people.people_person.id must stay unique while its ")
    assert "papers.papers_paper.author_id -> people.people_person.id" in str(refused.value)
