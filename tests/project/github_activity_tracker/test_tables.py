"""GitHub activity's tables are what production has."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

pytestmark = pytest.mark.django_db(databases="__all__")

ACCOUNT = "key => cppa_user_tracker.cppa_user_tracker_githubaccount"
REPO = {"repo_id": "key -> github_activity_tracker_githubrepository"}
LANGUAGE = {"language_id": "key -> github_activity_tracker_language"}
ISSUE = {"issue_id": "key -> github_activity_tracker_issue"}
PULL_REQUEST = {"pr_id": "key -> github_activity_tracker_pullrequest"}
CREATED = {"created_at": "timestamptz"}
TIMES = {"created_at": "timestamptz", "updated_at": "timestamptz"}

TABLES = {
    "language": {"name": "char(100)", **CREATED},
    "createdreposbylanguage": {
        **LANGUAGE,
        "year": "int",
        "all_repos": "int",
        "significant_repos": "int",
        **TIMES,
    },
    "license": {
        "name": "char(255)",
        "spdx_id": "char(64)",
        "url": "char(512)",
        **CREATED,
    },
    "githubrepository": {
        "owner_account_id": ACCOUNT,
        "repo_name": "char(255)",
        "stars": "int",
        "forks": "int",
        "description": "text",
        "repo_pushed_at": "timestamptz null",
        "repo_created_at": "timestamptz null",
        "repo_updated_at": "timestamptz null",
    },
    "githubrepository_licenses": {
        "githubrepository_id": "key -> github_activity_tracker_githubrepository",
        "license_id": "key -> github_activity_tracker_license",
    },
    "repolanguage": {**REPO, **LANGUAGE, "line_count": "int", **TIMES},
    "gitcommit": {
        **REPO,
        "account_id": ACCOUNT,
        "commit_hash": "char(64)",
        "comment": "text",
        "commit_at": "timestamptz",
    },
    "githubfile": {
        **REPO,
        "filename": "char(1024)",
        "is_deleted": "bool",
        "previous_filename_id": "key null -> github_activity_tracker_githubfile",
        **CREATED,
    },
    "gitcommitfilechange": {
        "commit_id": "key -> github_activity_tracker_gitcommit",
        "github_file_id": "key -> github_activity_tracker_githubfile",
        "status": "char(20)",
        "additions": "int",
        "deletions": "int",
        "patch": "text",
        **CREATED,
    },
    "issue": {
        **REPO,
        "account_id": ACCOUNT,
        "issue_number": "int",
        "issue_id": "bigint",
        "title": "char(1024)",
        "body": "text",
        "state": "char(20)",
        "state_reason": "char(20)",
        "issue_created_at": "timestamptz null",
        "issue_updated_at": "timestamptz null",
        "issue_closed_at": "timestamptz null",
        **TIMES,
    },
    "issue_assignees": {**ISSUE, "githubaccount_id": ACCOUNT},
    "issuecomment": {
        **ISSUE,
        "account_id": ACCOUNT,
        "issue_comment_id": "bigint",
        "body": "text",
        "issue_comment_created_at": "timestamptz null",
        "issue_comment_updated_at": "timestamptz null",
    },
    "issuelabel": {**ISSUE, "label_name": "char(255)", **CREATED},
    "pullrequest": {
        **REPO,
        "account_id": ACCOUNT,
        "pr_number": "int",
        "pr_id": "bigint",
        "title": "char(1024)",
        "body": "text",
        "state": "char(20)",
        "head_hash": "char(64)",
        "base_hash": "char(64)",
        "pr_created_at": "timestamptz null",
        "pr_updated_at": "timestamptz null",
        "pr_merged_at": "timestamptz null",
        "pr_closed_at": "timestamptz null",
        **TIMES,
    },
    "pullrequest_assignees": {
        "pullrequest_id": "key -> github_activity_tracker_pullrequest",
        "githubaccount_id": ACCOUNT,
    },
    "pullrequestreview": {
        **PULL_REQUEST,
        "account_id": ACCOUNT,
        "pr_review_id": "bigint",
        "body": "text",
        "in_reply_to_id": "bigint null",
        "pr_review_created_at": "timestamptz null",
        "pr_review_updated_at": "timestamptz null",
    },
    "pullrequestcomment": {
        **PULL_REQUEST,
        "account_id": ACCOUNT,
        "pr_comment_id": "bigint",
        "body": "text",
        "pr_comment_created_at": "timestamptz null",
        "pr_comment_updated_at": "timestamptz null",
    },
    "pullrequestlabel": {**PULL_REQUEST, "label_name": "char(255)", **CREATED},
}
UNIQUE = {
    "language": [("name",)],
    "createdreposbylanguage": [("language_id", "year")],
    "license": [("name",)],
    "githubrepository": [("owner_account_id", "repo_name")],
    "githubrepository_licenses": [("githubrepository_id", "license_id")],
    "repolanguage": [("repo_id", "language_id")],
    "gitcommit": [("repo_id", "commit_hash")],
    "gitcommitfilechange": [("commit_id", "github_file_id")],
    "issue": [("issue_id",), ("repo_id", "issue_number")],
    "issue_assignees": [("issue_id", "githubaccount_id")],
    "issuecomment": [("issue_comment_id",)],
    "issuelabel": [("issue_id", "label_name")],
    "pullrequest": [("pr_id",), ("repo_id", "pr_number")],
    "pullrequest_assignees": [("pullrequest_id", "githubaccount_id")],
    "pullrequestreview": [("pr_review_id",)],
    "pullrequestcomment": [("pr_comment_id",)],
    "pullrequestlabel": [("pr_id", "label_name")],
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table(
        "github_activity_tracker",
        f"github_activity_tracker_{table}",
        columns=TABLES[table],
        unique=UNIQUE.get(table, []),
    )


def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("github_activity_tracker") == {
        f"github_activity_tracker_{table}" for table in TABLES
    }
