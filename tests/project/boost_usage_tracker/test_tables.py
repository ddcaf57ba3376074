"""Boost usage's tables are what production has."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table

pytestmark = pytest.mark.django_db(databases="__all__")

GITHUB = "github_activity_tracker.github_activity_tracker"
TIMES = {"created_at": "timestamptz", "updated_at": "timestamptz"}


def test_an_external_repository_has_the_repository_s_key() -> None:
    assert_table(
        "boost_usage_tracker",
        "boost_usage_tracker_boostexternalrepository",
        columns={
            "githubrepository_ptr_id": f"key => {GITHUB}_githubrepository",
            "boost_version": "char(64)",
            "is_boost_embedded": "bool",
            "is_boost_used": "bool",
            **TIMES,
        },
        primary="githubrepository_ptr_id",
    )


def test_a_usage_is_unique_by_header_and_once_without_one() -> None:
    assert_table(
        "boost_usage_tracker",
        "boost_usage_tracker_boostusage",
        columns={
            "repo_id": "key -> boost_usage_tracker_boostexternalrepository",
            "boost_header_id": "key null => boost_library_tracker.boost_library_tracker_boostfile",
            "file_path_id": f"key => {GITHUB}_githubfile",
            "last_commit_date": "timestamptz null",
            "excepted_at": "date null",
            **TIMES,
        },
        unique=[
            ("repo_id", "boost_header_id", "file_path_id"),
            ("repo_id", "file_path_id", "where (boost_header_id IS NULL)"),
        ],
    )


def test_a_missing_header_is_unique_by_usage() -> None:
    assert_table(
        "boost_usage_tracker",
        "boost_usage_tracker_boostmissingheadertmp",
        columns={
            "usage_id": "key -> boost_usage_tracker_boostusage",
            "header_name": "char(512)",
            "created_at": "timestamptz",
        },
        unique=[("usage_id", "header_name")],
    )
