"""Teams, channels, messages and memberships."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cppa_slack_tracker import selectors, services
from cppa_slack_tracker.models import SlackChannel, SlackMessage, SlackTeam
from tests.tools.project.held import key
from tests.tools.project.racing import raced

ALIAS = "cppa_slack_tracker"
database = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def channel() -> SlackChannel:
    team, _ = services.get_or_create_team(team_id="T1", team_name="C++ Alliance")
    return services.upsert_channel(team=team, channel_id="C1", channel_name="boost")


def users(count: int) -> list[int]:
    return [key("cppa_user_tracker.SlackUser", number) for number in range(count)]


@database
def test_a_channel_is_updated_and_keeps_its_key() -> None:
    (creator,) = users(1)
    first = channel()

    again = services.upsert_channel(
        team=first.team, channel_id="C1", channel_name="boost-dev", creator_user_id=creator
    )

    found = selectors.channel(team_id="T1", channel_id="C1")
    assert found == again == first
    assert found is not None
    assert (found.channel_name, found.creator_user_id) == ("boost-dev", creator)


@database
def test_messages_are_upserted_by_channel_and_time_stamp() -> None:
    (author,) = users(1)
    place = channel()
    message = services.Message(
        ts="1.0",
        thread_ts="1.0",
        message="Hello",
        user_id=author,
        slack_message_created_at=datetime(2025, 3, 1, tzinfo=UTC),
    )

    services.upsert_messages(channel=place, messages=[message, replace(message, ts="2.0")])
    services.upsert_messages(channel=place, messages=[replace(message, message="Hello!")])

    thread = selectors.thread(channel=place, thread_ts="1.0")
    assert list(thread.values_list("ts", "message", "user_id")) == [
        ("1.0", "Hello!", author),
        ("2.0", "Hello", author),
    ]


@database
def test_members_who_join_leave_and_return_are_logged() -> None:
    ada, bob, eve = users(3)
    place = channel()

    assert services.set_members(channel=place, user_ids=[ada, bob]) == ({ada, bob}, set())
    assert services.set_members(channel=place, user_ids=[bob, eve]) == ({eve}, {ada})
    assert services.set_members(channel=place, user_ids=[bob, eve]) == (set(), set())
    assert services.set_members(channel=place, user_ids=[ada]) == ({ada}, {bob, eve})

    assert selectors.members(channel=place) == [ada]
    changes = selectors.membership_changes(channel=place).filter(user=ada)
    assert [each.is_joined for each in changes] == [True, False, True]


@concurrent
def test_two_sessions_that_get_or_create_a_team_get_one() -> None:
    def get_or_create() -> tuple[SlackTeam, bool]:
        return services.get_or_create_team(team_id="T1")

    (one, created), (other, created_too) = raced(get_or_create, get_or_create, using=ALIAS)

    assert one == other
    assert (created, created_too) == (True, False)


@concurrent
def test_two_sessions_that_see_the_same_member_join_log_it_once() -> None:
    (ada,) = users(1)
    place = channel()

    raced(
        lambda: services.set_members(channel=place, user_ids=[ada]),
        lambda: services.set_members(channel=place, user_ids=[ada]),
        using=ALIAS,
    )

    assert selectors.membership_changes(channel=place).count() == 1


@database
def test_a_message_of_nobody_is_kept() -> None:
    services.upsert_messages(
        channel=channel(),
        messages=[
            services.Message(
                ts="1.0", message="", slack_message_created_at=datetime(2025, 3, 1, tzinfo=UTC)
            )
        ],
    )

    assert SlackMessage.objects.get().user is None
