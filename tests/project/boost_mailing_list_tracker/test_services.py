"""Messages: upserts and threads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from boost_mailing_list_tracker import selectors, services
from boost_mailing_list_tracker.models import MailingListMessage
from tests.tools.project.held import key
from tests.tools.project.racing import raced

database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

ADA = ("Ada", "ada@example.org")
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


@pytest.fixture(autouse=True)
def _senders(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub's part: who has which profile is tested where the hub is there."""
    # Made here: a thread of the test's has a session of its own.
    keys = {sender: key("cppa_user_tracker.MailingListProfile", sender) for sender in [ADA]}
    monkeypatch.setattr(services, "_senders", lambda people: {each: keys[each] for each in people})


@database
def test_a_thread_is_in_the_order_in_which_it_was_sent() -> None:
    services.upsert_messages(messages=[REPLY, FIRST])

    thread = list(selectors.thread(thread_id="<1@boost>"))

    assert [each.msg_id for each in thread] == ["<1@boost>", "<2@boost>"]
    assert len({each.sender_id for each in thread}) == 1
    assert selectors.last_sent_at(list_name="boost") == REPLY.sent_at


@database
def test_an_upsert_may_be_repeated_and_the_last_of_two_in_a_batch_wins() -> None:
    corrected = replace(FIRST, subject="[asio] Strands, corrected")

    services.upsert_messages(messages=[FIRST])
    before = MailingListMessage.objects.get()
    services.upsert_messages(messages=[FIRST, corrected])

    after = MailingListMessage.objects.get()
    assert after.subject == "[asio] Strands, corrected"
    assert (after.pk, after.created_at) == (before.pk, before.created_at)


@concurrent
def test_two_sessions_that_upsert_one_message_make_one_row() -> None:
    raced(
        lambda: services.upsert_messages(messages=[FIRST]),
        lambda: services.upsert_messages(messages=[replace(FIRST, subject="Later")]),
        using="boost_mailing_list_tracker",
    )

    assert MailingListMessage.objects.get().subject == "Later"
