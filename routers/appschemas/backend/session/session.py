"""Session: one PostgreSQL connection with its transaction, shared by the schemas of a server.

The aliases of one server share it, so that `transaction.atomic()` spans apps and one app sees what
another has written before the commit. Each statement still runs with its own schema's role.
"""

from __future__ import annotations

from copy import deepcopy
from operator import attrgetter
from typing import Any, Final
from weakref import WeakValueDictionary

from asgiref.local import Local
from psycopg.abc import PQGen
from psycopg.errors import error_from_result
from psycopg.generators import execute
from psycopg.pq import ExecStatus, TransactionStatus

from appschemas.backend.cross_session.open_writes import OpenWrites
from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.errors import REFUSED, RoleRefused, role_refused
from appschemas.backend.session.savepoints import Points

__all__ = ["RoleRefused", "Session", "Shared", "session_for"]

# What a statement may have undone or changed behind our back, by its command tag.
_UNSETTLING: Final = frozenset({"ROLLBACK", "SET", "RESET", "DISCARD", "DISCARD ALL", "DO", "CALL"})


class Session:
    """The state that Django keeps per connection, kept once for several aliases.

    `entered` is the place that the connection is known to be in; None when unknown.
    """

    # Names of server-side cursors are unique per connection, not per alias.
    _named_cursor_idx = 0

    def __init__(self) -> None:
        self.connection: Any = None
        self.known_context: SchemaContext | None = None
        self.open_writes = OpenWrites()
        self.points = Points()
        self._reported: bytes | None = None

    def unconnected_copy(self) -> Session:
        """Another session in the state that this one is in, which is not connected yet."""
        other = Session()
        vars(other).update(deepcopy(vars(self)))
        return other

    def is_in_context(self, context: SchemaContext) -> bool:
        """Whether the connection is known to be in `place`.

        PostgreSQL 18 reports each change of search_path, also by a function; before, and where a
        pooler hides it, there is nothing to compare.
        """
        if self.known_context is not context:
            return False
        if context.local and self._is_idle():
            self.invalidate()
            return False
        return self._reported == _reported_path(self.connection)

    def switch(self, context: SchemaContext, connection: Any) -> PQGen[None]:
        """Go to `place` in a round trip of its own; a generator, as psycopg's are.

        Raises:
            RoleRefused: the login is no member of the role, or there is no such role.
        """
        self.known_context = None
        if connection._pipeline:
            # Queued with the statement: if one fails, the server skips the others.
            for step in context.steps:
                yield from connection._exec_command(step)
            return
        if connection.pgconn.transaction_status == TransactionStatus.INERROR:
            # Every statement but ROLLBACK fails by itself now, and ROLLBACK needs no role.
            return
        connection.pgconn.send_query(context.switch)
        for result in (yield from execute(connection.pgconn)):
            if result.status != ExecStatus.COMMAND_OK:
                error = error_from_result(result, encoding="utf-8")
                if isinstance(error, REFUSED):
                    raise role_refused(error, context, connection) from error
                raise error
        self.set_context(context)

    def set_context(self, context: SchemaContext) -> None:
        """Remember that the connection is in `place`."""
        self.known_context = context
        self._reported = _reported_path(self.connection)

    def invalidate(self) -> None:
        """What the connection is in is not known any more: SET is undone by ROLLBACK."""
        self.known_context = None

    def invalidate_after(self, command_tag: str | None) -> None:
        """Forget what the statement with this command tag may have changed.

        Up to 3.3.3 psycopg has no tag for what executemany() sent.
        """
        if (
            command_tag is None
            or command_tag in _UNSETTLING
            or (self.known_context is not None and self.known_context.local and self._is_idle())
        ):
            self.invalidate()

    def ended(self, *, undone: bool) -> None:
        """The transaction is over; what other sessions know of an undone one is void."""
        if undone:
            self.open_writes.undo()
        if undone or (self.known_context is not None and self.known_context.local):
            self.invalidate()
        self.open_writes = OpenWrites()
        self.points.ended()

    def _is_idle(self) -> bool:
        idle: bool = self.connection.pgconn.transaction_status == TransactionStatus.IDLE
        return idle


class Shared(property):
    """An attribute of a wrapper that lives in its session; read many times per statement."""

    def __init__(self, name: str) -> None:
        def put(wrapper: Any, value: Any) -> None:
            setattr(wrapper.session, name, value)

        super().__init__(attrgetter(f"session.{name}"), put)


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


def _reported_path(connection: Any) -> bytes | None:
    path: bytes | None = connection.pgconn.parameter_status(b"search_path")
    return path
