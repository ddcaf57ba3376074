"""Test databases: what it takes to make one, and what a test costs on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from appschemas.contract.contract import Contract
from benchmarks.figures import Figure, Work
from benchmarks.measuring import Effort, Side
from benchmarks.outcome import Curve, Group, Outcome
from benchmarks.settings import Settings
from benchmarks.workshop import Workshop, workshop

DJANGOS: Final = "Django's own runner"
OURS: Final = "all schemas"
ALONE: Final = "one schema alone"
BARE: Final = "CREATE DATABASE .. TEMPLATE"
TEMPLATE: Final = "from the template"
PLAIN: Final = "plain pytest-django"
SCHEMAS: Final = "with schemas"
# In seconds, and in milliseconds.
ONE_ALONE: Final = 1.5
WARM: Final = 150
MOST: Final = 100


def run(settings: Settings) -> Outcome:
    """All figures, each in processes of its own."""
    with workshop(settings) as shop:
        databases = TestDatabases(settings, shop)
        cold = settings.measured(databases.cold())
        warm = settings.measured(databases.warm())
        tests = settings.measured(databases.tests())
        groups = {
            "A test database, made from nothing": cold,
            "A test database, cloned": warm,
            "Tests": tests,
        }
        whole = not settings.matching
        facts = [*databases.alone(), *databases.seconds(warm), *databases.most()] if whole else []
        curves = list(databases.curves()) if whole else []
    return Outcome([Group(*each) for each in groups.items() if each[1]], curves, facts)


@dataclass(frozen=True, slots=True)
class TestDatabases:
    """What is measured of them."""

    settings: Settings
    shop: Workshop

    def cold(self) -> Iterator[Work]:
        """Everything is made; the reference runs the same migrations into one schema."""
        for name, how in {"from migrations": (), "from models": ("--from-models",)}.items():
            sides = {
                DJANGOS: self.shop.making(self.shop.shared, *how),
                OURS: self.shop.beginning(self.shop.reference, *how),
            }
            yield self._work(f"14 apps, {name}", sides, DJANGOS, OURS, 1.25)

    def warm(self) -> Iterator[Work]:
        """A clone, and all that finds out that it is the right one."""
        sides = {
            BARE: self.shop.cloning(self.shop.reference),
            TEMPLATE: self.shop.making(self.shop.reference),
        }
        yield self._work("14 apps, template there", sides, BARE, TEMPLATE, 3)

    def tests(self) -> Iterator[Work]:
        """A test that writes a row and reads it."""
        for name, databases, target in (
            ("a test of one schema", "wg21_paper_tracker", 1.03),
            ("a test that declares all 14 and the platform", "__all__", 1.2),
        ):
            sides = {
                PLAIN: self.shop.testing(self.shop.shared),
                SCHEMAS: self.shop.testing(self.shop.reference.where(BENCH_DATABASES=databases)),
            }
            yield self._work(name, sides, PLAIN, SCHEMAS, target)

    def alone(self) -> Iterator[str]:
        """The fact of the apps, each alone and cold."""
        contract = Contract.load(Path(self.shop.reference.environ["BENCH_CONTRACT"]))
        names = [schema.name for schema in contract.schemas if schema.alias != "default"]
        took = {}
        for name in names[:1] if self.settings.quick else names:
            self.settings.tell(f"{name} alone")
            side = self.shop.beginning(self.shop.reference.where(APPSCHEMAS=name))
            took[name] = side.run(1) or 0
        slowest = max(took, key=lambda name: took[name])
        verdict = "met" if took[slowest] <= ONE_ALONE else "not met"
        yield (
            f"**One app alone, nothing there before:** {min(took.values()):.2f} to "
            f"{took[slowest]:.2f} s, the slowest being `{slowest}`; promised are {ONE_ALONE:g} s "
            f"({verdict})."
        )

    def seconds(self, warm: list[Figure]) -> Iterator[str]:
        """The fact of the clone, by the clock."""
        for figure in warm:
            ours, bare = (1000 * figure.comparison.seconds(side) for side in (TEMPLATE, BARE))
            verdict = "met" if round(ours) <= WARM else "not met"
            yield (
                f"**14 apps, template there:** {ours:.0f} ms, {bare:.0f} ms of it the clone; "
                f"promised are {WARM} ms ({verdict})."
            )

    def curves(self) -> Iterator[Curve]:
        """The same apps in more and more schemas, and more and more of both."""
        few = self.settings.quick
        apps, tables, in_schemas = (2, 2, (2,)) if few else (12, 5, (2, 4, 12))
        yield Curve(
            "aliases",
            f"The same {apps} apps of {tables} tables, from migrations, in more and more schemas",
            "schemas",
            [(number, self._grown(apps, tables, number, [OURS])) for number in in_schemas],
        )
        for name, title, how, sizes in (
            ("migrations", "from migrations", (), (5, 10, 20)),
            ("models", "from models", ("--from-models",), (10, 30, MOST)),
        )[2 * few :]:
            yield Curve(
                name,
                f"More and more schemas of one app with 10 tables, {title}",
                "schemas",
                [
                    (number, self._grown(number, 2 if few else 10, number, [OURS, ALONE], *how))
                    for number in ((2,) if few else sizes)
                ],
            )

    def most(self) -> Iterator[str]:
        """The fact of so many schemas that Django's own runner would take all day."""
        number, tables = (2, 2) if self.settings.quick else (MOST, 10)
        self.settings.tell(f"{number} schemas")
        project = self.shop.grown(number, tables, number)
        whole = self.shop.beginning(project).run(1) or 0
        alone = self.shop.beginning(project.where(APPSCHEMAS="schema_001")).run(1) or 0
        yield (
            f"**{number} schemas of {tables} tables, from migrations:** {whole:.1f} s, and "
            f"{alone:.2f} s for one of them alone."
        )

    # Private
    # -------

    def _work(
        self, name: str, sides: dict[str, Side], reference: str, judged: str, target: float
    ) -> Work:
        return Work(name, lambda: sides, reference, judged, target, self._effort)

    @property
    def _effort(self) -> Effort:
        # A sample is a process that takes seconds.
        rounds = (1, 1) if self.settings.quick else (5, 5)
        warm = not self.settings.quick
        return replace(self.settings.effort, rounds=rounds, most=1, seconds=0, warm=warm)

    def _grown(self, apps: int, tables: int, schemas: int, sides: list[str], *how: str) -> Figure:
        self.settings.tell(f"{apps} apps of {tables} tables in {schemas} schemas")
        project = self.shop.grown(apps, tables, schemas)
        alone = project.where(APPSCHEMAS="schema_001")
        all_sides = {
            DJANGOS: self.shop.making(project.where(BENCH_PLAIN="1"), *how),
            OURS: self.shop.beginning(project, *how),
            ALONE: self.shop.beginning(alone, *how),
        }
        effort = replace(self._effort, rounds=(1, 1) if self.settings.quick else (3, 3), warm=False)
        work = Work(
            f"{schemas} schemas",
            lambda: {side: all_sides[side] for side in (DJANGOS, *sides)},
            DJANGOS,
            OURS,
            effort=effort,
        )
        (figure,) = self.settings.measured([work])
        return figure
