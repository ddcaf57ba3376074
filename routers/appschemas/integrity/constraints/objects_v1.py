"""Constraint objects, version 1: what databases may still hold, to be told and to be dropped.

Their functions lay in the schemas of the apps and belonged to the owners.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Composed, Identifier

from appschemas.contract.contract import Contract
from appschemas.integrity.constraints import child_v1, parent_v1
from appschemas.integrity.constraints.ddl import (
    FUNCTION_CONFIG,
    SEES_EVERY_ROW,
    ConstraintFunction,
    ConstraintObject,
    ConstraintTrigger,
)
from appschemas.integrity.constraints.names import object_name
from appschemas.integrity.constraints.shapes import Sides, filled_in
from appschemas.integrity.key_types import widest_type
from appschemas.integrity.references import KeyConstraint, Reference

V1: Final = "v1"


def objects_v1_of(constraint: KeyConstraint, contract: Contract) -> tuple[ConstraintObject, ...]:
    """Everything that one check consists of, in order of creation."""
    objects = [*filled_in(constraint, Sides.of(constraint, contract), _compose, V1)]
    return (
        *(each for each in objects if isinstance(each, ConstraintFunction)),
        *(each for each in objects if isinstance(each, ConstraintTrigger)),
    )


# Private
# -------

# Not `UPDATE OF column`: that would miss a BEFORE trigger that rewrites the key.
_READS_CHILD: Final = (FUNCTION_CONFIG, SEES_EVERY_ROW)
_CHANGED: Final = SQL("OLD.{column} IS DISTINCT FROM NEW.{column}")


def _compose(constraint: KeyConstraint, sides: Sides) -> Iterator[ConstraintObject]:
    yield from _firing_on_child(constraint, sides)
    for table, references in constraint.referenced_tables:
        yield from _firing_on_parent(constraint, sides, table, references)


def _firing_on_child(constraint: KeyConstraint, sides: Sides) -> Iterator[ConstraintObject]:
    referencing, referenced = sides.referencing, sides.referenced
    holds = {
        table: Identifier(referencing.name, object_name(constraint, "holds", table, V1))
        for table, _ in constraint.referenced_tables
    }
    by_row = constraint.check_each == "row"
    for what, body in (
        (
            "insert",
            (child_v1.check_insert_body if by_row else child_v1.check_set_body)(constraint, holds),
        ),
        ("update", child_v1.check_update_body(constraint, holds)),
    ):
        function = object_name(constraint, f"check_{what}", "", V1)
        yield ConstraintFunction(
            schema=referenced.name,
            name=function,
            owner=referenced.owner,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            executable_by=(referencing.owner,),
        )
        is_set = what == "insert" and not by_row
        changed = SQL(" OR ").join(
            _CHANGED.format(column=Identifier(reference.column))
            for reference in constraint.references
        )
        yield ConstraintTrigger(
            schema=referencing.name,
            table=constraint.table,
            name=object_name(constraint, what, "", ""),
            owner=referencing.owner,
            function_schema=referenced.name,
            function=function,
            event=what.upper(),
            each="STATEMENT" if is_set else "ROW",
            condition=_text(changed) if what == "update" else "",
            transition=child_v1.WRITTEN if is_set else "",
            deferred=constraint.deferrable,
        )


def _firing_on_parent(
    constraint: KeyConstraint, sides: Sides, table: str, references: tuple[Reference, ...]
) -> Iterator[ConstraintObject]:
    referencing, referenced = sides.referencing, sides.referenced
    missing = object_name(constraint, "missing", table, V1)
    kind = widest_type(reference.key_type for reference in references)
    yield ConstraintFunction(
        name=object_name(constraint, "holds", table, V1),
        arguments=f"key {kind}",
        returns="boolean",
        volatility="VOLATILE",
        body=_text(parent_v1.holds_body(references)),
        config=_READS_CHILD,
        executable_by=(referenced.owner,),
        schema=referencing.name,
        owner=referencing.owner,
    )
    yield ConstraintFunction(
        schema=referenced.name,
        name=missing,
        owner=referenced.owner,
        arguments=f"keys {kind}[]",
        returns=f"SETOF {kind}",
        volatility="VOLATILE",
        body=_text(child_v1.missing_body(references[0])),
        executable_by=(referencing.owner,),
    )
    by_row = constraint.check_each == "row"
    back = Identifier(referenced.name, missing)
    restrict = {
        "restrict": parent_v1.restrict_body(references, back),
        "restrict_truncate": parent_v1.restrict_truncate_body(references),
        **({} if by_row else {"restrict_set": parent_v1.restrict_set_body(references, back)}),
    }
    for what, body in restrict.items():
        yield ConstraintFunction(
            name=object_name(constraint, what, table, V1),
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            config=_READS_CHILD,
            executable_by=(referenced.owner,),
            schema=referencing.name,
            owner=referencing.owner,
        )
    changed = _CHANGED.format(column=Identifier(references[0].referenced_column))
    for event, what in (
        ("DELETE", "restrict" if by_row else "restrict_set"),
        ("UPDATE", "restrict"),
        ("TRUNCATE", "restrict_truncate"),
    ):
        yield ConstraintTrigger(
            schema=referenced.name,
            table=table,
            name=object_name(constraint, event.lower(), table, ""),
            owner=referenced.owner,
            function_schema=referencing.name,
            function=object_name(constraint, what, table, V1),
            event=event,
            each="ROW" if what == "restrict" else "STATEMENT",
            condition=_text(changed) if event == "UPDATE" else "",
            transition=parent_v1.GONE if what == "restrict_set" else "",
            deferred=constraint.deferrable,
        )


def _text(composed: Composed) -> str:
    return composed.as_string(None)
