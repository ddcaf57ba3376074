"""Projects that are set up as few are: split, their new code migrated, and put back."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from psycopg.sql import SQL, Identifier

from tests.tools.history_project import PASSWORD, App, Project, empty_project
from tests.tools.whole_catalog import whole_catalog

# Local times, a router and a database of the project's own, and a backend of its own before.
SETTINGS = """
USE_TZ, TIME_ZONE = False, "Asia/Tokyo"
INSTALLED_APPS += ["archive"]
import dj_database_url
DATABASES["archive"] = dj_database_url.parse(os.environ["ADMIN_DATABASE_URL"])
DATABASES["archive"]["NAME"] += "_archive"
DATABASE_ROUTERS = ["archive.router.ToTheArchive", *globals().get("DATABASE_ROUTERS", [])]
if "PLAIN" in os.environ:
    DATABASES["default"]["ENGINE"] = "counting"
"""
ROUTER = """
class ToTheArchive:
    def db_for_read(self, model, **hints):
        return "archive" if model._meta.app_label == "archive" else None
    db_for_write = db_for_read
    def allow_migrate(self, db, app_label, **hints):
        if "archive" == db or app_label == "archive":
            return (db, app_label) == ("archive", "archive")
        return None
"""
BACKEND = """
from django.db.backends.postgresql import base
class DatabaseWrapper(base.DatabaseWrapper):
    opened = 0
    def get_new_connection(self, params):
        DatabaseWrapper.opened += 1
        return super().get_new_connection(params)
"""
LOG = "at = DateTimeField(); who = ForeignKey('people.Person', CASCADE)"
WRITTEN = """
import django; django.setup()
from datetime import datetime
from archive.models import Box
from django.db import connection
from logs.models import Entry
from people.models import Person
who = Person.objects.create()
Entry.objects.create(at=datetime(2026, 1, 2, 3, 4), who=who)
Box.objects.create()
print(sorted({str(each.at) for each in Entry.objects.all()}),
      Box.objects.count(), connection.vendor)
"""


@pytest.fixture(scope="module")
def project(server: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Its tables in public, as its own settings have made them."""
    folder: Path = tmp_path_factory.mktemp("setup")
    with empty_project(server, folder, f"o{secrets.token_hex(4)}") as made, archive(made):
        created = "operations = [CreateModel({!r}, [ID{}])]"
        made.write(
            {
                "people": App("class Person(Model): pass").migration(
                    "0001_initial", created.format("Person", "")
                ),
                "logs": App(f"class Entry(Model): {LOG}").migration(
                    "0001_initial",
                    "dependencies = [('people', '0001_initial')]\n"
                    + created.format(
                        "Entry",
                        ", ('at', models.DateTimeField()),"
                        " ('who', ForeignKey('people.Person', CASCADE))",
                    ),
                ),
            },
            SETTINGS,
        )
        (folder / "archive").mkdir()
        (folder / "archive" / "__init__.py").touch()
        (folder / "archive" / "models.py").write_text(
            "from django.db import models\nclass Box(models.Model): pass\n"
        )
        (folder / "archive" / "router.py").write_text(ROUTER)
        (folder / "counting").mkdir()
        (folder / "counting" / "base.py").write_text(BACKEND)
        made.contract({"people": ["people"], "logs": ["logs"]})
        contract = folder / "schemas.toml"
        # As the hint of E024 says, of an alias that is another database's.
        assert "give the schema another one: alias in [schemas.archive]" in made.manage(
            "check", "--fail-level", "ERROR", fails=True
        )
        contract.write_text(
            contract.read_text().replace("[schemas.archive]", "[schemas.archive]\nalias = 'boxes'")
        )
        with made.administrator() as connection:
            role = Identifier(f"{made.name}_old")
            connection.execute(SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, PASSWORD))
            connection.execute(SQL("GRANT CREATE ON SCHEMA public TO {}").format(role))
            owned = SQL("ALTER DATABASE {} OWNER TO {}")
            connection.execute(owned.format(Identifier(f"{made.name}_archive"), role))
        before = old_code(made)
        made.manage("makemigrations", "archive", **before)
        made.manage("migrate", "then", "migrate", "--database=archive", **before)
        yield made


@contextmanager
def archive(project: Project) -> Iterator[None]:
    """Its second database, which everybody may write, and which goes with the first."""
    name = Identifier(f"{project.name}_archive")
    with project.administrator() as connection:
        connection.autocommit = True
        connection.execute(SQL("CREATE DATABASE {}").format(name))
    try:
        yield
    finally:
        with project.administrator() as connection:
            connection.autocommit = True
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def old_code(project: Project) -> dict[str, str]:
    """The environment of the code of before: one login, Django's backend or its own."""
    return {"PLAIN": "1", "ADMIN_DATABASE_URL": project.url(f"{project.name}_old")}


def test_it_is_split_written_by_new_code_and_put_back(project: Project) -> None:
    before = project.python(WRITTEN, **old_code(project))
    with project.administrator() as connection:
        at_first = whole_catalog(connection, "")
    applied = project.rows("SELECT applied FROM django_migrations WHERE app = 'logs'")

    project.manage("schema_split", "--apply")
    project.manage("migrate")
    after = project.python(WRITTEN)
    copied = project.rows("SELECT applied FROM logs.django_migrations WHERE app = 'logs'")
    project.manage("schema_split", "--undo")
    project.manage("schema_apply", "--remove", "--to", f"{project.name}_old", "--apply")

    assert before == "['2026-01-02 03:04:00'] 1 postgresql\n"
    assert after == "['2026-01-02 03:04:00'] 2 postgresql\n"
    assert copied == applied
    with project.administrator() as connection:
        assert whole_catalog(connection, "") == at_first
    assert project.python(WRITTEN, **old_code(project)) == "['2026-01-02 03:04:00'] 3 postgresql\n"
