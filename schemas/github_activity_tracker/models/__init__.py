"""Repositories, commits, issues and pull requests; accounts are identity keys to the hub."""

from github_activity_tracker.models.commits import GitCommit, GitCommitFileChange, GitHubFile
from github_activity_tracker.models.issues import Issue, IssueAssignee, IssueComment, IssueLabel
from github_activity_tracker.models.languages import CreatedReposByLanguage, Language
from github_activity_tracker.models.pull_requests import (
    PullRequest,
    PullRequestAssignee,
    PullRequestComment,
    PullRequestLabel,
    PullRequestReview,
)
from github_activity_tracker.models.repositories import GitHubRepository, License, RepoLanguage

__all__ = [
    "CreatedReposByLanguage",
    "GitCommit",
    "GitCommitFileChange",
    "GitHubFile",
    "GitHubRepository",
    "Issue",
    "IssueAssignee",
    "IssueComment",
    "IssueLabel",
    "Language",
    "License",
    "PullRequest",
    "PullRequestAssignee",
    "PullRequestComment",
    "PullRequestLabel",
    "PullRequestReview",
    "RepoLanguage",
]
