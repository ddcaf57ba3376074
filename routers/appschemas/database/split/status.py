"""Status: where every schema stands, what is in the way and what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from appschemas.database.apply.blockers import Blocker
from appschemas.database.plan.changes import Finding
from appschemas.database.split.gate import old_sessions
from appschemas.database.split.history import has_history
from appschemas.database.split.keys import crossing, uncovered
from appschemas.database.split.planning import Left, left, notices, objects_to_move, stops
from appschemas.database.split.prepare import unprepared
from appschemas.database.split.state import SplitState


@dataclass(frozen=True, slots=True)
class SchemaStatus:
    """One schema, step by step.

    Attributes:
        prepared: Whether it is there and on every path.
        tables: How many it has, or will have, partitions included.
        moved: How many of them lie in it.
        bytes: Of their rows, indexes left out.
        rows: In all of them, as the planner estimates.
        others: Types, functions and views that are still to come.
        history: Whether it has its record of migrations.
        keys: Foreign keys of its tables that cross.
        checked: How many of those were dropped, their checks in their place.
        walled: Whether nothing is granted any more beyond the contract.
    """

    name: str
    prepared: bool
    tables: int
    moved: int
    bytes: int
    rows: int
    others: int
    history: bool
    keys: int
    checked: int
    walled: bool

    @property
    def is_split(self) -> bool:
        """Whether nothing of it is left to move or to swap."""
        return (
            self.prepared
            and self.history
            and self.tables == self.moved
            and self.keys == self.checked
            and not self.others
        )


@dataclass(frozen=True, slots=True)
class SplitStatus:
    """A database on its way; what is `left` stays where it is."""

    source: str
    is_begun: bool
    schemas: tuple[SchemaStatus, ...]
    left: tuple[Left, ...]
    stops: tuple[Finding, ...]
    notices: tuple[Finding, ...]
    sessions: tuple[Blocker, ...]
    compat_views: int
    uncovered: tuple[str, ...]

    @property
    def is_split(self) -> bool:
        return all(each.is_split for each in self.schemas) and not self.compat_views

    @property
    def next(self) -> str:
        """The command that goes on, and what must come before it."""
        if self.stops:
            return "what is named above, then: manage.py schema_split --apply"
        if self.is_split and not self.is_begun:
            return "manage.py schema_verify"
        if self.is_split and all(each.walled for each in self.schemas):
            return "manage.py schema_split --finish, after which nothing of it can be undone"
        if self.is_split:
            return (
                "manage.py schema_verify; then new code; when old code has stopped, for each "
                "schema: manage.py schema_split --wall SCHEMA"
            )
        if not self.is_begun and not self.source:
            return "manage.py schema_apply --apply, then: manage.py migrate"
        if self.sessions:
            return "restart what holds these sessions, then: manage.py schema_split --apply"
        return "manage.py schema_split --apply"


def status_of(
    connection: Connection[Any], state: SplitState, *, followed: bool = False
) -> SplitStatus:
    """Where a split stands; nothing is changed.

    Args:
        connection: Any login's.
        state: As it was read.
        followed: Whether somebody has said that subscribers move the tables, too.
    """
    return SplitStatus(
        source=state.source,
        is_begun=state.is_begun,
        schemas=tuple(_schemas(state)),
        left=tuple(left(state)),
        stops=tuple(stops(connection, state, followed=followed)) if state.to_move else (),
        notices=tuple(notices(connection, state)),
        sessions=tuple(old_sessions(connection, state, state.marks)),
        compat_views=len(state.compat_views),
        uncovered=tuple(uncovered(state)),
    )


# Private
# -------


def _schemas(state: SplitState) -> list[SchemaStatus]:
    # A copy is there beside the table itself, and is no other one.
    names = {(home, state.relations[oid].name) for oid, home in state.homes.items()}
    tables = Counter(home for home, _ in names)
    waiting = Counter(state.homes[each.oid] for each in state.to_move)
    size: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    for each in state.tables:
        size[state.homes[each.oid]] += each.bytes
        rows[state.homes[each.oid]] += each.rows
    others = Counter(state.object_homes[each.oid] for each in objects_to_move(state))
    # On the way back one may be there again and still be remembered.
    keys = {
        (state.homes[key.oid], state.relations[key.oid].name, key.name) for key in crossing(state)
    }
    gone = {
        (schema, key.table, key.name) for schema, mark in state.marks.items() for key in mark.keys
    } - keys
    waiting_keys, dropped = (Counter(schema for schema, *_ in each) for each in (keys, gone))
    unready = " ".join(unprepared(state))
    # Of a split that was ended, as of a database that never needed one, nothing is remembered.
    is_over = not state.is_begun and not state.source
    return [
        SchemaStatus(
            name=schema.name,
            prepared=schema.name in state.comments
            if is_over
            else f"schema {schema.name} " not in unready,
            tables=tables[schema.name],
            moved=tables[schema.name] - waiting[schema.name],
            bytes=size[schema.name],
            rows=rows[schema.name],
            others=others[schema.name],
            history=has_history(state, schema.name),
            keys=waiting_keys[schema.name] + dropped[schema.name],
            checked=dropped[schema.name],
            walled=bool(mark and mark.walled) or (is_over and schema.name in state.comments),
        )
        for schema in state.contract.schemas
        for mark in [state.marks.get(schema.name)]
    ]
