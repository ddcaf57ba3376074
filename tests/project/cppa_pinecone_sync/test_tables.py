"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "cppa_pinecone_sync_pineconefaillist": {
        "columns": {
            "failed_id": "char(255)",
            "app_type": "char(64)",
            "created_at": "timestamptz",
        },
    },
    "cppa_pinecone_sync_pineconesyncstatus": {
        "columns": {
            "app_type": "char(64)",
            "final_sync_at": "timestamptz null",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("app_type",)],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("cppa_pinecone_sync", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("cppa_pinecone_sync") == set(TABLES)
