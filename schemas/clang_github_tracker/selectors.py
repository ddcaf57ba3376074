"""Reads: where the next fetch from GitHub starts."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet

from clang_github_tracker.models import ClangGithubCommit, ClangGithubIssueItem


def items_updated_until() -> datetime | None:
    """When the newest known change of an issue or pull request happened."""
    return ClangGithubIssueItem.objects.aggregate(last=Max("github_updated_at"))["last"]


def commits_until() -> datetime | None:
    """When the newest known commit was made."""
    return ClangGithubCommit.objects.aggregate(last=Max("github_committed_at"))["last"]


def pull_requests() -> QuerySet[ClangGithubIssueItem]:
    """The pull requests, by number."""
    return ClangGithubIssueItem.objects.filter(is_pull_request=True).order_by("number")
