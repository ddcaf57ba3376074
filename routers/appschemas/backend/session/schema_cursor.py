"""A schema cursor: before a statement it enters the schema of its alias, after it it looks back.

The switch goes to the server in one string with the statement, where that means the same as
sending it alone; otherwise in a round trip of its own, just before the statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from typing import Any, Final

from psycopg import InterfaceError
from psycopg.abc import PQGen

from appschemas.backend.cross_session import detector
from appschemas.backend.cross_session.rehearsal import rehearsed
from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.current_role import current_role
from appschemas.backend.session.hold import COPY, STREAM, held, listed
from appschemas.backend.session.known_context import KnownContext
from appschemas.backend.session.pooler import transaction_of
from appschemas.backend.session.psycopg_hooks import HAS_PIPELINES, CursorHooks, pipeline_of
from appschemas.backend.session.session import Session
from appschemas.backend.session.statements.explanations import EXPLAINED, explain
from appschemas.backend.session.statements.side_effects import (
    may_change_settings,
    refuse_going_on,
    refuse_lasting,
    remember_copy,
    remember_plain,
    text_of,
)
from appschemas.backend.session.wrapper import Wrapper
from appschemas.conf import get_contract

_OF_CURSORS: Final = frozenset({b"DECLARE CURSOR", b"CLOSE CURSOR", b"CLOSE CURSOR ALL"})


class SchemaCursor(CursorHooks):
    pgresult: Any
    closed: Any

    wrapper: Wrapper | None = None

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session = self._begin(query)
        try:
            if self._is_alone():
                result = super().execute(query, *args, **kwargs)  # type: ignore[misc]
            else:
                with self._transaction(), rehearsed(self.wrapper, query):
                    result = super().execute(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self.fail(session, error)
            raise
        self.finish(session, query)
        return result

    def executemany(self, query: Any, params_seq: Any, **kwargs: Any) -> Any:
        params_seq = listed(params_seq)
        session = self._begin(query)
        try:
            with self._transaction(), rehearsed(self.wrapper, query):
                result = super().executemany(query, params_seq, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self.fail(session, error)
            raise
        self.finish(session, query, many=True)
        return result

    def stream(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        session, plain = self._begin(query), remember_plain(query)
        try:
            with (
                self._transaction(),
                closing(super().stream(query, *args, **kwargs)) as rows,  # type: ignore[misc]
            ):
                for row in rows:
                    with self._held(STREAM):
                        yield row
                        yield from rows
        except BaseException:
            self._finish_alone(session, query, plain=False)
            raise
        self._finish_alone(session, query, plain=plain)

    @contextmanager
    def copy(self, statement: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
        session, plain = self._begin(statement), remember_copy(statement)
        try:
            with (
                self._transaction(),
                rehearsed(self.wrapper, statement),
                super().copy(statement, *args, **kwargs) as copy,  # type: ignore[misc]
                self._held(COPY),
            ):
                yield copy
        except BaseException:
            self._finish_alone(session, statement, plain=False)
            raise
        self._finish_alone(session, statement, plain=plain)

    def enter_context(self, query: Any = None) -> PQGen[None]:
        self.carried = None
        if self.wrapper is None or (here := self._here(self.wrapper)) is None:
            return
        session, connection = self.wrapper.session, self.conn
        if not session.has(self.pgconn):
            if not connection.closed:
                raise InterfaceError("the connection of this cursor was given back")
            return
        context = here.context
        assert context is not None  # noqa: S101 - only what is unknown has none
        if session.is_in_context(context):
            return
        # Behind a pooler the switch lasts for a transaction, which is that of the statement.
        if (context.local or not session.is_distrusted) and self._travels(query, context):
            session.invalidate()
            self.carried = context
        else:
            yield from session.switch(here, context, connection)

    def finish(self, session: Session | None, query: Any, *, many: bool = False) -> None:
        """After a statement: what is not known any more."""
        if session is None:
            return
        wrapper = self.wrapper
        if wrapper is not None and not wrapper.needs_no_context_check:
            detector.record_statement(wrapper, query)
        if self.carried is not None and wrapper and (here := self._here(wrapper)) is not None:
            session.arrive(here)
        # An instance goes on as a direct cursor, which carries what it is told to.
        self.carried = None
        is_many = many and HAS_PIPELINES and not pipeline_of(self.conn)
        if is_many and self._stays_many(session, query):
            return
        tags = {each.command_status for each in self.all_results}
        if len(self.all_results) != 1:
            # Of several in one string each may have; in a pipeline there is no result yet.
            session.invalidate()
            if not tags and not remember_plain(query):
                session.distrust()
        for tag in tags:
            session.invalidate_after(tag)
        if wrapper is not None and (not tags or tags & _OF_CURSORS):
            session.portals.notice_statement(query, wrapper.alias)
        if not remember_plain(query) and may_change_settings(query, self.sent and self.sent.query):
            session.distrust()

    def fail(self, session: Session | None, error: BaseException) -> None:
        """After a statement that failed, of which nothing is known."""
        self.in_context, self.carried = False, None
        if session is not None:
            session.invalidate()
        if self.wrapper is None or (schema := self.wrapper.schema) is None:
            return
        if isinstance(error, detector.EXPLAINED):
            detector.explain(error, self.wrapper)
        elif isinstance(error, EXPLAINED):
            explain(error, schema, get_contract())

    # Private
    # -------

    def _begin(self, query: Any) -> Session | None:
        connection = self.conn
        if (wrapper := self.wrapper) is None:
            known: Session | None = getattr(connection, "appschemas_session", None)
            if known is not None:
                known.savepoints.leave_current()
            return known
        if not wrapper.needs_no_context_check:
            detector.refuse_statement(wrapper, query)
        session, here = wrapper.session, self._here(wrapper)
        if wrapper.shares_session:
            text = text_of(query)
            refuse_lasting(text, wrapper.alias)
            refuse_going_on(text, wrapper.alias)
        session.portals.refuse_statement(query, wrapper.alias)
        session.savepoints.leave_current()
        self.carried = None
        # The short way of a statement that stays where the last one was.
        self.in_context = session.has(self.pgconn) and (
            here is None or (here.context is not None and session.is_in_context(here.context))
        )
        if self.in_context and here is not None and here is not session.known:
            here.reported = session.known.reported
            session.known = here
        return session

    def _here(self, wrapper: Wrapper) -> KnownContext | None:
        """Where its alias runs now on its connection; None for where it runs without a switch."""
        connection = self.conn
        here: KnownContext | None = connection.known_context
        acting, contract = current_role(), get_contract()
        if here is None or here.acting is not acting or here.contract is not contract:
            if (context := wrapper.context()) is None:
                return None
            here = KnownContext(context, acting, contract)
            # Neither pooler nor own session, and not Django's while it sets the connection up.
            is_kept = wrapper.needs_no_context_check and not wrapper.session.is_in_threads
            if is_kept and connection.wrapper is wrapper:
                connection.known_context = here
        return here

    def _is_alone(self) -> bool:
        """Whether nothing is to be asked around a statement."""
        return self.wrapper is None or self.wrapper.needs_no_context_check

    def _held(self, what: str) -> AbstractContextManager[Any]:
        return held(self.conn, what, self.wrapper.alias) if self.wrapper else nullcontext()

    def _transaction(self) -> AbstractContextManager[Any]:
        return transaction_of(self.wrapper, self.conn)

    def _travels(self, query: Any, context: SchemaContext) -> bool:
        return False

    def _stays_many(self, session: Session, query: Any) -> bool:
        """Whether executemany() has left nothing behind: one statement, however often sent."""
        wrapper = self.wrapper
        if wrapper is None or not wrapper.needs_no_context_check or not remember_plain(query):
            return False
        if (here := self._here(wrapper)) is not None and session.known is not here:
            # The switch was one of its pipeline, all of which has been done.
            session.arrive(here)
        return True

    def _finish_alone(self, session: Session | None, query: Any, *, plain: bool) -> None:
        """After what psycopg sends by a protocol of its own; `plain` leaves nothing behind."""
        self.in_context = False
        if session is not None:
            detector.record_statement(self.wrapper, query)
            if plain and not session.is_local:
                return
            session.invalidate()
            if may_change_settings(query, self.sent and self.sent.query):
                session.distrust()
