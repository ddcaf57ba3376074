"""migrate: one pass over all schemas, beside Django's own over one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks.figures import Work
from benchmarks.histories import write_history
from benchmarks.measuring import Cost, Effort, Side
from benchmarks.outcome import Group, Outcome
from benchmarks.settings import Settings
from benchmarks.workshop import Project, Workshop, workshop

DJANGOS: Final = "Django's own, one schema"
OURS: Final = "a schema for each app"
# So many rounds, whatever they take.
ROUNDS: Final = 3


def run(settings: Settings) -> Outcome:
    """All figures, each run in a process of its own on an empty database."""
    with workshop(settings) as shop:
        migrations = Migrations(settings, shop)
        figures = settings.measured(migrations.works())
    return Outcome([Group("migrate", figures)] if figures else [])


@dataclass(frozen=True, slots=True)
class Migrations:
    """What is migrated."""

    settings: Settings
    shop: Workshop

    def works(self) -> Iterator[Work]:
        """Small migrations, chained keys, and nothing to do."""
        few = self.settings.quick
        many = self._history(3, 2, 3) if few else self._history(10, 10, 20)
        chain = self._history(4, 2, 1, chained=True)
        if not few:
            chain = self._history(40, 10, 1, chained=True)
        yield self._work("200 migrations of 10 apps", many, 1.15)
        yield self._work("the same, with nothing to do", many, 1.2, "--again")
        yield self._work("40 apps of 10 tables in one chain of keys", chain, 0.2)

    # Private
    # -------

    def _history(
        self, apps: int, tables: int, migrations: int, *, chained: bool = False
    ) -> Project:
        path = self.shop.folder / f"history_{apps}_{tables}_{migrations}"
        if not path.exists():
            path.mkdir()
            write_history(path, apps, tables, migrations, chained=chained)
        return Project({"DJANGO_SETTINGS_MODULE": "settings"}, path)

    def _work(self, name: str, project: Project, target: float, *options: str) -> Work:
        sides = {
            DJANGOS: self._side(project.where(BENCH_PLAIN="1"), *options),
            OURS: self._side(project, *options),
        }
        rounds = 1 if self.settings.quick else ROUNDS
        effort = Effort(seconds=0, rounds=(rounds, rounds), most=1, warm=False)
        return Work(name, lambda: sides, DJANGOS, OURS, target=target, effort=effort)

    def _side(self, project: Project, *options: str) -> Side:
        def migrated(times: int) -> Cost:
            printed = self.shop.on_empty_database(project, "benchmarks.migrating", *options)
            return Cost(**json.loads(printed.splitlines()[-1]))

        return Side(migrated)
