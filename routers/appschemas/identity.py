"""Checks in the database: what holds the identity keys from one table into one schema."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas import identity_key_v1 as v1
from appschemas.check_objects import CheckFunction, CheckObject, CheckTrigger, Statement
from appschemas.contract import Contract
from appschemas.edges import Check, Edge, checks_of, installed_edges
from appschemas.exceptions import NotInstalled

VERSION: Final = "v1"


def objects_of(check: Check, contract: Contract) -> tuple[CheckObject, ...]:
    """Everything that one check consists of, in order of creation."""
    child, parent = contract[check.schema], contract[check.parent_schema]
    functions: list[CheckFunction] = []
    triggers: list[CheckTrigger] = []
    holds: dict[str, Identifier] = {}
    for table, edges in check.parents:
        there = {"schema": child.name, "owner": child.owner, "executable_by": parent.owner}
        back = {"schema": parent.name, "owner": parent.owner, "executable_by": child.owner}
        held = _name(check, "holds", table)
        missing = _name(check, "missing", table)
        restrict = _name(check, "restrict", table)
        holds[table] = Identifier(child.name, held)
        kind = edges[0].key_type
        functions += [
            CheckFunction(
                name=held,
                arguments=f"key {kind}",
                returns="boolean",
                volatility="VOLATILE",
                body=_text(v1.holds_body(edges)),
                **there,
            ),
            CheckFunction(
                name=missing,
                arguments=f"keys {kind}[]",
                returns=f"SETOF {kind}",
                volatility="VOLATILE",
                body=_text(v1.missing_body(edges[0])),
                **back,
            ),
            CheckFunction(
                name=restrict,
                arguments="",
                returns="trigger",
                volatility="VOLATILE",
                body=_text(v1.restrict_body(edges, Identifier(parent.name, missing))),
                **there,
            ),
        ]
        key = Identifier(edges[0].parent_column)
        triggers += [
            CheckTrigger(
                schema=parent.name,
                table=table,
                name=_name(check, event.partition(" ")[2].partition(" ")[0].lower(), table, ""),
                owner=parent.owner,
                function_schema=child.name,
                function=restrict,
                event=event,
            )
            for event in (
                "AFTER DELETE",
                f"AFTER UPDATE WHEN ({_text(_CHANGED.format(column=key))})",
                "BEFORE TRUNCATE",
            )
        ]
    name = _name(check, "check")
    functions.append(
        CheckFunction(
            schema=parent.name,
            name=name,
            owner=parent.owner,
            arguments="",
            returns="trigger",
            volatility="VOLATILE",
            body=_text(v1.check_body(check, holds)),
            executable_by=child.owner,
        )
    )
    changed = SQL(" OR ").join(
        _CHANGED.format(column=Identifier(edge.column)) for edge in check.edges
    )
    triggers += [
        CheckTrigger(
            schema=child.name,
            table=check.table,
            name=_name(check, event.partition(" ")[2].partition(" ")[0].lower(), "", ""),
            owner=child.owner,
            function_schema=parent.name,
            function=name,
            event=event,
        )
        for event in ("AFTER INSERT", f"AFTER UPDATE WHEN ({_text(changed)})")
    ]
    return (*functions, *triggers)


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
            name=Literal(v1.key_name(edge)),
            detail=Literal(f"Some key of {edge} is not there."),
        ),
    )


def _name(check: Check, what: str, parent: str = "", version: str = VERSION) -> str:
    """At most 63 bytes, and unique in both schemas: the digest is over all names in full."""
    digest = hashlib.sha256(
        "\0".join([check.schema, check.table, check.parent_schema, parent]).encode()
    ).hexdigest()[:8]
    tail = "_".join(part for part in (digest, what, version) if part)
    room = 63 - len(tail) - 1
    stem = check.table.encode()[:room].decode(errors="ignore").rstrip("_")
    return f"{stem}_{tail}"


def _text(composed: Composed) -> str:
    return composed.as_string(None)
