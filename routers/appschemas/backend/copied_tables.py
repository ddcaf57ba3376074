"""Copied tables: rows that are read without a plan.

Planning a statement runs the IMMUTABLE functions that a table's owner has put into an index, a
CHECK or statistics, as whoever plans. `COPY table TO STDOUT` of a plain table plans nothing; of one
whose policies would hide rows it would, and with `row_security` off it is refused instead. A view,
a partitioned or a foreign table is refused by PostgreSQL itself.
https://www.postgresql.org/docs/current/sql-copy.html
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from django.db import transaction
from psycopg.sql import SQL, Identifier


@contextmanager
def copied(
    connection: Any, schema: str, table: str, columns: Sequence[str], types: Sequence[str] = ()
) -> Iterator[Any]:
    """The rows of a table, as psycopg's `Copy`.

    Args:
        connection: Django's, of the alias whose role reads it.
        schema: Where the table lies.
        table: Its name.
        columns: Those to read.
        types: Of these, as PostgreSQL calls them, for `Copy.rows()`; without, values are text.

    Raises:
        django.db.DatabaseError: it cannot be read so, or this role may not read it.
    """
    with connection.wrap_database_errors, transaction.atomic(using=connection.alias):
        with connection.cursor() as cursor:
            cursor.execute(_NO_POLICY)
            cursor.execute(_ISO)
            with cursor.copy(
                _COPY.format(
                    table=Identifier(schema, table),
                    columns=SQL(", ").join(map(Identifier, columns)),
                )
            ) as copy:
                if types:
                    copy.set_types(types)
                yield copy
        # The setting must not outlive the block in a transaction of somebody else's.
        transaction.set_rollback(True, using=connection.alias)


# Private
# -------

_NO_POLICY: Final = "SET LOCAL row_security = off"
# Whatever the database or a role starts with: psycopg reads dates and times in no other style.
_ISO: Final = "SET LOCAL DateStyle = 'ISO'"
_COPY: Final = SQL("COPY {table} ({columns}) TO STDOUT")
