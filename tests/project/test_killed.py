"""A migrate that is killed leaves nothing half done, and the next one finishes it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.conftest import PROVISIONING, admin_settings, administrator, drop, recreate

ROOT = Path(__file__).resolve().parents[2]
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


def manage(*arguments: str, environ: dict[str, str]) -> str:
    """What the command prints; it must succeed."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def url(database: str) -> str:
    """The administrator's URL of a database."""
    settings = admin_settings()
    user, password = settings["USER"], quote(settings["PASSWORD"] or "", safe="")
    place = f"{quote(settings['HOST'] or 'localhost', safe='')}:{settings['PORT'] or 5432}"
    return f"postgresql://{user}:{password}@{place}/{database}"
