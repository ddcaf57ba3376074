"""A Django project that a test writes, with a database and logins of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent, indent
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg.sql import SQL, Identifier

from tests.tools import forks

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "open sesame"

_MANAGE = """
import os, sys
from itertools import groupby
from django.core.management import execute_from_command_line
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
for is_next, words in groupby(sys.argv[1:], "then".__eq__):
    if not is_next:
        execute_from_command_line([sys.argv[0], *words])
"""
_SETTINGS = """
import os
from pathlib import Path
import appschemas
SECRET_KEY = "only for tests"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPSCHEMAS_CONTRACT = Path(__file__).parent / "schemas.toml"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "appschemas",
    *{apps!r},
]
if "PLAIN" in os.environ:
    # As the project was before: one schema, no engine.
    import dj_database_url
    INSTALLED_APPS.remove("appschemas")
    DATABASES = {{"default": dj_database_url.parse(os.environ["ADMIN_DATABASE_URL"])}}
else:
    DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, os.environ)
    DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]
"""
_CONTRACT = """
version = 1
[roles]
application = "{name}_app"
migrator = "{name}_migrator"
prefix = "{name}_"
[extensions]
schema = "{name}_extensions"
[schemas.platform]
alias = "default"
apps = ["auth", "contenttypes"]
"""
_MIGRATION = """
from django.conf import settings
from django.db import connection, connections, migrations, models
from django.db.models import CASCADE, SET_NULL, BigAutoField, BigIntegerField, CharField
from django.db.models import ForeignKey, IntegerField, ManyToManyField, OneToOneField
from django.db.migrations import (
    AddField, AlterField, AlterModelTable, CreateModel, DeleteModel, RemoveField, RenameField,
    RenameModel, RunPython, RunSQL, SeparateDatabaseAndState,
)
from appschemas import AttachPartition, IdentityKey

ID = ("id", BigAutoField(primary_key=True))

{before}

class Migration(migrations.Migration):
{body}
"""
_PLACE = """
SELECT n.nspname, pg_get_userbyid(c.relowner)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'm', 'v') AND c.relname = %s
"""
_MODELS = """
from django.conf import settings
from django.db import models
from django.db.models import *
from appschemas import IdentityKey

"""


@dataclass
class App:
    """An app: its models, and its migrations by name."""

    models: str = ""
    migrations: dict[str, str] = field(default_factory=dict)

    def migration(self, name: str, body: str, before: str = "") -> App:
        """Add one; `body` is that of the class, `before` stands before it."""
        text = indent(dedent(body).strip(), "    ")
        self.migrations[name] = _MIGRATION.format(body=text, before=dedent(before).strip())
        return self


@dataclass(frozen=True)
class Project:
    """A project in its folder, and the administrator's login of its server."""

    folder: Path
    name: str
    server: Mapping[str, Any]

    def write(self, apps: Mapping[str, App], settings: str = "") -> None:
        """Write what the apps have; of an app that is there, what is new."""
        (self.folder / "manage.py").write_text(_MANAGE)
        (self.folder / "settings.py").write_text(_SETTINGS.format(apps=list(apps)) + settings)
        for label, app in apps.items():
            folder = self.folder / label / "migrations"
            folder.mkdir(parents=True, exist_ok=True)
            for package in (folder, folder.parent):
                (package / "__init__.py").touch()
            (folder.parent / "models.py").write_text(_MODELS + dedent(app.models))
            for name, text in app.migrations.items():
                (folder / f"{name}.py").write_text(text)

    def contract(self, schemas: Mapping[str, list[str]], more: str = "") -> None:
        """Write the contract of these schemas and their apps; what crosses is derived."""
        text = _CONTRACT.format(name=self.name)
        for schema, apps in schemas.items():
            listed = ", ".join(f'"{app}"' for app in apps)
            text += f"[schemas.{schema}]\napps = [{listed}]\n"
        (self.folder / "schemas.toml").write_text(text + dedent(more))
        self.manage("schema_contract", "--write")

    def manage(
        self, *arguments: str, fails: bool = False, exits: int | None = None, **environ: str
    ) -> str:
        """What the command prints; it must succeed, or fail without a traceback, or exit so."""
        done = forks.run(
            [sys.executable, "manage.py", *arguments],
            cwd=self.folder,
            environ=self.environ() | environ,
        )
        shown = done.stdout + done.stderr
        if exits is None:
            assert bool(done.returncode) == fails, shown
        else:
            assert done.returncode == exits, shown
        assert "Traceback" not in shown, shown
        return shown

    def python(self, text: str, **environ: str) -> str:
        """What a script prints that runs with the project's settings; it must succeed."""
        done = forks.run(
            [sys.executable, "-c", dedent(text)],
            cwd=self.folder,
            environ=self.environ() | {"DJANGO_SETTINGS_MODULE": "settings"} | environ,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def built(self, apps: Mapping[str, App], schemas: Mapping[str, list[str]]) -> list[str]:
        """Write the project and its contract, apply and migrate; the migrations in their order."""
        self.write(apps)
        self.contract(schemas)
        return _ran(self.manage("schema_apply", "--apply", "then", "migrate"))

    def is_in_step(self) -> bool:
        """Whether the database is as contract and models say, every key looked up."""
        return "all in step" in self.manage("schema_verify", "--orphans")

    def migrate(self, *arguments: str) -> list[str]:
        """The migrations that ran, in their order."""
        return _ran(self.manage("migrate", *arguments))

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What a query gives the administrator."""
        with self.administrator() as connection:
            return connection.execute(query.encode(), values or None).fetchall()

    def run(self, statement: str, schema: str, role: str = "rw") -> None:
        """Run a statement as a role of a schema, and commit."""
        with self.administrator() as connection, connection.transaction():
            to_role = SQL("SET ROLE {}").format(Identifier(f"{self.name}_{schema}_{role}"))
            to_path = SQL("SET search_path TO {}").format(Identifier(schema))
            connection.execute(to_role)
            connection.execute(to_path)
            connection.execute(statement.encode())

    def place(self, table: str) -> list[tuple[str, str]]:
        """(schema, owner) of the tables of that name."""
        return self.rows(_PLACE, table)

    def administrator(self) -> psycopg.Connection[Any]:
        """The administrator's connection."""
        return psycopg.connect(**{**self.server, "dbname": self.name, "autocommit": True})

    def url(self, login: str) -> str:
        """The URL of a login with the password of these tests."""
        return self._url(login, quote(PASSWORD))

    def environ(self) -> dict[str, str]:
        """The environment of a command: three logins, each with its own rights."""
        admin = (
            quote(str(self.server.get("user") or "")),
            quote(str(self.server.get("password") or ""), safe=""),
        )
        paths = [str(ROOT / "routers"), str(self.folder)]
        return {
            **{k: v for k, v in os.environ.items() if not k.endswith("DATABASE_URL")},
            "PYTHONPATH": os.pathsep.join(paths),
            "DATABASE_URL": self.url(f"{self.name}_app"),
            "MIGRATOR_DATABASE_URL": self.url(f"{self.name}_migrator"),
            "ADMIN_DATABASE_URL": self._url(*admin),
        }

    def _url(self, user: str, password: str) -> str:
        host, port = self.server.get("host") or "", self.server.get("port") or 5432
        return f"postgresql://{user}:{password}@{quote(str(host), safe='')}:{port}/{self.name}"


def _ran(shown: str) -> list[str]:
    words = (line.split() for line in shown.splitlines())
    return [line[1].removesuffix("...") for line in words if line and line[0].endswith("pplying")]


@contextmanager
def empty_project(server: Mapping[str, Any], folder: Path, name: str) -> Iterator[Project]:
    """A project without apps, with an empty database; that and its roles are dropped at the end."""
    with psycopg.connect(**{**server, "dbname": "postgres", "autocommit": True}) as maintenance:
        _drop(maintenance, name)
        maintenance.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            yield Project(folder, name, server)
        finally:
            _drop(maintenance, name)


def _drop(maintenance: psycopg.Connection[Any], name: str) -> None:
    maintenance.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
    found = "SELECT rolname FROM pg_catalog.pg_roles WHERE starts_with(rolname, %s)"
    if roles := [Identifier(role) for (role,) in maintenance.execute(found, [f"{name}_"])]:
        maintenance.execute(SQL("DROP ROLE {}").format(SQL(", ").join(roles)))
