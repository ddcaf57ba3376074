"""Videos beside the people who speak in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cppa_youtube_script_tracker import selectors, services
from cppa_youtube_script_tracker.models import YouTubeVideo

database = pytest.mark.django_db(databases="__all__")


def video() -> YouTubeVideo:
    keynote = services.Video(
        video_id="abc", title="Keynote", published_at=datetime(2025, 9, 15, tzinfo=UTC)
    )
    services.upsert_videos(videos=[keynote])
    return YouTubeVideo.objects.get()


@database
def test_the_speakers_of_a_video_are_replaced() -> None:
    made = video()

    services.set_speakers_by_name(video=made, names={"bjarne": "Bjarne", "herb": "Herb"})
    bjarne = selectors.speakers_of(video=made)[0]
    services.set_speakers_by_name(video=made, names={"bjarne": "Bjarne Stroustrup"})

    assert selectors.speakers_of(video=made) == [bjarne]
    assert made.speakers.get().speaker.display_name == "Bjarne Stroustrup"
    assert list(selectors.videos_by(speaker_id=bjarne)) == [made]
