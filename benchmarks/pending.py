"""Pending: a third way to hold a key, measured beside the two that there are.

By statement, and what is missing then waits in a table for COMMIT: it would be deferrable as the
check by row is, and cheap in bulk. It is taken only if a single row stays within 1.10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from psycopg.errors import ForeignKeyViolation
from psycopg.sql import SQL, Identifier

from benchmarks.database import BY_ROW, BY_STATEMENT, NATIVE, Database, Held, database
from benchmarks.figures import Work
from benchmarks.inserts import Inserts, Parent
from benchmarks.outcome import Group, Outcome
from benchmarks.settings import Settings

PENDING: Final = "misses wait"
TARGET: Final = 1.10


def run(settings: Settings) -> Outcome:
    """Single rows and bulk, for each size of the parent table; the foreign key is 1.00."""
    groups = []
    with database(settings.url) as bench:
        for rows in settings.parents:
            parent = _Parent(f"pending_{rows}", rows)
            bench.parents(parent.name, rows)
            bench.hold(parent.tables(1))
            _guard(bench, parent.tables(1)[-1])
            figures = settings.measured(_Inserts(bench, parent, settings).works())
            groups.append(Group(f"A third flavour, {rows:,} parents", figures))
    return Outcome([group for group in groups if group.figures])


class _Parent(Parent):
    def tables(self, keys: int) -> list[Held]:
        return [Held(way, self.name, keys) for way in (NATIVE, BY_ROW, BY_STATEMENT, PENDING)]


@dataclass(frozen=True, slots=True)
class _Inserts(Inserts):
    def works(self) -> Iterator[Work]:
        """Single rows in two ways, and bulk."""
        name = "INSERT of one row, a transaction each"
        yield self.work(name, PENDING, TARGET, self.singly)
        name = "INSERT of one row, 100 in a transaction"
        yield self.work(name, PENDING, TARGET, self.together, rows=100)
        name = "INSERT..SELECT of 100,000 rows"
        yield self.work(name, PENDING, 0.5, self.select, rows=100_000)


# Private
# -------

_SCRIPT: Final = Path(__file__).with_name("pending_keys.sql")


def _guard(bench: Database, held: Held) -> None:
    """Put the triggers on a table that nothing checks yet, and see that they do refuse.

    Raises:
        RuntimeError: a key that nobody has was taken.
    """
    script = SQL(_SCRIPT.read_text()).format(  # type: ignore[arg-type]
        schema=Identifier("people"),
        parent=Identifier("people", held.parent),
        child=held.name,
        **{each: Identifier(f"{held.parent}_{each}") for each in ("pending", "check", "again")},
    )
    bench.admin.execute(script)
    try:
        bench.notes.execute(SQL("INSERT INTO {} (key_1) VALUES (-1)").format(held.name))
    except ForeignKeyViolation:
        return
    raise RuntimeError(f"{held.table} holds a key that nobody has.")
