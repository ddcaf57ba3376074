"""Mortal movers: runs that end in the middle of a step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import psycopg
from psycopg.sql import Composable

from appschemas.database.split.owners_code import Touched
from appschemas.database.split.steps import Steps
from appschemas.integrity.constraints.ddl import RoleStatement

# Is given the statement that would come next, and the connection.
End: TypeAlias = Callable[[psycopg.Connection[Any], Composable], None]

CONTRACT: Final = "the contract"
# As the steps of a mover begin; the rest of each is names.
KINDS: Final = (
    CONTRACT, "table", "view", "foreign key", "validate", "drop the check", "record", "schema",
    "search_path", "grant USAGE", "grant the owners", "revoke USAGE", "revoke the owners",
)  # fmt: skip
# Told as well, and no step.
_WAITS: Final = "waiting for "
_NOTHING: Final = Touched()
_AGAIN: Final = " is there again"


def kind_of(step: str) -> str:
    """What a step does, without the names; all of it where that is not known."""
    step = step.partition(" (")[0]
    kind = next((each for each in KINDS if step.startswith(each)), step)
    return kind + _AGAIN if step.endswith(_AGAIN) else kind


@dataclass
class Dying:
    """When a run ends.

    Attributes:
        place: At which statement of the contract, where it ends there; in other steps at the first.
        spared: Kinds of steps in which it does not; None: in the first of a run, and no others.
        may_end: Whether it does at all.
        step: The kind of the one that is being made.
        made: The kinds of those that were.
    """

    place: int
    spared: Collection[str] | None
    may_end: bool = True
    step: str = CONTRACT
    made: set[str] = field(default_factory=set)
    _sent: int = 0
    _end: End | None = None

    def by(self, end: End) -> Dying:
        """The same, with how it ends."""
        self._end = end
        return self

    def begins(self, step: str) -> None:
        """One is to be made."""
        self.step, self._sent = kind_of(step), 0

    def has_made(self, step: str) -> None:
        """One is over; until the next begins, what is sent is the contract's."""
        if not step.startswith(_WAITS):
            self.made.add(kind_of(step))
            self.step, self._sent = CONTRACT, 0

    def comes(self, connection: psycopg.Connection[Any], query: Composable) -> None:
        """A statement would be sent."""
        self._sent += 1
        due = bool(self.made) if self.spared is None else self.step not in self.spared
        place = self.place if self.step == CONTRACT else 1
        if self.may_end and due and self._sent >= place and self._end:
            self._end(connection, query)


class MortalConnection:
    """A connection that may end before a statement that it composes."""

    def __init__(self, connection: psycopg.Connection[Any], dying: Dying) -> None:
        self._connection, self._dying = connection, dying

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, Composable):
            self._dying.comes(self._connection, query)
        return self._connection.execute(query, *args, **kwargs)


@dataclass
class MortalSteps(Steps):
    """A run that says which step it begins."""

    dying: Dying = field(default_factory=lambda: Dying(1, None))

    def make(
        self,
        what: str,
        statements: Iterable[RoleStatement],
        having: Iterable[str] = (),
        touched: Touched = _NOTHING,
    ) -> None:
        self.dying.begins(what)
        super().make(what, statements, having, touched)
