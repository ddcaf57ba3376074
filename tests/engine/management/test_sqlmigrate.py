"""sqlmigrate, piped into psql by the migrator: the migration is applied and recorded."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.tools.three_logins import Service, psql, service


@pytest.fixture
def managed(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> Iterator[Service]:
    """A service whose schemas have no tables yet."""
    name = f"piped_{worker_id}"
    with django_db_blocker.unblock(), service(server, tmp_path, name) as made:
        with made.administered_by(made.dba):
            call_command("schema_apply", apply=True, verbosity=0)
        made.let_in()
        yield made


def test_each_migration_of_an_app_is_applied_by_psql(managed: Service) -> None:
    with managed.administered_by(managed.migrator):
        call_command("migrate", "people", verbosity=0, interactive=False)
        for migration in ("0001", "0002", "0003"):
            piped(managed, migration)
        call_command("migrate", verbosity=0, interactive=False)

    found = managed.verified(managed.migrator)
    assert found[-2:] == ["5 schemas: all in step.", "exit 0"], "\n".join(found)
    assert recorded(managed)[:3] == ["0001_initial", "0002_paper_editor", "0003_first_paper"]


def test_one_is_taken_back_by_psql(managed: Service) -> None:
    managed.migrate()
    before = recorded(managed)

    with managed.administered_by(managed.migrator):
        call_command("migrate", "papers", "0002", verbosity=0, interactive=False)
        piped(managed, "0002", backwards=True)

        assert recorded(managed) == ["0001_initial"]
        piped(managed, "0002")
        call_command("migrate", verbosity=0, interactive=False)

    assert recorded(managed) == before
    assert managed.verified(managed.migrator)[-1] == "exit 0"


def test_roles_are_changed_once_for_all_that_they_run(managed: Service) -> None:
    with managed.administered_by(managed.migrator):
        text = collected("0002")

    roles = [line for line in text.splitlines() if line.startswith("SET ROLE ")]
    assert not [role for role, after in pairwise(roles) if role == after]
    assert text.startswith("BEGIN;\nSET client_min_messages = warning;\nSET lock_timeout = '5s';\n")


# Private
# -------


def collected(migration: str, *, backwards: bool = False) -> str:
    out = StringIO()
    call_command("sqlmigrate", "papers", migration, backwards=backwards, stdout=out)
    return out.getvalue()


def piped(managed: Service, migration: str, *, backwards: bool = False) -> None:
    """manage.py sqlmigrate papers <migration> | psql"""
    done = subprocess.run(
        [psql(), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", managed.url(managed.migrator)],
        input=collected(migration, backwards=backwards),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def recorded(managed: Service) -> list[str]:
    query = "SELECT name FROM papers.django_migrations WHERE app = 'papers' ORDER BY name"
    with managed.administrator() as connection:
        return [name for (name,) in connection.execute(query)]
