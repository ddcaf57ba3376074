"""The database in which identity keys are measured: every table once for each way to hold a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.database.apply.apply import apply
from appschemas.database.model_state import ModelState
from appschemas.integrity.references import Reference
from benchmarks.project import CONTRACT, close

NAME: Final = "bench_appschemas"
NO_CHECK: Final = "no check"
NATIVE: Final = "foreign key"
BY_ROW: Final = "by row"
BY_STATEMENT: Final = "by statement"
# How a key may be held, and the options of an edge that is held so.
FLAVOURS: Final[dict[str, dict[str, Any]]] = {
    BY_ROW: {},
    BY_STATEMENT: {"check_each": "statement", "deferrable": False},
}
WAYS: Final = (NO_CHECK, NATIVE, *FLAVOURS)


@dataclass(frozen=True, slots=True)
class Held:
    """A table of `notes` with its key columns, held in one of the ways."""

    way: str
    parent: str
    keys: int = 1
    number: int = 1

    @property
    def table(self) -> str:
        """Its name."""
        return f"{self.parent}_{self.number}_{self.keys}_{self.way.replace(' ', '_')}"

    @property
    def name(self) -> Identifier:
        """Its name in SQL."""
        return Identifier("notes", self.table)

    @property
    def columns(self) -> tuple[str, ...]:
        """Its key columns."""
        return tuple(f"key_{number}" for number in range(1, self.keys + 1))

    @property
    def references(self) -> Iterator[Reference]:
        """Its edges, where it is held by identity keys."""
        for column in self.columns if self.way in FLAVOURS else ():
            options = FLAVOURS[self.way]
            yield Reference(
                "notes", self.table, "people", self.parent, "id", column, "bigint", **options
            )


@dataclass(frozen=True, slots=True)
class Database:
    """The connections: the administrator's, and one as the runtime role of each schema."""

    url: str
    admin: psycopg.Connection[Any]
    notes: psycopg.Connection[Any]
    people: psycopg.Connection[Any]
    contract: Contract

    def parents(self, name: str, rows: int) -> None:
        """Make a table of `people` with keys from 1."""
        table = Identifier("people", name)
        self._as_owner("people", _PARENT.format(table=table))
        self.admin.execute(_PARENTS.format(table=table, rows=Literal(rows)))
        self.admin.execute(SQL("VACUUM (ANALYZE) {}").format(table))

    def hold(self, tables: Iterable[Held]) -> None:
        """Make these tables, empty, and what holds their keys."""
        tables = list(tables)
        for held in tables:
            self._as_owner("notes", *_made(held))
        references = tuple(reference for held in tables for reference in held.references)
        ours = frozenset(("notes", held.table) for held in tables)
        apply(self.admin, self.contract, ModelState(ours, references))
        for held in tables:
            if held.way == NATIVE:
                for column in held.columns:
                    self.admin.execute(_native(held, column))

    def fill(self, held: Held, keys: SQL | Composed) -> None:
        """Put rows with the keys that a query gives into the table, unchecked."""
        columns = SQL(", ").join(map(Identifier, held.columns))
        with self.admin.transaction():
            self.admin.execute("SET LOCAL session_replication_role = replica")
            values = SQL(", ").join([SQL("key")] * held.keys)
            self.admin.execute(_FILL.format(held.name, columns, values, keys))

    def empty(self, held: Held) -> None:
        """Take all rows out of the table."""
        self.admin.execute(SQL("TRUNCATE {} RESTART IDENTITY").format(held.name))

    # Private
    # -------

    def _as_owner(self, schema: str, *statements: Composed) -> None:
        with self.admin.transaction():
            self.admin.execute(SQL("SET LOCAL ROLE {}").format(Identifier(f"bench_{schema}_owner")))
            for statement in statements:
                self.admin.execute(statement)


@contextmanager
def database(url: str) -> Iterator[Database]:
    """A database of its own with the contract applied; it and its roles are dropped at the end."""
    contract = Contract.load(CONTRACT)
    with psycopg.connect(url, autocommit=True) as server:
        _drop(server)
        server.execute(SQL("CREATE DATABASE {}").format(Identifier(NAME)))
        try:
            with (
                psycopg.connect(url, dbname=NAME, autocommit=True) as admin,
                psycopg.connect(url, dbname=NAME, autocommit=True) as notes,
                psycopg.connect(url, dbname=NAME, autocommit=True) as people,
            ):
                apply(admin, contract)
                notes.execute("SET ROLE bench_notes_rw")
                people.execute("SET ROLE bench_people_rw")
                yield Database(url, admin, notes, people, contract)
        finally:
            close()
            _drop(server)


# Private
# -------

# Autovacuum would work beside whichever side is just measured.
_PARENT: Final = SQL(
    "CREATE TABLE {table} (id bigint PRIMARY KEY, name text NOT NULL)"
    " WITH (autovacuum_enabled = false)"
)
_PARENTS: Final = SQL(
    "INSERT INTO {table} SELECT g, 'name ' || g FROM generate_series(1, {rows}) AS g"
)
_CHILD: Final = SQL(
    "CREATE TABLE {table} (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,"
    " title text NOT NULL DEFAULT 'title', {columns}) WITH (autovacuum_enabled = false)"
)
_FILL: Final = SQL("INSERT INTO {} ({}) SELECT {} FROM ({}) AS given (key)")
_FOREIGN_KEY: Final = SQL(
    "ALTER TABLE {table} ADD FOREIGN KEY ({column}) REFERENCES {parent}"
    " DEFERRABLE INITIALLY DEFERRED"
)


def _made(held: Held) -> Iterator[Composed]:
    columns = [SQL("{} bigint").format(Identifier(column)) for column in held.columns]
    yield _CHILD.format(table=held.name, columns=SQL(", ").join(columns))
    for column in held.columns:
        yield SQL("CREATE INDEX ON {} ({})").format(held.name, Identifier(column))


def _native(held: Held, column: str) -> Composed:
    parent = Identifier("people", held.parent)
    return _FOREIGN_KEY.format(table=held.name, column=Identifier(column), parent=parent)


def _drop(server: psycopg.Connection[Any]) -> None:
    server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(NAME)))
    found = server.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE 'bench\\_%'")
    if roles := [Identifier(role) for (role,) in found]:
        server.execute(SQL("DROP ROLE {}").format(SQL(", ").join(roles)))
