"""A writer of the child against a writer of the parent, over both kinds of keys."""
# ruff: noqa: S608 - names and numbers of this module's own

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count, product
from typing import Any, Final

import psycopg

from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.references import key_constraints_of
from tests.tools.pairs import MODES, Mode, reference, refused, run
from tests.tools.stepping import Said, Session, Stage, interleavings
from tests.tools.walls import Wall, built

LEVELS: Final = ("READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE")
# Both are after the parent `goal`. The child `own` holds `other`, or lets `goal` go.
CHILD: Final = {
    "insert": "INSERT INTO {child} VALUES ({new}, {goal})",
    "update": "UPDATE {child} SET key = {goal} WHERE id = {own}",
    "upsert": "INSERT INTO {child} VALUES ({own}, {goal})"
    " ON CONFLICT (id) DO UPDATE SET key = excluded.key",
    "let-go": "UPDATE {child} SET key = {other} WHERE id = {own}",
    "drop": "DELETE FROM {child} WHERE id = {own}",
}
LETTING_GO: Final = ("let-go", "drop")
PARENT: Final = {
    "delete": "DELETE FROM {parent} WHERE id = {goal}",
    "rekey": "UPDATE {parent} SET id = {new} WHERE id = {goal}",
}
ROWS: Final = """
INSERT INTO {parent} SELECT 10 * g FROM generate_series({first}, {last}) g;
INSERT INTO {parent} SELECT 10 * g + 1 FROM generate_series({first}, {last}) g;
INSERT INTO {child} SELECT 10 * g, 10 * g + {held} FROM generate_series({first}, {last}) g;
"""
ORPHANS: Final = """
SELECT key / 10 FROM {child} c WHERE NOT EXISTS (SELECT FROM {parent} p WHERE p.id = c.key)
"""


@dataclass(frozen=True, slots=True)
class Race:
    """A writer of the child against a writer of the parent, each at its isolation level."""

    child: str
    parent: str
    child_level: str
    parent_level: str

    def __str__(self) -> str:
        levels = "/".join(
            "".join(word[0] for word in level.split()).lower()
            for level in (self.child_level, self.parent_level)
        )
        return f"{self.child}-{self.parent}-{levels}"

    def steps(self, names: dict[str, Any], *, deferred: bool) -> dict[str, list[bytes]]:
        """What each does, one round trip a step."""
        return {
            "c": list(_steps(CHILD[self.child].format(**names), self.child_level, deferred)),
            "p": list(_steps(PARENT[self.parent].format(**names), self.parent_level, deferred)),
        }


ASK: Final = b"SET CONSTRAINTS ALL IMMEDIATE"
RACES: Final = tuple(Race(*each) for each in product(CHILD, PARENT, LEVELS, LEVELS))
# What both said, by the order of their steps.
Ends = dict[str, dict[str, Said]]


@dataclass
class Theatre:
    """Tables of each kind, and the sessions that write to them."""

    wall: Wall
    login: dict[str, Any]
    stage: Stage
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    natives: dict[tuple[Race, bool], Ends] = field(default_factory=dict)

    def native(self, race: Race, *, deferred: bool) -> Ends:
        """How the race ends over a native foreign key."""
        if (race, deferred) not in self.natives:
            tables = self.tables("native", Mode("row", deferred))
            self.natives[race, deferred], _ = self.run(race, tables, deferred=deferred)
        return self.natives[race, deferred]

    def checked(self, race: Race, mode: Mode) -> tuple[Ends, list[str]]:
        """How it ends over an identity key, and the orders that left an orphan."""
        return self.run(race, self.tables("checked", mode), deferred=bool(mode.deferrable))

    def tables(self, kind: str, mode: Mode) -> dict[str, str]:
        return {
            each: f'"{self.wall.prefix}_{schema}"."{kind}_{each} {mode}"'
            for each, schema in (("parent", "hub"), ("child", "app"))
        }

    def run(self, race: Race, tables: dict[str, str], *, deferred: bool) -> tuple[Ends, list[str]]:
        steps = race.steps(_named(0, tables), deferred=deferred)
        orders = list(interleavings("c", len(steps["c"]), "p", len(steps["p"])))
        numbered = {next(self.numbers): order for order in orders}
        observer = self.stage.observer
        observer.execute("SET session_replication_role = replica")
        held = 0 if race.child in LETTING_GO else 1
        observer.execute(ROWS.format(first=min(numbered), last=max(numbered), held=held, **tables))
        observer.execute("RESET session_replication_role")
        ends = {
            order: self.stage.play(order, race.steps(_named(number, tables), deferred=deferred))
            for number, order in numbered.items()
        }
        orphans = [numbered[number] for (number,) in observer.execute(ORPHANS.format(**tables))]
        return ends, orphans

    def parent(self, mode: Mode) -> tuple[int, dict[str, str]]:
        """A committed parent that nobody holds, and the tables of identity keys."""
        tables, number = self.tables("checked", mode), next(self.numbers)
        self.stage.observer.execute(f"INSERT INTO {tables['parent']} VALUES ({10 * number})")
        return 10 * number, tables

    @contextmanager
    def company(self, names: str) -> Iterator[Stage]:
        """A stage with more sessions."""
        with ExitStack() as opened:
            yield Stage({name: self.session(opened) for name in names}, self.stage.observer)

    def session(self, opened: ExitStack) -> Session:
        return Session(opened.enter_context(psycopg.connect(**self.login)))


@contextmanager
def opened(server: dict[str, Any]) -> Iterator[Theatre]:
    """The tables of all modes in a database of their own, two sessions and an observer."""
    with built(server) as wall, ExitStack() as sessions:
        wall.apply()
        login = {
            **server,
            "dbname": wall.prefix,
            "prepare_threshold": None,
            "options": "-c deadlock_timeout=20ms",
        }
        theatre = Theatre(wall, login, Stage({}, wall.connection))
        theatre.stage = Stage(
            {"c": theatre.session(sessions), "p": theatre.session(sessions)}, wall.connection
        )
        for mode in MODES:
            _make(theatre, mode)
        yield theatre


def refusals(said: dict[str, Said]) -> tuple[str, ...]:
    """What the writer of the child was refused, and what that of the parent."""
    return tuple(" ".join(refused(said[name])) for name in "cp")


# Private
# -------


def _steps(write: str, level: str, deferred: bool) -> Iterator[bytes]:
    if level == "READ COMMITTED":
        # It takes no snapshot that outlives a statement.
        yield f"BEGIN ISOLATION LEVEL {level}; {write}".encode()
    else:
        yield f"BEGIN ISOLATION LEVEL {level}; SELECT 1".encode()
        yield write.encode()
    if deferred:
        yield ASK
    yield b"COMMIT"


def _named(number: int, tables: dict[str, str]) -> dict[str, Any]:
    goal = 10 * number
    return {**tables, "goal": goal, "other": goal + 1, "new": goal + 2, "own": goal}


def _make(theatre: Theatre, mode: Mode) -> None:
    wall = theatre.wall
    for kind in ("native", "checked"):
        tables = theatre.tables(kind, mode)
        wall.run(
            "SET ROLE {hub_owner};"
            + f"CREATE TABLE {tables['parent']} (id bigint PRIMARY KEY, name text);"
            + "SET ROLE {app_owner};"
            + f"CREATE TABLE {tables['child']} (id bigint PRIMARY KEY, key bigint);"
            + f"CREATE INDEX ON {tables['child']} (key); RESET ROLE"
        )
        if kind == "native":
            wall.run(
                f"ALTER TABLE {tables['child']} ADD FOREIGN KEY (key)"
                f" REFERENCES {tables['parent']} {mode.native}"
            )
    (hub, app) = (f"{wall.prefix}_hub", f"{wall.prefix}_app")
    for constraint in key_constraints_of(
        [
            reference(
                mode,
                app,
                f"checked_child {mode}",
                hub,
                f"checked_parent {mode}",
                "id",
                "key",
                "bigint",
            )
        ]
    ):
        run(wall, key_triggers.create(constraint, wall.contract, validate=True))
