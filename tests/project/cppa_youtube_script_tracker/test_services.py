"""Videos, their speakers and tags."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cppa_youtube_script_tracker import selectors, services
from cppa_youtube_script_tracker.models import CppaTags, YouTubeChannel, YouTubeVideo
from tests.tools.project.held import key
from tests.tools.project.racing import raced

ALIAS = "cppa_youtube_script_tracker"
database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

SPEAKER = "cppa_user_tracker.YoutubeSpeaker"
KEYNOTE = services.Video(
    video_id="abc", title="Keynote", published_at=datetime(2025, 9, 15, tzinfo=UTC)
)


def video() -> YouTubeVideo:
    services.get_or_create_channel(channel_id="CppCon", channel_title="CppCon")
    services.upsert_videos(videos=[replace(KEYNOTE, channel_id="CppCon")])
    return YouTubeVideo.objects.get()


@database
def test_a_video_is_updated_and_keeps_its_transcript() -> None:
    services.record_transcript(video=video(), path="abc.vtt")

    services.upsert_videos(videos=[KEYNOTE, replace(KEYNOTE, view_count=10)])

    found = YouTubeVideo.objects.get()
    assert (found.view_count, found.channel_id) == (10, None)
    assert (found.has_transcript, found.transcript_path) == (True, "abc.vtt")
    assert not selectors.videos_without_transcript().exists()


@database
def test_the_speakers_of_a_video_are_replaced() -> None:
    made = video()
    bjarne, herb = (key(SPEAKER, name) for name in ("Bjarne", "Herb"))

    services.set_speakers(video=made, speaker_ids=[bjarne, herb])
    services.set_speakers(video=made, speaker_ids=[bjarne])

    assert selectors.speakers_of(video=made) == [bjarne]
    assert list(selectors.videos_by(speaker_id=bjarne)) == [made]
    assert not selectors.videos_by(speaker_id=herb).exists()


@database
def test_the_tags_of_a_video_are_replaced_and_shared_with_others() -> None:
    made = video()

    services.set_tags(video=made, tag_names=["asio", "safety"])
    services.set_tags(video=made, tag_names=["safety", "contracts"])

    assert list(selectors.videos_tagged(tag_name="contracts")) == [made]
    assert not selectors.videos_tagged(tag_name="asio").exists()
    assert CppaTags.objects.count() == 3


@concurrent
def test_two_sessions_that_make_the_same_tag_make_one() -> None:
    made = video()

    raced(
        lambda: services.set_tags(video=made, tag_names=["asio"]),
        lambda: services.set_tags(video=made, tag_names=["asio", "beast"]),
        using=ALIAS,
    )

    assert sorted(CppaTags.objects.values_list("tag_name", flat=True)) == ["asio", "beast"]
    assert made.tags.count() == 2


@concurrent
def test_two_sessions_that_get_or_create_a_channel_get_one() -> None:
    def get_or_create() -> tuple[YouTubeChannel, bool]:
        return services.get_or_create_channel(channel_id="CppCon")

    (one, created), (other, created_too) = raced(get_or_create, get_or_create, using=ALIAS)

    assert one == other
    assert (created, created_too) == (True, False)
