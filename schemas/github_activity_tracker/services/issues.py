"""Issues, with their comments, labels and assignees."""

from __future__ import annotations

from collections.abc import Iterable

from github_activity_tracker import records
from github_activity_tracker.models import Issue, IssueAssignee, IssueComment, IssueLabel
from github_activity_tracker.services.upserts import replace, upsert


def upsert_issues(*, repo_id: int, issues: Iterable[records.Issue]) -> dict[int, int]:
    """Keys of issues by GitHub's number of them, in one statement."""
    return upsert(Issue, issues, unique="issue_id", repo_id=repo_id)


def upsert_issue_comments(
    *, issue_key: int, comments: Iterable[records.IssueComment]
) -> dict[int, int]:
    """Keys of comments by GitHub's number of them, in one statement."""
    return upsert(IssueComment, comments, unique="issue_comment_id", issue_id=issue_key)


def set_issue_labels(*, issue_key: int, labels: Iterable[str]) -> None:
    """Let the issue have these labels, and no others."""
    replace(IssueLabel, labels, field="label_name", issue_id=issue_key)


def set_issue_assignees(*, issue_key: int, account_ids: Iterable[int]) -> None:
    """Let the issue be assigned to these accounts, and no others."""
    replace(IssueAssignee, account_ids, field="githubaccount_id", issue_id=issue_key)
