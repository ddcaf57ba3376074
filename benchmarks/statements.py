"""Statements: the kinds that are compared, on a plain alias and in a shared session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from django.db import connections, models, transaction

from benchmarks.notes.models import ByRow
from benchmarks.people.models import Person
from benchmarks.project import PLAIN, PLAIN_SIDE, SHARED

ROWS: Final = 1_000
# Which aliases the statements of a side are sent on.
SIDES: Final = {
    PLAIN_SIDE: {Person: PLAIN, ByRow: PLAIN},
    SHARED: {Person: "default", ByRow: "notes"},
}

Model = type[models.Model]
Act = Callable[[Model, str, int], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a statement does, in one schema or in two by turns, and the ratio to reach."""

    act: Act
    turns: tuple[Model, ...]
    target: float
    atomic: bool = False

    @property
    def stays(self) -> bool:
        """Whether each is of the schema that the one before was of."""
        return len(self.turns) == 1


def select(model: Model, alias: str, key: int) -> None:
    """As little as a statement can do."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def get(model: Model, alias: str, key: int) -> None:
    """A row by its key."""
    model._default_manager.using(alias).get(pk=key)


KINDS: Final = {
    "cursor, SELECT 1: one schema": Kind(select, (Person,), 1.03),
    "cursor, SELECT 1: two schemas by turns": Kind(select, (Person, ByRow), 1.20),
    "ORM, get(): one schema": Kind(get, (Person,), 1.01),
    "ORM, get(): two schemas by turns": Kind(get, (Person, ByRow), 1.06),
    "ORM, get(): by turns in one transaction": Kind(get, (Person, ByRow), 1.06, atomic=True),
}


def repeated(kind: Kind, aliases: Mapping[Model, str]) -> Callable[[int], None]:
    """What sends so many statements of a kind on the aliases of a side."""
    random = Random(0)

    def several(times: int) -> None:
        for number in range(times):
            model = kind.turns[number % len(kind.turns)]
            kind.act(model, aliases[model], random.randint(1, ROWS))

    def work(times: int) -> None:
        if kind.atomic:
            with transaction.atomic(using=aliases[Person]):
                several(times)
        else:
            several(times)

    return work
