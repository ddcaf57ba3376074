"""Shared state: what Django keeps on a wrapper, where the aliases of a session have it together.

A statement reads some of it many times, and it is set now and then. So to set it is what goes
another way: `session` and `connection` are read as the interpreter reads fastest, from places of
their own on each wrapper, and whoever sets the connection of one alias sets that of all.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final, Self

from appschemas.backend.hooks.django_hooks import SHARED_ATTRIBUTES
from appschemas.backend.session.connections import connection_of_alias
from appschemas.backend.session.session import Session


class SharedState:
    """A wrapper's attributes that live in its session; the first of its base classes."""

    __slots__ = ("connection", "sending", "session")

    session: Session
    # The session's, as the alias has it; and as its own cursors do.
    connection: Any
    sending: Any

    # While Django sets the connection up, in no schema yet, and while it is given back to a pool,
    # the alias has the session's own.
    is_bare = False

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "connection":
            self.session.connection = value
            for each in list(self.session.wrappers):
                each.show_connection()
        elif name in _SHARED:
            setattr(self.session, name, value)
        elif name == "session":
            self._join(value)
        else:
            super().__setattr__(name, value)

    def __copy__(self) -> Self:
        """One more for the same alias and session, which are what a copy of Django's shares."""
        other = object.__new__(self.__class__)
        state: tuple[dict[str, Any], dict[str, Any]] = object.__getstate__(self)  # type: ignore[assignment]
        other.__dict__, slots = dict(state[0]), state[1]
        for name in slots.keys() - SharedState.__slots__:
            setattr(other, name, slots[name])
        other.session = self.session
        return other

    def close_if_health_check_failed(self) -> None:
        # Each cursor asks, and few connections are checked.
        if self.session.health_check_enabled:
            super().close_if_health_check_failed()  # type: ignore[misc]

    def inc_thread_sharing(self) -> None:
        super().inc_thread_sharing()  # type: ignore[misc]
        self.session.is_in_threads = True
        # None of the aliases' cursors goes the short way from now on.
        for each in self.session.wrappers:
            if each.sending is not None:
                each.sending.known_context = None

    def dec_thread_sharing(self) -> None:
        super().dec_thread_sharing()  # type: ignore[misc]
        wrappers = self.session.wrappers
        self.session.is_in_threads = any(each.allow_thread_sharing for each in wrappers)
        self.session.invalidate()

    def show_connection(self) -> None:
        """Have the session's connection, as it is now."""
        connection = sending = self.session.connection
        if connection is not None and not self.is_bare:
            connection = connection_of_alias(self, connection)
            sending = connection.sending
        super().__setattr__("connection", connection)
        super().__setattr__("sending", sending)

    def _join(self, session: Session) -> None:
        if (left := getattr(self, "session", None)) is not None:
            left.wrappers.discard(self)
        super().__setattr__("session", session)
        session.wrappers.add(self)
        if getattr(self, "_thread_sharing_count", 0):
            session.is_in_threads = True
        self.show_connection()
        _count_joined()


def times_joined() -> int:
    """How often an alias has joined a session: what is known of sessions holds until it changes."""
    return _joined


# Private
# -------

_joined = 0


def _count_joined() -> None:
    global _joined
    _joined += 1


_SHARED: Final = frozenset(SHARED_ATTRIBUTES)

for _name in _SHARED - {"connection"}:
    setattr(SharedState, _name, property(attrgetter(f"session.{_name}")))
