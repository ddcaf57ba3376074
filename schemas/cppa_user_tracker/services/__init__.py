"""The hub's API. Other apps import this module and no other of the hub; they hold keys (`int`)."""

from cppa_user_tracker.models import ProfileType
from cppa_user_tracker.selectors import (
    email_addresses,
    github_account_by_username,
    profile_by_key,
    profiles_by_keys,
    profiles_of_identity,
)
from cppa_user_tracker.services.accounts import (
    get_or_create_github_account,
    get_or_create_unknown_github_author,
    get_or_create_unknown_github_authors,
)
from cppa_user_tracker.services.emails import add_email, remove_email, update_email
from cppa_user_tracker.services.identities import (
    assign_profile,
    create_identity,
    get_or_create_identity,
)
from cppa_user_tracker.services.profiles import (
    get_or_create_discord_profile,
    get_or_create_mailing_list_profile,
    get_or_create_slack_user,
    get_or_create_wg21_author,
    get_or_create_youtube_speaker,
)
from cppa_user_tracker.services.staging import create_tmp_identity, merge_staged, stage_profile

__all__ = [
    "ProfileType",
    "add_email",
    "assign_profile",
    "create_identity",
    "create_tmp_identity",
    "email_addresses",
    "get_or_create_discord_profile",
    "get_or_create_github_account",
    "get_or_create_identity",
    "get_or_create_mailing_list_profile",
    "get_or_create_slack_user",
    "get_or_create_unknown_github_author",
    "get_or_create_unknown_github_authors",
    "get_or_create_wg21_author",
    "get_or_create_youtube_speaker",
    "github_account_by_username",
    "merge_staged",
    "profile_by_key",
    "profiles_by_keys",
    "profiles_of_identity",
    "remove_email",
    "stage_profile",
    "update_email",
]
