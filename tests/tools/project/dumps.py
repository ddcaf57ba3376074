"""Dumps: databases beside the test database, and PostgreSQL's own programs to carry them about."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from psycopg.sql import SQL, Identifier

from config.server import programs as postgresql
from tests.tools.servers import admin_settings, administrator

DEBIANS = Path("/usr/lib/postgresql")


def programs() -> Path:
    """The folder of a pg_dump of the server's version: a newer one writes for newer servers."""
    wanted = version()
    debians = DEBIANS / str(wanted) / "bin"
    if (debians / "pg_dump").exists():
        return debians
    if wanted in postgresql.WITH_CLIENTS:
        return postgresql.folder(wanted) / "bin"
    pytest.skip(f"there is no pg_dump of PostgreSQL {wanted} here")


def version() -> int:
    """The server's major version."""
    with administrator() as server:
        return server.info.server_version // 10_000


def run(program: str, *arguments: str) -> str:
    """What one of PostgreSQL's programs prints; it must succeed."""
    done = attempt(program, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def attempt(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The same, where it may fail."""
    settings = admin_settings()
    keys = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    return subprocess.run(
        [programs() / program, *arguments],
        env={**os.environ, **{name: str(settings[key] or "") for name, key in keys.items()}},
        capture_output=True,
        text=True,
        check=False,
    )


def cloned(name: str, template: str) -> None:
    """Make a copy of a database; its grants on the database itself do not come along."""
    connections.close_all()
    clone = SQL("CREATE DATABASE {} TEMPLATE {}")
    with administrator() as server:
        server.execute(clone.format(Identifier(name), Identifier(template)))
    with working_on(name):
        call_command("schema_apply", apply=True, verbosity=0)


@contextmanager
def working_on(name: str) -> Iterator[None]:
    """Let every alias mean this database."""
    before = connections["default"].settings_dict["NAME"]
    _mean(name)
    try:
        yield
    finally:
        _mean(before)


def verified(name: str, *, orphans: bool = True) -> list[str]:
    """What schema_verify says of a database beyond what is in step; [] only if it exits with 0."""
    out = StringIO()
    with working_on(name):
        try:
            call_command("schema_verify", orphans=orphans, stdout=out, stderr=StringIO())
            code = 0
        except CommandError as error:
            code = error.returncode
    wrong = [line.strip() for line in out.getvalue().splitlines() if re.match(r"  [-+~!] ", line)]
    assert bool(wrong) == bool(code)
    return wrong


# Private
# -------


def _mean(name: str) -> None:
    connections.close_all()
    for alias in connections:
        connections[alias].settings_dict["NAME"] = name
