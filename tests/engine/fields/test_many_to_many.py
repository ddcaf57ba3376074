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
