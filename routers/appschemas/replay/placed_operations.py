"""Placed operations: those of migrations that run in another way than as their schema's owner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connections
from django.db.migrations.operations.base import Operation
from psycopg.sql import SQL, Identifier, Literal

from appschemas.backend.session.current_role import acting_in_history
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.integrity.migration_files import text_of


@contextmanager
def reaching_all(schema: Schema, contract: Contract) -> Iterator[None]:
    """What runs in the block reaches every schema; what it makes is the owner's of `schema`."""
    with acting_in_history(schema.name):
        yield
        reassign = _REASSIGN.format(
            history=Identifier(contract.history_role), owner=Identifier(schema.owner)
        )
        with connections[schema.alias].cursor() as cursor:
            cursor.execute(reassign)


class PlacedOperation(Operation):
    """An operation that does something of its own in another way; all else is the operation's."""

    def __init__(self, operation: Any) -> None:
        self.operation = operation
        for name in ("reversible", "reduces_to_sql", "atomic", "elidable"):
            setattr(self, name, getattr(operation, name))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.operation, name)

    def state_forwards(self, app_label: str, state: Any) -> None:
        self.operation.state_forwards(app_label, state)

    def database_forwards(self, *args: Any, **kwargs: Any) -> None:
        self.operation.database_forwards(*args, **kwargs)

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        self.operation.database_backwards(*args, **kwargs)

    def describe(self) -> str:
        return str(self.operation.describe())


class HistoryOperation(PlacedOperation):
    """An operation that runs with the reach of history."""

    def __init__(self, operation: Any, schema: Schema, contract: Contract) -> None:
        super().__init__(operation)
        self._schema = schema
        self._contract = contract

    def database_forwards(self, *args: Any, **kwargs: Any) -> None:
        with reaching_all(self._schema, self._contract):
            super().database_forwards(*args, **kwargs)
            self._lend_rights()

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        with reaching_all(self._schema, self._contract):
            super().database_backwards(*args, **kwargs)
            self._lend_rights()

    def _lend_rights(self) -> None:
        """A view reads the tables of others with the rights of whoever asks: its owner has none."""
        if _VIEW.search(text_of(self.operation)):
            with connections[self._schema.alias].cursor() as cursor:
                cursor.execute(_INVOKED.format(schema=Literal(self._schema.name)))


class KeptExtension(PlacedOperation):
    """An operation that makes an extension: it is an administrator's, and stays."""

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        return


# Private
# -------

_VIEW: Final = re.compile(r"\bview\b", re.IGNORECASE)
# https://www.postgresql.org/docs/current/sql-createview.html
_INVOKED: Final = SQL(
    """
DO $invoked$
DECLARE
  view text;
BEGIN
  FOR view IN
    SELECT DISTINCT c.oid::regclass::text
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_rewrite r ON r.ev_class = c.oid
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                      AND d.refclassid = 'pg_class'::regclass
      JOIN pg_class t ON t.oid = d.refobjid
      JOIN pg_namespace s ON s.oid = t.relnamespace
     WHERE n.nspname = {schema} AND c.relkind = 'v' AND s.oid <> n.oid
       AND s.nspname NOT IN ('pg_catalog', 'information_schema')
       AND pg_has_role(c.relowner, 'USAGE')
       AND coalesce(array_to_string(c.reloptions, ','), '') NOT LIKE '%security_invoker%'
  LOOP
    EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', view);
  END LOOP;
END
$invoked$"""
)
# https://www.postgresql.org/docs/current/sql-reassign-owned.html
_REASSIGN: Final = SQL("REASSIGN OWNED BY {history} TO {owner}")
