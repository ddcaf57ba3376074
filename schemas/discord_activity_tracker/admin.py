"""Admin: Discord."""

from django.contrib import admin
from django.db.models import URLField

from appschemas import IdentityKeyAdmin
from discord_activity_tracker.models import (
    DiscordChannel,
    DiscordMessage,
    DiscordReaction,
    DiscordServer,
)


@admin.register(DiscordServer)
class DiscordServerAdmin(IdentityKeyAdmin):
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    list_display = ("server_name", "server_id")
    search_fields = ("server_name", "server_id")


@admin.register(DiscordChannel)
class DiscordChannelAdmin(IdentityKeyAdmin):
    list_display = ("channel_name", "server", "channel_type", "category_name")
    search_fields = ("channel_name", "channel_id")
    list_filter = ("channel_type",)
    raw_id_fields = ("server",)
    list_select_related = ("server",)


@admin.register(DiscordMessage)
class DiscordMessageAdmin(IdentityKeyAdmin):
    list_display = ("message_id", "channel", "author", "message_created_at", "is_deleted")
    search_fields = ("message_id", "content")
    list_filter = ("is_deleted", "has_attachments")
    raw_id_fields = ("channel",)
    list_select_related = ("channel",)


@admin.register(DiscordReaction)
class DiscordReactionAdmin(IdentityKeyAdmin):
    list_display = ("message", "emoji", "count")
    search_fields = ("emoji",)
    raw_id_fields = ("message",)
    list_select_related = ("message",)
