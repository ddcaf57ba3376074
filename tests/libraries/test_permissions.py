"""guardian, taggit and allauth: packages whose own tables lie in the platform's schema."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from desk.models import Paper, TaggedPaper
from django.contrib.auth.models import User
from django.contrib.sites.managers import CurrentSiteManager
from django.db import models
from django.test import Client
from django.test.utils import isolate_apps
from guardian.shortcuts import assign_perm, get_objects_for_user
from hub.models import Person
from taggit.models import Tag

from appschemas import IdentityKey

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def paper(db: None) -> Paper:
    return Paper.objects.create(title="t", author=Person.objects.create(name="Ann"))


def test_a_permission_on_a_row_of_another_schema_is_given_and_asked_for(paper: Paper) -> None:
    user = User.objects.create_user("ann")

    assign_perm("desk.change_paper", user, paper)

    assert user.has_perm("desk.change_paper", paper)
    assert not user.has_perm("desk.delete_paper", paper)


def test_the_rows_that_a_user_may_change_are_listed(paper: Paper) -> None:
    user = User.objects.create_user("ann")
    Paper.objects.create(title="other", author=paper.author)
    assign_perm("desk.change_paper", user, paper)

    assert list(get_objects_for_user(user, "desk.change_paper")) == [paper]


def test_signing_up_makes_a_user_with_an_address(client: Client, db: None) -> None:
    client.post(
        "/accounts/signup/",
        {
            "username": "ann",
            "email": "a@b.cd",
            "password1": "long-secret",
            "password2": "long-secret",
        },
    )

    assert EmailAddress.objects.get().user == User.objects.get(username="ann")


def test_a_key_of_a_user_is_followed(client: Client, paper: Paper) -> None:
    paper.owner = User.objects.create_user("ann")
    paper.save()

    assert Paper.objects.get(owner__username="ann").owner == paper.owner


@isolate_apps("desk")
def test_a_manager_of_the_current_site_takes_a_key() -> None:
    class Page(models.Model):
        site = IdentityKey("sites.Site", on_delete=models.CASCADE, key=models.IntegerField())
        on_site = CurrentSiteManager()

        class Meta:
            app_label = "desk"

    assert Page.on_site.check() == []
    assert str(Page.on_site.all().query).endswith('WHERE "desk_page"."site_id" = 1')


def test_a_paper_is_tagged_and_found_by_its_tags(paper: Paper) -> None:
    other = Paper.objects.create(title="other", author=paper.author)

    paper.tags.add("red", "blue")
    other.tags.add("blue")
    other.tags.set(["green"], clear=True)

    assert sorted(paper.tags.names()) == ["blue", "red"]
    assert Paper.objects.get(tags__name="red") == paper
    assert Paper.objects.exclude(tags__name__in=["red"]).get() == other
    assert list(other.tags.all()) == [Tag.objects.get(name="green")]


def test_a_tag_that_goes_takes_its_rows_along(paper: Paper) -> None:
    paper.tags.add("red")

    Tag.objects.all().delete()

    assert TaggedPaper.objects.count() == 0
