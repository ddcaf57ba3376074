"""Applying while others work: short transactions, what is in the way, and runs that were killed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL

from appschemas.database.apply.attempts import Patience
from appschemas.database.apply.rehearsal import rehearse
from appschemas.database.plan.changes import Change
from appschemas.exceptions import AppSchemasError, LockNotGranted
from tests.tools.stepping import BLOCKED
from tests.tools.walls import TABLES, Wall

HASTE = Patience("50ms", retry_for=1)
ROWS = """
INSERT INTO {hub}.person (id) SELECT generate_series(1, 3);
INSERT INTO {app}.note (person_id) SELECT generate_series(1, 3);
"""


@pytest.fixture
def filled(bare: Wall) -> Wall:
    """Tables with rows, and no check yet."""
    bare.apply()
    bare.run(TABLES)
    bare.run(ROWS)
    return bare


@contextmanager
def another(wall: Wall, server: dict[str, Any], **options: Any) -> Iterator[Wall]:
    """The same database in a session of its own."""
    with psycopg.connect(**{**server, "dbname": wall.prefix, **options}) as connection:
        yield replace(wall, connection=connection)


# Rows that were there before
# ---------------------------


def test_rows_are_looked_up_while_a_client_writes(filled: Wall, server: dict[str, Any]) -> None:
    written = []

    def write(reference: object, keys: int, is_done: bool) -> None:
        with another(filled, server) as client:
            client.run("SET lock_timeout = '50ms'")
            client.run("INSERT INTO {app}.note (person_id) VALUES (1)")
            client.run(
                "DELETE FROM {hub}.person WHERE id NOT IN (SELECT person_id FROM {app}.note)"
            )
            written.append(keys)

    filled.apply(progress=write)

    assert written == [3]
    assert filled.run("SELECT count(*) FROM {app}.note").fetchone() == (4,)
    assert (filled.lines(), filled.findings()) == ([], [])


def test_no_lock_is_held_between_two_steps(filled: Wall, server: dict[str, Any]) -> None:
    held: list[int] = []

    def look(reference: object, keys: int, is_done: bool) -> None:
        with another(filled, server) as client:
            row = client.connection.execute(
                "SELECT count(*) FROM pg_locks WHERE pid = %s AND mode ~ 'Exclusive' "
                "AND locktype = 'relation'",
                [filled.connection.info.backend_pid],
            ).fetchone()
            held.append(row[0] if row else -1)

    filled.apply(progress=look)

    assert held == [0]


def test_an_orphan_is_named_and_its_check_stays(filled: Wall) -> None:
    filled.run("INSERT INTO {app}.note (person_id) VALUES (7)")

    with pytest.raises(AppSchemasError, match=r"1 row holds 1 key .*note.person_id .*such as 7"):
        filled.apply()

    assert filled.refusal("app_rw", "INSERT INTO {app}.note (person_id) VALUES (8);"
                          "SET CONSTRAINTS ALL IMMEDIATE") == "23503"  # fmt: skip
    assert filled.lines() == [
        "~ look up every key of app.note (person_id) in hub: not looked up yet"
    ]


def test_once_the_row_is_mended_the_next_run_only_looks(filled: Wall) -> None:
    filled.run("INSERT INTO {app}.note (person_id) VALUES (7)")
    with pytest.raises(AppSchemasError, match="such as 7"):
        filled.apply()

    filled.run("DELETE FROM {app}.note WHERE person_id = 7")
    done = [filled.plain(change) for change in filled.apply()]

    assert done == ["~ look up every key of app.note (person_id) in hub: not looked up yet"]
    assert (filled.lines(), filled.findings()) == ([], [])


def test_the_mark_of_what_was_not_looked_up_is_no_owners_to_take(filled: Wall) -> None:
    filled.run("INSERT INTO {app}.note (person_id) VALUES (7)")
    with pytest.raises(AppSchemasError, match="such as 7"):
        filled.apply()
    name = filled.run(
        "SELECT proname FROM pg_proc WHERE proname LIKE '%check_insert_v2'"
    ).fetchone()[0]

    for role in ("app_owner", "hub_owner", "app_rw"):
        comment = f'COMMENT ON FUNCTION appschemas_keys."{name}"() IS NULL'
        assert filled.refusal(role, comment) == "42501"


# Killed
# ------


class _Killed(Exception):
    """The process is gone."""


class _Mortal:
    """A connection whose process is killed as it is about to send its statement of that number."""

    def __init__(self, connection: psycopg.Connection[Any], at: int) -> None:
        self._connection, self._left = connection, at
        self.sent = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self.sent += 1
        self._left -= 1
        if not self._left:
            # The server rolls back what was not committed, as it does for a client that is gone.
            self._connection.close()
            raise _Killed
        return self._connection.execute(*args, **kwargs)


def test_killed_at_each_statement_in_turn_the_next_run_completes(
    filled: Wall, server: dict[str, Any]
) -> None:
    number = finished = 0
    while not finished:
        number += 1
        with another(filled, server) as mine:
            mortal = _Mortal(mine.connection, number)
            try:
                replace(mine, connection=mortal).apply()  # type: ignore[arg-type]
                finished = mortal.sent
            except _Killed:
                if not number % 3:
                    # Now and then nobody goes on for a while.
                    continue
        filled.apply()
        assert (filled.lines(), filled.findings()) == ([], [])
        if not finished:
            filled.run("DROP TABLE {app}.note CASCADE")
            filled.run("SET ROLE {app_owner}; CREATE TABLE {app}.note (id bigint GENERATED BY"
                       " DEFAULT AS IDENTITY PRIMARY KEY, person_id bigint);"
                       " INSERT INTO {app}.note (person_id) VALUES (1); RESET ROLE;"
                       " ALTER TABLE {app}.tag OWNER TO CURRENT_USER;"
                       " REVOKE SELECT ON {app}.tag FROM {app_ro}")  # fmt: skip

    assert number > 25


# In the way
# ----------


def test_who_is_in_the_way_is_named(filled: Wall, server: dict[str, Any]) -> None:
    with another(filled, server, application_name="a report") as other:
        with other.connection.transaction():
            other.run("INSERT INTO {app}.note (person_id) VALUES (1)")
            with pytest.raises(LockNotGranted) as caught:
                filled.apply(patience=HASTE)
        pid = other.connection.info.backend_pid

    message = filled.plain(caught.value)
    assert re.search(
        rf"In the way: pid {pid}, user \w+, application a report, "
        r"idle in transaction since \d\d:\d\d:\d\d\.",
        message,
    )
    assert ", which locks app.note, hub.person" in message
    assert message.endswith("--retry-for 10min")


def test_what_was_made_before_stays_and_the_next_run_goes_on(
    filled: Wall, server: dict[str, Any]
) -> None:
    filled.run("REVOKE USAGE ON SCHEMA {hub} FROM {hub_ro}")
    with another(filled, server) as other, other.connection.transaction():
        other.run("INSERT INTO {app}.note (person_id) VALUES (1)")
        with pytest.raises(LockNotGranted, match=r"\d+ of \d+ changes were made, and stay"):
            filled.apply(patience=HASTE)

    assert not [line for line in filled.lines() if "hub_ro" in line]
    filled.apply()
    assert (filled.lines(), filled.findings()) == ([], [])


def test_a_client_waits_for_one_attempt_and_not_for_the_lock(
    filled: Wall, server: dict[str, Any]
) -> None:
    with (
        another(filled, server) as holder,
        another(filled, server) as client,
        ThreadPoolExecutor() as pool,
    ):
        with holder.connection.transaction():
            holder.run("INSERT INTO {app}.note (person_id) VALUES (1)")
            applying = pool.submit(filled.apply, patience=Patience("50ms", retry_for=30))
            while not _is_blocked(client, filled):
                assert not applying.done()
            client.run(
                "SET statement_timeout = '5s'; INSERT INTO {app}.note (person_id) VALUES (2)"
            )
            assert not applying.done()
        applying.result()

    assert filled.run("SELECT count(*) FROM {app}.note").fetchone() == (5,)
    assert (filled.lines(), filled.findings()) == ([], [])


def _is_blocked(observer: Wall, wall: Wall) -> bool:
    row = observer.connection.execute(BLOCKED, [wall.connection.info.backend_pid]).fetchone()
    return bool(row and row[0])


@pytest.mark.parametrize("may", [True, False])
def test_autovacuum_is_hurried_where_the_login_may(filled: Wall, may: bool) -> None:
    filled.run("CREATE ROLE {stranger} LOGIN CREATEROLE")
    if may:
        filled.run("GRANT SET ON PARAMETER deadlock_timeout TO {stranger}")
    filled.run("SET SESSION AUTHORIZATION {stranger}")
    try:
        script = rehearse(filled.connection, filled.contract, filled.installed, HASTE)
    finally:
        filled.run("RESET SESSION AUTHORIZATION")
        filled.run("DROP OWNED BY {stranger}")

    assert ("SET LOCAL deadlock_timeout = '20ms';" in script) is may


def test_a_running_autovacuum_gives_way(filled: Wall, server: dict[str, Any]) -> None:
    with autovacuum(filled, server):
        filled.apply(patience=Patience("100ms", retry_for=1))

    assert (filled.lines(), filled.findings()) == ([], [])


@pytest.mark.parametrize("hint", ["GRANT SET ON PARAMETER deadlock_timeout TO", "--lock-timeout"])
def test_autovacuum_is_named_to_whom_it_does_not_give_way(
    filled: Wall, server: dict[str, Any], hint: str
) -> None:
    filled.run("ALTER ROLE {migrator} PASSWORD 'secret'")
    login = {"user": f"{filled.prefix}_migrator", "password": "secret"}
    with autovacuum(filled, server), another(filled, server, **login) as migrator:
        with pytest.raises(LockNotGranted) as caught:
            migrator.apply(patience=HASTE)

        if "GRANT" in hint:
            filled.run(f"{hint} {{migrator}}")
            migrator.apply(patience=HASTE)
        else:
            migrator.apply(patience=Patience("1500ms", retry_for=10))

    found = filled.lines(), filled.findings()
    filled.run("REVOKE SET ON PARAMETER deadlock_timeout FROM {migrator}")
    assert re.search(r"In the way: autovacuum \(pid \d+\)\. ", str(caught.value))
    assert hint in str(caught.value)
    assert found == ([], [])


def test_autovacuum_against_wraparound_is_named_with_how_to_end_it(
    filled: Wall, server: dict[str, Any]
) -> None:
    filled.run("ALTER TABLE {app}.note SET (autovacuum_freeze_max_age = 100000)")
    # As many transactions pass as make the table's rows old.
    filled.connection.execute("SET synchronous_commit = off")
    filled.connection.execute(
        "DO $$BEGIN FOR i IN 1..110000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END$$"
    )
    with autovacuum(filled, server):
        with pytest.raises(LockNotGranted) as caught:
            filled.apply(patience=HASTE)
        hint = re.search(r"SELECT pg_terminate_backend\(\d+\)$", str(caught.value))
        assert hint
        filled.connection.execute(hint[0].encode())
        filled.run("ALTER TABLE {app}.note SET (autovacuum_vacuum_cost_delay = 0)")
        filled.apply(patience=Patience("100ms", retry_for=20))

    assert "In the way: autovacuum against wraparound (pid " in str(caught.value)
    assert (filled.lines(), filled.findings()) == ([], [])


@contextmanager
def autovacuum(wall: Wall, server: dict[str, Any]) -> Iterator[None]:
    """A worker is at the table that holds keys, and would be for long."""
    wall.run(
        "ALTER TABLE {app}.note SET (autovacuum_vacuum_threshold = 0,"
        " autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 100,"
        " autovacuum_vacuum_cost_limit = 1);"
        "INSERT INTO {app}.note (person_id) SELECT 1 FROM generate_series(1, 30000);"
        "DELETE FROM {app}.note WHERE id % 2 = 0; SELECT pg_stat_force_next_flush()"
    )
    with another(wall, server) as observer:
        for setting in ("autovacuum_naptime = 1", "autovacuum = on"):
            observer.run(f"ALTER SYSTEM SET {setting}")
        observer.run("SELECT pg_reload_conf()")
        until = time.monotonic() + 60
        try:
            while not observer.run(
                "SELECT true FROM pg_stat_activity WHERE backend_type = 'autovacuum worker'"
                " AND datname = current_database() AND query LIKE '%note%'"
            ).fetchone():
                assert time.monotonic() < until
            yield
        finally:
            for setting in ("autovacuum_naptime", "autovacuum"):
                observer.run(f"ALTER SYSTEM RESET {setting}")
            observer.run("SELECT pg_reload_conf()")


# What would be sent
# ------------------


def test_what_is_printed_is_what_psql_can_send(filled: Wall, server: dict[str, Any]) -> None:
    script = rehearse(filled.connection, filled.contract, filled.installed, HASTE)

    with another(filled, server) as psql:
        for statement in script:
            psql.connection.execute(statement.encode())

    assert (filled.lines(), filled.findings()) == ([], [])
    assert filled.apply() == ()


def test_what_is_printed_is_what_is_sent(filled: Wall) -> None:
    script = rehearse(filled.connection, filled.contract, filled.installed, Patience())
    sent: list[str] = []

    class Listening(_Mortal):
        def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            sent.append(query if isinstance(query, str) else query.as_string(None))
            return super().execute(query, *args, **kwargs)

    listening = replace(filled, connection=Listening(filled.connection, -1))  # type: ignore[arg-type]
    listening.apply()

    # Keys are looked up in batches.
    made = [each.rstrip(";") for each in script if "ALTER" in each or "CREATE" in each]
    assert made
    assert [each for each in sent if each in made] == made


def test_printing_it_takes_no_lock_and_changes_nothing(
    filled: Wall, server: dict[str, Any]
) -> None:
    promised = filled.lines()
    with another(filled, server) as other, other.connection.transaction():
        other.run("LOCK TABLE {app}.note, {hub}.person IN ACCESS EXCLUSIVE MODE")

        script = rehearse(filled.connection, filled.contract, filled.installed, HASTE)

    assert any("CREATE CONSTRAINT TRIGGER" in statement for statement in script)
    assert filled.lines() == promised


# The plan
# --------


def _locks(changes: tuple[Change, ...], wall: Wall) -> set[str]:
    return {wall.plain(lock) for change in changes for lock in change.locks}


def test_the_plan_says_what_it_locks(filled: Wall) -> None:
    filled.run("ALTER TABLE {app}.tag OWNER TO CURRENT_USER")

    assert _locks(filled.plan().changes, filled) == {
        "ACCESS EXCLUSIVE on app.tag",
        "SHARE ROW EXCLUSIVE on app.note",
        "SHARE ROW EXCLUSIVE on hub.person",
    }


def test_what_the_plan_does_not_name_is_not_locked(filled: Wall, server: dict[str, Any]) -> None:
    filled.run("ALTER TABLE {app}.tag OWNER TO CURRENT_USER")
    promised = _locks(filled.plan().changes, filled)
    seen: set[str] = set()

    class Listening(_Mortal):
        def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            result = super().execute(query, *args, **kwargs)
            rows = self._connection.execute(
                SQL(
                    "SELECT regexp_replace(mode, '([a-z])([A-Z])', '\\1 \\2', 'g'),"
                    " relation::regclass::text FROM pg_locks l JOIN pg_class c ON c.oid = relation"
                    " WHERE pid = pg_backend_pid() AND granted AND mode ~ 'Exclusive'"
                    " AND mode !~ '^Row' AND relkind = 'r' AND relnamespace::regnamespace::text"
                    " LIKE {}"
                ).format(f"{filled.prefix}%")
            ).fetchall()
            for mode, table in rows:
                seen.add(filled.plain(f"{mode.replace(' Lock', '').upper()} on {table}"))
            return result

    replace(filled, connection=Listening(filled.connection, -1)).apply()  # type: ignore[arg-type]

    assert seen == promised


def test_a_transaction_of_the_callers_waits_and_finds_names_as_before(wall: Wall) -> None:
    wall.run("SET LOCAL lock_timeout = '3s'; SET LOCAL search_path = {app}")
    wall.run("ALTER TABLE note DISABLE TRIGGER USER")
    asked = (
        "SELECT current_setting('lock_timeout'), current_setting('deadlock_timeout'),"
        " count(*) FROM note"
    )
    before = wall.run(asked).fetchone()

    done = wall.apply()

    assert [each for each in done if each.looks_up]
    assert wall.run(asked).fetchone() == before == ("3s", "1s", 0)
