"""Facts: what a map shows, as values; where each came from is another module's matter."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How a schema stands, the worst first; it may be several at once."""

    ORPHANS = "orphans"
    DRIFT = "drift"
    NOT_SPLIT = "not split"
    SPLITTING = "being split"
    PENDING = "pending"
    UNKNOWN = "not looked at"
    IN_STEP = "in step"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `rows` is None where nobody counted, and `about` says the planner expects them."""

    name: str
    model: str = ""
    rows: int | None = None
    about: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A column that holds the key of a table.

    `kind` is "identity key", "pending" for a foreign key that has still to become one, or
    "foreign key" for one inside of its schema.
    """

    schema: str
    table: str
    column: str
    to_schema: str
    to_table: str
    to_column: str
    on_delete: str
    kind: str

    @property
    def crosses(self) -> bool:
        """Whether it leaves its schema."""
        return self.schema != self.to_schema


@dataclass(frozen=True, slots=True, order=True)
class Read:
    """What the statements of a schema may SELECT of another; `what` is empty for all of it."""

    schema: str
    of: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Right:
    """What a role may do in a schema; `level` is "owns", "writes", "reads" or "keys"."""

    schema: str
    level: str
    what: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role, the roles that it may act as, and what it may do itself."""

    name: str
    login: bool
    purpose: str
    schema: str = ""
    acts_as: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what is out of step, and what to do about it."""

    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A schema as the map shows it."""

    name: str
    alias: str
    group: str
    apps: tuple[str, ...]
    session: str
    tables: tuple[Table, ...]
    states: tuple[State, ...]
    lines: tuple[Line, ...] = ()
    publishes: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    retired: str = ""

    @property
    def rows(self) -> int | None:
        """Of all its tables; None where nobody counted."""
        counted = [table.rows for table in self.tables if table.rows is not None]
        return sum(counted) if counted else None

    @property
    def about(self) -> bool:
        """Whether some of the rows are as many as the planner expects."""
        return any(table.about for table in self.tables)


@dataclass(frozen=True, slots=True)
class Ring:
    """Schemas that lead to each other over keys, and where that would best be broken."""

    schemas: tuple[str, ...]
    way: str
    advice: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a map shows; `source` says what was looked at, `read_at` when, if at a server."""

    title: str
    source: str
    boxes: tuple[Box, ...]
    keys: tuple[Key, ...]
    reads: tuple[Read, ...]
    roles: tuple[Role, ...]
    rings: tuple[Ring, ...] = ()
    notes: tuple[Line, ...] = ()
    read_at: str = ""

    def as_json(self) -> dict[str, Any]:
        """The same as plain values."""
        values = asdict(self)
        for box, shown in zip(self.boxes, values["boxes"], strict=True):
            shown["rows"], shown["about"] = box.rows, box.about
        return values
