"""Admin: Slack."""

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from cppa_slack_tracker.models import (
    SlackChannel,
    SlackChannelMembership,
    SlackChannelMembershipChangeLog,
    SlackMessage,
    SlackTeam,
)


@admin.register(SlackTeam)
class SlackTeamAdmin(IdentityKeyAdmin):
    list_display = ("team_id", "team_name")
    search_fields = ("team_id", "team_name")


@admin.register(SlackChannel)
class SlackChannelAdmin(IdentityKeyAdmin):
    list_display = ("channel_name", "team", "channel_type", "creator_user")
    search_fields = ("channel_id", "channel_name")
    list_filter = ("channel_type",)
    raw_id_fields = ("team",)
    list_select_related = ("team",)


@admin.register(SlackMessage)
class SlackMessageAdmin(IdentityKeyAdmin):
    list_display = ("ts", "channel", "user", "slack_message_created_at")
    search_fields = ("ts", "message")
    raw_id_fields = ("channel",)
    list_select_related = ("channel",)


@admin.register(SlackChannelMembership)
class SlackChannelMembershipAdmin(IdentityKeyAdmin):
    list_display = ("channel", "user", "is_restricted", "is_deleted")
    search_fields = ("channel__channel_name",)
    list_filter = ("is_restricted", "is_deleted")
    raw_id_fields = ("channel",)
    list_select_related = ("channel",)


@admin.register(SlackChannelMembershipChangeLog)
class SlackChannelMembershipChangeLogAdmin(IdentityKeyAdmin):
    list_display = ("channel", "user", "is_joined", "created_at")
    search_fields = ("channel__channel_name",)
    list_filter = ("is_joined",)
    raw_id_fields = ("channel",)
    list_select_related = ("channel",)
