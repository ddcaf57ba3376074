"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "boost_collector_runner_collectorgrouprunstatus": {
        "columns": {
            "group_id": "char(64)",
            "last_success_at": "timestamptz null",
            "last_failure_at": "timestamptz null",
            "last_run_at": "timestamptz null",
            "last_exit_code": "int null",
            "updated_at": "timestamptz",
        },
        "primary": "group_id",
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("boost_collector_runner", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("boost_collector_runner") == set(TABLES)
