"""Tables: what people read; as wide as it is in a pipe, and as a terminal on a terminal."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from importlib.util import find_spec
from typing import Literal

from appschemas.exceptions import AppSchemasError


def refuse_without_rich() -> None:
    """Refuse what ends in a table where nothing can draw one.

    Raises:
        AppSchemasError: rich is not installed.
    """
    if find_spec("rich") is None:
        raise AppSchemasError(
            "Tables need the package rich: pip install 'django-appschemas[commands]'."
        )


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    totals: Sequence[str],
    *,
    numbers: Collection[str],
    width: int | None = None,
    spare: Sequence[str] = (),
    colour: bool = False,
) -> str:
    """Text; nothing is cut, whatever the width.

    Args:
        headings: Of the columns.
        rows: A cell for each column.
        totals: The last row, under a rule.
        numbers: The headings of the columns that are flush right.
        width: Of the terminal; without it no cell is wrapped.
        spare: The headings of columns that are left out where the table is too wide, the first
            first; what is too wide then is wrapped in its cells.
        colour: Headings and totals stand out.

    Raises:
        AppSchemasError: rich is not installed.
    """
    refuse_without_rich()
    from rich.box import Box  # noqa: PLC0415 - optional dependency
    from rich.console import Console  # noqa: PLC0415 - optional dependency
    from rich.table import Table  # noqa: PLC0415 - optional dependency
    from rich.text import Text  # noqa: PLC0415 - optional dependency

    bold = "bold" if colour else ""
    drawn = Table(
        box=Box(_RULES, ascii=True), show_edge=False, show_footer=True, padding=(0, 1, 0, 0),
        header_style=bold, footer_style=bold,
    )  # fmt: skip
    columns = _fitting(headings, [headings, *(rows := list(rows)), totals], spare, width)
    for column in columns:
        is_number = headings[column] in numbers
        flush: Literal["left", "right"] = "right" if is_number else "left"
        drawn.add_column(
            Text(headings[column]), Text(totals[column]), justify=flush,
            no_wrap=is_number or width is None, overflow="fold",
        )  # fmt: skip
    for row in rows:
        drawn.add_row(*(Text(row[column]) for column in columns))
    console = Console(
        file=io.StringIO(), width=width or _WIDEST, legacy_windows=False, no_color=not colour,
        color_system="standard" if colour else None, force_terminal=colour,
    )  # fmt: skip
    with console.capture() as capture:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


# Private
# -------

# A rule under the headings and one over the totals: rich's SIMPLE, in letters of every encoding.
_RULES = "    \n    \n -- \n    \n    \n -- \n    \n    \n"
_WIDEST = 100_000
_BETWEEN = 2


def _fitting(
    headings: Sequence[str],
    cells: Sequence[Sequence[str]],
    spare: Sequence[str],
    width: int | None,
) -> list[int]:
    """The numbers of the columns that are drawn."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    columns = list(range(len(headings)))
    for heading in spare:
        if width is None or sum(widths[each] + _BETWEEN for each in columns) - _BETWEEN <= width:
            break
        columns.remove(headings.index(heading))
    return columns
