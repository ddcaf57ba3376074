"""The admin of a model with identity keys."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from papers.models import Paper
from people.models import Person

from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("root"))
    return client


def test_the_form_shows_the_label_and_its_links(staff: Client, paper: Paper, ada: Person) -> None:
    html = staff.get(f"/admin/papers/paper/{paper.pk}/change/").content.decode()

    assert f'<strong><a href="/admin/people/person/{ada.pk}/change/">Ada</a></strong>' in html
    assert 'href="/admin/people/person/?_to_field=id"' in html


def test_the_form_saves(staff: Client, paper: Paper, bob: Person) -> None:
    answer = staff.post(
        f"/admin/papers/paper/{paper.pk}/change/",
        {"title": "new", "author": bob.pk, "editor": "", "badge": "", "country": "", "referee": ""},
    )

    assert answer.status_code == 302
    paper.refresh_from_db()
    assert (paper.title, paper.author, paper.editor) == ("new", bob, None)


def test_the_form_says_what_is_wrong(staff: Client, paper: Paper) -> None:
    answer = staff.post(f"/admin/papers/paper/{paper.pk}/change/", {"title": "new", "author": "0"})

    assert "That choice is not one of the available choices." in answer.content.decode()


def test_the_list_reads_its_labels_in_one_statement_per_key(
    staff: Client, paper: Paper, statements: Recorded
) -> None:
    for n in range(10):
        Paper.objects.create(title=str(n), author=Person.objects.create(name=f"name {n}"))

    with statements() as seen:
        html = staff.get("/admin/papers/paper/").content.decode()

    assert "name 9" in html
    assert [role for role, _ in seen].count("people_rw") == 2


def test_deleting_lists_what_goes_with_it(staff: Client, paper: Paper, ada: Person) -> None:
    html = staff.get(f"/admin/people/person/{ada.pk}/delete/").content.decode()

    assert f'<a href="/admin/papers/paper/{paper.pk}/change/">On walls</a>' in html


def test_deleting_deletes(staff: Client, paper: Paper, ada: Person) -> None:
    staff.post(f"/admin/people/person/{ada.pk}/delete/", {"post": "yes"})

    assert not Paper.objects.exists()


def test_what_is_looked_up_can_be_chosen(staff: Client, ada: Person) -> None:
    html = staff.get("/admin/people/person/?_to_field=id&_popup=1").content.decode()

    assert f'data-popup-opener="{ada.pk}"' in html
