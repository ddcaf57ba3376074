"""Psycopg's generators: what its connection is given to wait for, and what that is about to send.

Cursors and transactions that somebody makes by their class send by no hook of the engine's. All of
them wait on the connection, each for a generator of its own.
"""

from __future__ import annotations

from inspect import isgeneratorfunction
from typing import Any, Final

from psycopg import Connection, Cursor, Transaction

from appschemas.backend.hooks.hook import Hook, stop_without
from appschemas.backend.session.psycopg_hooks import CursorView

_TRANSACTION: Final = "psycopg:Transaction"
_CONNECTION: Final = "psycopg:Connection"

HOOKS: Final = (
    Hook(_TRANSACTION, "_enter_gen", takes="self", called_by=("__enter__",)),
    Hook(_TRANSACTION, "_exit_gen", takes="self, exc_type, exc_val, exc_tb"),
    Hook(_CONNECTION, "_tpc_begin_gen", takes="self, xid", called_by=("tpc_begin",)),
    Hook(_CONNECTION, "_tpc_prepare_gen", takes="self", called_by=("tpc_prepare",)),
    Hook(
        _CONNECTION,
        "_tpc_finish_gen",
        takes="self, action, xid",
        called_by=("tpc_commit", "tpc_rollback"),
    ),
)
stop_without(HOOKS)


def foreign_cursor(generator: Any) -> Any:
    """The cursor whose generator this is, unless it is one of the engine's; None for none."""
    if (frame := getattr(generator, "gi_frame", None)) is None or frame.f_code in _OF_CONNECTIONS:
        return None
    owner = frame.f_locals.get("self")
    return owner if isinstance(owner, Cursor) and not isinstance(owner, CursorView) else None


def statement_of(generator: Any) -> Any:
    """The statement that a cursor's generator is about to send; None where it has none."""
    places = generator.gi_frame.f_locals
    return places.get("query", places.get("statement"))


def is_of_transactions(generator: Any) -> bool:
    """Whether this begins or ends a transaction, or a part of one, by no method of Django's."""
    frame = getattr(generator, "gi_frame", None)
    return frame is not None and frame.f_code in _OF_TRANSACTIONS


# Private
# -------

# What a connection itself has to say: to begin, to commit, to set what psycopg remembers.
_OF_CONNECTIONS: Final = frozenset(
    function.__code__
    for kind in Connection.__mro__
    for function in vars(kind).values()
    if isgeneratorfunction(function)
)
# What a block sends that is made by its class, `psycopg.Transaction(connection)`, and two-phase
# commit.
_OF_TRANSACTIONS: Final = frozenset(
    function.__code__
    for function in (
        Transaction._enter_gen,
        Transaction._exit_gen,
        Connection._tpc_begin_gen,
        Connection._tpc_prepare_gen,
        Connection._tpc_finish_gen,
    )
)
