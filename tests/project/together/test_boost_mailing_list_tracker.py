"""Messages beside the people who sent them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from boost_mailing_list_tracker import selectors, services

database = pytest.mark.django_db(databases="__all__")

FIRST = services.Message(
    msg_id="<1@boost>",
    sender_name="Ada",
    sender_email="ada@example.org",
    thread_id="<1@boost>",
    subject="[asio] Strands",
    list_name="boost",
    sent_at=datetime(2025, 3, 1, 12, tzinfo=UTC),
)
REPLY = replace(
    FIRST,
    msg_id="<2@boost>",
    parent_id="<1@boost>",
    subject="Re: [asio] Strands",
    sent_at=datetime(2025, 3, 2, 12, tzinfo=UTC),
)


@database
def test_messages_of_one_sender_have_one_profile_of_the_hub() -> None:
    services.upsert_messages(messages=[REPLY, FIRST])

    thread = list(selectors.thread(thread_id="<1@boost>"))

    assert [each.msg_id for each in thread] == ["<1@boost>", "<2@boost>"]
    assert len({each.sender_id for each in thread}) == 1
    assert thread[0].sender.display_name == "Ada"
    assert selectors.last_sent_at(list_name="boost") == REPLY.sent_at
