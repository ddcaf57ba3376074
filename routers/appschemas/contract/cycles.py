"""Cycles: schemas that hold each other's keys, and the reference that would break them best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from appschemas.contract.contract import Contract

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cycle:
    """Schemas each of which reaches all others over keys; `way` is a shortest one round.

    `best` is the pair (holder, held) without which fewest schemas are left in a cycle, and among
    equals the one with the fewest keys, which are `labels`: the models that the holder references.
    """

    schemas: tuple[str, ...]
    way: tuple[str, ...]
    best: Pair
    labels: tuple[str, ...]

    def __str__(self) -> str:
        others = len(self.schemas) - len(self.way)
        more = f" (and {others} more schemas around it)" if others else ""
        return f"{' -> '.join((*self.way, self.way[0]))}{more}"

    @property
    def advice(self) -> str:
        """Which reference to give up first."""
        holder, held = self.best
        return f"best broken at {holder} -> {held}: {', '.join(self.labels)}"


def cycles(contract: Contract) -> tuple[Cycle, ...]:
    """Every set of schemas of the contract whose references lead round, largest first."""
    labels = _labels_by_pair(contract)
    found = []
    for tangle in _tangles(labels):
        inside = {pair for pair in labels if set(pair) <= tangle}
        best = min(inside, key=lambda pair: (_left(inside - {pair}), len(labels[pair]), pair))
        way = _round(min(tangle), _held_by(inside))
        found.append(Cycle(tuple(sorted(tangle)), way, best, labels[best]))
    return tuple(sorted(found, key=lambda cycle: (-len(cycle.schemas), cycle.schemas)))


# Private
# -------


def _labels_by_pair(contract: Contract) -> dict[Pair, tuple[str, ...]]:
    labels: dict[Pair, tuple[str, ...]] = {}
    for schema in contract.schemas:
        for label in schema.references:
            held = contract.publisher_of(label)
            if held is not None and held != schema:
                pair = (schema.name, held.name)
                labels[pair] = (*labels.get(pair, ()), label)
    return labels


def _held_by(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    held_by: dict[str, list[str]] = {}
    for holder, held in sorted(pairs):
        held_by.setdefault(holder, []).append(held)
        held_by.setdefault(held, [])
    return held_by


def _tangles(pairs: Iterable[Pair]) -> list[frozenset[str]]:
    """The strongly connected components of more than one schema."""
    held_by = _held_by(pairs)
    reached = {name: _reach(name, held_by) for name in held_by}
    tangles = {
        frozenset(other for other in reached[name] if name in reached[other]) for name in reached
    }
    return sorted((tangle for tangle in tangles if len(tangle) > 1), key=min)


def _reach(start: str, held_by: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Every schema to which references lead from `start`; itself only if they lead back."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = set(held_by[waiting.pop()]) - found
        found |= new
        waiting += new
    return frozenset(found)


def _left(pairs: Iterable[Pair]) -> int:
    return sum(len(tangle) for tangle in _tangles(pairs))


def _round(start: str, held_by: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """A shortest way from a schema of a tangle back to it."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for held in held_by[way[-1]]:
            if held == start:
                return way
            if held not in seen:
                seen.add(held)
                ways.append((*way, held))
    raise AssertionError  # pragma: no cover - in a tangle, some way leads back
