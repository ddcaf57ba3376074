"""The other side's manager, where a key names one: as of a foreign key, on both twins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apart.models
import pytest
import single.models
from django.db.models import Count, Prefetch
from persons.models import Person

from appschemas import CrossSchemaJoin
from tests.tools.statements import recorded

pytestmark = pytest.mark.django_db(databases="__all__")

TWINS: dict[str, Any] = {"single": single.models.Paper, "apart": apart.models.Paper}


@pytest.fixture
def ann(db: None) -> Person:
    """A person with two papers in each twin, beside one with one."""
    ann, bob = (Person.objects.create(name=name) for name in ("Ann", "Bob"))
    for model in TWINS.values():
        for title, author in (("walls", ann), ("doors", ann), ("roofs", bob)):
            paper = model.objects.create(title=title, author=author, rating=len(title))
            paper.sections.create(number=1)
    return ann


def titles(papers: Any) -> list[str]:
    return sorted(paper.title for paper in papers)


DONE: dict[str, Callable[[Any], Any]] = {
    "all": lambda papers: titles(papers.all()),
    "filter": lambda papers: titles(papers.filter(title__startswith="w")),
    "exclude": lambda papers: titles(papers.exclude(sections__number=2)),
    "count": lambda papers: papers.count(),
    "exists": lambda papers: papers.filter(title="roofs").exists(),
    "create": lambda papers: (papers.create(title="new").author.name, papers.count()),
    "get_or_create": lambda papers: papers.get_or_create(title="walls")[1],
    "update_or_create": lambda papers: papers.update_or_create(title="new")[1],
    "add": lambda papers: (papers.add(papers.model.objects.get(title="roofs")), papers.count()),
    "aggregate": lambda papers: papers.aggregate(n=Count("pk"))["n"],
    "values": lambda papers: sorted(papers.values_list("title", "author__pk")),
    "known": lambda papers: papers.first().author is papers.instance,
    "update": lambda papers: papers.update(title="same"),
    "delete": lambda papers: papers.all().delete()[0],
    "bulk": lambda papers: (
        (papers.bulk_create([papers.model(title="b", author=papers.instance)]))[0].title
    ),
}


@pytest.mark.parametrize("name", DONE)
def test_a_manager_does_what_that_of_a_foreign_key_does(ann: Person, name: str) -> None:
    found = [DONE[name](getattr(ann, f"{twin}_papers")) for twin in TWINS]

    assert found[1] == found[0]


def test_rows_are_prefetched_with_one_statement_more(ann: Person) -> None:
    with recorded() as seen:
        persons = Person.objects.prefetch_related("apart_papers__sections")
        found = {person.name: titles(person.apart_papers.all()) for person in persons}

    assert found == {"Ann": ["doors", "walls"], "Bob": ["roofs"]}
    assert [role for role, _ in seen] == ["persons_rw", "apart_rw", "apart_rw"]


def test_a_prefetch_takes_a_queryset_of_a_few(ann: Person) -> None:
    few = Prefetch(
        "apart_papers", apart.models.Paper.objects.order_by("title")[:1], to_attr="first_papers"
    )

    found = Person.objects.prefetch_related(few).get(name="Ann")

    assert titles(found.first_papers) == ["doors"]


@pytest.mark.parametrize(
    "query",
    [
        lambda: Person.objects.filter(apart_papers__title="walls"),
        lambda: Person.objects.exclude(apart_papers=1),
        lambda: Person.objects.annotate(n=Count("apart_papers")),
        lambda: Person.objects.order_by("apart_papers__title"),
        lambda: Person.objects.values("apart_papers__title"),
        lambda: single.models.Paper.objects.filter(author__apart_papers__title="walls"),
    ],
)
def test_a_query_of_the_other_side_says_what_to_write(
    query: Callable[[], Any],
) -> None:
    with pytest.raises(CrossSchemaJoin) as refused:
        query()

    assert "Write pk__in=Paper.objects.filter(" in str(refused.value)


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ({"apart_papers__isnull": False}, "filter(author__isnull=False).values('author'), in excl"),
        ({"apart_papers__in": [1]}, "filter(pk__in=...)"),
        ({"apart_papers__author_id": 1}, "filter(author_id=...)"),
    ],
)
def test_a_lookup_of_the_row_itself_is_one_of_its_key(condition: dict[str, Any], told: str) -> None:
    with pytest.raises(CrossSchemaJoin) as refused:
        Person.objects.filter(**condition)

    assert f"Write pk__in=Paper.objects.{told}" in str(refused.value)


def test_what_the_refusal_says_to_write_works(ann: Person) -> None:
    keys = apart.models.Paper.objects.filter(title="walls").values("author")

    assert Person.objects.get(pk__in=keys) == ann


def test_the_hubs_migrations_know_nothing_of_it() -> None:
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

    assert Person._meta.get_field("apart_papers").related_model is apart.models.Paper
