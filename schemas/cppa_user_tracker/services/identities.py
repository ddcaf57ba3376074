"""Identities: making them, and saying whose a profile is."""

from __future__ import annotations

from cppa_user_tracker.models import BaseProfile, Identity
from cppa_user_tracker.transactions import get_or_create


def create_identity(*, display_name: str, description: str = "") -> Identity:
    """A new identity, even where another one has the same name."""
    return Identity.objects.create(display_name=display_name, description=description)


def get_or_create_identity(*, display_name: str, description: str = "") -> tuple[Identity, bool]:
    """The identity of that name, the oldest where there are several, and whether it is new."""
    return get_or_create(
        Identity.objects.filter(display_name=display_name),
        lambda: create_identity(display_name=display_name, description=description),
    )


def assign_profile(*, profile_id: int, identity_id: int | None) -> None:
    """Say whose the profile is; None when nobody knows.

    Raises:
        BaseProfile.DoesNotExist: there is no such profile.
    """
    if not BaseProfile.objects.filter(pk=profile_id).update(identity_id=identity_id):
        raise BaseProfile.DoesNotExist(f"There is no profile {profile_id}.")
