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

from appschemas.backend.marks import Marks
from appschemas.backend.place import Place
from appschemas.backend.refusal import REFUSED, RoleRefused, role_refused
from appschemas.backend.savepoints import Points

__all__ = ["RoleRefused", "Session", "Shared", "joined"]

# What a statement may have undone or changed behind our back, by its command tag.
_UNSETTLING: Final = frozenset(
    {b"ROLLBACK", b"SET", b"RESET", b"DISCARD", b"DISCARD ALL", b"DO", b"CALL"}
)


class Session:
    """The state that Django keeps per connection, kept once for several aliases.

    `entered` is the place that the connection is known to be in; None when unknown.
    """

    # Names of server-side cursors are unique per connection, not per alias.
    _named_cursor_idx = 0

    def __init__(self) -> None:
        self.connection: Any = None
        self.entered: Place | None = None
        self.marks = Marks()
        self.points = Points()
        self._reported: bytes | None = None

    def twin(self) -> Session:
        """Another session in the state that this one is in, which is not connected yet."""
        other = Session()
        vars(other).update(deepcopy(vars(self)))
        return other

    def is_in(self, place: Place) -> bool:
        """Whether the connection is known to be in `place`.

        PostgreSQL 18 reports each change of search_path, also by a function; before, and where a
        pooler hides it, there is nothing to compare.
        """
        if self.entered is not place:
            return False
        if place.local and self._is_idle():
            self.forget()
            return False
        return self._reported == _reported_path(self.connection)

    def entering(self, place: Place, connection: Any) -> PQGen[None]:
        """Go to `place` in a round trip of its own; a generator, as psycopg's are.

        Raises:
            RoleRefused: the login is no member of the role, or there is no such role.
        """
        self.entered = None
        if connection._pipeline:
            # Queued with the statement: if one fails, the server skips the others.
            for step in place.steps:
                yield from connection._exec_command(step)
            return
        if connection.pgconn.transaction_status == TransactionStatus.INERROR:
            # Every statement but ROLLBACK fails by itself now, and ROLLBACK needs no role.
            return
        connection.pgconn.send_query(place.switch)
        for result in (yield from execute(connection.pgconn)):
            if result.status != ExecStatus.COMMAND_OK:
                error = error_from_result(result, encoding="utf-8")
                if isinstance(error, REFUSED):
                    raise role_refused(error, place, connection) from error
                raise error
        self.arrived(place)

    def arrived(self, place: Place) -> None:
        """Remember that the connection is in `place`."""
        self.entered = place
        self._reported = _reported_path(self.connection)

    def forget(self) -> None:
        """What the connection is in is not known any more: SET is undone by ROLLBACK."""
        self.entered = None

    def settle(self, command_tag: bytes | None) -> None:
        """Forget what the statement with this command tag may have changed."""
        if command_tag in _UNSETTLING or (
            self.entered is not None and self.entered.local and self._is_idle()
        ):
            self.forget()

    def ended(self, *, undone: bool) -> None:
        """The transaction is over; what other sessions know of an undone one is void."""
        if undone:
            self.marks.undo()
        if undone or (self.entered is not None and self.entered.local):
            self.forget()
        self.marks = Marks()
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


def joined(key: tuple[Any, ...], fresh: Session) -> Session:
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
