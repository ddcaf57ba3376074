"""The lock of apply: a table that nobody else can name, in the schema of the trigger functions.

An advisory lock would do, but that any login can hold one and keep every apply out.
https://www.postgresql.org/docs/current/sql-lock.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Composed, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.database.catalog import CatalogState
from appschemas.database.plan.changes import Action, Change, as_login
from appschemas.integrity.constraints.ddl import RoleStatement

TABLE: Final = "applying"


def apply_lock_changes(contract: Contract, actual: CatalogState) -> Iterator[Change]:
    """The change that makes the table, or gives it back to the role of the engine's schemas."""
    name = f"{KEYS_SCHEMA}.{TABLE}"
    if not actual.apply_lock_owner:
        statements = tuple(
            RoleStatement(contract.keys_role, sql) for sql in (create_sql(), comment_sql())
        )
        yield Change("", Action.ADD, f"create table {name}, the lock of apply", statements)
    elif (found := actual.apply_lock_owner) != contract.keys_role:
        owner = _OWNER.format(table=_NAME, owner=Identifier(contract.keys_role))
        text = f"change owner of {name} from {found} to {contract.keys_role}"
        yield Change("", Action.ALTER, text, as_login(owner), acting_as=(found, contract.keys_role))


def create_sql() -> Composed:
    """CREATE TABLE, once."""
    return _CREATE.format(_NAME)


def comment_sql() -> Composed:
    """COMMENT ON TABLE: what it is for."""
    return _COMMENT.format(_NAME)


def lock_sql() -> Composed:
    """LOCK TABLE, until the transaction ends; who only reads, as a dump does, need not wait."""
    return _LOCK.format(_NAME)


# Private
# -------

_NAME: Final = Identifier(KEYS_SCHEMA, TABLE)
_CREATE: Final = SQL("CREATE TABLE IF NOT EXISTS {} ()")
_COMMENT: Final = SQL("COMMENT ON TABLE {} IS 'Locked by whoever applies; it has no rows.'")
_OWNER: Final = SQL("ALTER TABLE {table} OWNER TO {owner}")
_LOCK: Final = SQL("LOCK TABLE {} IN EXCLUSIVE MODE")
