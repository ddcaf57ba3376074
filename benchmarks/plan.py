"""Plan: what it costs that a project has functions of its own, which the contract does not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from appschemas.database.apply.apply import plan_of, read_state
from appschemas.database.catalog import CatalogState
from appschemas.database.model_state import ModelState
from appschemas.database.objects import Function
from appschemas.database.privileges import Grant, ObjectKind, Target
from benchmarks.database import BY_ROW, Database, Held, database
from benchmarks.figures import Work
from benchmarks.measuring import Side
from benchmarks.outcome import Group, Outcome
from benchmarks.settings import Settings

NONE: Final = "no function"
SOME: Final = "with functions"
FUNCTIONS: Final = (50, 500)
KEYS: Final = 24


def run(settings: Settings) -> Outcome:
    """The plan of one contract beside functions of the project's own; without them it is 1.00."""
    with database(settings.url) as bench:
        plans = Plans(bench, settings)
        figures = settings.measured(plans.works())
    return Outcome([Group(f"A plan over {KEYS} keys", figures)] if figures else [])


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans that nothing changes, over one state of a database."""

    bench: Database
    settings: Settings

    def works(self) -> Iterator[Work]:
        """Beside 50 and 500 functions, each granted by somebody to the schema's own role."""
        models = self._models()
        bare = read_state(self.bench.admin, self.bench.contract, models)
        for count in FUNCTIONS:
            yield self._work(count, models, bare)

    # Private
    # -------

    def _models(self) -> ModelState:
        held = [Held(BY_ROW, "parent_of_plan", 1, number) for number in range(1, KEYS + 1)]
        self.bench.parents("parent_of_plan", 10)
        self.bench.hold(held)
        return ModelState(
            frozenset(("notes", each.table) for each in held),
            tuple(reference for each in held for reference in each.references),
        )

    def _work(self, count: int, models: ModelState, bare: CatalogState) -> Work:
        states = {NONE: bare, SOME: _beside(bare, count)}

        def side(state: CatalogState) -> Side:
            def plan(times: int) -> None:
                for _ in range(times):
                    plan_of(self.bench.contract, models, state)

            return Side(plan, backends=(self.bench.admin.info.backend_pid,), client=True)

        return Work(
            f"{count} functions of the project's own",
            lambda: {name: side(state) for name, state in states.items()},
            NONE,
            SOME,
            target=1.2,
            effort=self.settings.effort,
        )


# Private
# -------


def _beside(bare: CatalogState, count: int) -> CatalogState:
    """The same database with functions that somebody made in a schema and granted there."""
    functions = dict(bare.functions)
    owners = dict(bare.owners)
    grants = set(bare.grants)
    for number in range(count):
        name = f"total_{number}"
        target = Target(ObjectKind.FUNCTION, "notes", name, "bigint")
        functions["notes", name, "bigint"] = Function(
            "notes", name, "bigint", "bigint", "STABLE", "", "sql", False, (), ""
        )
        owners[target] = "bench_notes_owner"
        grants.add(Grant(target, "bench_notes_rw", "EXECUTE"))
    return replace(bare, functions=functions, owners=owners, grants=frozenset(grants))
