"""Issues, pull requests and commits seen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from clang_github_tracker import selectors, services
from clang_github_tracker.models import ClangGithubCommit, ClangGithubIssueItem
from tests.tools.project.racing import raced

database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

MARCH, APRIL = datetime(2025, 3, 1, tzinfo=UTC), datetime(2025, 4, 1, tzinfo=UTC)


@database
def test_items_are_updated_by_number() -> None:
    issue = services.Item(number=7, is_pull_request=False, github_updated_at=MARCH)
    changed = services.Item(number=7, is_pull_request=False, github_updated_at=APRIL)
    pull_request = services.Item(number=8, is_pull_request=True, github_updated_at=MARCH)

    services.upsert_items(items=[issue])
    services.upsert_items(items=[pull_request, issue, changed])

    assert ClangGithubIssueItem.objects.count() == 2
    assert selectors.items_updated_until() == APRIL
    assert [each.number for each in selectors.pull_requests()] == [8]


@database
def test_commits_are_upserted_once_by_sha() -> None:
    commits = [services.Commit(sha=letter * 40, github_committed_at=MARCH) for letter in "ab"]

    assert services.upsert_commits(commits=commits) == 2
    assert services.upsert_commits(commits=commits) == 2
    assert ClangGithubCommit.objects.count() == 2
    assert selectors.commits_until() == MARCH


@concurrent
def test_two_sessions_that_upsert_in_opposite_orders_do_not_deadlock() -> None:
    commits = [services.Commit(sha=letter * 40) for letter in "abcd"]

    raced(
        lambda: services.upsert_commits(commits=commits),
        lambda: services.upsert_commits(commits=reversed(commits)),
        using="clang_github_tracker",
    )

    assert ClangGithubCommit.objects.count() == 4
