"""What stops a split before its first table moves, each with what to do first."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from appschemas.database.apply.remove import remove
from appschemas.database.plan.shared_schema import (
    refuse_begun_split,
    refuse_shared_schema,
    refuse_taken_name,
)
from appschemas.database.split.state import read_split
from appschemas.database.split.status import status_of
from appschemas.exceptions import AppSchemasError, NotSplit
from appschemas.integrity.constraints.ddl import RoleStatement
from tests.tools.splits import HASTE, PASSWORD, Before


def refused(before: Before, match: str) -> None:
    """It is, and nothing has moved."""
    with pytest.raises(AppSchemasError, match=match):
        before.split()
    assert before.place("person") == ["public old"]


def test_somebodys_table_of_the_same_name(before: Before) -> None:
    before.wall.apply()
    before.run("CREATE TABLE {app}.note (id bigint)")

    refused(before, r"app has a table note already\n +somebody made it there: ALTER TABLE")
    before.run("ALTER TABLE {app}.note RENAME TO theirs")
    before.split()

    assert before.place("note") == ["app app_owner"]


def test_a_database_of_another_project_that_has_djangos_own_tables_as_well(
    before: Before,
) -> None:
    before.run("DROP TABLE public.note, public.tag, public.tile; CREATE TABLE public.post (id int)")

    refused(before, r"of another project: .* but those of schema \w+_hub, and .* has post\.")
    before.run("DROP TABLE public.post")
    before.split()

    assert before.place("person") == ["hub hub_owner"]


def test_a_table_of_the_project_in_a_third_schema(before: Before) -> None:
    before.run("CREATE SCHEMA misc; ALTER TABLE public.note SET SCHEMA misc")

    refused(before, r"table misc\.note is a model's, .* in neither public nor .*\n.* SET SCHEMA")
    before.run('ALTER TABLE "misc"."note" SET SCHEMA "public"')
    before.split()

    assert before.place("note") == ["app app_owner"]


def test_an_index_that_would_come_along_has_a_namesake(before: Before) -> None:
    before.wall.apply()
    before.run("CREATE TABLE {app}.other (id bigint); CREATE INDEX note_pkey ON {app}.other (id)")

    refused(before, r"app has a index note_pkey already, which note takes along")


TAKEN = [
    ("CREATE TYPE {app}.note AS ENUM ('a')", "type note already, which note takes", "TYPE"),
    ("CREATE DOMAIN {app}._note AS int", "domain _note already, which note takes", "DOMAIN"),
    ("CREATE DOMAIN {app}.mood AS int", "domain mood already", "DOMAIN"),
    ("CREATE FUNCTION {app}.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
     "routine f\\(integer\\) already", "ROUTINE"),
    ("CREATE VIEW {app}.titles AS SELECT 1", "view titles already", "VIEW"),
    ("CREATE TABLE {app}.django_migrations (id int)",
     "table django_migrations that is no record", "TABLE"),
    ("CREATE VIEW {app}.django_migrations AS SELECT 1",
     "view django_migrations that is no record", "VIEW"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "said", "noun"), TAKEN)
def test_a_name_of_any_kind_that_is_taken_is_told_before_the_first_table_moves(
    before: Before, made: str, said: str, noun: str
) -> None:
    with before.session() as old:
        old.execute("CREATE TYPE mood AS ENUM ('ok'); ALTER TABLE note ADD mood mood;"
                    " CREATE VIEW titles AS SELECT id FROM note;"
                    " CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1';"
                    " CREATE INDEX ON note (f(person_id::int))")  # fmt: skip
    before.wall.apply()
    before.run(made)

    refused(before, rf"app has a {said}.*\n +somebody made it there: ALTER {noun} ")
    rename = next(each.hint for each in before.status().stops).partition(": ")[2]
    before.run(rename.partition(" <another")[0] + " theirs")
    before.split()

    assert before.place("note") == ["app app_owner"]


def test_a_publication_that_somebody_follows(before: Before) -> None:
    before.run("CREATE PUBLICATION followed FOR TABLE public.person")
    before.split()
    before.unsplit()
    slot = before.wall.prefix
    before.run(f"SELECT pg_create_logical_replication_slot('{slot}', 'pgoutput')")
    try:
        refused(before, r"(?s)followed is followed \(slots .* --subscribers-moved")
        before.split(subscribers_moved=True)
        with pytest.raises(AppSchemasError, match=r"(?s)No table .* followed is followed \(slots"):
            before.unsplit()
        there = before.place("person")
        before.unsplit(subscribers_moved=True)
    finally:
        before.run(f"SELECT pg_drop_replication_slot('{slot}')")

    assert (there, before.place("person")) == (["hub hub_owner"], ["public old"])


def test_a_publication_of_whatever_lies_in_public(before: Before) -> None:
    before.run("CREATE PUBLICATION whole FOR TABLES IN SCHEMA public")

    refused(before, r"publication whole publishes whatever lies in public")


def test_an_owner_that_is_a_login_of_the_contract(before: Before) -> None:
    before.wall.apply()
    before.run("ALTER TABLE public.tag OWNER TO {application}")

    refused(before, r"_application owns the tables and is a login of the contract")


def test_a_login_that_may_not(before: Before) -> None:
    before.run("CREATE ROLE {stranger} LOGIN PASSWORD 'open sesame'")

    with before.session(before.schema("stranger")) as session:
        with pytest.raises(AppSchemasError, match="may not create or alter roles"):
            before.split(session)

    assert before.place("person") == ["public old"]


@pytest.mark.parametrize("owner", ["stranger", "old"])
def test_a_login_that_is_no_superuser_and_has_the_rights_that_the_page_names(
    before: Before, owner: str
) -> None:
    at_first = before.catalog()
    mover = before.mover(owner)

    with before.session(mover) as session:
        assert not status_of(session, before.state()).stops
        before.split(session)
        there = before.place("note")
        before.unsplit(session)

    assert there == ["app app_owner"]
    assert before.catalog() == at_first


@pytest.mark.parametrize("owner", ["nobody", "old"])
def test_all_that_a_login_lacks_is_named_before_anything_is_made_and_granted_it_is_enough(
    before: Before, owner: str
) -> None:
    mover = before.schema("stranger")
    before.run("CREATE ROLE {stranger} LOGIN PASSWORD " + f"'{PASSWORD}'")
    if owner == "old":
        names = Identifier(before.wall.prefix), Identifier(before.old)
        before.wall.connection.execute(SQL("ALTER DATABASE {} OWNER TO {}").format(*names))
    with before.session(mover) as session:
        named = status_of(session, before.state()).stops
        with pytest.raises(AppSchemasError, match="No table was moved: first this must be done"):
            before.split(session)
        made = before.run("SELECT to_regrole('{app_owner}')").fetchone()
        for each in named:
            before.wall.connection.execute(each.hint.removeprefix("as a superuser: ").encode())
        before.split(session)

    assert made == (None,)
    assert any("ALTER DATABASE" in each.hint for each in named) is (owner == "nobody")
    assert before.place("note") == ["app app_owner"]


def test_a_login_that_may_not_act_as_the_old_one_is_told_what_was_made_by_then(
    before: Before,
) -> None:
    if before.wall.connection.info.server_version < 160000:
        pytest.skip("CREATEROLE grants itself any role up to PostgreSQL 15")
    mover = before.schema("stranger")
    before.run("CREATE ROLE {stranger} LOGIN CREATEROLE PASSWORD " + f"'{PASSWORD}'")
    before.run("ALTER DATABASE {database} OWNER TO {stranger}")
    nothing = SQL("SELECT")

    with before.session(mover) as session:
        steps = before.steps(session)
        steps.make("as itself", [RoleStatement("", nothing)])
        with pytest.raises(AppSchemasError, match=r"WITH ADMIN OPTION\. 1 steps were made") as told:
            steps.make("as the old one", [RoleStatement(before.old, nothing)])
        grant = str(told.value).partition("run: ")[2].partition(". ")[0]
        before.wall.connection.execute(grant.encode())
        before.split(session)

    assert before.place("note") == ["app app_owner"]


def test_what_works_under_repeatable_read_is_named(before: Before) -> None:
    role = Identifier(before.old)
    setting = SQL("ALTER ROLE {} SET default_transaction_isolation = 'repeatable read'")
    before.wall.connection.execute(setting.format(role))

    found = [each.text for each in before.status().notices]

    assert any(text.endswith("_old works under repeatable read") for text in found)


def test_a_contract_that_was_changed_half_way(before: Before) -> None:
    before.split(only=before.schema("app"))
    wall = before.wall
    moved = {(before.schema("board"), "note")} | {
        each for each in wall.installed.tables if each[1] != "note"
    }
    fewer = tuple(each for each in wall.contract.schemas if each.name != before.schema("app"))

    for changed, said in (
        (replace(wall, installed=replace(wall.installed, tables=frozenset(moved))), "puts note"),
        (replace(wall, contract=replace(wall.contract, schemas=fewer)), "has no schema"),
        (replace(wall, contract=replace(wall.contract, extensions="others")), "has no schema"),
    ):
        for way in (Before(changed, before.server).split, Before(changed, before.server).unsplit):
            with pytest.raises(AppSchemasError, match=f"it {said} .* schema_move"):
                way()
    before.split()

    assert before.place("note") == ["app app_owner"]


def test_a_schema_that_somebody_renamed_half_way_is_named_and_gets_its_name_back(
    before: Before,
) -> None:
    before.split()
    before.run("ALTER SCHEMA {app} RENAME TO elsewhere")

    for way in (before.split, before.unsplit):
        with pytest.raises(AppSchemasError, match="moved there, and is gone") as refused:
            way()
    hint = str(refused.value).partition("ALTER SCHEMA <its name> ")[2]
    before.run(f"ALTER SCHEMA elsewhere {hint}")
    before.unsplit()

    assert before.place("note") == ["public old"]


def test_a_split_under_way_is_not_removed_before_it_was_put_back(before: Before) -> None:
    connection, contract = before.wall.connection, before.wall.contract
    before.split()

    with pytest.raises(NotSplit, match=r"A split is under way .* schema_split --undo"):
        refuse_begun_split(connection, contract)
    before.unsplit()
    refuse_begun_split(connection, contract)
    remove(connection, contract, before.old, HASTE)

    assert before.run("SELECT to_regnamespace('appschemas_keys')").fetchone() == (None,)
    assert before.place("note") == ["public old"]


def test_a_schema_of_before_with_a_name_of_the_contract_is_left_to_who_has_it(
    before: Before,
) -> None:
    before.run("ALTER SCHEMA public RENAME TO {app}; CREATE SCHEMA public")
    asked = (before.wall.connection, before.wall.contract, before.wall.installed)

    for refuse in (refuse_shared_schema, refuse_taken_name):
        with pytest.raises(NotSplit, match=r"lies, with rows, in \w+_app: a schema of pg_database"):
            refuse(*asked)
    with pytest.raises(NotSplit, match="Nothing to split"):
        before.split()

    assert before.place("note") == ["app old"]


def test_a_schema_that_the_contract_gets_half_way_is_put_on_every_path(before: Before) -> None:
    before.split(only=before.schema("hub"))
    schema = before.schema("board")
    steps = before.steps()
    steps.make("forgotten", [steps.forget(before.schema("board"))])
    path = SQL("ALTER ROLE {} IN DATABASE {} SET search_path = public, {}")
    names = (before.old, before.wall.prefix, before.schema("hub"))
    before.wall.connection.execute(path.format(*map(Identifier, names)))

    before.split()

    state = read_split(before.wall.connection, before.wall.contract, before.wall.installed)
    assert all(schema in login.path for login in state.logins)
    with before.session() as old, pytest.raises(psycopg.errors.ForeignKeyViolation):
        old.execute("INSERT INTO note (person_id) VALUES (99)")
