"""Factories: model_bakery, factory_boy."""

from __future__ import annotations

import factory
import pytest
from desk.models import Draft, Paper
from hub.models import Person
from model_bakery import baker

pytestmark = pytest.mark.django_db(databases="__all__")


def test_a_baker_makes_the_other_side_too() -> None:
    draft = baker.make(Draft)

    assert Person.objects.get() == draft.author
    assert baker.make(Draft, author=draft.author).author == draft.author


def test_a_baker_leaves_what_may_be_null() -> None:
    paper = baker.make(Paper)

    assert (paper.editor, paper.owner) == (None, None)
    assert Person.objects.get() == paper.author


def test_a_baker_follows_names_through_a_key() -> None:
    paper = baker.make(Paper, author__name="Ann")

    assert Person.objects.get().name == "Ann"
    assert paper.author.name == "Ann"


class People(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(str)


class Papers(factory.django.DjangoModelFactory):
    class Meta:
        model = Paper

    author = factory.SubFactory(People)


def test_a_factory_makes_the_other_side_too() -> None:
    paper = Papers(author__name="Ann")

    assert (Person.objects.get().name, paper.author.name) == ("Ann", "Ann")
