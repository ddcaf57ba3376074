"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "discord_activity_tracker_discordserver": {
        "columns": {
            "server_id": "bigint",
            "server_name": "char(255)",
            "icon_url": "char(512)",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("server_id",)],
    },
    "discord_activity_tracker_discordchannel": {
        "columns": {
            "server_id": "key",
            "channel_id": "bigint",
            "channel_name": "char(255)",
            "channel_type": "char(50)",
            "category_id": "bigint null",
            "category_name": "char(255)",
            "topic": "text",
            "position": "int",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("channel_id",)],
    },
    "discord_activity_tracker_discordmessage": {
        "columns": {
            "message_id": "bigint",
            "channel_id": "key",
            "author_id": "key",
            "content": "text",
            "message_type": "char(50)",
            "is_pinned": "bool",
            "message_created_at": "timestamptz",
            "message_edited_at": "timestamptz null",
            "is_deleted": "bool",
            "deleted_at": "timestamptz null",
            "reply_to_message_id": "bigint null",
            "has_attachments": "bool",
            "attachment_urls": "jsonb",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("message_id",)],
    },
    "discord_activity_tracker_discordreaction": {
        "columns": {
            "message_id": "key",
            "emoji": "char(255)",
            "count": "int",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("message_id", "emoji")],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("discord_activity_tracker", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("discord_activity_tracker") == set(TABLES)
