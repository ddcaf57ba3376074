"""Look-ups: every key of a table, asked of the functions of its checks.

What an owner's code has left behind when it was planned, a path, a trigger that waits for COMMIT,
is undone before anything else runs: each question stands in a block that ends in an error, which
rolls back all of it and keeps its variables
(https://www.postgresql.org/docs/current/plpgsql-control-structures.html#PLPGSQL-ERROR-TRAPPING).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from psycopg.sql import SQL, Composed

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints.blocks import do_block
from appschemas.integrity.constraints.child_v2 import key_name
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.lending import columns_of
from appschemas.integrity.constraints.names import asked_function
from appschemas.integrity.constraints.templates import Template, identifier, literal
from appschemas.integrity.references import KeyConstraint, Reference

# Both sides are looked at as they were at one moment: while no lock keeps them so, a row and its
# key may go together between one look and the next.
ONE_SNAPSHOT: Final = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"


def refuse_orphans(constraint: KeyConstraint, contract: Contract) -> Iterator[RoleStatement]:
    """The statements that refuse rows which already violate the check."""
    for each in constraint.references:
        missing = asked_function(constraint, "missing", each.referenced_table)
        yield _asking(
            _MISSING.format(missing=missing, keys=_keys(constraint, each, SQL("NULL"))),
            f'identity key "{key_name(each)}" is violated by some row',
            f"Some key of {each} is not there.",
            each,
            contract,
        )


def locks(constraints: Iterable[KeyConstraint], contract: Contract) -> Iterator[RoleStatement]:
    """The statements after which nobody writes to either side until the end of the transaction.

    They come first: nothing that is made or asked afterwards can be another's by then, and all lock
    in one order.
    """
    for schema, table in tables_of(constraints):
        yield RoleStatement(contract[schema].owner, _LOCK.format(table=identifier(schema, table)))


def tables_of(constraints: Iterable[KeyConstraint]) -> tuple[tuple[str, str], ...]:
    """The tables of both sides, in the order in which they are locked."""
    columns = sorted(columns_of(constraints))
    return tuple(dict.fromkeys((schema, table) for schema, table, _ in columns))


def refuse_held(
    constraint: KeyConstraint, reference: Reference, contract: Contract
) -> Iterator[RoleStatement]:
    """The statements that refuse to let a referenced table go while rows hold its keys."""
    table = f"{reference.referenced_schema}.{reference.referenced_table}"
    yield from locks([constraint], contract)
    yield _asking(
        _HELD.format(keys=_keys(constraint, reference, SQL("1"))),
        f'table "{table}" cannot be dropped: identity key "{key_name(reference)}" holds keys of it',
        f"{reference.schema}.{reference.table} has such rows.",
        reference,
        contract,
    )


# Private
# -------

_LOCK: Final = Template("LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
_MISSING: Final = Template("({missing}({keys}, true))[1] IS NOT NULL")
_HELD: Final = Template("({keys})[1] IS NOT NULL")
# The last argument is said: its default names the table's type, and would run what that has become.
_KEYS: Final = Template("{function}({column}, NULL, {size}, true)")
# A heap (2 among the access methods) without a page has no row, and its size is asked without a
# plan. An error that is not its
# own ends the block, too, and then nothing was asked. What a policy hides is not missing: with
# row_security off it is such an error.
_HAS_NO_PAGE: Final = SQL(
    """\
c.relkind OPERATOR(pg_catalog.=) 'r' AND NOT c.relhassubclass
        AND c.relam OPERATOR(pg_catalog.=) '2'::pg_catalog.oid
        AND pg_catalog.pg_relation_size(c.oid) OPERATOR(pg_catalog.=) 0"""
)
_ASK: Final = Template(
    """\

DECLARE
  is_asked boolean := false;
  is_so boolean;
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
      WHERE n.nspname OPERATOR(pg_catalog.=) {schema} AND c.relname OPERATOR(pg_catalog.=) {table}
        AND {has_no_page}) THEN
    RETURN;
  END IF;
  BEGIN
    PERFORM pg_catalog.set_config('row_security', 'off', true);
    is_so := {question};
    is_asked := true;
    RAISE EXCEPTION USING ERRCODE = 'ASKED';
  EXCEPTION WHEN SQLSTATE 'ASKED' THEN
    NULL;
  END;
  IF is_asked IS NOT TRUE THEN
    RAISE EXCEPTION 'the keys of "%" could not be looked up', {name}
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF is_so THEN
    RAISE EXCEPTION USING MESSAGE = {message}, ERRCODE = 'foreign_key_violation', DETAIL = {detail};
  END IF;
END """
)

# Which of the (schema, table) in two arrays may have rows.
FILLED: Final = Template(
    """\
SELECT n.nspname, c.relname
  FROM ROWS FROM (pg_catalog.unnest(%s::text[]), pg_catalog.unnest(%s::text[]))
         AS given (schema, name)
  JOIN pg_catalog.pg_namespace n ON n.nspname = given.schema
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = given.name
 WHERE NOT ({has_no_page})"""
).format(has_no_page=_HAS_NO_PAGE)


def _keys(constraint: KeyConstraint, reference: Reference, size: SQL) -> Composed:
    return _KEYS.format(
        function=asked_function(constraint, "keys", reference.referenced_table),
        column=literal(reference.column),
        size=size,
    )


def _asking(
    question: Composed, message: str, detail: str, reference: Reference, contract: Contract
) -> RoleStatement:
    return RoleStatement(
        contract.keys_role,
        do_block(
            _ASK.format(
                question=question,
                schema=literal(reference.schema),
                table=literal(reference.table),
                has_no_page=_HAS_NO_PAGE,
                name=literal(key_name(reference)),
                message=literal(message),
                detail=literal(detail),
            )
        ),
    )
