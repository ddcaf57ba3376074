"""Projects with a history: apps of some tables, and migrations that add to them one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from benchmarks.grown import SETTINGS


def write_history(folder: Path, apps: int, tables: int, migrations: int, *, chained: bool) -> None:
    """Write a project into the folder, each app in a schema of its own.

    Args:
        folder: An empty one.
        apps: How many there are.
        tables: How many each has.
        migrations: How many each app has.
        chained: Whether each app holds keys of the one before it, and each table of the one before
            it in its app, so that all hang together; or all apps of the first one.
    """
    names = [f"app_{number:03}" for number in range(apps)]
    (folder / "settings.py").write_text(SETTINGS.format(apps=names))
    (folder / "keys.py").write_text(_KEYS)
    targets = dict(zip(names[1:], names if chained else [names[0]] * apps, strict=False))
    (folder / "schemas.toml").write_text(_contract(names, targets, tables))
    for name in names:
        (folder / name / "migrations").mkdir(parents=True)
        for path in (folder / name, folder / name / "migrations"):
            (path / "__init__.py").touch()
        _write_app(folder, name, targets.get(name), tables, migrations, chained=chained)


# Private
# -------

_KEYS: Final = """\
import os

from django.db.models import CASCADE

if "BENCH_PLAIN" in os.environ:
    from django.db.models import ForeignKey as Key
else:
    from appschemas import IdentityKey as Key


def key(to):
    return Key(to, on_delete=CASCADE, null=True, related_name="+")
"""
_ROLES: Final = """\
version = 1

[roles]
application = "bench_app"
migrator = "bench_migrator"
prefix = "bench_"
"""
_MODEL: Final = """

class Thing{number}(models.Model):
    name = models.CharField(max_length=40, unique=True)
    other = models.ForeignKey("{other}", models.CASCADE, null=True, related_name="+")
{fields}"""
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
                ("id", {id}),
                ("name", models.CharField(max_length=40, unique=True)),
                (
                    "other",
                    models.ForeignKey(
                        "{app}.{other}", models.CASCADE, null=True, related_name="+"
                    ),
                ),
{key}            ],
        ),
"""
_ID: Final = (
    'models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")'
)
_NOTE: Final = "models.TextField(default='')"


def _contract(names: list[str], targets: dict[str, str], tables: int) -> str:
    text = _ROLES
    for name in names:
        held = sorted({f"{name}.Thing{each}" for each in range(tables)})
        published = held if name in targets.values() else []
        wanted = targets.get(name)
        keys = [f"{wanted}.Thing{each}" for each in range(tables)] if wanted else []
        text += f"\n[schemas.{name}]\napps = ['{name}']\n"
        text += 'alias = "default"\n' if name == names[0] else ""
        text += f"publishes = {published}\nreferences = {keys}\n"
    return text


def _write_app(
    folder: Path, name: str, target: str | None, tables: int, migrations: int, *, chained: bool
) -> None:
    notes = [f"note_{number:02}" for number in range(1, migrations)]
    models, created = "from django.db import models\nfrom keys import key\n", ""
    for number in range(tables):
        key = f'key("{target}.Thing{number}")' if target else ""
        fields = [f"    {note} = {_NOTE}\n" for note in notes if _is_of(note, number, tables)]
        fields += [f"    thing = {key}\n"] if key else []
        other = f"Thing{number - 1 if chained and number else number}"
        models += _MODEL.format(number=number, other=other, fields="".join(fields))
        entry = f'                ("thing", {key}),\n' if key else ""
        created += _CREATE.format(number=number, other=other, app=name, key=entry, id=_ID)
    (folder / name / "models.py").write_text(models)
    before = [(target, f"m{0:04}")] if target else []
    texts = [_MIGRATION.format(before=before, operations=created)]
    for number, note in enumerate(notes):
        added = "".join(
            f'        migrations.AddField("Thing{each}", "{note}", {_NOTE}),\n'
            for each in range(tables)
            if _is_of(note, each, tables)
        )
        texts.append(_MIGRATION.format(before=[(name, f"m{number:04}")], operations=added))
    for number, text in enumerate(texts):
        (folder / name / "migrations" / f"m{number:04}.py").write_text(text)


def _is_of(note: str, number: int, tables: int) -> bool:
    return int(note.removeprefix("note_")) % tables == number
