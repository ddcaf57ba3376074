"""How many statements each kind of query takes, with foreign keys and with identity keys.

The rows of the table in docs/reference/identity-keys.md: each is asserted here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apart.models
import pytest
import single.models
from django.db.models import Count
from persons.models import Person, Team

from appschemas import CrossSchemaJoin
from tests.tools.statements import recorded

pytestmark = pytest.mark.django_db(databases="__all__")

PAGE = Path(__file__).parents[2] / "docs/reference/identity-keys.md"
KINDS: dict[str, Callable[[Any], Any]] = {
    "filter(author=ann)": lambda m: list(m.Paper.objects.filter(author=ann())),
    "filter(author__pk=1)": lambda m: list(m.Paper.objects.filter(author__pk=1)),
    'filter(author__name="Ann")': lambda m: list(m.Paper.objects.filter(author__name="Ann")),
    'filter(author__team__name="red")': lambda m: list(
        m.Paper.objects.filter(author__team__name="red")
    ),
    'exclude(author__name="Ann").count()': lambda m: m.Paper.objects.exclude(
        author__name="Ann"
    ).count(),
    'filter(author__name="Ann").update(...)': lambda m: m.Paper.objects.filter(
        author__name="Ann"
    ).update(rating=1),
    'select_related("author")': lambda m: [
        each.author.name for each in m.Paper.objects.select_related("author")
    ],
    'select_related("author__team")': lambda m: [
        each.author.team for each in m.Paper.objects.select_related("author__team")
    ],
    'prefetch_related("author")': lambda m: [
        each.author.name for each in m.Paper.objects.prefetch_related("author")
    ],
    "paper.author, of n papers": lambda m: [each.author.name for each in m.Paper.objects.all()],
    'values("author").annotate(Count("pk"))': lambda m: list(
        m.Paper.objects.values("author").annotate(Count("pk"))
    ),
    'filter(readers__name="Ann")': lambda m: list(m.Paper.objects.filter(readers__name="Ann")),
    "paper.readers.all(), of one paper": lambda m: list(m.Paper.objects.get(pk=1).readers.all()),
    "ann.papers.all()": lambda m: list(getattr(ann(), f"{m.__package__}_papers").all()),
    'order_by("author__name")': lambda m: list(m.Paper.objects.order_by("author__name")),
    'values("author__name")': lambda m: list(m.Paper.objects.values("author__name")),
    'aggregate(Count("author__name"))': lambda m: m.Paper.objects.aggregate(Count("author__name")),
}


def ann() -> Person:
    """Read before, and not counted."""
    return ANN[0]


ANN: list[Person] = []


@pytest.fixture(autouse=True)
def _rows(db: None) -> None:
    ANN[:] = [Person.objects.create(name="Ann", team=Team.objects.create(name="red"))]
    bob = Person.objects.create(name="Bob")
    for module in (single.models, apart.models):
        for n in range(6):
            module.Paper.objects.create(pk=n + 1, title=str(n), author=(ANN[0], bob)[n % 2])
        module.Reading.objects.create(paper_id=1, person=bob)


def statements(kind: str, module: Any) -> str:
    with recorded() as seen:
        try:
            KINDS[kind](module)
        except CrossSchemaJoin:
            return "refused"
    return str(len(seen))


def test_the_table_says_how_many_statements_each_kind_takes() -> None:
    rows = re.findall(r"^\| `([^`]+)`(?:, of (.+?))? \| (\w+) \| (\w+) \|", PAGE.read_text(), re.M)
    said = {f"{query}{f', of {rest}' if rest else ''}": (a, b) for query, rest, a, b in rows}

    counted = {
        kind: (statements(kind, single.models), statements(kind, apart.models)) for kind in KINDS
    }

    assert said == counted


def test_related_rows_of_hundreds_are_read_at_once() -> None:
    apart.models.Paper.objects.bulk_create(
        apart.models.Paper(pk=100 + n, title="many", author=ANN[0]) for n in range(350)
    )

    with recorded() as seen:
        read = [each.author.name for each in apart.models.Paper.objects.select_related("author")]

    assert (len(read), len(seen)) == (356, 2)


def test_thousands_are_prefetched_and_deleted_with_as_many_statements_as_in_one_schema() -> None:
    counted = []
    for module in (single.models, apart.models):
        persons = Person.objects.bulk_create(Person(name="one of many") for _ in range(1500))
        module.Paper.objects.bulk_create(
            module.Paper(pk=each.pk + 1000, title="many", author=each, editor=each)
            for each in persons
        )
        many = module.Paper.objects.filter(title="many")
        with recorded() as prefetched:
            read = {each.author.pk for each in many.prefetch_related("author", "editor")}
        with recorded() as deleted:
            Person.objects.filter(name="one of many").delete()
        # The papers of one twin have labels, too, by a generic relation.
        of_keys = [sql for _, sql in deleted if not re.search("label|content_type", sql)]
        counted.append((len(read), len(prefetched), len(of_keys), many.count()))

    assert counted[1] == counted[0]
    assert counted[1][:2] == (1500, 3)
