"""The SQL of an identity-key check, version 1, child's side: released bodies are never edited.

A row's check runs when its trigger does: at the end of the transaction, as for the foreign keys
that Django makes, so that a transaction may repair itself, or at the end of the statement
(https://www.postgresql.org/docs/current/sql-createtrigger.html). The check of a set runs at the end
of the statement, over its transition table. None asks which event fired it: to read TG_OP costs as
much as to look up a key.
"""

from __future__ import annotations

from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.edges import Check, Edge

# What a statement wrote.
WRITTEN: Final = "written"

# Runs in the parent's schema as its owner; fires on the child. What is found, or null, is done with
# in one expression; each key is looked at again only when one is not there.
CHECK_INSERT: Final = SQL(
    """\
BEGIN
  IF {all_found} THEN
    RETURN NULL;
  END IF;
{edges}
  RETURN NULL;
END
"""
)
CHECK_UPDATE: Final = SQL(
    """\
BEGIN
{edges}
  RETURN NULL;
END
"""
)
CHECK_SET: Final = SQL(
    """\
DECLARE
  lost record;
BEGIN
{edges}
  RETURN NULL;
END
"""
)
_PARENT: Final = SQL("FROM ONLY {parent} p WHERE p.{key} OPERATOR(pg_catalog.=) {value}")
_FOUND: Final = SQL("(NEW.{column} IS NULL OR (SELECT true {row} FOR KEY SHARE OF p))")
_NOT_NULL: Final = SQL("NEW.{column} IS NOT NULL")
# An UPDATE checks the keys that it changed, and takes no lock for the others.
_CHANGED: Final = SQL("NEW.{column} IS DISTINCT FROM OLD.{column} AND NEW.{column} IS NOT NULL")
# The queued row may be gone or corrected since: only a row that still holds the key violates.
_ROW: Final = SQL(
    """\
  IF {condition} THEN
    PERFORM {row} FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF {holds}(NEW.{column}) THEN
{violation}
      END IF;
    END IF;
  END IF;"""
)
# One order for all: two statements that lock the same parents do not wait for each other.
_SET: Final = SQL(
    """\
  FOR lost IN
    SELECT w.{column}
      FROM (SELECT DISTINCT n.{column} FROM {written} n
             WHERE n.{column} IS NOT NULL ORDER BY 1) w
     WHERE (SELECT true {row} FOR KEY SHARE OF p) IS NULL
  LOOP
    IF {holds}(lost.{column}) THEN
{violation}
    END IF;
  END LOOP;"""
)
_VIOLATION: Final = SQL(
    """\
        RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
            TG_TABLE_NAME, {name}
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format({detail}, {value}),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
                COLUMN = {column_name}, CONSTRAINT = {name};"""
)

# Runs in the parent's schema as its owner; which of these keys no row has.
MISSING: Final = SQL(
    """\
BEGIN
  RETURN QUERY
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY {parent} p WHERE p.{key} OPERATOR(pg_catalog.=) given.key);
END
"""
)

# A trigger with a transition table fires for the table that a statement names: a row that comes or
# goes by another name, as a partition's or an heir's does, passes it by.
LIMITS: Final = SQL(
    """\
DO $check$
DECLARE
  found text;
BEGIN
  SELECT pg_catalog.string_agg(c.oid::pg_catalog.regclass::text, ', ') INTO found
    FROM pg_catalog.pg_class c
   WHERE c.oid = ANY (ARRAY[{tables}]::pg_catalog.regclass[])
     AND (c.relkind = 'p' OR EXISTS
       (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid));
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked by statement: % is partitioned or inherits',
        {name}, found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Leave out check_each="statement": the check by row knows partitions.';
  END IF;
END
$check$"""
)


def check_insert_body(check: Check, holds: dict[str, Identifier]) -> Composed:
    """The body of the trigger function that checks a new row; `holds` by parent table."""
    return CHECK_INSERT.format(
        all_found=SQL("\n      AND ").join(
            _FOUND.format(column=Identifier(edge.column), row=_parent(edge, _new(edge)))
            for edge in check.edges
        ),
        edges=_rows(check, holds, _NOT_NULL),
    )


def check_update_body(check: Check, holds: dict[str, Identifier]) -> Composed:
    """The body of the one that checks what an UPDATE has changed."""
    return CHECK_UPDATE.format(edges=_rows(check, holds, _CHANGED))


def check_set_body(check: Check, holds: dict[str, Identifier]) -> Composed:
    """The body of the one that checks all rows that a statement inserted."""
    return CHECK_SET.format(
        edges=SQL("\n").join(
            _SET.format(
                column=Identifier(edge.column),
                written=Identifier(WRITTEN),
                row=_parent(edge, SQL("w.{}").format(Identifier(edge.column))),
                holds=holds[edge.parent_table],
                violation=_violation(edge, SQL("lost.{}").format(Identifier(edge.column))),
            )
            for edge in check.edges
        )
    )


def missing_body(edge: Edge) -> Composed:
    """The body of "which of these keys has the parent not?"."""
    return MISSING.format(
        parent=Identifier(edge.parent_schema, edge.parent_table),
        key=Identifier(edge.parent_column),
    )


def limits(check: Check) -> Composed:
    """The statement that refuses a check by statement where it would not see every row."""
    tables = [Identifier(check.schema, check.table)]
    tables += [Identifier(check.parent_schema, table) for table, _ in check.parents]
    return LIMITS.format(
        tables=SQL(", ").join(Literal(table.as_string(None)) for table in tables),
        name=Literal(key_name(check.edges[0])),
    )


def key_name(edge: Edge) -> str:
    """The name by which errors call the edge."""
    return f"{edge.table}.{edge.column}"


def escaped(name: str) -> str:
    """`name` within the template of format()."""
    return name.replace("%", "%%")


# Private
# -------


def _rows(check: Check, holds: dict[str, Identifier], condition: SQL) -> Composed:
    return SQL("\n").join(
        _ROW.format(
            condition=condition.format(column=Identifier(edge.column)),
            row=_parent(edge, _new(edge)),
            holds=holds[edge.parent_table],
            column=Identifier(edge.column),
            violation=_violation(edge, _new(edge)),
        )
        for edge in check.edges
    )


def _violation(edge: Edge, value: Composable) -> Composed:
    return _VIOLATION.format(
        value=value,
        column_name=Literal(edge.column),
        name=Literal(key_name(edge)),
        detail=Literal(
            f"Key ({escaped(edge.column)})=(%s) is not present in table "
            f'"{escaped(edge.parent_schema)}.{escaped(edge.parent_table)}".'
        ),
    )


def _parent(edge: Edge, value: Composable) -> Composed:
    return _PARENT.format(
        parent=Identifier(edge.parent_schema, edge.parent_table),
        key=Identifier(edge.parent_column),
        value=value,
    )


def _new(edge: Edge) -> Composed:
    return SQL("NEW.{}").format(Identifier(edge.column))
