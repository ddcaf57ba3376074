"""Measuring: the sides of a comparison take turns, and each is set beside the reference.

A machine that others use, too, is fast in one second and slow in the next. So all sides do the same
work in every round, a slice at a time, in an order that turns with the round. What counts is the
ratio to the reference in the same round: its median over the rounds, with the quartiles.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import Final

from benchmarks.processes import ran


def _nothing(times: int) -> None:
    """Nothing has to be made ready."""


@dataclass(frozen=True, slots=True)
class Side:
    """One way to do the work.

    Args:
        run: Does the work this many times; this is what is measured. Returns the seconds, or all of
            the cost, where it knows them better than the clock around it.
        ready: Makes ready for that many, not measured; they may then be run in several calls.
        backends: The processes of the server that do the work.
        client: Whether this process's own CPU belongs to the cost: where Django is compared.
    """

    run: Callable[[int], float | Cost | None]
    ready: Callable[[int], None] = _nothing
    backends: tuple[int, ...] = ()
    client: bool = False


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: rounds until the seconds are used up, within bounds.

    Args:
        seconds: For all rounds of one comparison.
        rounds: The fewest and the most.
        sample: Seconds that the reference works in a round, at least.
        most: How often one sample repeats the work, at most.
        warm: Whether there is a round before those that count.
    """

    seconds: float = 6.0
    rounds: tuple[int, int] = (7, 400)
    sample: float = 0.03
    most: int = 5000
    warm: bool = True


@dataclass(frozen=True, slots=True)
class Cost:
    """What a sample took; no CPU where the server is on another machine."""

    wall: float
    cpu: float | None

    @property
    def seconds(self) -> float:
        """CPU where it is known: it does not count the time in which others had the core."""
        return self.wall if self.cpu is None else self.cpu


@dataclass(frozen=True, slots=True)
class Spread:
    """A median and its quartiles."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """Of one value, which is all three, or of more."""
        known = values if len(values) > 1 else values * 2
        low, _, high = quantiles(known, n=4, method="inclusive")
        return cls(median(values), low, high)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rounds of a comparison: what each side cost in each."""

    reference: str
    rounds: tuple[Mapping[str, Cost], ...]
    times: int

    @property
    def sides(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(self.rounds[0])

    def wall(self, side: str) -> Spread:
        """The time by the clock, as a ratio to the reference."""
        return Spread.of([each[side].wall / each[self.reference].wall for each in self.rounds])

    def cpu(self, side: str) -> Spread | None:
        """The same for the CPU; None where it could not be read."""
        ratios = [
            mine / reference
            for each in self.rounds
            if (mine := each[side].cpu) is not None and (reference := each[self.reference].cpu)
        ]
        return Spread.of(ratios) if len(ratios) == len(self.rounds) else None

    def seconds(self, side: str) -> float:
        """What one repetition takes, the median."""
        return median(each[side].seconds for each in self.rounds) / self.times


def compare(sides: Mapping[str, Side], reference: str, effort: Effort) -> Comparison:
    """Measure the sides against each other."""
    names = list(sides)
    slices, times = _times(sides[reference], effort) if effort.most > 1 else (1, 1)
    if effort.warm:
        _round(sides, names, slices, times)  # Fills caches and plans.
    rounds: list[Mapping[str, Cost]] = []
    fewest, most = effort.rounds
    end = perf_counter() + effort.seconds
    with _no_garbage():
        while len(rounds) < fewest or (len(rounds) < most and perf_counter() < end):
            turn = len(rounds) % len(names)
            rounds.append(_round(sides, names[turn:] + names[:turn], slices, times))
            gc.collect()
    return Comparison(reference, tuple(rounds), slices * times)


# Private
# -------

_SLICES: Final = 6
# The first one of them is slower than those to come.
_TRIES: Final = 4


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Python collects between the rounds, and not in whichever sample comes to be too much."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _times(side: Side, effort: Effort) -> tuple[int, int]:
    """Into how many slices to cut a round, and how often to repeat the work in each."""
    times = 1
    for _ in range(_TRIES):
        side.ready(times)
        took = _cost(side, times).seconds
        if took >= effort.sample or times == effort.most:
            break
        times = min(effort.most, max(times + 1, ceil(1.1 * times * effort.sample / took)))
    slices = min(_SLICES, times)
    return slices, ceil(times / slices)


def _round(sides: Mapping[str, Side], order: list[str], slices: int, times: int) -> dict[str, Cost]:
    """All sides in this order, a slice of the work at a time, so that all see the same weather."""
    for name in order:
        sides[name].ready(slices * times)
    costs = {name: [_cost(sides[name], times)] for name in order}
    for _ in range(slices - 1):
        for name in order:
            costs[name].append(_cost(sides[name], times))
    return {name: _sum(costs[name]) for name in sides}


def _sum(costs: list[Cost]) -> Cost:
    cpu = [cost.cpu for cost in costs if cost.cpu is not None]
    return Cost(sum(cost.wall for cost in costs), sum(cpu) if len(cpu) == len(costs) else None)


def _cost(side: Side, times: int) -> Cost:
    before = _cpu(side)
    start = perf_counter()
    seconds = side.run(times)
    if isinstance(seconds, Cost):
        return seconds
    wall = perf_counter() - start if seconds is None else seconds
    after = _cpu(side)
    return Cost(wall, None if before is None or after is None else after - before)


def _cpu(side: Side) -> float | None:
    """Seconds that the processes have run."""
    try:
        served = sum(map(ran, side.backends))
    except OSError:
        return None
    return served + (thread_time() if side.client else 0) if side.backends else None
