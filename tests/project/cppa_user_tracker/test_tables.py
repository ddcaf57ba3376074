"""The hub's tables are what production has."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

pytestmark = pytest.mark.django_db(databases="__all__")

PROFILE = {"baseprofile_ptr_id": "key -> cppa_user_tracker_baseprofile"}
TIMES = {"created_at": "timestamptz", "updated_at": "timestamptz"}
ACCOUNT = {
    "username": "char(255)",
    "display_name": "char(255)",
    "avatar_url": "char(512)",
}

TABLES = {
    "identity": {"display_name": "char(255)", "description": "text", **TIMES},
    "tmpidentity": {"display_name": "char(255)", "description": "text", **TIMES},
    "baseprofile": {
        "identity_id": "key null -> cppa_user_tracker_identity",
        "type": "char(20)",
    },
    "tempprofileidentityrelation": {
        "base_profile_id": "key -> cppa_user_tracker_baseprofile",
        "target_identity_id": "key -> cppa_user_tracker_tmpidentity",
        **TIMES,
    },
    "email": {
        "base_profile_id": "key -> cppa_user_tracker_baseprofile",
        "email": "char(255)",
        "is_primary": "bool",
        "is_active": "bool",
        **TIMES,
    },
    "githubaccount": {
        **PROFILE,
        "github_account_id": "bigint",
        **ACCOUNT,
        "account_type": "char(20)",
        **TIMES,
    },
    "slackuser": {**PROFILE, "slack_user_id": "char(64)", **ACCOUNT, **TIMES},
    "mailinglistprofile": {**PROFILE, "display_name": "char(255)", **TIMES},
    "wg21paperauthorprofile": {
        **PROFILE,
        "display_name": "char(255)",
        "author_alias": "char(255)",
        **TIMES,
    },
    "discordprofile": {
        **PROFILE,
        "discord_user_id": "bigint",
        **ACCOUNT,
        "is_bot": "bool",
        **TIMES,
    },
    "youtubespeaker": {
        **PROFILE,
        "external_id": "char(255)",
        "display_name": "char(255)",
        **TIMES,
    },
}
UNIQUE = {
    "slackuser": [("slack_user_id",)],
    "discordprofile": [("discord_user_id",)],
    "youtubespeaker": [("external_id",)],
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table(
        "cppa_user_tracker",
        f"cppa_user_tracker_{table}",
        columns=TABLES[table],
        unique=UNIQUE.get(table, []),
        primary="baseprofile_ptr_id" if PROFILE.items() <= TABLES[table].items() else "id",
    )


def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("cppa_user_tracker") == {f"cppa_user_tracker_{table}" for table in TABLES}
