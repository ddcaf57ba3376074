"""Limits: the keys that cannot be checked, refused when their check is made."""

from __future__ import annotations

from typing import Final

from psycopg.sql import SQL

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints.blocks import do_block
from appschemas.integrity.constraints.child_v2 import key_name
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.templates import Template, literal
from appschemas.integrity.references import KeyConstraint


def limits(constraint: KeyConstraint, contract: Contract) -> RoleStatement:
    """The statement that refuses a check which would not see every key."""
    by_statement = _BY_STATEMENT.format(
        name=literal(key_name(constraint.references[0])),
        tables=SQL(", ").join(
            _NAMED.format(literal(schema), literal(table)) for schema, table in sides_of(constraint)
        ),
    )
    return RoleStatement(
        contract[constraint.schema].owner,
        do_block(
            _LIMITS.format(
                name=literal(key_name(constraint.references[0])),
                schema=literal(constraint.schema),
                table=literal(constraint.table),
                columns=SQL(", ").join(
                    literal(reference.column) for reference in constraint.references
                ),
                is_limited=_IS_LIMITED.format(extensions=literal(contract.extensions)),
                by_statement=by_statement if constraint.check_each == "statement" else SQL(""),
            )
        ),
    )


def sides_of(constraint: KeyConstraint) -> list[tuple[str, str]]:
    """The tables of both sides."""
    referenced = constraint.referenced_schema
    tables = [(referenced, table) for table, _ in constraint.referenced_tables]
    return [(constraint.schema, constraint.table), *tables]


# Private
# -------

_NAMED: Final = Template("({}, {})")
# A virtual column has no value in a trigger's row. The casts and operators of a type that an owner
# made are the owner's code, which would run as the other side's role of keys.
_IS_LIMITED: Final = Template(
    """\
(a.attgenerated OPERATOR(pg_catalog.=) 'v'
       OR t.oid OPERATOR(pg_catalog.>=) '16384'::pg_catalog.oid
          AND s.nspname OPERATOR(pg_catalog.<>) {extensions})"""
)
_LIMITS: Final = Template(
    """\

DECLARE
  found text;
BEGIN
  SELECT CASE WHEN a.attgenerated OPERATOR(pg_catalog.=) 'v' THEN a.attname::pg_catalog.text
              ELSE pg_catalog.format_type(t.oid, NULL) END INTO found
    FROM pg_catalog.pg_attribute a
    JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
    JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
    JOIN pg_catalog.pg_namespace s ON s.oid OPERATOR(pg_catalog.=) t.typnamespace
   WHERE n.nspname OPERATOR(pg_catalog.=) {schema} AND c.relname OPERATOR(pg_catalog.=) {table}
     AND a.attname OPERATOR(pg_catalog.=) ANY (ARRAY[{columns}]::pg_catalog.name[])
     AND {is_limited};
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked: % is virtual, or of an owner''s making',
        {name}, found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Store a generated column (db_persist=True). Take a type of PostgreSQL''s own, '
                   'or make it in the schema of extensions.';
  END IF;{by_statement}
END
"""
)
# A trigger with a transition table fires for the table that a statement names: a row that comes or
# goes by another name, as a partition's or an heir's does, passes it by.
_BY_STATEMENT: Final = Template(
    """
  SELECT pg_catalog.string_agg(c.oid::pg_catalog.regclass::pg_catalog.text, ', ') INTO found
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
    JOIN (VALUES {tables}) AS named (nspname, relname)
      ON n.nspname OPERATOR(pg_catalog.=) named.nspname::pg_catalog.name
     AND c.relname OPERATOR(pg_catalog.=) named.relname::pg_catalog.name
   WHERE c.relkind OPERATOR(pg_catalog.=) 'p' OR EXISTS
       (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid OPERATOR(pg_catalog.=) c.oid);
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'identity key "%" cannot be checked by statement: % is partitioned or inherits',
        {name}, found
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Leave out check_each="statement": the check by row knows partitions.';
  END IF;"""
)
# Whether there is such a column among those in three arrays, or such a table among those that are
# checked by statement, in two.
ARE_LIMITED: Final = Template(
    """\
SELECT EXISTS (
  SELECT FROM ROWS FROM (pg_catalog.unnest(%(schemas)s::text[]),
                         pg_catalog.unnest(%(tables)s::text[]),
                         pg_catalog.unnest(%(columns)s::text[])) AS given (schema, name, attribute)
    JOIN pg_catalog.pg_namespace n ON n.nspname = given.schema
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = given.name
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = given.attribute
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    JOIN pg_catalog.pg_namespace s ON s.oid = t.typnamespace
   WHERE {is_limited})
OR EXISTS (
  SELECT FROM ROWS FROM (pg_catalog.unnest(%(by_statement_in)s::text[]),
                         pg_catalog.unnest(%(by_statement)s::text[])) AS given (schema, name)
    JOIN pg_catalog.pg_namespace n ON n.nspname = given.schema
    JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = given.name
   WHERE c.relkind = 'p' OR EXISTS
       (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid))"""
).format(is_limited=_IS_LIMITED.format(extensions=SQL("%(extensions)s")))
