"""Writes: teams, channels, messages, and who joined or left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cppa_slack_tracker.models import (
    SlackChannel,
    SlackChannelMembership,
    SlackChannelMembershipChangeLog,
    SlackMessage,
    SlackTeam,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as Slack gives it; `user_id` is the key of a hub profile."""

    ts: str
    message: str
    slack_message_created_at: datetime
    user_id: int | None = None
    thread_ts: str | None = None
    slack_message_updated_at: datetime | None = None


def get_or_create_team(*, team_id: str, team_name: str = "") -> tuple[SlackTeam, bool]:
    """The team, and whether it is new; safe when two ask at once."""
    return SlackTeam.objects.get_or_create(team_id=team_id, defaults={"team_name": team_name})


def upsert_channel(
    *,
    team: SlackTeam,
    channel_id: str,
    channel_name: str,
    channel_type: str = "",
    description: str | None = None,
    creator_user_id: int | None = None,
) -> SlackChannel:
    """Insert the channel, or update it if it is there."""
    (channel,) = SlackChannel.objects.bulk_create(
        [
            SlackChannel(
                team=team,
                channel_id=channel_id,
                channel_name=channel_name,
                channel_type=channel_type,
                description=description,
                creator_user_id=creator_user_id,
            )
        ],
        update_conflicts=True,
        unique_fields=["team", "channel_id"],
        update_fields=[
            "channel_name", "channel_type", "description", "creator_user", "updated_at",
        ],
    )  # fmt: skip
    return channel


def upsert_messages(*, channel: SlackChannel, messages: Iterable[Message]) -> int:
    """Insert the messages and update those that are there; how many there were."""
    # A statement may touch a row once, and writers that go in one order do not deadlock.
    by_ts = {message.ts: message for message in messages}
    SlackMessage.objects.bulk_create(
        [SlackMessage(channel=channel, **asdict(by_ts[ts])) for ts in sorted(by_ts)],
        update_conflicts=True,
        unique_fields=["channel", "ts"],
        update_fields=[
            "user", "message", "thread_ts", "slack_message_created_at", "slack_message_updated_at",
        ],
        batch_size=1000,
    )  # fmt: skip
    return len(by_ts)


def set_members(
    *, channel: SlackChannel, user_ids: Iterable[int], restricted_ids: Iterable[int] = ()
) -> tuple[set[int], set[int]]:
    """Make these the members of the channel and log the change; who joined and who left."""
    wanted, restricted = set(user_ids), set(restricted_ids)
    with transaction.atomic(using=SlackChannel.objects.db):
        # Two who compare at once would both log the same change.
        SlackChannel.objects.select_for_update().get(pk=channel.pk)
        memberships = SlackChannelMembership.objects.filter(channel=channel)
        present = set(memberships.filter(is_deleted=False).values_list("user_id", flat=True))
        joined, left = wanted - present, present - wanted
        _upsert_members(channel, {user_id: user_id in restricted for user_id in wanted}, left)
        SlackChannelMembershipChangeLog.objects.bulk_create(
            SlackChannelMembershipChangeLog(
                channel=channel, user_id=user_id, is_joined=user_id in joined
            )
            for user_id in sorted(joined | left)
        )
    return joined, left


# Private
# -------


def _upsert_members(channel: SlackChannel, members: dict[int, bool], left: set[int]) -> None:
    SlackChannelMembership.objects.bulk_create(
        [
            SlackChannelMembership(channel=channel, user_id=user_id, is_restricted=members[user_id])
            for user_id in sorted(members)
        ],
        update_conflicts=True,
        unique_fields=["channel", "user"],
        update_fields=["is_restricted", "is_deleted", "updated_at"],
    )
    SlackChannelMembership.objects.filter(channel=channel, user__in=left).update(
        is_deleted=True, updated_at=timezone.now()
    )
