"""Who only looks at a database gives up soon where somebody holds a table, and says who it is."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from psycopg.sql import SQL, Identifier

from appschemas.database.apply.blockers import looking
from appschemas.management.report import table_counts
from tests.tools.own_project import Project

COMMANDS = (
    ("schema_verify",),
    ("schema_verify", "--orphans"),
    ("schema_apply",),
    ("schema_report",),
    ("schema_split", "--status"),
)


@pytest.fixture
def held(in_production: Project) -> Iterator[str]:
    """An owner's session that holds a table for itself; how a message names it."""
    database = Identifier(in_production.database)
    owner = in_production.contract["people"].owner
    with in_production.administrator() as connection:
        connection.execute(SQL("ALTER DATABASE {} SET lock_timeout = '50ms'").format(database))
        # A test may end the session.
        with suppress(psycopg.OperationalError):
            with in_production.administrator() as session, session.transaction():
                session.execute(SQL("SET LOCAL ROLE {}").format(Identifier(owner)))
                session.execute("LOCK TABLE people.people_person")
                yield f"In the way: pid {session.info.backend_pid}, user "
        connection.execute(SQL("ALTER DATABASE {} RESET lock_timeout").format(database))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_that_looks_names_who_holds_a_table_and_logs_nothing(
    held: str, command: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(CommandError) as refused:
        call_command(*command, stdout=StringIO(), stderr=StringIO())

    logged = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert held in str(refused.value)
    assert "SELECT pg_terminate_backend(<pid>)" in str(refused.value)
    assert [record.getMessage() for record in logged if record.name == "psycopg"] == []


def test_what_the_message_says_ends_the_wait(in_production: Project, held: str) -> None:
    pid = int(held.partition("pid ")[2].partition(",")[0])
    with in_production.administrator() as connection:
        connection.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    counts = table_counts(in_production.contract["people"])
    counted = {each.table: each.rows for each in counts}

    assert counted["people_person"] == 0


def test_an_administrator_who_looks_waits_five_seconds(in_production: Project) -> None:
    with looking("people") as connection:
        (session,) = connection.execute("SHOW lock_timeout").fetchone() or ()
    table_counts(in_production.contract["people"])
    with connections["people"].cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        (after,) = cursor.fetchone()

    assert (session, after) == ("5s", "0")
