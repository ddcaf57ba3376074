"""A project of any size: apps of some tables, each with a key of the first app's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final


def grow(folder: Path, apps: int, tables: int, schemas: int) -> None:
    """Write a project into the folder, that holds its keys by identity keys, or by foreign keys.

    Args:
        folder: An empty one.
        apps: How many there are.
        tables: How many each has.
        schemas: How many share the apps, the first one having the first app for itself.
    """
    names = [f"app_{number:03}" for number in range(apps)]
    (folder / "settings.py").write_text(SETTINGS.format(apps=names))
    (folder / "keys.py").write_text(_KEYS)
    (folder / "schemas.toml").write_text(_contract(names, schemas))
    for name in names:
        migrations = folder / name / "migrations"
        migrations.mkdir(parents=True)
        for path in (folder / name, migrations):
            (path / "__init__.py").touch()
        holds = name != _HUB
        numbers = range(tables)
        models = "".join(_MODEL.format(number=each, key=_FIELD * holds) for each in numbers)
        (folder / name / "models.py").write_text(_MODELS.format(models=models))
        created = "".join(_CREATE.format(number=each, key=_ENTRY * holds) for each in numbers)
        before = [(_HUB, "0001_initial")] * holds
        (migrations / "0001_initial.py").write_text(
            _MIGRATION.format(before=before, operations=created)
        )
        added = "".join(_ADD.format(number=each) for each in numbers)
        (migrations / "0002_noted.py").write_text(
            _MIGRATION.format(before=[(name, "0001_initial")], operations=added)
        )


# Private
# -------

_HUB: Final = "app_000"
_FIELD: Final = "    thing = key()\n"
_ENTRY: Final = '                ("thing", key()),\n'
_ROLES: Final = """\
version = 1

[roles]
application = "bench_app"
migrator = "bench_migrator"
prefix = "bench_"

[schemas.hub]
alias = "default"
apps = ["app_000"]
publishes = ["app_000.Thing0"]
"""
_SCHEMA: Final = """
[schemas.{name}]
apps = {apps}
references = ["app_000.Thing0"]
"""
SETTINGS: Final = """\
import os
from pathlib import Path

import dj_database_url

CONTRACT = Path(__file__).parent / "schemas.toml"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
APPS = {apps}
if "BENCH_PLAIN" in os.environ:
    INSTALLED_APPS = APPS
    DATABASES = {{
        "default": dj_database_url.parse(
            os.environ["DATABASE_URL"], engine="django.db.backends.postgresql"
        )
    }}
else:
    import appschemas

    APPSCHEMAS_CONTRACT = CONTRACT
    INSTALLED_APPS = appschemas.installed_apps(CONTRACT, ["appschemas", *APPS])
    DATABASES = appschemas.databases(CONTRACT, os.environ)
    DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]
"""
_KEYS: Final = """\
import os

from django.db.models import CASCADE

if "BENCH_PLAIN" in os.environ:
    from django.db.models import ForeignKey as Key
else:
    from appschemas import IdentityKey as Key


def key():
    return Key("app_000.Thing0", on_delete=CASCADE)
"""
_MODELS: Final = "from django.db import models\nfrom keys import key\n{models}"
_MODEL: Final = """

class Thing{number}(models.Model):
    name = models.CharField(max_length=40, unique=True)
{key}    note = models.TextField(default="")
"""
_MIGRATION: Final = """\
from django.db import migrations, models
from keys import key


class Migration(migrations.Migration):
    dependencies = {before}
    operations = [
{operations}    ]
"""
_CREATE: Final = """\
        migrations.CreateModel(
            "Thing{number}",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("name", models.CharField(max_length=40, unique=True)),
{key}            ],
        ),
"""
_ADD: Final = """\
        migrations.AddField("Thing{number}", "note", models.TextField(default="")),
"""


def _contract(names: list[str], schemas: int) -> str:
    others = [names[1 + number :: schemas - 1] for number in range(schemas - 1)]
    return _ROLES + "".join(
        _SCHEMA.format(name=f"schema_{number:03}", apps=json.dumps(apps))
        for number, apps in enumerate(others, start=1)
    )
