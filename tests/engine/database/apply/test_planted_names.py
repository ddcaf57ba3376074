"""What an owner has planted, tried on the commands that an administrator runs."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from appschemas.database.apply.blockers import watching
from appschemas.integrity.constraints.names import asked_function
from appschemas.integrity.references import key_constraints_of
from tests.tools.walls import Wall


def test_the_default_of_an_asked_function_is_never_evaluated(wall: Wall) -> None:
    """Its text names the child's type: as a domain, that would be the owner's code."""
    (constraint,) = key_constraints_of(wall.installed.references)
    name = asked_function(constraint, "keys", "person").as_string(None)
    wall.run("CREATE FUNCTION public.loud() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN"
             " RAISE EXCEPTION 'evaluated'; END $$")  # fmt: skip
    wall.run(
        f"CREATE OR REPLACE FUNCTION {name} (col text, last bigint, size integer,"  # noqa: S608
        " there boolean DEFAULT public.loud()) RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER"
        " AS $$ BEGIN RETURN ARRAY(SELECT person_id FROM {app}.note); END $$"
    )
    wall.run("ALTER TABLE {app}.note DISABLE TRIGGER USER")
    wall.run("INSERT INTO {app}.note (person_id) VALUES (77)")

    assert any("1 row" in each for each in wall.findings())


def test_a_hint_quotes_the_names_that_an_owner_chose(wall: Wall) -> None:
    wall.run(
        'CREATE TRIGGER "a"" ON x; ALTER ROLE app SUPERUSER;--" AFTER INSERT ON {app}.tag'
        " EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger()"
    )
    wall.run('COMMENT ON TRIGGER "a"" ON x; ALTER ROLE app SUPERUSER;--" ON {app}.tag'
             " IS 'appschemas:0'")  # fmt: skip

    (found,) = [each for each in wall.plan().findings if "SUPERUSER" in str(each)]
    assert 'DROP TRIGGER "a"" ON x; ALTER ROLE app SUPERUSER;--" ON' in found.hint


def test_a_type_of_an_owner_s_with_a_known_name_is_another_type(wall: Wall) -> None:
    wall.run('SET ROLE {hub_owner}; CREATE DOMAIN {hub}."bigint" AS double precision')
    wall.run("RESET ROLE")
    person = f"{wall.prefix}_hub.person"
    triggers = wall.connection.execute(
        "SELECT tgname FROM pg_catalog.pg_trigger"
        " WHERE tgrelid = %s::regclass AND NOT tgisinternal",
        [person],
    ).fetchall()
    for (trigger,) in triggers:
        wall.connection.execute(f'DROP TRIGGER "{trigger}" ON {person}'.encode())
    wall.run("ALTER TABLE {hub}.person ALTER COLUMN id DROP IDENTITY")
    # The function that looks for keys depends on what makes them unique.
    wall.run("ALTER TABLE {hub}.person DROP CONSTRAINT person_pkey CASCADE")
    wall.run('ALTER TABLE {hub}.person ALTER COLUMN id TYPE {hub}."bigint"')

    assert any("and its model says bigint" in each for each in wall.findings())


PARTITIONED = """
SET ROLE {hub_owner};
CREATE TABLE {hub}.person (id bigint PRIMARY KEY, name text);
CREATE TABLE {hub}.badge (id bigserial PRIMARY KEY);
INSERT INTO {hub}.person VALUES (2, 'Bob');
SET ROLE {app_owner};
CREATE TABLE {app}.note (id bigint, person_id bigint) PARTITION BY LIST (person_id);
CREATE TABLE {app}.note_rest PARTITION OF {app}.note DEFAULT;
CREATE TABLE {app}.tag (id bigint PRIMARY KEY);
SET ROLE {board_owner};
CREATE TABLE {board}.tile (id bigint PRIMARY KEY);
RESET ROLE
"""
# A CHECK that was true when the rows came, and that ATTACH believes.
LIE = """
SET ROLE {app_owner};
CREATE TABLE {app}.note_lie (id bigint, person_id bigint);
CREATE TEXT SEARCH CONFIGURATION {app}.lie (COPY = pg_catalog.simple);
ALTER TABLE {app}.note_lie ADD CONSTRAINT lie CHECK
  (person_id IS NULL OR to_tsvector('{app}.lie'::regconfig, 'x') <> ''::tsvector);
INSERT INTO {app}.note_lie VALUES (9, 77777), (10, 2);
ALTER TEXT SEARCH CONFIGURATION {app}.lie DROP MAPPING FOR asciiword
"""
ATTACH = """
SET ROLE {app_owner};
ALTER TABLE {app}.note ATTACH PARTITION {app}.note_lie FOR VALUES IN (NULL);
ALTER TABLE {app}.note_lie DROP CONSTRAINT lie;
RESET ROLE
"""


def test_a_partition_whose_bound_is_a_lie_hides_no_orphan(bare: Wall) -> None:
    bare.apply()
    bare.run(PARTITIONED)
    bare.apply()
    bare.run(LIE.replace("'{app}.lie'", f"'{bare.prefix}_app.lie'"))
    # Another connection has not folded the CHECK yet. (psycopg keeps names of its statements.)
    bare.connection.prepare_threshold = None
    bare.connection.execute("DISCARD ALL")
    bare.run(ATTACH)

    assert any("77777" in each for each in bare.findings())


def test_a_role_without_createrole_administers_no_other(wall: Wall) -> None:
    if wall.connection.info.server_version < 160000:
        pytest.skip("a membership has options from PostgreSQL 16 on")
    wall.run("GRANT {hub_owner} TO {application} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")

    assert [each for each in wall.lines() if "hub_owner" in each and "application" in each] != []
    wall.apply()
    assert wall.lines() == []


def test_a_function_in_public_is_not_run_to_say_who_is_in_the_way(
    bare: Wall, server: dict[str, Any]
) -> None:
    """Of a server that was upgraded, anybody may create in public."""
    bare.apply()
    bare.run("CREATE ROLE {stranger}; GRANT CREATE ON SCHEMA public TO {stranger}")
    bare.run("CREATE TABLE public.taken (); GRANT SELECT ON public.taken TO {stranger}")
    bare.run(
        "SET ROLE {stranger}; CREATE FUNCTION public.unnest(integer[]) RETURNS SETOF integer"
        " LANGUAGE plpgsql AS 'BEGIN EXECUTE $$CREATE TABLE public.evil ()$$; RETURN; END';"
        "RESET ROLE"
    )
    with psycopg.connect(**{**server, "dbname": bare.prefix}) as other, other.transaction():
        other.execute("LOCK TABLE public.taken")
        with (
            pytest.raises(psycopg.errors.LockNotAvailable),
            watching(bare.connection) as found,
            bare.connection.transaction(),
        ):
            bare.connection.execute("SET LOCAL lock_timeout = '500ms'")
            bare.connection.execute("LOCK TABLE public.taken")
        blocker = other.info.backend_pid

    assert bare.connection.execute("SELECT to_regclass('public.evil')").fetchone() == (None,)
    assert [each.pid for each in found] == [blocker]
