"""A stranger's Django project in a folder and a database of its own, driven by its manage.py."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from appschemas import Contract
from tests.tools import forks

MANAGE = """
import os, sys
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project_settings")
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
"""
# The tutorial's settings, and nothing that a test does not need.
SETTINGS = """
import os
from pathlib import Path
import appschemas
BASE_DIR = Path(__file__).parent
SECRET_KEY = "only for tests"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DJANGOS = ["django.contrib.contenttypes", "django.contrib.auth"]
INSTALLED_APPS = [*DJANGOS, "appschemas", {apps}]
APPSCHEMAS_CONTRACT = BASE_DIR / "schemas.toml"
DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, os.environ)
DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]
"""


@dataclass
class Stranger:
    """The project; `url` is its database as an administrator's, empty while it has none."""

    folder: Path
    name: str
    url: str = ""
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def contract(self) -> Contract:
        return Contract.load(self.folder / "schemas.toml")

    def write(self, files: Mapping[str, str]) -> None:
        """Files by their path below the project's folder."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def install(self, *apps: str, settings: str = "") -> None:
        """The settings, with these apps after Django's and more lines at the end."""
        listed = ", ".join(repr(app) for app in apps)
        self.write({"manage.py": MANAGE, "project_settings.py": SETTINGS.format(apps=listed)})
        with (self.folder / "project_settings.py").open("a") as file:
            file.write(settings)

    def add_app(self, name: str, models: str) -> None:
        """An app whose models.py has these lines, and a package of migrations."""
        self.write(
            {
                f"{name}/__init__.py": "",
                f"{name}/migrations/__init__.py": "",
                f"{name}/models.py": f"from django.db import models\n{models}",
            }
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """manage.py with these arguments, whatever comes of it."""
        return forks.run(
            [sys.executable, "manage.py", *arguments, "--no-color"],
            cwd=self.folder,
            environ=_without_ours(os.environ) | {"DATABASE_URL": self.url} | self.environ,
        )

    def manage(self, *arguments: str) -> str:
        """What manage.py prints; it must succeed."""
        done = self.run(*arguments)
        assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def refused(self, *arguments: str) -> str:
        """What manage.py says on its standard error; it must fail, and without a traceback."""
        done = self.run(*arguments)
        assert done.returncode != 0, done.stdout
        assert "Traceback" not in done.stderr, done.stderr
        return done.stderr.strip()

    def write_contract(self, *arguments: str) -> str:
        """The first contract, with roles that no other project on the server has."""
        said = self.manage("schema_contract", "--write", *arguments)
        path = self.folder / "schemas.toml"
        text = path.read_text().replace('"appschemas_', f'"{self.name}_')
        path.write_text(text.replace("[roles]\n", f'[roles]\nprefix = "{self.name}_"\n'))
        return said

    def python(self, *lines: str) -> str:
        """What these lines print in the project's shell."""
        return self.manage("shell", "--no-imports", "-v", "0", "-c", "\n".join(lines))

    def value(self, statement: str) -> Any:
        """The one value of a query, asked as the administrator."""
        with psycopg.connect(self.url) as connection:
            row = connection.execute(statement).fetchone()  # type: ignore[arg-type]
        assert row is not None
        return row[0]


@contextmanager
def database(server: Mapping[str, Any], name: str) -> Iterator[str]:
    """The URL of an empty database; it and the roles that begin with its name are dropped."""
    with psycopg.connect(**{**server, "dbname": "postgres", "autocommit": True}) as maintenance:
        _drop(maintenance, name)
        maintenance.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield _url(server, name)
        finally:
            _drop(maintenance, name)


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    """A project that has no app yet, and no database."""
    return Stranger(tmp_path, f"s{secrets.token_hex(4)}")


@pytest.fixture
def settled(stranger: Stranger, server: dict[str, Any]) -> Iterator[Stranger]:
    """A project with an empty database; it is dropped at the end with its roles."""
    with database(server, stranger.name) as url:
        stranger.url = url
        yield stranger


@pytest.fixture
def second(tmp_path_factory: pytest.TempPathFactory, server: dict[str, Any]) -> Iterator[Stranger]:
    """Another project with an empty database on the same server."""
    name = f"s{secrets.token_hex(4)}"
    with database(server, name) as url:
        yield Stranger(tmp_path_factory.mktemp(name), name, url)


# Private
# -------


def _url(server: Mapping[str, Any], name: str) -> str:
    user, password = server.get("user") or "", server.get("password") or ""
    place = quote(str(server.get("host") or ""), safe="")
    port = f":{server['port']}" if server.get("port") else ""
    return f"postgresql://{quote(user)}:{quote(password, safe='')}@{place}{port}/{name}"


# Its own, and what its test runs have left.
_DATABASES = """
SELECT DISTINCT d.datname FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r
    ON r.oid = a.grantee WHERE starts_with(r.rolname, %s || '_') OR d.datname = %s
"""


def _drop(maintenance: psycopg.Connection[Any], name: str) -> None:
    for database in {name, *(row[0] for row in maintenance.execute(_DATABASES, [name, name]))}:
        drop = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        maintenance.execute(drop.format(Identifier(database)))
    found = "SELECT rolname FROM pg_catalog.pg_roles WHERE starts_with(rolname, %s)"
    if roles := [Identifier(role) for (role,) in maintenance.execute(found, [f"{name}_"])]:
        maintenance.execute(SQL("DROP ROLE {}").format(SQL(", ").join(roles)))


def _without_ours(environ: Mapping[str, str]) -> dict[str, str]:
    ours = ("DATABASE_URL", "DJANGO", "APPSCHEMAS")
    return {name: value for name, value in environ.items() if not any(o in name for o in ours)}
