"""History: rows that tests of several apps start from, made by the services that own them."""

from __future__ import annotations

from cppa_user_tracker import services as hub
from github_activity_tracker import services as github


def account(number: int = 1) -> int:
    """The key of the GitHub account with that number."""
    made, _ = hub.get_or_create_github_account(
        github_account_id=number, username=f"account-{number}"
    )
    return made.pk


def repository(name: str = "json", *, owner: int = 1) -> int:
    """The key of the repository of that name."""
    made, _ = github.get_or_create_repository(owner_account_id=account(owner), repo_name=name)
    return made.pk


def file(name: str, *, repo_id: int) -> int:
    """The key of the repository's file of that name."""
    return github.upsert_files(repo_id=repo_id, filenames=[name])[name]
