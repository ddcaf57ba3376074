"""Connections: psycopg's own, as each alias of a session has it.

The aliases of a session have one connection. Code that asks psycopg for more than Django offers
takes it from an alias, `connections["papers"].connection`, and means that alias by it: so each has
an object of its own, and these share all they hold but the alias. What is sent by them goes through
the same cursors as Django's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from psycopg.pq import Format

from appschemas.backend.session.alias_connection import noticing_class
from appschemas.backend.session.cursors import cursor_class
from appschemas.contract.databases import is_subclass


def connection_of_alias(wrapper: Any, connection: Any) -> Any:
    """What an alias has of psycopg's connection: the object that it has, or another one."""
    known = getattr(wrapper, "connection", None)
    if known is not None and vars(known) is vars(connection) and known is not connection:
        return known
    kind, cursor_factory = _aliased(connection.__class__), _cursor_factory(wrapper)
    if cursor_factory is not None:
        kind = _with_cursors(kind)
    sending = _sharing(kind, connection)
    if cursor_factory is not None:
        sending.cursor_factory = cursor_factory
    sending.wrapper, sending.known_context = wrapper, None
    aliased = _sharing(noticing_class(kind), connection)
    aliased.wrapper, aliased.sending = wrapper, sending
    return aliased


def be_shared(connection: Any) -> None:
    """Let psycopg's connection be one that aliases share, each by an object of its own."""
    connection.__class__ = _connection_class(connection.__class__)
    have_own_places(connection)


def have_own_places(owner: Any) -> None:
    """Let the attributes of an object be in a dictionary for itself.

    One that has its keys in common with other objects of the class has no place of a value that the
    interpreter could remember (PEP 659, LOAD_ATTR_WITH_HINT): each attribute would be looked up for
    each statement.
    """
    owner.__dict__ = dict(vars(owner))


# Private
# -------


def _sharing(kind: Any, connection: Any) -> Any:
    """An object of a class that has what the connection has."""
    other = kind.__new__(kind)
    other.__dict__ = vars(connection)
    return other


@cache
def _connection_class(factory: Any) -> Any:
    """The class of connections whose own cursors let the session notice what they change.

    The cursor class of the connection stays what Django or the project made it.
    """

    def cursor(self: Any, name: str = "", *, binary: bool = False, **kwargs: Any) -> Any:
        if name:
            kwargs.setdefault("row_factory", self.row_factory)
            cursor = cursor_class(self.server_cursor_factory)(self, name, **kwargs)
            cursor.format = Format(binary)
            return cursor
        made = factory.cursor(self, binary=binary, **kwargs)
        cursor = cursor_class(made.__class__)(self, row_factory=made.row_factory)
        cursor.format = made.format
        return cursor

    # Of an alias's object alone: whose it is, and where its statements run.
    members = {"cursor": cursor, "wrapper": None, "known_context": None}
    return type(factory.__name__, (factory,), members)


@cache
def _aliased(factory: Any) -> Any:
    """The class of connections of `factory` that belong to an alias."""

    class Aliased(factory):
        __slots__ = ("known_context", "wrapper")

        def cursor(self, name: str = "", **kwargs: Any) -> Any:
            cursor = super().cursor(name, **kwargs)
            cursor.wrapper = self.wrapper
            return cursor

        def commit(self) -> None:
            self._leave()
            super().commit()

        def rollback(self) -> None:
            self._leave()
            super().rollback()

        @contextmanager
        def transaction(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
            self._leave()
            try:
                with super().transaction(*args, **kwargs) as transaction:
                    yield transaction
            finally:
                self._leave()

        def _leave(self) -> None:
            session = self.wrapper.session
            session.invalidate()
            session.savepoints.leave_current()

        def __del__(self) -> None:
            """It is the session's connection that has to be closed."""

    Aliased.__name__ = Aliased.__qualname__ = factory.__name__
    return Aliased


@cache
def _with_cursors(factory: Any) -> Any:
    """The same with cursors of the alias's own, whatever those of whoever connected are."""
    return type(factory.__name__, (factory,), {"__slots__": ("cursor_factory",)})


def _cursor_factory(wrapper: Any) -> Any:
    """The class of cursors that a project's own wrapper makes for its alias, made once; or None.

    It may know its alias, as a counter does that has it for a label.
    """
    own = vars(wrapper)
    if "_cursor_factory" not in own:
        is_own = is_subclass(type(wrapper))
        made = wrapper.get_connection_params()["cursor_factory"] if is_own else None
        own["_cursor_factory"] = made
    return own["_cursor_factory"]
