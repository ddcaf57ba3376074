"""Outcomes: what a section has measured, as tables and curves."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.figures import Figure


@dataclass(frozen=True, slots=True)
class Group:
    """Figures in one table; all have the same reference."""

    title: str
    figures: list[Figure]

    @property
    def sides(self) -> list[str]:
        """What is set beside the reference, in the order of the first figure that has all."""
        found: dict[str, None] = {}
        for figure in self.figures:
            found |= dict.fromkeys(figure.comparison.sides)
        reference = self.figures[0].work.reference
        return [side for side in found if side != reference]


@dataclass(frozen=True, slots=True)
class Curve:
    """The same work at growing sizes; `name` is that of its plot's file."""

    name: str
    title: str
    axis: str
    points: list[tuple[int, Figure]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a section gives."""

    groups: list[Group] = field(default_factory=list)
    curves: list[Curve] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
