"""GitHub accounts, and the authors of commits whom GitHub does not know.

`github_account_id` is neither null nor unique. An unknown author gets a negative one, derived
from name and e-mail: it says "unknown", and it is a key that stays when the e-mail is corrected.
Unknown authors of another origin are recognized by name and e-mail.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

from django.db import connections
from django.utils import timezone

from cppa_user_tracker.models import BaseProfile, Email, GitHubAccount
from cppa_user_tracker.services.profiles import refreshed
from cppa_user_tracker.transactions import atomic, database, get_or_create, locked

Author = tuple[str, str]
"""Name and e-mail."""


def get_or_create_github_account(
    *,
    github_account_id: int,
    username: str = "",
    display_name: str = "",
    avatar_url: str = "",
    account_type: str = "",
) -> tuple[GitHubAccount, bool]:
    """The account by GitHub's number, and whether it is new; an old one takes over the values.

    Raises:
        ValueError: GitHub has no numbers below 1.
    """
    if github_account_id < 1:
        raise ValueError(f"{github_account_id} is no account of GitHub; is the author unknown?")
    values = {
        "username": username,
        "display_name": display_name,
        "avatar_url": avatar_url,
        "account_type": account_type,
    }
    account, created = get_or_create(
        GitHubAccount.objects.filter(github_account_id=github_account_id),
        lambda: GitHubAccount.objects.create(
            **values | {"account_type": account_type or GitHubAccount.AccountType.USER},
            github_account_id=github_account_id,
            type=GitHubAccount.kind,
        ),
    )
    return refreshed(account, values), created


def get_or_create_unknown_github_author(*, name: str, email: str) -> tuple[GitHubAccount, bool]:
    """The account that stands for an author without one, and whether it is new."""
    author = (name, email)
    known = _unknown([author])
    created: dict[Author, int] = {}
    if not known:
        known, created = _unknown_or_created([author])
    return GitHubAccount.objects.get(pk=(known | created)[author]), bool(created)


def get_or_create_unknown_github_authors(*, authors: Iterable[Author]) -> dict[Author, int]:
    """The same for many (name, e-mail) pairs: their keys, in at most nine statements."""
    wanted = list(dict.fromkeys(authors))
    found = _unknown(wanted)
    if missing := [author for author in wanted if author not in found]:
        known, created = _unknown_or_created(missing)
        found |= known | created
    return found


def unknown_account_id(name: str, email: str) -> int:
    """A negative bigint that follows from name and e-mail."""
    digest = hashlib.sha256(f"{name}\0{email}".encode()).digest()
    return -1 - (int.from_bytes(digest[:8], "big") >> 1)


# Private
# -------

# bulk_create() refuses multi-table inheritance; the parents' rows are made before.
_INSERT_ACCOUNTS: Final = """
INSERT INTO cppa_user_tracker_githubaccount
       (baseprofile_ptr_id, github_account_id, display_name,
        username, avatar_url, account_type, created_at, updated_at)
SELECT key, number, name, '', '', %(account_type)s, %(now)s, %(now)s
  FROM unnest(%(keys)s::bigint[], %(numbers)s::bigint[], %(names)s::text[])
       AS author (key, number, name)
"""


def _unknown(authors: Sequence[Author]) -> dict[Author, int]:
    if not authors:
        return {}
    by_number = {unknown_account_id(*author): author for author in authors}
    accounts = GitHubAccount.objects.filter(github_account_id__in=by_number)
    found = {
        by_number[number]: key
        for number, key in accounts.order_by("-pk").values_list("github_account_id", "pk")
    }
    missing = {author for author in authors if author not in found}
    emails = Email.objects.filter(
        email__in={email for _, email in missing if email},
        base_profile__githubaccount__display_name__in={name for name, _ in missing},
        base_profile__githubaccount__github_account_id__lte=0,
    )
    for name, email, key in emails.order_by("-base_profile_id").values_list(
        "base_profile__githubaccount__display_name", "email", "base_profile_id"
    ):
        if (name, email) in missing:
            found[name, email] = key
    return found


def _unknown_or_created(
    authors: Sequence[Author],
) -> tuple[dict[Author, int], dict[Author, int]]:
    with locked(GitHubAccount):
        known = _unknown(authors)
        return known, _create([author for author in authors if author not in known])


def _create(authors: Sequence[Author]) -> dict[Author, int]:
    if not authors:
        return {}
    with atomic():
        profiles = BaseProfile.objects.bulk_create(
            BaseProfile(type=GitHubAccount.kind) for _ in authors
        )
        keys = {author: profile.pk for author, profile in zip(authors, profiles, strict=True)}
        with connections[database()].cursor() as cursor:
            cursor.execute(
                _INSERT_ACCOUNTS,
                {
                    "account_type": str(GitHubAccount.AccountType.USER),
                    "now": timezone.now(),
                    "keys": list(keys.values()),
                    "numbers": [unknown_account_id(*author) for author in authors],
                    "names": [name for name, _ in authors],
                },
            )
        Email.objects.bulk_create(
            Email(base_profile_id=key, email=email, is_primary=True)
            for (_, email), key in keys.items()
            if email
        )
    return keys
