"""IdentityManyToMany without a model between: it makes one."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections, models
from django.test.utils import isolate_apps
from people.models import Person

from appschemas import IdentityManyToMany

pytestmark = pytest.mark.django_db(databases="__all__")


@isolate_apps("papers")
def test_a_field_makes_the_model_between_and_its_manager_works(ada: Person, bob: Person) -> None:
    class Club(models.Model):
        members = IdentityManyToMany("people.Person")

        class Meta:
            app_label = "papers"

    between: Any = Club._meta.apps.get_model("papers", "Club_members")
    with connections["papers"].schema_editor() as editor:
        for model in (Club, between):
            editor.create_model(model)
    club = Club.objects.create()

    club.members.add(ada, bob)
    club.members.remove(bob)

    assert [str(each) for each in club.members.all()] == ["Ada"]
    assert Club.objects.filter(members__name="Ada").get() == club
    assert [each.members.count() for each in Club.objects.prefetch_related("members")] == [1]
    assert between.objects.values_list("club", "person").get() == (club.pk, ada.pk)


@isolate_apps("papers")
def test_the_other_side_may_be_named_by_its_class() -> None:
    class Circle(models.Model):
        members = IdentityManyToMany(Person)

        class Meta:
            app_label = "papers"

    between: Any = Circle._meta.apps.get_model("papers", "Circle_members")

    assert between._meta.get_field("person").to == "people.Person"
    assert Circle._meta.get_field("members").remote_field.through is between


@isolate_apps("papers")
def test_the_model_between_comes_after_the_one_that_has_the_field() -> None:
    class Ring(models.Model):
        members = IdentityManyToMany("people.Person")

        class Meta:
            app_label = "papers"

    made = Ring._meta.apps.get_models(include_auto_created=True)

    assert [each.__name__ for each in made] == ["Ring", "Ring_members"]
