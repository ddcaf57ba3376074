"""Statements: what makes the check of one key, written once for all keys of its shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache

from psycopg.sql import SQL

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.integrity.constraints import look_ups
from appschemas.integrity.constraints.ddl import ConstraintFunction, RoleStatement
from appschemas.integrity.constraints.limits import limits
from appschemas.integrity.constraints.names import VERSION
from appschemas.integrity.constraints.objects import objects_of
from appschemas.integrity.constraints.objects_v1 import V1, objects_v1_of
from appschemas.integrity.constraints.shapes import (
    MARK,
    Form,
    Sides,
    are_plain,
    names_of,
    shape_of,
)
from appschemas.integrity.references import KeyConstraint


@dataclass(frozen=True, slots=True)
class Statements:
    """What makes one check, by when it runs.

    Attributes:
        limits: Refuses a check that would not see every key.
        functions: Make its functions.
        triggers: Make its triggers.
        superseded: Drop what an earlier version of the engine may have left.
        look_ups: Refuse rows that already violate it.
    """

    limits: tuple[RoleStatement, ...]
    functions: tuple[RoleStatement, ...]
    triggers: tuple[RoleStatement, ...]
    superseded: tuple[RoleStatement, ...]
    look_ups: tuple[RoleStatement, ...]


def statements_of(constraint: KeyConstraint, contract: Contract) -> Statements:
    """The statements that make a check, from those of one of the same shape where that may be."""
    names = _names(constraint, contract)
    if not are_plain(names):
        return _composed(constraint, contract)
    shape, _ = shape_of(constraint, Sides.of(constraint, contract))
    form, counts = _form(shape, _of_marks(constraint, contract))
    texts = form.filled({**names, **_fingerprints(constraint, contract)})
    return Statements(*(tuple(_statements(texts, count)) for count in counts))


def superseded(constraint: KeyConstraint, contract: Contract) -> Iterator[RoleStatement]:
    """The statements that drop what an earlier version of the engine may have left."""
    for each in objects_v1_of(constraint, contract):
        if isinstance(each, ConstraintFunction):
            yield from each.drop()


# Private
# -------


def _composed(constraint: KeyConstraint, contract: Contract) -> Statements:
    objects = objects_of(constraint, contract)
    is_function = [isinstance(each, ConstraintFunction) for each in objects]
    made = [tuple(each.create()) for each in objects]
    return Statements(
        limits=(limits(constraint, contract),),
        functions=tuple(
            part for each, is_one in zip(made, is_function, strict=True) if is_one for part in each
        ),
        triggers=tuple(
            part
            for each, is_one in zip(made, is_function, strict=True)
            if not is_one
            for part in each
        ),
        superseded=tuple(superseded(constraint, contract)),
        look_ups=tuple(look_ups.refuse_orphans(constraint, contract)),
    )


@lru_cache(maxsize=256)
def _form(shape: KeyConstraint, contract: Contract) -> tuple[Form, tuple[int, ...]]:
    """The roles and texts of all statements, and how many there are of each kind."""
    made = _composed(shape, contract)
    groups = [getattr(made, field.name) for field in fields(made)]
    texts = [text for group in groups for each in group for text in (each.role, _text(each))]
    marks = {**_names(shape, contract), **_fingerprints(shape, contract)}
    return Form.of(texts, marks), tuple(map(len, groups))


def _names(constraint: KeyConstraint, contract: Contract) -> dict[str, str]:
    sides = Sides.of(constraint, contract)
    return {**names_of(constraint, sides, V1), **names_of(constraint, sides, VERSION)}


def _fingerprints(constraint: KeyConstraint, contract: Contract) -> dict[str, str]:
    """What each COMMENT begins with: it is of names, too, and no name itself."""
    objects = enumerate(objects_of(constraint, contract))
    return {f"fingerprint {number}": each.fingerprint for number, each in objects}


def _of_marks(constraint: KeyConstraint, contract: Contract) -> Contract:
    """Both schemas, with marks for their names, and nothing else."""
    schemas = (
        Schema(MARK.format(mark), mark, (), prefix=contract[name].prefix)
        for mark, name in (
            ("schema", constraint.schema),
            ("referenced", constraint.referenced_schema),
        )
    )
    return Contract(contract.roles, contract.extensions, tuple(schemas))


def _statements(texts: Iterator[str], count: int) -> Iterator[RoleStatement]:
    for _ in range(count):
        yield RoleStatement(next(texts), SQL(next(texts)))


def _text(statement: RoleStatement) -> str:
    return statement.sql.as_string(None)
