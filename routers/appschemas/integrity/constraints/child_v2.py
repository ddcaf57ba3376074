"""The SQL of an identity-key check, version 2, child's side: released bodies are never edited.

A row's check runs when its trigger does: at the end of the transaction, as for the foreign keys
that Django makes, so that a transaction may repair itself, or at the end of the statement
(https://www.postgresql.org/docs/current/sql-createtrigger.html). The check of a set runs at the end
of the statement, over its transition table. None asks which event fired it: to read TG_OP costs as
much as to look up a key.
"""

from __future__ import annotations

from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.integrity.constraints.guards_v2 import typed
from appschemas.integrity.key_types import type_of_extension
from appschemas.integrity.references import KeyConstraint, Reference

# What a statement wrote.
WRITTEN: Final = "written"

# Runs as the role of keys of the parent's schema; fires on the child. What is found, or null, is
# done with in one expression; each key is looked at again only when one is not there.
CHECK_INSERT: Final = SQL(
    """\
BEGIN
{typed}
  IF {all_found} THEN
    RETURN NULL;
  END IF;
{references}
  RETURN NULL;
END
"""
)
CHECK_UPDATE: Final = SQL(
    """\
BEGIN
{typed}
{references}
  RETURN NULL;
END
"""
)
CHECK_SET: Final = SQL(
    """\
DECLARE
  lost record;
BEGIN
  SELECT {columns} INTO lost FROM {written} n LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
{typed}
{references}
  RETURN NULL;
END
"""
)
_PARENT: Final = SQL("FROM ONLY {referenced} p WHERE p.{key} OPERATOR(pg_catalog.=) {value}")
_FOUND: Final = SQL("(NEW.{column} IS NULL OR (SELECT true {row} FOR KEY SHARE OF p))")
_NOT_NULL: Final = SQL("NEW.{column} IS NOT NULL")
# An UPDATE checks the keys that it changed, and takes no lock for the others.
_CHANGED: Final = SQL(
    "NEW.{column} IS NOT NULL"
    " AND (OLD.{column} IS NULL OR NEW.{column} OPERATOR(pg_catalog.<>) OLD.{column})"
)
# The queued row may be gone or corrected since: only a row that still holds the key violates.
_ROW: Final = SQL(
    """\
  IF {condition} THEN
    PERFORM {row} FOR KEY SHARE OF p;
    IF NOT FOUND THEN
      IF {holds}(NEW.{column}, true) THEN
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
    IF {holds}(lost.{column}, true) THEN
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


def check_insert_body(
    constraint: KeyConstraint, holds: dict[str, SQL], extensions: str
) -> Composed:
    """The body of the trigger function that checks a new row.

    Args:
        constraint: The keys that it checks.
        holds: The function that asks the child, by parent table.
        extensions: The schema of extensions, whose types a key may have.
    """
    return CHECK_INSERT.format(
        typed=_typed(constraint, extensions),
        all_found=SQL("\n      AND ").join(
            _FOUND.format(
                column=Identifier(reference.column), row=_parent(reference, _new(reference))
            )
            for reference in constraint.references
        ),
        references=_rows(constraint, holds, _NOT_NULL),
    )


def check_update_body(
    constraint: KeyConstraint, holds: dict[str, SQL], extensions: str
) -> Composed:
    """The body of the one that checks what an UPDATE has changed."""
    return CHECK_UPDATE.format(
        typed=_typed(constraint, extensions), references=_rows(constraint, holds, _CHANGED)
    )


def check_set_body(constraint: KeyConstraint, holds: dict[str, SQL], extensions: str) -> Composed:
    """The body of the one that checks all rows that a statement inserted."""
    return CHECK_SET.format(
        columns=SQL(", ").join(
            SQL("n.{}").format(Identifier(each.column)) for each in constraint.references
        ),
        written=Identifier(WRITTEN),
        typed=typed(
            (
                SQL("lost.{}").format(Identifier(each.column)),
                type_of_extension(each.key_type, extensions),
            )
            for each in constraint.references
        ),
        references=SQL("\n").join(
            _SET.format(
                column=Identifier(reference.column),
                written=Identifier(WRITTEN),
                row=_parent(reference, SQL("w.{}").format(Identifier(reference.column))),
                holds=holds[reference.referenced_table],
                violation=_violation(
                    reference, SQL("lost.{}").format(Identifier(reference.column))
                ),
            )
            for reference in constraint.references
        ),
    )


def key_name(reference: Reference) -> str:
    """The name by which errors call the reference."""
    return f"{reference.table}.{reference.column}"


def escaped(name: str) -> str:
    """`name` within the template of format()."""
    return name.replace("%", "%%")


# Private
# -------


def _typed(constraint: KeyConstraint, extensions: str) -> Composed:
    return typed(
        (_new(reference), type_of_extension(reference.key_type, extensions))
        for reference in constraint.references
    )


def _rows(constraint: KeyConstraint, holds: dict[str, SQL], condition: SQL) -> Composed:
    return SQL("\n").join(
        _ROW.format(
            condition=condition.format(column=Identifier(reference.column)),
            row=_parent(reference, _new(reference)),
            holds=holds[reference.referenced_table],
            column=Identifier(reference.column),
            violation=_violation(reference, _new(reference)),
        )
        for reference in constraint.references
    )


def _violation(reference: Reference, value: Composable) -> Composed:
    return _VIOLATION.format(
        value=value,
        column_name=Literal(reference.column),
        name=Literal(key_name(reference)),
        detail=Literal(
            f"Key ({escaped(reference.column)})=(%s) is not present in table "
            f'"{escaped(reference.referenced_schema)}.{escaped(reference.referenced_table)}".'
        ),
    )


def _parent(reference: Reference, value: Composable) -> Composed:
    return _PARENT.format(
        referenced=Identifier(reference.referenced_schema, reference.referenced_table),
        key=Identifier(reference.referenced_column),
        value=value,
    )


def _new(reference: Reference) -> Composed:
    return SQL("NEW.{}").format(Identifier(reference.column))
