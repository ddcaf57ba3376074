"""Checks in the database: what holds the identity keys from one table into one schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.exceptions import NotInstalled
from appschemas.integrity import child_v1, parent_v1
from appschemas.integrity.ddl import (
    FUNCTION_CONFIG,
    SEES_EVERY_ROW,
    ConstraintFunction,
    ConstraintObject,
    ConstraintTrigger,
    RoleStatement,
    only_functions,
    only_triggers,
)
from appschemas.integrity.key_types import widest_type
from appschemas.integrity.names import missing_function, object_name
from appschemas.integrity.references import (
    KeyConstraint,
    Reference,
    installed_references,
    key_constraints_of,
)


def objects_of(constraint: KeyConstraint, contract: Contract) -> tuple[ConstraintObject, ...]:
    """Everything that one check consists of, in order of creation."""
    objects = [*_firing_on_child(constraint, contract)]
    for table, references in constraint.referenced_tables:
        objects += _firing_on_parent(constraint, contract, table, references)
    return (*only_functions(objects), *only_triggers(objects))


def create(
    constraint: KeyConstraint, contract: Contract, *, validate: bool
) -> Iterator[RoleStatement]:
    """The statements that install a check; `validate` refuses rows that already violate it.

    Raises:
        NotInstalled: it is not known where all of its edges end.
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
        NotInstalled: it is not known where all of their edges end.
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
    """The statement that refuses to let a parent's table go while rows hold its keys."""
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

# Not `UPDATE OF column`: that would miss a BEFORE trigger that rewrites the key.
_READS_CHILD: Final = (FUNCTION_CONFIG, SEES_EVERY_ROW)
_CHANGED: Final = SQL("OLD.{column} IS DISTINCT FROM NEW.{column}")
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


def _firing_on_child(constraint: KeyConstraint, contract: Contract) -> Iterator[ConstraintObject]:
    referencing, referenced = contract[constraint.schema], contract[constraint.referenced_schema]
    holds = {
        table: Identifier(referencing.name, object_name(constraint, "holds", table))
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
        function = object_name(constraint, f"check_{what}")
        yield ConstraintFunction(
            schema=referenced.name,
            name=function,
            owner=referenced.owner,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            executable_by=referencing.owner,
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
    constraint: KeyConstraint, contract: Contract, table: str, references: tuple[Reference, ...]
) -> Iterator[ConstraintObject]:
    referencing, referenced = contract[constraint.schema], contract[constraint.referenced_schema]
    there = {
        "schema": referencing.name,
        "owner": referencing.owner,
        "executable_by": referenced.owner,
    }
    missing = object_name(constraint, "missing", table)
    kind = widest_type(reference.key_type for reference in references)
    yield ConstraintFunction(
        name=object_name(constraint, "holds", table),
        arguments=f"key {kind}",
        returns="boolean",
        volatility="VOLATILE",
        body=_text(parent_v1.holds_body(references)),
        config=_READS_CHILD,
        **there,
    )
    yield ConstraintFunction(
        schema=referenced.name,
        name=missing,
        owner=referenced.owner,
        arguments=f"keys {kind}[]",
        returns=f"SETOF {kind}",
        volatility="VOLATILE",
        body=_text(child_v1.missing_body(references[0])),
        executable_by=referencing.owner,
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
            name=object_name(constraint, what, table),
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            config=_READS_CHILD,
            **there,
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
            function=object_name(constraint, what, table),
            event=event,
            each="ROW" if what == "restrict" else "STATEMENT",
            condition=_text(changed) if event == "UPDATE" else "",
            transition=parent_v1.GONE if what == "restrict_set" else "",
            deferred=constraint.deferrable,
        )


def _text(composed: Composed) -> str:
    return composed.as_string(None)
