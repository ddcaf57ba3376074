"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "cppa_slack_tracker_slackteam": {
        "columns": {
            "team_id": "char(50)",
            "team_name": "char(255)",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("team_id",)],
    },
    "cppa_slack_tracker_slackchannel": {
        "columns": {
            "team_id": "key",
            "channel_id": "char(50)",
            "channel_name": "char(255)",
            "channel_type": "char(50)",
            "description": "text null",
            "creator_user_id": "key null",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("team_id", "channel_id")],
    },
    "cppa_slack_tracker_slackmessage": {
        "columns": {
            "channel_id": "key",
            "ts": "char(50)",
            "slack_user_id": "key null",
            "message": "text",
            "thread_ts": "char(50) null",
            "slack_message_created_at": "timestamptz",
            "slack_message_updated_at": "timestamptz null",
        },
        "unique": [("channel_id", "ts")],
    },
    "cppa_slack_tracker_slackchannelmembership": {
        "columns": {
            "channel_id": "key",
            "slack_user_id": "key",
            "is_restricted": "bool",
            "is_deleted": "bool",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "unique": [("channel_id", "slack_user_id")],
    },
    "cppa_slack_tracker_slackchannelmembershipchangelog": {
        "columns": {
            "channel_id": "key",
            "slack_user_id": "key",
            "is_joined": "bool",
            "created_at": "timestamptz",
        },
        "unique": [("channel_id", "slack_user_id", "created_at")],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("cppa_slack_tracker", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("cppa_slack_tracker") == set(TABLES)
