"""The engine's packages and their imports, as import-linter's graph has them.

    python -m docs.imports           draws docs/explanation/imports.svg, and prints the figures
    python -m docs.imports --check   draws nothing; exit code 1 if it would draw another picture

A box is a package or a top-level module of `appschemas`; an arrow says that something in one
imports something in the other, also where only the type checker does.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from html import escape
from pathlib import Path
from statistics import median
from typing import Final

import grimp

ROOT: Final = Path(__file__).resolve().parents[1]
ENGINE: Final = ROOT / "routers" / "appschemas"
PICTURE: Final = ROOT / "docs" / "explanation" / "imports.svg"
# Bodies of functions that databases hold: a new version is a new file, and none is ever edited.
RELEASED: Final = (
    "child_v1.py",
    "parent_v1.py",
    "asked_v2.py",
    "child_v2.py",
    "guards_v2.py",
    "parent_v2.py",
)

Graph = Mapping[str, frozenset[str]]


def imports() -> dict[str, frozenset[str]]:
    """Box -> the boxes that it imports."""
    graph = grimp.build_graph("appschemas", exclude_type_checking_imports=False, cache_dir=None)
    found: dict[str, set[str]] = {_box(module): set() for module in graph.modules}
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            if _box(module) != _box(other):
                found[_box(module)].add(_box(other))
    return {box: frozenset(others) for box, others in found.items()}


def ordered(graph: Graph) -> list[str]:
    """The boxes, each above all that it imports.

    Raises:
        graphlib.CycleError: boxes import each other; its second argument names them.
    """
    heights: dict[str, int] = {}
    for box in TopologicalSorter({key: sorted(graph[key]) for key in sorted(graph)}).static_order():
        heights[box] = 1 + max((heights[other] for other in graph[box]), default=0)
    return sorted(heights, key=lambda box: (-heights[box], box))


@dataclass(frozen=True, slots=True)
class Figures:
    """What the architecture promises of itself; `longest` is in lines, released SQL left out."""

    boxes: int
    arrows: int
    chain: tuple[str, ...]
    modules: int
    median: float
    longest: tuple[int, str]

    def __str__(self) -> str:
        return (
            f"{self.boxes} boxes, {self.arrows} arrows, no circle\n"
            f"longest chain, {len(self.chain)} boxes: {' -> '.join(self.chain)}\n"
            f"{self.modules} modules, {self.median:g} lines in the median, "
            f"{self.longest[0]} at most ({self.longest[1]})"
        )


def figures(graph: Graph) -> Figures:
    """The figures of a graph without circles, and of the modules in it."""
    chains: dict[str, tuple[str, ...]] = {}
    for box in reversed(ordered(graph)):
        below = max((chains[other] for other in sorted(graph[box])), key=len, default=())
        chains[box] = (box, *below)
    sizes = [
        (len(path.read_text(encoding="utf-8").splitlines()), str(path.relative_to(ENGINE)))
        for path in ENGINE.rglob("*.py")
        if path.stat().st_size
    ]
    return Figures(
        boxes=len(graph),
        arrows=sum(map(len, graph.values())),
        chain=max(chains.values(), key=len),
        modules=len(sizes),
        median=median(lines for lines, _ in sizes),
        longest=max(size for size in sizes if not size[1].endswith(RELEASED)),
    )


def summary(box: str) -> str:
    """The first line of what a package or module says of itself."""
    path = ENGINE if box == "appschemas" else ENGINE / box
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    text = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0]


def picture(graph: Graph) -> str:
    """An SVG: the boxes in a column, every arc an import that goes down.

    Dark is what no longer way says as well; light arcs go past boxes that import the same.
    """
    return "\n".join(_lines(graph)) + "\n"


def main(arguments: list[str]) -> int:
    """Draw or check; the exit code."""
    graph = imports()
    try:
        text = picture(graph)
    except CycleError as error:
        print(f"A circle: {' -> '.join(error.args[1])}")
        return 1
    if "--check" in arguments:
        if not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != text:
            print(f"{PICTURE.relative_to(ROOT)} is stale; run: python -m docs.imports")
            return 1
    else:
        PICTURE.write_text(text, encoding="utf-8")
    print(figures(graph))
    return 0


# Private
# -------

_ROW: Final = 38
_WIDTH: Final = 1060
_EDGE: Final = 640
_TOP: Final = 20


def _box(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def _direct(graph: Graph) -> Iterator[tuple[str, str]]:
    """The imports that no chain of others stands in for."""
    below: dict[str, frozenset[str]] = {}
    for box in reversed(ordered(graph)):
        below[box] = graph[box].union(*(below[other] for other in graph[box]))
        passed = frozenset[str]().union(*(below[other] for other in graph[box]))
        yield from ((box, other) for other in sorted(graph[box] - passed))


def _lines(graph: Graph) -> Iterator[str]:
    order = ordered(graph)
    rows = {box: _TOP + _ROW * number for number, box in enumerate(order)}
    direct = set(_direct(graph))
    arrows = [(box, other) for box in order for other in sorted(graph[box])]
    height = 2 * _TOP + _ROW * len(order)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        'font-family="sans-serif" font-size="13">'
    )
    yield "<title>Imports inside appschemas; every arc goes down</title>"
    yield f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
    for pair in sorted(arrows, key=lambda pair: (pair in direct, pair)):
        yield _arc(pair, rows, dark=pair in direct)
    for box in order:
        y = rows[box]
        yield (
            f'<text x="{_EDGE - 150}" y="{y + 18}" text-anchor="end" fill="#57606a">'
            f"{escape(_short(box))}</text>"
        )
        yield (
            f'<rect x="{_EDGE - 138}" y="{y}" width="138" height="26" rx="5" fill="#ddf4ff" '
            'stroke="#0969da"/>'
        )
        yield (
            f'<text x="{_EDGE - 69}" y="{y + 17}" text-anchor="middle" fill="#1f2328">{box}</text>'
        )
    yield "</svg>"


def _short(box: str) -> str:
    """What the box is, without its own name before the colon."""
    name, colon, rest = summary(box).partition(": ")
    text = rest if colon and " " not in name else summary(box)
    return text if len(text) < 72 else f"{text[:70].rpartition(' ')[0]} .."


def _arc(pair: tuple[str, str], rows: Mapping[str, int], *, dark: bool) -> str:
    start, end = rows[pair[0]] + 16, rows[pair[1]] + 10
    reach = _EDGE + 24 + 0.55 * (end - start)
    colour, width = ("#1f2328", 1.6) if dark else ("#afb8c1", 0.8)
    tip = f"M{_EDGE} {end} l6 -3 v6 z"
    return (
        f'<g stroke="{colour}"><title>{pair[0]} imports {pair[1]}</title>'
        f'<path d="M{_EDGE} {start} C{reach:.0f} {start} {reach:.0f} {end} {_EDGE + 5} {end}" '
        f'fill="none" stroke-width="{width}"/><path d="{tip}" fill="{colour}"/></g>'
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
