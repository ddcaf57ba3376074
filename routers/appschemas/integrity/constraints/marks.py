"""Marks: which checks were installed beside rows that nobody has looked at since.

A check is made in a moment, and reading a large table is not: the check comes first, and looks at
every new row; then the rows that were there before are looked at, while everybody works on. Until
they are, the comment of one of the check's functions says so. That function lies where nobody but
the engine's roles can name it, and to comment on it locks no table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.integrity.constraints.ddl import RoleStatement, comment_of
from appschemas.integrity.constraints.kinds import only_functions
from appschemas.integrity.constraints.names import object_name
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.references import KeyConstraint

NOT_LOOKED_UP: Final = " not looked up"


def bearer(constraint: KeyConstraint) -> tuple[str, str]:
    """(schema, name) of the function whose comment bears the mark."""
    return KEYS_SCHEMA, object_name(constraint, "check_insert")


def not_looked_up(constraint: KeyConstraint, contract: Contract) -> Iterator[RoleStatement]:
    """The statements after which a check counts as one whose old rows nobody has looked at."""
    yield from _comment(constraint, contract, NOT_LOOKED_UP)


def looked_up(constraint: KeyConstraint, contract: Contract) -> Iterator[RoleStatement]:
    """The statements after which it does not."""
    yield from _comment(constraint, contract, "")


# Private
# -------

_COMMENT: Final = SQL("COMMENT ON FUNCTION {name}() IS {text}")


def _comment(constraint: KeyConstraint, contract: Contract, mark: str) -> Iterator[RoleStatement]:
    for each in only_functions(objects_of(constraint, contract)):
        if (each.schema, each.name) == bearer(constraint):
            name, text = Identifier(each.schema, each.name), Literal(comment_of(each) + mark)
            # Who owns the schema names it for the owner of the function.
            usage = {"schema": Identifier(KEYS_SCHEMA), "role": Identifier(each.owner)}
            yield RoleStatement(contract.keys_role, _LEND.format(**usage))
            yield RoleStatement(each.owner, _COMMENT.format(name=name, text=text))
            yield RoleStatement(contract.keys_role, _TAKE_BACK.format(**usage))


_LEND: Final = SQL("GRANT USAGE ON SCHEMA {schema} TO {role}")
_TAKE_BACK: Final = SQL("REVOKE USAGE ON SCHEMA {schema} FROM {role}")
