"""Django REST framework, django-filter and drf-spectacular."""

from __future__ import annotations

import re
from typing import Any

import django_filters
import pytest
from desk.api import PaperSerializer
from desk.models import Paper
from django.db import connections
from django.test import Client
from drf_spectacular.generators import SchemaGenerator
from hub.models import Person
from rest_framework.authtoken.models import Token
from rest_framework.filters import OrderingFilter, SearchFilter
from rest_framework.generics import ListAPIView
from rest_framework.serializers import (
    HyperlinkedModelSerializer,
    ModelSerializer,
    SlugRelatedField,
)
from rest_framework.test import APIRequestFactory

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@pytest.fixture
def ann(db: None) -> Person:
    return Person.objects.create(name="Ann")


def test_a_key_that_is_not_there_is_400(client: Client, ann: Person) -> None:
    answer = client.post("/api/papers/", {"title": "t", "author": 999})

    assert (answer.status_code, answer.json()) == (
        400,
        {"author": ['Invalid pk "999" - object does not exist.']},
    )


def test_a_key_is_written_and_read(client: Client, ann: Person) -> None:
    answer = client.post("/api/papers/", {"title": "t", "author": ann.pk})

    assert (answer.status_code, answer.json()["author"]) == (201, ann.pk)
    assert client.get("/api/papers/").json()[0]["author"] == ann.pk


def test_depth_nests_the_other_side_and_reads_it_for_all_rows_at_once(ann: Person) -> None:
    class Nested(ModelSerializer):
        class Meta:
            model = Paper
            fields = ["title", "author"]
            depth = 1

    bob = Person.objects.create(name="Bob")
    for n in range(10):
        Paper.objects.create(title=str(n), author=(ann, bob)[n % 2])
    with connections["hub"].execute_wrapper(count := Counted()):
        data = Nested(Paper.objects.order_by("pk"), many=True).data

    assert data[0]["author"] == {"id": ann.pk, "name": "Ann"}
    assert count.statements == 1


class Counted:
    """Counts the statements of an alias."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(self, execute: Any, *args: Any) -> Any:
        self.statements += 1
        return execute(*args)


def test_a_hyperlink_leads_to_the_other_side(ann: Person) -> None:
    class Linked(HyperlinkedModelSerializer):
        class Meta:
            model = Paper
            fields = ["author"]

    paper = Paper.objects.create(title="t", author=ann)
    request = APIRequestFactory().get("/")

    data = Linked(paper, context={"request": request}).data
    back = Linked(data=data, partial=True)

    assert data["author"] == f"http://testserver/api/persons/{ann.pk}/"
    assert back.is_valid(raise_exception=True)
    assert back.validated_data["author"] == ann


def test_the_form_in_a_browser_offers_the_other_sides_labels(client: Client, ann: Person) -> None:
    html = client.get("/api/papers/", headers={"accept": "text/html"}).content.decode()

    assert re.search(rf'<option value="{ann.pk}" *>Ann</option>', re.sub(r"\s+", " ", html))


def test_the_schema_says_the_type_of_the_key(ann: Person) -> None:
    schema = SchemaGenerator().get_schema(public=True)

    paper = schema["components"]["schemas"]["Paper"]["properties"]
    assert paper["author"] == {"type": "integer"}
    assert paper["editor"]["nullable"] is True


def test_a_filter_set_takes_a_key_and_what_lies_behind_it(ann: Person) -> None:
    class Filters(django_filters.FilterSet):
        class Meta:
            model = Paper
            fields = ["author", "author__name", "editor"]

    bob = Person.objects.create(name="Bob")
    for person in (ann, bob):
        Paper.objects.create(title=person.name, author=person)

    asked = [{"author": ann.pk}, {"author__name": "Bob"}, {"author": 999}]
    found = [Filters(each, Paper.objects.all()) for each in asked]

    assert [[paper.title for paper in each.qs] for each in found[:2]] == [["Ann"], ["Bob"]]
    assert not found[2].is_valid()
    assert isinstance(found[0].filters["author"], django_filters.ModelChoiceFilter)


def test_a_filter_set_takes_lookups_behind_a_key(ann: Person) -> None:
    class Filters(django_filters.FilterSet):
        class Meta:
            model = Paper
            fields = {"author__name": ["icontains", "in"], "author": ["exact", "isnull"]}

    for name in ("Ann", "Bob"):
        person, _ = Person.objects.get_or_create(name=name)
        Paper.objects.create(title=name, author=person)

    found = [
        [paper.title for paper in Filters(asked, Paper.objects.all()).qs]
        for asked in ({"author__name__icontains": "AN"}, {"author__name__in": "Bob,Zoe"})
    ]

    assert found == [["Ann"], ["Bob"]]


def test_a_slug_of_the_other_side_is_written_and_read(ann: Person) -> None:
    class Slugs(ModelSerializer):
        author = SlugRelatedField(slug_field="name", queryset=Person.objects.all())

        class Meta:
            model = Paper
            fields = ("title", "author")

    good, bad = (Slugs(data={"title": "t", "author": name}) for name in ("Ann", "nobody"))

    assert good.is_valid()
    assert Slugs(good.save()).data == {"title": "t", "author": "Ann"}
    assert bad.is_valid() is False
    assert bad.errors == {"author": ["Object with name=nobody does not exist."]}


def test_a_list_is_searched_behind_a_key(ann: Person) -> None:
    class Papers(ListAPIView):
        queryset = Paper.objects.order_by("pk")
        serializer_class = PaperSerializer
        filter_backends = (SearchFilter, OrderingFilter)
        search_fields = ("author__name",)

    for name in ("Ann", "Bob"):
        person, _ = Person.objects.get_or_create(name=name)
        Paper.objects.create(title=name, author=person)
    asked = APIRequestFactory().get("/", {"search": "ann", "ordering": "-author"})

    answer = Papers.as_view()(asked)

    assert [paper["title"] for paper in answer.data] == ["Ann"]


def test_a_token_is_the_users(django_user_model: Any) -> None:
    user = django_user_model.objects.create_user("ann")

    token = Token.objects.create(user=user)

    assert Token.objects.select_related("user").get(key=token.key).user == user
