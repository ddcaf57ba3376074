"""Context: the role and the search_path in which a statement runs, and the SQL that sets them."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from psycopg.sql import SQL, Identifier

# https://www.postgresql.org/docs/current/sql-set-role.html
_ROLE: Final = SQL("SET {scope}ROLE {role}")
_PATH: Final = SQL("SET {scope}search_path TO {path}")
_SESSION: Final = SQL("")
_TRANSACTION: Final = SQL("LOCAL ")
# The statement that follows begins on a line of its own: PostgreSQL quotes its lines in errors.
_BOTH: Final = SQL("{role}; {path};\n")


class SchemaContext(NamedTuple):
    """Where a statement runs; `schema_context()` gives one object for one role and path.

    `switch` is both `steps` as one string, and `comment` one that no other role has. What is
    `local` lasts for a transaction.
    """

    role: str
    path: tuple[str, ...]
    local: bool
    steps: tuple[bytes, bytes]
    switch: bytes
    comment: bytes


@cache
def schema_context(role: str, path: tuple[str, ...], *, local: bool = False) -> SchemaContext:
    """The context of `role` and `path` as its search_path, in UTF-8 as Django's connections are."""
    scope = _TRANSACTION if local else _SESSION
    to_role = _ROLE.format(scope=scope, role=Identifier(role))
    to_path = _PATH.format(scope=scope, path=SQL(", ").join(map(Identifier, path)))
    both = _BOTH.format(role=to_role, path=to_path)
    comment = b" /* %s */" % role.encode().hex().encode()
    return SchemaContext(
        role, path, local, (to_role.as_bytes(), to_path.as_bytes()), both.as_bytes(), comment
    )
