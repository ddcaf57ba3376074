"""Cursors: a schema cursor of each kind that psycopg has."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import lru_cache
from typing import Any, Final

from psycopg import ClientCursor, Cursor, Error, ServerCursor
from psycopg.abc import PQGen
from psycopg.pq import TransactionStatus

from appschemas.backend.session.context import SchemaContext
from appschemas.backend.session.direct_cursor import DirectCursor, StayingCursor
from appschemas.backend.session.hold import ConnectionHeld
from appschemas.backend.session.pooler import NO_TRANSACTION
from appschemas.backend.session.psycopg_hooks import (
    CarryingHooks,
    CommentHooks,
    NamedHooks,
    check_of,
    pipeline_of,
)
from appschemas.backend.session.schema_cursor import SchemaCursor
from appschemas.backend.session.session import Session
from appschemas.backend.session.statements.errors import REFUSED, role_refused, unshift
from appschemas.backend.session.statements.side_effects import (
    PLAIN_TEXTS,
    is_about_rows,
    may_change_settings,
    remember_plain,
)

# A wrapper of a project's own may make a class for each connection: those are not kept for good.
_MANY: Final = 1_024


@lru_cache(_MANY)
def cursor_class(factory: Any) -> type[Any]:
    """The class of cursors that `factory` makes, whose statements run in their schema."""
    if issubclass(factory, ServerCursor):
        kind: type[SchemaCursor] = _NamedCursor
    else:
        kind = _ClientCursor if issubclass(factory, ClientCursor) else _ServerBindingCursor
    return type(factory.__name__, (kind, factory), {"check": check_of(factory)})


@lru_cache(_MANY)
def direct_cursor_class(factory: Any) -> type[Any]:
    """The same for an alias, whose cursors psycopg runs alone where nothing is to be done."""
    members: dict[str, Any] = {
        "careful": cursor_class(factory),
        "check": check_of(factory),
        "carrying": None,
        "send": factory.execute,
        "send_many": factory.executemany,
        "send_stream": factory.stream,
        "send_copy": factory.copy,
    }
    if not issubclass(factory, ClientCursor):
        return type(factory.__name__, (DirectCursor, CommentHooks, factory), members)
    direct = type(factory.__name__, (DirectCursor, factory), members)
    direct.carrying = type(factory.__name__, (_CarryingCursor, direct), {})  # type: ignore[attr-defined]
    return direct


# Private
# -------


class _CarryingCursor(CarryingHooks):
    def refuse_carried(self, error: Error, *, switched: bool) -> None:
        context = self.carried
        assert context is not None  # noqa: S101 - who calls it has asked
        is_refusal = isinstance(error, REFUSED) and error.diag.statement_position is None
        if is_refusal and not switched:
            raise role_refused(error, context, self.conn) from error
        unshift(error, context)


class _ClientCursor(_CarryingCursor, SchemaCursor):
    _executing = False

    def execute(self, *args: Any, **kwargs: Any) -> Any:
        self._executing = True
        try:
            return super().execute(*args, **kwargs)
        finally:
            self._executing = False

    def _transaction(self) -> AbstractContextManager[Any]:
        # PostgreSQL makes one of what comes in one string.
        alone = self._executing and not pipeline_of(self.conn)
        return NO_TRANSACTION if alone else super()._transaction()

    def _travels(self, query: Any, context: SchemaContext) -> bool:
        # copy() and stream() take one statement, executemany() and pipelines another protocol.
        if not self._executing or pipeline_of(self.conn):
            return False
        match self.pgconn.transaction_status:
            case TransactionStatus.INTRANS:
                return True
            case TransactionStatus.IDLE if context.local:
                # There is no other way to tell the schema, and nothing that wants no transaction.
                return True
            case TransactionStatus.IDLE:
                return is_about_rows(query)
            case _:
                return False


class _ServerBindingCursor(CommentHooks, SchemaCursor):
    pass


class _NamedCursor(NamedHooks, StayingCursor, SchemaCursor):
    name: str
    withhold: bool
    changes_settings = False
    # The text of what was declared, if rows is all that it is about.
    text = ""

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        wrapper = self.wrapper
        session = None if wrapper is None else self.staying(query, PLAIN_TEXTS)
        if wrapper is None or session is None:
            return super().execute(query, *args, **kwargs)
        self.in_context = True
        try:
            # Psycopg's own.
            super(SchemaCursor, self).execute(query, *args, **kwargs)  # type: ignore[misc]
        except BaseException as error:
            self.fail(session, error)
            raise
        session.portals.declare(self.name, wrapper.alias, holds=self.withhold)
        self.text, self.changes_settings = query, False
        return self

    def fetches_where_it_is(self) -> bool:
        if self.wrapper is None or (session := self.staying(self.text, PLAIN_TEXTS)) is None:
            return False
        return not session.portals.is_foreign(self.name, self.wrapper.alias)

    def before_fetch(self) -> PQGen[None]:
        if not self.closed:
            if self.wrapper is not None:
                self.wrapper.session.savepoints.leave_current()
                self.wrapper.session.portals.refuse_foreign(self.name, self.wrapper.alias)
            yield from self.enter_context()

    def after_fetch(self) -> None:
        if self.wrapper is not None and self.changes_settings:
            self.wrapper.session.distrust()

    def close(self) -> None:
        if (wrapper := self.wrapper) is not None:
            if wrapper.session.portals.is_foreign(self.name, wrapper.alias):
                # What another alias has declared stays open.
                Cursor.close(self)  # type: ignore[arg-type]
                return
            wrapper.session.portals.close(self.name)
        try:
            super().close()  # type: ignore[misc]
        except ConnectionHeld:
            if self.sent is not None:
                raise
            # It was not let to declare anything.
            Cursor.close(self)  # type: ignore[arg-type]

    def finish(self, session: Session | None, query: Any, *, many: bool = False) -> None:
        super().finish(session, query, many=many)
        self.text = query if remember_plain(query) else ""
        sent = self.sent and self.sent.query
        self.changes_settings = not self.text and may_change_settings(query, sent)
        if session is not None and self.wrapper is not None:
            session.portals.declare(self.name, self.wrapper.alias, holds=self.withhold)
