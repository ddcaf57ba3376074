"""Reads: messages, and their attachments by JSONB operators."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max, QuerySet

from discord_activity_tracker.models import DiscordChannel, DiscordMessage


def messages_with_attachment(*, url: str) -> QuerySet[DiscordMessage]:
    """The messages that carry this attachment (`@>`, containment)."""
    return DiscordMessage.objects.filter(attachment_urls__contains=[url]).order_by("message_id")


def messages_with_any_attachment(*, urls: Collection[str]) -> QuerySet[DiscordMessage]:
    """The messages that carry one of these attachments (`?|`, key existence)."""
    return DiscordMessage.objects.filter(attachment_urls__has_any_keys=list(urls)).order_by(
        "message_id"
    )


def messages_led_by(*, url: str) -> QuerySet[DiscordMessage]:
    """The messages whose first attachment this is (`->`, by path)."""
    return DiscordMessage.objects.filter(attachment_urls__0=url).order_by("message_id")


def last_message_at(*, channel: DiscordChannel) -> datetime | None:
    """When the newest message of a channel was written."""
    return DiscordMessage.objects.filter(channel=channel).aggregate(last=Max("message_created_at"))[
        "last"
    ]
