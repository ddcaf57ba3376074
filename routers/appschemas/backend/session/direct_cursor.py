"""A direct cursor: what psycopg runs alone where a statement stays in its schema.

One comparison tells that the session is where the last statement of the same alias has left it, one
afterwards that this statement has left it there, too. What is not as plain goes the careful way of
a schema cursor; and where only the schema differs, the switch travels with the statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager
from typing import Any, ClassVar, Final

from psycopg.pq import TransactionStatus

from appschemas import conf
from appschemas.backend.session.current_role import current_role
from appschemas.backend.session.hold import COPY, STREAM, Hold, listed
from appschemas.backend.session.known_context import PATH, UNKNOWN, KnownContext
from appschemas.backend.session.psycopg_hooks import HAS_PIPELINES, CursorView, pipeline_of
from appschemas.backend.session.session import UNSETTLING, Session
from appschemas.backend.session.statements.side_effects import PLAIN_COPIES, PLAIN_TEXTS


class StayingCursor(CursorView):
    """A cursor that can tell at once that a statement stays where the session is."""

    def staying(self, query: Any, texts: Set[str]) -> Session | None:
        """The session, if it is where `query`, one of `texts`, belongs; None for more to do."""
        here: KnownContext | None = self.conn.known_context
        session: Session = self.wrapper.session
        if (
            here is None
            or session.known is not here
            or here.acting is not current_role()
            or here.contract is not conf.known_contract
            or query.__class__ is not str
            or query not in texts
            or here.reported != self.pgconn.parameter_status(PATH)
            or pipeline_of(self.conn)
        ):
            return None
        session.savepoints.is_left = True
        return session


class DirectCursor(StayingCursor):
    """A cursor of an alias; of each factory there is a class for each way that it may go."""

    # The class that looks before and after; an instance is of it for one statement.
    careful: ClassVar[type[Any]]
    # The class whose switch travels: what is made for another schema than the last statement's is
    # of it from the start, for to become it costs as much as the switch. None where parameters are
    # bound on the server.
    carrying: ClassVar[type[Any] | None]
    # What psycopg and the project's own cursor do.
    send: Callable[..., Any]
    send_many: Callable[..., Any]
    send_stream: Callable[..., Any]
    send_copy: Callable[..., Any]

    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        here: KnownContext | None = self.conn.known_context
        session: Session = self.wrapper.session
        if (
            here is None
            or here.acting is not current_role()
            or here.contract is not conf.known_contract
            or query.__class__ is not str
            or query not in PLAIN_TEXTS
            or options
        ):
            return self._care("execute", query, params, **options)
        if session.known is not here:
            return self._carry(here, session, query, params)
        if here.reported != self.pgconn.parameter_status(PATH):
            session.known = UNKNOWN
            return self._care("execute", query, params)
        session.savepoints.is_left = True
        try:
            self.send(query, params)
        except BaseException as error:
            self._care("fail", session, error)
            raise
        # Of several statements in one string only the first shows its command tag.
        if self.command_tag in UNSETTLING or len(self.all_results) != 1:
            self._care("finish", session, query)
        return self

    def executemany(self, query: Any, params_seq: Any, **options: Any) -> Any:
        params_seq = listed(params_seq)
        session = self.staying(query, PLAIN_TEXTS) if HAS_PIPELINES else None
        if session is None:
            return self._care("executemany", query, params_seq, **options)
        try:
            # One statement by the protocol of pipelines, and so no other than its text says.
            self.send_many(query, params_seq, **options)
        except BaseException as error:
            self._care("fail", session, error)
            raise
        return None

    def stream(self, query: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
        # One statement, as executemany() is.
        if (session := self.staying(query, PLAIN_TEXTS)) is None:
            self.__class__ = self.careful
            yield from self.stream(query, *args, **kwargs)
            return
        rows = self.send_stream(query, *args, **kwargs)
        try:
            for row in rows:
                hold = Hold(vars(self.conn), STREAM, self.wrapper.alias)
                try:
                    yield row
                    yield from rows
                finally:
                    hold.end()
        except BaseException as error:
            rows.close()
            self._care("fail", session, error)
            raise

    @contextmanager
    def copy(self, statement: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
        if (session := self.staying(statement, PLAIN_COPIES)) is None:
            self.__class__ = self.careful
            with self.copy(statement, *args, **kwargs) as copy:
                yield copy
            return
        # What is copied waits for each row, by the connection that the cursor shows.
        shown, self.connection = self.connection, self.conn
        try:
            with self.send_copy(statement, *args, **kwargs) as copy:
                self.connection = shown
                hold = Hold(vars(self.conn), COPY, self.wrapper.alias)
                try:
                    yield copy
                finally:
                    hold.end()
                    copy.connection = shown
        except BaseException as error:
            self.connection = shown
            self._care("fail", session, error)
            raise

    # Private
    # -------

    def _care(self, method: str, *args: Any, **kwargs: Any) -> Any:
        """What a method of the careful class does."""
        direct = self.__class__
        self.__class__ = self.careful
        try:
            return getattr(self, method)(*args, **kwargs)
        finally:
            self.__class__ = direct

    def _carry(self, here: KnownContext, session: Session, query: Any, params: Any) -> Any:
        """Let the switch travel with the statement, where it may."""
        pgconn, connection, carrying = self.pgconn, session.connection, self.carrying
        if (
            carrying is None
            or pgconn.transaction_status not in _CARRIED
            or session.is_distrusted
            or connection is None
            or connection.pgconn is not pgconn
            or pipeline_of(connection)
        ):
            return self._care("execute", query, params)
        session.savepoints.is_left = True
        session.known = UNKNOWN
        self.carried = here.context
        if self.__class__ is not carrying:
            self.__class__ = carrying
        try:
            self.send(query, params)
        except BaseException as error:
            self.carried = None
            self._care("fail", session, error)
            raise
        self.carried = None
        reported = pgconn.parameter_status(PATH)
        if here.reported == reported or here.is_reported(reported):
            session.known = here
        if self.command_tag in UNSETTLING or len(self.all_results) != 1:
            self._care("finish", session, query)
        return self


# Private
# -------

_CARRIED: Final = (int(TransactionStatus.IDLE), int(TransactionStatus.INTRANS))
