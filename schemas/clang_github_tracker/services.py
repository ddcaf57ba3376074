"""Writes: issues, pull requests and commits seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from clang_github_tracker.models import ClangGithubCommit, ClangGithubIssueItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An issue or pull request as GitHub lists it."""

    number: int
    is_pull_request: bool
    github_created_at: datetime | None = None
    github_updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit as GitHub lists it."""

    sha: str
    github_committed_at: datetime | None = None


def upsert_items(*, items: Iterable[Item]) -> int:
    """Insert the items and update those that are there; how many there were."""
    # A statement may touch a row once, and writers that go in one order do not deadlock.
    by_number = {item.number: item for item in items}
    ClangGithubIssueItem.objects.bulk_create(
        [ClangGithubIssueItem(**asdict(by_number[number])) for number in sorted(by_number)],
        update_conflicts=True,
        unique_fields=["number"],
        update_fields=["is_pull_request", "github_created_at", "github_updated_at", "updated_at"],
        batch_size=1000,
    )
    return len(by_number)


def upsert_commits(*, commits: Iterable[Commit]) -> int:
    """Insert the commits and update those that are there; how many there were."""
    by_sha = {commit.sha: commit for commit in commits}
    ClangGithubCommit.objects.bulk_create(
        [ClangGithubCommit(**asdict(by_sha[sha])) for sha in sorted(by_sha)],
        update_conflicts=True,
        unique_fields=["sha"],
        update_fields=["github_committed_at", "updated_at"],
        batch_size=1000,
    )
    return len(by_sha)
