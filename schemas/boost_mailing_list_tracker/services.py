"""Writes: messages and who sent them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boost_mailing_list_tracker.models import MailingListMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it arrives; its sender is known by name and address."""

    msg_id: str
    sender_name: str
    sender_email: str
    parent_id: str = ""
    thread_id: str = ""
    subject: str = ""
    content: str = ""
    list_name: str = ""
    sent_at: datetime | None = None


def upsert_messages(*, messages: Iterable[Message]) -> int:
    """Insert the messages and update those that are there; how many there were."""
    # A statement may touch a row once, and writers that go in one order do not deadlock.
    by_id = {message.msg_id: message for message in messages}
    senders = _senders({(each.sender_name, each.sender_email) for each in by_id.values()})
    MailingListMessage.objects.bulk_create(
        [_row(by_id[msg_id], senders) for msg_id in sorted(by_id)],
        update_conflicts=True,
        unique_fields=["msg_id"],
        update_fields=["sender", *_COPIED],
        batch_size=1000,
    )
    return len(by_id)


# Private
# -------

_COPIED = ("parent_id", "thread_id", "subject", "content", "list_name", "sent_at")


def _row(message: Message, senders: dict[tuple[str, str], Any]) -> MailingListMessage:
    return MailingListMessage(
        msg_id=message.msg_id,
        sender_id=senders[message.sender_name, message.sender_email],
        **{name: getattr(message, name) for name in _COPIED},
    )


def _senders(people: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    # Not at the top: this app is also installed without the hub.
    from cppa_user_tracker import services as hub

    return {
        (name, email): hub.get_or_create_mailing_list_profile(display_name=name, email=email)[0].pk
        for name, email in sorted(people)
    }
