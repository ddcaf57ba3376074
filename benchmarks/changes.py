"""Rows that change and parents that go: UPDATE that leaves the key alone, DELETE of a parent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Final

from psycopg.sql import SQL, Identifier, Literal

from benchmarks.database import BY_ROW, BY_STATEMENT, NATIVE, WAYS, Database, Held
from benchmarks.figures import Work
from benchmarks.measuring import Side
from benchmarks.settings import Settings

PARENT_ROWS: Final = 10_000
HOLDING_ROWS: Final = 1_000
# At most so many refer to one parent.
REFERENCING: Final = 18


@dataclass(frozen=True, slots=True)
class Updates:
    """Updates that set every column, as Django's save() does, and change no key."""

    database: Database
    parent: str
    settings: Settings

    def works(self) -> Iterator[Work]:
        """One row, and many."""
        yield Work(
            "UPDATE that leaves the key alone, one row",
            lambda: {way: self._singly(Held(way, self.parent)) for way in WAYS},
            NATIVE,
            BY_ROW,
            1.2,
            self.settings.longer,
        )
        yield Work(
            "UPDATE that leaves the key alone, 10,000 rows",
            lambda: {way: self._in_bulk(Held(way, self.parent)) for way in WAYS},
            NATIVE,
            BY_STATEMENT,
            1.02,
            self.settings.effort,
        )

    # Private
    # -------

    @property
    def _rows(self) -> int:
        return self.settings.rows(10_000)

    def _refill(self, held: Held) -> None:
        self.database.empty(held)
        self.database.fill(held, _KEYS_TO.format(Literal(self._rows)))
        self.database.admin.execute(SQL("VACUUM (ANALYZE) {}").format(held.name))

    def _singly(self, held: Held) -> Side:
        statement = _ONE.format(held.name)
        random = Random(0)
        drawn: list[int] = []

        def ready(times: int) -> None:
            self._refill(held)
            drawn[:] = random.choices(range(1, self._rows + 1), k=times)
            self.database.notes.execute(statement, ["changed", 1, 1])

        def work(times: int) -> None:
            # A row is filled with its own number as the key.
            for _ in range(times):
                number = drawn.pop()
                self.database.notes.execute(statement, ["changed", number, number])

        return Side(work, ready, (self.database.notes.info.backend_pid,))

    def _in_bulk(self, held: Held) -> Side:
        statement = _ALL.format(held.name)

        def work(times: int) -> None:
            for _ in range(times):
                self.database.notes.execute(statement)

        def ready(times: int) -> None:
            self._refill(held)
            self.database.notes.execute(_ONE.format(held.name), ["changed", 1, 1])

        return Side(work, ready, (self.database.notes.info.backend_pid,))


@dataclass(frozen=True, slots=True)
class Deletes:
    """Parents that nobody holds are deleted, and every table that might hold them is asked."""

    database: Database
    tables: int
    settings: Settings

    @staticmethod
    def parent(way: str, tables: int) -> str:
        """The parent whose keys this many tables hold in this way."""
        return f"parent_{tables}_{way.replace(' ', '_')}"

    @classmethod
    def prepare(cls, database: Database, counts: tuple[int, ...]) -> list[Held]:
        """Make the parents; returns the tables that are to hold them."""
        for tables in counts:
            for way in WAYS:
                database.parents(cls.parent(way, tables), PARENT_ROWS)
        return [
            Held(way, cls.parent(way, tables), 1, number)
            for tables in counts
            for way in WAYS
            for number in range(1, tables + 1)
        ]

    def works(self) -> Iterator[Work]:
        """One row, and many."""
        yield self.one(f"DELETE of one parent, {REFERENCING} referencing tables", 0.85)
        yield self.many(f"DELETE of 5,000 parents, {REFERENCING} referencing tables", 0.2)

    def one(self, name: str, target: float | None = None) -> Work:
        """A parent at a time, a transaction each."""
        return self._work(name, BY_ROW, target, 1)

    def many(self, name: str, target: float | None = None) -> Work:
        """Many parents in one statement."""
        return self._work(name, BY_STATEMENT, target, self.settings.rows(5_000))

    # Private
    # -------

    def _work(self, name: str, judged: str, target: float | None, rows: int) -> Work:
        return Work(
            name,
            lambda: {way: self._side(way, rows) for way in WAYS},
            NATIVE,
            judged,
            target,
            self.settings.longer if rows == 1 else self.settings.effort,
        )

    def _side(self, way: str, rows: int) -> Side:
        name = self.parent(way, self.tables)
        parent = Identifier("people", name)
        statement = _DELETE.format(parent)
        ids = count(PARENT_ROWS + 1, rows)
        drawn: list[int] = []
        for number in range(1, self.tables + 1):
            held = Held(way, name, 1, number)
            self.database.empty(held)
            self.database.fill(held, _KEYS_TO.format(Literal(HOLDING_ROWS)))
            self.database.admin.execute(SQL("VACUUM (ANALYZE) {}").format(held.name))

        def ready(times: int) -> None:
            first, *drawn[:] = [next(ids) for _ in range(times + 1)]
            self.database.admin.execute(_COME.format(parent), [first, drawn[-1] + rows - 1])
            self.database.admin.execute(SQL("VACUUM {}").format(parent))
            # Whoever comes first after a VACUUM reads the table's description anew.
            self.database.people.execute(statement, [first, first + rows - 1])

        def work(times: int) -> None:
            for _ in range(times):
                first = drawn.pop()
                self.database.people.execute(statement, [first, first + rows - 1])

        return Side(work, ready, (self.database.people.info.backend_pid,))


# Private
# -------

_KEYS_TO: Final = SQL("SELECT generate_series(1, {})")
_ONE: Final = SQL("UPDATE {} SET title = %s, key_1 = %s WHERE id = %s")
_ALL: Final = SQL("UPDATE {} SET title = 'changed', key_1 = key_1")
_COME: Final = SQL("INSERT INTO {} SELECT g, 'new' FROM generate_series(%s::bigint, %s) g")
_DELETE: Final = SQL("DELETE FROM {} WHERE id BETWEEN %s AND %s")
