"""GitHub's activity beside the accounts whose it is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cppa_user_tracker.models import GitHubAccount
from github_activity_tracker import records, services
from github_activity_tracker.models import GitCommit
from tests.tools.project.history import account, repository

concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def commit(commit_hash: str, *, by: int) -> records.Commit:
    noon = datetime(2024, 5, 1, 12, tzinfo=UTC)
    return records.Commit(account_id=account(by), commit_hash=commit_hash, commit_at=noon)


@concurrent
def test_an_account_takes_its_commits_with_it() -> None:
    services.upsert_commits(repo_id=repository(), commits=[commit("a", by=1), commit("b", by=2)])

    GitHubAccount.objects.get(github_account_id=2).delete()

    assert [each.commit_hash for each in GitCommit.objects.all()] == ["a"]
