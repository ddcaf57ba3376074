"""The SQL of an identity-key check, version 1: released bodies are never edited.

A check is deferred, as the foreign keys that Django makes are
(https://www.postgresql.org/docs/current/sql-createtrigger.html): at the end of the transaction it
looks at the rows as they then are, so that a transaction may repair itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.edges import Check, Edge

# Runs in the parent's schema as its owner; fires on the child.
CHECK: Final = SQL(
    """\
DECLARE
{declarations}
BEGIN
  IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
    SELECT {probes}
      INTO {found};
  ELSE
{changed}
  END IF;
{violations}
  RETURN NULL;
END
"""
)
_PROBE: Final = SQL(
    "(SELECT true FROM ONLY {parent} p WHERE p.{key} OPERATOR(pg_catalog.=) NEW.{column}"
    " FOR KEY SHARE OF p)"
)
# An UPDATE checks the keys that it changed, and takes no lock for the others.
_CHANGED: Final = SQL(
    """\
    IF NEW.{column} IS NOT DISTINCT FROM OLD.{column} THEN
      {found} := true;
    ELSE
      {found} := {probe};
    END IF;"""
)
# The queued row may be gone or corrected since: only a row that still holds the key violates.
_VIOLATION: Final = SQL(
    """\
  IF {found} IS NULL AND NEW.{column} IS NOT NULL THEN
    IF {holds}(NEW.{column}) THEN
      RAISE EXCEPTION 'insert or update on table "%" violates identity key "%"',
          TG_TABLE_NAME, {name}
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = pg_catalog.format({detail}, NEW.{column}),
              SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
              COLUMN = {column_name}, CONSTRAINT = {name};
    END IF;
  END IF;"""
)

# Runs in the child's schema as its owner; called by CHECK when a key was not found.
HOLDS: Final = SQL(
    """\
BEGIN
  RETURN {any_holds};
END
"""
)
_ANY_HOLDS: Final = SQL("EXISTS (SELECT FROM {child} c WHERE c.{column} OPERATOR(pg_catalog.=) $1)")

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

# Runs in the child's schema as its owner; fires on the parent.
RESTRICT: Final = SQL(
    """\
BEGIN
  -- A snapshot older than a child's commit cannot see that child, and only a native foreign key
  -- may look past its snapshot.
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = {why}, SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  IF TG_OP OPERATOR(pg_catalog.=) 'TRUNCATE' THEN
    IF {any_key} THEN
      RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
          TG_TABLE_NAME, {child_name}
        USING ERRCODE = 'foreign_key_violation',
              DETAIL = {truncate_detail}, SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
  END IF;
{edges}
  RETURN NULL;
END
"""
)
_ANY_KEY: Final = SQL("EXISTS (SELECT FROM {child} c WHERE c.{column} IS NOT NULL)")
# The second look waits for whoever is just deleting or re-keying that row of the child. A key
# that is there again, deleted and inserted in one transaction, violates nothing.
_HELD: Final = SQL(
    """\
  PERFORM FROM {child} c WHERE c.{column} OPERATOR(pg_catalog.=) OLD.{key} LIMIT 1;
  IF FOUND THEN
    PERFORM FROM {child} c WHERE c.{column} OPERATOR(pg_catalog.=) OLD.{key} LIMIT 1
      FOR KEY SHARE OF c;
    IF FOUND THEN
      PERFORM FROM {missing}(ARRAY[OLD.{key}]);
      IF FOUND THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, {name}, {child_name}
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format({detail}, OLD.{key}),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = {name};
      END IF;
    END IF;
  END IF;"""
)


def check_body(check: Check, holds: dict[str, Identifier]) -> Composed:
    """The body of the child side's trigger function; `holds` by parent table."""
    found = [Identifier(f"found_{number}") for number in range(1, len(check.edges) + 1)]
    probes = [
        _PROBE.format(
            parent=Identifier(edge.parent_schema, edge.parent_table),
            key=Identifier(edge.parent_column),
            column=Identifier(edge.column),
        )
        for edge in check.edges
    ]
    return CHECK.format(
        declarations=SQL("\n").join(SQL("  {} boolean;").format(name) for name in found),
        probes=SQL(",\n           ").join(probes),
        found=SQL(", ").join(found),
        changed=SQL("\n").join(
            _CHANGED.format(column=Identifier(edge.column), found=name, probe=probe)
            for edge, name, probe in zip(check.edges, found, probes, strict=True)
        ),
        violations=SQL("\n").join(
            _VIOLATION.format(
                found=name,
                column=Identifier(edge.column),
                column_name=Literal(edge.column),
                holds=holds[edge.parent_table],
                name=Literal(key_name(edge)),
                detail=Literal(
                    f"Key ({_escaped(edge.column)})=(%s) is not present in table "
                    f'"{_escaped(edge.parent_schema)}.{_escaped(edge.parent_table)}".'
                ),
            )
            for edge, name in zip(check.edges, found, strict=True)
        ),
    )


def holds_body(edges: tuple[Edge, ...]) -> Composed:
    """The body of "does a row of the child still hold this key?"."""
    return HOLDS.format(
        any_holds=_either(
            _ANY_HOLDS.format(child=_child(edge), column=Identifier(edge.column)) for edge in edges
        )
    )


def missing_body(edge: Edge) -> Composed:
    """The body of "which of these keys has the parent not?"."""
    return MISSING.format(
        parent=Identifier(edge.parent_schema, edge.parent_table),
        key=Identifier(edge.parent_column),
    )


def restrict_body(edges: tuple[Edge, ...], missing: Identifier) -> Composed:
    """The body of the parent side's trigger function."""
    child = f"{edges[0].schema}.{edges[0].table}"
    return RESTRICT.format(
        why=Literal(f'Table "{child}" holds its keys, checked by trigger.'),
        child_name=Literal(edges[0].table),
        truncate_detail=Literal(f'Table "{child}" holds keys of it.'),
        any_key=_either(
            _ANY_KEY.format(child=_child(edge), column=Identifier(edge.column)) for edge in edges
        ),
        edges=SQL("\n").join(
            _HELD.format(
                child=_child(edge),
                column=Identifier(edge.column),
                key=Identifier(edge.parent_column),
                missing=missing,
                name=Literal(key_name(edge)),
                child_name=Literal(edge.table),
                detail=Literal(
                    f"Key ({_escaped(edge.parent_column)})=(%s) is still referenced from table "
                    f'"{_escaped(child)}".'
                ),
            )
            for edge in edges
        ),
    )


def key_name(edge: Edge) -> str:
    """The name by which errors call the edge."""
    return f"{edge.table}.{edge.column}"


# Private
# -------


def _child(edge: Edge) -> Identifier:
    return Identifier(edge.schema, edge.table)


def _either(tests: Iterable[Composable]) -> Composed:
    return SQL("\n      OR ").join(tests)


def _escaped(name: str) -> str:
    # The text is a format() template.
    return name.replace("%", "%%")
