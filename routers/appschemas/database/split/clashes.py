"""Clashes: names that somebody has taken in the contract's schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from psycopg import Connection

from appschemas.database.plan.changes import Finding, listed, placed, quoted
from appschemas.database.split.relations import Relation
from appschemas.database.split.state import RECORD, SplitState, asked


def clashes(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """What must get out of the way of the tables that are to move; each says how.

    Commands that did not know of a shared schema made an empty copy beside each of its tables. A
    schema in which nothing else lies is told as one.

    Args:
        connection: Any login's.
        state: Where the split stands.
    """
    copies = {
        schema.name: tables
        for schema in state.contract.schemas
        if (tables := _copies(state, schema.name))
    }
    for schema, tables in copies.items():
        yield _set_aside(schema, tables, state)
    yield from (each for each in _taken(connection, state) if each.section not in copies)


# Private
# -------

_KINDS: Final = {
    "v": "view", "m": "materialized view", "S": "sequence", "i": "index", "I": "index",
    "c": "type", "f": "foreign table",
}  # fmt: skip


def _copies(state: SplitState, schema: str) -> list[Relation]:
    """Its tables, if `migrate` made them, and each has the name of one that is to move there."""
    mark = state.marks.get(schema)
    there = [each for each in state.relations.values() if each.schema == schema and each.is_table]
    names = {each.name for each in there}
    to_move = {each.name for each in state.to_move if state.homes[each.oid] == schema}
    if (mark and mark.moved) or RECORD not in names or not names <= {RECORD, *to_move}:
        return []
    return [each for each in there if each.name != RECORD]


def _set_aside(schema: str, copies: list[Relation], state: SplitState) -> Finding:
    filled = sorted(each.name for each in copies if each.bytes)
    aside = f"{schema}_copy"
    rows = f"with rows in {listed(filled)}" if filled else "all empty"
    look = f", after a look whether {state.source} has those rows" if filled else ""
    return Finding(
        schema,
        f"{schema} has copies of what lies in {state.source} (tables: {len(copies)}), {rows}",
        f"put the copies aside{look}: ALTER SCHEMA {quoted(schema)} RENAME TO {quoted(aside)}. "
        f"The schema is made again. When all is split, and nothing in it is missed: "
        f"DROP SCHEMA {quoted(aside)} CASCADE",
    )


def _taken(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """A name that a table, or what it takes along, has in its shared schema."""
    names = [schema.name for schema in state.contract.schemas]
    taken = {
        (row["schema"], row["name"]): row["kind"]
        for row in asked(connection, "names", schemas=names)
    }
    along: dict[int, list[str]] = {}
    for row in asked(connection, "along", source=state.source):
        along.setdefault(row["oid"], []).append(row["name"])
    for each in state.to_move:
        schema = state.homes[each.oid]
        for name in (each.name, *along.get(each.oid, ())):
            if kind := taken.get((schema, name)):
                noun = _KINDS.get(kind, "table")
                of = "" if name == each.name else f", which {each.name} takes along"
                yield Finding(
                    schema,
                    f"{schema} has a {noun} {name} already{of}",
                    f"somebody made it there: ALTER {noun.upper()} {placed(schema, name)} RENAME "
                    "TO <another name>, or drop it if it is empty and nobody's",
                )
