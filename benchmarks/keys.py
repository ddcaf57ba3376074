"""Identity keys beside the foreign keys that Django would make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from benchmarks.changes import Deletes, Updates
from benchmarks.database import database
from benchmarks.figures import Figure, measured
from benchmarks.inserts import Inserts, Parent
from benchmarks.measuring import Effort

REFERENCING: Final = (1, 5, 18)
KEYS: Final = (1, 2, 4)


def run(url: str, parents: Iterable[int], scale: float, tell: Callable[[str], Any]) -> list[Figure]:
    """All figures."""
    effort = Effort() if scale == 1 else Effort(seconds=0, rounds=(2, 2), sample=0, most=2)
    figures: list[Figure] = []
    sizes = [Parent(f"person_{rows}", rows) for rows in parents]
    with database(url) as bench:
        tell("preparing")
        for parent in sizes:
            bench.parents(parent.name, parent.rows)
        holding = Deletes.prepare(bench, REFERENCING)
        bench.hold([*(held for parent in sizes for keys in KEYS for held in parent.tables(keys)), *holding])
        for parent in sizes:
            figures += measured(Inserts(bench, parent, effort, scale).works(), tell)
        figures += measured(Updates(bench, sizes[0].name, effort, scale).works(), tell)
        figures += measured(Deletes(bench, 18, effort, scale).works(), tell)
    return figures
