"""The wrapper: an alias is a schema, and the aliases of one server share a session."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connections
from django.db.backends.postgresql import base as postgresql
from psycopg import OperationalError
from psycopg.pq import ConnStatus, TransactionStatus

from appschemas.backend.client import DatabaseClient
from appschemas.backend.creation import DatabaseCreation
from appschemas.backend.cross_session import detector
from appschemas.backend.introspection import DatabaseIntrospection
from appschemas.backend.operations import DatabaseOperations
from appschemas.backend.schema import DatabaseSchemaEditor
from appschemas.backend.session.connections import be_shared, have_own_places
from appschemas.backend.session.context import SchemaContext, limits_of, schema_context
from appschemas.backend.session.current_role import (
    ActingInHistory,
    ActingRole,
    current_role,
    login_role,
)
from appschemas.backend.session.cursors import cursor_class, direct_cursor_class
from appschemas.backend.session.pooler import is_at_home, is_pooled
from appschemas.backend.session.pools import SharedPool
from appschemas.backend.session.query_log import ForceDebugCursor, QueryLog
from appschemas.backend.session.replicas import READ_ONLY, ReplicaWrapper
from appschemas.backend.session.savepoints import SharedSavepoints
from appschemas.backend.session.session import Session, session_for
from appschemas.backend.session.settings import (
    leading_entry,
    login_parameters,
    merged_options,
    refuse_conflicts,
    server_of,
)
from appschemas.backend.session.shared_state import SharedState
from appschemas.backend.session.tags import name_of_session, tag_statements
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.contract.poolers import TRANSACTION
from appschemas.contract.schema import LAST, Schema

_CLOSED: Final = int(ConnStatus.BAD)
_TEXT: Final = postgresql.Format.TEXT


class DatabaseWrapper(SharedState, ReplicaWrapper, SharedPool, SharedSavepoints):
    """Django's PostgreSQL wrapper for one schema of the contract."""

    SchemaEditorClass = DatabaseSchemaEditor
    client_class = DatabaseClient
    creation_class = DatabaseCreation
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations

    force_debug_cursor = ForceDebugCursor()
    shares_session = False
    # The classes of cursors for a connection's factory: of a statement that stays, and of others.
    __slots__ = ("_carrying", "_factory", "_staying")

    _cached_context: tuple[Any, Any, bool, SchemaContext | None] = (None, None, False, None)

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        # Django's __init__ resets the state, which must not touch a session in use.
        self.session = self._own_session = Session()
        self.replica = self._factory = None
        super().__init__(settings_dict, alias)
        tag_statements(self)
        if self.schema is None:
            self.find_replica()
        # Neither pooler nor own session: most projects, and every statement asks.
        self.needs_no_context_check = (
            settings_dict.get("POOLER") != TRANSACTION and not get_contract().own_schemas
        )
        self._migrator_session = self._own_session.unconnected_copy()
        # Others than Django's own, such as copies, are made to be a connection of their own.
        self._shares = self.schema is not None and connections.settings.get(alias) is settings_dict
        shares = self._shares and self.schema is not None and not self.schema.own
        # A test database is another by name, and the same session.
        self._server = server_of(settings_dict)
        self._runtime = (
            session_for(self._server, self._own_session) if shares else self._own_session
        )
        self.join()
        if shares:
            self.shares_session = True
            self.queries_log = QueryLog(self)
            # Asks whether the session's statements are logged now.
            self.force_debug_cursor = False
        have_own_places(self)

    def join(self) -> None:
        """Take the session of whoever is logged in: the migrator has one for all schemas."""
        session = self._migrating() if login_role() is ActingRole.OWNER else self._runtime
        if self.session is self._migrator_session and session is not self._migrator_session:
            self.close()
        self.session = session

    def _migrating(self) -> Session:
        if not self._shares or (schema := self.schema) is None:
            return self._runtime
        if migrator := self.settings_dict.get("MIGRATOR"):
            return session_for(
                server_of({**self.settings_dict, **migrator}), self._migrator_session
            )
        return session_for(self._server, self._migrator_session) if schema.own else self._runtime

    @property
    def schema(self) -> Schema | None:
        """The schema behind this alias; None for an alias that the contract does not know."""
        return get_contract().schema_of_alias(self.alias)

    def context(self) -> SchemaContext | None:
        """Where this alias's next statement runs; None for where it runs without a switch.

        That is for an alias that the contract does not know, and where the login starts there.
        """
        contract, job = get_contract(), current_role()
        pooled = not self.needs_no_context_check and is_pooled(self)
        if pooled and is_at_home(self):
            return None
        known_contract, known_job, known_pooled, known = self._cached_context
        if contract is known_contract and job is known_job and pooled is known_pooled:
            return known
        context = self._context_of(contract, job, pooled)
        if self.connection is not None:
            self._cached_context = (contract, job, pooled, context)
        return context

    def _context_of(
        self, contract: Contract, job: ActingRole | ActingInHistory, pooled: bool
    ) -> SchemaContext | None:
        if (schema := self.schema) is None:
            return self.context_of_none(contract, local=pooled) if self.replica else None
        limited = schema if job is ActingRole.RUNTIME else None
        if isinstance(job, ActingInHistory):
            role, path = contract.history_role, contract.history_path(job.schema)
        elif job is ActingRole.OWNER:
            role, path = schema.owner, (schema.name, contract.extensions, LAST)
        else:
            role, path = schema.rw, contract.path_of(schema)
        said = *name_of_session(schema.name), *(READ_ONLY if self.replica else ())
        limits = (*limits_of(contract, limited, self.connection), *said)
        return schema_context(role, path, local=pooled, limits=limits)

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if self.shares_session:
            refuse_conflicts(self.alias)
            params |= merged_options(self.alias)
        if login_role() is ActingRole.OWNER:
            params |= login_parameters(self.settings_dict.get("MIGRATOR") or {})
        return params

    def connect(self) -> None:
        with self._bare():
            super().connect()
        self.session.trust()
        if self.shares_session:
            # Whichever alias connects: how long the session is kept does not depend on that.
            leading = leading_entry(self.alias)
            age = leading["CONN_MAX_AGE"]
            self.close_at = None if age is None else time.monotonic() + age
            self.health_check_enabled = leading["CONN_HEALTH_CHECKS"]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.session.invalidate()
        self.session.savepoints.forget()
        self.session.portals.forget()
        connection: Any = super().get_new_connection(conn_params)
        # For cursors that know no wrapper: what they change is not to be relied on.
        if not hasattr(connection, "appschemas_session"):
            be_shared(connection)
        connection.appschemas_session = self.session
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        connection = self.sending
        if connection.pgconn.status == _CLOSED:
            # As psycopg's own connection.cursor() says.
            raise OperationalError("the connection is closed")
        cursor: Any
        if name:
            # psycopg binds on the server for a named cursor; Django's own class does not.
            server_side = self.settings_dict["OPTIONS"].get("server_side_binding") is True
            factory = connection.server_cursor_factory if server_side else None
            cursor = cursor_class(factory or postgresql.ServerSideCursor)(
                connection, name=name, scrollable=False, withhold=connection.autocommit
            )
        else:
            if connection.cursor_factory is not self._factory:
                self._factory = connection.cursor_factory
                self._staying = direct_cursor_class(self._factory)
                self._carrying = self._staying.carrying or self._staying
            stays = self.session.known is connection.known_context
            cursor = (self._staying if stays else self._carrying)(connection)
        loader = connection.adapters.get_loader(postgresql.TIMESTAMPTZ_OID, _TEXT)
        if self.timezone != loader.timezone:
            postgresql.register_tzloader(self.timezone, cursor)
        cursor.wrapper = self
        cursor.connection = self.connection
        return cursor

    def _commit(self) -> None:
        # One that is refused, or that ends a failed transaction, undoes SET as a rollback does.
        failed = (
            self.connection is not None
            and self.connection.pgconn.transaction_status == TransactionStatus.INERROR
        )
        known = self.session.known
        self.session.invalidate()
        self.session.savepoints.forget()
        with detector.explained(self):
            super()._commit()
        self.session.known = known
        self.session.end_transaction(undone=failed)

    def _rollback(self) -> None:
        self.session.end_transaction(undone=True)
        super()._rollback()

    def _savepoint_rollback(self, sid: str) -> None:
        self.session.open_writes.undo(sid)
        super()._savepoint_rollback(sid)

    def _close(self) -> Any:
        self.session.end_transaction(undone=True)
        with self._bare():
            return None if self.give_back() else super()._close()

    @contextmanager
    def _bare(self) -> Iterator[None]:
        self.is_bare = True
        self.show_connection()
        try:
            yield
        finally:
            self.is_bare = False
            self.show_connection()
