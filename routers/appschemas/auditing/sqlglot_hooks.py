"""Sqlglot's names that change from version to version: by one that is gone, nothing is found.

Its trees keep their parts by name. A report that misses a part would say that no statement crosses.
"""

from __future__ import annotations

from typing import Final

from appschemas.backend.hooks.hook import Hook

_PARTS: Final = {
    "Copy": ("kind",),
    "CTE": ("alias",),
    "Delete": ("with_",),
    "Identifier": ("quoted",),
    "Insert": ("with_",),
    "Lock": ("expressions",),
    "Merge": ("with_",),
    "Select": ("from_", "into", "joins", "locks", "with_"),
    "SetOperation": ("with_",),
    "Table": ("db",),
    "Update": ("with_",),
    "With": ("recursive",),
}

HOOKS: Final = (
    *(
        Hook(f"sqlglot.expressions:{node}.arg_types", part)
        for node, parts in _PARTS.items()
        for part in parts
    ),
    Hook("sqlglot.tokens:TokenType", "NUMBER"),
    Hook("sqlglot.tokens:TokenType", "STRING"),
)
