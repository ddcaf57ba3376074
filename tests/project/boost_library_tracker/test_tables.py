"""Boost libraries' tables are what production has."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

pytestmark = pytest.mark.django_db(databases="__all__")

GITHUB = "github_activity_tracker.github_activity_tracker"
LIBRARY = "key -> boost_library_tracker_boostlibrary"
VERSION = {"version_id": "key -> boost_library_tracker_boostversion"}
TIMES = {"created_at": "timestamptz", "updated_at": "timestamptz"}

TABLES = {
    "boostlibraryrepository": {
        "githubrepository_ptr_id": f"key => {GITHUB}_githubrepository",
        **TIMES,
    },
    "boostlibrary": {
        "repo_id": "key -> boost_library_tracker_boostlibraryrepository",
        "name": "char(255)",
    },
    "boostfile": {"github_file_id": f"key => {GITHUB}_githubfile", "library_id": LIBRARY},
    "boostversion": {"version": "char(64)", "version_created_at": "timestamptz null"},
    "boostlibraryversion": {
        "library_id": LIBRARY,
        **VERSION,
        "cpp_version": "char(64)",
        "description": "text",
        "key": "char(255)",
        "documentation": "char(255)",
        **TIMES,
    },
    "boostdependency": {
        "client_library_id": LIBRARY,
        **VERSION,
        "dep_library_id": LIBRARY,
        "created_at": "timestamptz",
    },
    "dependencychangelog": {
        "client_library_id": LIBRARY,
        "dep_library_id": LIBRARY,
        "is_add": "bool",
        "created_at": "date",
    },
    "boostlibrarycategory": {"name": "char(255)", **TIMES},
    "boostlibraryrolerelationship": {
        "library_version_id": "key -> boost_library_tracker_boostlibraryversion",
        "account_id": "key => cppa_user_tracker.cppa_user_tracker_githubaccount",
        "is_maintainer": "bool",
        "is_author": "bool",
        **TIMES,
    },
    "boostlibrarycategoryrelationship": {
        "library_id": LIBRARY,
        "category_id": "key -> boost_library_tracker_boostlibrarycategory",
        **TIMES,
    },
}
PRIMARY_KEYS = {
    "boostlibraryrepository": "githubrepository_ptr_id",
    "boostfile": "github_file_id",
}
UNIQUE = {
    "boostlibrary": [("repo_id", "name")],
    "boostversion": [("version",)],
    "boostlibraryversion": [("library_id", "version_id")],
    "boostdependency": [("client_library_id", "version_id", "dep_library_id")],
    "dependencychangelog": [("client_library_id", "dep_library_id", "created_at")],
    "boostlibrarycategory": [("name",)],
    "boostlibraryrolerelationship": [("library_version_id", "account_id")],
    "boostlibrarycategoryrelationship": [("library_id", "category_id")],
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table(
        "boost_library_tracker",
        f"boost_library_tracker_{table}",
        columns=TABLES[table],
        unique=UNIQUE.get(table, []),
        primary=PRIMARY_KEYS.get(table, "id"),
    )


def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("boost_library_tracker") == {f"boost_library_tracker_{table}" for table in TABLES}
