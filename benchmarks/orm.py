"""ORM: queries in two steps beside the joins that foreign keys in one schema allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from django.db import models
from psycopg.sql import SQL, Literal

from appschemas import key_limit
from benchmarks.database import BY_ROW, NATIVE, Held, database
from benchmarks.figures import Work
from benchmarks.measuring import Side
from benchmarks.notes.models import PARENT, ByRow, Native
from benchmarks.outcome import Curve, Group, Outcome
from benchmarks.project import PLAIN, backend
from benchmarks.settings import Settings

JOIN: Final = "foreign key, a join"
STEPS: Final = "identity key, two steps"
PERSONS: Final = 100_000
NOTES: Final = 200_000
# Beginnings of names, by the number of persons whose name begins so.
KEYS: Final = {
    1: "name 77777",
    11: "name 7777",
    111: "name 777",
    1_111: "name 77",
    11_111: "name 7",
    100_000: "name ",
}
READ: Final = 5_000


def run(settings: Settings) -> Outcome:
    """All figures; the join over a foreign key, by Django's own backend, is 1.00."""
    persons, notes = settings.rows(PERSONS), settings.rows(NOTES)
    with database(settings.url) as bench, key_limit(persons):
        bench.parents(PARENT, persons)
        tables = [Held(NATIVE, PARENT), Held(BY_ROW, PARENT)]
        bench.hold(tables)
        for held in tables:
            bench.fill(held, _KEYS.format(Literal(persons), Literal(notes)))
            bench.admin.execute(SQL("VACUUM (ANALYZE) {}").format(held.name))
        figures = settings.measured(_works(settings))
        curves = [] if settings.matching else [*_curves(settings)]
    title = f"{notes:,} rows that hold keys of {persons:,} (CPU of PostgreSQL and of Django)"
    return Outcome([Group(title, figures)] if figures else [], curves)


# Private
# -------

_KEYS: Final = SQL("SELECT g * 7919 % {} + 1 FROM generate_series(1, {}) AS g")
_Act = Callable[[Any], Any]


def _works(settings: Settings) -> Iterable[Work]:
    for keys in (1, 111, 11_111):
        name = KEYS[keys]
        yield _work(settings, f"count() of the rows of {keys:,} keys", partial(_count, name))
        yield _work(settings, f"the first 20 of the rows of {keys:,} keys", partial(_first, name))
    rows = settings.rows(READ)
    yield _work(settings, f"select_related(), {rows:,} rows", partial(_related, rows))
    yield _work(settings, f"prefetch_related(), {rows:,} rows", partial(_prefetched, rows))
    yield _work(
        settings,
        f"note.person of {rows:,} rows, beside select_related() of a foreign key",
        partial(_peers, rows),
    )


def _curves(settings: Settings) -> Iterable[Curve]:
    for name, title, act in (
        ("count", "count() of the rows whose persons a condition names", _count),
        ("first", "The first 20 rows whose persons a condition names", _first),
    ):
        points = []
        for keys, name_of in settings.points(list(KEYS.items())):
            settings.tell(f"{title}: {keys:,}")
            work = _work(settings, title, partial(act, name_of))
            points.append((keys, settings.briefly(work)))
        yield Curve(name, title, "persons", points)


def _work(settings: Settings, name: str, act: _Act) -> Work:
    def side(model: type[models.Model], alias: str) -> Side:
        def several(times: int) -> None:
            for _ in range(times):
                act(model._default_manager.using(alias))

        return Side(several, backends=(backend(alias),), client=True)

    return Work(
        name,
        lambda: {JOIN: side(Native, PLAIN), STEPS: side(ByRow, "notes")},
        JOIN,
        STEPS,
        None,
        settings.effort,
    )


def _of_persons(name: str) -> models.Q:
    """Persons by the beginning of their names, which only their own table knows."""
    return models.Q(person__name__startswith=name)


def _count(name: str, rows: Any) -> None:
    rows.filter(_of_persons(name)).count()


def _first(name: str, rows: Any) -> None:
    list(rows.filter(_of_persons(name)).order_by("pk")[:20])


def _related(number: int, rows: Any) -> None:
    for note in rows.select_related("person")[:number]:
        assert note.person.name


def _prefetched(number: int, rows: Any) -> None:
    for note in rows.prefetch_related("person")[:number]:
        assert note.person.name


def _peers(number: int, rows: Any) -> None:
    if rows.db == PLAIN:
        _related(number, rows)
        return
    for note in rows[:number]:
        assert note.person.name
