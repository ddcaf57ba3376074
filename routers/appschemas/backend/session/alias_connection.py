"""The connection of an alias, as whoever asks for it has it: it notices cursors of others.

A cursor that a class makes on it, `psycopg.ClientCursor(connection)`, is none of the engine's and
sends by no hook of it. It does wait on the connection, so there it is told its schema, and
afterwards nothing is known of the session. What the engine's own cursors send by has none of this:
psycopg's methods alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final

from psycopg import Cursor, InterfaceError, ServerCursor
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus

from appschemas.backend.session.current_role import current_role
from appschemas.backend.session.hold import Hold, held
from appschemas.backend.session.known_context import KnownContext
from appschemas.backend.session.psycopg_generators import (
    closes,
    foreign_sender,
    statement_of,
)
from appschemas.backend.session.psycopg_hooks import begin, pipeline_of
from appschemas.backend.session.session import Session
from appschemas.backend.session.statements.side_effects import refuse_going_on
from appschemas.conf import get_contract


@cache
def noticing_class(factory: Any) -> Any:
    """The class of connections of `factory`, an alias's, that notice cursors of others."""

    class Noticing(factory):
        # What the cursors of the alias send by.
        __slots__ = ("sending",)

        @property
        def known_context(self) -> KnownContext | None:
            return self.sending.known_context

        @known_context.setter
        def known_context(self, here: KnownContext | None) -> None:
            self.sending.known_context = here

        @property
        def cursor_factory(self) -> Any:
            return self.sending.cursor_factory

        @cursor_factory.setter
        def cursor_factory(self, made: Any) -> None:
            self.sending.cursor_factory = made

        def cursor(self, *args: Any, **kwargs: Any) -> Any:
            cursor = self.sending.cursor(*args, **kwargs)
            cursor.connection = self
            return cursor

        def wait(self, gen: PQGen[Any], *args: Any, **kwargs: Any) -> Any:
            if (sender := foreign_sender(gen)) is None:
                return super().wait(gen, *args, **kwargs)
            session: Session = self.wrapper.session
            if not session.has(self.pgconn) and not self.closed:
                raise InterfaceError("the connection of this cursor was given back")
            if not isinstance(sender, Cursor):
                try:
                    return super().wait(gen, *args, **kwargs)
                finally:
                    # As after connection.rollback(), whatever has been undone.
                    self._leave()
            declares = _declaring(self.wrapper, sender, gen)
            session.savepoints.leave_current()
            if self.pgconn.transaction_status in _READY or pipeline_of(self):
                super().wait(_entered(self, session))
            # Nothing is known while it goes on, nor afterwards.
            session.distrust()
            hold = Hold(self.__dict__, _CURSOR, self.wrapper.alias)
            try:
                result = super().wait(gen, *args, **kwargs)
                declares()
                return result
            finally:
                session.distrust()
                if self.pgconn.transaction_status != TransactionStatus.ACTIVE:
                    hold.end()

        def notifies(self, *args: Any, **kwargs: Any) -> Any:
            for each in super().notifies(*args, **kwargs):
                with held(self, "notifies()", self.wrapper.alias):
                    yield each

    Noticing.__name__ = Noticing.__qualname__ = factory.__name__
    return Noticing


# Private
# -------

_CURSOR: Final = "a cursor made by its class"
_READY: Final = (TransactionStatus.IDLE, TransactionStatus.INTRANS)


def _declaring(wrapper: Any, cursor: Any, gen: PQGen[Any]) -> Callable[[], None]:
    """Refuse rows of a cursor that another alias has declared; what remembers those of this."""
    portals, alias = wrapper.session.portals, wrapper.alias
    if isinstance(cursor, ServerCursor):
        portals.refuse_foreign(cursor.name, alias)
        if closes(gen):
            return partial(portals.close, cursor.name)
        return partial(portals.declare, cursor.name, alias, holds=cursor.withhold)
    statement = statement_of(gen)
    portals.refuse_statement(statement, alias)
    if wrapper.shares_session:
        refuse_going_on(statement, alias)
    return partial(portals.notice_statement, statement, alias)


def _entered(connection: Any, session: Session) -> PQGen[None]:
    """Let the connection go to the schema of its alias; a generator as psycopg's."""
    yield from begin(connection)
    if (context := connection.wrapper.context()) is None:
        return
    if context.local and connection.pgconn.transaction_status == TransactionStatus.IDLE:
        raise InterfaceError(
            "Behind a pooler a cursor that is made by its class is told its schema in a "
            "transaction only: use connection.cursor(), or transaction.atomic() around it."
        )
    here = KnownContext(context, current_role(), get_contract())
    yield from session.switch(here, context, connection)
