"""The lock of apply, held: one apply at a time in a database."""

from __future__ import annotations

from typing import Any, Final

from psycopg import Connection, errors
from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import Login
from appschemas.database.plan.apply_lock import TABLE, lock_sql
from appschemas.exceptions import AppSchemasError


def hold_apply_lock(
    connection: Connection[Any],
    contract: Contract,
    login: Login,
    membership: TemporaryMembership,
) -> None:
    """Keep every other apply waiting until the transaction ends.

    Where nothing was ever applied there is no lock: of two that make the same schema, the second
    waits for the first and is told that it is there.

    Raises:
        psycopg.errors.LockNotAvailable: another apply took longer than the lock timeout.
    """
    if not connection.execute(_IS_THERE, [KEYS_SCHEMA, TABLE]).fetchone():
        return
    try:
        with connection.transaction():
            if not login.superuser:
                membership.grant({contract.keys_role})
                connection.execute(_ROLE.format(Identifier(contract.keys_role)))
            connection.execute(lock_sql())
            connection.execute("RESET ROLE")
    except (AppSchemasError, errors.InsufficientPrivilege):
        # Who may not even lock can change nothing that the plan will not refuse by its name.
        return


# Private
# -------

_ROLE: Final = SQL("SET LOCAL ROLE {}")
_IS_THERE: Final = """
SELECT true FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE (n.nspname, c.relname) = (%s, %s) AND c.relkind = 'r'
"""
