"""Compilers: SQL of a project's own comes through as it stands."""

from __future__ import annotations

import pytest
from django.db import models, router
from django.test.utils import isolate_apps
from papers.models import Paper
from people.models import Person

from appschemas import IdentityKey
from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


def test_sql_of_the_projects_own_gives_objects_of_its_model_in_its_schema() -> None:
    author = Person.objects.create(name="Ann")
    Paper.objects.create(title="Locks", author=author)

    (paper,) = Paper.objects.raw(
        "SELECT *, current_user AS role FROM papers_paper WHERE title = %s", ["Locks"]
    )

    assert (paper.author.name, paper.role) == ("Ann", "papers_rw")


@isolate_apps("papers", "people")
def test_a_proxy_is_where_its_table_lies(statements: Recorded) -> None:
    class Author(Person):
        class Meta:
            app_label = "papers"
            proxy = True

    class Visit(models.Model):
        author = IdentityKey("papers.Author", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    with statements() as seen:
        made = Author.objects.create(name="Ada")
        made.name = "Eve"
        made.save()
        Author.objects.filter(pk=made.pk).update(name="Ida")
        found = Author.objects.get(name="Ida")
        # As what goes along with a row of the proxy's own app is asked for.
        assert [*Author.objects.using("papers").filter(name="Ida")] == [found]

    assert {role for role, _ in seen} == {"people_rw"}
    assert (found, found._state.db) == (made, "people")
    assert Visit(author=Person.objects.get(pk=made.pk)).author_id == made.pk
    assert router.allow_relation(found, Person.objects.get())
