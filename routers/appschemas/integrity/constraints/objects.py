"""Constraint objects: the functions and triggers that one set of references is held by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Composed, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ASKED_SCHEMA, KEYS_SCHEMA
from appschemas.integrity.constraints import asked_v2, child_v2, parent_v2
from appschemas.integrity.constraints.ddl import (
    SEES_EVERY_ROW,
    ConstraintFunction,
    ConstraintObject,
    ConstraintTrigger,
)
from appschemas.integrity.constraints.names import asked_function, object_name
from appschemas.integrity.constraints.purposes import FUNCTIONS, RE_KEYED, TRIGGERS, purpose
from appschemas.integrity.constraints.shapes import Sides, filled_in
from appschemas.integrity.key_types import widest_type
from appschemas.integrity.references import KeyConstraint, Reference


def objects_of(constraint: KeyConstraint, contract: Contract) -> tuple[ConstraintObject, ...]:
    """Everything that one check consists of, in order of creation.

    A function belongs to the role of keys of the schema whose table it reads. Those that triggers
    run lie where nobody has USAGE: whoever cannot name a function cannot alter, move or run it.
    """
    objects = [*filled_in(constraint, Sides.of(constraint, contract), _compose)]
    # In an order of its own, whatever their names are: checks alike have the same SQL.
    return (
        *(each for each in objects if isinstance(each, ConstraintFunction)),
        *(each for each in objects if isinstance(each, ConstraintTrigger)),
    )


# Private
# -------


def _compose(constraint: KeyConstraint, sides: Sides) -> Iterator[ConstraintObject]:
    yield from _firing_on_child(constraint, sides)
    for table, references in constraint.referenced_tables:
        yield from _asked(constraint, sides, table, references)
        yield from _firing_on_parent(constraint, sides, table, references)


_READS_CHILD: Final = (SEES_EVERY_ROW,)
# What a CHECK or a partition's bound says of its rows may be a lie of its owner's.
_READS_ALL: Final = ("constraint_exclusion=off", "enable_partition_pruning=off", SEES_EVERY_ROW)
# Not `UPDATE OF column`: that would miss a BEFORE trigger that rewrites the key.
_CHANGED: Final = SQL("OLD.{column} IS DISTINCT FROM NEW.{column}")
# True, and of the table's row type: what depends on it goes when the table is dropped.
_WITH_TABLE: Final = SQL("NULL::{table} IS NULL")


def _firing_on_child(constraint: KeyConstraint, sides: Sides) -> Iterator[ConstraintObject]:
    referencing, referenced = sides.referencing, sides.referenced
    holds = {
        table: asked_function(constraint, "holds", table)
        for table, _ in constraint.referenced_tables
    }
    by_row = constraint.check_each == "row"
    insert = child_v2.check_insert_body if by_row else child_v2.check_set_body
    for what, body in (("insert", insert), ("update", child_v2.check_update_body)):
        function = object_name(constraint, f"check_{what}")
        yield ConstraintFunction(
            schema=KEYS_SCHEMA,
            name=function,
            owner=referenced.keys,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body(constraint, holds, sides.extensions)),
            # A new partition gets the trigger only if the table's owner may execute it.
            executable_by=(referencing.owner,),
            config=(),
            purpose=purpose(FUNCTIONS[f"check_{what}"], constraint),
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
            function_schema=KEYS_SCHEMA,
            function=function,
            event=what.upper(),
            each="STATEMENT" if is_set else "ROW",
            condition=_text(changed) if what == "update" else "",
            transition=child_v2.WRITTEN if is_set else "",
            deferred=constraint.deferrable,
            purpose=purpose(TRIGGERS[what], constraint),
        )


def _asked(
    constraint: KeyConstraint, sides: Sides, table: str, references: tuple[Reference, ...]
) -> Iterator[ConstraintObject]:
    """What one side asks of the other, and what all keys are looked up by."""
    child, parent, everybody = sides.referencing.keys, sides.referenced.keys, sides.everybody
    kind = widest_type(reference.key_type for reference in references)
    with_child = _text(_WITH_TABLE.format(table=Identifier(constraint.schema, constraint.table)))
    with_parent = _text(_WITH_TABLE.format(table=Identifier(constraint.referenced_schema, table)))
    for what, arguments, returns, body, asking in (
        ("holds", f"key {kind}", "boolean", asked_v2.holds_body, (parent,)),
        (
            "keys",
            f"col text, last {kind}, size integer",
            f"{kind}[]",
            asked_v2.keys_body,
            (everybody,),
        ),
        ("rows", f"col text, lost {kind}[]", "bigint", asked_v2.rows_body, (everybody,)),
    ):
        yield ConstraintFunction(
            schema=ASKED_SCHEMA,
            name=object_name(constraint, what, table),
            owner=child,
            arguments=f"{arguments}, there boolean",
            returns=returns,
            volatility="VOLATILE",
            body=_text(body(references, child)),
            executable_by=asking,
            config=_READS_CHILD if what == "holds" else _READS_ALL,
            default=with_child,
            purpose=purpose(FUNCTIONS[what], constraint, table),
        )
    yield ConstraintFunction(
        schema=ASKED_SCHEMA,
        name=object_name(constraint, "missing", table),
        owner=parent,
        arguments=f"keys {kind}[], there boolean",
        returns=f"{kind}[]",
        volatility="VOLATILE",
        body=_text(asked_v2.missing_body(references[0], parent)),
        executable_by=(child, everybody),
        config=(),
        default=with_parent,
        keeps_unique=(constraint.referenced_schema, table, references[0].referenced_column),
        purpose=purpose(FUNCTIONS["missing"], constraint, table),
    )


def _firing_on_parent(
    constraint: KeyConstraint, sides: Sides, table: str, references: tuple[Reference, ...]
) -> Iterator[ConstraintObject]:
    referencing, referenced = sides.referencing, sides.referenced
    is_set = constraint.check_each != "row"
    ask = asked_function(constraint, "missing", table), sides.extensions
    restrict = {
        "restrict": parent_v2.restrict_body(references, *ask),
        "restrict_truncate": parent_v2.restrict_truncate_body(references),
        **({"restrict_set": parent_v2.restrict_set_body(references, *ask)} if is_set else {}),
    }
    for what, body in restrict.items():
        yield ConstraintFunction(
            schema=KEYS_SCHEMA,
            name=object_name(constraint, what, table),
            owner=referencing.keys,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            executable_by=(referenced.owner,),
            config=_READS_CHILD,
            purpose=purpose(FUNCTIONS[what], constraint, table),
        )
    with_child = _WITH_TABLE.format(table=Identifier(constraint.schema, constraint.table))
    changed = _CHANGED.format(column=Identifier(references[0].referenced_column))
    for event, what in (
        ("DELETE", "restrict_set" if is_set else "restrict"),
        ("UPDATE", "restrict"),
        ("TRUNCATE", "restrict_truncate"),
    ):
        by_row = what == "restrict"
        condition = changed if event == "UPDATE" else SQL("").format() if by_row else with_child
        yield ConstraintTrigger(
            schema=referenced.name,
            table=table,
            name=object_name(constraint, event.lower(), table, ""),
            owner=referenced.owner,
            function_schema=KEYS_SCHEMA,
            function=object_name(constraint, what, table),
            event=event,
            each="ROW" if by_row else "STATEMENT",
            condition=_text(condition),
            transition=parent_v2.GONE if what == "restrict_set" else "",
            deferred=constraint.deferrable,
            of=(constraint.schema, constraint.table) if by_row else None,
            purpose=purpose(
                RE_KEYED if event == "UPDATE" else TRIGGERS[event.lower()], constraint, table
            ),
        )


def _text(composed: Composed) -> str:
    return composed.as_string(None)
