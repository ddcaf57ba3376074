"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "boost_mailing_list_tracker_mailinglistmessage": {
        "columns": {
            "sender_id": "key",
            "msg_id": "char(255)",
            "parent_id": "char(255)",
            "thread_id": "char(255)",
            "subject": "char(1024)",
            "content": "text",
            "list_name": "char(255)",
            "sent_at": "timestamptz null",
            "created_at": "timestamptz",
        },
        "unique": [("msg_id",)],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("boost_mailing_list_tracker", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("boost_mailing_list_tracker") == set(TABLES)
