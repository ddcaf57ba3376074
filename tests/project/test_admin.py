"""The admin of all 14 apps, through the shared session."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connections, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from github_activity_tracker import services as github
from github_activity_tracker.records import Commit
from tests.tools.project.history import account, repository

pytestmark = pytest.mark.django_db(databases="__all__")

REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
HUB = "cppa_user_tracker"
GITHUB = "github_activity_tracker"


@pytest.fixture
def staff(client: Client) -> Client:
    """A client that is logged in as a superuser."""
    client.force_login(User.objects.create_superuser("root"))
    return client


def test_every_model_with_a_table_of_its_own_is_in_the_admin() -> None:
    registered = {model._meta.label for model in REGISTERED}

    assert len([label for label in registered if "_" in label.partition(".")[0]]) == 67 - THROUGH


# The tables of plain many-to-many relations have no page of their own.
THROUGH = 1


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_every_list_and_every_form_opens(staff: Client, model: type[models.Model]) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"

    assert staff.get(reverse(f"{name}_changelist"), {"q": "x"}).status_code == 200
    assert staff.get(reverse(f"{name}_add")).status_code in (200, 403)


def test_a_list_shows_the_other_sides_label_and_asks_once(staff: Client) -> None:
    repo = repository("asio")
    commits = [
        Commit(account_id=account(number), commit_hash=f"{number:040}", commit_at=datetime.now(UTC))
        for number in range(1, 6)
    ]
    github.upsert_commits(repo_id=repo, commits=commits)

    with CaptureQueriesContext(connections[HUB]) as asked:
        page = staff.get(reverse(f"admin:{GITHUB}_gitcommit_changelist")).content.decode()

    assert all(f"account-{number}" in page for number in range(1, 6))
    assert len([each for each in asked if "githubaccount" in each["sql"]]) == 1


def test_a_form_shows_the_key_with_its_label_and_refuses_one_that_does_not_exist(
    staff: Client,
) -> None:
    key = repository("beast")
    url = reverse(f"admin:{GITHUB}_githubrepository_change", args=[key])

    page = staff.get(url).content.decode()
    answer = staff.post(url, {"owner_account": "-5", "repo_name": "x", "stars": 0, "forks": 0})

    assert f'value="{account()}"' in page
    assert "account-1</a></strong>" in page
    assert "not one of the available choices" in answer.content.decode()


def test_deleting_an_account_lists_what_goes_with_it_in_other_schemas(staff: Client) -> None:
    repository("hana")
    url = reverse(f"admin:{HUB}_githubaccount_delete", args=[account()])

    page = staff.get(url).content.decode()
    staff.post(url, {"post": "yes"})

    assert "hana" in page
    assert (
        staff.get(reverse(f"admin:{GITHUB}_githubrepository_changelist")).context["cl"].result_count
        == 0
    )
