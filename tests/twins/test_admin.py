"""The admin takes an identity key as it takes a foreign key: each option on both twins."""

from __future__ import annotations

import re
from typing import Any

import apart.models
import pytest
import single.models
from django.contrib import admin
from django.contrib.admin import RelatedOnlyFieldListFilter
from django.contrib.auth.models import User
from django.contrib.messages.storage.fallback import FallbackStorage
from django.forms import modelform_factory
from django.test import Client, RequestFactory
from persons.models import Person, Team

pytestmark = pytest.mark.django_db(databases="__all__")

TWINS: list[Any] = [single.models.Paper, apart.models.Paper]


@pytest.fixture
def rows(db: None) -> None:
    """Two papers of two authors, and a person who wrote nothing."""
    red = Team.objects.create(name="red")
    ann = Person.objects.create(name="Ann", team=red)
    bob = Person.objects.create(name="Bob")
    Person.objects.create(name="Zoe")
    for model in TWINS:
        model.objects.create(pk=1, title="walls", author=ann, editor=bob)
        model.objects.create(pk=2, title="doors", author=bob)


def page(model: Any, options: dict[str, Any], path: str, query: str = "", **post: Any) -> Any:
    """What a ModelAdmin of `model` with these options answers."""
    site = admin.site
    made = type("Tried", (admin.ModelAdmin,), options)(model, site)
    root = User.objects.filter(username="root").first() or User.objects.create_superuser("root")
    factory = RequestFactory()
    request = factory.post(f"/?{query}", post) if post else factory.get(f"/?{query}")
    request.user = root
    request.session = {}  # type: ignore[assignment]
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]
    request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
    if path == "list":
        answer = made.changelist_view(request)
    else:
        answer = made.changeform_view(request, path if path != "add" else None)
    return answer.render() if hasattr(answer, "render") else answer


def shown(answer: Any) -> str:
    """The content of a page, in which the twins are one, and tokens are left out."""
    html = re.sub(r"\s+", " ", answer.content.decode())
    content = html[html.index('<div id="content"') :]
    content = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", content)
    return re.sub(r"\b(apart|single)(?=\b|_)", "twin", content, flags=re.IGNORECASE)


OPTIONS: list[dict[str, Any]] = [
    {"raw_id_fields": ["author"]},
    {"autocomplete_fields": ["author"]},
    {"radio_fields": {"author": admin.HORIZONTAL}},
    {"list_display": ["title", "author"]},
    {"list_display": ["title", "author__name"], "sortable_by": ["title"]},
    {"list_filter": ["author"]},
    {"list_filter": [("author", RelatedOnlyFieldListFilter)]},
    {"list_filter": ["author__team"]},
    {"list_filter": ["author__active", "editor"]},
    {"search_fields": ["author__name"]},
    {"list_select_related": ["author", "editor"], "list_display": ["title", "author"]},
    {"list_select_related": True, "list_display": ["title", "author"]},
    {"filter_horizontal": [], "fields": ["title", "author"]},
    {"readonly_fields": ["author"]},
]


# `list_select_related = True` is deprecated from Django 6.1 on, and used until it is gone.
@pytest.mark.filterwarnings("ignore:Setting ModelAdmin.list_select_related")
@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_each_option_passes_check_and_shows_the_page_of_a_foreign_key(
    rows: None, options: dict[str, Any]
) -> None:
    said = [type("Tried", (admin.ModelAdmin,), options)(each, admin.site).check() for each in TWINS]
    lists = [shown(page(each, options, "list", "q=Ann")) for each in TWINS]
    forms = [shown(page(each, options, "1")) for each in TWINS]

    assert said == [[], []]
    assert lists[1] == lists[0]
    assert forms[1] == forms[0]


@pytest.mark.parametrize(
    ("options", "query", "found"),
    [
        ({"list_filter": ["author"]}, "author__id__exact={ann}", ["walls"]),
        ({"list_filter": ["author__team"]}, "author__team__id__exact={red}", ["walls"]),
        ({"list_filter": ["author__active"]}, "author__active__exact=0", []),
        ({"list_filter": ["editor"]}, "editor__isnull=True", ["doors"]),
        ({"search_fields": ["author__name"]}, "q=bob", ["doors"]),
        ({"search_fields": ["=author__name", "title"]}, "q=walls", ["walls"]),
        ({}, "author__id__exact={ann}", ["walls"]),
        ({}, "author={ann}", ["walls"]),
        ({}, "author__pk={ann}", ["walls"]),
    ],
    ids=str,
)
def test_a_list_is_narrowed_as_by_a_foreign_key(
    rows: None, options: dict[str, Any], query: str, found: list[str]
) -> None:
    ann = Person.objects.get(name="Ann")
    asked = query.format(ann=ann.pk, red=ann.team_id)

    lists = [page(each, options, "list", asked).context_data["cl"].result_list for each in TWINS]

    assert [[paper.title for paper in each] for each in lists] == [found, found]


def test_a_filter_offers_labels_and_only_those_that_occur(rows: None) -> None:
    options = {"list_filter": [("author", RelatedOnlyFieldListFilter)]}

    lists = [page(each, options, "list").context_data["cl"] for each in TWINS]

    offered = [[label for _, label in each.filter_specs[0].lookup_choices] for each in lists]
    assert offered == [["Ann", "Bob"], ["Ann", "Bob"]]


@pytest.mark.parametrize("key", ["0", "x", ""])
def test_a_form_says_the_same_of_a_bad_key(rows: None, key: str) -> None:
    errors = [
        page(each, {}, "1", title="t", author=key).context_data["adminform"].form.errors
        for each in TWINS
    ]

    assert errors[1] == errors[0]
    assert "author" in errors[1]


def test_a_form_saves_and_shows_what_it_saved(rows: None) -> None:
    bob = Person.objects.get(name="Bob")

    for each in TWINS:
        page(each, {"raw_id_fields": ["author"]}, "1", title="new", author=str(bob.pk))

    assert [each.objects.get(pk=1).author for each in TWINS] == [bob, bob]


def test_inlines_of_the_other_side_take_a_key_by_its_name(rows: None) -> None:
    inlines = [
        type("Papers", (admin.TabularInline,), {"model": each, "fk_name": "author", "extra": 0})
        for each in TWINS
    ]
    ann = Person.objects.get(name="Ann")

    pages = [shown(page(Person, {"inlines": [each]}, str(ann.pk))) for each in inlines]

    assert "walls" in pages[1]
    assert pages[1].replace("twin_papers", "").count("<input") == pages[0].count("<input")
    for inline in inlines:
        made = type("Tried", (admin.ModelAdmin,), {"inlines": [inline]})(Person, admin.site)
        assert made.check() == []


def test_a_public_form_leads_nowhere_into_the_admin(rows: None) -> None:
    forms = [modelform_factory(each, fields=["title", "author"])() for each in TWINS]

    assert str(forms[1]) == str(forms[0])
    assert "/admin/" not in str(forms[1])


def test_a_popup_that_adds_a_person_hands_its_key_back(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))

    answer = client.post("/admin/persons/person/add/?_popup=1", {"name": "New", "_popup": "1"})

    key = Person.objects.get(name="New").pk
    assert f"&quot;value&quot;: &quot;{key}&quot;" in answer.content.decode()


def test_the_choices_of_an_autocomplete_are_those_of_a_foreign_key(
    rows: None, client: Client
) -> None:
    client.force_login(User.objects.create_superuser("root"))

    answers = [
        client.get(
            "/admin/autocomplete/",
            {"app_label": app, "model_name": "paper", "field_name": "author", "term": "nn"},
        ).json()
        for app in ("single", "apart")
    ]

    assert [each["text"] for each in answers[1]["results"]] == ["Ann"]
    assert answers[1] == answers[0]


def test_what_a_deletion_would_take_is_listed_with_its_links(rows: None, client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    ann = Person.objects.get(name="Ann")

    html = client.get(f"/admin/persons/person/{ann.pk}/delete/").content.decode()

    assert '<a href="/admin/single/paper/1/change/">walls</a>' in html
    assert '<a href="/admin/apart/paper/1/change/">walls</a>' in html
