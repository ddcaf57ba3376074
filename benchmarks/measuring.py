"""Measuring: the sides of a comparison take turns, and each is set beside the reference.

A machine that others use, too, is fast in one second and slow in the next. So all sides do the same
work in every round, in an order that turns with the round, and what counts is the ratio to the
reference in the same round: its median over the rounds, with the quartiles.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

NANOSECONDS = 1e-9


def _nothing(times: int) -> None:
    """Nothing has to be made ready."""


@dataclass(frozen=True, slots=True)
class Side:
    """One way to do the work.

    Args:
        run: Does the work this many times; this is what is measured. Returns the seconds where it
            knows them better than the clock around it.
        ready: Makes ready for it, not measured.
        backends: The processes of the server that do the work.
        client: Whether this process's own CPU belongs to the cost: where Django is compared.
    """

    run: Callable[[int], float | None]
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
        """Of two values at least."""
        low, _, high = quantiles(values, n=4, method="inclusive")
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
    times = _times(sides[reference], effort) if effort.most > 1 else 1
    for name in names if effort.warm else ():
        _sample(sides[name], times)  # Fills caches and plans.
    rounds: list[dict[str, Cost]] = []
    fewest, most = effort.rounds
    end = perf_counter() + effort.seconds
    with _no_garbage():
        while len(rounds) < fewest or (len(rounds) < most and perf_counter() < end):
            turn = len(rounds) % len(names)
            costs = {name: _sample(sides[name], times) for name in names[turn:] + names[:turn]}
            rounds.append({name: costs[name] for name in names})
            gc.collect()
    return Comparison(reference, tuple(rounds), times)


# Private
# -------


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Python collects between the rounds, and not in whichever sample comes to be too much."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _times(side: Side, effort: Effort) -> int:
    """How often the work must be repeated to be longer than noise."""
    times = 1
    _sample(side, times)
    while times < effort.most:
        took = _sample(side, times).seconds
        if took >= effort.sample:
            break
        times = min(effort.most, max(times + 1, ceil(1.1 * times * effort.sample / took)))
    return times


def _sample(side: Side, times: int) -> Cost:
    side.ready(times)
    before = _cpu(side)
    start = perf_counter()
    seconds = side.run(times)
    wall = perf_counter() - start if seconds is None else seconds
    after = _cpu(side)
    return Cost(wall, None if before is None or after is None else after - before)


def _cpu(side: Side) -> float | None:
    """Seconds that the processes have run (Linux: Documentation/scheduler/sched-stats.rst)."""
    try:
        ran = sum(
            int(Path(f"/proc/{backend}/schedstat").read_text().split()[0])
            for backend in side.backends
        )
    except OSError:
        return None
    return ran * NANOSECONDS + (thread_time() if side.client else 0) if side.backends else None
