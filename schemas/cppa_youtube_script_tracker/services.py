"""Writes: channels, videos, their speakers and tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from django.db import transaction

from cppa_youtube_script_tracker.models import (
    CppaTags,
    YouTubeChannel,
    YouTubeVideo,
    YouTubeVideoSpeaker,
    YouTubeVideoTags,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A video as YouTube gives it."""

    video_id: str
    channel_id: str | None = None
    title: str = ""
    description: str = ""
    published_at: datetime | None = None
    duration_seconds: int = 0
    view_count: int | None = None
    like_count: int | None = None
    comment_count: int | None = None
    search_term: str = ""
    scraped_at: datetime | None = None


def get_or_create_channel(
    *, channel_id: str, channel_title: str = ""
) -> tuple[YouTubeChannel, bool]:
    """The channel, and whether it is new; safe when two ask at once."""
    return YouTubeChannel.objects.get_or_create(
        channel_id=channel_id, defaults={"channel_title": channel_title}
    )


def upsert_videos(*, videos: Iterable[Video]) -> int:
    """Insert the videos and update those that are there, but not their transcripts."""
    # A statement may touch a row once, and writers that go in one order do not deadlock.
    by_id = {video.video_id: video for video in videos}
    YouTubeVideo.objects.bulk_create(
        [YouTubeVideo(**asdict(by_id[video_id])) for video_id in sorted(by_id)],
        update_conflicts=True,
        unique_fields=["video_id"],
        update_fields=[
            *(field.name for field in fields(Video) if field.name != "video_id"),
            "updated_at",
        ],
        batch_size=1000,
    )
    return len(by_id)


def record_transcript(*, video: YouTubeVideo, path: str) -> None:
    """Note where the video's transcript is kept."""
    video.has_transcript, video.transcript_path = True, path
    video.save(update_fields=["has_transcript", "transcript_path", "updated_at"])


def set_speakers(*, video: YouTubeVideo, speaker_ids: Iterable[int]) -> None:
    """Make these hub profiles the video's speakers."""
    wanted = set(speaker_ids)
    with transaction.atomic(using=YouTubeVideoSpeaker.objects.db):
        YouTubeVideoSpeaker.objects.filter(video=video).exclude(speaker__in=wanted).delete()
        YouTubeVideoSpeaker.objects.bulk_create(
            [YouTubeVideoSpeaker(video=video, speaker_id=key) for key in sorted(wanted)],
            ignore_conflicts=True,
        )


def set_speakers_by_name(*, video: YouTubeVideo, names: Mapping[str, str]) -> None:
    """Make these people, `{external id: name}`, the video's speakers; the hub makes new ones."""
    # Not at the top: this app is also installed without the hub.
    from cppa_user_tracker import services as hub

    set_speakers(
        video=video,
        speaker_ids=[
            hub.get_or_create_youtube_speaker(external_id=key, display_name=names[key])[0].pk
            for key in sorted(names)
        ],
    )


def set_tags(*, video: YouTubeVideo, tag_names: Iterable[str]) -> None:
    """Make these the video's tags; new ones are made."""
    names = sorted(set(tag_names))
    with transaction.atomic(using=CppaTags.objects.db):
        CppaTags.objects.bulk_create(
            [CppaTags(tag_name=name) for name in names], ignore_conflicts=True
        )
        tags = CppaTags.objects.filter(tag_name__in=names).order_by("pk")
        YouTubeVideoTags.objects.filter(youtube_video=video).exclude(cppa_tag__in=tags).delete()
        YouTubeVideoTags.objects.bulk_create(
            [YouTubeVideoTags(youtube_video=video, cppa_tag=tag) for tag in tags],
            ignore_conflicts=True,
        )
