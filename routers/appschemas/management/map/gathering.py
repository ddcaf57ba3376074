"""Gathering: the facts of a map, from the contract, the models, and a server where one answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from django.apps import apps as installed_apps

from appschemas.contract.contract import Contract
from appschemas.contract.cycles import cycles
from appschemas.contract.schema import Schema
from appschemas.integrity.discovery import home_of
from appschemas.management.map.before import keys_before
from appschemas.management.map.facts import Box, Facts, Line, Ring, State, Table
from appschemas.management.map.groups import groups_of
from appschemas.management.map.keys import keys_of
from appschemas.management.map.reading import Reading
from appschemas.management.map.rights import reads_of, roles_of

UNREAD = "The contract and the models alone: no database was asked."


def gather(
    contract: Contract, reading: Reading | None = None, *, title: str | None = None
) -> Facts:
    """Everything that a map of the contract shows.

    Args:
        contract: The whole contract.
        reading: What the servers said; None if they were not to be asked.
        title: Of the map; without it, the name of the database.
    """
    found = reading or Reading()
    groups = groups_of(schema.name for schema in contract.schemas)
    models = _models(contract)
    if found.databases:
        source = ", ".join(found.databases)
    else:
        source = UNREAD if reading is None else "The contract and the models alone."
    return Facts(
        title=title or ", ".join(found.names) or _name(contract),
        source=source,
        boxes=tuple(
            _box(schema, groups[schema.name], models[schema.name], found)
            for schema in contract.schemas
        ),
        keys=tuple(sorted(set(keys_of(contract)))),
        reads=tuple(reads_of(contract)),
        roles=roles_of(contract, found.version),
        rings=tuple(Ring(each.schemas, str(each), each.advice) for each in cycles(contract)),
        notes=tuple(found.notes),
        read_at=found.read_at,
    )


def gather_before(contract: Contract, *, title: str | None = None) -> Facts:
    """The tables of the models where all lie in one schema, and the foreign keys of that time."""
    facts = gather(contract, title=title)
    return replace(
        facts,
        source="Before the schemas: the foreign keys that the migrations had.",
        boxes=tuple(
            replace(box, states=(State.NOT_SPLIT,), lines=(), session="shared")
            for box in facts.boxes
        ),
        keys=keys_before(contract),
        reads=(),
        roles=(),
        rings=(),
    )


# Private
# -------


def _name(contract: Contract) -> str:
    return contract.path.name if contract.path else "Contract"


def _box(schema: Schema, group: str, models: dict[str, str], found: Reading) -> Box:
    states = set(found.states.get(schema.name, ()))
    if schema.pending:
        states = states - {State.IN_STEP} | {State.PENDING}
    states = states or {State.UNKNOWN}
    lines = [*found.lines.get(schema.name, ())]
    lines += [
        Line(f"{label} is still a foreign key", "make it an IdentityKey, in its model")
        for label in schema.pending
    ]
    return Box(
        name=schema.name,
        alias=schema.alias,
        group=group,
        apps=schema.apps,
        session="own" if schema.own else "shared",
        tables=tuple(_tables(schema, models, found)),
        states=tuple(each for each in State if each in states),
        lines=tuple(lines),
        publishes=schema.publishes,
        pending=schema.pending,
        retired=schema.retired,
    )


def _tables(schema: Schema, models: dict[str, str], found: Reading) -> Iterator[Table]:
    counts = {each.table: each for each in found.counts.get(schema.name, ())}
    for name in sorted({*models, *counts}):
        count = counts.get(name)
        yield Table(
            name,
            models.get(name, ""),
            count.rows if count else None,
            about=bool(count and count.about),
        )


def _models(contract: Contract) -> defaultdict[str, dict[str, str]]:
    """By schema, the label of the model of each table."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for model in installed_apps.get_models(include_auto_created=True):
        options = model._meta
        home = home_of(model, contract)
        if home and options.managed and not options.proxy and not options.swapped:
            found[home.name][options.db_table] = options.label
    return found
