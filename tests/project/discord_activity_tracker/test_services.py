"""Messages, their attachments as JSONB, and reactions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connections

from discord_activity_tracker import selectors, services
from discord_activity_tracker.models import DiscordChannel, DiscordMessage, DiscordServer
from tests.tools.project.held import key
from tests.tools.project.racing import raced

ALIAS = "discord_activity_tracker"
database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)

LOGO, LOG = "https://cdn.example.org/logo.png", "https://cdn.example.org/build.log"


def channel() -> DiscordChannel:
    server, _ = services.get_or_create_server(server_id=1, server_name="C++")
    return services.upsert_channel(server=server, channel_id=10, channel_name="boost")


def message(message_id: int, *attachment_urls: str) -> services.Message:
    return services.Message(
        message_id=message_id,
        author_id=key("cppa_user_tracker.DiscordProfile"),
        message_created_at=datetime(2025, 3, message_id, tzinfo=UTC),
        attachment_urls=list(attachment_urls),
    )


def ids(messages: Iterable[DiscordMessage]) -> list[int]:
    return [each.message_id for each in messages]


@database
def test_attachments_are_found_by_containment_and_by_key() -> None:
    services.upsert_messages(
        channel=channel(), messages=[message(1), message(2, LOGO), message(3, LOG, LOGO)]
    )

    assert ids(selectors.messages_with_attachment(url=LOGO)) == [2, 3]
    assert ids(selectors.messages_with_attachment(url="logo.png")) == []
    assert ids(selectors.messages_with_any_attachment(urls=[LOG, "https://none"])) == [3]
    assert ids(selectors.messages_led_by(url=LOGO)) == [2]


@database
def test_attachments_are_asked_for_by_the_operators_of_jsonb() -> None:
    contained = str(selectors.messages_with_attachment(url=LOGO).query)
    by_key = str(selectors.messages_with_any_attachment(urls=[LOGO]).query)

    with connections[ALIAS].cursor() as cursor:
        cursor.execute(
            "SELECT data_type FROM information_schema.columns "
            "WHERE table_name = %s AND column_name = %s",
            ["discord_activity_tracker_discordmessage", "attachment_urls"],
        )
        assert cursor.fetchone() == ("jsonb",)
    assert "@>" in contained
    assert "?|" in by_key


@database
def test_a_message_that_was_edited_is_updated_in_place() -> None:
    place = channel()
    services.upsert_messages(channel=place, messages=[message(1, LOGO)])
    before = DiscordMessage.objects.get()

    services.upsert_messages(
        channel=place, messages=[message(1), replace(message(1), content="Edited")]
    )

    after = DiscordMessage.objects.get()
    assert (after.pk, after.created_at) == (before.pk, before.created_at)
    assert (after.content, after.has_attachments, after.attachment_urls) == ("Edited", False, [])
    assert selectors.last_message_at(channel=place) == before.message_created_at


@database
def test_messages_are_marked_as_deleted_once() -> None:
    services.upsert_messages(channel=channel(), messages=[message(1), message(2)])

    assert services.mark_deleted(message_ids=[1]) == 1
    assert services.mark_deleted(message_ids=[1, 2]) == 1
    assert DiscordMessage.objects.filter(is_deleted=True, deleted_at__isnull=False).count() == 2


@database
def test_the_reactions_of_a_message_are_replaced() -> None:
    services.upsert_messages(channel=channel(), messages=[message(1)])
    kept = DiscordMessage.objects.get()

    services.set_reactions(message=kept, counts={"+1": 1, "tada": 2})
    services.set_reactions(message=kept, counts={"+1": 5})

    assert dict(kept.reactions.values_list("emoji", "count")) == {"+1": 5}


@concurrent
def test_two_sessions_that_get_or_create_a_server_get_one() -> None:
    def get_or_create() -> tuple[DiscordServer, bool]:
        return services.get_or_create_server(server_id=1)

    (one, created), (other, created_too) = raced(get_or_create, get_or_create, using=ALIAS)

    assert one == other
    assert (created, created_too) == (True, False)
