"""Profiles: get-or-create per platform.

Each function returns the profile and whether it is new. A profile that is there takes over the
values given, where they are not empty: platforms let people rename themselves.
"""

from __future__ import annotations

from typing import TypeVar

from cppa_user_tracker.models import (
    BaseProfile,
    DiscordProfile,
    MailingListProfile,
    SlackUser,
    WG21PaperAuthorProfile,
    YoutubeSpeaker,
)
from cppa_user_tracker.services.emails import add_email
from cppa_user_tracker.transactions import get_or_create

Profile = TypeVar("Profile", bound=BaseProfile)


def get_or_create_slack_user(
    *, slack_user_id: str, username: str = "", display_name: str = "", avatar_url: str = ""
) -> tuple[SlackUser, bool]:
    """A Slack user by Slack's id."""
    values = {"username": username, "display_name": display_name, "avatar_url": avatar_url}
    user, created = SlackUser.objects.get_or_create(
        slack_user_id=slack_user_id, defaults={**values, "type": SlackUser.kind}
    )
    return refreshed(user, values), created


def get_or_create_discord_profile(
    *,
    discord_user_id: int,
    username: str = "",
    display_name: str = "",
    avatar_url: str = "",
    is_bot: bool = False,
) -> tuple[DiscordProfile, bool]:
    """A Discord profile by Discord's id."""
    values = {"username": username, "display_name": display_name, "avatar_url": avatar_url}
    profile, created = DiscordProfile.objects.get_or_create(
        discord_user_id=discord_user_id,
        defaults={**values, "is_bot": is_bot, "type": DiscordProfile.kind},
    )
    return refreshed(profile, values), created


def get_or_create_youtube_speaker(
    *, external_id: str, display_name: str = ""
) -> tuple[YoutubeSpeaker, bool]:
    """A speaker by an id from outside, such as a channel's or a name's slug."""
    values = {"display_name": display_name}
    speaker, created = YoutubeSpeaker.objects.get_or_create(
        external_id=external_id, defaults={**values, "type": YoutubeSpeaker.kind}
    )
    return refreshed(speaker, values), created


def get_or_create_mailing_list_profile(
    *, display_name: str, email: str
) -> tuple[MailingListProfile, bool]:
    """A sender by name and e-mail: lists know nothing else of them."""

    def create() -> MailingListProfile:
        profile = MailingListProfile.objects.create(
            display_name=display_name, type=MailingListProfile.kind
        )
        add_email(profile_id=profile.pk, email=email, is_primary=True)
        return profile

    return get_or_create(
        MailingListProfile.objects.filter(display_name=display_name, emails__email=email), create
    )


def get_or_create_wg21_author(
    *, display_name: str, author_alias: str = ""
) -> tuple[WG21PaperAuthorProfile, bool]:
    """An author by name and alias."""
    key = {"display_name": display_name, "author_alias": author_alias}
    return get_or_create(
        WG21PaperAuthorProfile.objects.filter(**key),
        lambda: WG21PaperAuthorProfile.objects.create(**key, type=WG21PaperAuthorProfile.kind),
    )


def refreshed(profile: Profile, values: dict[str, str]) -> Profile:
    """`profile` with those of `values` that are not empty; saved when one of them is news."""
    news = {name: new for name, new in values.items() if new and getattr(profile, name) != new}
    if news:
        for name, new in news.items():
            setattr(profile, name, new)
        profile.save(update_fields=[*news, "updated_at"])
    return profile
