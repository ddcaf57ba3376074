"""The SQL of an identity-key check, version 2, what is asked: released bodies are never edited.

One side asks the other for a key, and the commands ask both for all keys. Whoever asks plans
nothing on the table: planning runs what its owner has put into an index, as the one who plans.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.integrity.constraints.guards_v2 import asked_as
from appschemas.integrity.references import Reference

# Asked by the child's check when a key was not found, as the role of keys of the child's schema.
_HOLDS: Final = SQL(
    """\
BEGIN
{asked_as}
  RETURN {any_holds};
END
"""
)
_ANY_HOLDS: Final = SQL(
    "EXISTS (SELECT FROM {referencing} c WHERE c.{column} OPERATOR(pg_catalog.=) $1)"
)

# Which of these keys has the parent not? As the role of keys of the parent's schema.
_MISSING: Final = SQL(
    """\
BEGIN
{asked_as}
  RETURN ARRAY(
    SELECT given.key FROM pg_catalog.unnest($1) AS given(key)
     WHERE NOT EXISTS
       (SELECT FROM ONLY {referenced} p WHERE p.{key} OPERATOR(pg_catalog.=) given.key)
     ORDER BY 1);
END
"""
)

# The distinct keys of column $1 after $2, at most $3 of them; null for the first, and for all.
_KEYS: Final = SQL(
    """\
BEGIN
{asked_as}
{columns}
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
"""
)
# Of a few keys in many rows, each is found by one descent of its index; of keys that hardly repeat,
# or without an index, the planner reads in order. LIMIT ends a recursion that nobody reads on.
# Twenty rows to a key pay for its descent. 403 is the B-tree. To ask for all that takes as long as
# to read some two thousand rows, and so a table that has fewer is read.
# https://wiki.postgresql.org/wiki/Loose_indexscan
_KEYS_OF: Final = SQL(
    """\
  IF $1 OPERATOR(pg_catalog.=) {name} THEN
    IF (SELECT r.reltuples FROM pg_catalog.pg_class r
         WHERE r.oid OPERATOR(pg_catalog.=) {table}::pg_catalog.regclass)
       OPERATOR(pg_catalog.>) 2000
    THEN
      IF EXISTS (SELECT FROM pg_catalog.pg_index i
           JOIN pg_catalog.pg_class x ON x.oid OPERATOR(pg_catalog.=) i.indexrelid
           JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid
            AND a.attnum OPERATOR(pg_catalog.=) i.indkey[0]
          WHERE i.indrelid OPERATOR(pg_catalog.=) {table}::pg_catalog.regclass
            AND a.attname OPERATOR(pg_catalog.=) {name} AND i.indisvalid AND i.indpred IS NULL
            AND x.relam OPERATOR(pg_catalog.=) '403'::pg_catalog.oid)
        AND COALESCE((SELECT pg_catalog.bool_and(CASE WHEN s.n_distinct OPERATOR(pg_catalog.<) 0
            THEN s.n_distinct OPERATOR(pg_catalog.>) -0.05
            ELSE s.n_distinct OPERATOR(pg_catalog.*) 20 OPERATOR(pg_catalog.<) r.reltuples END)
          FROM pg_catalog.pg_stats s, pg_catalog.pg_class r
         WHERE r.oid OPERATOR(pg_catalog.=) {table}::pg_catalog.regclass
           AND s.schemaname OPERATOR(pg_catalog.=) {schema}
           AND s.tablename OPERATOR(pg_catalog.=) {table_name}
           AND s.attname OPERATOR(pg_catalog.=) {name}), false)
      THEN
        RETURN ARRAY(
          WITH RECURSIVE walk(key) AS (
            (SELECT c.{column} FROM {referencing} c
              WHERE c.{column} IS NOT NULL AND ($2 IS NULL OR c.{column} OPERATOR(pg_catalog.>) $2)
              ORDER BY c.{column} LIMIT 1)
            UNION ALL
            SELECT (SELECT c.{column} FROM {referencing} c
                     WHERE c.{column} OPERATOR(pg_catalog.>) w.key
                     ORDER BY c.{column} LIMIT 1)
              FROM walk w WHERE w.key IS NOT NULL)
          SELECT w.key FROM walk w WHERE w.key IS NOT NULL LIMIT $3);
      END IF;
    END IF;
    RETURN ARRAY(
      SELECT DISTINCT c.{column} FROM {referencing} c
       WHERE c.{column} IS NOT NULL AND ($2 IS NULL OR c.{column} OPERATOR(pg_catalog.>) $2)
       ORDER BY 1 LIMIT $3);
  END IF;"""
)

# How many rows hold, in column $1, one of the keys $2.
_ROWS: Final = SQL(
    """\
BEGIN
{asked_as}
{columns}
  RAISE EXCEPTION 'there is no key "%"', $1 USING ERRCODE = 'undefined_column';
END
"""
)
_ROWS_OF: Final = SQL(
    """\
  IF $1 OPERATOR(pg_catalog.=) {name} THEN
    RETURN (SELECT pg_catalog.count(*) FROM {referencing} c
             WHERE c.{column} OPERATOR(pg_catalog.=) ANY ($2));
  END IF;"""
)


def holds_body(references: tuple[Reference, ...], role: str) -> Composed:
    """The body of "does a row of the child still hold this key?"; `role` reads the child."""
    return _HOLDS.format(
        asked_as=asked_as(role),
        any_holds=SQL("\n      OR ").join(
            _ANY_HOLDS.format(**_names(reference)) for reference in references
        ),
    )


def missing_body(reference: Reference, role: str) -> Composed:
    """The body of "which of these keys has the parent not?"; `role` reads the parent."""
    return _MISSING.format(
        asked_as=asked_as(role),
        referenced=Identifier(reference.referenced_schema, reference.referenced_table),
        key=Identifier(reference.referenced_column),
    )


def keys_body(references: tuple[Reference, ...], role: str) -> Composed:
    """The body of "which keys does this column hold?"; `role` reads the child."""
    return _KEYS.format(asked_as=asked_as(role), columns=_each(_KEYS_OF, references))


def rows_body(references: tuple[Reference, ...], role: str) -> Composed:
    """The body of "how many rows hold one of these keys?"; `role` reads the child."""
    return _ROWS.format(asked_as=asked_as(role), columns=_each(_ROWS_OF, references))


# Private
# -------


def _each(part: SQL, references: Iterable[Reference]) -> Composed:
    return SQL("\n").join(part.format(**_names(reference)) for reference in references)


def _names(reference: Reference) -> dict[str, Composable]:
    table = Identifier(reference.schema, reference.table)
    return {
        "referencing": table,
        "column": Identifier(reference.column),
        "name": Literal(reference.column),
        "table": Literal(table.as_string(None)),
        "schema": Literal(reference.schema),
        "table_name": Literal(reference.table),
    }
