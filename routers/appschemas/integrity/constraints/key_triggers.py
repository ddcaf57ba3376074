"""Key triggers: what holds the identity keys from one table into one schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

from appschemas.contract.contract import Contract
from appschemas.exceptions import NotInstalled
from appschemas.integrity.constraints import look_ups
from appschemas.integrity.constraints.ddl import (
    ConstraintFunction,
    ConstraintObject,
    RoleStatement,
)
from appschemas.integrity.constraints.lending import grants_of, lent, revokes_of
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.constraints.statements import statements_of, superseded
from appschemas.integrity.discovery import installed_references
from appschemas.integrity.references import KeyConstraint, key_constraints_of


def create(
    constraint: KeyConstraint, contract: Contract, *, validate: bool
) -> Iterator[RoleStatement]:
    """The statements that install a check; `validate` refuses rows that already violate it.

    They belong into one transaction, and so do those of all functions here.

    Raises:
        NotInstalled: it is not known where all of its references end.
    """
    yield from create_all([constraint], contract, validate=validate)


def create_all(
    constraints: Iterable[KeyConstraint], contract: Contract, *, validate: bool = True
) -> Iterator[RoleStatement]:
    """The statements that install many checks and look up every key, few changes of role in them.

    Raises:
        NotInstalled: it is not known where all of their references end.
    """
    constraints = list(constraints)
    if not constraints:
        return
    for constraint in constraints:
        _refuse_unknown(constraint)
    every = [statements_of(constraint, contract) for constraint in constraints]
    yield from look_ups.locks(constraints, contract)
    for each in every:
        yield from each.limits
    functions = (statement for each in every for statement in each.functions)
    triggers = (statement for each in every for statement in each.triggers)
    made = [
        *grants_of(constraints, contract),
        *sorted(functions, key=attrgetter("role")),
        *sorted(triggers, key=attrgetter("role")),
    ]
    yield from lent(made, constraints, contract)
    for each in every:
        # Their names have a version, those of the triggers have none.
        yield from each.superseded
        if validate:
            yield from each.look_ups


def drop(
    constraint: KeyConstraint, contract: Contract, kept: Iterable[KeyConstraint] = ()
) -> Iterator[RoleStatement]:
    """The statements that remove a check and all that it consists of, as far as it is known.

    Args:
        constraint: What goes.
        contract: Names the roles.
        kept: The checks that stay, whose columns must still be read.
    """
    yield from drop_all([constraint], contract, kept)


def drop_all(
    constraints: Iterable[KeyConstraint], contract: Contract, kept: Iterable[KeyConstraint] = ()
) -> Iterator[RoleStatement]:
    """The same for many."""
    known = [constraint.known for constraint in constraints]
    for constraint in known:
        for each in reversed(objects_of(constraint, contract)):
            if isinstance(each, ConstraintFunction):
                yield from each.drop(contract.keys_role)
            else:
                yield from each.drop()
        yield from superseded(constraint, contract)
    yield from revokes_of(known, kept, contract)


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


def _refuse_unknown(constraint: KeyConstraint) -> None:
    if constraint.known != constraint:
        unknown = ", ".join(each.column for each in constraint.references if not each.is_known)
        raise NotInstalled(
            f"The check of {constraint.schema}.{constraint.table} must be made anew, and what "
            f"{unknown} points at is not there; "
            f"migrate schema {constraint.schema!r} to its new name first."
        )
