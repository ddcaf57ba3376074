"""Figures: what is measured, and the ratio that it is held to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.measuring import Comparison, Effort, Side, Spread, compare


@dataclass(frozen=True, slots=True)
class Work:
    """Something to measure.

    Args:
        name: What is done, as the table says it.
        sides: Makes the sides; called just before they are measured.
        reference: The side that is 1.00.
        judged: The side that the target is for.
        target: The ratio to reach, or None where there is no promise.
        rate: Whether the target is for work done in a time, more being better.
    """

    name: str
    sides: Callable[[], Mapping[str, Side]]
    reference: str
    judged: str
    target: float | None = None
    effort: Effort = field(default_factory=Effort)
    rate: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Work that was measured."""

    work: Work
    comparison: Comparison

    @property
    def judged(self) -> str | None:
        """The side that the target is for, if it could be measured."""
        return self.work.judged if self.work.judged in self.comparison.sides else None

    def cpu(self, side: str) -> Spread | None:
        """The CPU of a side, as a ratio."""
        return self.comparison.cpu(side) if side in self.comparison.sides else None

    def wall(self, side: str) -> Spread | None:
        """The time of a side, or its rate, as a ratio."""
        if side not in self.comparison.sides:
            return None
        spread = self.comparison.wall(side)
        return _inverse(spread) if self.work.rate else spread

    @property
    def met(self) -> bool | None:
        """Whether both ratios reach the target; None where there is none or nothing measured."""
        if self.work.target is None or self.judged is None:
            return None
        found = (self.cpu(self.judged), self.wall(self.judged))
        return all(_reaches(each, self.work) for each in found if each is not None)


def measured(works: Iterable[Work], tell: Callable[[str], Any]) -> Iterator[Figure]:
    """Measure one after the other; `tell` is told what comes next."""
    for work in works:
        tell(work.name)
        yield Figure(work, compare(work.sides(), work.reference, work.effort))


# Private
# -------


def _inverse(spread: Spread) -> Spread:
    return Spread(1 / spread.middle, 1 / spread.high, 1 / spread.low)


def _reaches(spread: Spread, work: Work) -> bool:
    # As the table shows it: two digits.
    ratio, target = round(spread.middle, 2), work.target or 0
    return ratio >= target if work.rate else ratio <= target
