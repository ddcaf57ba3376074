"""Maps of any size, without a database: what a page must bear."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any, Final

from appschemas.management.map.facts import (
    Box,
    Facts,
    Key,
    Line,
    Read,
    Right,
    Ring,
    Role,
    State,
    Table,
)

# What may stand in a name of PostgreSQL's, and ends or begins something elsewhere.
NAMES: Final = (
    "</script><script>window.broken = 1</script>",
    "\"quoted\" & 'single' <b>bold</b>",
    "naïve_ünïcode_表_🐘",
    "line\u2028and\u2029par",
    "<!-- <script>",
    "${program} $facts \\u003c {{ x }}",
)

# The two elements of a page that hold something: what it shows, and what it runs.
ELEMENT: Final = re.compile(
    r'<script(?: type="application/json" id="facts")?>(.*?)</script>', re.DOTALL
)


def facts_in(page: str) -> Any:
    """What a page was given."""
    return json.loads(ELEMENT.findall(page)[0])


def map_of(count: int, *, seed: int = 1, groups: int = 8) -> Facts:
    """So many schemas around a few hubs, with keys, reads, a cycle and every state."""
    random = Random(seed)
    names = [f"{_WORDS[number % groups]}_app_{number:02}" for number in range(count)]
    keys = sorted(set(_keys(names, random)))
    reads = tuple(Read(names[-1], name) for name in names[:2])
    states = [State.IN_STEP] * 5 + [State.PENDING, State.DRIFT, State.ORPHANS, State.UNKNOWN]
    return Facts(
        title=f"{count} schemas",
        source="Made up",
        boxes=tuple(
            _box(name, states[number % len(states)], random) for number, name in enumerate(names)
        ),
        keys=tuple(keys),
        reads=reads,
        roles=(*_logins(names), *(role for name in names for role in _roles(name))),
        rings=(Ring((names[0], names[1]), f"{names[0]} -> {names[1]} -> {names[0]}", "break it"),),
        read_at="2026-01-01 00:00 UTC",
    )


def hostile() -> Facts:
    """Every name is one that would break a page that took it for markup."""
    boxes = tuple(
        Box(
            name,
            f"alias {name}",
            "",
            (f"app {name}",),
            "shared",
            (Table(f"table {name}", f"model {name}", 3),),
            (State.DRIFT,),
            (Line(f"line {name}", f"hint {name}"),),
        )
        for name in NAMES
    )
    keys = tuple(
        Key(name, f"table {name}", f"column {name}", NAMES[0], f"table {NAMES[0]}", "id", "CASCADE",
            "identity key")
        for name in NAMES[1:]
    )  # fmt: skip
    roles = tuple(
        Role(f"role {name}", True, name, name, (), (Right(name, "writes", name),)) for name in NAMES
    )
    notes = tuple(Line(f"note {name}") for name in NAMES)
    return Facts(f"Title {NAMES[0]}", NAMES[1], boxes, keys, (), roles, notes=notes)


# Private
# -------

_WORDS: Final = ("boost", "cppa", "wg21", "shop", "news", "mail", "lab", "data")


def _keys(names: list[str], random: Random) -> Iterator[Key]:
    hubs = names[: max(1, len(names) // 12)]
    for number, name in enumerate(names[1:], start=1):
        for hub in {random.choice(hubs), names[random.randrange(number)]} - {name}:
            if random.random() < 0.8:
                column = f"{hub.rpartition('_')[2]}_{random.randrange(3)}_id"
                action = random.choice(("CASCADE", "PROTECT", "SET_NULL"))
                yield Key(
                    name, f"{name}_item", column, hub, f"{hub}_item", "id", action, "identity key"
                )
    for one, other in ((names[0], names[1]), (names[1], names[0])):
        yield Key(
            one, f"{one}_item", "peer_id", other, f"{other}_item", "id", "CASCADE", "identity key"
        )


def _box(name: str, state: State, random: Random) -> Box:
    tables = tuple(
        Table(f"{name}_{word}", f"{name}.{word.title()}", random.randrange(10**6))
        for word in ("item", "note", "tag")
    )
    lines = (Line("~ enable trigger x", "manage.py schema_apply"),) if state is State.DRIFT else ()
    group = name.partition("_")[0]
    return Box(name, name, group, (name,), "shared", tables, (state,), lines)


def _logins(names: list[str]) -> Iterator[Role]:
    yield Role(
        "app", True, "The running application logs in as it.", "", tuple(f"{n}_rw" for n in names)
    )
    yield Role(
        "migrator", True, "migrate logs in as it.", "", tuple(f"{name}_owner" for name in names)
    )


def _roles(name: str) -> Iterator[Role]:
    yield Role(
        f"{name}_owner", False, f"Owns {name}.", name, (), (Right(name, "owns", "owns the schema"),)
    )
    yield Role(
        f"{name}_rw", False, f"Reads and writes {name}.", name, (),
        (Right(name, "writes", "SELECT, INSERT, UPDATE, DELETE on every table"),),
    )  # fmt: skip
