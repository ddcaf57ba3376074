"""The hub's services: people and profiles, under concurrent writers too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from cppa_user_tracker import services
from cppa_user_tracker.models import BaseProfile, Email, GitHubAccount, Identity, TmpIdentity
from tests.tools.project.racing import raced

HUB = "cppa_user_tracker"
single = pytest.mark.django_db(databases="__all__")
concurrent = pytest.mark.django_db(databases="__all__", transaction=True)


def account(number: int = 1) -> int:
    made, _ = services.get_or_create_github_account(
        github_account_id=number, username=f"account-{number}"
    )
    return made.pk


RACES: dict[str, Callable[[], tuple[object, bool]]] = {
    "identity": lambda: services.get_or_create_identity(display_name="Peter"),
    "GitHub": lambda: services.get_or_create_github_account(github_account_id=7),
    "unknown": lambda: services.get_or_create_unknown_github_author(name="P", email="p@x.org"),
    "Slack": lambda: services.get_or_create_slack_user(slack_user_id="U7"),
    "list": lambda: services.get_or_create_mailing_list_profile(display_name="P", email="p@x"),
    "WG21": lambda: services.get_or_create_wg21_author(display_name="Peter"),
    "Discord": lambda: services.get_or_create_discord_profile(discord_user_id=7),
    "YouTube": lambda: services.get_or_create_youtube_speaker(external_id="peter"),
}


@concurrent
@pytest.mark.parametrize("name", RACES)
def test_of_two_writers_one_creates_and_the_other_one_waits_and_finds(name: str) -> None:
    get_or_create = RACES[name]

    (one, created), (other, created_again) = raced(get_or_create, get_or_create, using=HUB)

    assert (created, created_again) == (True, False)
    assert one == other


@concurrent
def test_importers_that_meet_the_same_unknown_authors_share_their_accounts() -> None:
    met, met_by_other = [("A", "a@x"), ("B", "b@x")], [("B", "b@x"), ("C", "c@x")]

    one, other = raced(
        lambda: services.get_or_create_unknown_github_authors(authors=met),
        lambda: services.get_or_create_unknown_github_authors(authors=met_by_other),
        using=HUB,
    )

    assert one["B", "b@x"] == other["B", "b@x"]
    assert GitHubAccount.objects.count() == 3


@single
def test_a_profile_knows_its_platform_and_takes_over_a_new_name() -> None:
    services.get_or_create_slack_user(slack_user_id="U1", username="old", display_name="Old")

    user, created = services.get_or_create_slack_user(slack_user_id="U1", username="new")

    user.refresh_from_db()
    assert not created
    assert (user.username, user.display_name, user.type) == ("new", "Old", "slack")


@single
def test_what_an_account_is_stays_when_it_is_not_said_again() -> None:
    services.get_or_create_github_account(github_account_id=1, account_type="organization")

    again, _ = services.get_or_create_github_account(github_account_id=1)

    assert again.account_type == "organization"


@single
def test_an_account_of_github_has_a_positive_number() -> None:
    with pytest.raises(ValueError, match="no account of GitHub"):
        services.get_or_create_github_account(github_account_id=-5)


@single
def test_an_unknown_author_is_one_account_per_name_and_email() -> None:
    authors = [("Ann", "ann@x.org"), ("Ann", "other@x.org"), ("Bob", "ann@x.org"), ("Cy", "")]

    keys = services.get_or_create_unknown_github_authors(authors=[*authors, *authors])

    ann, created = services.get_or_create_unknown_github_author(name="Ann", email="ann@x.org")
    assert len(set(keys.values())) == 4
    assert (ann.pk, created) == (keys["Ann", "ann@x.org"], False)
    assert (ann.is_unknown, ann.display_name, ann.type) == (True, "Ann", "github")
    assert services.email_addresses(profile_ids=[ann.pk]) == {ann.pk: ["ann@x.org"]}


@single
def test_an_unknown_author_stays_the_same_when_the_email_is_corrected() -> None:
    ann, _ = services.get_or_create_unknown_github_author(name="Ann", email="ann@x.org")
    services.update_email(email_id=ann.emails.get().pk, email="ann@y.org")

    found = services.get_or_create_unknown_github_authors(
        authors=[("Ann", "ann@x.org"), ("Ann", "ann@y.org")]
    )

    assert set(found.values()) == {ann.pk}


@single
def test_an_unknown_author_of_another_origin_is_recognized() -> None:
    old = GitHubAccount.objects.create(github_account_id=-1, display_name="Ann")
    services.add_email(profile_id=old.pk, email="ann@x.org")

    ann, created = services.get_or_create_unknown_github_author(name="Ann", email="ann@x.org")

    assert (ann, created) == (old, False)


@single
@pytest.mark.parametrize("count", [1, 500])
def test_unknown_authors_take_a_bounded_number_of_statements(count: int) -> None:
    authors = [(f"Author {number}", f"{number}@x.org") for number in range(count)]

    with CaptureQueriesContext(connections[HUB]) as queries:
        services.get_or_create_unknown_github_authors(authors=authors)

    savepoints = [each for each in queries if "SAVEPOINT" in each["sql"]]
    assert len(queries) - len(savepoints) <= 9
    assert GitHubAccount.objects.count() == count


@single
def test_many_profiles_of_one_kind_are_one_query() -> None:
    keys = [account(number) for number in (1, 2, 3)]

    with CaptureQueriesContext(connections[HUB]) as queries:
        found = services.profiles_by_keys(keys=[*keys, -1], kind=services.ProfileType.GITHUB)

    assert len(queries) == 1
    assert [found[key].username for key in keys] == ["account-1", "account-2", "account-3"]


@single
def test_an_account_is_found_by_username_whatever_its_case() -> None:
    key = account(1)

    assert services.github_account_by_username(username="Account-1").pk == key
    assert services.github_account_by_username(username="") is None


@single
def test_a_profile_has_one_primary_email() -> None:
    key = account(1)
    first = services.add_email(profile_id=key, email="old@x.org", is_primary=True)

    services.add_email(profile_id=key, email="new@x.org", is_primary=True)

    first.refresh_from_db()
    assert not first.is_primary
    assert services.email_addresses(profile_ids=[key]) == {key: ["new@x.org", "old@x.org"]}


@single
def test_an_email_is_added_once_and_removed_once() -> None:
    key = account(1)
    email = services.add_email(profile_id=key, email="a@x.org")
    services.update_email(email_id=email.pk, is_active=False)

    again = services.add_email(profile_id=key, email="a@x.org")

    assert (again.pk, again.is_active) == (email.pk, True)
    assert services.remove_email(email_id=email.pk)
    assert not services.remove_email(email_id=email.pk)
    assert not Email.objects.exists()


@single
def test_merging_gives_the_staged_profiles_to_one_identity_and_keeps_their_keys() -> None:
    keys = {account(1), account(2)}
    staging = services.create_tmp_identity(display_name="Peter")
    for key in [*keys, *keys]:
        services.stage_profile(profile_id=key, tmp_identity_id=staging.pk)

    peter = services.merge_staged(tmp_identity_id=staging.pk)

    assert peter.display_name == "Peter"
    assert {profile.pk for profile in services.profiles_of_identity(identity_id=peter.pk)} == keys
    assert not TmpIdentity.objects.exists()


@single
def test_merging_into_an_identity_leaves_its_profiles_with_it() -> None:
    peter = services.create_identity(display_name="Peter")
    services.assign_profile(profile_id=account(1), identity_id=peter.pk)
    staging = services.create_tmp_identity(display_name="Somebody")
    services.stage_profile(profile_id=account(2), tmp_identity_id=staging.pk)

    services.merge_staged(tmp_identity_id=staging.pk, identity_id=peter.pk)

    assert BaseProfile.objects.filter(identity=peter).count() == 2
    assert Identity.objects.get() == peter


@concurrent
def test_a_temporary_identity_is_merged_by_one_of_two_writers() -> None:
    staging = services.create_tmp_identity(display_name="Peter")
    services.stage_profile(profile_id=account(1), tmp_identity_id=staging.pk)

    def merge() -> str:
        try:
            return str(services.merge_staged(tmp_identity_id=staging.pk))
        except TmpIdentity.DoesNotExist:
            return "merged already"

    assert raced(merge, merge, using=HUB) == ("Peter", "merged already")
    assert Identity.objects.count() == 1
