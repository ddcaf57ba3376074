"""A key in an expression is what the key of its other side is, as a foreign key's column is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apart.models
import pytest
import single.models
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Avg, Case, F, FilteredRelation, OuterRef, Prefetch, Q, Value, When
from django.db.models.functions import Coalesce, Greatest
from persons.models import Passport, Person, Team
from rest_framework.serializers import ModelSerializer

from appschemas import CrossSchemaJoin

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
            paper = twin.Paper.objects.order_by("pk")[n]
            twin.Section.objects.create(paper=paper, lead_id=(2, 7, None)[n], number=n)
            twin.Visit.objects.create(pk=n + 100, passport_id=passport)


def papers(m: Any) -> Any:
    return m.Paper.objects.order_by("pk")


def visits(m: Any) -> Any:
    return m.Visit.objects.order_by("pk").values_list("pk", flat=True)


def posted(m: Any) -> Any:
    """What a serializer writes and reads of a many-to-many field, and says of what is not there."""

    class VisitSerializer(ModelSerializer):  # type: ignore[misc]
        class Meta:
            model = m.Visit
            fields = ["passport", "guests"]

    class PersonSerializer(ModelSerializer):  # type: ignore[misc]
        class Meta:
            model = Person
            fields = ["name", f"{m.__package__}_visits"]

    made = VisitSerializer(data={"passport": 2, "guests": [7, 11]})
    assert made.is_valid()
    visit = made.save()
    changed = VisitSerializer(visit, data={"guests": [2]}, partial=True)
    assert changed.is_valid()
    changed.save()
    refused = VisitSerializer(data={"passport": 2, "guests": [99]})
    ann = PersonSerializer(Person.objects.get(pk=2)).data
    return (
        sorted(made.data["guests"]),
        sorted(guest.name for guest in visit.guests.all()),
        (refused.is_valid(), str(refused.errors)),
        len(ann[f"{m.__package__}_visits"]),
    )


def values(rows: Any, expression: Any) -> list[Any]:
    return [*rows.annotate(x=expression).values_list("x", flat=True)]


def with_sections(**condition: Any) -> FilteredRelation:
    return FilteredRelation("sections", condition=Q(**condition))


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
    # Behind a relation that is filtered
    "filtered": lambda m: [
        *papers(m).annotate(s=with_sections(sections__lead=2)).values_list("s__number", flat=True)
    ],
    "filtered_key": lambda m: [
        *papers(m).annotate(s=with_sections(sections__number__lt=2)).filter(s__lead=7).values("pk")
    ],
    "filtered_name": lambda m: [
        *papers(m)
        .annotate(s=with_sections(sections__number__lt=2))
        .filter(s__lead__name="Ann")
        .values("pk")
    ],
    "filtered_far": lambda m: [
        *m.Section.objects.annotate(
            s=FilteredRelation("paper__sections", condition=Q(paper__sections__number=1))
        )
        .filter(s__lead__name="Bob")
        .values("number")
    ],
    # What stands on it
    "posted": posted,
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


def test_rows_have_an_order_with_respect_to_their_key(rows: None) -> None:
    passport: Any = Passport.objects.get(pk=2)
    for n in (105, 106):
        apart.models.Visit.objects.create(pk=n, passport=passport)

    assert [*passport.get_visit_order()] == [101, 105, 106]
    passport.set_visit_order([106, 105, 101])

    assert [*passport.get_visit_order()] == [106, 105, 101]
    visit: Any = apart.models.Visit.objects.get(pk=105)
    assert (visit.get_previous_in_order().pk, visit.get_next_in_order().pk) == (106, 101)


def test_a_subquery_of_the_other_side_says_nothing_of_its_query(rows: None) -> None:
    bosses = Person.objects.filter(score=OuterRef("rating"))

    with pytest.raises(CrossSchemaJoin, match="OuterRef"):
        list(papers(apart.models).filter(author__in=bosses))
    with pytest.raises(CrossSchemaJoin, match="OuterRef"):
        list(papers(apart.models).filter(author=bosses[:1]))
