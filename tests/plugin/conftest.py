"""An inner project, with people, papers that hold their keys, and notes that hold nobody's."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from psycopg import sql

from tests.conftest import admin_settings, administrator

PROJECT = Path(__file__).parent / "project"
collect_ignore = ["project"]


@pytest.fixture
def inner(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, worker_id: str
) -> Iterator[pytest.Pytester]:
    """The inner project in a folder of its own; its test databases are dropped afterwards."""
    shutil.copytree(PROJECT, pytester.path, dirs_exist_ok=True)
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


def url(name: str) -> str:
    """The administrator's URL of a database of that name."""
    settings = admin_settings()
    password = f":{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
    place = quote(settings["HOST"], safe="") + (f":{settings['PORT']}" if settings["PORT"] else "")
    return f"postgresql://{quote(settings['USER'])}{password}@{place}/{name}"


def databases(prefix: str) -> list[str]:
    """The databases whose names begin so."""
    with administrator() as server:
        found = "SELECT datname FROM pg_catalog.pg_database WHERE starts_with(datname, %s)"
        return sorted(name for (name,) in server.execute(found, [prefix]))


def comment(name: str) -> str | None:
    """The COMMENT of a database."""
    with administrator() as server:
        query = (
            "SELECT pg_catalog.shobj_description(oid, 'pg_database')"
            " FROM pg_catalog.pg_database WHERE datname = %s"
        )
        row = server.execute(query, [name]).fetchone()
        return row[0] if row else None
