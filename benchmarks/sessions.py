"""Sessions: what it costs that one connection serves many schemas, beside a plain Django alias."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from django.db import connections, models, transaction
from psycopg.sql import SQL, Literal

from benchmarks.database import BY_ROW, Held, database
from benchmarks.figures import Work
from benchmarks.measuring import Side
from benchmarks.memory import compared
from benchmarks.notes.models import PARENT, ByRow
from benchmarks.outcome import Group, Outcome
from benchmarks.people.models import Person
from benchmarks.project import PLAIN
from benchmarks.settings import Settings

PLAIN_SIDE: Final = "plain alias"
SHARED: Final = "shared session"
ROWS: Final = 1_000


def run(settings: Settings) -> Outcome:
    """All figures; an alias of django.db.backends.postgresql on the same server is 1.00."""
    with database(settings.url) as bench:
        held = Held(BY_ROW, PARENT)
        bench.parents(PARENT, ROWS)
        bench.hold([held])
        bench.fill(held, _KEYS.format(Literal(ROWS)))
        figures = settings.measured(Sessions(settings).works())
        title = "Statements (CPU of PostgreSQL and of Django together)"
        groups = [Group(title, figures)] if figures else []
        settings.tell("Memory")
        facts = [] if settings.matching else list(compared(bench, settings))
    return Outcome(groups, facts=facts)


@dataclass(frozen=True, slots=True)
class Sessions:
    """Statements of one schema, or of two by turns."""

    settings: Settings

    def works(self) -> Iterator[Work]:
        """Through a cursor and through the ORM."""
        for name, act in {"cursor, SELECT 1": select, "ORM, get()": get}.items():
            yield self._work(f"{name}: one schema", 1.01, act, [Person])
            yield self._work(f"{name}: two schemas by turns", 1.05, act, [Person, ByRow])
        yield self._work(
            "ORM, get(): by turns in one transaction", 1.05, get, [Person, ByRow], atomic=True
        )

    # Private
    # -------

    def _work(
        self,
        name: str,
        target: float,
        act: Act,
        turns: list[type[models.Model]],
        *,
        atomic: bool = False,
    ) -> Work:
        def side(aliases: dict[type[models.Model], str]) -> Side:
            random = Random(0)

            def several(times: int) -> None:
                for number in range(times):
                    model = turns[number % len(turns)]
                    act(model, aliases[model], random.randint(1, ROWS))

            def work(times: int) -> None:
                if atomic:
                    with transaction.atomic(using=aliases[Person]):
                        several(times)
                else:
                    several(times)

            return Side(work, backends=(backend(aliases[Person]),), client=True)

        sides: Callable[[], dict[str, Side]] = lambda: {  # noqa: E731
            PLAIN_SIDE: side({Person: PLAIN, ByRow: PLAIN}),
            SHARED: side({Person: "default", ByRow: "notes"}),
        }
        return Work(name, sides, PLAIN_SIDE, SHARED, target, self.settings.longer)


Act = Callable[[type[models.Model], str, int], Any]


def select(model: type[models.Model], alias: str, key: int) -> None:
    """As little as a statement can do."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def get(model: type[models.Model], alias: str, key: int) -> None:
    """A row by its key."""
    model._default_manager.using(alias).get(pk=key)


def backend(alias: str) -> int:
    """The process that serves an alias."""
    connections[alias].ensure_connection()
    pid: int = connections[alias].connection.info.backend_pid
    return pid


# Private
# -------

_KEYS: Final = SQL("SELECT generate_series(1, {})")
