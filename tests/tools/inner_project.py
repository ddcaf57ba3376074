"""An inner project, with people, papers that hold their keys, and notes that hold nobody's."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from psycopg import sql

from tests.tools import forks
from tests.tools.servers import PROVISIONING, administrator, databases, url

PROJECT = Path(__file__).parents[1] / "engine" / "testing" / "project"


@pytest.fixture
def inner(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, worker_id: str
) -> Iterator[pytest.Pytester]:
    """The inner project in a folder of its own; its test databases are dropped afterwards."""
    shutil.copytree(PROJECT, pytester.path, dirs_exist_ok=True)
    monkeypatch.setattr(pytester, "run", partial(_run, pytester))
    name = f"inner_{worker_id}"
    monkeypatch.setenv("DATABASE_URL", url(name))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "")
    for variable in ("APPSCHEMAS", "DJANGO_SETTINGS_MODULE", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(variable, raising=False)
    for variable in ("PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT"):
        monkeypatch.delenv(variable, raising=False)
    yield pytester
    with administrator() as server:
        for database in databases(f"test_{name}"):
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            server.execute(drop.format(sql.Identifier(database)))


@pytest.fixture
def manage(inner: pytest.Pytester) -> Callable[..., pytest.RunResult]:
    """Run a command of the inner project."""

    def run(*arguments: str) -> pytest.RunResult:
        return inner.run(sys.executable, "manage.py", *arguments)

    return run


@pytest.fixture
def production(inner: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, worker_id: str) -> None:
    """The inner project's tests log in as the application and the migrator do."""
    whole = url(f"inner_{worker_id}")
    monkeypatch.setenv("ADMIN_DATABASE_URL", whole)
    with administrator() as server, server.transaction():
        server.execute("SELECT pg_catalog.pg_advisory_xact_lock(%s)", [PROVISIONING])
        for variable, login in (
            ("DATABASE_URL", "inner_app"),
            ("MIGRATOR_DATABASE_URL", "inner_migrator"),
        ):
            monkeypatch.setenv(variable, f"postgresql://{login}:secret@{whole.rpartition('@')[2]}")
            # One that is there keeps the password that it has.
            found = "SELECT FROM pg_catalog.pg_roles WHERE rolname = %s"
            if server.execute(found, [login]).fetchone() is None:
                server.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(login)))
            statement = "ALTER ROLE {} LOGIN NOINHERIT PASSWORD 'secret'"
            server.execute(sql.SQL(statement).format(sql.Identifier(login)))


@pytest.fixture
def script(inner: pytest.Pytester) -> Callable[[str], pytest.RunResult]:
    """Run Python in the inner project, with its database and what provides for it at hand."""

    def run(text: str) -> pytest.RunResult:
        begin = (
            "import os, signal, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'\n"
            "django.setup()\n"
            "from appschemas.database.servers import databases_of\n"
            "from appschemas.provisioning import clone, databases, templates\n"
            "from appschemas.conf import get_contract\n"
            "(database,) = databases_of(get_contract())\n"
        )
        return inner.run(sys.executable, "-c", begin + textwrap.dedent(text))

    return run


# Private
# -------


def _run(pytester: pytest.Pytester, *command: object, **_: Any) -> pytest.RunResult:
    """What pytester's own does, in a process that need not import the libraries."""
    begun = time.perf_counter()
    program, *arguments = map(str, command)
    if arguments[0] == "-mpytest":
        arguments[:1] = ["-m", "pytest"]
    path = filter(None, (str(pytester.path), os.environ.get("PYTHONPATH")))
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(path)}
    done = forks.run([program, *arguments], cwd=pytester.path, environ=environ)
    print(done.stdout)
    print(done.stderr, file=sys.stderr)
    lines = done.stdout.splitlines(), done.stderr.splitlines()
    return pytest.RunResult(done.returncode, *lines, time.perf_counter() - begun)
