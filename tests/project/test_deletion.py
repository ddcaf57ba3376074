"""Deletions that run through the schemas of the reference project."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.admin.utils import get_deleted_objects
from django.contrib.auth.models import Permission, User
from django.db import connections
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from boost_library_tracker.models import BoostFile, BoostLibrary, BoostLibraryRepository
from boost_usage_tracker.models import BoostExternalRepository, BoostUsage
from cppa_user_tracker.models import GitHubAccount
from github_activity_tracker.models import (
    GitCommit,
    GitCommitFileChange,
    GitHubFile,
    GitHubRepository,
)
from tests.tools.project.growth import grown
from tests.tools.project.history import account

pytestmark = pytest.mark.django_db(databases="__all__")

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_an_account_takes_along_what_hangs_on_it_in_four_schemas() -> None:
    grown(1, rows=3)

    total, by_model = GitHubAccount.objects.get(pk=account(1)).delete()

    assert by_model == {
        "boost_usage_tracker.BoostUsage": 3,
        "boost_library_tracker.BoostFile": 3,
        "boost_library_tracker.BoostLibrary": 1,
        "boost_library_tracker.BoostLibraryRepository": 1,
        "github_activity_tracker.GitCommitFileChange": 3,
        "github_activity_tracker.GitCommit": 3,
        "github_activity_tracker.GitHubFile": 3,
        "github_activity_tracker.GitHubRepository": 1,
        "cppa_user_tracker.GitHubAccount": 1,
        "cppa_user_tracker.BaseProfile": 1,
    }
    assert total == 20
    # What belongs to the other account stays.
    assert GitHubFile.objects.count() == 3
    assert BoostExternalRepository.objects.count() == 1


def test_more_rows_take_no_more_statements_than_their_batches() -> None:
    numbers = []
    for owner, rows in ((1, 10), (2, 100)):
        grown(owner, rows)
        instance = GitHubAccount.objects.get(pk=account(owner))
        with CaptureQueriesContext(connections["cppa_user_tracker"]) as hub:
            with CaptureQueriesContext(connections["github_activity_tracker"]) as github:
                with CaptureQueriesContext(connections["boost_library_tracker"]) as boost:
                    instance.delete()
        numbers.append((len(hub), len(github), len(boost)))

    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("granted", [False, True])
def test_the_admin_asks_for_a_permission_on_what_goes_in_every_schema(
    rf: RequestFactory, granted: bool
) -> None:
    grown(1, rows=1)
    request: Any = rf.get("/")
    request.user = User.objects.create_user("clerk", is_staff=True)
    if granted:
        request.user.user_permissions.set(Permission.objects.filter(codename__startswith="delete_"))

    shown, counts, needed, protected = get_deleted_objects(
        GitHubAccount.objects.filter(pk=account(1)), request, admin.site
    )

    names = {
        each._meta.verbose_name
        for each in (
            BoostUsage, BoostFile, BoostLibrary, BoostLibraryRepository, GitCommit,
            GitCommitFileChange, GitHubFile, GitHubRepository, GitHubAccount,
        )
    }  # fmt: skip
    assert counts[str(BoostUsage._meta.verbose_name_plural)] == 1
    assert protected == []
    assert names <= needed if not granted else needed == set()
    assert repr(shown).count("boost") >= 1
