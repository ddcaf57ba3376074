"""Drift: each way to leave the contract is seen, named, and taken back by applying again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from appschemas.database.apply.verify import verify
from tests.tools.walls import Wall

DRIFTS = {
    "extra grant on every table": (
        "GRANT SELECT ON ALL TABLES IN SCHEMA {hub} TO {app_rw}",
        ["- revoke SELECT on hub.* from app_rw"],
    ),
    "extra grant on one table": (
        "GRANT DELETE, TRUNCATE ON {hub}.person TO {board_ro}",
        ["- revoke DELETE, TRUNCATE on hub.person from board_ro"],
    ),
    "extra grant on a column": (
        "GRANT SELECT (name) ON {hub}.person TO {app_rw}",
        ["- revoke SELECT on hub.person (name) from app_rw"],
    ),
    "grant to PUBLIC": (
        "GRANT SELECT ON {hub}.person TO PUBLIC",
        ["- revoke SELECT on hub.person from PUBLIC"],
    ),
    "grant to a stranger": (
        "CREATE ROLE {stranger}; GRANT USAGE ON SCHEMA {hub} TO {stranger}",
        ["- revoke USAGE on schema hub from stranger"],
    ),
    "grant passed on": (
        "GRANT SELECT ON {app}.tag TO {hub_rw} WITH GRANT OPTION; GRANT USAGE ON SCHEMA {app} TO"
        " {hub_rw}; SET ROLE {hub_rw}; GRANT SELECT ON {app}.tag TO {hub_ro}; RESET ROLE",
        [
            "- revoke SELECT on app.tag from hub_ro (granted by hub_rw)",
            "- revoke USAGE on schema app from hub_rw",
            "- revoke SELECT WITH GRANT OPTION on app.tag from hub_rw",
        ],
    ),
    "wanted grant with an option": (
        "GRANT SELECT ON {app}.tag TO {app_ro} WITH GRANT OPTION",
        [
            "- revoke SELECT WITH GRANT OPTION on app.tag from app_ro",
            "+ grant SELECT on app.tag to app_ro",
        ],
    ),
    "missing grant on a table": (
        "REVOKE UPDATE ON {app}.note FROM {app_rw}",
        ["+ grant UPDATE on app.note to app_rw"],
    ),
    "missing grant on a sequence": (
        "REVOKE USAGE ON {hub}.badge_id_seq FROM {hub_rw}",
        ["+ grant USAGE on sequence hub.badge_id_seq to hub_rw"],
    ),
    "missing grant of a reader": (
        "REVOKE SELECT ON ALL TABLES IN SCHEMA {app} FROM {board_rw}",
        ["+ grant SELECT on app.* to board_rw"],
    ),
    "missing USAGE": (
        "REVOKE USAGE ON SCHEMA {hub} FROM {hub_keys}",
        ["+ grant USAGE on schema hub to hub_keys"],
    ),
    "temporary tables": (
        "GRANT TEMPORARY ON DATABASE {database} TO PUBLIC",
        ["- revoke TEMPORARY on database DATABASE from PUBLIC"],
    ),
    "CREATE in public": (
        "GRANT CREATE ON SCHEMA public TO PUBLIC, {app_rw}",
        ["- revoke CREATE on schema public from PUBLIC, app_rw"],
    ),
    "moved table": (
        "ALTER TABLE {hub}.badge OWNER TO {app_owner}",
        ["~ change owner of hub.badge from app_owner to hub_owner"],
    ),
    "moved schema": (
        "ALTER SCHEMA {hub} OWNER TO {migrator}",
        ["~ change owner of schema hub from migrator to hub_owner"],
    ),
    "table of the administrator's": (
        "CREATE TABLE {app}.extra ()",
        [
            "~ change owner of app.extra from USER to app_owner",
            "+ grant SELECT on app.extra to app_ro, board_ro, board_rw",
            "+ grant SELECT, INSERT, UPDATE, DELETE on app.extra to app_rw",
        ],
    ),
    "default privileges removed": (
        "ALTER DEFAULT PRIVILEGES FOR ROLE {app_owner} IN SCHEMA {app}"
        " REVOKE SELECT ON TABLES FROM {board_rw}",
        ["+ grant SELECT on new tables of app_owner to board_rw"],
    ),
    "default privileges added": (
        "ALTER DEFAULT PRIVILEGES FOR ROLE {app_owner} GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
        ["- revoke EXECUTE on new functions of app_owner from PUBLIC"],
    ),
    "membership lost": (
        "REVOKE {hub_rw} FROM {application}",
        ["+ grant role hub_rw to application"],
    ),
    "membership too many": (
        "GRANT {hub_owner} TO {app_rw}",
        ["- revoke role hub_owner from app_rw"],
    ),
    "membership in another role": (
        "GRANT pg_read_all_data TO {app_ro}",
        ["- revoke role pg_read_all_data from app_ro"],
    ),
    "role that may too much": (
        "ALTER ROLE {app_rw} LOGIN CREATEDB BYPASSRLS",
        ["~ alter role app_rw: NOLOGIN NOCREATEDB NOBYPASSRLS"],
    ),
    "function open to all": (
        "CREATE FUNCTION {app}.mine() RETURNS int LANGUAGE sql AS 'SELECT 1';"
        "ALTER FUNCTION {app}.mine() OWNER TO {app_owner};"
        "GRANT EXECUTE ON FUNCTION {app}.mine() TO {app_rw}",
        ["- revoke EXECUTE on functions app.* from PUBLIC"],
    ),
}


@pytest.mark.parametrize("drift", DRIFTS)
def test_drift_is_named_and_taken_back(wall: Wall, drift: str) -> None:
    statements, expected = DRIFTS[drift]
    wall.run(statements)

    before = [_neutral(line, wall) for line in wall.lines()]
    wall.apply()

    assert before == expected
    assert wall.lines() == []


# The checks of keys
# ------------------


def _trigger(wall: Wall, ending: str) -> str:
    (name,) = wall.connection.execute(
        "SELECT tgname FROM pg_catalog.pg_trigger WHERE tgname LIKE 'note\\_%%' AND tgname LIKE %s",
        [f"%{ending}"],
    ).fetchone()
    return f'"{name}"'


def _function(wall: Wall, ending: str) -> str:
    (name,) = wall.connection.execute(
        "SELECT p.oid::regprocedure::text FROM pg_catalog.pg_proc p"
        " WHERE proname LIKE 'note\\_%%' AND proname LIKE %s",
        [f"%{ending}"],
    ).fetchone()
    return str(name)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("ALTER TABLE {{app}}.note DISABLE TRIGGER {}", "~ enable trigger"),
        ("ALTER TABLE {{app}}.note ENABLE REPLICA TRIGGER {}", "~ enable trigger"),
        ("DROP TRIGGER {} ON {{app}}.note", "+ create trigger"),
        ("COMMENT ON TRIGGER {} ON {{app}}.note IS NULL", "~ create trigger"),
    ],
)
def test_a_trigger_that_does_not_fire_is_repaired(wall: Wall, change: str, expected: str) -> None:
    wall.run(change.format(_trigger(wall, "_insert")))

    repair, look_up = wall.lines()
    wall.apply()

    assert repair.startswith(expected)
    assert look_up == "~ look up every key of app.note (person_id) in hub"
    assert wall.lines() == []


def test_an_orphan_that_came_in_meanwhile_is_found_and_keeps_the_check_from_coming_back(
    wall: Wall,
) -> None:
    from appschemas.exceptions import AppSchemasError

    wall.run(f"ALTER TABLE {{app}}.note DISABLE TRIGGER {_trigger(wall, '_insert')}")
    wall.run("INSERT INTO {app}.note (person_id) VALUES (7)")

    found = wall.findings()

    assert found == [
        "! 1 row holds 1 key that the other side does not have: "
        "app.note.person_id -> hub.person.id, such as 7"
    ]
    with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
        wall.apply()


@pytest.mark.parametrize(
    ("function", "change", "expected"),
    [
        ("_check_insert_v2", "ALTER FUNCTION {} SECURITY INVOKER", "SECURITY DEFINER"),
        ("_check_insert_v2", "ALTER FUNCTION {} SET search_path = public", "SET"),
        ("_holds_v2", "ALTER FUNCTION {} SET row_security = on", "SET"),
        ("_check_insert_v2", "ALTER FUNCTION {} STABLE", "body"),
        ("_check_insert_v2", "COMMENT ON FUNCTION {} IS 'mine'", "fingerprint"),
        ("_missing_v2", "ALTER FUNCTION {} STRICT PARALLEL SAFE", "STRICT, PARALLEL"),
        ("_holds_v2", "ALTER FUNCTION {} LEAKPROOF", "LEAKPROOF"),
    ],
)
def test_an_altered_function_is_replaced_and_the_keys_looked_up(
    wall: Wall, function: str, change: str, expected: str
) -> None:
    wall.run(change.format(_function(wall, function)))

    line, look_up = wall.lines()
    wall.apply()

    assert line.startswith("~ replace function ")
    assert line.endswith(f"{function}: {expected} altered")
    assert look_up == "~ look up every key of app.note (person_id) in hub"
    assert wall.lines() == []


@pytest.mark.parametrize("grantee", ["PUBLIC", "{board_rw}", "{hub_rw}"])
def test_execute_on_a_check_is_for_the_other_owner_alone(wall: Wall, grantee: str) -> None:
    wall.run(f"GRANT EXECUTE ON FUNCTION {_function(wall, '_check_insert_v2')} TO {grantee}")

    (line,) = wall.lines()
    wall.apply()

    assert line.startswith("- revoke EXECUTE on function appschemas_keys.note_")
    assert wall.lines() == []


def test_a_lost_execute_is_granted_again(wall: Wall) -> None:
    wall.run(f"REVOKE EXECUTE ON FUNCTION {_function(wall, '_check_insert_v2')} FROM {{app_owner}}")

    (line,) = wall.lines()

    assert line.startswith("+ grant EXECUTE on function appschemas_keys.note_")


def test_a_function_of_another_owner_is_given_back(wall: Wall) -> None:
    wall.run(f"ALTER FUNCTION {_function(wall, '_holds_v2')} OWNER TO {{migrator}}")

    line, *_ = wall.lines()
    wall.apply()

    assert line.endswith("from migrator to app_keys")
    assert wall.lines() == []


# What is only reported
# ---------------------

FINDINGS = {
    "foreign key across": (
        "ALTER TABLE {app}.note ADD CONSTRAINT across FOREIGN KEY (person_id)"
        " REFERENCES {hub}.person",
        "! foreign key across of app.note leaves its schema for hub.person",
    ),
    "table outside": (
        "CREATE TABLE public.lost (); ALTER TABLE public.lost OWNER TO {app_owner}",
        "! public.lost belongs to app_owner and lies in no schema of the contract",
    ),
    "table in public": (
        "ALTER TABLE {app}.tag SET SCHEMA public; ALTER TABLE public.tag OWNER TO CURRENT_USER",
        "! table tag lies in public and not in app",
    ),
    "table of another schema": (
        "ALTER TABLE {app}.tag SET SCHEMA {hub}; ALTER TABLE {hub}.tag OWNER TO {hub_owner}",
        "! table tag lies in hub and not in app",
    ),
    "table missing": (
        "DROP TABLE {board}.tile",
        "! 1 table of its models not there: tile",
    ),
    "stranger as a member": (
        "CREATE ROLE {stranger}; GRANT {hub_rw} TO {stranger}",
        "! stranger is a member of hub_rw, which the contract does not say",
    ),
    "application as a member": (
        "GRANT pg_read_all_data TO {application}",
        "! application is a member of pg_read_all_data, which the contract does not say",
    ),
    "foreign keys switched off": (
        "ALTER TABLE {hub}.badge ADD UNIQUE (id); ALTER TABLE {app}.tag ADD parent bigint"
        " REFERENCES {app}.tag; ALTER TABLE {app}.tag DISABLE TRIGGER ALL",
        "! the foreign keys of app.tag are switched off",
    ),
}


@pytest.mark.parametrize("case", FINDINGS)
def test_what_needs_a_human_is_reported_and_left_alone(wall: Wall, case: str) -> None:
    statements, expected = FINDINGS[case]
    wall.run(statements)
    wall.run("SET CONSTRAINTS ALL IMMEDIATE")

    wall.apply()

    assert expected in wall.findings()


def test_nobody_is_told_to_drop_a_table_that_is_only_in_another_schema(wall: Wall) -> None:
    wall.run("ALTER TABLE {app}.tag SET SCHEMA {hub}; ALTER TABLE {hub}.tag OWNER TO {hub_owner}")

    found = verify(wall.connection, wall.contract, wall.installed, keys=True).findings

    (hint,) = [each.hint for each in found if "lies in" in str(each)]
    assert hint.endswith("manage.py schema_move --apply")
    assert not [each for each in found if "tag is of no installed model" in str(each)]


def test_a_key_that_lost_its_index_is_told(wall: Wall) -> None:
    key = (f"{wall.prefix}_app", "note", "person_id")
    indexed = replace(wall, installed=replace(wall.installed, indexed=frozenset({key})))
    wall.run("CREATE INDEX held ON {app}.note (person_id)")
    before = indexed.findings()

    wall.run("DROP INDEX {app}.held; CREATE INDEX ON {app}.note (person_id) WHERE id > 7")

    assert before == []
    assert indexed.findings() == [
        "i no index begins with app.note.person_id, which holds keys: whoever deletes a row of the "
        "other side reads the whole table"
    ]


def test_a_person_may_be_a_member_of_a_reading_role(wall: Wall) -> None:
    wall.run("CREATE ROLE {stranger}; GRANT {hub_ro} TO {stranger}")

    assert (wall.lines(), wall.findings()) == ([], [])


def test_public_stays_open_while_it_holds_tables_of_the_contract(wall: Wall) -> None:
    wall.run("ALTER TABLE {app}.tag SET SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC")

    assert not [line for line in wall.lines() if "public" in line]


def test_a_check_that_no_model_needs_any_more_is_reported(wall: Wall) -> None:
    without = Wall(
        wall.connection,
        wall.prefix,
        wall.contract,
        type(wall.installed)(wall.installed.tables),
    )

    kinds = {finding.split()[1] for finding in without.findings()}

    assert (without.lines(), kinds) == ([], {"trigger", "function"})


# Private
# -------


def _neutral(line: str, wall: Wall) -> str:
    user = wall.connection.info.user
    return line.replace(f"database {wall.prefix}", "database DATABASE").replace(
        f"from {user} ", "from USER "
    )
