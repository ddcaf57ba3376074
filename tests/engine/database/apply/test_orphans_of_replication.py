"""Logical replication applies rows past the checks; what has no parent is found afterwards."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier, Literal

from config.server import throwaway
from tests.tools.walls import TABLES, Wall, built

FINDING = (
    "! {} {} 1 key that the other side does not have: "
    "app.note.person_id -> hub.person.id, such as {}"
)


@pytest.fixture(scope="module")
def logical() -> Iterator[dict[str, Any]]:
    """A server of its own; its administrator's login."""
    with throwaway() as server:
        yield {**conninfo_to_dict(server.url()), "autocommit": True}


@pytest.fixture
def subscriber(logical: dict[str, Any]) -> Iterator[Wall]:
    """The three schemas in a database that rows are replicated into."""
    with built(logical) as wall:
        wall.apply()
        wall.run(TABLES)
        wall.apply()
        yield wall


@pytest.fixture
def publisher(
    logical: dict[str, Any], subscriber: Wall
) -> Iterator[Callable[..., psycopg.Cursor[Any]]]:
    """Run SQL in a database that publishes the notes, and has nothing else."""
    name = f"{subscriber.prefix}_published"
    slot = f"s{secrets.token_hex(4)}"
    names = {"app": Identifier(f"{subscriber.prefix}_app"), "slot": Identifier(slot)}
    with psycopg.connect(**logical) as server:
        server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        with psycopg.connect(**{**logical, "dbname": name}) as connection:

            def run(statement: str) -> psycopg.Cursor[Any]:
                return connection.execute(SQL(statement).format(**names))

            run(
                "CREATE SCHEMA {app};"
                "CREATE TABLE {app}.note (id bigint PRIMARY KEY, person_id bigint)"
            )
            run("INSERT INTO {app}.note VALUES (1, 7)")
            run("CREATE PUBLICATION notes FOR TABLE {app}.note")
            # Both databases are of one server, which would wait for itself if it made the slot.
            connection.execute("SELECT pg_create_logical_replication_slot(%s, 'pgoutput')", [slot])
            subscriber.connection.execute(
                SQL(
                    "CREATE SUBSCRIPTION {} CONNECTION {} PUBLICATION notes"
                    " WITH (create_slot = false, slot_name = {})"
                ).format(
                    names["slot"],
                    Literal(f"host={logical['host']} user={logical['user']} dbname={name}"),
                    Literal(slot),
                )
            )
            try:
                yield run
            finally:
                subscriber.run("SET lock_timeout = '10s'")
                subscriber.connection.execute(SQL("DROP SUBSCRIPTION {}").format(names["slot"]))
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def test_what_replication_applies_is_not_checked_and_is_found(
    subscriber: Wall, publisher: Callable[..., Any]
) -> None:
    arrives(subscriber, 1)
    assert subscriber.lines() == []
    notice, *findings = subscriber.findings()
    assert notice.endswith(" brings rows that no check looks at")
    assert findings == [FINDING.format("1 row", "holds", 7)]

    publisher("INSERT INTO {app}.note VALUES (2, 7); UPDATE {app}.note SET person_id = 8")
    arrives(subscriber, 2, key=8)

    assert subscriber.lines() == []
    assert subscriber.findings() == [notice, FINDING.format("2 rows", "hold", 8)]


def test_a_repair_at_the_subscriber_is_checked(
    subscriber: Wall, publisher: Callable[..., Any]
) -> None:
    arrives(subscriber, 1)

    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        subscriber.run("UPDATE {app}.note SET person_id = 9")
    subscriber.run("INSERT INTO {hub}.person (id) VALUES (7)")

    (notice,) = subscriber.findings()
    assert notice.endswith(" brings rows that no check looks at")


# Private
# -------


def arrives(wall: Wall, rows: int, *, key: int = 7) -> None:
    """Until the subscriber has that many notes of that key."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        found = wall.run(f"SELECT count(*) FROM {{app}}.note WHERE person_id = {key}")  # noqa: S608
        if found.fetchone()[0] == rows:
            return
        time.sleep(0.05)
    raise AssertionError("What was published does not arrive.")
