"""Pooling: behind a pooler in transaction mode, what is set ends with the transaction.

The server's connection belongs to somebody else at its next transaction, and PgBouncer carries
neither role nor search_path over: the server does not report `role` to its clients at all, and
`search_path` from PostgreSQL 18 on only
(https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-ASYNC).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from psycopg.pq import PipelineStatus, TransactionStatus

from appschemas.backend.acting import Acting, acting, login
from appschemas.backend.session import switch_sql
from appschemas.poolers import TRANSACTION

if TYPE_CHECKING:
    from appschemas.backend.base import DatabaseWrapper


def is_pooled(wrapper: DatabaseWrapper) -> bool:
    """Whether nothing may be set for longer than a transaction; a migrator goes past the pooler."""
    settings = wrapper.settings_dict
    if settings.get("POOLER") != TRANSACTION:
        return False
    return not (login() is Acting.OWNER and settings.get("MIGRATOR"))


def is_at_home(wrapper: DatabaseWrapper) -> bool:
    """Whether the server starts every session of this login in the schema, as its role."""
    schema = wrapper.schema
    return (
        schema is not None
        and schema.own
        and acting() is Acting.RUNTIME
        and wrapper.connection.info.user == schema.login
    )


def before(wrapper: DatabaseWrapper | None) -> str | None:
    """What to send in one message with a statement that would have no transaction.

    PostgreSQL makes one transaction of what comes in one message:
    https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT
    """
    if wrapper is None or wrapper.plain or not is_pooled(wrapper) or not _is_outside(wrapper):
        return None
    if wrapper.connection.pgconn.pipeline_status != PipelineStatus.OFF:
        return None
    if wrapper.place is None:
        return None
    wrapper.session.forget()
    return f"{switch_sql(*wrapper.place, local=True).as_string(wrapper.connection)}; "


def around(wrapper: DatabaseWrapper | None) -> AbstractContextManager[Any]:
    """A transaction for a statement that would have none, where it must be told its schema."""
    if wrapper is None or wrapper.plain or not is_pooled(wrapper):
        return _NOTHING
    return _around(wrapper)


# Private
# -------

_NOTHING = nullcontext()


@contextmanager
def _around(wrapper: DatabaseWrapper) -> Iterator[None]:
    if _is_outside(wrapper):
        wrapper.session.forget()
        with wrapper.connection.transaction():
            yield
    else:
        yield


def _is_outside(wrapper: DatabaseWrapper) -> bool:
    connection = wrapper.connection
    idle = connection.pgconn.transaction_status == TransactionStatus.IDLE
    return idle and connection.autocommit and not is_at_home(wrapper)
