"""Clashes: names that are taken where something is to go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from psycopg import Connection

from appschemas.database.plan.changes import Finding, placed
from appschemas.database.split.state import RECORD, SplitState, asked


def clashes(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """What somebody has made in the contract's schemas, and is in the way there.

    Args:
        connection: Any login's.
        state: Where the split stands.
    """
    names = [*(each.name for each in state.contract.schemas), state.contract.extensions]
    taken = {
        (row["schema"], row["space"], row["name"]): row["noun"]
        for row in asked(connection, "names", schemas=names)
    }
    found: dict[Finding, None] = {}
    for schema, space, name, of in _wanted(connection, state):
        if noun := taken.get((schema, space, name)):
            along = f", which {of} takes along" if of else ""
            text = f"{schema} has a {noun} {name} already{along}"
            found.setdefault(Finding(schema, text, _hint(noun, schema, name)))
    yield from found
    for row in asked(connection, "no_records", schemas=names, record=RECORD):
        text = f"{row['schema']} has a {row['noun']} {RECORD} that is no record of migrations"
        yield Finding(row["schema"], text, _hint(row["noun"], row["schema"], RECORD))


# Private
# -------

# Names are unique among relations, among types and among functions; a row type is of both.
_SPACES: Final = {
    "type": "type", "domain": "type", "function": "function", "view": "relation",
    "materialized view": "relation", "sequence": "relation",
}  # fmt: skip


def _wanted(connection: Connection[Any], state: SplitState) -> Iterator[tuple[str, str, str, str]]:
    """(schema, space, name, what takes it along) of all that is to go."""
    along: dict[int, list[tuple[str, str]]] = {}
    for row in asked(connection, "along", source=state.source):
        along.setdefault(row["oid"], []).append((row["space"], row["name"]))
    for each in state.to_move:
        schema = state.homes[each.oid]
        yield schema, "relation", each.name, ""
        for space, name in along.get(each.oid, ()):
            yield schema, space, name, each.name
    for other in state.objects:
        if (home := state.object_homes.get(other.oid)) and other.kind in _SPACES:
            arguments = f"({other.arguments})" if other.kind == "function" else ""
            yield home, _SPACES[other.kind], other.name + arguments, ""


def _hint(noun: str, schema: str, name: str) -> str:
    called, arguments, rest = name.partition("(") if noun == "routine" else (name, "", "")
    place = placed(schema, called) + arguments + rest
    return (
        f"somebody made it there: ALTER {noun.upper()} {place} RENAME TO <another name>, "
        "or drop it if it is empty and nobody's"
    )
