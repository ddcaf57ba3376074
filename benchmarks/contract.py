"""The first contract: what it costs to write one, beside the project's own start."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter
from typing import Final

from benchmarks.figures import Work
from benchmarks.measuring import Effort, Side
from benchmarks.outcome import Group, Outcome
from benchmarks.settings import Settings

START: Final = "the project's start"
WRITE: Final = "schema_contract --write"
APPS: Final = 20
TABLES: Final = 10
RELATIONS: Final = 760
TARGET: Final = 1.5


def run(settings: Settings) -> Outcome:
    """One figure; both sides are whole processes, and their CPU is what counts."""
    with tempfile.TemporaryDirectory() as folder:
        contract = Contract(Path(folder), settings)
        figures = settings.measured(contract.works())
        facts = [contract.seconds()] if figures else []
    return Outcome([Group("A first contract", figures)] if figures else [], facts=facts)


class Contract:
    """A project of 20 apps with 200 tables and 760 keys between them, written into a folder."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self.settings = settings
        self.clock: dict[str, list[float]] = {START: [], WRITE: []}
        _write(folder, 2 if settings.quick else APPS)

    def works(self) -> Iterator[Work]:
        """The command on a project that has no contract, against `django.setup()`."""
        start = [sys.executable, "-c", "import django; django.setup()"]
        write = [sys.executable, "-m", "django", "schema_contract", "--write"]
        yield Work(
            f"{APPS * TABLES} tables, {RELATIONS} relations",
            lambda: {
                START: Side(self._process(START, start)),
                WRITE: Side(self._process(WRITE, write)),
            },
            START,
            WRITE,
            TARGET,
            Effort(0, (1, 1) if self.settings.quick else (5, 5), 0, 1, not self.settings.quick),
        )

    def seconds(self) -> str:
        """The fact of the same by the clock."""
        start, write = (sorted(each)[len(each) // 2] for each in self.clock.values())
        return f"**By the clock:** {START} {start:.2f} s, {WRITE} {write:.2f} s."

    # Private
    # -------

    def _process(self, name: str, command: list[str]) -> Callable[[int], float]:
        environ = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "settings",
            "PYTHONPATH": str(self.folder),
        }
        if not self.settings.quick:
            # Compiled by the run that does not count; in a trial each does.
            environ["PYTHONPYCACHEPREFIX"] = str(self.folder / "pycache")

        def several(times: int) -> float:
            before, begun = _children(), perf_counter()
            for _ in range(times):
                (self.folder / "schemas.toml").unlink(missing_ok=True)
                subprocess.run(
                    command, cwd=self.folder, env=environ, check=True, stdout=subprocess.DEVNULL
                )
            self.clock[name].append(perf_counter() - begun)
            return _children() - before

        return several


# Private
# -------

_SETTINGS: Final = """\
from pathlib import Path
APPSCHEMAS_CONTRACT = Path(__file__).parent / "schemas.toml"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.admin",
    "django.contrib.sessions", "django.contrib.messages", "appschemas", *{apps!r},
]
"""
_MODELS: Final = "from django.db import models\n{models}"
_MODEL: Final = "\n\nclass Thing{number}(models.Model):\n    name = models.TextField()\n{keys}"
_KEY: Final = '    key{number} = models.ForeignKey("{to}", models.CASCADE, related_name="+")\n'
_MIGRATION: Final = """\
from django.db import migrations, models


class Migration(migrations.Migration):
    operations = [migrations.RunPython(lambda apps, editor: None), {operations}]
"""
_CREATE: Final = """
    migrations.CreateModel("Thing{number}", [("id", models.BigAutoField(primary_key=True))]),"""


def _children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(folder: Path, apps: int) -> None:
    names = [f"app_{number:02}" for number in range(apps)]
    (folder / "settings.py").write_text(_SETTINGS.format(apps=names))
    labels = [f"{name}.Thing{number}" for name in names for number in range(TABLES)]
    # Of each model to those that follow it at growing distances, so that most leave their app.
    pairs = (
        (label, labels[(place + step) % len(labels)])
        for step in cycle((1, 11, 23, 47))
        for place, label in enumerate(labels)
    )
    keys: dict[str, list[str]] = {label: [] for label in labels}
    for label, to in islice(pairs, RELATIONS * apps // APPS):
        keys[label].append(_KEY.format(number=len(keys[label]), to=to))
    for name in names:
        migrations = folder / name / "migrations"
        migrations.mkdir(parents=True)
        for path in (folder / name, migrations):
            (path / "__init__.py").touch()
        numbers = range(TABLES)
        models = "".join(
            _MODEL.format(number=each, keys="".join(keys[f"{name}.Thing{each}"]))
            for each in numbers
        )
        (folder / name / "models.py").write_text(_MODELS.format(models=models))
        created = "".join(_CREATE.format(number=each) for each in numbers)
        (migrations / "0001_initial.py").write_text(_MIGRATION.format(operations=created))
