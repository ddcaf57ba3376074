"""Identity keys beside the foreign keys that Django would make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from benchmarks.changes import REFERENCING as MOST
from benchmarks.changes import Deletes, Updates
from benchmarks.database import Database, database
from benchmarks.inserts import Inserts, Parent
from benchmarks.notes.models import PARENT
from benchmarks.outcome import Curve, Group, Outcome
from benchmarks.saves import ROWS as PEOPLE
from benchmarks.saves import Saves
from benchmarks.settings import Settings
from benchmarks.writers import Writers, pgbench

TITLE: Final = "Identity keys"
REFERENCING: Final = (1, 5, MOST)
KEYS: Final = (1, 2, 4)
ROWS: Final = (1, 10, 100, 1_000, 10_000, 100_000)


def run(settings: Settings) -> Outcome:
    """All figures and curves; the foreign key is 1.00."""
    referencing = (1, 2) if settings.quick else REFERENCING
    with database(settings.url) as bench:
        settings.tell("Making the tables")
        sizes = [Parent(f"person_{rows}", rows) for rows in settings.parents]
        between = [
            Parent(f"person_{rows}", rows)
            for rows in _powers(settings)
            if rows not in settings.parents
        ]
        people = Parent(PARENT, PEOPLE)
        for parent in (people, *sizes, *between):
            bench.parents(parent.name, parent.rows)
        bench.hold(
            [
                *(held for parent in sizes for keys in KEYS for held in parent.tables(keys)),
                *(held for parent in (people, *between) for held in parent.tables(1)),
                *Deletes.prepare(bench, referencing),
            ]
        )
        groups = [
            Group(
                f"Rows that come, {parent.rows:,} parents",
                settings.measured(
                    [
                        *Inserts(bench, parent, settings).works(),
                        *Writers(bench, parent, settings).works(),
                    ]
                ),
            )
            for parent in sizes
        ]
        changes = [
            *Updates(bench, sizes[0].name, settings).works(),
            *Deletes(bench, referencing[-1], settings).works(),
        ]
        groups.append(Group("Rows that change, parents that go", settings.measured(changes)))
        groups.append(
            Group(
                f"Through the ORM, {PEOPLE:,} parents (CPU of PostgreSQL and of Django together)",
                settings.measured(Saves(bench, settings).works()),
            )
        )
        curves = [] if settings.matching else list(_growth(bench, sizes, between, settings))
    facts = [] if pgbench() else ["pgbench was not found: no figure for writers at once."]
    return Outcome([group for group in groups if group.figures], curves, facts)


# Private
# -------


def _powers(settings: Settings) -> list[int]:
    """Powers of ten from the smallest parent table to the largest."""
    found = [min(settings.parents)]
    while found[-1] * 10 <= max(settings.parents):
        found.append(found[-1] * 10)
    return found


def _growth(
    bench: Database, sizes: list[Parent], between: list[Parent], settings: Settings
) -> Iterator[Curve]:
    small = Inserts(bench, sizes[0], settings)
    yield Curve(
        "rows",
        "INSERT..SELECT by its rows",
        "rows",
        [(rows, settings.briefly(small.growing(rows))) for rows in settings.points(ROWS)],
    )
    yield Curve(
        "keys-of-a-row",
        "INSERT of one row by its keys",
        "key columns",
        [(keys, settings.briefly(small.growing(1, keys))) for keys in settings.points(KEYS)],
    )
    yield Curve(
        "keys-in-bulk",
        "INSERT..SELECT of 10,000 rows by their keys",
        "key columns",
        [(keys, settings.briefly(small.growing(10_000, keys))) for keys in settings.points(KEYS)],
    )
    parents = sorted([*sizes, *between], key=lambda parent: parent.rows)
    yield Curve(
        "parents",
        "INSERT..SELECT of 10,000 rows by the size of the parent",
        "rows of the parent",
        [
            (parent.rows, settings.briefly(Inserts(bench, parent, settings).growing(10_000)))
            for parent in parents
        ],
    )
    deletes = [
        (tables, Deletes(bench, tables, settings)) for tables in settings.points(REFERENCING)
    ]
    yield Curve(
        "delete-one",
        "DELETE of one parent by the tables that refer to it",
        "referencing tables",
        [(tables, settings.briefly(each.one("one"))) for tables, each in deletes],
    )
    yield Curve(
        "delete-many",
        "DELETE of 5,000 parents by the tables that refer to them",
        "referencing tables",
        [(tables, settings.briefly(each.many("many"))) for tables, each in deletes],
    )
