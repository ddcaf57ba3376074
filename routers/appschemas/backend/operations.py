"""Operations: where Django looks for the compilers, and how the tables of schemas are emptied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections, transaction
from django.db.backends.postgresql import operations as postgresql

from appschemas.backend.session.current_role import acting_as_owner, acting_in_history
from appschemas.routers import is_taken_together, taken_together, taken_together_with


class DatabaseOperations(postgresql.DatabaseOperations):
    """Django's own, with compilers that stay in their schema."""

    compiler_module = "appschemas.backend.compiler"

    def sql_flush(
        self,
        style: Any,
        tables: Iterable[str],
        *,
        reset_sequences: bool = False,
        allow_cascade: bool = False,
    ) -> list[str]:
        """Of schemas that are taken together one TRUNCATE, which names them.

        It may be no more than one: schemas may hold each other's keys. In general it is Django's
        own, of `tables`.
        """
        if is_taken_together(self.connection.alias):
            aliases = sorted(taken_together_with(self.connection.alias))
            tables = [table for alias in aliases for table in _qualified_tables(alias)]
        statements: list[str] = super().sql_flush(
            style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade
        )
        return statements

    def execute_sql_flush(self, sql_list: list[str]) -> None:
        """TRUNCATE is the owner's; that of several is the one role's that has all their rights."""
        alone = len(taken_together_with(self.connection.alias)) == 1
        schema = self.connection.schema
        role = acting_as_owner() if alone or schema is None else acting_in_history(schema.name)
        with role, transaction.atomic(using=self.connection.alias):
            super().execute_sql_flush(sql_list)


# Private
# -------


def _qualified_tables(alias: str) -> list[str]:
    """The tables of the schema's models, quoted as Django leaves them."""
    connection = connections[alias]
    with taken_together(()):
        names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    quote = connection.ops.quote_name
    return [f"{quote(connection.schema.name)}.{quote(name)}" for name in sorted(names)]
