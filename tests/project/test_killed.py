"""A migrate that is killed leaves nothing half done, and the next one finishes it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from tests.tools.checkout import ROOT, manage
from tests.tools.servers import PROVISIONING, administrator, drop, recreate, url

KILLED_AT = (3, 9, 12)


@pytest.fixture
def environ(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[Any]:
    """The environment of a process that works on an empty database."""
    name = f"test_appschemas_killed_{worker_id}"
    with django_db_blocker.unblock(), administrator() as server:
        recreate(server, name)
        yield {**os.environ, "DATABASE_URL": url(name), "PYTHONUNBUFFERED": "1"}
        drop(server, name)


def test_a_killed_migrate_is_finished_by_the_next(environ: dict[str, str]) -> None:
    with administrator() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [PROVISIONING])
        manage("schema_apply", "--apply", environ=environ)
    for number in KILLED_AT:
        kill_migrate(at=number, environ=environ)

    manage("migrate", environ=environ)

    assert "all in step" in manage("schema_verify", environ=environ)


def kill_migrate(*, at: int, environ: dict[str, str]) -> None:
    """Start migrate, and kill it without warning when it begins its migration number `at`."""
    command = [sys.executable, "manage.py", "migrate"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout
        begun = (line for line in process.stdout if line.startswith("  Applying"))
        assert len(list(islice(begun, at))) == at
        process.kill()
