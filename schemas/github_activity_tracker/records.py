"""Records: what a collector has read from GitHub, on its way into the tables.

Accounts are keys of the hub's profiles, repositories, issues and pull requests are keys of this
schema's rows; what GitHub itself numbers has the name that the column has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit of one repository."""

    account_id: int
    commit_hash: str
    commit_at: datetime
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """What the commit with key `commit_id` does to a file.

    `status` is GitHub's word: added, modified, removed, renamed, copied, changed, unchanged.
    """

    commit_id: int
    filename: str
    status: str
    additions: int = 0
    deletions: int = 0
    patch: str = ""
    previous_filename: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue of one repository."""

    account_id: int
    issue_number: int
    issue_id: int
    title: str = ""
    body: str = ""
    state: str = ""
    state_reason: str = ""
    issue_created_at: datetime | None = None
    issue_updated_at: datetime | None = None
    issue_closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueComment:
    """A comment on one issue."""

    account_id: int
    issue_comment_id: int
    body: str = ""
    issue_comment_created_at: datetime | None = None
    issue_comment_updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequest:
    """A pull request of one repository."""

    account_id: int
    pr_number: int
    pr_id: int
    title: str = ""
    body: str = ""
    state: str = ""
    head_hash: str = ""
    base_hash: str = ""
    pr_created_at: datetime | None = None
    pr_updated_at: datetime | None = None
    pr_merged_at: datetime | None = None
    pr_closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequestReview:
    """A review of one pull request."""

    account_id: int
    pr_review_id: int
    body: str = ""
    in_reply_to_id: int | None = None
    pr_review_created_at: datetime | None = None
    pr_review_updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PullRequestComment:
    """A comment on one pull request."""

    account_id: int
    pr_comment_id: int
    body: str = ""
    pr_comment_created_at: datetime | None = None
    pr_comment_updated_at: datetime | None = None
