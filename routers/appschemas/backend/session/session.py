"""Session: one PostgreSQL connection with its transaction, shared by the schemas of a server.

The aliases of one server share it, so that `transaction.atomic()` spans apps and one app sees what
another has written before the commit. Each statement still runs with its own schema's role.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final
from weakref import WeakSet, WeakValueDictionary

from asgiref.local import Local
from psycopg.abc import PQGen
from psycopg.pq import ExecStatus, TransactionStatus

from appschemas.backend.cross_session.open_writes import OpenWrites
from appschemas.backend.hooks.django_hooks import SHARED_ATTRIBUTES
from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.known_context import PATH, UNKNOWN, KnownContext
from appschemas.backend.session.psycopg_hooks import (
    error_from_result,
    execute,
    execute_command,
    pipeline_of,
)
from appschemas.backend.session.savepoints import Savepoints
from appschemas.backend.session.statements.errors import REFUSED, role_refused
from appschemas.backend.session.statements.portals import Portals
from appschemas.backend.session.statements.side_effects import TAKE_BACK

# What a statement may have undone or changed behind our back, by its command tag. SET LOCAL ends
# with COMMIT, also where AND CHAIN begins another transaction at once.
_UNDOING: Final = frozenset({None, b"ROLLBACK", b"COMMIT", b"RESET", b"DISCARD", b"DISCARD ALL"})
# SET in a spelling that was not seen, DO and CALL may have set anything.
_OPAQUE: Final = frozenset({b"SET", b"DO", b"CALL"})
UNSETTLING: Final = _UNDOING | _OPAQUE


class Session:
    """The state that Django keeps per connection, kept once for several aliases.

    `known` is all that is known of the connection. `is_distrusted` while settings may have been
    changed that a switch does not set. `is_in_threads` while several use it at once: what one
    knows, another changes before the statement is sent, so each brings its switch along, under
    psycopg's lock.
    """

    # What each statement reads has a place that the interpreter remembers.
    __slots__ = (
        *SHARED_ATTRIBUTES,
        "__weakref__",
        "_taken_back",
        "is_distrusted",
        "is_in_threads",
        "known",
        "open_writes",
        "portals",
        "savepoints",
        "wrappers",
    )

    # What Django keeps; its wrapper's __init__ sets it, through the wrapper of any alias.
    autocommit: bool
    health_check_enabled: bool
    in_atomic_block: bool
    needs_rollback: bool
    savepoint_ids: list[Any]
    atomic_blocks: list[Any]

    def __init__(self) -> None:
        self.connection: Any = None
        # Names of server-side cursors are unique per connection, not per alias.
        self._named_cursor_idx = 0
        # Of the aliases that are in it.
        self.wrappers: WeakSet[Any] = WeakSet()
        self.known: KnownContext = UNKNOWN
        self.open_writes = OpenWrites()
        self.savepoints = Savepoints()
        self.portals = Portals()
        self.is_distrusted = self._taken_back = self.is_in_threads = False

    @property
    def known_context(self) -> SchemaContext | None:
        """The context that the connection is known to be in; None when unknown."""
        return self.known.context

    def unconnected_copy(self) -> Session:
        """Another session in the state that this one is in, which is not connected yet."""
        other = Session()
        for name in SHARED_ATTRIBUTES:
            if not hasattr(other, name) and hasattr(self, name):
                setattr(other, name, deepcopy(getattr(self, name)))
        return other

    def has(self, pgconn: Any) -> bool:
        """Whether `pgconn` is the session's connection, by whichever alias it was had."""
        connection = self.connection
        return connection is not None and connection.pgconn is pgconn

    def is_in_context(self, context: SchemaContext) -> bool:
        """Whether the connection is known to be in `context`.

        PostgreSQL 18 reports each change of search_path, also by a function; before, and where a
        pooler hides it, there is nothing to compare.
        """
        if self.known.context is not context or self.is_in_threads:
            return False
        if context.local and self._is_idle():
            self.invalidate()
            return False
        reported: bytes | None = self.connection.pgconn.parameter_status(PATH)
        return self.known.reported == reported

    def switch(self, here: KnownContext, context: SchemaContext, connection: Any) -> PQGen[None]:
        """Go to `context`, that of `here`, in a round trip of its own; a generator as psycopg's.

        Raises:
            RoleRefused: the login is no member of the role, or there is no such role.
        """
        self.invalidate()
        if pipeline_of(connection):
            # Queued with the statement: if one fails, the server skips the others.
            for step in context.steps:
                yield from execute_command(connection, step)
            return
        if connection.pgconn.transaction_status == TransactionStatus.INERROR:
            # Every statement but ROLLBACK fails by itself now, and ROLLBACK needs no role.
            return
        command, idle = context.switch, self._is_idle()
        if self.is_distrusted:
            command += TAKE_BACK
        connection.pgconn.send_query(command)
        for result in (yield from execute(connection.pgconn)):
            if result.status != ExecStatus.COMMAND_OK:
                error = error_from_result(result, encoding="utf-8")
                if isinstance(error, REFUSED):
                    raise role_refused(error, context, connection) from error
                raise error
        if self.is_distrusted:
            # In a transaction it holds only if that is committed.
            self.is_distrusted, self._taken_back = not idle, True
        self.arrive(here)

    def arrive(self, here: KnownContext) -> None:
        """The connection is there, if what came with the switch has not changed the path."""
        reported = self.connection.pgconn.parameter_status(PATH)
        self.known = here if here.is_reported(reported) else UNKNOWN

    def invalidate(self) -> None:
        """What the connection is in is not known any more: SET is undone by ROLLBACK."""
        self.known = UNKNOWN

    def distrust(self) -> None:
        """Not only that: settings may have been changed that a switch does not set."""
        self.known = UNKNOWN
        self.is_distrusted, self._taken_back = True, False

    def trust(self) -> None:
        """Nobody but Django has used the connection yet."""
        self.is_distrusted = self._taken_back = False

    def invalidate_after(self, command_tag: bytes | None) -> None:
        """Forget what the statement with this command tag may have changed."""
        if command_tag in _OPAQUE:
            self.distrust()
        elif command_tag in _UNDOING or (self.is_local and self._is_idle()):
            self.invalidate()

    def end_transaction(self, *, undone: bool) -> None:
        """The transaction is over; what other sessions know of an undone one is void."""
        if undone:
            self.open_writes.undo()
        if undone or self.portals.are_new or self.is_local:
            # A cursor WITH HOLD is read to its end by COMMIT, with all that it calls.
            self.invalidate()
        self.portals.end_transaction()
        if self._taken_back and not undone:
            self.is_distrusted = False
        self.open_writes = OpenWrites()
        self.savepoints.forget()

    @property
    def is_local(self) -> bool:
        """Whether what is known lasts for a transaction only, behind a pooler."""
        return self.known.context is not None and self.known.context.local

    def _is_idle(self) -> bool:
        idle: bool = self.connection.pgconn.transaction_status == TransactionStatus.IDLE
        return idle


def session_for(key: tuple[Any, ...], fresh: Session) -> Session:
    """The session of this thread for `key`; `fresh` becomes it when there is none."""
    sessions = getattr(_local, "sessions", None)
    if sessions is None:
        sessions = _local.sessions = WeakValueDictionary()
    session: Session = sessions.setdefault(key, fresh)
    return session


# Private
# -------

# As thread-critical as Django's own connections: a session never leaves its thread.
_local = Local(thread_critical=True)
