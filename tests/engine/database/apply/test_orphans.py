"""Orphans are found by walking the keys in batches, and nothing else is taken for one."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from psycopg.pq import TransactionStatus
from psycopg.sql import SQL, Composed, Identifier

from appschemas.database.apply.orphans import orphans
from appschemas.database.catalog import read_catalog
from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.references import Reference, key_constraints_of
from tests.tools.walls import TABLES, Wall

PARENTS = "INSERT INTO {hub}.person (id) SELECT generate_series(1, %s)"
CHILDREN = (
    "INSERT INTO {app}.note (person_id)"
    " SELECT p FROM generate_series(1, %s) p, generate_series(1, %s)"
)
ORPHANS = "INSERT INTO {app}.note (person_id) SELECT unnest(%s::bigint[])"


def walked(wall: Wall, references: Any = None, **options: Any) -> list[str]:
    """What a walk over the keys of these edges finds."""
    checks = key_constraints_of(references or wall.installed.references)
    found = orphans(wall.connection, wall.contract, checks, lambda owners: None, **options)
    return [wall.plain(finding) for finding in found]


def fill(wall: Wall, *, parents: int, rows: int = 1, orphans: Sequence[int] = ()) -> None:
    """Parents 1, 2, .. that `rows` notes each hold, and notes of keys that none has."""
    run = wall.connection.execute
    run(named(wall, PARENTS), [parents])
    run(named(wall, CHILDREN), [parents, rows])
    if orphans:
        run("SET CONSTRAINTS ALL IMMEDIATE")
        run("SET LOCAL session_replication_role = replica")
        run(named(wall, ORPHANS), [list(orphans)])
        run("SET LOCAL session_replication_role = origin")


def named(wall: Wall, statement: str) -> Composed:
    return SQL(statement).format(**wall._names())


def test_orphans_in_the_last_of_several_batches_are_counted_and_named(wall: Wall) -> None:
    fill(wall, parents=9, orphans=(97, 98, 99, 100, 100))
    seen: list[tuple[int, bool]] = []

    found = walked(wall, batch=4, progress=lambda reference, keys, done: seen.append((keys, done)))

    assert found == [
        "! 5 rows hold 4 keys that the other side does not have: "
        "app.note.person_id -> hub.person.id, such as 97, 98, 99"
    ]
    assert seen == [(4, False), (8, False), (12, False), (13, True)]


def test_one_orphan_is_one_row_and_one_key(wall: Wall) -> None:
    fill(wall, parents=2, orphans=[7])

    assert walked(wall) == [
        "! 1 row holds 1 key that the other side does not have: "
        "app.note.person_id -> hub.person.id, such as 7"
    ]


def test_orphans_of_all_batches_are_added_up(wall: Wall) -> None:
    fill(wall, parents=3, orphans=(0, 4, 5, 6))

    (finding,) = walked(wall, batch=2)

    assert "! 4 rows hold 4 keys" in finding
    assert finding.endswith("such as 0, 4, 5")


def test_a_table_without_keys_is_walked_in_one_batch(wall: Wall) -> None:
    wall.run("INSERT INTO {app}.note (person_id) VALUES (NULL)")
    seen: list[tuple[int, bool]] = []

    found = walked(wall, progress=lambda reference, keys, done: seen.append((keys, done)))

    assert (found, seen) == ([], [(0, True)])


@pytest.mark.parametrize("index", ["", "CREATE INDEX ON {app}.note (person_id)"])
def test_few_keys_in_many_rows_are_found_by_their_index_where_there_is_one(
    wall: Wall, index: str
) -> None:
    wall.run("SET LOCAL ROLE {app_owner}")
    if index:
        wall.run(index)
    wall.run("RESET ROLE")
    fill(wall, parents=30, rows=100, orphans=(31, 32, 32))
    wall.run("ANALYZE {app}.note")
    before = fetched(wall)

    (finding,) = walked(wall, batch=10)

    assert "! 3 rows hold 2 keys" in finding
    # A walk over all entries of the index would have read 3,000 of them.
    assert not index or fetched(wall) - before < 300


def fetched(wall: Wall) -> int:
    """How many entries this transaction has read from the indexes of the child."""
    row = wall.run(
        "SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid)) FROM pg_index i"
        " JOIN pg_class c ON c.oid = i.indrelid WHERE NOT indisprimary AND relname = 'note'"
    ).fetchone()
    return int(row[0] or 0)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("uuid", [str(uuid.UUID(int=number)) for number in (1, 2**64, 2**127)]),
        ("text", ["", "%s", "it's", 'a "quoted" \\ key', "ä"]),
        ("character varying", ["aa", "b", "c"]),
        ("integer", ["-3", "0", "5"]),
    ],
)
def test_keys_of_every_type_are_walked(wall: Wall, kind: str, keys: list[str]) -> None:
    app, hub = (f"{wall.prefix}_{name}" for name in ("app", "hub"))
    reference = Reference(app, "child", hub, "parent", "key", "held", kind)
    wall.run(
        f"SET ROLE {{hub_owner}}; CREATE TABLE {{hub}}.parent (key {kind} PRIMARY KEY);"
        f"SET ROLE {{app_owner}}; CREATE TABLE {{app}}.child (held {kind}); RESET ROLE"
    )
    check_without_looking(wall, reference)
    wall.run("SET LOCAL session_replication_role = replica")
    for key in keys:
        wall.connection.execute(
            SQL("INSERT INTO {}.child VALUES (%s)").format(Identifier(app)), [key]
        )
    for key in keys[:-1]:
        wall.connection.execute(
            SQL("INSERT INTO {}.parent VALUES (%s)").format(Identifier(hub)), [key]
        )

    (finding,) = walked(wall, [reference], batch=1)

    lost = wall.connection.execute(
        SQL("SELECT held::text FROM {0}.child EXCEPT SELECT key::text FROM {1}.parent").format(
            Identifier(app), Identifier(hub)
        )
    ).fetchall()
    assert "! 1 row holds 1 key" in finding
    assert finding.endswith(f"such as {lost[0][0]}")


def test_what_cannot_be_read_is_a_finding_and_the_walk_goes_on(wall: Wall) -> None:
    lost = Reference(*(f"{wall.prefix}_{s}" if s in ("app", "hub") else s for s in (
        "app", "gone", "hub", "person", "id", "person_id", "bigint")))  # fmt: skip
    fill(wall, parents=1, orphans=[7])

    unread, orphan = walked(wall, [lost, *wall.installed.references])

    assert unread.startswith("! the keys of app.gone.person_id -> hub.person.id cannot be read: ")
    assert "such as 7" in orphan


# Several columns
# ---------------


def test_columns_are_begun_together_and_go_on_alone(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = held_by_another(wall, keys=(1, 2, 8))
    fill(wall, parents=2, orphans=[7])
    begun: list[bool] = []
    original = psycopg.Connection.transaction

    def counted(self: Any, *args: Any, **options: Any) -> Any:
        begun.append(True)
        return original(self, *args, **options)

    monkeypatch.setattr(psycopg.Connection, "transaction", counted)
    seen: list[tuple[str, int, bool]] = []

    def told(reference: Reference, keys: int, is_done: bool) -> None:
        seen.append((reference.table, keys, is_done))

    found = walked(wall, [other, *wall.installed.references], progress=told)

    assert [line.rpartition(", ")[2] for line in found] == ["such as 8", "such as 7"]
    # Which tables are empty, and all columns of both.
    assert len(begun) == 2
    assert seen == [("child", 3, True), ("note", 3, True)]
    begun.clear()

    assert walked(wall, [other, *wall.installed.references], batch=2) == found
    assert len(begun) == 4


# Runs when a session first plans a statement on a table with such an index.
LEAVING = """
SET ROLE {app_owner};
CREATE FUNCTION {app}.leaves() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE WARNING '% is left, %, %',
    COALESCE(NULLIF(current_setting('planted.left', true), ''), 'nothing'),
    current_setting('row_security'), current_setting('transaction_read_only');
  PERFORM set_config('planted.left', 'something', false);
  PERFORM set_config('row_security', 'on', false);
END $$;
CREATE FUNCTION {app}.planted(bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
  $$BEGIN PERFORM {app}.leaves(); RETURN 0; END$$;
CREATE INDEX planted_note ON {app}.note (person_id) WHERE person_id > {app}.planted(0);
CREATE INDEX planted_child ON {app}.child (held) WHERE held > {app}.planted(0);
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {app} TO PUBLIC;
RESET ROLE;
"""


def held_by_another(wall: Wall, keys: Sequence[int]) -> Reference:
    """A second column that holds keys of the hub, with its check and these keys."""
    app, hub = (f"{wall.prefix}_{name}" for name in ("app", "hub"))
    reference = Reference(app, "child", hub, "person", "id", "held", "bigint")
    wall.run("SET ROLE {app_owner}; CREATE TABLE {app}.child (held bigint); RESET ROLE")
    check_without_looking(wall, reference)
    wall.run("SET LOCAL session_replication_role = replica")
    wall.connection.execute(
        named(wall, "INSERT INTO {app}.child (held) SELECT unnest(%s::bigint[])"), [list(keys)]
    )
    wall.run("SET LOCAL session_replication_role = origin")
    return reference


def check_without_looking(wall: Wall, reference: Reference) -> None:
    for check in key_constraints_of([reference]):
        for statement in key_triggers.create(check, wall.contract, validate=False):
            wall.connection.execute(SQL("SET ROLE {}").format(Identifier(statement.role)))
            wall.connection.execute(statement.sql)
    wall.run("RESET ROLE")


# Beside others
# -------------


@pytest.fixture
def committed(bare: Wall) -> Wall:
    """The three schemas with three persons and a note of each, committed."""
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    fill(bare, parents=3)
    return bare


def test_what_an_owners_code_leaves_behind_is_gone_before_the_next_column(
    committed: Wall, server: dict[str, Any]
) -> None:
    with committed.connection.transaction():
        other = held_by_another(committed, keys=(1, 8))
        committed.run(LEAVING)
    told: list[str] = []
    # A session that has planned with it runs it no more.
    where = {**server, "dbname": committed.prefix, "autocommit": True}
    with psycopg.connect(**where) as connection:
        connection.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
        wall = replace(committed, connection=connection)

        found = walked(wall, [other, *wall.installed.references])

    assert [line.rpartition(", ")[2] for line in found] == ["such as 8"]
    assert len(told) > 1
    assert set(told) == {"nothing is left, off, on"}


def test_a_function_that_does_not_answer_is_a_finding(wall: Wall) -> None:
    wall.run("INSERT INTO {hub}.person (id) VALUES (1)")
    wall.run("INSERT INTO {app}.note (person_id) VALUES (1); SET CONSTRAINTS ALL IMMEDIATE")
    (name,) = wall.connection.execute(
        "SELECT oid::regprocedure::text FROM pg_catalog.pg_proc"
        " WHERE pronamespace = 'appschemas_asked'::regnamespace AND proname LIKE %s",
        ["%keys_v2"],
    ).fetchone()
    wall.run(f"ALTER FUNCTION {name} STRICT")

    assert wall.findings() == [
        "! the keys of app.note.person_id -> hub.person.id cannot be read: "
        "a function of its check was altered"
    ]


def test_no_transaction_outlives_a_batch(committed: Wall) -> None:
    status: list[Any] = []

    walked(
        committed,
        batch=1,
        progress=lambda *_: status.append(committed.connection.info.transaction_status),
    )

    assert status == [TransactionStatus.IDLE] * 4


def test_what_goes_with_its_parent_meanwhile_is_no_orphan(
    committed: Wall, server: dict[str, Any]
) -> None:
    with psycopg.connect(**{**server, "dbname": committed.prefix}) as other:
        with ThreadPoolExecutor(1) as pool, other.transaction():
            other.execute(named(committed, "LOCK TABLE {hub}.person IN ACCESS EXCLUSIVE MODE"))
            walk = pool.submit(walked, committed)
            # It holds its snapshot, and the keys, when it comes to the parent.
            wait_for_waiter(other)
            other.execute(named(committed, "DELETE FROM {app}.note WHERE person_id = 2"))
            other.execute(named(committed, "DELETE FROM {hub}.person WHERE id = 2"))
        assert walk.result(timeout=10) == []


def test_rows_that_go_and_come_between_batches_are_no_orphans(committed: Wall) -> None:
    run = committed.connection.execute

    def replace_next(reference: Reference, keys: int, is_done: bool) -> None:
        with committed.connection.transaction():
            run(named(committed, "DELETE FROM {app}.note WHERE person_id = %s"), [keys + 1])
            run(named(committed, "DELETE FROM {hub}.person WHERE id = %s"), [keys + 1])
            if keys < 3:
                run(named(committed, "INSERT INTO {hub}.person (id) VALUES (%s)"), [keys + 10])
                run(named(committed, "INSERT INTO {app}.note (person_id) VALUES (%s)"), [keys + 10])

    assert walked(committed, batch=1, progress=replace_next) == []


def test_a_login_that_is_granted_a_role_for_each_batch_keeps_none(
    committed: Wall,
) -> None:
    committed.run("CREATE ROLE {stranger} CREATEROLE")
    committed.run("GRANT {migrator_keys} TO {stranger} WITH ADMIN OPTION")
    if committed.connection.info.server_version >= 160_000:
        options = "WITH ADMIN OPTION, INHERIT FALSE, SET FALSE"
        committed.run(f"GRANT {{migrator_keys}} TO {{stranger}} {options}")
    before = read_catalog(committed.connection, committed.contract).members
    committed.run("SET SESSION AUTHORIZATION {stranger}")

    findings = [line for line in committed.findings() if "key" in line]

    committed.run("RESET SESSION AUTHORIZATION")
    assert findings == []
    after = read_catalog(committed.connection, committed.contract).members
    assert Counter(after) == Counter(before)


# Private
# -------


def wait_for_waiter(connection: psycopg.Connection[Any]) -> None:
    """Until somebody waits for a lock that this connection holds."""
    waiters = (
        "SELECT count(*) FROM pg_catalog.pg_locks WHERE NOT granted"
        " AND pg_catalog.pg_backend_pid() = ANY (pg_catalog.pg_blocking_pids(pid))"
    )
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if connection.execute(waiters).fetchone()[0]:
            return
        time.sleep(0.01)
    raise AssertionError("Nobody waits for this connection.")
