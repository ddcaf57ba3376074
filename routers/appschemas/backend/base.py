"""The wrapper: an alias is a schema, and the aliases of one server share a session."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base as postgresql
from psycopg.pq import TransactionStatus

from appschemas.backend.acting import Acting, acting, login
from appschemas.backend.creation import DatabaseCreation
from appschemas.backend.cursors import (
    Cursor,
    ServerBindingCursor,
    ServerBoundCursor,
    ServerSideCursor,
)
from appschemas.backend.introspection import DatabaseIntrospection
from appschemas.backend.operations import DatabaseOperations
from appschemas.backend.savepoints import SharedSavepoints
from appschemas.backend.schema import DatabaseSchemaEditor
from appschemas.backend.session import Session, Shared, joined
from appschemas.conf import get_contract
from appschemas.contract import Schema

# Between its reads and the temporary schema: what all schemas share. pg_temp comes last, or a
# temporary table could stand in for a real one.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SEARCH-PATH
_LAST = "pg_temp"


class DatabaseWrapper(SharedSavepoints):
    """Django's PostgreSQL wrapper for one schema of the contract."""

    SchemaEditorClass = DatabaseSchemaEditor
    creation_class = DatabaseCreation
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations

    # All that Django keeps per connection and transaction.
    connection = Shared()
    autocommit = Shared()
    in_atomic_block = Shared()
    savepoint_state = Shared()
    savepoint_ids = Shared()
    atomic_blocks = Shared()
    commit_on_exit = Shared()
    needs_rollback = Shared()
    rollback_exc = Shared()
    close_at = Shared()
    closed_in_transaction = Shared()
    errors_occurred = Shared()
    health_check_enabled = Shared()
    health_check_done = Shared()
    run_on_commit = Shared()
    run_commit_hooks_on_set_autocommit_on = Shared()
    isolation_level = Shared()
    _named_cursor_idx = Shared()

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        # Django's __init__ resets the state, which must not touch a session in use.
        self.session = self._alone = Session()
        super().__init__(settings_dict, alias)
        if self.schema is not None:
            self.session = joined(_server(settings_dict), self._alone)

    def copy(self, alias: str | None = None) -> DatabaseWrapper:
        copied: DatabaseWrapper = super().copy(alias)
        # A copy is a connection of its own; see BaseDatabaseWrapper.copy().
        copied.session = copied._alone
        return copied

    @property
    def schema(self) -> Schema | None:
        """The schema behind this alias; None for an alias that the contract does not know."""
        return get_contract().schema_of_alias(self.alias)

    def enter(self) -> None:
        """Let the session's next statement run in this alias's schema, as its role."""
        self.session.points.moved()
        if (schema := self.schema) is None:
            return
        owner = acting() is Acting.OWNER
        role = schema.owner if owner else schema.rw
        path = (schema.name,) if owner else schema.search_path
        self.session.enter(role, (*path, get_contract().extensions, _LAST))

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if login() is Acting.OWNER:
            params |= _connecting(self.settings_dict.get("MIGRATOR") or {})
        server_side = params["cursor_factory"] is postgresql.ServerBindingCursor
        params["cursor_factory"] = ServerBindingCursor if server_side else Cursor
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.session.forget()
        self.session.points.ended()
        return super().get_new_connection(conn_params)

    def create_cursor(self, name: str | None = None) -> Any:
        if name:
            client_side = self.connection.cursor_factory is Cursor
            cursor: Any = (ServerSideCursor if client_side else ServerBoundCursor)(
                self.connection,
                name=name,
                scrollable=False,
                withhold=self.connection.autocommit,
            )
            self._register_timezone(cursor)
        else:
            cursor = super().create_cursor(name)
        cursor.wrapper = self
        return cursor

    def _register_timezone(self, cursor: Any) -> None:
        loader = self.connection.adapters.get_loader(
            postgresql.TIMESTAMPTZ_OID, postgresql.Format.TEXT
        )
        if self.timezone != loader.timezone:
            postgresql.register_tzloader(self.timezone, cursor)

    def _commit(self) -> None:
        # One that is refused, or that ends a failed transaction, undoes SET as a rollback does.
        failed = (
            self.connection is not None
            and self.connection.pgconn.transaction_status == TransactionStatus.INERROR
        )
        entered = self.session.entered
        self.session.forget()
        self.session.points.ended()
        super()._commit()
        if not failed:
            self.session.entered = entered

    def _rollback(self) -> None:
        self.session.forget()
        self.session.points.ended()
        super()._rollback()

    def _close(self) -> Any:
        self.session.forget()
        self.session.points.ended()
        return super()._close()


# Private
# -------


def _server(settings_dict: dict[str, Any]) -> tuple[Any, ...]:
    """What makes two aliases one connection."""
    keys = ("HOST", "PORT", "NAME", "USER", "PASSWORD")
    return (*(str(settings_dict.get(key) or "") for key in keys), repr(settings_dict["OPTIONS"]))


def _connecting(login: dict[str, Any]) -> dict[str, Any]:
    names = {"USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {names[key]: value for key, value in login.items() if key in names and value}
