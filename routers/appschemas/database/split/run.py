"""The run: from a shared schema to the contract's, and back; each run goes on where one stopped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from appschemas.database.plan.changes import Finding
from appschemas.database.split.gate import old_sessions, wait_for_sessions
from appschemas.database.split.history import copy_history, give_history_back
from appschemas.database.split.keys import drop_keys, restore_keys
from appschemas.database.split.moving import Thing, compat_view, drop_view, forward
from appschemas.database.split.moving_back import move_back
from appschemas.database.split.planning import objects_to_move, stops, stops_of_undo
from appschemas.database.split.prepare import apply_contract, narrow, prepare
from appschemas.database.split.refusals import refuse_changed_contract, refuse_nothing
from appschemas.database.split.relations import Relation
from appschemas.database.split.steps import Steps
from appschemas.database.split.wall import take_down
from appschemas.exceptions import AppSchemasError, NotSplit


@dataclass(frozen=True, slots=True)
class Choices:
    """What is asked of a run.

    Attributes:
        only: The name of the schema to move; empty for all.
        compat_views: Do not wait for sessions with an old path: leave a view where a table was.
        subscribers_moved: Somebody has moved the tables of subscribers, or will.
        passwords: Of the contract's logins that are made.
    """

    only: str = ""
    compat_views: bool = False
    subscribers_moved: bool = False
    passwords: Mapping[str, str] | None = None


def split(steps: Steps, choices: Choices) -> None:
    """Move, and put checks in the place of the foreign keys that then cross.

    Raises:
        NotSplit: there is nothing to split.
        LockNotGranted: somebody held a lock for too long.
        AppSchemasError: something is in the way; what was made stays.
    """
    refuse_nothing(steps)
    refuse_changed_contract(steps)
    with steps.alone():
        steps.look()
        _refuse_stops(steps, choices)
        prepare(steps, choices.passwords or {})
        schemas = [choices.only] if choices.only else list(steps.state.marks)
        if not choices.compat_views and any(steps.state.to_move):
            wait_for_sessions(steps, schemas)
        _move_tables(steps, choices)
        _drop_views(steps)
        _move_objects(steps, choices.only)
        copy_history(steps, choices.only)
        apply_contract(steps)
        drop_keys(steps)


def unsplit(steps: Steps, only: str = "", *, subscribers_moved: bool = False) -> None:
    """Put everything back; what was made beside it for the contract stays until it is removed.

    Args:
        only: The name of the schema to put back; empty for all.
        subscribers_moved: Somebody has moved the tables of subscribers back, or will.

    Raises:
        NotSplit: nothing was moved.
        LockNotGranted: somebody held a lock for too long.
        AppSchemasError: the server does not allow it; the next run goes on from there.
    """
    refuse_changed_contract(steps)
    if not steps.state.is_begun:
        raise NotSplit("Nothing was split here: there is nothing to undo.")
    with steps.alone():
        steps.look()
        schemas = {only} if only else set(steps.state.marks)
        if not subscribers_moved:
            _refuse(stops_of_undo(steps.connection, steps.state, sorted(schemas)))
        for schema in sorted(schemas & set(steps.state.marks)):
            if steps.mark(schema).walled:
                take_down(steps, schema)
        restore_keys(steps, schemas)
        for schema in sorted(schemas & set(steps.state.marks), reverse=True):
            move_back(steps, schema)
            give_history_back(steps, schema)
        if any(mark.moved or mark.history for mark in steps.state.marks.values()):
            return
        narrow(steps)
        for schema in sorted(steps.state.marks):
            steps.make(f"schema {schema} is as it was prepared", [steps.forget(schema)])
        steps.look()


# Private
# -------


def _refuse_stops(steps: Steps, choices: Choices) -> None:
    if not steps.state.to_move:
        return
    _refuse(
        each
        for each in stops(steps.connection, steps.state, followed=choices.subscribers_moved)
        if choices.only in ("", each.section) or not each.section
    )


def _refuse(findings: Iterable[Finding]) -> None:
    if found := list(findings):
        lines = "\n".join(f"  {each.text}\n      {each.hint}" for each in found)
        raise AppSchemasError(f"No table was moved: first this must be done:\n{lines}")


def _move_tables(steps: Steps, choices: Choices) -> None:
    state = steps.state
    views = choices.compat_views and bool(old_sessions(steps.connection, state, state.marks))
    for each in state.to_move:
        schema = state.homes[each.oid]
        if choices.only in ("", schema):
            _move_table(steps, each, schema, with_view=views)
    steps.look()


def _move_table(steps: Steps, each: Relation, schema: str, *, with_view: bool) -> None:
    source, thing = steps.state.source, Thing.of(each)
    statements = [*forward(thing, source, schema, steps.owner_of(schema))]
    if with_view:
        grants = [
            (row["role"], row["privileges"]) for row in steps.asked("grants_of", oid=each.oid)
        ]
        statements += compat_view(each.name, source, schema, each.owner, grants)
    moved = {**steps.mark(schema).moved, thing.called: each.owner}
    statements.append(steps.remember(schema, moved=moved))
    steps.make(
        f"table {each.name} -> {schema}", statements, having=(each.owner, steps.owner_of(schema))
    )


def _drop_views(steps: Steps) -> None:
    """The views go when every session finds the tables themselves."""
    if not steps.state.compat_views:
        return
    if old_sessions(steps.connection, steps.state, steps.state.marks):
        return
    for view in steps.state.compat_views:
        steps.make(f"view {view.name} goes", [drop_view(view.name, view.schema, view.owner)])
    steps.look()


def _move_objects(steps: Steps, only: str) -> None:
    """Types, functions and views have no form that would stand in for them."""
    if old_sessions(steps.connection, steps.state, steps.state.marks):
        return
    while waiting := objects_to_move(steps.state, only):
        each = waiting[0]
        schema, thing = steps.state.object_homes[each.oid], Thing.of(each)
        owner = steps.owner_of(schema)
        holder = schema if schema in steps.state.marks else next(iter(steps.state.marks))
        moved = {**steps.mark(holder).moved, f"{schema}/{thing.called}": each.owner}
        remembered = steps.remember(holder, moved=moved)
        steps.make(
            f"{thing.called} -> {schema}",
            [*forward(thing, steps.state.source, schema, owner), remembered],
            having=(each.owner, owner),
        )
        # A function is called by its arguments, whose types may have gone before it.
        steps.look()
