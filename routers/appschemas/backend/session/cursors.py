"""Cursors: a statement runs in the schema of its alias.

The switch goes to the server in one string with the statement, where that means the same as
sending it alone; otherwise in a round trip of its own, just before the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import Any, Final

from psycopg import ClientCursor, Error, InterfaceError, ServerCursor
from psycopg.abc import PQGen
from psycopg.pq import ExecStatus, TransactionStatus

from appschemas.backend.cross_session import detector
from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.errors import REFUSED, role_refused, unshift
from appschemas.backend.session.explanations import EXPLAINED, explain
from appschemas.backend.session.pooler import NO_TRANSACTION, transaction_of
from appschemas.backend.session.psycopg_hooks import (
    BindingHooks,
    ClientHooks,
    CursorHooks,
    NamedHooks,
    pipeline_of,
)
from appschemas.backend.session.session import Session
from appschemas.backend.session.wrapper import Wrapper
from appschemas.conf import get_contract

# A string of several statements is one transaction, in which VACUUM, CREATE DATABASE and others
# are refused; these do the same in it as by themselves.
# https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
_TRAVELS: Final = re.compile(r"\s*\(*\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE|VALUES)\b", re.I)


@cache
def cursor_class(factory: Any) -> type[Any]:
    """The class of cursors that `factory` makes, whose statements run in their schema."""
    if issubclass(factory, ServerCursor):
        kind: type[_SchemaCursor] = _NamedCursor
    else:
        kind = _ClientCursor if issubclass(factory, ClientCursor) else _ServerBindingCursor
    return type(factory.__name__, (kind, factory), {})


@cache
def connection_class(factory: Any) -> Any:
    """The class of connections whose own cursors let the session notice what they change.

    The cursor class of the connection stays what Django or the project made it.
    """

    def cursor(self: Any, name: str = "", **kwargs: Any) -> Any:
        made = factory.cursor(self, name, **kwargs)
        if name:
            return made
        aware = cursor_class(made.__class__)(self, row_factory=made.row_factory)
        aware.format = made.format
        return aware

    return type(factory.__name__, (factory,), {"cursor": cursor})


# Private
# -------


class _SchemaCursor(CursorHooks):
    pgresult: Any
    closed: Any

    wrapper: Wrapper | None = None

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction():
                result = super().execute(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self._fail(session, error)
            raise
        self._finish(session, query)
        return result

    def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction():
                result = super().executemany(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self._fail(session, error)
            raise
        self._finish(session, query)
        return result

    def stream(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        self._begin(query)
        with self._transaction():
            yield from super().stream(query, *args, **kwargs)  # type: ignore[misc]

    @contextmanager
    def copy(self, statement: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
        self._begin(statement)
        with self._transaction(), super().copy(statement, *args, **kwargs) as copy:  # type: ignore[misc]
            yield copy
        detector.record_statement(self.wrapper, statement)

    def enter_context(self, query: Any = None) -> PQGen[None]:
        self.carried = None
        if self.wrapper is None or (context := self.wrapper.context()) is None:
            return
        session, connection = self.wrapper.session, self.connection
        if connection is not session.connection:
            if not connection.closed:
                raise InterfaceError("the connection of this cursor was given back")
            return
        if session.is_in_context(context):
            return
        if self._travels(query, context):
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
        session.savepoints.leave_current()
        self.carried = None
        # The short way of a statement that stays where the last one was.
        self.in_context = connection is session.connection and (
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
        if pipeline_of(self.connection):
            # Its result is not there yet.
            session.invalidate()
            return
        if self.carried is not None:
            session.set_context(self.carried)
        if (result := self.pgresult) is None or len(self.all_results) > 1:
            # Of several statements in one string only the first shows its command tag.
            session.invalidate()
        else:
            session.invalidate_after(result.command_status)
        text = query if isinstance(query, str) else str(query)
        if "set_config" in text or "SET_CONFIG" in text:
            session.invalidate()

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


class _ClientCursor(ClientHooks, _SchemaCursor):
    _executing = False

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self._executing = True
        try:
            return super().execute(*args, **kwargs)
        finally:
            self._executing = False

    def check_carried(self, results: list[Any], check: Any) -> None:
        context = self.carried
        assert context is not None  # noqa: S101 - who calls it has asked
        switched = [each.status for each in results[:2]] == [ExecStatus.COMMAND_OK] * 2
        if switched:
            del results[:2]
        try:
            check(results)
        except REFUSED as error:
            if not switched and error.diag.statement_position is None:
                raise role_refused(error, context, self.connection) from error
            unshift(error, context)
            raise
        except Error as error:
            unshift(error, context)
            raise

    def _transaction(self) -> AbstractContextManager[Any]:
        # PostgreSQL makes one of what comes in one string.
        alone = self._executing and not pipeline_of(self.connection)
        return NO_TRANSACTION if alone else super()._transaction()

    def _travels(self, query: Any, context: SchemaContext) -> bool:
        # copy() and stream() take one statement, executemany() and pipelines another protocol.
        if not self._executing or pipeline_of(self.connection):
            return False
        match self.pgconn.transaction_status:
            case TransactionStatus.INTRANS:
                return True
            case TransactionStatus.IDLE if context.local:
                # There is no other way to tell the schema, and nothing that wants no transaction.
                return True
            case TransactionStatus.IDLE:
                return isinstance(query, str) and _TRAVELS.match(query) is not None
            case _:
                return False


class _ServerBindingCursor(BindingHooks, _SchemaCursor):
    pass


class _NamedCursor(NamedHooks, _SchemaCursor):
    def before_fetch(self) -> PQGen[None]:
        if not self.closed:
            if self.wrapper is not None:
                self.wrapper.session.savepoints.leave_current()
            yield from self.enter_context()
