"""The same through Django's ORM, which costs more than the check does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from psycopg.sql import SQL, Literal

from benchmarks.database import BY_ROW, NATIVE, WAYS, Database, Held
from benchmarks.figures import Work
from benchmarks.measuring import Side
from benchmarks.notes.models import MODELS, PARENT
from benchmarks.project import backend
from benchmarks.settings import Settings

ROWS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Saves:
    """Rows that come and change through models; all on the same alias."""

    database: Database
    settings: Settings

    def works(self) -> Iterator[Work]:
        """objects.create() and save()."""
        yield Work(
            "ORM: objects.create()",
            lambda: {way: self._create(Held(way, PARENT)) for way in WAYS},
            NATIVE,
            BY_ROW,
            1.02,
            self.settings.longer,
        )
        yield Work(
            "ORM: save() that leaves the key alone",
            lambda: {way: self._save(Held(way, PARENT)) for way in WAYS},
            NATIVE,
            BY_ROW,
            1.2,
            self.settings.longer,
        )

    # Private
    # -------

    def _create(self, held: Held) -> Side:
        objects = MODELS[held.way].objects
        random = Random(0)
        drawn: list[int] = []

        def ready(times: int) -> None:
            self.database.empty(held)
            drawn[:] = random.choices(range(1, ROWS + 1), k=times)
            objects.create(title="title", person_id=1)

        def work(times: int) -> None:
            for _ in range(times):
                objects.create(title="title", person_id=drawn.pop())

        return Side(work, ready, (backend("notes"),), client=True)

    def _save(self, held: Held) -> Side:
        objects = MODELS[held.way].objects
        drawn: list[Any] = []

        def ready(times: int) -> None:
            self.database.empty(held)
            self.database.fill(held, _KEYS.format(Literal(times + 1)))
            first, *drawn[:] = objects.order_by("pk")
            first.save()

        def work(times: int) -> None:
            for _ in range(times):
                each = drawn.pop()
                each.title = "changed"
                each.save()

        return Side(work, ready, (backend("notes"),), client=True)


# Private
# -------

_KEYS: Final = SQL("SELECT generate_series(1, {})")
