"""What a dump of one schema, or of a database, leaves out: verify names it, both roads mend it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from psycopg.sql import SQL, Identifier

from tests.tools.own_project import TEXT
from tests.tools.project.dumps import programs
from tests.tools.three_logins import Service, psql, service

OWN = TEXT.replace("[schemas.papers]", '[schemas.papers]\nsession = "own"')


@pytest.fixture
def managed(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> Iterator[Service]:
    """A service with everything in it; papers has a session of its own."""
    name = f"dumped_{worker_id}"
    with django_db_blocker.unblock(), service(server, tmp_path, name, text=OWN) as made:
        made.render()
        made.psql("all.sql")
        made.let_in()
        yield made


@pytest.mark.parametrize("road", ["psql", "schema_apply"])
def test_a_schema_from_a_plain_dump_is_named_unguarded_and_guarded_again(
    managed: Service, road: str
) -> None:
    dump = command("pg_dump", "--schema=papers", managed.url(**administrator(managed)))
    with managed.administrator() as connection:
        connection.execute("DROP SCHEMA papers CASCADE")
    command(str(psql()), "-qX", managed.url(**administrator(managed)), stdin=dump)

    unguarded = managed.verified(managed.migrator)
    mended_by(managed, road)

    assert unguarded[-1] == "exit 1"
    assert [line for line in unguarded if "create trigger" in line or " triggers" in line]
    assert managed.verified(managed.migrator)[-1] == "exit 0"


@pytest.mark.parametrize("road", ["psql", "schema_apply"])
def test_settings_of_roles_that_no_dump_has_are_named_and_set_again(
    managed: Service, road: str
) -> None:
    login = Identifier(managed.contract["papers"].login)
    reset = SQL("ALTER ROLE {} IN DATABASE {} RESET ALL")
    with managed.administrator() as connection:
        connection.execute(reset.format(login, Identifier(managed.database)))

    unset = managed.verified(managed.migrator)
    mended_by(managed, road)

    assert unset[-1] == "exit 1"
    assert [line for line in unset if "+ set search_path = papers" in line]
    assert managed.verified(managed.migrator)[-1] == "exit 0"


# Private
# -------


def mended_by(managed: Service, road: str) -> None:
    if road == "psql":
        assert managed.psql("all.sql") == ""
    else:
        with managed.administered_by(managed.dba):
            call_command("schema_apply", apply=True, verbosity=0)


def administrator(managed: Service) -> dict[str, str]:
    return {
        "login": str(managed.server.get("user") or ""),
        "password": str(managed.server.get("password") or ""),
    }


def command(program: str, *arguments: str, stdin: str = "") -> str:
    """What one of PostgreSQL's programs, in the server's version, prints; it must succeed."""
    done = subprocess.run(
        [programs() / program, *arguments],
        env={key: value for key, value in os.environ.items() if not key.startswith("PG")},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
