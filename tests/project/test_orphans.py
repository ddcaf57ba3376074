"""schema_verify --orphans as it is typed: what it says, and that it may be interrupted."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import OutputWrapper
from django.db import connections

from appschemas.integrity.references import Reference
from appschemas.management.progress import progress
from tests.tools.project.memberships import EDGE, MEMBERSHIPS, SMUGGLE
from tests.tools.project.racing import WAITERS
from tests.tools.servers import administrator, url

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def database(django_db_setup: None, django_db_blocker: Any) -> Iterator[psycopg.Connection[Any]]:
    """The test database, past Django; rows of the table are gone afterwards."""
    with django_db_blocker.unblock():
        with administrator(connections["default"].settings_dict["NAME"]) as connection:
            yield connection
            connection.execute(f"DELETE FROM {MEMBERSHIPS}")  # noqa: S608 - names of its own
        connections.close_all()


@pytest.fixture
def orphans(database: psycopg.Connection[Any]) -> None:
    """Four rows that hold two keys of nobody."""
    database.execute(SMUGGLE)


@pytest.mark.usefixtures("orphans")
def test_orphans_are_found_named_and_set_the_exit_code() -> None:
    code, out, _ = called(orphans=True)

    assert code == 1
    assert f"  ! 4 rows hold 2 keys that the other side does not have: {EDGE}, such as 7, 8" in out


@pytest.mark.usefixtures("orphans")
def test_rows_are_not_read_unless_asked_for() -> None:
    code, out, err = called()

    assert (code, err) == (0, [])
    assert out[-1] == "16 schemas: all in step."


def test_a_database_without_orphans_is_in_step_and_each_column_says_how_many_keys_it_has() -> None:
    code, out, err = called(orphans=True)

    assert (code, out[-1]) == (0, "16 schemas: all in step.")
    assert len(err) == 26
    assert f"{EDGE}: 0 keys" in err


@pytest.mark.usefixtures("orphans")
def test_a_machine_reads_the_finding_and_no_progress() -> None:
    code, out, err = called(orphans=True, json=True)

    (report,) = json.loads("\n".join(out))["databases"]
    assert (code, err) == (1, [])
    assert [each["findings"] for each in report["sections"] if each["findings"]] == [
        [
            {
                "text": "4 rows hold 2 keys that the other side does not have: "
                f"{EDGE}, such as 7, 8",
                "hint": "delete the rows that hold such a key, or give "
                "cppa_slack_tracker_slackchannelmembership.slack_user_id another",
                "notice": False,
            }
        ]
    ]


def test_it_may_be_interrupted(database: psycopg.Connection[Any]) -> None:
    environ = {**os.environ, "DATABASE_URL": url(database.info.dbname)}
    with database.transaction():
        database.execute(f"LOCK TABLE {MEMBERSHIPS} IN ACCESS EXCLUSIVE MODE")
        with subprocess.Popen(
            [sys.executable, "manage.py", "schema_verify", "--orphans"],
            cwd=ROOT,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # A shell lets what it runs in the background ignore the signal.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process:
            wait_for(database, WAITERS, 1)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=20)
        wait_for(database, WAITERS, 0)

    assert process.returncode == 130
    assert err.splitlines()[-1] == "CommandError: Interrupted; nothing was changed."


def test_a_terminal_shows_what_is_looked_up(database: psycopg.Connection[Any]) -> None:
    environ = {**os.environ, "DATABASE_URL": url(database.info.dbname), "COLUMNS": "200"}
    terminal, end = pty.openpty()
    command = [sys.executable, "manage.py", "schema_verify", "--orphans", "--skip-checks"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=end
    ) as process:
        os.close(end)
        shown = b"".join(iter(lambda: read(terminal), b"")).decode()
    os.close(terminal)

    assert process.returncode == 0
    assert f"{EDGE}: 0 keys" in shown
    # It moved: a cursor is hidden while a line is drawn again and again.
    assert "\x1b[?25l" in shown


def test_what_takes_long_says_now_and_then_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    err = StringIO()
    reference = Reference("papers", "paper", "people", "person", "id", "author_id", "bigint")
    with progress(OutputWrapper(err), quiet=False) as told:
        assert told.keys is not None
        told.keys(reference, 10_000, False)
        monkeypatch.setattr("appschemas.management.progress.EVERY", 0)
        told.keys(reference, 20_000, False)
        told.keys(reference, 20_001, True)

    assert err.getvalue().splitlines() == [
        "papers.paper.author_id -> people.person.id: 20,000 keys so far",
        "papers.paper.author_id -> people.person.id: 20,001 keys",
    ]


# Private
# -------


def read(terminal: int) -> bytes:
    """What was written to the terminal; nothing once nobody has it open any more."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def called(**options: Any) -> tuple[int, list[str], list[str]]:
    """The exit code, and the lines of both outputs."""
    out, err = StringIO(), StringIO()
    try:
        call_command("schema_verify", stdout=out, stderr=err, no_color=True, **options)
    except CommandError as error:
        return error.returncode, out.getvalue().splitlines(), err.getvalue().splitlines()
    return 0, out.getvalue().splitlines(), err.getvalue().splitlines()


def wait_for(connection: psycopg.Connection[Any], query: str, expected: int) -> None:
    """Until the query counts that many."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if connection.execute(query).fetchone()[0] == expected:
            return
        time.sleep(0.02)
    raise AssertionError(f"Not {expected}: {query}")
