"""Checks in the database: what holds the identity keys from one table into one schema."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas import identity_check_v1 as check_v1
from appschemas import identity_restrict_v1 as restrict_v1
from appschemas.check_objects import (
    FUNCTION_CONFIG,
    SEES_EVERY_ROW,
    CheckFunction,
    CheckObject,
    CheckTrigger,
    Statement,
    only_functions,
    only_triggers,
)
from appschemas.contract import Contract
from appschemas.edges import Check, Edge, checks_of, installed_edges
from appschemas.exceptions import NotInstalled

VERSION: Final = "v1"


def objects_of(check: Check, contract: Contract) -> tuple[CheckObject, ...]:
    """Everything that one check consists of, in order of creation."""
    objects = [*_firing_on_child(check, contract)]
    for table, edges in check.parents:
        objects += _firing_on_parent(check, contract, table, edges)
    return (*only_functions(objects), *only_triggers(objects))


def create(check: Check, contract: Contract, *, validate: bool) -> Iterator[Statement]:
    """The statements that install a check; `validate` refuses rows that already violate it.

    Raises:
        NotInstalled: it is not known where all of its edges end.
    """
    if check.known != check:
        raise NotInstalled(
            f"The check of {check.schema}.{check.table} must be made anew, and what "
            f"{', '.join(edge.column for edge in check.edges if not edge.is_known)} points at is "
            f"not there; migrate schema {check.schema!r} to its new name first."
        )
    if check.check_each == "statement":
        yield Statement(contract[check.schema].owner, check_v1.limits(check))
    for each in objects_of(check, contract):
        yield from each.create()
    if validate:
        yield from look_up(check, contract)


def look_up(check: Check, contract: Contract) -> Iterator[Statement]:
    """The statements that refuse rows which already violate the check."""
    yield from (_validation(edge, check, contract) for edge in check.edges)


def drop(check: Check, contract: Contract) -> Iterator[Statement]:
    """The statements that remove a check and all that it consists of, as far as it is known."""
    for each in reversed(objects_of(check.known, contract)):
        yield from each.drop()


def missing_function(check: Check, edge: Edge) -> Identifier:
    """The function that says which of an array of keys the parent of `edge` does not have."""
    return Identifier(check.parent_schema, _name(check, "missing", edge.parent_table))


def wanted_objects(contract: Contract, registry: Any = None) -> frozenset[CheckObject]:
    """Every function and trigger that the installed models need."""
    edges = installed_edges(contract, registry) if registry else installed_edges(contract)
    return frozenset(each for check in checks_of(edges) for each in objects_of(check, contract))


# Private
# -------

# Not `UPDATE OF column`: that would miss a BEFORE trigger that rewrites the key.
_READS_CHILD: Final = (FUNCTION_CONFIG, SEES_EVERY_ROW)
_CHANGED: Final = SQL("OLD.{column} IS DISTINCT FROM NEW.{column}")
_VALIDATE: Final = SQL(
    "DO $check$\n"
    "BEGIN\n"
    "  PERFORM FROM {missing}(ARRAY(SELECT DISTINCT c.{column} FROM {child} c"
    " WHERE c.{column} IS NOT NULL));\n"
    "  IF FOUND THEN\n"
    "    RAISE EXCEPTION 'identity key \"%\" is violated by some row', {name}\n"
    "      USING ERRCODE = 'foreign_key_violation', DETAIL = {detail};\n"
    "  END IF;\n"
    "END $check$"
)


def _validation(edge: Edge, check: Check, contract: Contract) -> Statement:
    return Statement(
        contract[edge.schema].owner,
        _VALIDATE.format(
            missing=missing_function(check, edge),
            column=Identifier(edge.column),
            child=Identifier(edge.schema, edge.table),
            name=Literal(check_v1.key_name(edge)),
            detail=Literal(f"Some key of {edge} is not there."),
        ),
    )


def _firing_on_child(check: Check, contract: Contract) -> Iterator[CheckObject]:
    child, parent = contract[check.schema], contract[check.parent_schema]
    holds = {
        table: Identifier(child.name, _name(check, "holds", table)) for table, _ in check.parents
    }
    by_row = check.check_each == "row"
    for what, body in (
        (
            "insert",
            (check_v1.check_insert_body if by_row else check_v1.check_set_body)(check, holds),
        ),
        ("update", check_v1.check_update_body(check, holds)),
    ):
        function = _name(check, f"check_{what}")
        yield CheckFunction(
            schema=parent.name,
            name=function,
            owner=parent.owner,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            executable_by=child.owner,
        )
        is_set = what == "insert" and not by_row
        changed = SQL(" OR ").join(
            _CHANGED.format(column=Identifier(edge.column)) for edge in check.edges
        )
        yield CheckTrigger(
            schema=child.name,
            table=check.table,
            name=_name(check, what, "", ""),
            owner=child.owner,
            function_schema=parent.name,
            function=function,
            event=what.upper(),
            each="STATEMENT" if is_set else "ROW",
            condition=_text(changed) if what == "update" else "",
            transition=check_v1.WRITTEN if is_set else "",
            deferred=check.deferrable,
        )


def _firing_on_parent(
    check: Check, contract: Contract, table: str, edges: tuple[Edge, ...]
) -> Iterator[CheckObject]:
    child, parent = contract[check.schema], contract[check.parent_schema]
    there = {"schema": child.name, "owner": child.owner, "executable_by": parent.owner}
    missing, kind = _name(check, "missing", table), edges[0].key_type
    yield CheckFunction(
        name=_name(check, "holds", table),
        arguments=f"key {kind}",
        returns="boolean",
        volatility="VOLATILE",
        body=_text(restrict_v1.holds_body(edges)),
        config=_READS_CHILD,
        **there,
    )
    yield CheckFunction(
        schema=parent.name,
        name=missing,
        owner=parent.owner,
        arguments=f"keys {kind}[]",
        returns=f"SETOF {kind}",
        volatility="VOLATILE",
        body=_text(check_v1.missing_body(edges[0])),
        executable_by=child.owner,
    )
    by_row = check.check_each == "row"
    back = Identifier(parent.name, missing)
    restrict = {
        "restrict": restrict_v1.restrict_body(edges, back),
        "restrict_truncate": restrict_v1.restrict_truncate_body(edges),
        **({} if by_row else {"restrict_set": restrict_v1.restrict_set_body(edges, back)}),
    }
    for what, body in restrict.items():
        yield CheckFunction(
            name=_name(check, what, table),
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(body),
            config=_READS_CHILD,
            **there,
        )
    changed = _CHANGED.format(column=Identifier(edges[0].parent_column))
    for event, what in (
        ("DELETE", "restrict" if by_row else "restrict_set"),
        ("UPDATE", "restrict"),
        ("TRUNCATE", "restrict_truncate"),
    ):
        yield CheckTrigger(
            schema=parent.name,
            table=table,
            name=_name(check, event.lower(), table, ""),
            owner=parent.owner,
            function_schema=child.name,
            function=_name(check, what, table),
            event=event,
            each="ROW" if what == "restrict" else "STATEMENT",
            condition=_text(changed) if event == "UPDATE" else "",
            transition=restrict_v1.GONE if what == "restrict_set" else "",
            deferred=check.deferrable,
        )


def _name(check: Check, what: str, parent: str = "", version: str = VERSION) -> str:
    """At most 63 bytes, and unique in both schemas: the digest is over all names in full."""
    whole = [check.schema, check.table, check.parent_schema, parent]
    if (check.check_each, check.deferrable) != ("row", True):
        # Two keys of a table may be checked in two ways.
        whole += [check.check_each, str(check.deferrable)]
    digest = hashlib.sha256("\0".join(whole).encode()).hexdigest()[:8]
    tail = "_".join(part for part in (digest, what, version) if part)
    room = 63 - len(tail) - 1
    stem = check.table.encode()[:room].decode(errors="ignore").rstrip("_")
    return f"{stem}_{tail}"


def _text(composed: Composed) -> str:
    return composed.as_string(None)
