"""Context: the role and the search_path in which a statement runs, and the SQL that sets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema

# https://www.postgresql.org/docs/current/sql-set-role.html
_ROLE: Final = SQL("SET {scope}ROLE {role}")
_PATH: Final = SQL("SET {scope}search_path TO {path}")
_LIMIT: Final = SQL("SET {scope}{name} TO {value}")
_SESSION: Final = SQL("")
_TRANSACTION: Final = SQL("LOCAL ")
# What the login's sessions begin with: of the role, the database or the server.
_AS_IT_BEGAN: Final = SQL("DEFAULT")
_NO_ROLE: Final = SQL("SET {scope}role TO DEFAULT")
_NO_PATH: Final = SQL("SET {scope}search_path TO DEFAULT")
# The statement that follows begins on a line of its own: PostgreSQL quotes its lines in errors.
_END: Final = b";\n"


@dataclass(frozen=True, slots=True, eq=False)
class SchemaContext:
    """Where a statement runs; `schema_context()` gives one object for one role and path.

    `switch` is all `steps` as one string, `results` how many the server answers it with, and
    `comment` one that no other role has. What is `local` lasts for a transaction. Limits are steps,
    too: settings of a role are for those who log in as it, and not for SET ROLE.
    """

    role: str
    path: tuple[str, ...]
    local: bool
    steps: tuple[bytes, ...]
    switch: bytes
    results: int
    comment: bytes


def limits_of(
    contract: Contract, schema: Schema | None, connection: Any
) -> tuple[tuple[str, str | None], ...]:
    """What to set for statements of `schema`, or of owners, on a connection of psycopg's.

    Before there is one, what only some servers have is left out.
    """
    version = connection.info.server_version if connection is not None else 0
    return contract.limits_in_session(schema, version)


@cache
def schema_context(
    role: str,
    path: tuple[str, ...],
    *,
    local: bool = False,
    limits: tuple[tuple[str, str | None], ...] = (),
) -> SchemaContext:
    """The context of `role` and `path` as its search_path, in UTF-8 as Django's connections are.

    Args:
        role: SET ROLE takes it.
        path: The search_path.
        local: Whether it lasts for a transaction.
        limits: Parameters to set, None for what the session began with.
    """
    scope = _TRANSACTION if local else _SESSION
    enters = (
        _ROLE.format(scope=scope, role=Identifier(role)),
        _PATH.format(scope=scope, path=SQL(", ").join(map(Identifier, path))),
    )
    return _context(role, path, local, (*enters, *_set(limits, scope)))


@cache
def no_schema(
    *, local: bool = False, limits: tuple[tuple[str, str | None], ...] = ()
) -> SchemaContext:
    """The context of no schema, on a connection that goes to those of several: the login's own."""
    scope = _TRANSACTION if local else _SESSION
    leaves = _NO_ROLE.format(scope=scope), _NO_PATH.format(scope=scope)
    return _context("", (), local, (*leaves, *_set(limits, scope)))


# Private
# -------


def _set(limits: tuple[tuple[str, str | None], ...], scope: SQL) -> Iterator[Composed]:
    for name, value in limits:
        to = _AS_IT_BEGAN if value is None else Literal(value)
        yield _LIMIT.format(scope=scope, name=Identifier(name), value=to)


def _context(
    role: str, path: tuple[str, ...], local: bool, steps: tuple[Composed, ...]
) -> SchemaContext:
    sent = tuple(step.as_bytes() for step in steps)
    comment = b" /* %s */" % role.encode().hex().encode()
    return SchemaContext(role, path, local, sent, b"; ".join(sent) + _END, len(sent), comment)
