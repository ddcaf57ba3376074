"""Cursors: a statement runs in the schema of its alias.

The switch goes to the server in one string with the statement, where that means the same as
sending it alone; otherwise in a round trip of its own, just before the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from psycopg import ClientCursor, Error, InterfaceError, ServerCursor
from psycopg.abc import PQGen
from psycopg.pq import ExecStatus, TransactionStatus

from appschemas.backend.cross_session import detector
from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.errors import REFUSED, role_refused, unshift
from appschemas.backend.session.explanations import EXPLAINED, explain
from appschemas.backend.session.pooler import NOTHING, around
from appschemas.conf import get_contract

if TYPE_CHECKING:
    from appschemas.backend.base import DatabaseWrapper
    from appschemas.backend.session.session import Session

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


class _SchemaCursor:
    _conn: Any
    _pgconn: Any
    _results: Any
    statusmessage: str | None
    closed: Any
    format: Any

    # None on cursors that psycopg and Django open for themselves.
    wrapper: DatabaseWrapper | None = None
    # Whether the connection is known to be in the place of the statement to be sent.
    _there = False
    # The place whose switch travels with the statement that is being sent.
    _carried: SchemaContext | None = None

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction():
                result = super().execute(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self._fail(session, error)
            raise
        self._settle(session, query)
        return result

    def executemany(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            with self._transaction():
                result = super().executemany(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self._fail(session, error)
            raise
        self._settle(session, query)
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

    def _begin(self, query: Any) -> Session | None:
        connection = self._conn
        if (wrapper := self.wrapper) is None:
            known: Session | None = getattr(connection, "appschemas_session", None)
            if known is not None:
                known.points.moved()
            return known
        detector.refuse_statement(wrapper, query)
        session, context = wrapper.session, wrapper.context()
        session.points.moved()
        self._carried = None
        # The short way of a statement that stays where the last one was.
        self._there = connection is session.connection and (
            context is None or session.is_in_context(context)
        )
        return session

    def _transaction(self) -> AbstractContextManager[Any]:
        return around(self.wrapper, self._conn)

    def _start_query(self, query: Any = None) -> PQGen[None]:
        """Psycopg's hook before anything is sent, whichever method sends it."""
        if self._there:
            self._there = False
            started: PQGen[None] = super()._start_query(query)  # type: ignore[misc]
            return started
        return self._start_and_enter(query)

    def _start_and_enter(self, query: Any) -> PQGen[None]:
        yield from super()._start_query(query)  # type: ignore[misc]
        yield from self._enter(query)

    def _enter(self, query: Any = None) -> PQGen[None]:
        self._carried = None
        if self.wrapper is None or (context := self.wrapper.context()) is None:
            return
        session, connection = self.wrapper.session, self._conn
        if connection is not session.connection:
            if not connection.closed:
                raise InterfaceError("the connection of this cursor was given back")
            return
        if session.is_in_context(context):
            return
        if self._travels(query, context):
            session.invalidate()
            self._carried = context
        else:
            yield from session.switch(context, connection)

    def _travels(self, query: Any, context: SchemaContext) -> bool:
        return False

    def _settle(self, session: Session | None, query: Any) -> None:
        if session is None:
            return
        detector.record_statement(self.wrapper, query)
        if self._conn._pipeline:
            # Its result is not there yet.
            session.invalidate()
            return
        if self._carried is not None:
            session.set_context(self._carried)
        if len(self._results) > 1:
            # Of several statements in one string only the first shows its command tag.
            session.invalidate()
        else:
            session.invalidate_after(self.statusmessage)
        text = query if isinstance(query, str) else str(query)
        if "set_config" in text or "SET_CONFIG" in text:
            session.invalidate()

    def _fail(self, session: Session | None, error: BaseException) -> None:
        self._there = False
        if session is not None:
            session.invalidate()
        if self.wrapper is None or (schema := self.wrapper.schema) is None:
            return
        if isinstance(error, detector.EXPLAINED):
            detector.explain(error, self.wrapper)
        elif isinstance(error, EXPLAINED):
            explain(error, schema, get_contract())


class _ClientCursor(_SchemaCursor):
    _executing = False

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self._executing = True
        try:
            return super().execute(*args, **kwargs)
        finally:
            self._executing = False

    def _transaction(self) -> AbstractContextManager[Any]:
        # PostgreSQL makes one of what comes in one string.
        alone = self._executing and not self._conn._pipeline
        return NOTHING if alone else super()._transaction()

    def _travels(self, query: Any, context: SchemaContext) -> bool:
        # copy() and stream() take one statement, executemany() and pipelines another protocol.
        if not self._executing or self._conn._pipeline:
            return False
        match self._pgconn.transaction_status:
            case TransactionStatus.INTRANS:
                return True
            case TransactionStatus.IDLE if context.local:
                # There is no other way to tell the schema, and nothing that wants no transaction.
                return True
            case TransactionStatus.IDLE:
                return isinstance(query, str) and _TRAVELS.match(query) is not None
            case _:
                return False

    def _execute_send(
        self, query: Any, *, force_extended: bool = False, binary: Any = None
    ) -> None:
        if self._carried is None or binary or self.format:
            super()._execute_send(query, force_extended=force_extended, binary=binary)  # type: ignore[misc]
            return
        self._query = query
        self._pgconn.send_query(self._carried.switch + query.query)

    def _check_results(self, results: list[Any]) -> None:
        if (context := self._carried) is None:
            super()._check_results(results)  # type: ignore[misc]
            return
        switched = [each.status for each in results[:2]] == [ExecStatus.COMMAND_OK] * 2
        if switched:
            del results[:2]
        try:
            super()._check_results(results)  # type: ignore[misc]
        except REFUSED as error:
            if not switched and error.diag.statement_position is None:
                raise role_refused(error, context, self._conn) from error
            unshift(error, context)
            raise
        except Error as error:
            unshift(error, context)
            raise


class _ServerBindingCursor(_SchemaCursor):
    def _convert_query(self, query: Any, params: Any = None) -> Any:
        converted = super()._convert_query(query, params)  # type: ignore[misc]
        if self.wrapper is not None and self._conn.prepare_threshold is not None:
            context = self.wrapper.context()
            if context is not None:
                # Prepared by its text: another schema's table of this name has other columns.
                converted.query += context.mark
        return converted


class _NamedCursor(_SchemaCursor):
    # What the query calls runs when its rows are fetched, with the rights of that moment.

    def _fetch_gen(self, num: int | None) -> PQGen[Any]:
        if not self.closed:
            if self.wrapper is not None:
                self.wrapper.session.points.moved()
            yield from self._enter()
        rows = yield from super()._fetch_gen(num)  # type: ignore[misc]
        return rows

    def _scroll_gen(self, value: int, mode: str) -> PQGen[None]:
        yield from self._enter()
        yield from super()._scroll_gen(value, mode)  # type: ignore[misc]
