"""Lending: the rights that functions and triggers of checks need, for good and while made.

Nobody has USAGE on the schema of trigger functions. Who makes a function or a trigger gets it for
that moment; what is granted and taken in one transaction is nobody else's at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from psycopg.sql import SQL, Composed

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ASKED_SCHEMA, KEYS_SCHEMA
from appschemas.integrity.constraints.blocks import Column, do_block
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.templates import Template, identifier
from appschemas.integrity.references import KeyConstraint


def lent(
    statements: Iterable[RoleStatement], constraints: Iterable[KeyConstraint], contract: Contract
) -> Iterator[RoleStatement]:
    """The statements, and around them what the roles of both sides need for them."""
    constraints = list(constraints)
    yield from lend(constraints, contract)
    yield from statements
    yield from take_back(constraints, contract)


def lend(constraints: Iterable[KeyConstraint], contract: Contract) -> Iterator[RoleStatement]:
    """Let both sides' roles of keys make functions, and their owners triggers with them."""
    yield from _change(constraints, contract, _GRANT)


def take_back(constraints: Iterable[KeyConstraint], contract: Contract) -> Iterator[RoleStatement]:
    """What `lend` gave."""
    yield from _change(constraints, contract, _REVOKE)


def lent_usage(
    statements: Iterable[RoleStatement], role: str, contract: Contract
) -> Iterator[RoleStatement]:
    """The statements, and around them what `role` needs to name trigger functions that it owns."""
    if role == contract.keys_role:
        # Whose schema it is has it for good.
        yield from statements
        return
    names = {"schemas": identifier(KEYS_SCHEMA), "roles": identifier(role)}
    yield RoleStatement(contract.keys_role, _GRANT.format(privileges=SQL("USAGE"), **names))
    yield from statements
    yield RoleStatement(contract.keys_role, _REVOKE.format(privileges=SQL("USAGE"), **names))


def columns_of(constraints: Iterable[KeyConstraint]) -> frozenset[Column]:
    """The columns that the checks read: (schema, table, column)."""
    return frozenset(
        column
        for constraint in constraints
        for each in constraint.references
        for column in (
            (each.schema, each.table, each.column),
            (each.referenced_schema, each.referenced_table, each.referenced_column),
        )
    )


def grants_of(constraints: Iterable[KeyConstraint], contract: Contract) -> Iterator[RoleStatement]:
    """The rights to these columns; a row cannot be locked FOR KEY SHARE without UPDATE.

    https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE
    """
    for column in sorted(columns_of(constraints)):
        schema = contract[column[0]]
        yield RoleStatement(schema.owner, _GRANT_COLUMN.format(**_names(column, contract)))


def revokes_of(
    constraints: Iterable[KeyConstraint], kept: Iterable[KeyConstraint], contract: Contract
) -> Iterator[RoleStatement]:
    """Take those that no check of `kept` needs; with the column, they are gone by themselves."""
    for column in sorted(columns_of(constraints) - columns_of(kept)):
        schema = contract[column[0]]
        yield RoleStatement(
            schema.owner, do_block(_REVOKE_COLUMN.format(**_names(column, contract)))
        )


# Private
# -------

_GRANT: Final = Template("GRANT {privileges} ON SCHEMA {schemas} TO {roles}")
_REVOKE: Final = Template("REVOKE {privileges} ON SCHEMA {schemas} FROM {roles}")
_GRANT_TRIGGER: Final = Template("GRANT TRIGGER ON TABLE {table} TO {role}")
_REVOKE_TRIGGER: Final = Template("REVOKE TRIGGER ON TABLE {table} FROM {role}")
_GRANT_COLUMN: Final = Template(
    "GRANT SELECT ({column}), UPDATE ({column}) ON TABLE {table} TO {role}"
)
_REVOKE_COLUMN: Final = Template(
    "\nBEGIN\n"
    "  REVOKE SELECT ({column}), UPDATE ({column}) ON TABLE {table} FROM {role};\n"
    "EXCEPTION WHEN undefined_table OR undefined_column OR invalid_schema_name THEN NULL;\n"
    "END "
)


def _change(
    constraints: Iterable[KeyConstraint], contract: Contract, change: Template
) -> Iterator[RoleStatement]:
    constraints = sorted(constraints)
    pairs = sorted({(each.schema, each.referenced_schema) for each in constraints})
    schemas = [contract[name] for name in sorted({name for pair in pairs for name in pair})]
    keys = [schema.keys for schema in schemas]
    owners = [schema.owner for schema in schemas]

    def statement(role: str, privileges: str, on: list[str], roles: list[str]) -> RoleStatement:
        words = {"schemas": _listed(on), "roles": _listed(roles), "privileges": SQL(privileges)}
        return RoleStatement(role, change.format(**words))

    yield statement(contract.keys_role, "CREATE", [KEYS_SCHEMA, ASKED_SCHEMA], keys)
    yield statement(contract.keys_role, "USAGE", [KEYS_SCHEMA], [*keys, *owners])
    for referencing, referenced in pairs:
        # Its triggers name the other side's table, with which they go.
        yield statement(
            contract[referencing].owner, "USAGE", [referencing], [contract[referenced].owner]
        )
    for each in constraints:
        yield RoleStatement(
            contract[each.schema].owner,
            (_GRANT_TRIGGER if change is _GRANT else _REVOKE_TRIGGER).format(
                table=identifier(each.schema, each.table),
                role=identifier(contract[each.referenced_schema].owner),
            ),
        )


def _names(column: Column, contract: Contract) -> dict[str, SQL]:
    schema, table, name = column
    return {
        "column": identifier(name),
        "table": identifier(schema, table),
        "role": identifier(contract[schema].keys),
    }


def _listed(names: list[str]) -> Composed:
    return SQL(", ").join(map(identifier, names))
