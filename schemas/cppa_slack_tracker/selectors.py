"""Reads: channels, their messages and their members."""

from __future__ import annotations

from django.db.models import QuerySet

from cppa_slack_tracker.models import (
    SlackChannel,
    SlackChannelMembership,
    SlackChannelMembershipChangeLog,
    SlackMessage,
)


def channel(*, team_id: str, channel_id: str) -> SlackChannel | None:
    """The channel by Slack's own identifiers."""
    return SlackChannel.objects.filter(team__team_id=team_id, channel_id=channel_id).first()


def thread(*, channel: SlackChannel, thread_ts: str) -> QuerySet[SlackMessage]:
    """The messages of a thread, oldest first."""
    return SlackMessage.objects.filter(channel=channel, thread_ts=thread_ts).order_by("ts")


def members(*, channel: SlackChannel) -> list[int]:
    """The hub's keys of those who are in the channel now."""
    rows = SlackChannelMembership.objects.filter(channel=channel, is_deleted=False)
    return list(rows.order_by("user_id").values_list("user_id", flat=True))


def membership_changes(*, channel: SlackChannel) -> QuerySet[SlackChannelMembershipChangeLog]:
    """Who joined or left, oldest first."""
    return SlackChannelMembershipChangeLog.objects.filter(channel=channel).order_by(
        "created_at", "id"
    )
