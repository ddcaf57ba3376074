"""Applying a contract to a real database."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from psycopg import errors
from psycopg.sql import SQL, Identifier

from appschemas.exceptions import AppSchemasError, LockNotGranted
from tests.tools.stepping import BLOCKED
from tests.tools.walls import TABLES, Wall, built


def test_applying_twice_changes_nothing_the_second_time(bare: Wall) -> None:
    bare.apply()

    assert bare.apply() == ()


def test_one_pass_is_enough_for_an_empty_database(bare: Wall) -> None:
    promised = [str(change) for change in bare.plan().changes]

    done = [str(change) for change in bare.apply()]

    assert done == promised


def test_tables_made_by_their_owner_are_in_step_without_another_apply(bare: Wall) -> None:
    bare.apply()

    bare.run(TABLES)

    assert {line[:8] for line in bare.lines()} == {"+ create", "+ grant ", "~ look u"}


def test_what_is_applied_has_no_findings(wall: Wall) -> None:
    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_key_without_a_row_is_refused_once_the_checks_are_there(wall: Wall) -> None:
    wall.run("INSERT INTO {app}.note (person_id) VALUES (7)")

    with pytest.raises(errors.ForeignKeyViolation):
        wall.run("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        ("app_rw", "SELECT FROM {hub}.person"),
        ("app_rw", "SELECT FROM {board}.tile"),
        ("app_rw", "TRUNCATE {app}.tag"),
        ("app_rw", "CREATE TABLE {app}.mine ()"),
        ("app_rw", "CREATE TABLE public.mine ()"),
        ("app_rw", "CREATE TEMPORARY TABLE mine ()"),
        ("app_rw", "CREATE SCHEMA mine"),
        ("app_rw", "ALTER TABLE {app}.tag DISABLE TRIGGER ALL"),
        ("app_rw", "DROP TABLE {app}.tag"),
        ("app_ro", "INSERT INTO {app}.tag DEFAULT VALUES"),
        ("app_ro", "SELECT FROM {hub}.person"),
        ("board_rw", "INSERT INTO {app}.tag DEFAULT VALUES"),
        ("board_rw", "SELECT FROM {hub}.person"),
        ("hub_rw", "SELECT FROM {app}.note"),
        ("app_owner", "SELECT FROM {hub}.person"),
        ("app_owner", "CREATE TABLE {hub}.mine ()"),
        ("board_owner", "SELECT FROM {hub}.person"),
        ("application", "SELECT FROM {hub}.person"),
        ("migrator", "SELECT FROM {hub}.person"),
        ("migrator", "CREATE TABLE {extensions}.mine ()"),
    ],
)
def test_the_database_refuses(wall: Wall, role: str, statement: str) -> None:
    assert wall.refusal(role, statement) == "42501"


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        ("app_rw", "INSERT INTO {app}.tag DEFAULT VALUES"),
        ("app_rw", "UPDATE {app}.note SET person_id = NULL"),
        ("app_rw", "DELETE FROM {app}.tag"),
        ("app_rw", "SELECT setval(pg_get_serial_sequence('{app}.tag', 'id'), 9)"),
        ("hub_rw", "INSERT INTO {hub}.badge DEFAULT VALUES"),
        ("app_ro", "SELECT FROM {app}.note"),
        ("board_rw", "SELECT FROM {app}.note"),
        ("board_ro", "SELECT FROM {app}.note"),
        ("app_owner", "CREATE TABLE {app}.more ()"),
    ],
)
def test_the_database_allows(wall: Wall, role: str, statement: str) -> None:
    assert wall.refusal(role, statement) is None


@pytest.mark.parametrize(("login", "role"), [("application", "hub_rw"), ("migrator", "app_owner")])
def test_a_login_may_act_as_its_roles(
    wall: Wall, as_login: Callable[[str], None], login: str, role: str
) -> None:
    as_login(login)

    assert wall.refusal(role, "SELECT 1") is None


def test_the_application_may_not_act_as_an_owner(
    wall: Wall, as_login: Callable[[str], None]
) -> None:
    as_login("application")

    assert wall.refusal("app_owner", "SELECT 1") == "42501"


# Who applies
# -----------


def _administered(wall: Wall, attributes: str = "CREATEROLE") -> None:
    wall.run(f"CREATE ROLE {{stranger}} LOGIN {attributes}")
    wall.run("ALTER DATABASE {database} OWNER TO {stranger}")
    wall.run("SET SESSION AUTHORIZATION {stranger}")


def test_a_database_owner_with_createrole_needs_no_superuser(bare: Wall) -> None:
    _administered(bare)
    bare.apply()
    bare.run("RESET SESSION AUTHORIZATION")
    bare.run(TABLES)

    bare.run("SET SESSION AUTHORIZATION {stranger}")
    bare.apply()

    assert (bare.lines(), bare.findings()) == ([], [])


def test_what_the_administrator_lent_itself_is_given_back(bare: Wall) -> None:
    _administered(bare)

    bare.apply()

    assert bare.refusal("hub_owner", "SELECT 1") == "42501"


def test_who_may_not_read_the_keys_is_told_who_may(
    wall: Wall, as_login: Callable[[str], None]
) -> None:
    as_login("application")

    assert wall.findings() == ["! the identity keys were not looked up: this login may not"]


def test_a_migrator_that_administers_stays_a_member_of_the_owners(bare: Wall) -> None:
    bare.run("CREATE ROLE {migrator} LOGIN NOINHERIT CREATEROLE")
    bare.run("ALTER DATABASE {database} OWNER TO {migrator}")
    bare.run("SET SESSION AUTHORIZATION {migrator}")

    bare.apply()

    assert (bare.lines(), bare.refusal("hub_owner", "SELECT 1")) == ([], None)
    assert bare.findings()[0].startswith("! migrator is the login in use and should be NOCREATE")


def test_without_createrole_the_error_says_what_is_needed(bare: Wall) -> None:
    _administered(bare, attributes="")

    with pytest.raises(AppSchemasError, match=r'ALTER ROLE ".*_stranger" CREATEROLE'):
        bare.apply()


def test_without_createrole_what_needs_no_role_changed_still_works(
    wall: Wall, as_login: Callable[[str], None]
) -> None:
    wall.run("GRANT SELECT ON ALL TABLES IN SCHEMA {hub} TO {app_rw}")
    as_login("migrator")

    done = [wall.plain(change) for change in wall.apply()]

    assert done == ["- revoke SELECT on hub.* from app_rw"]


def test_a_login_that_may_do_nothing_is_told_what_it_lacks(
    wall: Wall, as_login: Callable[[str], None]
) -> None:
    wall.run("GRANT SELECT ON ALL TABLES IN SCHEMA {hub} TO {app_rw}")
    as_login("application")

    with pytest.raises(AppSchemasError, match=r'GRANT ".*_hub_owner" TO ".*" WITH ADMIN'):
        wall.apply()


def test_public_is_for_the_owner_of_the_database_to_close(
    wall: Wall, as_login: Callable[[str], None]
) -> None:
    wall.run("GRANT CREATE ON SCHEMA public TO PUBLIC")
    as_login("migrator")

    with pytest.raises(AppSchemasError, match="Apply as the owner of the database"):
        wall.apply()


# Passwords
# ---------


def _verifier(wall: Wall, role: str) -> str | None:
    rows = wall.connection.execute(
        "SELECT rolpassword FROM pg_catalog.pg_authid WHERE rolname = %s", [f"{wall.prefix}_{role}"]
    )
    verifier: str | None = rows.fetchone()[0]
    return verifier


def test_a_new_login_gets_its_password_as_a_verifier(bare: Wall) -> None:
    bare.apply(passwords={f"{bare.prefix}_application": "open sesame"})

    assert (_verifier(bare, "application") or "").startswith("SCRAM-SHA-256$")
    assert _verifier(bare, "migrator") is None


def test_an_old_login_keeps_its_password(wall: Wall) -> None:
    wall.apply(passwords={f"{wall.prefix}_application": "open sesame"})

    assert _verifier(wall, "application") is None


def test_an_old_login_gets_a_password_when_that_is_asked_for(wall: Wall) -> None:
    passwords = {f"{wall.prefix}_application": "open sesame", "somebody": "else"}

    wall.apply(passwords=passwords, set_passwords=True)

    assert _verifier(wall, "application") is not None


# Others at work
# --------------


def test_a_lock_that_somebody_holds_is_waited_for_only_so_long(
    bare: Wall, server: dict[str, Any]
) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run("ALTER TABLE {app}.tag OWNER TO CURRENT_USER")
    promised = bare.lines()

    with psycopg.connect(**{**server, "dbname": bare.prefix}) as reader, reader.transaction():
        reader.execute(SQL("SELECT FROM {}.tag").format(Identifier(f"{bare.prefix}_app")))
        with pytest.raises(AppSchemasError, match=r"holds a lock .*tag .*Nothing was changed"):
            bare.apply(lock_timeout="50ms")

    assert bare.lines() == promised


def test_an_owner_that_holds_its_table_keeps_a_check_from_being_made_and_leaves_none_of_it(
    bare: Wall, server: dict[str, Any]
) -> None:
    bare.apply()
    bare.run(TABLES)
    promised = bare.lines()

    with psycopg.connect(**{**server, "dbname": bare.prefix}) as owner, owner.transaction():
        owner.execute(SQL("SET ROLE {}").format(Identifier(f"{bare.prefix}_app_owner")))
        owner.execute(SQL("LOCK {}.note IN SHARE MODE").format(Identifier(f"{bare.prefix}_app")))
        with pytest.raises(AppSchemasError) as refused:
            bare.apply(lock_timeout="50ms")
    message = bare.plain(refused.value)
    assert ", which locks app.note, hub.person" in message
    assert message.endswith("Run it again, or let it try for longer: --retry-for 10min")
    assert bare.lines() == [line for line in promised if not line.startswith("+ grant ")]

    bare.apply()
    assert (bare.lines(), bare.findings()) == ([], [])


def test_who_looks_is_told_of_who_holds_a_table_and_does_not_wait_for_ever(
    bare: Wall, server: dict[str, Any]
) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run("SET lock_timeout = '50ms'")

    with psycopg.connect(**{**server, "dbname": bare.prefix}) as owner, owner.transaction():
        owner.execute(SQL("LOCK {}.note").format(Identifier(f"{bare.prefix}_app")))
        with pytest.raises(LockNotGranted, match="holds a table for himself"):
            bare.plan()
        with pytest.raises(LockNotGranted, match="needs: read the triggers of the tables"):
            bare.apply(lock_timeout="50ms")

    assert (bare.lines(), bare.findings()) == ([], [])


@pytest.mark.parametrize("role", ["app_rw", "app_ro", "app_owner", "hub_keys", "application"])
@pytest.mark.parametrize("mode", ["ACCESS SHARE", "EXCLUSIVE", "ACCESS EXCLUSIVE"])
def test_the_lock_of_apply_is_nobody_else_s_to_hold(wall: Wall, role: str, mode: str) -> None:
    assert wall.refusal(role, f"LOCK TABLE appschemas_keys.applying IN {mode} MODE") == "42501"


def test_an_advisory_lock_keeps_no_apply_out(bare: Wall, server: dict[str, Any]) -> None:
    bare.apply()
    with psycopg.connect(**{**server, "dbname": bare.prefix}) as other:
        other.execute(SQL("SET ROLE {}").format(Identifier(f"{bare.prefix}_app_rw")))
        other.execute("SELECT pg_advisory_lock(7041775)")

        assert bare.apply(lock_timeout="50ms") == ()


@pytest.mark.parametrize("login", ["migrator", None])
def test_one_apply_waits_for_another(bare: Wall, server: dict[str, Any], login: str | None) -> None:
    bare.apply()
    with psycopg.connect(**{**server, "dbname": bare.prefix}) as other, other.transaction():
        other.execute("LOCK TABLE appschemas_keys.applying IN EXCLUSIVE MODE")
        if login:
            bare.run(f"SET SESSION AUTHORIZATION {{{login}}}")
        with pytest.raises(AppSchemasError, match="the lock that keeps two applies apart"):
            bare.apply(lock_timeout="50ms")

    assert bare.apply() == ()


def test_two_applies_of_a_new_database_make_it_once(bare: Wall, server: dict[str, Any]) -> None:
    with psycopg.connect(**{**server, "dbname": bare.prefix}) as connection:
        other = replace(bare, connection=connection)
        with ThreadPoolExecutor() as threads:
            done = list(threads.map(lambda wall: len(wall.apply()), (bare, other)))

    assert sorted(done)[0] == 0
    assert bare.lines() == []


def test_the_lock_of_apply_is_given_back_to_whose_it_is(wall: Wall) -> None:
    wall.run("ALTER TABLE appschemas_keys.applying OWNER TO {app_owner}")
    wall.run("GRANT UPDATE ON appschemas_keys.applying TO {app_rw}")

    lines = wall.lines()
    wall.apply()

    assert lines == [
        "~ change owner of appschemas_keys.applying from app_owner to migrator_keys",
        "- revoke UPDATE on table appschemas_keys.applying from app_rw",
    ]
    assert (wall.lines(), wall.findings()) == ([], [])


def test_what_is_committed_while_it_waits_is_looked_up_whatever_the_isolation(
    bare: Wall, server: dict[str, Any]
) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run("ALTER TABLE {app}.note DISABLE TRIGGER USER")
    bare.run("SET default_transaction_isolation = 'repeatable read'")
    here = {**server, "dbname": bare.prefix}
    with psycopg.connect(**here) as writer, ThreadPoolExecutor() as pool:
        writer.autocommit = False
        insert = SQL("INSERT INTO {}.note (person_id) VALUES (7)")
        writer.execute(insert.format(Identifier(f"{bare.prefix}_app")))
        applying = pool.submit(bare.apply)
        with psycopg.connect(**server) as observer:
            while not observer.execute(BLOCKED, [bare.connection.info.backend_pid]).fetchone()[0]:
                assert not applying.done()
        writer.commit()

        with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
            applying.result()


def test_two_databases_of_one_server_may_be_applied_at_once(
    bare: Wall, server: dict[str, Any]
) -> None:
    start = threading.Barrier(2)

    def applied(wall: Wall) -> int:
        start.wait(timeout=10)
        return len(wall.apply())

    with built(server) as other, ThreadPoolExecutor(2) as pool:
        # The same contract, hence the same roles.
        twin = Wall(other.connection, bare.prefix, bare.contract, bare.installed)
        counts = list(pool.map(applied, [bare, twin]))
        left = twin.lines()

    assert min(counts) > 0
    assert (bare.lines(), left) == ([], [])
