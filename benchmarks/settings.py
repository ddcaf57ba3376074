"""Settings: what the command line asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from benchmarks.figures import Figure, Work, measured
from benchmarks.measuring import Effort, compare

Point = TypeVar("Point")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to measure.

    Args:
        url: The administrator's URL.
        parents: How many rows the parent tables have.
        quick: Whether only to try that everything runs.
        matching: Part of the name of what is measured; the rest is left out.
        seconds: How long to measure each figure.
        most: Rows in the largest tables, at most.
        tell: Is told what is measured next.
        show: Is shown each figure as soon as it is there.
    """

    url: str
    parents: tuple[int, ...]
    quick: bool
    matching: str
    seconds: float
    most: int
    tell: Callable[[str], Any]
    show: Callable[[Figure], Any]

    @property
    def effort(self) -> Effort:
        """The usual one."""
        if self.quick:
            return Effort(seconds=0, rounds=(1, 1), sample=0, most=1, warm=False)
        return Effort(self.seconds)

    @property
    def longer(self) -> Effort:
        """For what takes microseconds, and differs by few of them."""
        return replace(self.effort, seconds=0 if self.quick else 2 * self.seconds)

    @property
    def shorter(self) -> Effort:
        """For the points of a curve."""
        if self.quick:
            return self.effort
        return replace(self.effort, seconds=self.seconds / 2, rounds=(5, 400))

    def rows(self, number: int) -> int:
        """As many rows, or few for a trial."""
        return max(1, number // 100) if self.quick else min(number, self.most)

    def points(self, points: Sequence[Point]) -> Sequence[Point]:
        """The points of a curve, or the first of them for a trial."""
        return points[:1] if self.quick else points

    def briefly(self, work: Work) -> Figure:
        """One point of a curve."""
        return Figure(work, compare(work.sides(), work.reference, self.shorter))

    def measured(self, works: Iterable[Work]) -> list[Figure]:
        """Those of the works that are asked for."""
        chosen = [work for work in works if self.matching.lower() in work.name.lower()]
        figures = []
        for figure in measured(chosen, self.tell):
            self.show(figure)
            figures.append(figure)
        return figures
