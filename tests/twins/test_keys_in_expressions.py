"""A key in an expression is what the key of its other side is, as a foreign key's column is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apart.models
import pytest
import single.models
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Avg, Case, F, Prefetch, Value, When
from django.db.models.functions import Coalesce, Greatest
from persons.models import Passport, Person, Team

pytestmark = pytest.mark.django_db(databases="__all__")

TWINS: dict[str, Any] = {"single": single.models, "apart": apart.models}


@pytest.fixture
def rows(db: None) -> None:
    """Three papers, two with an editor; three visits, two with a passport."""
    red = Team.objects.create(name="red")
    for n, name in ((11, "Zoe"), (2, "Ann"), (7, "Bob")):
        person = Person.objects.create(id=n, name=name, team=red if n < 3 else None)
        if n != 7:
            Passport.objects.create(person=person, number=f"p{n}")
    for twin in TWINS.values():
        for n, (author, editor) in enumerate(((11, 2), (2, None), (7, 11))):
            twin.Paper.objects.create(pk=n, title=f"t{n}", author_id=author, editor_id=editor)
        for n, passport in enumerate((11, 2, None)):
            twin.Visit.objects.create(pk=n, passport_id=passport)


def papers(m: Any) -> Any:
    return m.Paper.objects.order_by("pk")


def visits(m: Any) -> Any:
    return m.Visit.objects.order_by("pk").values_list("pk", flat=True)


def values(rows: Any, expression: Any) -> list[Any]:
    return [*rows.annotate(x=expression).values_list("x", flat=True)]


def authors(m: Any, persons: Any) -> list[str | None]:
    found = []
    for paper in papers(m).prefetch_related(Prefetch("author", persons)):
        try:
            found.append(paper.author.name)
        except ObjectDoesNotExist:
            found.append(None)
    return found


USES: dict[str, Callable[[Any], Any]] = {
    # What is calculated with it
    "plus": lambda m: values(papers(m), F("author_id") + 1),
    "difference": lambda m: values(papers(m), F("author") - F("editor")),
    "coalesce": lambda m: values(papers(m), Coalesce("editor", 0)),
    "coalesce_pk": lambda m: values(papers(m), Coalesce("editor__pk", "id")),
    "greatest": lambda m: values(papers(m), Greatest("author_id", 5)),
    "case": lambda m: values(papers(m), Case(When(pk=1, then="author"), default=Value(0))),
    "of_a_relation": lambda m: values(m.Section.objects.all(), F("paper__author") * 2),
    "average": lambda m: m.Paper.objects.aggregate(x=Avg("author"), y=Avg("editor_id")),
    "compared": lambda m: [*papers(m).filter(author__gt=F("editor") + 1).values_list("pk")],
    "updated": lambda m: (
        m.Paper.objects.update(rating=F("author_id") + 1),
        values(papers(m), F("rating")),
    ),
    # What the other side's key can be asked, which the key cannot
    "range": lambda m: [*papers(m).filter(author__pk__range=(2, 7)).values_list("pk")],
    "not_range": lambda m: [*papers(m).exclude(editor__id__range=(2, 7)).values_list("pk")],
    "contains": lambda m: [*papers(m).filter(author__id__contains=1).values_list("pk")],
    # A primary key that is a key itself
    "passport": lambda m: [*visits(m).filter(passport__person=2)],
    "passport_in": lambda m: [*visits(m).filter(passport__person__in=[2, 3])],
    "passport_attname": lambda m: [*visits(m).filter(passport__person_id__gt=2)],
    "passport_pk": lambda m: [*visits(m).filter(passport__pk=2)],
    "passport_none": lambda m: [*visits(m).filter(passport__person__isnull=True)],
    "holder": lambda m: [*visits(m).filter(passport__person=Person.objects.get(name="Ann"))],
    "holders": lambda m: [
        *visits(m).filter(passport__person__in=Person.objects.filter(name="Ann"))
    ],
    "name": lambda m: [*visits(m).filter(passport__person__name="Ann")],
    "not_name": lambda m: [*visits(m).exclude(passport__person__name="Ann")],
    "team": lambda m: [*visits(m).filter(passport__person__team__name="red")],
    "not_team": lambda m: [*visits(m).exclude(passport__person__team__isnull=True)],
    "name_by_pk": lambda m: [*visits(m).filter(passport__pk__name="Ann")],
    "person_value": lambda m: [*visits(m).values_list("passport__person")],
    # What is not there
    "too_large": lambda m: [*papers(m).filter(author__in=[10**30, 2]).values_list("pk")],
    "all_too_large": lambda m: [*papers(m).exclude(author__in=[10**30]).values_list("pk")],
    "left_out": lambda m: authors(m, Person.objects.exclude(name="Ann")),
    # The one row of a queryset
    "first": lambda m: [
        *papers(m).filter(author=Person.objects.order_by("pk")[:1]).values_list("pk")
    ],
    "not_first": lambda m: [
        *papers(m).exclude(author=Person.objects.order_by("pk").values("pk")[:1]).values_list("pk")
    ],
    "no_row": lambda m: [
        *papers(m).exclude(author=Person.objects.filter(pk=5)[:1]).values_list("pk")
    ],
}


@pytest.mark.parametrize("name", USES)
def test_a_key_is_used_as_that_of_a_foreign_key(rows: None, name: str) -> None:
    found = [USES[name](twin) for twin in TWINS.values()]

    assert found[1] == found[0]


def test_a_row_that_is_gone_is_absent_for_each_of_its_peers(rows: None) -> None:
    field = apart.models.Paper._meta.get_field("author")
    one, *others = papers(apart.models)
    one.author_id = others[0].author_id = 99

    with pytest.raises(ObjectDoesNotExist, match="99"):
        assert one.author
    with pytest.raises(ObjectDoesNotExist, match="99"):
        assert others[0].author
    assert others[1].author.name == "Bob"
    assert field.is_cached(others[1])
