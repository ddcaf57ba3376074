"""Rows that come: by single statements, in bulk, with one key column and with four."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any, Final

from psycopg.sql import SQL, Composed, Identifier, Literal, Placeholder

from benchmarks.database import BY_ROW, BY_STATEMENT, NATIVE, WAYS, Database, Held
from benchmarks.figures import Work
from benchmarks.measuring import Effort, Side
from benchmarks.settings import Settings


@dataclass(frozen=True, slots=True)
class Draw:
    """The keys of one repetition, by lot."""

    rows: int
    highest: int
    random: Random

    def __call__(self) -> list[int]:
        """Other ones each time."""
        return self.random.choices(range(1, self.highest + 1), k=self.rows)


Act = Callable[[], Any]
Run = Callable[[Held, Draw], Act]


@dataclass(frozen=True, slots=True)
class Parent:
    """A parent table and how many rows it has."""

    name: str
    rows: int

    def tables(self, keys: int) -> list[Held]:
        """The tables that hold its keys, one for each way."""
        return [Held(way, self.name, keys) for way in WAYS]


@dataclass(frozen=True, slots=True)
class Inserts:
    """The inserts into tables that hold keys of one parent table."""

    database: Database
    parent: Parent
    settings: Settings

    def works(self) -> Iterator[Work]:
        """What is measured on a parent of any size."""
        yield self.work("INSERT of one row, a transaction each", BY_ROW, 1.08, self.singly)
        yield self.work(
            "INSERT of one row, 100 in a transaction", BY_ROW, 1.15, self.together, rows=100
        )
        yield self.work("INSERT of 1,000 rows, VALUES", BY_STATEMENT, 0.75, self.values, rows=1_000)
        yield self.work("INSERT of 1,000 rows, UNNEST", BY_STATEMENT, 0.75, self.unnest, rows=1_000)
        yield self.work(
            "INSERT..SELECT of 100,000 rows", BY_STATEMENT, 0.5, self.select, rows=100_000
        )
        yield self.work(
            "INSERT..SELECT of 100,000 rows, five hot keys",
            BY_STATEMENT,
            0.45,
            self.select,
            rows=100_000,
            hot=5,
        )
        yield self.work(
            "COPY of 1,000,000 rows",
            BY_STATEMENT,
            0.55,
            self.copy,
            rows=1_000_000,
            effort=replace(self.settings.effort, seconds=0, rounds=(3, 3), most=1, warm=False),
        )
        yield self.work(
            "four keys: INSERT of one row, a transaction each", BY_ROW, 1.05, self.singly, keys=4
        )
        yield self.work(
            "four keys: INSERT..SELECT of 50,000 rows",
            BY_STATEMENT,
            0.45,
            self.select,
            rows=50_000,
            keys=4,
        )

    def growing(self, rows: int, keys: int = 1) -> Work:
        """An INSERT of this many rows into a table with this many keys."""
        run = self.singly if rows == 1 else self.select
        judged = BY_ROW if rows == 1 else BY_STATEMENT
        return self.work(f"{rows}", judged, None, run, rows=rows, keys=keys)

    # How rows come: each makes ready what is then run
    # ------------------------------------------------

    def singly(self, held: Held, draw: Draw) -> Act:
        """One row in a transaction of its own."""
        statement, values = _one_row(held), draw() * held.keys
        return lambda: self.database.notes.execute(statement, values)

    def together(self, held: Held, draw: Draw) -> Act:
        """A statement for each row, all in one transaction."""
        statement, keys = _one_row(held), draw()

        def act() -> None:
            with self.database.notes.transaction():
                for key in keys:
                    self.database.notes.execute(statement, [key] * held.keys)

        return act

    def values(self, held: Held, draw: Draw) -> Act:
        """All rows in one VALUES list."""
        row = SQL("({})")
        rows = (row.format(SQL(", ").join([Literal(key)] * held.keys)) for key in draw())
        statement = SQL("{} VALUES {}").format(_into(held), SQL(", ").join(rows)).as_bytes(None)
        return lambda: self.database.notes.execute(statement)

    def unnest(self, held: Held, draw: Draw) -> Act:
        """All rows from an array, as Django's bulk_create() does."""
        statement = SQL("{} SELECT {} FROM unnest(%s::bigint[]) AS given (key)").format(
            _into(held), _all_columns(held)
        )
        keys = draw()
        return lambda: self.database.notes.execute(statement, [keys])

    def select(self, held: Held, draw: Draw) -> Act:
        """All rows from a query."""
        statement = SQL(
            "{} SELECT {} FROM (SELECT 1 + floor(random() * {})::bigint"
            " FROM generate_series(1, {})) AS given (key)"
        ).format(_into(held), _all_columns(held), Literal(draw.highest), Literal(draw.rows))
        return lambda: self.database.notes.execute(statement)

    def copy(self, held: Held, draw: Draw) -> Act:
        """COPY FROM STDIN."""
        columns = SQL(", ").join(map(Identifier, held.columns))
        statement = SQL("COPY {} ({}) FROM STDIN").format(held.name, columns)
        text = "".join(f"{key}\n" for key in draw()).encode()

        def act() -> None:
            with self.database.notes.cursor().copy(statement) as copy:
                copy.write(text)

        return act

    def work(
        self,
        name: str,
        judged: str,
        target: float | None,
        run: Run,
        *,
        rows: int = 1,
        keys: int = 1,
        hot: int = 0,
        effort: Effort | None = None,
    ) -> Work:
        """Rows that come in one way, into each of the parent's tables."""
        rows = self.settings.rows(rows)

        def sides() -> dict[str, Side]:
            return {
                held.way: self._side(held, run, Draw(rows, hot or self.parent.rows, Random(keys)))
                for held in self.parent.tables(keys)
            }

        usual = self.settings.longer if rows == 1 else self.settings.effort
        return Work(name, sides, NATIVE, judged, target, effort or usual)

    # Private
    # -------

    def _side(self, held: Held, run: Run, draw: Draw) -> Side:
        acts: list[Act] = []

        def ready(times: int) -> None:
            self.database.empty(held)
            # Whoever comes first after a TRUNCATE reads the table's description anew.
            self.singly(held, replace(draw, rows=1))()
            acts[:] = [run(held, draw) for _ in range(times)]

        def work(times: int) -> None:
            for _ in range(times):
                acts.pop()()

        return Side(work, ready, (self.database.notes.info.backend_pid,))


# Private
# -------

_VALUES: Final = SQL("{} VALUES ({})")


def _into(held: Held) -> Composed:
    columns = SQL(", ").join(map(Identifier, held.columns))
    return SQL("INSERT INTO {} ({})").format(held.name, columns)


def _one_row(held: Held) -> Composed:
    return _VALUES.format(_into(held), SQL(", ").join([Placeholder()] * held.keys))


def _all_columns(held: Held) -> Composed:
    return SQL(", ").join([SQL("key")] * held.keys)
