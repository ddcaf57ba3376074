"""Reads of GitHub activity for other apps; what it is given and gives back are keys (`int`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Max

from github_activity_tracker.models import (
    GitCommit,
    GitCommitFileChange,
    GitHubFile,
    GitHubRepository,
)


def repository_by_name(*, owner_account_id: int, repo_name: str) -> GitHubRepository | None:
    """The owner's repository of that name."""
    return GitHubRepository.objects.filter(
        owner_account_id=owner_account_id, repo_name=repo_name
    ).first()


def repositories_by_keys(*, keys: Iterable[int]) -> dict[int, GitHubRepository]:
    """Many repositories in one query."""
    return dict(GitHubRepository.objects.in_bulk(list(keys)))


def files_of_repository(*, repo_id: int, with_deleted: bool = False) -> dict[str, int]:
    """Keys of the repository's files by name."""
    files = GitHubFile.objects.filter(repo_id=repo_id).order_by("-pk")
    if not with_deleted:
        files = files.filter(is_deleted=False)
    return dict(files.values_list("filename", "pk"))


def file_names(*, file_ids: Iterable[int]) -> dict[int, str]:
    """Names of files by key, in one query."""
    return dict(GitHubFile.objects.filter(pk__in=list(file_ids)).values_list("pk", "filename"))


def last_commit_at(*, repo_id: int) -> datetime | None:
    """When the last commit that is known was made: where a collector goes on."""
    return GitCommit.objects.filter(repo_id=repo_id).aggregate(last=Max("commit_at"))["last"]


def known_commits(*, repo_id: int, hashes: Iterable[str]) -> set[str]:
    """Those of `hashes` that are commits of the repository already; in one query."""
    commits = GitCommit.objects.filter(repo_id=repo_id, commit_hash__in=list(hashes))
    return set(commits.values_list("commit_hash", flat=True))


def last_commits_of_files(*, file_ids: Iterable[int]) -> dict[int, datetime]:
    """When each file was last changed by a commit that is known; in one query."""
    changes = GitCommitFileChange.objects.filter(github_file__in=list(file_ids))
    last = changes.values("github_file_id").annotate(at=Max("commit__commit_at"))
    return dict(last.order_by().values_list("github_file_id", "at"))


def activity_totals(*, repo_id: int) -> dict[str, int]:
    """How many commits, authors, files and changes of the repository there are."""
    commits = GitCommit.objects.filter(repo_id=repo_id)
    return {
        **commits.aggregate(commits=Count("pk"), authors=Count("account_id", distinct=True)),
        "files": GitHubFile.objects.filter(repo_id=repo_id).count(),
        "changes": GitCommitFileChange.objects.filter(commit__repo_id=repo_id).count(),
    }
