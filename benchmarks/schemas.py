"""Schemas: what commands take on a project of some hundreds, and how that grows."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

import psycopg
from psycopg.sql import SQL, Identifier

from benchmarks.figures import Figure, Work
from benchmarks.histories import write_history
from benchmarks.measuring import Effort, Side, compare
from benchmarks.outcome import Curve, Outcome
from benchmarks.processes import ran
from benchmarks.settings import Settings
from benchmarks.workshop import Project, Workshop, workshop

TABLES: Final = 10
SIZES: Final = (10, 40, 100, 300)
# Django's own side is measured where it ends, and no longer than this many seconds.
BESIDE: Final = (40, 100)
LIMIT: Final = 300
# Rows of each table, each with a key, when keys are looked up.
ROWS: Final = 1_000
# The commands that change nothing, by what they are called in the table.
STARTED: Final = "check"
AGAIN: Final = {
    STARTED: ("check",),
    "makemigrations --check": ("makemigrations", "--check", "--dry-run"),
    "schema_apply": ("schema_apply",),
    "schema_verify": ("schema_verify",),
    "schema_verify --orphans": ("schema_verify", "--orphans"),
    "schema_sql --check": ("schema_sql", "--check", "--output", "sql"),
}
# In seconds for 100 schemas, beyond the start of the process; as a ratio to Django's own.
SECONDS: Final = {
    "schema_apply": 1.5,
    "schema_apply --apply": 6.0,
    "schema_apply --apply, tables there": 6.0,
    "schema_verify": 1.0,
    "schema_sql --check": 3.0,
}
# What `--orphans` does beyond `schema_verify`, by a join for each key and nothing else.
ORPHANS, BARE = "schema_verify --orphans", "one anti-join per key"
RATIOS: Final = {"migrate": 0.3, "makemigrations --check": 1.2, STARTED: 1.3}
JUDGED: Final = 100


def run(settings: Settings) -> Outcome:
    """Facts for each size, and how the commands grow; the start of a process is 1.00."""
    sizes = (2,) if settings.quick else SIZES
    with workshop(settings) as shop:
        grown = [Grown(settings, shop, size, settings.quick) for size in sizes]
        points = [(each.size, each.measured()) for each in grown]
    title = f"Commands on more and more schemas of {TABLES} tables in one chain of keys"
    curve = Curve("schemas", title, "schemas", points)
    return Outcome(curves=[curve], facts=["\n".join(_table(grown))])


@dataclass
class Grown:
    """A project of so many schemas, and what was measured of it, in seconds of CPU."""

    settings: Settings
    shop: Workshop
    size: int
    quick: bool

    def __post_init__(self) -> None:
        path = self.shop.folder / f"schemas_{self.size}"
        path.mkdir()
        self.tables = 2 if self.quick else TABLES
        write_history(path, self.size, self.tables, 1, chained=True)
        self.project = Project({"DJANGO_SETTINGS_MODULE": "settings"}, path)
        self.took: dict[str, float] = {}
        self.djangos: dict[str, float | None] = {}

    def measured(self) -> Figure:
        """Those that change nothing, beside the start of a process."""
        self._measure_django()
        with self.shop.empty_database():
            applying = "schema_apply", "--apply"
            self.took["schema_apply --apply"] = self._seconds(self.project, *applying)
            self.took["migrate"] = self._seconds(self.project, "migrate", "--verbosity", "0")
            there = "schema_apply --apply, tables there"
            self.took[there] = self._seconds(self.project, *applying)
            self._seconds(self.project, "schema_sql", "--output", self._sql)
            self.took[BARE] = self._anti_joined()
            again = list(AGAIN)[:: 2 if self.quick else 1]
            sides = {name: Side(self._running(*AGAIN[name])) for name in again}
            rounds = (1, 1) if self.quick else (3, 3)
            effort = Effort(seconds=0, rounds=rounds, most=1, warm=False)
            comparison = compare(sides, STARTED, effort)
        for name in again:
            self.took[name] = comparison.seconds(name)
        work = Work(f"{self.size} schemas", lambda: sides, STARTED, "schema_apply", effort=effort)
        return Figure(work, comparison)

    # Private
    # -------

    @property
    def _sql(self) -> str:
        return str(self.shop.folder / f"sql_{self.size}")

    def _measure_django(self) -> None:
        if self.size not in BESIDE:
            return
        plain = self.project.where(BENCH_PLAIN="1")
        with self.shop.empty_database():
            for name, words in {
                STARTED: AGAIN[STARTED],
                "migrate": ("migrate", "--verbosity", "0"),
                "makemigrations --check": AGAIN["makemigrations --check"],
            }.items():
                # Its migrate changes what there is, and is long: once.
                times = 1 if name == "migrate" or self.quick else 3
                try:
                    took = [self._seconds(plain, *words, limit=LIMIT) for _ in range(times)]
                    self.djangos[name] = median(took)
                except subprocess.TimeoutExpired:
                    self.djangos[name] = None

    def _anti_joined(self) -> float:
        """Fill the tables, and look up their keys."""
        chain = [
            [Identifier(name, f"{name}_thing{number}") for number in range(self.tables)]
            for name in (f"app_{app:03}" for app in range(self.size))
        ]
        with psycopg.connect(self.shop.url, autocommit=True) as server:
            # The keys are there: no trigger has to say so.
            server.execute("SET session_replication_role = replica")
            for at, tables in enumerate(chain):
                for table in tables:
                    server.execute((_FILL if at else _FILL_FIRST).format(table=table, rows=ROWS))
            server.execute("ANALYZE")
        with psycopg.connect(self.shop.url, autocommit=True) as server:
            for parents, children in pairwise(chain):
                for parent, child in zip(parents, children, strict=True):
                    server.execute(_ANTI_JOIN.format(child=child, parent=parent))
            return ran(server.info.backend_pid)

    def _running(self, *words: str) -> Callable[[int], float]:
        words = tuple(self._sql if word == "sql" else word for word in words)
        return lambda times: sum(self._seconds(self.project, *words) for _ in range(times))

    def _seconds(self, project: Project, *words: str, limit: float | None = None) -> float:
        self.settings.tell(f"{self.size} schemas: {' '.join(words[:2])}")
        begun = self.shop.cpu()
        self.shop.run(project, "django", *words, timeout=limit)
        return self.shop.cpu() - begun


# Private
# -------

_FILL_FIRST: Final = SQL(
    "INSERT INTO {table} (name) SELECT 'n' || i FROM generate_series(1, {rows}) AS i"
)
_FILL: Final = SQL(
    "INSERT INTO {table} (name, thing_id) SELECT 'n' || i, i FROM generate_series(1, {rows}) AS i"
)
_ANTI_JOIN: Final = SQL(
    "SELECT count(*) FROM {child} c WHERE c.thing_id IS NOT NULL"
    " AND NOT EXISTS (SELECT FROM {parent} p WHERE p.id = c.thing_id)"
)


def _table(grown: list[Grown]) -> Iterator[str]:
    names = ["schema_apply --apply", "migrate", "schema_apply --apply, tables there", *AGAIN, BARE]
    names = [name for name in names if name in grown[0].took]
    yield (
        "**Whole processes, in seconds of CPU, that of the server with it;** in brackets the ratio "
        "to Django's own on one schema:\n"
    )
    heads = [f"{each.size} schemas" for each in grown]
    yield f"| | at most, for {JUDGED} | {' | '.join(heads)} | |"
    yield "|---" * (len(heads) + 3) + "|"
    for name in names:
        cells = [_cell(each, name) for each in grown]
        judged = next((each for each in grown if each.size == JUDGED), None)
        yield f"| `{name}` | {_target(name)} | {' | '.join(cells)} | {_verdict(judged, name)} |"


def _cell(each: Grown, name: str) -> str:
    beside = ""
    if name in each.djangos:
        other = each.djangos[name]
        beside = f" ({each.took[name] / other:.2f})" if other else f" (Django's own: > {LIMIT} s)"
    return f"{each.took[name]:.1f}{beside}"


def _target(name: str) -> str:
    if name in RATIOS:
        return f"{RATIOS[name]:g} of Django's own"
    if name == ORPHANS:
        return f"schema_verify + {BARE}"
    return f"start + {SECONDS[name]:g} s" if name in SECONDS else ""


def _verdict(judged: Grown | None, name: str) -> str:
    if judged is None or not _target(name):
        return ""
    if name == ORPHANS:
        met = judged.took[name] <= judged.took["schema_verify"] + judged.took[BARE]
    elif name in SECONDS:
        met = judged.took[name] - judged.took[STARTED] <= SECONDS[name]
    else:
        other = judged.djangos[name]
        met = judged.took[name] <= RATIOS[name] * (other or LIMIT)
    return "met" if met else "not met"
