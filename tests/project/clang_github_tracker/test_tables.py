"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "clang_github_tracker_issue_item": {
        "columns": {
            "number": "int>=0",
            "is_pull_request": "bool",
            "github_created_at": "timestamptz null",
            "github_updated_at": "timestamptz null",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("number",)],
    },
    "clang_github_tracker_commit": {
        "columns": {
            "sha": "char(40)",
            "github_committed_at": "timestamptz null",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("sha",)],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("clang_github_tracker", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("clang_github_tracker") == set(TABLES)
