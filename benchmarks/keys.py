"""Identity keys beside the foreign keys that Django would make."""

from __future__ import annotations

from typing import Final

from benchmarks.changes import Deletes, Updates
from benchmarks.database import database
from benchmarks.inserts import Inserts, Parent
from benchmarks.outcome import Group, Outcome
from benchmarks.settings import Settings

REFERENCING: Final = (1, 5, 18)
KEYS: Final = (1, 2, 4)


def run(settings: Settings) -> Outcome:
    """All figures."""
    groups = []
    sizes = [Parent(f"person_{rows}", rows) for rows in settings.parents]
    with database(settings.url) as bench:
        settings.tell("Making the tables")
        for parent in sizes:
            bench.parents(parent.name, parent.rows)
        tables = [held for parent in sizes for keys in KEYS for held in parent.tables(keys)]
        bench.hold([*tables, *Deletes.prepare(bench, REFERENCING)])
        for parent in sizes:
            inserts = Inserts(bench, parent, settings)
            groups.append(
                Group(f"Inserts, {parent.rows:,} parents", settings.measured(inserts.works()))
            )
        changes = [
            *Updates(bench, sizes[0].name, settings).works(),
            *Deletes(bench, REFERENCING[-1], settings).works(),
        ]
        groups.append(Group("Updates and deletes", settings.measured(changes)))
    return Outcome([group for group in groups if group.figures])
