"""Admin: YouTube."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from cppa_youtube_script_tracker.models import (
    CppaTags,
    YouTubeChannel,
    YouTubeVideo,
    YouTubeVideoSpeaker,
    YouTubeVideoTags,
)


@admin.register(YouTubeChannel)
class YouTubeChannelAdmin(IdentityKeyAdmin):
    list_display = ("channel_title", "channel_id")
    search_fields = ("channel_title", "channel_id")


@admin.register(YouTubeVideo)
class YouTubeVideoAdmin(IdentityKeyAdmin):
    list_display = ("title", "channel", "published_at", "has_transcript")
    search_fields = ("video_id", "title")
    list_filter = ("has_transcript",)
    raw_id_fields = ("channel",)
    list_select_related = ("channel",)


@admin.register(YouTubeVideoSpeaker)
class YouTubeVideoSpeakerAdmin(IdentityKeyAdmin):
    list_display = ("video", "speaker")
    search_fields = ("video__title",)
    raw_id_fields = ("video",)
    list_select_related = ("video",)


@admin.register(CppaTags)
class CppaTagsAdmin(IdentityKeyAdmin):
    list_display = ("tag_name",)
    search_fields = ("tag_name",)


@admin.register(YouTubeVideoTags)
class YouTubeVideoTagsAdmin(IdentityKeyAdmin):
    list_display = ("youtube_video", "cppa_tag")
    search_fields = ("youtube_video__title", "cppa_tag__tag_name")
    raw_id_fields = ("youtube_video", "cppa_tag")
    list_select_related = ("youtube_video", "cppa_tag")
