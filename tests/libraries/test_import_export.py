"""import-export: what is exported comes back, and a bad key is an error of its row."""

from __future__ import annotations

import pytest
from desk.models import Paper
from hub.models import Person
from import_export import resources
from import_export.fields import Field
from import_export.widgets import ForeignKeyWidget
from tablib import Dataset

pytestmark = pytest.mark.django_db(databases="__all__")


class Papers(resources.ModelResource):
    class Meta:
        model = Paper
        fields = ["id", "title", "author", "editor"]


class PapersByName(resources.ModelResource):
    author = Field("author", "author", widget=ForeignKeyWidget(Person, "name"))

    class Meta:
        model = Paper
        fields = ["id", "title", "author"]


@pytest.fixture
def paper(db: None) -> Paper:
    return Paper.objects.create(title="t", author=Person.objects.create(name="Ann"))


def test_what_is_exported_comes_back(paper: Paper) -> None:
    exported = Papers().export()
    Paper.objects.all().delete()

    Papers().import_data(exported, raise_errors=True)

    assert exported["author"] == [paper.author_id]
    assert Paper.objects.get().author == paper.author


def test_a_bad_key_is_an_error_of_its_row(paper: Paper) -> None:
    rows = Dataset([paper.pk, "new", 999, ""], headers=["id", "title", "author", "editor"])

    result = Papers().import_data(rows)

    assert "Person matching query does not exist." in str(result.row_errors()[0][1][0].error)
    assert Paper.objects.get().title == "t"


def test_a_key_is_exported_and_found_by_a_name(paper: Paper) -> None:
    Person.objects.create(name="Bob")
    exported = PapersByName().export()
    rows = Dataset([paper.pk, "t", "Bob"], headers=exported.headers)

    PapersByName().import_data(rows, raise_errors=True)

    assert exported["author"] == ["Ann"]
    assert Paper.objects.get().author.name == "Bob"
