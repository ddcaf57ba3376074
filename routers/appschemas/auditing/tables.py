"""Tables: what people read, as wide as it is, the same on a terminal and in a pipe."""

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
) -> str:
    """Text without colour; no cell is wrapped or cut, whatever the width of the terminal.

    Args:
        headings: Of the columns.
        rows: A cell for each column.
        totals: The last row, under a rule.
        numbers: The headings of the columns that are flush right.

    Raises:
        AppSchemasError: rich is not installed.
    """
    refuse_without_rich()
    from rich.box import Box  # noqa: PLC0415 - optional dependency
    from rich.console import Console  # noqa: PLC0415 - optional dependency
    from rich.table import Table  # noqa: PLC0415 - optional dependency
    from rich.text import Text  # noqa: PLC0415 - optional dependency

    drawn = Table(
        box=Box(_RULES, ascii=True), show_edge=False, show_footer=True, padding=(0, 1, 0, 0)
    )
    for heading, total in zip(headings, totals, strict=True):
        flush: Literal["left", "right"] = "right" if heading in numbers else "left"
        drawn.add_column(Text(heading), Text(total), justify=flush, no_wrap=True)
    for row in rows:
        drawn.add_row(*map(Text, row))
    console = Console(file=io.StringIO(), width=_WIDEST, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(drawn)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


# Private
# -------

# A rule under the headings and one over the totals: rich's SIMPLE, in letters of every encoding.
_RULES = "    \n    \n -- \n    \n    \n -- \n    \n    \n"
_WIDEST = 100_000
