"""Compilers: SQL of a project's own comes through as it stands."""

from __future__ import annotations

import pytest
from papers.models import Paper
from people.models import Person

pytestmark = pytest.mark.django_db(databases="__all__")


def test_sql_of_the_projects_own_gives_objects_of_its_model_in_its_schema() -> None:
    author = Person.objects.create(name="Ann")
    Paper.objects.create(title="Locks", author=author)

    (paper,) = Paper.objects.raw(
        "SELECT *, current_user AS role FROM papers_paper WHERE title = %s", ["Locks"]
    )

    assert (paper.author.name, paper.role) == ("Ann", "papers_rw")
