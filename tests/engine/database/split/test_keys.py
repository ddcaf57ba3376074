"""The keys go and come back, and nobody is the victim of a deadlock with a mover."""

from __future__ import annotations

import itertools
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

import psycopg
import pytest

from appschemas.database.apply.attempts import Patience
from appschemas.database.model_state import ModelState
from appschemas.database.split.run import Choices, split, unsplit
from appschemas.exceptions import AppSchemasError
from tests.tools.splits import PARTITIONED, Before

# What a client has read before it writes it, parent first and child first.
READS: Final = b"SELECT FROM person, note, tag"
WRITES: Final = (
    b"UPDATE person SET name = name; UPDATE note SET person_id = person_id; DELETE FROM tag",
    b"DELETE FROM tag; UPDATE note SET person_id = person_id; UPDATE person SET name = name",
)
WAITS: Final = (
    "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND %s = ANY (pg_blocking_pids(pid)))"
)
# More than fits into the least memory of maintenance.
MANY: Final = b"""
INSERT INTO person SELECT FROM generate_series(1, 60000);
INSERT INTO note (person_id) SELECT id FROM person;
ANALYZE person, note
"""


@pytest.mark.parametrize("tables", [b"", PARTITIONED], ids=["plain", "partitioned"])
def test_who_has_read_a_table_may_write_it_while_the_mover_waits(
    before: Before, tables: bytes
) -> None:
    with before.session() as old:
        old.execute(tables)
    # As long as it may be below deadlock_timeout, so that the client comes in time.
    patience = Patience("500ms", retry_for=20)

    with a_client_in_the_way(before) as met:
        split(before.steps(patience=patience), Choices())
        unsplit(before.steps(patience=patience))

    assert met.pop("waited for") > 0
    assert set(met) == {"committed"}


def test_without_room_to_validate_a_key_it_stops_there_and_the_next_run_goes_on(
    before: Before,
) -> None:
    with before.session() as old:
        old.execute(MANY)
    at_first = before.catalog()
    before.split()
    before.run("SET temp_file_limit = '64kB'; SET maintenance_work_mem = '1MB'")

    with pytest.raises(AppSchemasError, match=r"no room for it: validate .*run it again\.") as told:
        before.unsplit()
    before.run("RESET temp_file_limit; RESET maintenance_work_mem")
    with before.session() as old, pytest.raises(psycopg.errors.ForeignKeyViolation):
        old.execute("INSERT INTO note (person_id) VALUES (-1)")
    before.unsplit()

    assert "steps were made, and stay" in str(told.value)
    assert before.catalog() == at_first


@pytest.mark.parametrize(
    ("migrated", "gone"),
    [
        ("ALTER TABLE note DROP COLUMN person_id CASCADE", ""),
        ("ALTER TABLE note DROP COLUMN person_id CASCADE; DROP TABLE person CASCADE", "person"),
        ("DROP TABLE note CASCADE", "note"),
    ],
)
def test_a_key_that_old_code_has_dropped_meanwhile_does_not_stop_the_way_back(
    before: Before, migrated: str, gone: str
) -> None:
    before.split()
    with before.session() as old:
        old.execute(migrated.encode())
    tables = frozenset(each for each in before.wall.installed.tables if each[1] != gone)
    after = Before(replace(before.wall, installed=ModelState(tables, ())), before.server)

    after.split()
    after.unsplit()

    assert [each for each in after.told if "note_person_fk" in each and "is left out" in each]
    assert after.state().marks == {}
    assert after.place("badge") == ["public old"]


def test_a_table_that_old_code_has_renamed_goes_back_without_the_checks_of_its_old_name(
    before: Before,
) -> None:
    before.split()
    with before.session() as old:
        old.execute("ALTER TABLE note RENAME TO memo")
    was = before.wall.installed
    tables = {(schema, {"note": "memo"}.get(table, table)) for schema, table in was.tables}
    keys = tuple(replace(each, table="memo") for each in was.references)
    installed = ModelState(frozenset(tables), keys)
    after = Before(replace(before.wall, installed=installed), before.server)

    after.split()
    after.unsplit()

    with before.session() as old:
        old.execute("INSERT INTO memo (person_id) VALUES (1)")
    assert after.place("memo") == ["public old"]


def test_an_orphan_on_the_way_back_is_named_and_once_mended_it_goes_on(before: Before) -> None:
    at_first = before.catalog()
    before.split()
    before.run("SET session_replication_role = replica; INSERT INTO {app}.note (person_id)"
               " VALUES (77); RESET session_replication_role")  # fmt: skip

    with pytest.raises(
        AppSchemasError, match=r"Key \(person_id\)=\(77\) .* Mend the row, then run"
    ):
        before.unsplit()
    found = next(each for each in before.status().schemas if each.name == before.schema("app"))
    before.run("DELETE FROM {app}.note WHERE person_id = 77")
    before.unsplit()

    assert (found.keys, found.checked) == (1, 0)
    assert before.catalog() == at_first


# Private
# -------


@contextmanager
def a_client_in_the_way(before: Before) -> Iterator[Counter[str]]:
    """It has read the tables when the mover comes to wait for it, and then writes them."""
    over, met = threading.Event(), Counter[str]()

    def work() -> None:
        writes = itertools.cycle(WRITES)
        with psycopg.connect(**{**before.server, "dbname": before.wall.prefix}) as observer:
            while not over.is_set():
                # Now and then a session of its own, which has the path of today.
                with before.session() as client:
                    until = time.monotonic() + 0.3
                    while not over.is_set() and time.monotonic() < until:
                        met.update(transacted(client, observer, next(writes)))

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield met
    finally:
        over.set()
        thread.join()


def transacted(
    client: psycopg.Connection[Any], observer: psycopg.Connection[Any], writes: bytes
) -> list[str]:
    """What became of one transaction, and whether somebody waited for it."""
    said = []
    try:
        with client.transaction():
            client.execute(READS)
            said += ["waited for"] * waited_for(observer, client)
            client.execute(writes)
    except psycopg.Error as error:
        return [*said, str(error)]
    return [*said, "committed"]


def waited_for(observer: psycopg.Connection[Any], client: psycopg.Connection[Any]) -> bool:
    """Whether somebody comes to wait for the client, before its patience is over."""
    until = time.monotonic() + 0.1
    while time.monotonic() < until:
        if observer.execute(WAITS, [client.info.backend_pid]).fetchone() == (True,):
            return True
    return False
