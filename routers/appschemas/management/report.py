"""The report: one line per schema, read as the schema's own role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.integrity.discovery import installed_references

_COUNT: Final = SQL("SELECT pg_catalog.count(*) FROM {table}")


@dataclass(frozen=True, slots=True)
class Row:
    """One schema; `keys_in` and `keys_out` count columns, `rows` the rows of its apps' tables."""

    schema: str
    tables: int
    rows: int
    keys_in: int
    keys_out: int
    role: str
    session: str
    may_read: tuple[str, ...]


def report(contract: Contract) -> list[Row]:
    """A row for each schema, in the contract's order."""
    references = installed_references(contract)
    rows = []
    for schema in contract.schemas:
        counts = _rows_by_table(schema)
        rows.append(
            Row(
                schema=schema.name,
                tables=len(counts),
                rows=sum(counts.values()),
                keys_in=sum(reference.referenced_schema == schema.name for reference in references),
                keys_out=sum(reference.schema == schema.name for reference in references),
                role=schema.rw,
                session="own" if schema.own else "shared",
                may_read=(schema.name, *schema.reads),
            )
        )
    return rows


# Private
# -------


def _rows_by_table(schema: Schema) -> dict[str, int]:
    connection: Any = connections[schema.alias]
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        counts = {}
        for table in tables:
            if table != MigrationRecorder.Migration._meta.db_table:
                cursor.execute(_COUNT.format(table=Identifier(schema.name, table)))
                counts[table] = cursor.fetchone()[0]
    return counts
