"""The tables are those of the data dictionary."""

from __future__ import annotations

import pytest

from tests.tools.project.dictionary import assert_table, tables

TABLES = {
    "cppa_youtube_script_tracker_youtubechannel": {
        "columns": {
            "channel_id": "char(64)",
            "channel_title": "char(255)",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "primary": "channel_id",
    },
    "cppa_youtube_script_tracker_youtubevideo": {
        "columns": {
            "video_id": "char(32)",
            "channel_id": "key char(64) null",
            "title": "char(512)",
            "description": "text",
            "published_at": "timestamptz null",
            "duration_seconds": "int",
            "view_count": "int null",
            "like_count": "int null",
            "comment_count": "int null",
            "search_term": "char(255)",
            "has_transcript": "bool",
            "transcript_path": "char(1024)",
            "scraped_at": "timestamptz null",
            "created_at": "timestamptz",
            "updated_at": "timestamptz",
        },
        "primary": "video_id",
    },
    "cppa_youtube_script_tracker_youtubevideospeaker": {
        "columns": {
            "video_id": "key char(32)",
            "speaker_id": "key",
            "created_at": "timestamptz",
        },
        "unique": [("video_id", "speaker_id")],
    },
    "cppa_youtube_script_tracker_cppatags": {
        "columns": {
            "tag_name": "char(128)",
        },
        "unique": [("tag_name",)],
    },
    "cppa_youtube_script_tracker_youtubevideotags": {
        "columns": {
            "youtube_video_id": "key char(32)",
            "cppa_tag_id": "key",
        },
        "unique": [("youtube_video_id", "cppa_tag_id")],
    },
}


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_columns_and_keys_of_the_dictionary(table: str) -> None:
    assert_table("cppa_youtube_script_tracker", table, **TABLES[table])


@pytest.mark.django_db(databases="__all__")
def test_the_schema_has_these_tables_and_no_other() -> None:
    assert tables("cppa_youtube_script_tracker") == set(TABLES)
