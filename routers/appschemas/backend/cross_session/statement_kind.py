"""Statement kind: what one does to rows, told from its words before it runs."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final


class StatementKind(Enum):
    """It reads, it reads and locks what others hold keys of, or it writes."""

    READ = "read"
    LOCK = "lock"
    WRITE = "write"


def kind_of(query: Any) -> StatementKind:
    """The kind of a statement; of several in one string, that of the first.

    A function that writes is not seen. DDL is none of these: it runs in migrations, schema by
    schema.
    """
    text = statement_text(query)
    found = _FIRST.match(text)
    word = found.group(1).upper() if found else ""
    if (
        word in _WRITES
        or (word == "COPY" and _FROM_CLIENT.search(text))
        or (word == "WITH" and _WRITING.search(text))
    ):
        return StatementKind.WRITE
    if word in ("SELECT", "WITH") and _LOCKING.search(text):
        return StatementKind.LOCK
    return StatementKind.READ


def statement_text(query: Any) -> str:
    """What psycopg takes for a statement: text, bytes, or something composed."""
    if isinstance(query, str):
        return query
    return query.decode() if isinstance(query, bytes) else str(query.as_string(None))


# Private
# -------

_FIRST: Final = re.compile(r"(?:[\s(]|--[^\n]*\n|/\*.*?\*/)*([A-Za-z]+)", re.DOTALL)
_WRITES: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE"})
_WRITING: Final = re.compile(
    r"\b(INSERT\s+INTO|DELETE\s+FROM|MERGE\s+INTO)\b|(?<!FOR )(?<!KEY )\bUPDATE\b", re.IGNORECASE
)
# Only this lock is one that the check of a key waits for.
# https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS
_LOCKING: Final = re.compile(r"\bFOR\s+UPDATE\b", re.IGNORECASE)
_FROM_CLIENT: Final = re.compile(r"\bFROM\s+STDIN\b", re.IGNORECASE)
