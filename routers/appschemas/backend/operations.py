"""Operations: where Django looks for the compilers, and how the tables of schemas are emptied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections, transaction
from django.db.backends.postgresql import operations as postgresql

from appschemas.backend.session.current_role import acting_as_owner
from appschemas.conf import get_contract
from appschemas.routers import taken_together, taken_together_with


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
        """One TRUNCATE a schema, those that hold keys before those whose keys they hold.

        It is for the schemas that are taken together with this one, and names them.
        """
        if self.connection.schema is None:
            return super().sql_flush(
                style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade
            )
        statements: list[str] = []
        for alias in _holders_first(taken_together_with(self.connection.alias)):
            truncate = super().sql_flush(
                style,
                _qualified_tables(alias),
                reset_sequences=reset_sequences,
                allow_cascade=allow_cascade,
            )
            statements += (_OfSchema(alias, each) for each in truncate)
        return statements

    def execute_sql_flush(self, sql_list: list[str]) -> None:
        """Run them in one transaction; TRUNCATE is the owner's, and no runtime role may."""
        with acting_as_owner(), transaction.atomic(using=self.connection.alias):
            for statement in sql_list:
                alias = getattr(statement, "alias", self.connection.alias)
                with connections[alias].cursor() as cursor:
                    cursor.execute(statement)


# Private
# -------


class _OfSchema(str):
    """A statement that the owner of the alias's schema may run."""

    __slots__ = ("alias",)
    alias: str

    def __new__(cls, alias: str, statement: str) -> _OfSchema:
        made = super().__new__(cls, statement)
        made.alias = alias
        return made


def _holders_first(aliases: Iterable[str]) -> list[str]:
    return [
        schema.alias for schema in reversed(get_contract().installed) if schema.alias in aliases
    ]


def _qualified_tables(alias: str) -> list[str]:
    """The tables of the schema's models, quoted as Django leaves them."""
    connection = connections[alias]
    with taken_together(()):
        names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    quote = connection.ops.quote_name
    return [f"{quote(connection.schema.name)}.{quote(name)}" for name in sorted(names)]
