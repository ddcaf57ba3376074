"""Side effects: what a statement may leave behind in its session, told from its text.

PostgreSQL reports a changed search_path to its clients from version 18 on, and a changed role never
(https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-ASYNC). A function or a view
that changes one with nothing in the statement to show it is not seen here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.db.utils import ProgrammingError

from appschemas.exceptions import AppSchemasError

# What transactions to come begin with, which nothing of the session says again.
_LASTING: Final = (
    "default_transaction_isolation",
    "default_transaction_read_only",
    "default_transaction_deferrable",
)
# What may stand between two words.
GAP: Final = r"(?:\s|--[^\n]*(?:\n|\Z)|/\*.*?\*/)"
TAKE_BACK: Final = "; ".join(f"RESET {name}" for name in _LASTING).encode()


# Texts of which it is known that they leave nothing behind, but for what their command tag tells;
# and those of COPY, which is one statement only if its text says so.
PLAIN_TEXTS: Final[set[str]] = set()
PLAIN_COPIES: Final[set[str]] = set()


class LeavesSchema(AppSchemasError, ProgrammingError):
    """A statement that reaches over its schema, to others of the same session."""


def may_change_settings(query: Any, sent: bytes | None = None) -> bool:
    """Whether `query` may set what its session goes by, besides SET, RESET, DISCARD, DO and CALL.

    Args:
        query: As it was given to a cursor.
        sent: As psycopg sent it: parts that were composed may spell a name together.
    """
    if not isinstance(query, str):
        query = query if isinstance(query, bytes) else sent
        if query is None:
            return True
        query = query.decode(errors="replace")
    return _effects(query).settings if len(query) < _LONG else _MAY.search(query) is not None


def is_about_rows(query: Any) -> bool:
    """Whether `query` begins as what may stand in one string with others.

    Such a string is one transaction, in which VACUUM, CREATE DATABASE and others are refused.
    https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
    """
    return isinstance(query, str) and _ROWS.match(query) is not None


def remember_plain(query: Any) -> bool:
    """Whether `query` reads or writes rows and nothing else; if so, it is in PLAIN_TEXTS."""
    if query.__class__ is not str or len(query) >= _LONG or not _effects(query).plain:
        return False
    if len(PLAIN_TEXTS) >= _TEXTS:
        PLAIN_TEXTS.clear()
    PLAIN_TEXTS.add(query)
    return True


def remember_copy(query: Any) -> bool:
    """Whether `query` copies rows and nothing else; if so, it is in PLAIN_COPIES."""
    if query.__class__ is not str or len(query) >= _LONG or _COPY.match(query) is None:
        return False
    if _effects(query).settings:
        return False
    if len(PLAIN_COPIES) >= _TEXTS:
        PLAIN_COPIES.clear()
    PLAIN_COPIES.add(query)
    return True


def refuse_lasting(query: Any, alias: str) -> None:
    """Refuse what would decide about the transactions of other schemas, too.

    Raises:
        LeavesSchema: it sets a default of transactions.
    """
    text = text_of(query)
    # A text that is as long as this inserts rows.
    if len(text) < _LONG and (lasting := _effects(text).lasting):
        raise LeavesSchema(
            f"{lasting} on the alias {alias!r} would hold for every schema of its session. "
            "Say it for one transaction, with SET TRANSACTION as its first statement, or give the "
            'schema a session of its own: session = "own" in the contract.'
        )


def refuse_going_on(query: Any, alias: str) -> None:
    """Refuse what goes on in one string after it has gone back.

    Raises:
        LeavesSchema: it would run where the savepoint or the transaction began.
    """
    text = text_of(query)
    # A text that is as long as this inserts rows, if it does not begin so.
    if _effects(text).goes_on if len(text) < _LONG else _GOES_ON.match(text):
        raise LeavesSchema(
            f"A string of the alias {alias!r} goes on after ROLLBACK or COMMIT. What follows would "
            "run where the savepoint or the transaction began, which may be in another schema of "
            "the session. Send what comes before, and what follows, by itself."
        )


def text_of(query: Any) -> str:
    """The text of what was given to a cursor."""
    if isinstance(query, str):
        return query
    if isinstance(query, bytes):
        return query.decode(errors="replace")
    return str(query.as_string(None)) if hasattr(query, "as_string") else ""


# Private
# -------

_LONG: Final = 10_000
# The texts of a program are few, and each is read once.
_TEXTS: Final = 4096
_ROWS: Final = re.compile(
    r"\s*\(*\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|VALUES|SET\s+CONSTRAINTS)\b", re.I
)
# It goes to the server as a string, in which others might follow.
_COPY: Final = re.compile(r"\s*COPY\b[^;]*\Z", re.I)
_MAY: Final = re.compile(
    # By name, in whatever case; in an identifier whose letters are escaped; what ran under another
    # name before; and functions that execute their argument, of PostgreSQL's and of contrib's.
    r"set_config|pg_settings|U&|\b(?:EXECUTE|PREPARE|FETCH|MOVE)\b"
    r"|query_to_xml|cursor_to_xml|ts_stat|ts_rewrite|crosstab|connectby|xpath_table",
    re.IGNORECASE,
)
_SETS_LASTING: Final = re.compile(
    rf"(?:^|;){GAP}*SET{GAP}+(?:SESSION{GAP}+)?\"?"
    rf"({'|'.join(_LASTING)}|CHARACTERISTICS{GAP}+AS{GAP}+TRANSACTION)\b",
    re.IGNORECASE | re.DOTALL,
)


# Bodies of functions among it, which may have a ROLLBACK of their own.
_QUOTED: Final = re.compile(r"'(?:[^']|'')*'|\$(\w*)\$.*?\$\1\$", re.DOTALL)
# What begins and ends a part of a transaction may stand in between: it runs in no schema.
_GOES_ON: Final = re.compile(
    rf"(?:(?:\A|;){GAP}*+(?:ROLLBACK|ABORT)|\A{GAP}*+(?:COMMIT|END))\b(?!{GAP}+PREPARED)[^;]*+"
    rf"(?:;{GAP}*+(?:RELEASE|SAVEPOINT|BEGIN|START|ROLLBACK|ABORT|COMMIT|END)\b[^;]*+)*+"
    rf";(?:;|{GAP})*+[^;]",
    re.IGNORECASE | re.DOTALL,
)


class _Effects(NamedTuple):
    settings: bool
    lasting: str
    rows: bool
    goes_on: bool

    @property
    def plain(self) -> bool:
        return self.rows and not (self.settings or self.lasting or self.goes_on)


@lru_cache(_TEXTS)
def _effects(text: str) -> _Effects:
    lasting = _SETS_LASTING.search(text)
    return _Effects(
        _MAY.search(text) is not None,
        lasting.group(1) if lasting else "",
        _ROWS.match(text) is not None,
        ";" in text and _GOES_ON.search(_QUOTED.sub("''", text)) is not None,
    )
