"""The report: one line per schema, read as the schema's own role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db import OperationalError, ProgrammingError, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg.errors import LockNotAvailable

from appschemas.backend.copied_tables import copied
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.apply.blockers import holders
from appschemas.database.held_tables import WAIT_SHORTLY, TableHeld
from appschemas.integrity.discovery import installed_references

# What is larger than this is not read for the number of its rows.
EXACT_BELOW: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One schema; `keys_in` and `keys_out` count columns, `rows` the rows of its apps' tables.

    `about` says that the rows of some table are as many as the planner expects.
    """

    schema: str
    tables: int
    rows: int
    about: bool
    keys_in: int
    keys_out: int
    role: str
    session: str
    may_read: tuple[str, ...]


def report(contract: Contract, *, exact_below: int = EXACT_BELOW) -> list[Row]:
    """A row for each schema, in the contract's order.

    Args:
        contract: The whole contract.
        exact_below: The size in bytes of a table whose rows are not counted any more.
    """
    references = installed_references(contract)
    rows = []
    for schema in contract.schemas:
        counts = table_counts(schema, exact_below=exact_below)
        rows.append(
            Row(
                schema=schema.name,
                tables=len(counts),
                rows=sum(count.rows for count in counts),
                about=any(count.about for count in counts),
                keys_in=sum(reference.referenced_schema == schema.name for reference in references),
                keys_out=sum(reference.schema == schema.name for reference in references),
                role=schema.rw,
                session="own" if schema.own else "shared",
                may_read=(schema.name, *schema.reads),
            )
        )
    return rows


class TableCount(NamedTuple):
    """A table and its rows; `about` says that they are as many as the planner expects."""

    table: str
    rows: int
    about: bool


def table_counts(schema: Schema, *, exact_below: int = EXACT_BELOW) -> list[TableCount]:
    """The tables of a schema by name, a partitioned one with the rows of all its partitions.

    Args:
        schema: Read as its own role, on the connection of its alias.
        exact_below: The size in bytes of a table whose rows are not counted any more.
    """
    found: dict[str, list[TableCount]] = {}
    for count in _counts(schema, exact_below):
        found.setdefault(count.table, []).append(count)
    return [
        TableCount(table, sum(each.rows for each in counts), any(each.about for each in counts))
        for table, counts in sorted(found.items())
    ]


# Private
# -------

# The tables of a schema and, under the name of its root, each partition, with the column that takes
# the least to read.
_TABLES: Final = """
WITH RECURSIVE part AS (
  SELECT c.relname AS root, c.oid FROM pg_catalog.pg_class c
   WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition AND c.relname <> %s
     AND c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = %s)
   UNION ALL
  SELECT part.root, c.oid
    FROM part
    JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid
    JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relispartition
)
SELECT part.root, n.nspname, c.relname,
       (SELECT a.attname FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY a.attlen < 0, a.attlen, a.attnum LIMIT 1),
       c.relkind, pg_catalog.pg_relation_size(c.oid), c.relpages, c.reltuples
  FROM part
  JOIN pg_catalog.pg_class c ON c.oid = part.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
"""
_PAGE: Final = 8192


def _counts(schema: Schema, exact_below: int) -> Iterator[TableCount]:
    connection: Any = connections[schema.alias]
    with _holders_told(connection):
        yield from _counted_shortly(connection, schema, exact_below)


@contextmanager
def _holders_told(connection: Any) -> Iterator[None]:
    """Wait shortly for who holds a table, and name him."""
    try:
        # In a transaction, so that the setting is nobody else's, behind a pooler neither.
        with transaction.atomic(using=connection.alias):
            with connection.cursor() as cursor:
                cursor.execute(WAIT_SHORTLY)
            yield
    except OperationalError as error:
        if not isinstance(error.__cause__, LockNotAvailable):
            raise
        with connection.cursor() as cursor:
            raise TableHeld("; ".join(map(str, holders(cursor)))) from None


def _counted_shortly(connection: Any, schema: Schema, exact_below: int) -> Iterator[TableCount]:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES, [MigrationRecorder.Migration._meta.db_table, schema.name])
        found = cursor.fetchall()
    for root, home, table, column, kind, size, pages, expected in found:
        if kind == "p":
            yield TableCount(root, 0, about=False)
            continue
        if kind == "r" and column and size < exact_below:
            try:
                yield TableCount(root, _counted(connection, home, table, column), about=False)
                continue
            except ProgrammingError:
                # Another's partition, or policies: this role may not count it.
                pass
        # As the planner does: https://www.postgresql.org/docs/current/row-estimation-examples.html
        density = expected / pages if pages else 0
        yield TableCount(root, max(0, round(density * size / _PAGE)), about=True)


def _counted(connection: Any, schema: str, table: str, column: str) -> int:
    with copied(connection, schema, table, [column]) as copy:
        # In the text format a newline ends a row and stands nowhere else.
        return sum(bytes(block).count(b"\n") for block in copy)
