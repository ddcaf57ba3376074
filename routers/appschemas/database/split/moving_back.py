"""Moving back: the things of a schema go where they lay, each to whom it belonged."""

from __future__ import annotations

from collections import Counter
from typing import Final

from psycopg.sql import Identifier

from appschemas.database.apply.planning import EMPTY_PATH
from appschemas.database.split.moving import Thing, back, drop_view, revoke_all
from appschemas.database.split.steps import Steps
from appschemas.integrity.constraints.ddl import RoleStatement


def move_back(steps: Steps, holder: str) -> None:
    """Everything that the mark of a schema names, the last first, and what was made beside it."""
    views = {each.name: each for each in steps.state.compat_views}
    lies = {(each.schema, each.name): each for each in steps.state.relations.values()}
    # First what is remembered nowhere: whose it is to be, those tell that are still to go.
    moved = {**steps.mark(holder).moved, **_made_meanwhile(steps, holder)}
    for called, owner in reversed(list(moved.items())):
        # Tables lie where their mark is, and other things where it says.
        place, what = (holder, called)
        if not called.startswith("table "):
            place, _, what = called.partition("/")
        thing = _found(steps, Thing.read(what), place)
        statements: list[RoleStatement] = []
        if thing and thing.is_table and thing.name in views:
            view = views[thing.name]
            statements.append(drop_view(view.name, view.schema, view.owner))
        if thing is None or (thing.is_table and (place, thing.name) not in lies):
            steps.told(f"{what} is not in {place} any more: left out")
        else:
            if thing.kind in _RELATIONS:
                statements += _revokes(steps, thing, place)
            statements += back(thing, place, steps.state.source, owner)
        rest = {key: value for key, value in steps.mark(holder).moved.items() if key != called}
        statements.append(steps.remember(holder, moved=rest))
        steps.make(
            f"{what} -> {steps.state.source}", statements, having=(owner, steps.owner_of(place))
        )
    steps.look()


# Private
# -------

_RELATIONS: Final = ("table", "view", "materialized view", "sequence")


def _made_meanwhile(steps: Steps, schema: str) -> dict[str, str]:
    """The tables that migrations have made or renamed since the others moved, and whose they are.

    Their migrations go into old code's record, so they go to where old code looks for them.
    """
    mark = steps.mark(schema)
    every = [owner for each in steps.state.marks.values() for owner in each.moved.values()]
    back_already = [each.owner for each in steps.state.to_move]
    owners = Counter(mark.moved.values()) or Counter(every) or Counter(back_already)
    return {
        Thing.of(each).called: owner
        for each in steps.state.tables
        if each.schema == schema and each.name not in mark.there
        if Thing.of(each).called not in mark.moved
        for owner, _ in owners.most_common(1)
    }


def _found(steps: Steps, thing: Thing, schema: str) -> Thing | None:
    """A function by its name and its arguments, of which names may hold anything; None if gone."""
    if thing.kind != "function":
        return thing
    with steps.connection.transaction():
        steps.connection.execute(EMPTY_PATH)
        rows = steps.asked("routine", schema=schema, called=thing.name)
    return Thing("function", rows[0]["name"], rows[0]["arguments"]) if rows else None


def _revokes(steps: Steps, thing: Thing, schema: str) -> list[RoleStatement]:
    """What the contract's roles hold on a table, and on the sequences that go along."""
    roles = [
        role
        for each in steps.contract.schemas
        for role in (each.rw, each.ro, each.keys)
        if each.name in steps.state.comments
    ]
    oid = next(each.oid for each in steps.state.relations.values()
               if (each.schema, each.name) == (schema, thing.name))  # fmt: skip
    along = [each.name for each in steps.state.relations.values() if each.owned_by == oid]
    return [
        revoke_all(Identifier(schema, thing.name), thing.kind, roles),
        *(revoke_all(Identifier(schema, name), "sequence", roles) for name in along),
    ]
