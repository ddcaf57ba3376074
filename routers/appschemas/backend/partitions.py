"""Partitions: a table that joins another brings keys, and no trigger fires when it does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from psycopg.sql import SQL, Composed

from appschemas.backend.session.aliases import run_as_roles
from appschemas.conf import get_contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.look_ups import locks, refuse_orphans
from appschemas.integrity.references import KeyConstraint


def attach(
    editor: Any, checks: Iterable[KeyConstraint], table: str, partition: str, bounds: str
) -> None:
    """Attach a table, and look up every key before anybody may take a parent away.

    Args:
        editor: Of the schema of both tables, in a transaction.
        checks: Of the keys that the partitioned table holds.
        table: The partitioned table.
        partition: The one that becomes a partition of it.
        bounds: As SQL.

    Raises:
        IntegrityError: one of its rows holds a key that no row has.
    """
    names = editor.quote_name(table), editor.quote_name(partition)
    statement = _ATTACH.format(*names, bounds)
    contract, checks = get_contract(), sorted(checks)
    if editor.collect_sql or not checks or not _are_made(editor.connection, table):
        editor.execute(statement, None)
        return
    run_as_roles(
        [
            *locks(checks, contract),
            RoleStatement(contract[checks[0].schema].owner, Composed([SQL(statement)])),
            *(each for check in checks for each in refuse_orphans(check, contract)),
        ],
        contract,
    )


def detach(editor: Any, table: str, partition: str) -> None:
    """Make a partition a table of its own again, whose keys nobody checks."""
    editor.execute(_DETACH.format(editor.quote_name(table), editor.quote_name(partition)), None)


# Private
# -------

# Names are quoted by the editor; bounds are SQL of the migration's.
_ATTACH: Final = "ALTER TABLE {} ATTACH PARTITION {} {}"
_DETACH: Final = "ALTER TABLE {} DETACH PARTITION {}"
_MADE: Final = """
SELECT FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
  JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
 WHERE t.tgrelid = pg_catalog.to_regclass(pg_catalog.quote_ident(%s)) AND n.nspname = %s LIMIT 1
"""


def _are_made(connection: Any, table: str) -> bool:
    """Whether the checks are there yet: in an empty database they come last."""
    with connection.cursor() as cursor:
        cursor.execute(_MADE, [table, KEYS_SCHEMA])
        return cursor.fetchone() is not None
