"""Pictures of the matrix: a table for the terminal, an SVG for the documentation.

A cell shows the privileges by PostgreSQL's own letters
(https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGES-ACL-ABBREVS), `o` for what only an
owner may do, `q` for sequences, `k` for the columns of keys alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ENGINE_SCHEMAS
from tests.wall.actions import ACTIONS, Holder
from tests.wall.trials import Cell

_LETTERS: Final = {
    "USAGE": "U",
    "CREATE": "C",
    "SELECT": "r",
    "INSERT": "a",
    "UPDATE": "w",
    "DELETE": "d",
    "TRUNCATE": "D",
    "REFERENCES": "x",
    "TRIGGER": "t",
    "MAINTAIN": "m",
    "EXECUTE": "X",
    "ownership": "o",
}
_COLOURS: Final = (
    ("o", "#ffd8b5", "everything: its owner"),
    ("a", "#b7e4c7", "reads and writes"),
    ("r", "#cfe8ff", "reads"),
    ("k", "#e5dbff", "reads and locks columns of keys"),
    ("X", "#e5dbff", "calls the functions that it asks, or owns"),
    ("U", "#f0f0d8", "names only"),
    ("", "#f6f8fa", "nothing: refused with 42501"),
)
_WRONG: Final = "#ff8182"


def letters(cells: Iterable[Cell]) -> str:
    """What went through of one role in one schema; a letter when all of its statements did."""
    found: dict[str, bool] = {}
    by_name = {action.name: action for action in ACTIONS}
    for cell in cells:
        action = by_name.get(cell.action)
        if action is None:
            # Of many functions each is one's own.
            found["X"] = found.get("X", False) or cell.allowed
            continue
        if action.holder is Holder.KEY:
            letter = "k"
        else:
            letter = "q" if action.holder is Holder.SEQUENCE else _LETTERS[action.needs]
        found[letter] = found.get(letter, True) and cell.allowed
    return "".join(letter for letter, held in found.items() if held)


def table(cells: list[Cell], contract: Contract) -> str:
    """Roles down, schemas across; then who may become whom, and what is open to anybody."""
    names = [*(schema.name for schema in contract.schemas), *ENGINE_SCHEMAS]
    rows = [["", *names]]
    rows += [
        [role, *(letters(_of(cells, role, name)) or "." for name in names)]
        for role in _roles(cells)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    lines += ["", "SET ROLE:"]
    for role in _roles(cells):
        into = [
            cell.place
            for cell in cells
            if cell.role == role and cell.action == "SET ROLE" and cell.allowed
        ]
        if others := [other for other in into if other != role]:
            lines.append(f"  {role}: {', '.join(others)}")
    anybody = sorted(
        {cell.action for cell in cells if not cell.place and cell.allowed}, key=str.lower
    )
    lines += ["", f"Open to anybody who may connect: {'; '.join(anybody)}."]
    return "\n".join(lines)


def picture(cells: list[Cell], contract: Contract) -> str:
    """An SVG with a row for each role and a column for each schema."""
    return "\n".join(_lines(cells, contract)) + "\n"


# Private
# -------

_LEFT: Final = 330
_TOP: Final = 250
_WIDE: Final = 74
_HIGH: Final = 22


def _roles(cells: list[Cell]) -> list[str]:
    return list(dict.fromkeys(cell.role for cell in cells))


def _of(cells: list[Cell], role: str, place: str) -> list[Cell]:
    return [
        cell
        for cell in cells
        if cell.role == role and cell.place == place and cell.action != "SET ROLE"
    ]


def _lines(cells: list[Cell], contract: Contract) -> Iterator[str]:
    names, roles = [*(schema.name for schema in contract.schemas), *ENGINE_SCHEMAS], _roles(cells)
    width = _LEFT + _WIDE * len(names) + 160
    height = _TOP + _HIGH * (len(roles) + len(_COLOURS) + 2)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">'
    )
    yield "<title>What each role may do in each schema, as tried</title>"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    for column, name in enumerate(names):
        x = _LEFT + _WIDE * column + _WIDE / 2
        yield (
            f'<text transform="translate({x:.0f} {_TOP - 8}) rotate(-50)" fill="#1f2328">'
            f"{escape(name)}</text>"
        )
    by_place: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        if cell.action != "SET ROLE":
            by_place.setdefault((cell.role, cell.place), []).append(cell)
    for row, role in enumerate(roles):
        y = _TOP + _HIGH * row
        yield (
            f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end" fill="#1f2328">'
            f"{escape(role)}</text>"
        )
        # Where nothing is held the ground shows.
        yield (
            f'<rect x="{_LEFT}" y="{y}" width="{_WIDE * len(names) - 2}" height="{_HIGH - 2}" '
            f'fill="{_COLOURS[-1][1]}"/>'
        )
        for column, name in enumerate(names):
            cells_there = by_place[role, name]
            if letters(cells_there) or not all(cell.is_right for cell in cells_there):
                yield from _square(cells_there, _LEFT + _WIDE * column, y)
    for line, (_, colour, text) in enumerate(_COLOURS):
        y = _TOP + _HIGH * (len(roles) + 1 + line)
        yield f'<rect x="{_LEFT}" y="{y}" width="20" height="14" fill="{colour}" stroke="#d0d7de"/>'
        yield f'<text x="{_LEFT + 28}" y="{y + 12}" fill="#57606a">{escape(text)}</text>'
    yield "</svg>"


def _square(cells: list[Cell], x: int, y: int) -> Iterator[str]:
    held = letters(cells)
    colour = next(colour for letter, colour, _ in _COLOURS if letter in held)
    if not all(cell.is_right for cell in cells):
        colour = _WRONG
    yield (
        f"<g><title>{escape(cells[0].role)} in {escape(cells[0].place)}</title>"
        f'<rect x="{x}" y="{y}" width="{_WIDE - 2}" height="{_HIGH - 2}" fill="{colour}"/>'
        f'<text x="{x + _WIDE / 2 - 1:.0f}" y="{y + 14}" font-size="9" text-anchor="middle" '
        f'fill="#57606a">{held}</text></g>'
    )
