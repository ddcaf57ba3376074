"""A schema cursor: before a statement it enters the schema of its alias, after it it looks back.

The switch goes to the server in one string with the statement, where that means the same as
sending it alone; otherwise in a round trip of its own, just before the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

from psycopg import InterfaceError
from psycopg.abc import PQGen

from appschemas.backend.cross_session import detector
from appschemas.backend.cross_session.rehearsal import rehearsed
from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.pooler import transaction_of
from appschemas.backend.session.psycopg_hooks import CursorHooks, pipeline_of
from appschemas.backend.session.session import Session
from appschemas.backend.session.statements.explanations import EXPLAINED, explain
from appschemas.backend.session.statements.side_effects import may_change_settings, refuse_lasting
from appschemas.backend.session.wrapper import Wrapper
from appschemas.conf import get_contract

_DECLARED: Final = b"DECLARE CURSOR"


class SchemaCursor(CursorHooks):
    pgresult: Any
    closed: Any

    wrapper: Wrapper | None = None

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction(), rehearsed(self.wrapper, query):
                result = super().execute(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self._fail(session, error)
            raise
        self._finish(session, query)
        return result

    def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction(), rehearsed(self.wrapper, query):
                result = super().executemany(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self._fail(session, error)
            raise
        self._finish(session, query)
        return result

    def stream(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction():
                yield from super().stream(query, *args, **kwargs)  # type: ignore[misc]
        finally:
            self._finish_alone(session, query)

    @contextmanager
    def copy(self, statement: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
        session = self._begin(statement)
        try:
            with (
                self._transaction(),
                rehearsed(self.wrapper, statement),
                super().copy(statement, *args, **kwargs) as copy,  # type: ignore[misc]
            ):
                yield copy
        finally:
            self._finish_alone(session, statement)

    def enter_context(self, query: Any = None) -> PQGen[None]:
        self.carried = None
        if self.wrapper is None or (context := self.wrapper.context()) is None:
            return
        session, connection = self.wrapper.session, self.connection
        if not session.has(self.pgconn):
            if not connection.closed:
                raise InterfaceError("the connection of this cursor was given back")
            return
        if session.is_in_context(context):
            return
        # Behind a pooler the switch lasts for a transaction, which is that of the statement.
        if (context.local or not session.is_distrusted) and self._travels(query, context):
            session.invalidate()
            self.carried = context
        else:
            yield from session.switch(context, connection)

    def _begin(self, query: Any) -> Session | None:
        connection = self.connection
        if (wrapper := self.wrapper) is None:
            known: Session | None = getattr(connection, "appschemas_session", None)
            if known is not None:
                known.savepoints.leave_current()
            return known
        detector.refuse_statement(wrapper, query)
        session, context = wrapper.session, wrapper.context()
        if wrapper.shares_session:
            refuse_lasting(query, wrapper.alias)
            session.portals.refuse_statement(query, wrapper.alias)
        session.savepoints.leave_current()
        self.carried = None
        # The short way of a statement that stays where the last one was.
        self.in_context = session.has(self.pgconn) and (
            context is None or session.is_in_context(context)
        )
        return session

    def _transaction(self) -> AbstractContextManager[Any]:
        return transaction_of(self.wrapper, self.connection)

    def _travels(self, query: Any, context: SchemaContext) -> bool:
        return False

    def _finish(self, session: Session | None, query: Any) -> None:
        if session is None:
            return
        detector.record_statement(self.wrapper, query)
        if self.carried is not None:
            session.set_context(self.carried)
        if pipeline_of(self.connection):
            # Its result is not there yet.
            session.invalidate()
        elif (result := self.pgresult) is None or len(self.all_results) > 1:
            # Of several statements in one string only the first shows its command tag.
            session.invalidate()
        else:
            session.invalidate_after(result.command_status)
            if result.command_status == _DECLARED and self.wrapper is not None:
                session.portals.notice_statement(query, self.wrapper.alias)
        if may_change_settings(query, self.sent and self.sent.query):
            session.distrust()

    def _finish_alone(self, session: Session | None, query: Any) -> None:
        """After what psycopg sends by a protocol of its own, whatever became of it."""
        self.in_context = False
        if session is not None:
            detector.record_statement(self.wrapper, query)
            session.invalidate()
            if may_change_settings(query, self.sent and self.sent.query):
                session.distrust()

    def _fail(self, session: Session | None, error: BaseException) -> None:
        self.in_context = False
        if session is not None:
            session.invalidate()
        if self.wrapper is None or (schema := self.wrapper.schema) is None:
            return
        if isinstance(error, detector.EXPLAINED):
            detector.explain(error, self.wrapper)
        elif isinstance(error, EXPLAINED):
            explain(error, schema, get_contract())
