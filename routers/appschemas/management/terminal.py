"""Terminal: how wide it is, whether it takes colour, a line that fits it, a text that is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Any, Final


def width_of(stream: Any) -> int | None:
    """The columns of the terminal behind `stream`; None for a pipe or a file.

    Args:
        stream: A command's `stdout` or `stderr`.
    """
    return shutil.get_terminal_size().columns if stream.isatty() else None


def is_colourless() -> bool:
    """Whether the user wants no colour anywhere (https://no-color.org)."""
    return bool(os.environ.get("NO_COLOR"))


def fitted(begin: str, text: str, paint: Callable[[str], str], width: int | None) -> Iterator[str]:
    """`begin` and the painted text, in as many lines as it takes; no word is broken.

    Args:
        begin: What the first line begins with; the others are indented by it.
        text: Without colour.
        paint: Gives each line of it a colour.
        width: Of the terminal; None where a line may be as long as it is.
    """
    room = max(_NARROWEST, (width or 0) - len(begin))
    if width is None or len(text) <= room:
        yield begin + paint(text)
        return
    first, *rest = wrap(text, room, break_long_words=False, break_on_hyphens=False) or [text]
    yield begin + paint(first)
    yield from (" " * len(begin) + paint(line) for line in rest)


def shown(text: str) -> str:
    """The text in its lines: owners choose names, and a terminal does what it is sent."""
    return "\n".join(map(printable, text.split("\n")))


def printable(text: str) -> str:
    """The same on one line."""
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in text
    )


# Private
# -------

_NARROWEST: Final = 20
