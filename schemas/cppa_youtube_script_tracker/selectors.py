"""Reads: videos by speaker and by tag."""

from __future__ import annotations

from django.db.models import QuerySet

from cppa_youtube_script_tracker.models import YouTubeVideo, YouTubeVideoSpeaker


def videos_by(*, speaker_id: int) -> QuerySet[YouTubeVideo]:
    """The videos in which someone speaks, newest first."""
    return YouTubeVideo.objects.filter(speakers__speaker_id=speaker_id).order_by(
        "-published_at", "video_id"
    )


def videos_tagged(*, tag_name: str) -> QuerySet[YouTubeVideo]:
    """The videos with a tag, newest first."""
    return YouTubeVideo.objects.filter(tags__cppa_tag__tag_name=tag_name).order_by(
        "-published_at", "video_id"
    )


def speakers_of(*, video: YouTubeVideo) -> list[int]:
    """The hub's keys of the speakers."""
    rows = YouTubeVideoSpeaker.objects.filter(video=video).order_by("speaker_id")
    return list(rows.values_list("speaker_id", flat=True))


def videos_without_transcript() -> QuerySet[YouTubeVideo]:
    """The videos whose transcript is still to be fetched."""
    return YouTubeVideo.objects.filter(has_transcript=False).order_by("video_id")
