"""Key triggers: what holds the identity keys from one table into one schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from psycopg.sql import SQL, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.exceptions import NotInstalled
from appschemas.integrity.constraints import child_v1
from appschemas.integrity.constraints.ddl import (
    ConstraintFunction,
    ConstraintObject,
    RoleStatement,
)
from appschemas.integrity.constraints.names import missing_function
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.discovery import installed_references
from appschemas.integrity.references import KeyConstraint, Reference, key_constraints_of


def create(
    constraint: KeyConstraint, contract: Contract, *, validate: bool
) -> Iterator[RoleStatement]:
    """The statements that install a check; `validate` refuses rows that already violate it.

    Raises:
        NotInstalled: it is not known where all of its references end.
    """
    _refuse_unknown(constraint)
    if constraint.check_each == "statement":
        yield RoleStatement(contract[constraint.schema].owner, child_v1.limits(constraint))
    for each in objects_of(constraint, contract):
        yield from each.create()
    if validate:
        yield from look_up(constraint, contract)


def create_all(checks: Iterable[KeyConstraint], contract: Contract) -> Iterator[RoleStatement]:
    """The statements that install many checks and look up every key, few changes of role in them.

    Raises:
        NotInstalled: it is not known where all of their references end.
    """
    checks = list(checks)
    limits: list[RoleStatement] = []
    functions: list[RoleStatement] = []
    triggers: list[RoleStatement] = []
    rows: list[RoleStatement] = []
    for constraint in checks:
        _refuse_unknown(constraint)
        if constraint.check_each == "statement":
            limits.append(
                RoleStatement(contract[constraint.schema].owner, child_v1.limits(constraint))
            )
        for each in objects_of(constraint, contract):
            part = functions if isinstance(each, ConstraintFunction) else triggers
            part += each.create()
        rows += look_up(constraint, contract)
    for part in (limits, functions, triggers, rows):
        yield from sorted(part, key=lambda statement: statement.role)


def refuse_held(reference: Reference, contract: Contract) -> RoleStatement:
    """The statement that refuses to let a referenced table go while rows hold its keys."""
    return RoleStatement(
        contract[reference.schema].owner,
        _REFUSE_HELD.format(
            column=Identifier(reference.column),
            referencing=Identifier(reference.schema, reference.table),
            referenced=Literal(f"{reference.referenced_schema}.{reference.referenced_table}"),
            name=Literal(child_v1.key_name(reference)),
        ),
    )


def look_up(constraint: KeyConstraint, contract: Contract) -> Iterator[RoleStatement]:
    """The statements that refuse rows which already violate the check."""
    yield from (_validation(reference, constraint, contract) for reference in constraint.references)


def drop(constraint: KeyConstraint, contract: Contract) -> Iterator[RoleStatement]:
    """The statements that remove a check and all that it consists of, as far as it is known."""
    for each in reversed(objects_of(constraint.known, contract)):
        yield from each.drop()


def wanted_objects(contract: Contract, registry: Any = None) -> frozenset[ConstraintObject]:
    """Every function and trigger that the installed models need."""
    references = (
        installed_references(contract, registry) if registry else installed_references(contract)
    )
    return frozenset(
        each
        for constraint in key_constraints_of(references)
        for each in objects_of(constraint, contract)
    )


# Private
# -------

_REFUSE_HELD: Final = SQL(
    "DO $check$\n"
    "BEGIN\n"
    "  IF EXISTS (SELECT FROM {referencing} c WHERE c.{column} IS NOT NULL) THEN\n"
    '    RAISE EXCEPTION \'table "%" cannot be dropped: identity key "%" holds keys of it\','
    " {referenced}, {name}\n"
    "      USING ERRCODE = 'foreign_key_violation';\n"
    "  END IF;\n"
    "END $check$"
)
_VALIDATE: Final = SQL(
    "DO $check$\n"
    "BEGIN\n"
    "  PERFORM FROM {missing}(ARRAY(SELECT DISTINCT c.{column} FROM {referencing} c"
    " WHERE c.{column} IS NOT NULL));\n"
    "  IF FOUND THEN\n"
    "    RAISE EXCEPTION 'identity key \"%\" is violated by some row', {name}\n"
    "      USING ERRCODE = 'foreign_key_violation', DETAIL = {detail};\n"
    "  END IF;\n"
    "END $check$"
)


def _refuse_unknown(constraint: KeyConstraint) -> None:
    if constraint.known != constraint:
        unknown = ", ".join(each.column for each in constraint.references if not each.is_known)
        raise NotInstalled(
            f"The check of {constraint.schema}.{constraint.table} must be made anew, and what "
            f"{unknown} points at is not there; "
            f"migrate schema {constraint.schema!r} to its new name first."
        )


def _validation(
    reference: Reference, constraint: KeyConstraint, contract: Contract
) -> RoleStatement:
    return RoleStatement(
        contract[reference.schema].owner,
        _VALIDATE.format(
            missing=missing_function(constraint, reference),
            column=Identifier(reference.column),
            referencing=Identifier(reference.schema, reference.table),
            name=Literal(child_v1.key_name(reference)),
            detail=Literal(f"Some key of {reference} is not there."),
        ),
    )
