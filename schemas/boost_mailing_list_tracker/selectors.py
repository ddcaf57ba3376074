"""Reads: messages by thread and sender."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet

from boost_mailing_list_tracker.models import MailingListMessage


def thread(*, thread_id: str) -> QuerySet[MailingListMessage]:
    """The messages of a thread, oldest first."""
    return MailingListMessage.objects.filter(thread_id=thread_id).order_by("sent_at", "msg_id")


def messages_of(*, sender_id: int) -> QuerySet[MailingListMessage]:
    """What a sender wrote, newest first."""
    return MailingListMessage.objects.filter(sender_id=sender_id).order_by("-sent_at", "msg_id")


def last_sent_at(*, list_name: str) -> datetime | None:
    """When the newest message of a list was sent."""
    return MailingListMessage.objects.filter(list_name=list_name).aggregate(last=Max("sent_at"))[
        "last"
    ]
