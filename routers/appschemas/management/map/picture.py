"""The map as a picture: an SVG for documentation, drawn without a browser."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import Final

from appschemas.management.map.facts import Box, Facts, State
from appschemas.management.map.layout import Layout, Pair, Spot, layout


def picture(facts: Facts) -> str:
    """An SVG: schemas as boxes, keys as arrows to the schema that has them, reads dashed."""
    keys: defaultdict[Pair, list[str]] = defaultdict(list)
    pending: set[Pair] = set()
    for key in facts.keys:
        if key.crosses:
            pair = (key.schema, key.to_schema)
            keys[pair].append(f"{key.table}.{key.column} -> {key.to_table}, {key.on_delete}")
            pending |= set() if key.kind == "identity key" else {pair}
    reads = {(read.schema, read.of) for read in facts.reads}
    names = {box.name for box in facts.boxes}
    known = [pair for pair in {**keys, **dict.fromkeys(sorted(reads))} if set(pair) <= names]
    drawn = layout({box.name: _size(box) for box in facts.boxes}, known)
    return "\n".join(_lines(facts, drawn, keys, pending, reads)) + "\n"


# Private
# -------

_COLOURS: Final = {
    State.ORPHANS: "#ffc1bc",
    State.DRIFT: "#ffd8b5",
    State.NOT_SPLIT: "#e5dbff",
    State.SPLITTING: "#c7e6ea",
    State.PENDING: "#fff1c2",
    State.UNKNOWN: "#ddf4ff",
    State.IN_STEP: "#dafbe1",
}
_KEY, _READ, _RING, _PENDING = "#57606a", "#8250df", "#cf222e", "#bf8700"
_LEGEND: Final = 34.0
# Of a sans-serif letter at 13 pixels: wide enough for every font that a reader may have.
_LETTER: Final = 7.6


def _size(box: Box) -> tuple[float, float]:
    return max(len(line) for line in _text(box)) * _LETTER + 24, 44.0


def _text(box: Box) -> tuple[str, str]:
    count = len(box.tables)
    tables = f"{count} table{'' if count == 1 else 's'}"
    rows = "" if box.rows is None else f", {'~' if box.about else ''}{box.rows:,} rows"
    return box.name, f"{tables}{rows}"


def _lines(
    facts: Facts,
    drawn: Layout,
    keys: dict[Pair, list[str]],
    pending: set[Pair],
    reads: set[Pair],
) -> Iterator[str]:
    rings = {name: ring.schemas for ring in facts.rings for name in ring.schemas}
    height = drawn.height + _LEGEND
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width:.0f} {height:.0f}" '
        'font-family="sans-serif" font-size="13">'
    )
    yield f"<title>{escape(facts.title)}: schemas, and the keys between them</title>"
    yield f'<rect width="{drawn.width:.0f}" height="{height:.0f}" fill="#ffffff"/>'
    for pair, way in drawn.ways.items():
        if pair in reads:
            title = f"{pair[0]} reads {pair[1]}"
            yield from _arrow(way, _READ, title, dashed=True, shift=6 if pair in keys else 0)
        if pair in keys:
            colour = _PENDING if pair in pending else _KEY
            if pair[1] in rings.get(pair[0], ()):
                colour = _RING
            yield from _arrow(way, colour, "\n".join((f"{pair[0]} holds:", *keys[pair])))
            yield from _label(way, len(keys[pair]))
    for box in facts.boxes:
        yield from _box(box, drawn.spots[box.name])
    yield from _legend(facts, drawn)
    yield "</svg>"


def _arrow(
    way: tuple[tuple[float, float], ...],
    colour: str,
    title: str,
    *,
    dashed: bool = False,
    shift: float = 0,
) -> Iterator[str]:
    points = [(x, y + shift) for x, y in way]
    right = points[-2][0] <= points[-1][0]
    tip_x, tip_y = points[-1]
    points[-1] = (tip_x - (6 if right else -6), tip_y)
    path = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) / 2
        path += f" C{half:.0f} {y:.0f} {half:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"
    back = -7 if right else 7
    yield f"<g><title>{escape(title)}</title>"
    yield (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.4"'
        f"{' stroke-dasharray=' + chr(34) + '5 4' + chr(34) if dashed else ''}/>"
    )
    yield f'<path d="M{tip_x:.0f} {tip_y:.0f} l{back} -4 v8 z" fill="{colour}"/></g>'


def _label(way: tuple[tuple[float, float], ...], count: int) -> Iterator[str]:
    (x, y), (to_x, to_y) = way[0], way[1]
    yield (
        f'<text x="{(x + to_x) / 2:.0f}" y="{(y + to_y) / 2 - 3:.0f}" text-anchor="middle" '
        'font-size="11" fill="#57606a" stroke="#ffffff" stroke-width="3" paint-order="stroke">'
        f"{count}</text>"
    )


def _box(box: Box, spot: Spot) -> Iterator[str]:
    name, below = _text(box)
    middle = spot.x + spot.width / 2
    title = "\n".join((f"{name}: {', '.join(box.states)}", *(table.name for table in box.tables)))
    stroke = ' stroke-width="3"' if box.session == "own" else ""
    yield f"<g><title>{escape(title)}</title>"
    yield (
        f'<rect x="{spot.x:.0f}" y="{spot.y:.0f}" width="{spot.width:.0f}" '
        f'height="{spot.height:.0f}" rx="6" fill="{_COLOURS[box.states[0]]}" '
        f'stroke="#57606a"{stroke}/>'
    )
    yield (
        f'<text x="{middle:.0f}" y="{spot.y + 19:.0f}" text-anchor="middle" fill="#1f2328">'
        f"{escape(name)}</text>"
    )
    yield (
        f'<text x="{middle:.0f}" y="{spot.y + 35:.0f}" text-anchor="middle" font-size="11" '
        f'fill="#57606a">{escape(below)}</text></g>'
    )


def _legend(facts: Facts, drawn: Layout) -> Iterator[str]:
    kinds = Counter(key.kind for key in facts.keys if key.crosses)
    counted = (
        (kinds["identity key"], "identity key"),
        (kinds["pending"], "pending foreign key"),
        (kinds["foreign key"], "foreign key"),
        (len(facts.reads), "read"),
    )
    words = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in counted if number]
    between = f"{', '.join(words) or 'nothing'} between {len(facts.boxes)} schemas"
    yield (
        f'<text x="16" y="{drawn.height + 20:.0f}" font-size="12" fill="#57606a">'
        f"{escape(between)}; an arrow ends at the schema whose keys are held, with their number"
        f"{'; dashed: reads' if facts.reads else ''}{'; red: a cycle' if facts.rings else ''}"
        "</text>"
    )
