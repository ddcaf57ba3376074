"""Copies: tables that somebody made in their schemas, while the project's own lie elsewhere.

Commands that did not know of a shared schema made one beside each of its tables.
"""

from __future__ import annotations

from appschemas.database.plan.changes import Finding, listed, quoted
from appschemas.database.split.relations import Relation
from appschemas.database.split.state import RECORD, SplitState


def copies(state: SplitState) -> dict[str, Finding]:
    """By schema, how its tables get out of the way, where all are copies of what is to move there.

    Args:
        state: Where the split stands.
    """
    return {
        schema.name: _put_aside(schema.name, tables, state)
        for schema in state.contract.schemas
        if (tables := _copies(state, schema.name))
    }


# Private
# -------


def _copies(state: SplitState, schema: str) -> list[Relation]:
    """Its tables, if `migrate` made them, and each has the name of one that is to move there."""
    mark = state.marks.get(schema)
    there = [each for each in state.relations.values() if each.schema == schema and each.is_table]
    names = {each.name for each in there}
    to_move = {each.name for each in state.to_move if state.homes[each.oid] == schema}
    if (mark and mark.moved) or RECORD not in names or not names <= {RECORD, *to_move}:
        return []
    return [each for each in there if each.name != RECORD]


def _put_aside(schema: str, tables: list[Relation], state: SplitState) -> Finding:
    filled = sorted(each.name for each in tables if each.bytes)
    aside = f"{schema}_copy"
    rows = f"with rows in {listed(filled)}" if filled else "all empty"
    look = f", after a look whether {state.source} has those rows" if filled else ""
    return Finding(
        schema,
        f"{schema} has copies of what lies in {state.source} (tables: {len(tables)}), {rows}",
        f"put the copies aside{look}: ALTER SCHEMA {quoted(schema)} RENAME TO {quoted(aside)}. "
        f"The schema is made again. When all is split, and nothing in it is missed: "
        f"DROP SCHEMA {quoted(aside)} CASCADE",
    )
