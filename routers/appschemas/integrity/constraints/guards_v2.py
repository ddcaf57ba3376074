"""The SQL of an identity-key check, version 2, what comes first: released bodies are never edited.

No path is pinned, since that costs more than the whole look-up: every function, type and operator
is written with its schema instead. What cannot be so written (IS DISTINCT FROM, IN) is not used.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Literal

# What comes from the other side must be of a type of PostgreSQL's own, whose operators and casts
# nobody but a superuser made, or of the extension's that the key was made for. Types of its own
# have lower numbers: https://www.postgresql.org/docs/current/system-catalog-initial-data.html
# A statement of its own, before the one that compares: planning that would run the casts.
_TYPED: Final = SQL(
    """\
  IF {any_foreign} THEN
    RAISE EXCEPTION 'a key of table "%" is of a type that its check was not made for', TG_TABLE_NAME
      USING ERRCODE = 'datatype_mismatch', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;"""
)
_FOREIGN: Final = SQL(
    "pg_catalog.pg_typeof({value})::pg_catalog.oid"
    " OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid{unless}"
)
_UNLESS: Final = SQL(
    "\n      AND pg_catalog.pg_typeof({value}) OPERATOR(pg_catalog.<>) {kind}::pg_catalog.regtype"
)

# Whoever owns the function may make it SECURITY INVOKER, and would then run as the one who asks.
_ASKED_AS: Final = SQL(
    """\
  IF CURRENT_USER OPERATOR(pg_catalog.<>) {role} THEN
    RAISE EXCEPTION 'keys are read as % here, and not as %', {role}, CURRENT_USER
      USING ERRCODE = 'insufficient_privilege';
  END IF;"""
)

# A snapshot older than a child's commit cannot see that child, and only a native foreign key may
# look past its snapshot.
_READ_COMMITTED: Final = SQL(
    """\
  IF pg_catalog.current_setting('transaction_isolation')
      OPERATOR(pg_catalog.<>) 'read committed' THEN
    RAISE EXCEPTION 'deleting, re-keying or truncating "%.%" needs READ COMMITTED',
        TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'active_sql_transaction',
            DETAIL = {why}, SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME;
  END IF;"""
)


def typed(values: Iterable[tuple[Composable, str]]) -> Composed:
    """The refusal of values whose type is not their key's; each with the type of an extension.

    Args:
        values: As SQL, each with its type's name, qualified, or "" for a type of PostgreSQL's own.
    """
    return _TYPED.format(
        any_foreign=SQL("\n      OR ").join(
            _FOREIGN.format(
                value=value,
                unless=_UNLESS.format(value=value, kind=Literal(kind)) if kind else SQL(""),
            )
            for value, kind in values
        )
    )


def asked_as(role: str) -> Composed:
    """The refusal to run as anybody but `role`."""
    return _ASKED_AS.format(role=Literal(role))


def read_committed(child: str) -> Composed:
    """The refusal of a snapshot; `child` is the table that holds the keys, for the message."""
    return _READ_COMMITTED.format(
        why=Literal(f'Table "{child}" holds its keys, checked by trigger.')
    )
