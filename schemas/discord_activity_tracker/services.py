"""Writes: servers, channels, messages, reactions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from discord_activity_tracker.models import (
    DiscordChannel,
    DiscordMessage,
    DiscordReaction,
    DiscordServer,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as Discord gives it; `author_id` is the key of a hub profile."""

    message_id: int
    author_id: int
    message_created_at: datetime
    content: str = ""
    message_type: str = ""
    is_pinned: bool = False
    message_edited_at: datetime | None = None
    reply_to_message_id: int | None = None
    attachment_urls: list[str] = field(default_factory=list)


def get_or_create_server(
    *, server_id: int, server_name: str = "", icon_url: str = ""
) -> tuple[DiscordServer, bool]:
    """The server, and whether it is new; safe when two ask at once."""
    return DiscordServer.objects.get_or_create(
        server_id=server_id, defaults={"server_name": server_name, "icon_url": icon_url}
    )


def upsert_channel(
    *,
    server: DiscordServer,
    channel_id: int,
    channel_name: str,
    channel_type: str = "",
    category_id: int | None = None,
    category_name: str = "",
    topic: str = "",
    position: int = 0,
) -> DiscordChannel:
    """Insert the channel, or update it if it is there."""
    told: dict[str, Any] = {
        "server": server,
        "channel_name": channel_name,
        "channel_type": channel_type,
        "category_id": category_id,
        "category_name": category_name,
        "topic": topic,
        "position": position,
    }
    (channel,) = DiscordChannel.objects.bulk_create(
        [DiscordChannel(channel_id=channel_id, **told)],
        update_conflicts=True,
        unique_fields=["channel_id"],
        update_fields=[*told, "updated_at"],
    )
    return channel


def upsert_messages(*, channel: DiscordChannel, messages: Iterable[Message]) -> int:
    """Insert the messages and update those that are there; how many there were."""
    # A statement may touch a row once, and writers that go in one order do not deadlock.
    by_id = {message.message_id: message for message in messages}
    DiscordMessage.objects.bulk_create(
        [_row(channel, by_id[message_id]) for message_id in sorted(by_id)],
        update_conflicts=True,
        unique_fields=["message_id"],
        update_fields=[*_COPIED, "has_attachments", "updated_at"],
        batch_size=1000,
    )
    return len(by_id)


def mark_deleted(*, message_ids: Iterable[int], at: datetime | None = None) -> int:
    """Mark messages as deleted on Discord; how many were not before."""
    now = timezone.now()
    return DiscordMessage.objects.filter(message_id__in=list(message_ids), is_deleted=False).update(
        is_deleted=True, deleted_at=at or now, updated_at=now
    )


def set_reactions(*, message: DiscordMessage, counts: Mapping[str, int]) -> None:
    """Make these the reactions of the message, by emoji."""
    with transaction.atomic(using=DiscordReaction.objects.db):
        DiscordReaction.objects.filter(message=message).exclude(emoji__in=list(counts)).delete()
        DiscordReaction.objects.bulk_create(
            [
                DiscordReaction(message=message, emoji=emoji, count=counts[emoji])
                for emoji in sorted(counts)
            ],
            update_conflicts=True,
            unique_fields=["message", "emoji"],
            update_fields=["count", "updated_at"],
        )


# Private
# -------

_COPIED = (
    "author_id",
    "message_created_at",
    "content",
    "message_type",
    "is_pinned",
    "message_edited_at",
    "reply_to_message_id",
    "attachment_urls",
)


def _row(channel: DiscordChannel, message: Message) -> DiscordMessage:
    return DiscordMessage(
        message_id=message.message_id,
        channel=channel,
        has_attachments=bool(message.attachment_urls),
        **{name: getattr(message, name) for name in _COPIED},
    )
