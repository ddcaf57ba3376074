"""Deviations: what nobody asked for is named, and undone, or its hint undoes it."""

# ruff: noqa: S608 - names of this module's own
from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from appschemas.conf import get_contract
from appschemas.database.apply.apply import make_plan
from appschemas.database.apply.verify import verify
from appschemas.database.model_state import ModelState
from appschemas.database.plan.deviation_kinds import KINDS
from appschemas.database.queries import queries
from config.server.throwaway import throwaway
from tests.tools.walls import TABLES, Wall, built

LOOK_UP = "~ look up every key of app.note (person_id) in hub"

# What applying undoes: the statements, and the lines of the plan.
MENDED = {
    "a superuser behind a login": (
        "CREATE ROLE {stranger} SUPERUSER; GRANT {stranger} TO {application}",
        ["- revoke role stranger from application: it leads to stranger (SUPERUSER)"],
    ),
    "an attribute two roles away": (
        "CREATE ROLE {stranger}; CREATE ROLE {login} CREATEROLE BYPASSRLS;"
        "GRANT {login} TO {stranger}; GRANT {stranger} TO {application}",
        [
            "- revoke role stranger from application: it leads to "
            "login (CREATEROLE, BYPASSRLS)"
        ],
    ),
    "a predefined role two roles away": (
        "CREATE ROLE {stranger}; GRANT pg_read_all_data TO {stranger};"
        "GRANT {stranger} TO {application}",
        [
            "- revoke role stranger from application: it leads to "
            "pg_read_all_data (a predefined role)"
        ],
    ),
    "rights in this database by another role": (
        "CREATE ROLE {stranger}; CREATE SCHEMA elsewhere AUTHORIZATION {stranger};"
        "GRANT {stranger} TO {application}",
        [
            "- revoke role stranger from application: it leads to "
            "stranger (rights in this database)"
        ],
    ),
    "checks switched off for a login": (
        "ALTER ROLE {application} SET session_replication_role = replica",
        [
            "~ reset session_replication_role for application, where it starts with replica",
            LOOK_UP,
        ],
    ),
    "checks switched off for a login here": (
        "ALTER ROLE {application} IN DATABASE {database} SET session_replication_role = replica",
        [
            "~ reset session_replication_role for application in this database, where it starts "
            "with replica",
            LOOK_UP,
        ],
    ),
    "a login that starts as another role": (
        "ALTER ROLE {application} SET role = {hub_rw}",
        ["~ reset role for application, where it starts with hub_rw"],
    ),
    "a login with a path": (
        "ALTER ROLE {migrator} SET search_path = evil",
        ["~ reset search_path for migrator, where it starts with evil"],
    ),
    "a login with a snapshot": (
        "ALTER ROLE {application} SET default_transaction_isolation = 'repeatable read'",
        [
            "~ reset default_transaction_isolation for application, where it starts with "
            "repeatable read"
        ],
    ),
    "a login with row security off": (
        "ALTER ROLE {application} SET row_security = off",
        ["~ reset row_security for application, where it starts with off"],
    ),
    "checks switched off for the database": (
        "ALTER DATABASE {database} SET session_replication_role = replica",
        [
            "~ reset session_replication_role of database DATABASE, where every session starts "
            "with replica",
            LOOK_UP,
        ],
    ),
    "checks that a role may switch off": (
        "GRANT SET ON PARAMETER session_replication_role TO {app_rw}",
        ["- revoke SET on parameter ACL session_replication_role from app_rw", LOOK_UP],
    ),
    "checks that anybody may switch off": (
        "GRANT SET ON PARAMETER session_replication_role TO PUBLIC",
        [
            "- revoke SET on PARAMETER session_replication_role from PUBLIC: PostgreSQL does not "
            "give it",
            LOOK_UP,
        ],
    ),
    "a parameter of the server": (
        "GRANT ALTER SYSTEM ON PARAMETER work_mem TO {migrator}",
        ["- revoke ALTER SYSTEM on parameter ACL work_mem from migrator"],
    ),
    "more than it takes to pass autovacuum": (
        "GRANT SET, ALTER SYSTEM ON PARAMETER deadlock_timeout TO {migrator};"
        " GRANT SET ON PARAMETER deadlock_timeout TO {app_rw}",
        [
            "- revoke SET on parameter ACL deadlock_timeout from app_rw",
            "- revoke ALTER SYSTEM on parameter ACL deadlock_timeout from migrator",
        ],
    ),
    "files of the server": (
        "GRANT EXECUTE ON FUNCTION pg_read_file(text), pg_ls_dir(text), lo_import(text)"
        " TO {app_rw}",
        [
            "- revoke EXECUTE on function pg_catalog.lo_import(pg_catalog.text) from app_rw",
            "- revoke EXECUTE on function pg_catalog.pg_ls_dir(pg_catalog.text) from app_rw",
            "- revoke EXECUTE on function pg_catalog.pg_read_file(pg_catalog.text) from app_rw",
        ],
    ),
    "files of the server for anybody": (
        "GRANT EXECUTE ON FUNCTION pg_read_file(text) TO PUBLIC",
        ["- revoke EXECUTE on ROUTINE pg_read_file(text) from PUBLIC: PostgreSQL does not give it"],
    ),
    "passwords of roles": (
        "GRANT SELECT ON pg_authid TO {app_rw}; GRANT SELECT (rolpassword) ON pg_authid TO PUBLIC",
        [
            "- revoke SELECT on table pg_catalog.pg_authid from app_rw",
            "- revoke SELECT (rolpassword) on TABLE pg_authid from PUBLIC: PostgreSQL does not "
            "give it",
        ],
    ),
    "a column of a table elsewhere": (
        "CREATE TABLE public.salaries (id int, amount int);"
        "GRANT UPDATE (amount) ON public.salaries TO {app_rw}",
        ["- revoke UPDATE on table column public.salaries.amount from app_rw"],
    ),
    "a schema elsewhere": (
        "CREATE SCHEMA elsewhere; GRANT USAGE, CREATE ON SCHEMA elsewhere TO {app_rw}",
        ["- revoke CREATE, USAGE on schema elsewhere from app_rw"],
    ),
    "a large object": (
        "SELECT lo_create(4711); GRANT SELECT ON LARGE OBJECT 4711 TO {app_rw}",
        ["- revoke SELECT on large object 4711 from app_rw"],
    ),
    "a language": (
        "GRANT USAGE ON LANGUAGE plpgsql TO {app_rw}",
        ["- revoke USAGE on language plpgsql from app_rw"],
    ),
    "a foreign data wrapper": (
        "CREATE FOREIGN DATA WRAPPER away; GRANT USAGE ON FOREIGN DATA WRAPPER away TO {app_rw};"
        "ALTER FOREIGN DATA WRAPPER away OPTIONS (ADD a 'b')",
        ["- revoke USAGE on foreign-data wrapper away from app_rw"],
    ),
    "default privileges of the migrator": (
        "ALTER DEFAULT PRIVILEGES FOR ROLE {migrator} GRANT SELECT ON TABLES TO {app_rw}",
        ["- revoke SELECT on new tables of migrator from app_rw"],
    ),
    "default privileges of the administrator in a schema": (
        "ALTER DEFAULT PRIVILEGES IN SCHEMA {hub} GRANT SELECT ON TABLES TO PUBLIC",
        ["- revoke SELECT on new tables of USER in hub from PUBLIC"],
    ),
    "default privileges of an owner on types and schemas": (
        "ALTER DEFAULT PRIVILEGES FOR ROLE {hub_owner} GRANT USAGE ON TYPES TO {app_rw};"
        "ALTER DEFAULT PRIVILEGES FOR ROLE {hub_owner} GRANT CREATE ON SCHEMAS TO PUBLIC",
        [
            "- revoke CREATE on new schemas of hub_owner from PUBLIC",
            "- revoke USAGE on new types of hub_owner from app_rw",
        ],
    ),
    "an owner's own rights": (
        "REVOKE TRIGGER, SELECT ON {app}.tag FROM {app_owner};"
        "REVOKE CREATE ON SCHEMA {hub} FROM {hub_owner}",
        [
            "+ grant SELECT, TRIGGER on app.tag to app_owner, whose it is",
            "+ grant CREATE on hub to hub_owner, whose it is",
        ],
    ),
}  # fmt: skip

# An owner names what it may not name: a number is looked up without a right on what it is of.
NUMBERED = (
    "ALTER TABLE {app}.tag ADD COLUMN d text; SET ROLE {app_owner}; DO $$ BEGIN EXECUTE format("
)

# What people decide on: the statements, the finding, and what else to run after its hint.
FOUND = {
    "a superuser behind the migrator": (
        "CREATE ROLE {stranger} SUPERUSER; GRANT {stranger} TO {migrator}",
        "! migrator is a member of stranger, which leads to stranger (SUPERUSER)",
    ),
    "isolation of the database": (
        "ALTER DATABASE {database} SET default_transaction_isolation = 'repeatable read'",
        "! database DATABASE starts every session with default_transaction_isolation = "
        "repeatable read",
    ),
    "a path of the database": (
        "ALTER DATABASE {database} SET search_path = evil",
        "! database DATABASE starts every session with search_path = evil",
    ),
    "a setting of every role": (
        "ALTER ROLE ALL SET row_security = off",
        "! every role starts every session with row_security = off",
    ),
    "the owner of the database": (
        "ALTER DATABASE {database} OWNER TO {app_owner}",
        "! database DATABASE belongs to app_owner, which is to own nothing there",
    ),
    "a schema of a role": (
        "CREATE SCHEMA mine AUTHORIZATION {app_rw}",
        "! schema mine belongs to app_rw, which is to own nothing there",
    ),
    "a function of an owner elsewhere": (
        "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1';"
        "ALTER FUNCTION public.mine() OWNER TO {app_owner}",
        "! function public.mine() belongs to app_owner, which is to own nothing there",
    ),
    "a type of an owner elsewhere": (
        "CREATE TYPE {hub}.mood AS ENUM ('fine'); ALTER TYPE {hub}.mood OWNER TO {app_owner}",
        "! type hub.mood belongs to app_owner, which is to own nothing there",
    ),
    "a schema open to all": (
        "CREATE SCHEMA elsewhere; GRANT USAGE ON SCHEMA elsewhere TO PUBLIC",
        "! schema elsewhere is open to PUBLIC (USAGE), and so to every role",
    ),
    "a large object open to all": (
        "SELECT lo_create(4711); GRANT SELECT ON LARGE OBJECT 4711 TO PUBLIC",
        "! large object 4711 is open to PUBLIC (SELECT), and so to every role",
    ),
    "an event trigger": (
        "CREATE FUNCTION public.e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
        "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION public.e()",
        "! event trigger mine, which the contract does not name",
    ),
    "a cast": (
        "CREATE CAST (bigint AS boolean) WITH INOUT AS IMPLICIT",
        "! cast from bigint to boolean, which the contract does not name",
    ),
    "a foreign data wrapper": (
        "CREATE FOREIGN DATA WRAPPER away",
        "! foreign-data wrapper away, which the contract does not name",
    ),
    "a trigger that calls a stranger's function": (
        "CREATE ROLE {stranger}; CREATE SCHEMA other AUTHORIZATION {stranger};"
        "CREATE FUNCTION other.mine() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
        "ALTER FUNCTION other.mine() OWNER TO {stranger};"
        "CREATE TRIGGER mine AFTER INSERT ON {app}.tag FOR EACH ROW EXECUTE FUNCTION other.mine()",
        "! trigger mine on app.tag calls other.mine() of stranger, which lies in no schema of the "
        "contract, with the rights of whoever writes",
    ),
    "a rule": (
        "CREATE RULE mine AS ON DELETE TO {app}.tag DO INSTEAD NOTHING",
        "! rule mine of app.tag makes something else of a statement",
    ),
    "a view of another schema": (
        "CREATE VIEW {app}.people AS SELECT * FROM {hub}.person;"
        "ALTER VIEW {app}.people OWNER TO {app_owner}",
        "! view app.people shows rows of hub.person to another schema, and no contract says reads",
    ),
    "a function that reads another schema": (
        "CREATE FUNCTION {app}.people() RETURNS bigint BEGIN ATOMIC"
        " SELECT count(*) FROM {hub}.person; END; ALTER FUNCTION {app}.people() OWNER TO"
        " {app_owner}; REVOKE ALL ON FUNCTION {app}.people() FROM PUBLIC",
        "! function app.people() shows rows of hub.person to another schema, and no contract says "
        "reads",
    ),
    "a default that names another schema's index by its number": (
        f"{NUMBERED} 'ALTER TABLE {{app}}.tag ALTER d SET DEFAULT %L::regclass::text',"
        " (SELECT oid FROM pg_class WHERE relname = 'badge_pkey')::text); END $$; RESET ROLE",
        "! default value for column d of table app.tag depends on index hub.badge_pkey, of another "
        "schema, which its owner cannot drop so",
    ),
    "a CHECK that names a schema of the engine's by its number": (
        f"{NUMBERED} 'ALTER TABLE {{app}}.tag ADD CONSTRAINT c CHECK (%L::regnamespace <> 0)',"
        " (SELECT oid FROM pg_namespace WHERE nspname = 'appschemas_keys')::text); END $$;"
        " RESET ROLE",
        "! constraint c on table app.tag depends on schema appschemas_keys, of another schema, "
        "which its owner cannot drop so",
    ),
    "a view in public": (
        "CREATE MATERIALIZED VIEW public.people AS SELECT * FROM {hub}.person",
        "! materialized view public.people shows rows of hub.person to another schema, and no "
        "contract says reads",
    ),
    "a function with its owner's rights among PostgreSQL's own": (
        "SET LOCAL allow_system_table_mods = on;"
        " CREATE FUNCTION information_schema.su(t text) RETURNS void LANGUAGE plpgsql"
        " SECURITY DEFINER AS 'BEGIN EXECUTE t; END'",
        "! function information_schema.su(text) runs with the rights of USER, whoever calls it",
    ),
    "a table that counts as an extension's": (
        "ALTER EXTENSION plpgsql ADD TABLE {app}.note",
        "! table app.note counts as a part of extension plpgsql, which did not make it",
    ),
    "a schema that counts as an extension's": (
        "ALTER EXTENSION plpgsql ADD SCHEMA {app}",
        "! schema app counts as a part of extension plpgsql, which did not make it",
    ),
    "a function with its owner's rights that counts as an extension's": (
        "SET ROLE {app_owner}; CREATE FUNCTION {app}.mine() RETURNS bigint LANGUAGE sql"
        " SECURITY DEFINER AS 'SELECT 1::bigint'; RESET ROLE;"
        "ALTER EXTENSION plpgsql ADD FUNCTION {app}.mine()",
        "! function app.mine() counts as a part of extension plpgsql, which did not make it",
    ),
    "a parent that a crash empties": (
        "ALTER TABLE {hub}.person SET UNLOGGED",
        "! hub.person is UNLOGGED: a crash empties it, and whatever holds a key of it is left",
    ),
    "a history with policies": (
        "CREATE TABLE {app}.django_migrations (id int); ALTER TABLE {app}.django_migrations OWNER"
        " TO {app_owner}; ALTER TABLE {app}.django_migrations ENABLE ROW LEVEL SECURITY",
        "! row-level security hides rows of app.django_migrations, and so which migrations are "
        "applied",
    ),
    "a function with its owner's rights": (
        "CREATE FUNCTION public.all() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS"
        " 'SELECT 1::bigint'",
        '! function public."all"() runs with the rights of USER, whoever calls it',
    ),
}

# What may well be meant: the statements, and the notice.
NOTICED = {
    "row-level security": (
        "ALTER TABLE {app}.note ENABLE ROW LEVEL SECURITY",
        "i row-level security hides rows of app.note, a table of keys",
    ),
    "row-level security that is forced": (
        "ALTER TABLE {hub}.person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        "i row-level security, forced, hides rows of hub.person, a table of keys",
    ),
    "a child that a crash empties": (
        "ALTER TABLE {app}.note SET UNLOGGED",
        "i app.note is UNLOGGED: a crash empties it, and whatever holds a key of it is left",
    ),
    "a trigger that may skip a row": (
        "SET ROLE {app_owner}; CREATE FUNCTION {app}.skip() RETURNS trigger LANGUAGE plpgsql AS"
        " 'BEGIN RETURN NULL; END'; CREATE TRIGGER mine BEFORE DELETE ON {app}.note FOR EACH ROW"
        " EXECUTE FUNCTION {app}.skip(); RESET ROLE",
        "i trigger mine on app.note, a table of keys, may change or skip a row before it is "
        "written",
    ),
    "a setting that nobody knows": (
        "ALTER ROLE {application} SET bytea_output = 'escape'",
        "i application starts with bytea_output = escape, which the contract does not say",
    ),
    "a table of no model": (
        "SET ROLE {app_owner}; CREATE TABLE {app}.extra (); RESET ROLE",
        "i table app.extra is of no installed model",
    ),
    "the database of the migrator": (
        "ALTER DATABASE {database} OWNER TO {migrator}",
        "i database DATABASE belongs to migrator, which is to own nothing there",
    ),
    "a publication": (
        "CREATE PUBLICATION mine",
        "i publication mine, which the contract does not name",
    ),
    "a large object of a role": (
        "SET ROLE {app_rw}; SELECT lo_create(4711); RESET ROLE",
        "i large object 4711 belongs to app_rw, which is to own nothing there",
    ),
}
EVIL = (
    "SET ROLE {app_owner}; CREATE FUNCTION {app}.evil(bigint) RETURNS bigint LANGUAGE plpgsql"
    " IMMUTABLE AS 'BEGIN RETURN 0; END'; CREATE FUNCTION {app}.plus(bigint, bigint) RETURNS bigint"
    " LANGUAGE sql IMMUTABLE AS 'SELECT 0::bigint'; CREATE OPERATOR {app}.+ (FUNCTION = {app}.plus,"
    " LEFTARG = bigint, RIGHTARG = bigint);"
)
PLANNED = {
    "an index predicate": (
        "CREATE INDEX mine ON {app}.note (person_id) WHERE id > {app}.evil(0)",
        "i index app.mine runs function app.evil(bigint)",
    ),
    "an index expression": (
        "CREATE INDEX mine ON {app}.note ({app}.evil(id))",
        "i index app.mine runs function app.evil(bigint)",
    ),
    "an operator": (
        "CREATE INDEX mine ON {app}.note ((id OPERATOR({app}.+) id))",
        "i index app.mine runs operator app.+(bigint,bigint)",
    ),
    "statistics": (
        "CREATE STATISTICS {app}.mine ON ({app}.evil(id)) FROM {app}.note",
        "i statistics object app.mine runs function app.evil(bigint)",
    ),
    "a CHECK": (
        "ALTER TABLE {app}.note ADD CONSTRAINT mine CHECK (id > {app}.evil(0)) NOT VALID",
        "i constraint mine on table app.note runs function app.evil(bigint)",
    ),
    "a policy": (
        "CREATE POLICY mine ON {app}.note USING (id > {app}.evil(0))",
        "i policy mine on table app.note runs function app.evil(bigint)",
    ),
    "a default": (
        "ALTER TABLE {app}.note ALTER person_id SET DEFAULT {app}.evil(0)",
        "i default value for column person_id of table app.note runs function app.evil(bigint)",
    ),
}


@pytest.mark.parametrize("case", MENDED)
def test_what_nobody_asked_for_is_undone(wall: Wall, case: str) -> None:
    statements, expected = MENDED[case]
    _run(wall, statements)

    lines = [_neutral(line, wall) for line in wall.lines()]
    wall.apply()

    assert lines == expected
    assert wall.lines() == []
    assert [line for line in wall.findings() if not line.startswith("! foreign-data")] == []


@pytest.mark.parametrize("case", FOUND)
def test_what_people_decide_on_is_named_with_what_undoes_it(wall: Wall, case: str) -> None:
    statements, expected = FOUND[case]
    _run(wall, statements)

    wall.apply()
    found = [each for each in _found(wall) if not each.notice]
    for finding in found:
        statement = re.search(r"\b(REVOKE|ALTER (?!ROUTINE .* SECURITY)|DROP).*", finding.hint)
        assert statement
        sql = (
            statement[0]
            .partition(", then")[0]
            .replace("<another role>", "CURRENT_USER")
            .partition(", or ")[0]
        )
        wall.connection.execute(sql.encode())

    assert expected in [_neutral(wall.plain(each), wall) for each in found]
    assert (wall.lines(), wall.findings()) == ([], [])


def test_an_owner_keeps_another_from_dropping_what_is_his_until_the_hint_is_followed(
    wall: Wall,
) -> None:
    _run(wall, FOUND["a default that names another schema's index by its number"][0])
    drop = "ALTER TABLE {hub}.badge DROP CONSTRAINT badge_pkey"

    before = wall.refusal("hub_owner", drop)
    (found,) = _found(wall)
    wall.connection.execute(found.hint.encode())

    assert (before, wall.refusal("hub_owner", drop)) == ("2BP01", None)


def test_what_an_owner_hangs_on_a_function_of_a_check_does_not_keep_it_when_the_key_is_gone(
    wall: Wall,
) -> None:
    functions = "SELECT oid::text FROM pg_proc WHERE pronamespace = 'appschemas_keys'::regnamespace"
    for number, (oid,) in enumerate(wall.run(functions).fetchall()):
        wall.run(
            f"ALTER TABLE {{board}}.tile ADD COLUMN d{number} text DEFAULT"
            f" '{oid}'::regprocedure::text"
        )
    named = [line for line in wall.findings() if ", of another schema, which " in line]
    wall.run("DROP TABLE {app}.note CASCADE")
    tables = frozenset(each for each in wall.installed.tables if each[1] != "note")
    without = replace(wall, installed=ModelState(tables))

    without.apply()

    assert len(named) == number + 1
    assert (without.lines(), without.findings()) == ([], [])
    assert wall.run(functions).fetchall() == []


def test_the_table_of_a_cache_is_somebodys(wall: Wall, settings: Any) -> None:
    backend = "django.core.cache.backends.db.DatabaseCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "kept"}}
    wall.run("SET ROLE {app_owner}; CREATE TABLE {app}.kept (); RESET ROLE")
    installed = replace(wall.installed, unmanaged=frozenset({(f"{wall.prefix}_app", "kept")}))

    assert wall.findings() == ["i table app.kept is of no installed model"]
    assert replace(wall, installed=installed).findings() == []
    assert ("engine_platform", "kept") in ModelState.of(get_contract()).unmanaged


def test_a_table_whose_rows_are_anothers_and_that_no_check_sees_is_named(wall: Wall) -> None:
    wall.run("SET ROLE {app_owner}; CREATE TABLE {app}.heir () INHERITS ({app}.note); RESET ROLE")
    wall.run("INSERT INTO {app}.heir (id, person_id) VALUES (9, 77)")

    found = [each for each in _found(wall) if not each.notice]
    said = [wall.plain(each) for each in found]
    wall.connection.execute(found[0].hint.partition(", then")[0].encode())

    assert said == [
        "! app.heir inherits from app.note: its rows are rows of that, and no check sees them",
        "! 1 row holds 1 key that the other side does not have: app.note.person_id -> "
        "hub.person.id, such as 77",
    ]
    assert wall.findings() == ["i table app.heir is of no installed model"]


def test_a_built_in_function_with_its_owner_s_rights_is_found_until_it_has_them_no_more(
    wall: Wall,
) -> None:
    function = "pg_catalog.query_to_xml(text, boolean, boolean, text)"
    wall.run(f"ALTER FUNCTION {function} SECURITY DEFINER")

    (found,) = [each for each in _found(wall) if "query_to_xml" in str(each)]
    assert "runs with the rights of" in str(found)
    wall.connection.execute(found.hint.partition(", or: ")[2].encode())
    assert wall.findings() == []


@pytest.mark.parametrize(
    ("statements", "seen"),
    [
        ("GRANT EXECUTE ON FUNCTION {0} TO PUBLIC", "- revoke EXECUTE on function {0} from PUBLIC"),
        ("ALTER FUNCTION {0} OWNER TO {migrator}",
         "~ change owner of function {0} from migrator to hub_keys"),
    ],
)  # fmt: skip
def test_what_counts_as_an_extension_s_is_compared_all_the_same(
    wall: Wall, statements: str, seen: str
) -> None:
    (name,) = wall.run(
        "SELECT p.oid::regprocedure::text FROM pg_proc p"
        " WHERE proname LIKE 'note\\_%check_insert_v2'"
    ).fetchone()
    wall.run(statements.replace("{0}", name) + f"; ALTER EXTENSION plpgsql ADD FUNCTION {name}")
    (found,) = [each for each in _found(wall) if not each.notice]
    lines = wall.lines()

    wall.apply()
    wall.connection.execute(found.hint.encode())

    assert str(found).startswith(f"! function {name} counts as a part of extension plpgsql")
    assert lines[0] == seen.replace("{0}", name)
    assert (wall.lines(), wall.findings()) == ([], [])


def test_what_is_named_of_a_conversion_drops_it(wall: Wall) -> None:
    wall.run(
        """SET ROLE {app_owner}; CREATE DEFAULT CONVERSION {app}."of ours" FOR 'LATIN1' TO 'UTF8'"""
        " FROM iso8859_1_to_utf8; RESET ROLE"
    )
    (found,) = _found(wall)

    wall.connection.execute(found.hint.rpartition(": ")[2].encode())

    assert "conversion" in found.text
    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_table_that_counts_as_an_extension_s_gets_its_owner_and_its_check_back(
    wall: Wall,
) -> None:
    wall.run(
        "ALTER TABLE {app}.note OWNER TO {migrator}; ALTER TABLE {app}.note DISABLE TRIGGER USER;"
        "ALTER EXTENSION plpgsql ADD TABLE {app}.note"
    )

    done = [wall.plain(change) for change in wall.apply()]
    wall.run("ALTER EXTENSION plpgsql DROP TABLE {app}.note")

    assert done[0] == "~ change owner of app.note from migrator to app_owner"
    assert (wall.lines(), wall.findings()) == ([], [])


@pytest.mark.parametrize(
    ("statements", "thing"),
    [
        (
            "CREATE FUNCTION public.mine() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
            "CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION public.mine();"
            "ALTER EXTENSION plpgsql ADD EVENT TRIGGER mine",
            "event trigger mine",
        ),
        (
            "CREATE CAST (bigint AS boolean) WITH INOUT;"
            "ALTER EXTENSION plpgsql ADD CAST (bigint AS boolean)",
            "cast from bigint to boolean",
        ),
    ],
)
def test_what_an_extension_hides_is_named_and_seen_by_its_kind_once_the_hint_is_followed(
    wall: Wall, statements: str, thing: str
) -> None:
    wall.run(statements)
    (found,) = [each for each in _found(wall) if not each.notice]

    wall.connection.execute(found.hint.encode())

    assert str(found).startswith(f"! {thing} counts as a part of extension plpgsql")
    assert wall.findings() == [f"! {thing}, which the contract does not name"]


@pytest.mark.parametrize("case", NOTICED)
def test_what_may_be_meant_is_named_and_leaves_the_database_in_step(wall: Wall, case: str) -> None:
    statements, expected = NOTICED[case]
    _run(wall, statements)
    wall.apply()

    plan = verify(wall.connection, wall.contract, wall.installed, keys=True)

    assert [_neutral(wall.plain(each), wall) for each in plan.findings] == [expected]
    assert plan.in_step


@pytest.mark.parametrize("case", PLANNED)
def test_code_of_an_owner_that_planning_runs_is_named(wall: Wall, case: str) -> None:
    statement, expected = PLANNED[case]
    _run(wall, f"{EVIL}{statement}; RESET ROLE")

    found = [line for line in map(wall.plain, _found(wall)) if line.startswith("i")]

    assert f"{expected}, as whoever plans a query of its table" in found


def test_code_in_the_index_of_a_partition_is_named(wall: Wall) -> None:
    _run(
        wall,
        "DROP TABLE {app}.note CASCADE; SET ROLE {app_owner};"
        "CREATE TABLE {app}.note (id bigint, person_id bigint) PARTITION BY RANGE (id);"
        "CREATE TABLE {app}.note_1 PARTITION OF {app}.note FOR VALUES FROM (0) TO (9);"
        + EVIL.partition(";")[2]
        + "CREATE INDEX mine ON {app}.note_1 (person_id) WHERE id > {app}.evil(0); RESET ROLE",
    )
    wall.apply()

    notices = [wall.plain(each) for each in _found(wall)]

    assert notices == [
        "i index app.mine runs function app.evil(bigint), as whoever plans a query of its table",
        "! the keys of app.note may be more than were looked up: index app.mine calls code that may"
        " say something else of rows than when they came",
    ]


def test_an_owner_that_cannot_name_its_schema_gets_that_back_before_it_grants(wall: Wall) -> None:
    _run(wall, "REVOKE USAGE ON SCHEMA {board} FROM {board_owner}")
    _run(wall, "REVOKE SELECT ON {board}.tile FROM {board_ro}")

    lines = wall.lines()
    wall.apply()

    assert lines == [
        "+ grant USAGE on board to board_owner, whose it is",
        "+ grant SELECT on board.* to board_ro",
    ]
    assert wall.lines() == []


@pytest.mark.parametrize("schema", ["hub", "appschemas_asked"])
def test_who_becomes_the_owner_again_has_all_that_an_owner_has(wall: Wall, schema: str) -> None:
    place = f"{{{schema}}}" if schema == "hub" else schema
    _run(wall, f"ALTER SCHEMA {place} OWNER TO {{hub_rw}}")
    _run(wall, f"REVOKE USAGE ON SCHEMA {place} FROM {{hub_rw}}")

    wall.apply()

    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_function_planted_beside_the_checks_is_dropped(wall: Wall) -> None:
    _run(wall, "CREATE FUNCTION appschemas_keys.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'")

    lines = wall.lines()
    wall.apply()

    assert lines[-1] == "- drop function appschemas_keys.mine(): of no key"
    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_view_that_the_contract_lets_read_is_nobodys_breach(wall: Wall) -> None:
    _run(
        wall,
        "CREATE VIEW {board}.notes AS SELECT * FROM {app}.note;"
        "ALTER VIEW {board}.notes OWNER TO {board_owner}",
    )
    wall.apply()

    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_view_over_several_schemas_has_the_place_that_its_hint_names(wall: Wall) -> None:
    _run(
        wall,
        "CREATE VIEW public.tiles AS SELECT id FROM {app}.note LEFT JOIN {board}.tile USING (id)",
    )
    hints = [each.hint for each in _found(wall) if "view public.tiles shows rows" in str(each)]

    wall.run("ALTER VIEW public.tiles SET (security_invoker = true)")
    wall.run("ALTER VIEW public.tiles SET SCHEMA {board}")
    wall.run("ALTER VIEW {board}.tiles OWNER TO {board_owner}")
    wall.apply()

    told = "where code needs it, let a schema that reads what it shows have it, with the rights of "
    assert hints
    assert all(hint.startswith(f"{told}whoever asks it; if nobody") for hint in hints)
    assert (wall.lines(), wall.findings()) == ([], [])
    assert wall.refusal("board_rw", "SELECT id FROM {board}.tiles") is None
    assert wall.refusal("hub_rw", "SELECT id FROM {board}.tiles") == "42501"


def test_an_ordinary_login_sees_all_of_it(wall: Wall) -> None:
    for statements, _ in (*MENDED.values(), *FOUND.values()):
        with wall.connection.transaction(force_rollback=True):
            _run(wall, statements)
            ours = make_plan(wall.connection, wall.contract, wall.installed)
            wall.run("SET LOCAL ROLE {application}")
            theirs = make_plan(wall.connection, wall.contract, wall.installed)

            assert [*map(str, theirs.changes)] == [*map(str, ours.changes)]
            assert [*map(str, theirs.findings)] == [*map(str, ours.findings)]


def test_what_the_servers_configuration_says_is_named() -> None:
    with throwaway() as server:
        login: dict[str, Any] = {**conninfo_to_dict(server.url()), "autocommit": True}
        with psycopg.connect(**login) as administrator:
            administrator.execute("ALTER SYSTEM SET row_security = off")
            administrator.execute("SELECT pg_reload_conf()")
        with built(login) as wall:
            wall.apply()
            wall.run(TABLES)
            wall.apply()
            (finding,) = _found(wall)
            wall.connection.execute(finding.hint.partition(", then")[0].encode())
            wall.connection.execute("SELECT pg_reload_conf()")
            with psycopg.connect(**{**login, "dbname": wall.prefix}) as again:
                left = replace(wall, connection=again).findings()

    assert str(finding) == "! the server starts every session with row_security = off"
    assert left == []


def test_more_tables_take_no_more_queries(wall: Wall) -> None:
    few = _statements_of_a_plan(wall)
    for number in range(20):
        wall.run(f"SET ROLE {{app_owner}}; CREATE TABLE {{app}}.extra_{number} (id int)")
    wall.run("RESET ROLE")

    assert _statements_of_a_plan(wall) == few


def test_every_kind_has_a_query_and_stands_in_the_reference() -> None:
    page = (Path(__file__).parents[4] / "docs/reference/findings.md").read_text(encoding="utf-8")

    assert KINDS.keys() == queries("deviations.sql", "appschemas.database").keys()
    assert [name for name in KINDS if f"`{name}`" not in page] == []


# Private
# -------


def _run(wall: Wall, statements: str) -> None:
    wall.run(statements.replace("{login}", "{app_login}"))


def _found(wall: Wall) -> list[Any]:
    return list(verify(wall.connection, wall.contract, wall.installed, keys=True).findings)


def _statements_of_a_plan(wall: Wall) -> int:
    count = 0

    class Counting(psycopg.Cursor[Any]):
        def execute(self, *args: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            return super().execute(*args, **options)

    factory, wall.connection.cursor_factory = wall.connection.cursor_factory, Counting
    try:
        wall.plan()
    finally:
        wall.connection.cursor_factory = factory
    return count


def _neutral(line: str, wall: Wall) -> str:
    user = wall.connection.info.user
    line = line.replace(f"of {user},", "of USER,").replace("app_login", "login")
    line = line.replace(f"of {user} in", "of USER in")
    return line.replace(f"database {wall.prefix}", "database DATABASE")
