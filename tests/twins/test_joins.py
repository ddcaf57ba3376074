"""A query that is said to join follows keys as foreign keys, where the contract lets it read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apart.models
import pytest
import single.models
import verdicts.models
from django.db import ProgrammingError, transaction
from django.db.models import Avg, Count, F, Max, Q
from django.db.models.functions import Upper
from persons.models import Person, Team

from appschemas import CrossSchemaJoin, joined
from tests.tools.statements import recorded

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture(autouse=True)
def _rows(db: None) -> None:
    red = Team.objects.create(name="red")
    for n, name in enumerate(["Ann", "Bob", "Zoe"]):
        person = Person.objects.create(name=name, score=n, team=red if n else None)
        for module, reviews in ((single.models, single.models), (apart.models, verdicts.models)):
            for k in range(n + 1):
                paper = module.Paper.objects.create(
                    pk=n * 10 + k + 1, title=f"{name}{k}", author=person, rating=k
                )
                reviews.Review.objects.create(pk=n * 10 + k + 1, paper=paper, points=n + k)


SAID: dict[str, Callable[[Any], Any]] = {
    "values": lambda r: list(r.order_by("pk").values_list("paper__author__name", "points")),
    "order": lambda r: [each.pk for each in r.order_by("-paper__author__name", "pk")],
    "aggregate": lambda r: r.aggregate(Max("paper__author__score"), Count("paper__author")),
    "group": lambda r: list(
        r.values("paper__author__team__name")
        .annotate(n=Count("pk"), mean=Avg("points"))
        .order_by("paper__author__team__name")
    ),
    "annotate": lambda r: [
        each.name for each in r.annotate(name=Upper("paper__author__name")).order_by("pk")
    ],
    "compare": lambda r: r.filter(points__gt=F("paper__author__score")).count(),
    "filter": lambda r: sorted(
        r.filter(Q(paper__author__name="Bob") | ~Q(paper__author__team=None)).values_list(
            "pk", flat=True
        )
    ),
    "key": lambda r: list(r.filter(paper__author__pk__gt=0).order_by("paper").values("paper__pk"))[
        -1
    ],
    "instance": lambda r: r.filter(paper__author=Person.objects.get(name="Zoe")).count(),
    "distinct": lambda r: r.order_by("paper__author__name").distinct("paper__author__name").count(),
}


@pytest.mark.parametrize("name", SAID)
def test_it_is_one_select_with_the_rows_of_foreign_keys(name: str) -> None:
    expected = SAID[name](single.models.Review.objects)
    Person.objects.get(name="Zoe")

    with recorded() as seen:
        found = SAID[name](joined(verdicts.models.Review.objects))

    assert found == expected
    assert [role for role, sql in seen if "JOIN" in sql or "verdicts_review" in sql] == [
        "verdicts_rw"
    ]


def test_a_report_reads_the_rows_of_others() -> None:
    papers = joined(apart.models.Paper.objects, reader="verdicts")

    with recorded() as seen:
        found = list(
            papers.values_list("author__name").annotate(Count("pk")).order_by("-pk__count")
        )

    assert found == [("Zoe", 3), ("Bob", 2), ("Ann", 1)]
    assert [role for role, _ in seen] == ["verdicts_rw"]


def test_it_joins_from_the_other_side_too() -> None:
    found = [
        list(
            persons.annotate(n=Count(f"{twin}_papers"))
            .filter(**{f"{twin}_papers__title": "Zoe0"})
            .values_list("name", "n")
        )
        for twin, persons in (
            ("single", Person.objects),
            ("apart", joined(Person.objects, reader="verdicts")),
        )
    ]

    assert found[1] == found[0] == [("Zoe", 3)]


def test_what_the_contract_does_not_let_it_read_is_refused() -> None:
    with pytest.raises(CrossSchemaJoin, match=r'Add "persons" to reads of \[schemas\.apart\]'):
        joined(apart.models.Paper.objects).values("author__name")
    with pytest.raises(CrossSchemaJoin, match=r'Add "apart" to reads of \[schemas\.persons\]'):
        joined(apart.models.Paper.objects, reader="persons")
    with pytest.raises(CrossSchemaJoin, match="no schema 'nobody'; the contract has apart"):
        joined(Person.objects, reader="nobody")


def test_it_writes_nothing() -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        joined(apart.models.Paper.objects, reader="verdicts").update(rating=9)

    assert not apart.models.Paper.objects.filter(rating=9).exists()


def test_a_query_that_is_not_joined_is_refused_as_before() -> None:
    joined(verdicts.models.Review.objects).values("paper__author__name")

    with pytest.raises(CrossSchemaJoin):
        verdicts.models.Review.objects.values("paper__title")
