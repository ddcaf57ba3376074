"""The SQL of an identity-key check, version 2, parent's side: released bodies are never edited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.integrity.constraints.child_v2 import escaped, key_name
from appschemas.integrity.constraints.guards_v2 import read_committed, typed
from appschemas.integrity.key_types import type_of_extension
from appschemas.integrity.references import Reference

# What a statement deleted.
GONE: Final = "gone"

# Run as the role of keys of the child's schema; fire on the parent.
RESTRICT: Final = SQL(
    """\
BEGIN
{read_committed}
{typed}
{references}
  RETURN NULL;
END
"""
)
RESTRICT_SET: Final = SQL(
    """\
DECLARE
  lost record;
BEGIN
  SELECT g.{key} INTO lost FROM {gone} g LIMIT 1;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
{read_committed}
{typed}
{references}
  RETURN NULL;
END
"""
)
RESTRICT_TRUNCATE: Final = SQL(
    """\
BEGIN
{read_committed}
  IF {any_key} THEN
    RAISE EXCEPTION 'truncate of table "%" violates identity key of table "%"',
        TG_TABLE_NAME, {child_name}
      USING ERRCODE = 'foreign_key_violation',
            DETAIL = {detail}, SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END
"""
)
_ANY_KEY: Final = SQL("EXISTS (SELECT FROM {referencing} c WHERE c.{column} IS NOT NULL)")
_CHILD: Final = SQL("FROM {referencing} c WHERE c.{column} OPERATOR(pg_catalog.=) {value} LIMIT 1")
_HELD_ROW: Final = SQL(
    """\
  PERFORM {row};
  IF FOUND THEN
{held}
  END IF;"""
)
# A scalar subquery: for each key one descent of the index, however many the plan was made for.
_HELD_SET: Final = SQL(
    """\
  FOR lost IN
    SELECT g.{key} FROM {gone} g WHERE (SELECT true {row})
  LOOP
{held}
  END LOOP;"""
)
# The second look waits for whoever is just deleting or re-keying that row of the child. A key
# that is there again, deleted and inserted in one transaction, violates nothing.
_HELD: Final = SQL(
    """\
    PERFORM {row} FOR KEY SHARE OF c;
    IF FOUND THEN
      IF pg_catalog.cardinality({missing}(ARRAY[{value}], true)) OPERATOR(pg_catalog.>) 0 THEN
        RAISE EXCEPTION
            'update or delete on table "%" violates identity key "%" on table "%"',
            TG_TABLE_NAME, {name}, {child_name}
          USING ERRCODE = 'foreign_key_violation',
                DETAIL = pg_catalog.format({detail}, {value}),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, CONSTRAINT = {name};
      END IF;
    END IF;"""
)


def restrict_body(references: tuple[Reference, ...], missing: SQL, extensions: str) -> Composed:
    """The body of the trigger function that checks a row of the parent deleted or re-keyed.

    Args:
        references: The columns that hold its keys.
        missing: The function that asks the parent.
        extensions: The schema of extensions, whose types a key may have.
    """
    return RESTRICT.format(
        typed=_typed(_old(references[0]), references, extensions),
        read_committed=read_committed(_child_name(references[0])),
        references=SQL("\n").join(
            _HELD_ROW.format(
                row=_held_by(reference, _old(reference)),
                held=_held(reference, _old(reference), missing),
            )
            for reference in references
        ),
    )


def restrict_set_body(references: tuple[Reference, ...], missing: SQL, extensions: str) -> Composed:
    """The body of the one that checks all rows that a statement deleted."""
    key = Identifier(references[0].referenced_column)
    gone, lost = SQL("g.{}").format(key), SQL("lost.{}").format(key)
    return RESTRICT_SET.format(
        gone=Identifier(GONE),
        read_committed=read_committed(_child_name(references[0])),
        key=key,
        typed=_typed(lost, references, extensions),
        references=SQL("\n").join(
            _HELD_SET.format(
                key=key,
                gone=Identifier(GONE),
                row=_held_by(reference, gone),
                held=_held(reference, lost, missing),
            )
            for reference in references
        ),
    )


def restrict_truncate_body(references: tuple[Reference, ...]) -> Composed:
    """The body of the one that checks a TRUNCATE of the parent."""
    return RESTRICT_TRUNCATE.format(
        read_committed=read_committed(_child_name(references[0])),
        child_name=Literal(references[0].table),
        detail=Literal(f'Table "{_child_name(references[0])}" holds keys of it.'),
        any_key=_either(
            _ANY_KEY.format(referencing=_child(reference), column=Identifier(reference.column))
            for reference in references
        ),
    )


# Private
# -------


def _typed(value: Composable, references: tuple[Reference, ...], extensions: str) -> Composed:
    return typed([(value, type_of_extension(references[0].key_type, extensions))])


def _held(reference: Reference, value: Composable, missing: SQL) -> Composed:
    return _HELD.format(
        row=_held_by(reference, value),
        value=value,
        missing=missing,
        name=Literal(key_name(reference)),
        child_name=Literal(reference.table),
        detail=Literal(
            f"Key ({escaped(reference.referenced_column)})=(%s) is still referenced from table "
            f'"{escaped(_child_name(reference))}".'
        ),
    )


def _held_by(reference: Reference, value: Composable) -> Composed:
    return _CHILD.format(
        referencing=_child(reference), column=Identifier(reference.column), value=value
    )


def _old(reference: Reference) -> Composed:
    return SQL("OLD.{}").format(Identifier(reference.referenced_column))


def _child(reference: Reference) -> Identifier:
    return Identifier(reference.schema, reference.table)


def _child_name(reference: Reference) -> str:
    return f"{reference.schema}.{reference.table}"


def _either(tests: Iterable[Composable]) -> Composed:
    return SQL("\n      OR ").join(tests)
