"""Generic foreign keys whose content type is an identity key."""

from __future__ import annotations

import pytest
from apart.models import Label, Paper, Section
from django.contrib.contenttypes.checks import check_generic_foreign_keys
from django.contrib.contenttypes.models import ContentType
from persons.models import Person

from tests.tools.statements import recorded

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def paper(db: None) -> Paper:
    """A paper with two labels, beside a section and a person with one each."""
    person = Person.objects.create(name="Ann")
    paper = Paper.objects.create(title="walls", author=person)
    for text in ("red", "blue"):
        Label.objects.create(owner=paper, text=text)
    Label.objects.create(owner=paper.sections.create(), text="green")
    Label.objects.create(owner=person, text="white")
    return paper


def texts(labels: object) -> list[str]:
    return sorted(label.text for label in labels)  # type: ignore[attr-defined]


def test_check_takes_the_key_for_a_foreign_key() -> None:
    assert check_generic_foreign_keys(app_configs=None) == []
    assert Label._meta.get_field("owner_type").related_model is ContentType


def test_an_owner_of_any_schema_is_read(paper: Paper) -> None:
    owners = [label.owner for label in Label.objects.order_by("pk")]

    assert owners == [paper, paper, Section.objects.get(), paper.author]


def test_an_owner_has_its_labels(paper: Paper) -> None:
    assert texts(paper.labels.all()) == ["blue", "red"]
    assert texts(paper.labels.filter(text="red")) == ["red"]

    paper.labels.create(text="new")
    paper.labels.remove(Label.objects.get(text="red"))

    assert texts(paper.labels.all()) == ["blue", "new"]


def test_rows_are_found_by_their_labels(paper: Paper) -> None:
    Paper.objects.create(title="other", author=paper.author)

    assert Paper.objects.get(labels__text="red") == paper
    assert Paper.objects.exclude(labels__text="red").get().title == "other"
    assert Paper.objects.filter(labels__isnull=True).get().title == "other"


def test_labels_are_prefetched(paper: Paper) -> None:
    ContentType.objects.get_for_model(Paper)
    with recorded() as seen:
        assert texts(Paper.objects.prefetch_related("labels").get().labels.all()) == ["blue", "red"]
    assert [role for role, _ in seen] == ["apart_rw", "apart_rw"]

    found = Label.objects.prefetch_related("owner").order_by("pk")

    assert [label.owner.pk for label in found][:2] == [paper.pk, paper.pk]


def test_an_owner_that_goes_takes_its_labels_along(paper: Paper) -> None:
    paper.delete()

    assert texts(Label.objects.all()) == ["green", "white"]


def test_labels_are_found_by_their_type(paper: Paper) -> None:
    found = Label.objects.filter(owner_type__app_label="apart", owner_type__model="paper")

    assert texts(found) == ["blue", "red"]
    assert texts(Label.objects.filter(owner_type__pk=ContentType.objects.get_for_model(Person).pk))
