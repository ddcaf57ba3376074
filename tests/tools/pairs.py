"""The same tables twice, held by native foreign keys and by identity keys."""
# ruff: noqa: S608 - names of the tests' own

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from appschemas.integrity.constraints import key_triggers
from appschemas.integrity.references import KeyConstraint, Reference, key_constraints_of
from tests.tools.walls import Wall


@dataclass(frozen=True, slots=True)
class Mode:
    """A flavour of the check, and when it looks."""

    check_each: str
    deferrable: bool

    def __str__(self) -> str:
        return f"{self.check_each}-{'deferred' if self.deferrable else 'immediate'}"

    @property
    def native(self) -> str:
        """The native foreign key to measure it by."""
        return "DEFERRABLE INITIALLY DEFERRED" if self.deferrable else "NOT DEFERRABLE"


MODES: Final = (Mode("row", True), Mode("row", False), Mode("statement", False))


@dataclass(frozen=True, slots=True)
class Key:
    """A column that holds keys; tables are written `app.child`."""

    child: str = "app.child"
    column: str = "key"
    parent: str = "hub.parent"
    referenced_column: str = "id"
    type: str = "bigint"


@dataclass(frozen=True, slots=True)
class Layout:
    """Tables, the keys between them, and rows to begin with; SQL is in `{hub}` and `{app}`."""

    name: str
    tables: str
    rows: str
    keys: tuple[Key, ...] = (Key(),)
    compared: tuple[str, ...] = ("hub.parent", "app.child")

    def __str__(self) -> str:
        return self.name

    def takes(self, mode: Mode) -> bool:
        """Whether its tables can be checked so."""
        return mode.check_each == "row" or "PARTITION BY" not in self.tables


@dataclass(frozen=True, slots=True)
class Copy:
    """COPY .. FROM STDIN as a step of a program."""

    table: str
    rows: tuple[tuple[Any, ...], ...]
    types: tuple[str, ...] = ("int8", "int8")
    binary: bool = False

    def __str__(self) -> str:
        return f"COPY {self.table} FROM STDIN ({'binary' if self.binary else 'text'}) {self.rows}"


Step = str | Copy


@dataclass(frozen=True, slots=True)
class Outcome:
    """What each statement said, a SQLSTATE or a command tag with its count, and what is left."""

    said: tuple[str, ...]
    left: Mapping[str, list[tuple[Any, ...]]]

    @property
    def refused(self) -> tuple[str, ...]:
        """The SQLSTATEs among what was said."""
        return refused(self.said)


@dataclass
class Side:
    """One of the two: a connection, and what `{hub}` and `{app}` stand for on it."""

    connection: psycopg.Connection[Any]
    names: dict[str, Identifier]
    compared: tuple[str, ...] = ()
    constraints: dict[str, Composed] = field(default_factory=dict)

    def execute(self, statements: str) -> psycopg.Cursor[Any]:
        """Run SQL that may not fail."""
        return self.connection.execute(SQL(statements).format(**self.names))

    def outcome(self, program: Sequence[Step], *, alone: bool = False) -> Outcome:
        """Run a program as one transaction, or each of its statements as one of its own."""
        steps = [*program] if alone else ["BEGIN", *program, "COMMIT"]
        said = tuple(self.say(step) for step in steps)
        if self.connection.info.transaction_status:
            said += (self.say("ROLLBACK"),)
        return Outcome(said, {table: self.rows(table) for table in self.compared})

    def say(self, step: Step) -> str:
        """The SQLSTATE or the command tag."""
        cursor = self.connection.cursor()
        try:
            if isinstance(step, Copy):
                self._copy(cursor, step)
            else:
                cursor.execute(SQL(step).format(**self.names, **self.constraints))
        except psycopg.Error as error:
            return error.sqlstate or repr(error)
        return cursor.statusmessage or ""

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        schema, _, name = table.partition(".")
        statement = SQL("SELECT * FROM {}.{} AS t ORDER BY t").format(
            self.names[schema], Identifier(name)
        )
        return self.connection.execute(statement).fetchall()

    # Private
    # -------

    def _copy(self, cursor: psycopg.Cursor[Any], step: Copy) -> None:
        form = " (FORMAT binary)" if step.binary else ""
        statement = SQL("COPY " + step.table + " FROM STDIN" + form).format(**self.names)
        with cursor.copy(statement) as copy:
            if step.binary:
                copy.set_types(step.types)
            for row in step.rows:
                copy.write_row(row)


@dataclass
class Pair:
    """The tables of one layout on both sides."""

    native: Side
    checked: Side

    def outcomes(self, program: Sequence[Step], *, alone: bool = False) -> tuple[Outcome, Outcome]:
        """What the foreign key made of a program, and what the identity key did."""
        return (
            self.native.outcome(program, alone=alone),
            self.checked.outcome(program, alone=alone),
        )


class Pairs:
    """Makes pairs in one database, one at a time."""

    def __init__(self, wall: Wall, other: psycopg.Connection[Any]) -> None:
        self.wall = wall
        names = wall._names()
        self.native = Side(other, {**names, "hub": Identifier("n_hub"), "app": Identifier("n_app")})
        self.checked = Side(wall.connection, names)
        self._made: tuple[Layout, Mode] | None = None
        self.key_constraints: tuple[KeyConstraint, ...] = ()
        self.native.execute(
            "CREATE SCHEMA {hub} AUTHORIZATION {hub_owner};"
            "CREATE SCHEMA {app} AUTHORIZATION {app_owner}"
        )

    def pair(self, layout: Layout, mode: Mode, *, anew: bool = False) -> Pair:
        """The tables of `layout` as they were at first; `anew` after they were altered."""
        if anew or self._made != (layout, mode):
            self._make(layout, mode)
        for side in (self.native, self.checked):
            # No trigger has a say in what a program begins with.
            tables = "; ".join(f"DELETE FROM {_placed(table)}" for table in layout.compared)
            side.execute(
                f"SET session_replication_role = replica; {tables}; {layout.rows};"
                " RESET session_replication_role"
            )
        return Pair(self.native, self.checked)

    def drop(self) -> None:
        """Drop all tables of both sides, and the checks."""
        if self._made is None:
            return
        for constraint in self.key_constraints:
            run(self.wall, key_triggers.drop(constraint, self.wall.contract))
        for side in (self.native, self.checked):
            for schema in ("hub", "app"):
                self._drop_contents(side, schema)
        self._made = None

    # Private
    # -------

    def _make(self, layout: Layout, mode: Mode) -> None:
        self.drop()
        self._made = layout, mode
        self.key_constraints = key_constraints_of(self._references(layout, mode))
        for side in (self.native, self.checked):
            side.compared = layout.compared
            side.execute(f"{layout.tables}; RESET ROLE")
        for key in layout.keys:
            self.native.execute(
                f"ALTER TABLE {_placed(key.child)} ADD FOREIGN KEY ({key.column})"
                f" REFERENCES {_placed(key.parent)} ({key.referenced_column}) {mode.native}"
            )
        for constraint in self.key_constraints:
            run(self.wall, key_triggers.create(constraint, self.wall.contract, validate=True))
        for side, kind in ((self.native, "f"), (self.checked, "t")):
            side.constraints = {"names": _constraints(side, kind)}

    def _references(self, layout: Layout, mode: Mode) -> Iterator[Reference]:
        for key in layout.keys:
            schema, _, child = key.child.partition(".")
            referenced_schema, _, parent = key.parent.partition(".")
            yield reference(
                mode,
                f"{self.wall.prefix}_{schema}",
                child,
                f"{self.wall.prefix}_{referenced_schema}",
                parent,
                key.referenced_column,
                key.column,
                key.type,
            )

    def _drop_contents(self, side: Side, schema: str) -> None:
        name = side.names[schema]
        for kind, query in _CONTENTS.items():
            found = side.connection.execute(query, [name.as_string(None).strip('"')]).fetchall()
            for (each,) in found:
                side.connection.execute(
                    SQL("DROP {} IF EXISTS {}.{} CASCADE").format(SQL(kind), name, Identifier(each))
                )


def reference(mode: Mode, *names: str) -> Reference:
    """An edge that is checked in this mode."""
    return Reference(*names, check_each=mode.check_each, deferrable=mode.deferrable)


def run(wall: Wall, statements: Iterator[Any]) -> None:
    """Run statements as the roles that they are for."""
    with wall.connection.transaction():
        for statement in statements:
            wall.connection.execute(SQL("SET ROLE {}").format(Identifier(statement.role)))
            wall.connection.execute(statement.sql)
        wall.connection.execute("RESET ROLE")


def refused(said: Iterable[str]) -> tuple[str, ...]:
    """The SQLSTATEs among what was said; 25P02 only repeats an earlier one."""
    return tuple(word for word in said if _STATE.fullmatch(word) and word not in ("25P02", "BEGIN"))


# Private
# -------

_STATE: Final = re.compile("[0-9A-Z]{5}")
_CONTENTS: Final = {
    "VIEW": "SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = %s::regnamespace",
    "TABLE": "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
    " AND relnamespace = %s::regnamespace",
    "FUNCTION": "SELECT proname FROM pg_proc WHERE pronamespace = %s::regnamespace",
}


def _placed(table: str) -> str:
    """`app.child` as `{app}.child`."""
    schema, _, name = table.partition(".")
    return f"{{{schema}}}.{name}"


def _constraints(side: Side, kind: str) -> Composed:
    """The names of the keys, as SET CONSTRAINTS takes them."""
    found = side.connection.execute(
        "SELECT n.nspname, c.conname FROM pg_constraint c JOIN pg_namespace n"
        " ON n.oid = c.connamespace WHERE c.contype = %s AND n.nspname = ANY (%s) ORDER BY 1, 2",
        [kind, [side.names[schema].as_string(None).strip('"') for schema in ("hub", "app")]],
    )
    return SQL(", ").join(Identifier(*name) for name in found)
