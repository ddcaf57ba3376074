"""Commits."""

from __future__ import annotations

from collections.abc import Iterable

from github_activity_tracker import records
from github_activity_tracker.models import GitCommit
from github_activity_tracker.services.upserts import upsert


def upsert_commits(*, repo_id: int, commits: Iterable[records.Commit]) -> dict[str, int]:
    """Keys of commits by hash, in one statement."""
    return upsert(GitCommit, commits, unique="commit_hash", repo_id=repo_id)
