"""Pooler: behind a pooler in transaction mode, what is set ends with the transaction.

The server's connection belongs to somebody else at its next transaction, and PgBouncer carries
neither role nor search_path over: the server does not report `role` to its clients at all, and
`search_path` from PostgreSQL 18 on only
(https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-ASYNC).
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

from psycopg import Connection
from psycopg.pq import TransactionStatus

from appschemas.backend.session.current_role import ActingRole, current_role, login_role
from appschemas.backend.session.wrapper import Wrapper
from appschemas.contract.poolers import TRANSACTION

NO_TRANSACTION: Final = nullcontext()


def is_pooled(wrapper: Wrapper) -> bool:
    """Whether nothing may be set for longer than a transaction; a migrator goes past the pooler."""
    settings = wrapper.settings_dict
    if settings.get("POOLER") != TRANSACTION:
        return False
    return not (login_role() is ActingRole.OWNER and settings.get("MIGRATOR"))


def is_at_home(wrapper: Wrapper) -> bool:
    """Whether the server starts every session of this login in the schema, as its role."""
    schema = wrapper.schema
    return (
        schema is not None
        and schema.own
        and current_role() is ActingRole.RUNTIME
        and wrapper.connection is not None
        and wrapper.connection.info.user == schema.login
    )


def transaction_of(
    wrapper: Wrapper | None, connection: Connection[Any]
) -> AbstractContextManager[Any]:
    """A transaction for a statement that would have none, where it must be told its schema;
    nothing elsewhere."""
    if wrapper is None or wrapper.needs_no_context_check or not is_pooled(wrapper):
        return NO_TRANSACTION
    idle = connection.pgconn.transaction_status == TransactionStatus.IDLE
    if not (idle and connection.autocommit) or is_at_home(wrapper):
        return NO_TRANSACTION
    return connection.transaction()
