"""All writes of GitHub activity; what it is given and gives back are keys (`int`)."""

from github_activity_tracker import records
from github_activity_tracker.services.commits import upsert_commits
from github_activity_tracker.services.files import record_file_changes, set_files, upsert_files
from github_activity_tracker.services.issues import (
    set_issue_assignees,
    set_issue_labels,
    upsert_issue_comments,
    upsert_issues,
)
from github_activity_tracker.services.languages import (
    record_created_repositories,
    upsert_languages,
)
from github_activity_tracker.services.pull_requests import (
    set_pull_request_assignees,
    set_pull_request_labels,
    upsert_pull_request_comments,
    upsert_pull_request_reviews,
    upsert_pull_requests,
)
from github_activity_tracker.services.repositories import (
    get_or_create_license,
    get_or_create_repository,
    set_repository_languages,
    set_repository_licenses,
    update_repository,
)

__all__ = [
    "get_or_create_license",
    "get_or_create_repository",
    "record_created_repositories",
    "record_file_changes",
    "records",
    "set_files",
    "set_issue_assignees",
    "set_issue_labels",
    "set_pull_request_assignees",
    "set_pull_request_labels",
    "set_repository_languages",
    "set_repository_licenses",
    "update_repository",
    "upsert_commits",
    "upsert_files",
    "upsert_issue_comments",
    "upsert_issues",
    "upsert_languages",
    "upsert_pull_request_comments",
    "upsert_pull_request_reviews",
    "upsert_pull_requests",
]
