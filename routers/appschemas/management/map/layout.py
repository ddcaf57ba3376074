"""Layout: boxes in columns, so that arrows go right and few of them cross.

The steps are those of Sugiyama, Tagawa and Toda (1981): break cycles, give each box a column, let
long arrows pass through the columns between, order each column by its neighbours' places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is, by its upper left corner, and how large it is."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of each box, the points that each arrow passes, and the size of the whole."""

    spots: Mapping[str, Spot]
    ways: Mapping[Pair, tuple[tuple[float, float], ...]]
    width: float
    height: float


def layout(sizes: Mapping[str, tuple[float, float]], arrows: Iterable[Pair]) -> Layout:
    """The same for the same names: boxes with arrows in columns, those without in rows below.

    Args:
        sizes: Width and height of each box.
        arrows: Pairs of boxes, from left to right unless they lead round.
    """
    pairs = sorted({(one, other) for one, other in arrows if one != other})
    linked = {name for pair in pairs for name in pair}
    forward = _without_cycles([name for name in sizes if name in linked], pairs)
    columns = _columns([name for name in sizes if name in linked], forward)
    lanes, chains = _with_passes(columns, forward)
    _order(lanes, chains)
    spots, height = _placed(lanes, sizes)
    right = max((spot.x + spot.width for spot in spots.values()), default=0)
    width = max(right, _NARROWEST)
    spots, height = _below(
        spots, {name: size for name, size in sizes.items() if name not in linked}, width, height
    )
    ways = {
        pair: _way(pair, chains.get(pair) or tuple(reversed(chains[pair[1], pair[0]])), spots)
        for pair in pairs
    }
    return Layout({name: spots[name] for name in sizes}, ways, width + _MARGIN, height + _MARGIN)


# Private
# -------

_MARGIN: Final = 16.0
_NARROWEST: Final = 640.0
_BETWEEN_COLUMNS: Final = 120.0
_BETWEEN_ROWS: Final = 16.0
_PASS: Final = 10.0
_SWEEPS: Final = 8


def _without_cycles(names: Sequence[str], pairs: Sequence[Pair]) -> list[Pair]:
    """The arrows, each once, those turned round that would lead back."""
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        targets[one].append(other)
    open_, done = set[str](), set[str]()
    found: dict[Pair, None] = {}

    def visit(name: str) -> None:
        open_.add(name)
        for other in targets[name]:
            found[(other, name) if other in open_ else (name, other)] = None
            if other not in open_ and other not in done:
                visit(other)
        open_.discard(name)
        done.add(name)

    for name in names:
        if name not in done:
            visit(name)
    return list(found)


def _columns(names: Sequence[str], pairs: Sequence[Pair]) -> dict[str, int]:
    """The column of each, as far right as its targets let it: short arrows, holders left."""
    targets: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        targets[one].append(other)
    heights: dict[str, int] = {}

    def height(name: str) -> int:
        if name not in heights:
            heights[name] = 1 + max(map(height, targets[name]), default=-1)
        return heights[name]

    highest = max(map(height, names), default=0)
    return {name: highest - heights[name] for name in names}


def _with_passes(
    columns: Mapping[str, int], pairs: Sequence[Pair]
) -> tuple[list[list[str]], dict[Pair, tuple[str, ...]]]:
    """The columns with what passes through them, and all that each arrow goes through."""
    lanes: list[list[str]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for name, column in columns.items():
        lanes[column].append(name)
    chains = {}
    for one, other in pairs:
        passes = []
        for column in range(columns[one] + 1, columns[other]):
            passes.append(f"\0{one}\0{other}\0{column}")
            lanes[column].append(passes[-1])
        chains[one, other] = (one, *passes, other)
    return lanes, chains


def _order(lanes: list[list[str]], chains: Mapping[Pair, tuple[str, ...]]) -> None:
    """Order each column by where its neighbours are: there and back, a few times."""
    # A dict and no set: sums of fractions depend on their order, and must not on the process.
    beside: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for chain in chains.values():
        for one, other in pairwise(chain):
            beside[one][other] = beside[other][one] = None
    for sweep in range(_SWEEPS):
        numbers = range(1, len(lanes)) if sweep % 2 == 0 else range(len(lanes) - 2, -1, -1)
        for number in numbers:
            neighbours = lanes[number - 1 if sweep % 2 == 0 else number + 1]
            place = {name: index / max(1, len(neighbours)) for index, name in enumerate(neighbours)}
            own = {name: index / len(lanes[number]) for index, name in enumerate(lanes[number])}

            def middle(
                name: str, place: dict[str, float] = place, own: dict[str, float] = own
            ) -> float:
                near = [place[other] for other in beside[name] if other in place]
                return sum(near) / len(near) if near else own[name]

            lanes[number].sort(key=middle)


def _placed(
    lanes: list[list[str]], sizes: Mapping[str, tuple[float, float]]
) -> tuple[dict[str, Spot], float]:
    """Each column below its middle, all columns beside each other."""
    heights = [
        sum(sizes.get(name, (0, _PASS))[1] + _BETWEEN_ROWS for name in lane) - _BETWEEN_ROWS
        for lane in lanes
    ]
    tallest = max(heights, default=0)
    spots = {}
    x = _MARGIN
    for lane, height in zip(lanes, heights, strict=True):
        wide = max((sizes[name][0] for name in lane if name in sizes), default=0)
        y = _MARGIN + (tallest - height) / 2
        for name in lane:
            width, tall = sizes.get(name, (wide, _PASS))
            spots[name] = Spot(x + (wide - width) / 2, y, width, tall)
            y += tall + _BETWEEN_ROWS
        x += wide + _BETWEEN_COLUMNS
    return spots, (tallest + _MARGIN if lanes else 0.0)


def _below(
    spots: dict[str, Spot],
    sizes: Mapping[str, tuple[float, float]],
    width: float,
    height: float,
) -> tuple[dict[str, Spot], float]:
    """The boxes without arrows, in rows no wider than the rest."""
    x, y, tall = _MARGIN, height + 2 * _BETWEEN_ROWS if height else _MARGIN, 0.0
    found = dict(spots)
    for name, size in sizes.items():
        if x > _MARGIN and x + size[0] > width:
            x, y, tall = _MARGIN, y + tall + _BETWEEN_ROWS, 0.0
        found[name] = Spot(x, y, *size)
        x, tall = x + size[0] + _BETWEEN_ROWS, max(tall, size[1])
    return found, (y + tall if sizes else height)


def _way(
    pair: Pair, chain: tuple[str, ...], spots: Mapping[str, Spot]
) -> tuple[tuple[float, float], ...]:
    """From one box's side to the other's, through the middle of what lies between."""
    start, end = spots[pair[0]], spots[pair[1]]
    right = start.x < end.x
    points = [(start.x + (start.width if right else 0), start.y + start.height / 2)]
    for name in chain[1:-1]:
        spot = spots[name]
        edges = (spot.x, spot.x + spot.width) if right else (spot.x + spot.width, spot.x)
        points += [(x, spot.y + spot.height / 2) for x in edges]
    points.append((end.x + (0 if right else end.width), end.y + end.height / 2))
    return tuple(points)
