"""Pull requests, with their reviews, comments, labels and assignees."""

from __future__ import annotations

from collections.abc import Iterable

from github_activity_tracker import records
from github_activity_tracker.models import (
    PullRequest,
    PullRequestAssignee,
    PullRequestComment,
    PullRequestLabel,
    PullRequestReview,
)
from github_activity_tracker.services.upserts import replace, upsert


def upsert_pull_requests(
    *, repo_id: int, pull_requests: Iterable[records.PullRequest]
) -> dict[int, int]:
    """Keys of pull requests by GitHub's number of them, in one statement."""
    return upsert(PullRequest, pull_requests, unique="pr_id", repo_id=repo_id)


def upsert_pull_request_reviews(
    *, pr_key: int, reviews: Iterable[records.PullRequestReview]
) -> dict[int, int]:
    """Keys of reviews by GitHub's number of them, in one statement."""
    return upsert(PullRequestReview, reviews, unique="pr_review_id", pr_id=pr_key)


def upsert_pull_request_comments(
    *, pr_key: int, comments: Iterable[records.PullRequestComment]
) -> dict[int, int]:
    """Keys of comments by GitHub's number of them, in one statement."""
    return upsert(PullRequestComment, comments, unique="pr_comment_id", pr_id=pr_key)


def set_pull_request_labels(*, pr_key: int, labels: Iterable[str]) -> None:
    """Let the pull request have these labels, and no others."""
    replace(PullRequestLabel, labels, field="label_name", pr_id=pr_key)


def set_pull_request_assignees(*, pr_key: int, account_ids: Iterable[int]) -> None:
    """Let the pull request be assigned to these accounts, and no others."""
    replace(PullRequestAssignee, account_ids, field="githubaccount_id", pullrequest_id=pr_key)
