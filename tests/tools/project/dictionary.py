"""The data dictionary: what a table is in the database, in the dictionary's own words.

A column is `char(255)`, `text`, `int`, `int>=0`, `bigint`, `bool`, `date`, `timestamptz`, `jsonb`,
or `key`: an indexed bigint that holds another table's key (`key char(32)` where it is no bigint).
Then come `null` where it may be null, and, where a test wants to know it, `-> table` for a foreign
key inside of the schema, `=> schema.table` for an identity key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db import connections

WORDS: Final = {
    "character varying": "char",
    "timestamp with time zone": "timestamptz",
    "integer": "int",
    "boolean": "bool",
}

TABLES: Final = """
SELECT relname FROM pg_catalog.pg_class
 WHERE relnamespace = %(schema)s::regnamespace AND relkind IN ('r', 'p')
   AND relname <> 'django_migrations'
"""

COLUMNS: Final = """
SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
       EXISTS (SELECT FROM pg_catalog.pg_constraint c
                WHERE c.conrelid = a.attrelid AND c.contype = 'c'
                  AND c.conkey = ARRAY[a.attnum]),
       EXISTS (SELECT FROM pg_catalog.pg_index i
                WHERE i.indrelid = a.attrelid AND i.indkey[0] = a.attnum AND i.indpred IS NULL),
       (SELECT p.relname
          FROM pg_catalog.pg_constraint f JOIN pg_catalog.pg_class p ON p.oid = f.confrelid
         WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum])
  FROM pg_catalog.pg_attribute a
 WHERE a.attrelid = %(table)s::regclass AND a.attnum > 0 AND NOT a.attisdropped
"""

UNIQUE: Final = """
SELECT i.indisprimary, pg_catalog.pg_get_expr(i.indpred, i.indrelid),
       array(SELECT a.attname::text
               FROM unnest(i.indkey) WITH ORDINALITY AS key (attnum, place)
               JOIN pg_catalog.pg_attribute a
                 ON a.attrelid = i.indrelid AND a.attnum = key.attnum
              ORDER BY key.place)
  FROM pg_catalog.pg_index i
 WHERE i.indrelid = %(table)s::regclass AND i.indisunique
"""

# One row per foreign key that leaves the schema.
FOREIGN_KEYS_OUT: Final = """
SELECT f.conname
  FROM pg_catalog.pg_constraint f JOIN pg_catalog.pg_class p ON p.oid = f.confrelid
 WHERE f.connamespace = %(schema)s::regnamespace AND p.relnamespace <> f.connamespace
"""


def tables(schema: str) -> set[str]:
    """The schema's tables, but for Django's record of migrations."""
    return {name for (name,) in _rows(schema, TABLES, schema=f'"{schema}"')}


def assert_table(
    schema: str,
    table: str,
    *,
    columns: Mapping[str, str],
    unique: Iterable[tuple[str, ...]] = (),
    primary: str = "id",
) -> None:
    """Assert that the table has these columns and unique constraints, and no others.

    Args:
        schema: The schema; its alias has the same name.
        columns: What each column is; `id`, the key that most tables have, is not listed.
        unique: The columns of each unique constraint, in its order; the last one may be
            `where ..` for a constraint that holds for some rows only.
        primary: The primary key's column, listed in `columns` unless it is `id`.
    """
    name = f'"{schema}"."{table}"'
    expected = {**({"id": "bigint"} if primary == "id" else {}), **columns}

    found = {
        column: _described(row, expected.get(column, ""))
        for column, *row in _rows(schema, COLUMNS, table=name)
    }
    indexes = _rows(schema, UNIQUE, table=name)

    assert found == expected
    assert [names for is_primary, _, names in indexes if is_primary] == [[primary]]
    assert sorted(
        (*names, *([f"where {condition}"] if condition else []))
        for is_primary, condition, names in indexes
        if not is_primary
    ) == sorted(unique)
    assert _rows(schema, FOREIGN_KEYS_OUT, schema=f'"{schema}"') == []


# Private
# -------


def _rows(alias: str, query: str, /, **params: str) -> list[tuple[Any, ...]]:
    with connections[alias].cursor() as cursor:
        cursor.execute(query, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _described(row: list[Any], expected: str) -> str:
    kind, is_not_null, is_checked, is_indexed, parent = row
    for name, word in WORDS.items():
        kind = kind.replace(name, word)
    if is_checked and kind == "int":
        kind = "int>=0"
    words = [kind] if is_not_null else [kind, "null"]
    if expected.startswith("key") and is_indexed:
        words = ["key", *(word for word in words if word != "bigint")]
    if parent and "->" in expected:
        words += ["->", parent]
    elif not parent and "=>" in expected:
        # Whose key it is no column tells; the tests of the checks do.
        words += ["=>", expected.partition("=> ")[2]]
    return " ".join(words)
