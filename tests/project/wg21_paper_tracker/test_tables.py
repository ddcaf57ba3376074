"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "wg21_paper_tracker_wg21mailing": {
        "columns": {
            "mailing_date": "char(7)",
            "title": "char(255)",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("mailing_date",)],
    },
    "wg21_paper_tracker_wg21paper": {
        "columns": {
            "paper_id": "char(255)",
            "url": "char(1024)",
            "title": "char(1024)",
            "document_date": "date null",
            "year": "int",
            "mailing_id": "key",
            "subgroup": "char(255)",
            "is_downloaded": "bool",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("paper_id", "year")],
    },
    "wg21_paper_tracker_wg21paperauthor": {
        "columns": {
            "paper_id": "key",
            "profile_id": "key",
            "author_order": "int>=0 null",
            "created_at": "timestamptz",
        },
        "unique": [("paper_id", "profile_id")],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("wg21_paper_tracker", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("wg21_paper_tracker") == set(TABLES)
