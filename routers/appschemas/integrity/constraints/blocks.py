"""Blocks of PL/pgSQL that run at once, for what no single statement can say."""

from __future__ import annotations

from typing import Final

from psycopg.sql import SQL, Composed

from appschemas.integrity.constraints.templates import Template, identifier, literal

Column = tuple[str, str, str]


def dollar_quoted(text: str) -> SQL:
    """A body in dollar quotes that it does not have in itself: names in it may hold anything.

    https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
    """
    tag = "$check$"
    while tag in text:
        tag = f"{tag[:-1]}_$"
    return SQL(f"{tag}{text}{tag}")


def do_block(body: Composed) -> Composed:
    """DO, which runs a block of PL/pgSQL at once."""
    return _DO.format(dollar_quoted(body.as_string(None)))


def with_unique_index(before: Composed, after: Composed, column: Column) -> Composed:
    """The statement `before .. after`, between them a condition that names a column's unique index.

    It is always true, and never asked: an object depends on what its text names by `regclass`, so
    that the index, or the constraint that made it, is dropped with CASCADE only
    (https://www.postgresql.org/docs/current/ddl-depend.html). A foreign key would take the same
    index. Where there is none there is no condition, and `schema_verify` says so.

    Args:
        before: Up to a condition that this one is added to.
        after: What follows it.
        column: (schema, table, column) whose values no two rows may have.
    """
    schema, table, name = column
    return do_block(
        _WITH_INDEX.format(
            table=literal(identifier(schema, table).as_string(None)),
            column=literal(name),
            is_unique=_IS_UNIQUE,
            before=dollar_quoted(before.as_string(None)),
            after=dollar_quoted(after.as_string(None)),
        )
    )


def with_known_index(before: Composed, after: Composed, index: int | None) -> Composed:
    """The same where it is known which index that is, or that there is none."""
    kept = _KEPT.format(SQL(str(index))) if index else SQL("")
    return before + kept + after


# Private
# -------

_DO: Final = Template("DO {}")
_KEPT: Final = Template(" AND '{}'::pg_catalog.regclass IS NOT NULL")
_IS_UNIQUE: Final = SQL(
    """\
i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
       AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
       AND NOT EXISTS (
         SELECT FROM pg_catalog.pg_opclass used JOIN pg_catalog.pg_opclass own
             ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid AND own.opcdefault
          WHERE used.oid = i.indclass[0] AND used.opcfamily <> own.opcfamily)"""
)
_WITH_INDEX: Final = Template(
    """\

DECLARE
  held pg_catalog.oid := (
    SELECT i.indexrelid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
     WHERE i.indrelid = {table}::pg_catalog.regclass AND a.attname = {column}
       AND {is_unique}
     ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1);
BEGIN
  EXECUTE pg_catalog.concat({before},
    ' AND ' || pg_catalog.quote_literal(held) || '::pg_catalog.regclass IS NOT NULL',
    {after});
END """
)
# The same index of each (schema, table, column) in three arrays.
UNIQUE_INDEXES: Final = Template(
    """\
SELECT DISTINCT ON (n.nspname, c.relname, a.attname)
       n.nspname, c.relname, a.attname, i.indexrelid
  FROM ROWS FROM (pg_catalog.unnest(%s::text[]), pg_catalog.unnest(%s::text[]),
                  pg_catalog.unnest(%s::text[])) AS given (schema, name, attribute)
  JOIN pg_catalog.pg_namespace n ON n.nspname = given.schema
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = given.name
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = given.attribute
  JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indkey[0] = a.attnum
 WHERE {is_unique}
 ORDER BY 1, 2, 3, i.indisprimary DESC, i.indexrelid"""
).format(is_unique=_IS_UNIQUE)
