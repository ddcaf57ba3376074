"""The wrapper: an alias is a schema, and the aliases of one server share a session."""

from __future__ import annotations

from typing import Any

from django.db import connections
from django.db.backends.postgresql import base as postgresql
from psycopg import OperationalError
from psycopg.pq import TransactionStatus

from appschemas.backend import hazards
from appschemas.backend.acting import Acting, acting, login
from appschemas.backend.creation import DatabaseCreation
from appschemas.backend.cursors import entering, noticing
from appschemas.backend.introspection import DatabaseIntrospection
from appschemas.backend.operations import DatabaseOperations
from appschemas.backend.place import Place, place
from appschemas.backend.pooling import is_at_home, is_pooled
from appschemas.backend.savepoints import SharedSavepoints
from appschemas.backend.schema import DatabaseSchemaEditor
from appschemas.backend.session import Session, Shared, joined
from appschemas.conf import get_contract
from appschemas.contract import LAST, Contract, Schema
from appschemas.poolers import TRANSACTION


class DatabaseWrapper(SharedSavepoints):
    """Django's PostgreSQL wrapper for one schema of the contract."""

    SchemaEditorClass = DatabaseSchemaEditor
    creation_class = DatabaseCreation
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations

    # All that Django keeps per connection and transaction.
    connection = Shared("connection")
    autocommit = Shared("autocommit")
    in_atomic_block = Shared("in_atomic_block")
    savepoint_state = Shared("savepoint_state")
    savepoint_ids = Shared("savepoint_ids")
    atomic_blocks = Shared("atomic_blocks")
    commit_on_exit = Shared("commit_on_exit")
    needs_rollback = Shared("needs_rollback")
    rollback_exc = Shared("rollback_exc")
    close_at = Shared("close_at")
    closed_in_transaction = Shared("closed_in_transaction")
    errors_occurred = Shared("errors_occurred")
    health_check_enabled = Shared("health_check_enabled")
    health_check_done = Shared("health_check_done")
    run_on_commit = Shared("run_on_commit")
    run_commit_hooks_on_set_autocommit_on = Shared("run_commit_hooks_on_set_autocommit_on")
    isolation_level = Shared("isolation_level")
    _named_cursor_idx = Shared("_named_cursor_idx")

    _placed: tuple[Contract | None, Acting | None, bool, Place | None] = (None, None, False, None)

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        # Django's __init__ resets the state, which must not touch a session in use.
        self.session = self._alone = Session()
        super().__init__(settings_dict, alias)
        # Neither pooler nor own session: most projects, and every statement asks.
        self.plain = settings_dict.get("POOLER") != TRANSACTION and not get_contract().own_schemas
        self._spare = self._alone.twin()
        # Others than Django's own, such as copies, are made to be a connection of their own.
        self._joins = self.schema is not None and connections.settings.get(alias) is settings_dict
        shares = self._joins and self.schema is not None and not self.schema.own
        # A test database is another by name, and the same session.
        self._server = _server(settings_dict)
        self._runtime = joined(self._server, self._alone) if shares else self._alone
        self.join()

    def join(self) -> None:
        """Take the session of whoever is logged in: the migrator has one for all schemas."""
        session = self._migrating() if login() is Acting.OWNER else self._runtime
        if self.session is self._spare and session is not self._spare:
            self.close()
        self.session = session

    def _migrating(self) -> Session:
        if not self._joins or (schema := self.schema) is None:
            return self._runtime
        if migrator := self.settings_dict.get("MIGRATOR"):
            place = {**self.settings_dict, **migrator, "OPTIONS": "the migrator's"}
            return joined(_server(place), self._spare)
        return joined(self._server, self._spare) if schema.own else self._runtime

    @property
    def schema(self) -> Schema | None:
        """The schema behind this alias; None for an alias that the contract does not know."""
        return get_contract().schema_of_alias(self.alias)

    def place(self) -> Place | None:
        """Where this alias's next statement runs; None for where it runs without a switch.

        That is for an alias that the contract does not know, and where the login starts there.
        """
        contract, job = get_contract(), acting()
        pooled = not self.plain and is_pooled(self)
        if pooled and is_at_home(self):
            return None
        known_contract, known_job, known_pooled, known = self._placed
        if contract is known_contract and job is known_job and pooled is known_pooled:
            return known
        self._placed = (contract, job, pooled, self._place_of(contract, job, pooled))
        return self._placed[3]

    def _place_of(self, contract: Contract, job: Acting, pooled: bool) -> Place | None:
        if (schema := self.schema) is None:
            return None
        if job is Acting.OWNER:
            return place(schema.owner, (schema.name, contract.extensions, LAST), local=pooled)
        return place(schema.rw, contract.path_of(schema), local=pooled)

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if login() is Acting.OWNER:
            params |= _connecting(self.settings_dict.get("MIGRATOR") or {})
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.session.forget()
        self.session.points.ended()
        connection: Any = super().get_new_connection(conn_params)
        # For cursors that know no wrapper: what they change is not to be relied on.
        if not hasattr(connection, "appschemas_session"):
            connection.__class__ = noticing(connection.__class__)
        connection.appschemas_session = self.session
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        if self.connection.closed:
            # As psycopg's own connection.cursor() says.
            raise OperationalError("the connection is closed")
        cursor: Any
        if name:
            # psycopg binds on the server for a named cursor; Django's own class does not.
            server_side = self.settings_dict["OPTIONS"].get("server_side_binding") is True
            factory = self.connection.server_cursor_factory if server_side else None
            cursor = entering(factory or postgresql.ServerSideCursor)(
                self.connection,
                name=name,
                scrollable=False,
                withhold=self.connection.autocommit,
            )
        else:
            cursor = entering(self.connection.cursor_factory)(self.connection)
        self._register_timezone(cursor)
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
        with hazards.explained(self):
            super()._commit()
        self.session.entered = entered
        self.session.ended(undone=failed)

    def _rollback(self) -> None:
        self.session.ended(undone=True)
        super()._rollback()

    def _savepoint_rollback(self, sid: str) -> None:
        self.session.marks.undo(sid)
        super()._savepoint_rollback(sid)

    def _close(self) -> Any:
        self.session.ended(undone=True)
        return super()._close()


# Private
# -------


def _server(settings_dict: dict[str, Any]) -> tuple[Any, ...]:
    """What makes two aliases one connection."""
    keys = ("HOST", "PORT", "NAME", "USER", "PASSWORD", "POOLER")
    return (*(str(settings_dict.get(key) or "") for key in keys), repr(settings_dict["OPTIONS"]))


def _connecting(login: dict[str, Any]) -> dict[str, Any]:
    names = {"USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {names[key]: value for key, value in login.items() if key in names and value}
