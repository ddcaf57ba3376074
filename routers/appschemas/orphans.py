"""Orphans: rows that hold a key which no row of the other schema has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import Any, Final

from psycopg import Connection, DatabaseError
from psycopg.sql import SQL, Identifier

from appschemas.changes import Finding
from appschemas.contract import Contract
from appschemas.edges import Check, Edge
from appschemas.exceptions import AppSchemasError
from appschemas.identity import missing_function


def orphans(
    connection: Connection[Any],
    contract: Contract,
    checks: tuple[Check, ...],
    lend: Callable[[Set[str]], None],
) -> list[Finding]:
    """A finding for every edge that has orphans, and for what cannot be read.

    Reads all distinct keys of each child as the child's owner, takes no lock that hurts, and rolls
    back what `lend` had to grant to the login for that.
    """
    try:
        with connection.transaction(force_rollback=True):
            lend({contract[check.schema].owner for check in checks})
            return [
                finding
                for check in checks
                for edge in check.edges
                for finding in _orphans_of(connection, check, edge, contract)
            ]
    except AppSchemasError:
        hint = "verify with the login of ADMIN_DATABASE_URL, or of the migrator, or with --no-keys"
        return [Finding("", "the identity keys were not looked up: only an owner may", hint)]


# Private
# -------

_ROLE: Final = SQL("SET LOCAL ROLE {}")
_COUNT: Final = SQL(
    "SELECT pg_catalog.count(*), pg_catalog.min(given.key::text) FROM {missing}(ARRAY("
    "SELECT DISTINCT c.{column} FROM {child} c WHERE c.{column} IS NOT NULL)) AS given(key)"
)


def _orphans_of(
    connection: Connection[Any], check: Check, edge: Edge, contract: Contract
) -> Iterator[Finding]:
    query = _COUNT.format(
        missing=missing_function(check, edge),
        column=Identifier(edge.column),
        child=Identifier(edge.schema, edge.table),
    )
    try:
        with connection.transaction():
            connection.execute(_ROLE.format(Identifier(contract[edge.schema].owner)))
            row = connection.execute(query).fetchone()
            connection.execute("RESET ROLE")
    except DatabaseError as error:
        reason = error.diag.message_primary
        hint = "apply the plan first, then verify again"
        yield Finding(edge.schema, f"the keys of {edge} cannot be read: {reason}", hint)
        return
    if row and row[0]:
        keys = "1 key is" if row[0] == 1 else f"{row[0]} keys are"
        yield Finding(
            edge.schema,
            f"{keys} held by no row of the other side: {edge}, such as {row[1]}",
            f"delete the rows that hold such a key, or give {edge.table}.{edge.column} another",
        )
