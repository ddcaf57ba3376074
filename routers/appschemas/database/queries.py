"""Queries: named statements out of the package's `.sql` files, read once."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

_HEADING: Final = re.compile(r"^-- (\w+) --$", re.MULTILINE)


@cache
def queries(file: str, package: str = __package__) -> dict[str, bytes]:
    """The statements of `<file>` by the names that stand in their headings, `-- name --`."""
    text = resources.files(package).joinpath(file).read_text(encoding="utf-8")
    _, *parts = _HEADING.split(text)
    # Bytes: psycopg takes a str only where it is a literal of the program.
    return {
        name: query.strip().encode() for name, query in zip(parts[::2], parts[1::2], strict=True)
    }
