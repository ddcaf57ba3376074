"""Psycopg's generators: what its connection is given to wait for, and what that is about to send.

Cursors and transactions that somebody makes by their class send by no hook of the engine's. All of
them wait on the connection, each for a generator of its own.
"""

from __future__ import annotations

from inspect import isgeneratorfunction
from typing import Any, Final

from psycopg import Connection, Cursor, ServerCursor, Transaction

from appschemas.backend.hooks.hook import Hook, stop_without
from appschemas.backend.session.psycopg_hooks import CursorView

_TRANSACTION: Final = "psycopg:Transaction"
_CONNECTION: Final = "psycopg:Connection"

HOOKS: Final = (
    Hook(_TRANSACTION, "_enter_gen", takes="self", called_by=("__enter__",)),
    Hook(_TRANSACTION, "_exit_gen", takes="self, exc_type, exc_val, exc_tb"),
    Hook(_CONNECTION, "_tpc_begin_gen", takes="self, xid", called_by=("tpc_begin",)),
    Hook(_CONNECTION, "_tpc_prepare_gen", takes="self", called_by=("tpc_prepare",)),
    Hook("psycopg:ServerCursor", "_close_gen", takes="self", called_by=("close",)),
    Hook(
        _CONNECTION,
        "_tpc_finish_gen",
        takes="self, action, xid",
        called_by=("tpc_commit", "tpc_rollback"),
    ),
)
stop_without(HOOKS)


def foreign_sender(generator: Any) -> Any:
    """Whose generator this is, if it sends by no hook and by no method that the engine has.

    That is a cursor, a block of a transaction, or a connection at two-phase commit; None for none.
    """
    if (frame := getattr(generator, "gi_frame", None)) is None or frame.f_code in _OF_CONNECTIONS:
        return None
    owner = frame.f_locals.get("self")
    return owner if isinstance(owner, _SENDERS) and not isinstance(owner, CursorView) else None


def statement_of(generator: Any) -> Any:
    """The statement that a cursor's generator is about to send; None where it has none."""
    places = generator.gi_frame.f_locals
    return places.get("query", places.get("statement"))


def closes(generator: Any) -> bool:
    """Whether this closes a cursor on the server."""
    return generator.gi_frame.f_code is _CLOSE


# Private
# -------

_CLOSE: Final = ServerCursor._close_gen.__code__

_SENDERS: Final = (Cursor, Transaction, Connection)
# What a connection itself has to say: to begin, to commit, to set what psycopg remembers.
_OF_CONNECTIONS: Final = frozenset(
    function.__code__
    for kind in Connection.__mro__
    for name, function in vars(kind).items()
    if isgeneratorfunction(function) and not name.startswith("_tpc_")
)
