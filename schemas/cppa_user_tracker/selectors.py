"""Reads of the hub; `cppa_user_tracker.services` offers them to the other apps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cppa_user_tracker.models import (
    BaseProfile,
    DiscordProfile,
    Email,
    GitHubAccount,
    MailingListProfile,
    ProfileType,
    SlackUser,
    WG21PaperAuthorProfile,
    YoutubeSpeaker,
)


def profile_by_key(*, key: int, kind: ProfileType | None = None) -> BaseProfile | None:
    """The profile with that key, of class `GitHubAccount` and so on where `kind` is given."""
    return _model(kind).objects.filter(pk=key).first()


def profiles_by_keys(
    *, keys: Iterable[int], kind: ProfileType | None = None
) -> dict[int, BaseProfile]:
    """Many profiles in one query; keys that no profile has are left out."""
    return dict(_model(kind).objects.in_bulk(list(keys)))


def github_account_by_username(*, username: str) -> GitHubAccount | None:
    """The account of that login, whatever its case; the one seen last if it changed hands."""
    if not username:
        return None
    return GitHubAccount.objects.filter(username__iexact=username).order_by("-updated_at").first()


def email_addresses(*, profile_ids: Iterable[int]) -> dict[int, list[str]]:
    """Active e-mails by profile, the primary one first; in one query."""
    addresses: dict[int, list[str]] = {}
    emails = Email.objects.filter(base_profile_id__in=list(profile_ids), is_active=True)
    for key, email in emails.order_by("-is_primary", "pk").values_list("base_profile_id", "email"):
        addresses.setdefault(key, []).append(email)
    return addresses


def profiles_of_identity(*, identity_id: int) -> list[BaseProfile]:
    """All profiles of a person, of every platform."""
    return list(BaseProfile.objects.filter(identity_id=identity_id).order_by("pk"))


# Private
# -------

_MODELS: Final[dict[str, type[BaseProfile]]] = {
    ProfileType.GITHUB: GitHubAccount,
    ProfileType.SLACK: SlackUser,
    ProfileType.MAILING_LIST: MailingListProfile,
    ProfileType.WG21: WG21PaperAuthorProfile,
    ProfileType.DISCORD: DiscordProfile,
    ProfileType.YOUTUBE: YoutubeSpeaker,
}


def _model(kind: ProfileType | None) -> type[BaseProfile]:
    return BaseProfile if kind is None else _MODELS[kind]
