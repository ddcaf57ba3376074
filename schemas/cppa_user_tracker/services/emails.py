"""E-mails of a profile: at most one is the primary one."""

from __future__ import annotations

from typing import Any

from cppa_user_tracker.models import BaseProfile, Email
from cppa_user_tracker.transactions import atomic


def add_email(*, profile_id: int, email: str, is_primary: bool = False) -> Email:
    """Give a profile an e-mail, or the one that it has already, active again.

    Raises:
        BaseProfile.DoesNotExist: there is no such profile.
    """
    with atomic():
        _hold(profile_id)
        found = Email.objects.filter(base_profile_id=profile_id, email=email).first()
        if found is None:
            found = Email(base_profile_id=profile_id, email=email)
        found.is_active = True
        return _saved(found, is_primary=is_primary or found.is_primary)


def update_email(
    *,
    email_id: int,
    email: str | None = None,
    is_primary: bool | None = None,
    is_active: bool | None = None,
) -> Email:
    """Change what is not None.

    Raises:
        Email.DoesNotExist: there is no such e-mail.
    """
    with atomic():
        found = Email.objects.get(pk=email_id)
        _hold(found.base_profile_id)
        found.refresh_from_db()
        changes: dict[str, Any] = {"email": email, "is_active": is_active}
        for name, value in changes.items():
            if value is not None:
                setattr(found, name, value)
        return _saved(found, is_primary=found.is_primary if is_primary is None else is_primary)


def remove_email(*, email_id: int) -> bool:
    """Whether there was such an e-mail to remove."""
    removed, _ = Email.objects.filter(pk=email_id).delete()
    return bool(removed)


# Private
# -------


def _hold(profile_id: int) -> None:
    # No constraint says that there is one primary e-mail: writers of a profile take turns.
    BaseProfile.objects.select_for_update(no_key=True).get(pk=profile_id)


def _saved(email: Email, *, is_primary: bool) -> Email:
    if is_primary:
        others = Email.objects.filter(base_profile_id=email.base_profile_id, is_primary=True)
        others.exclude(pk=email.pk).update(is_primary=False)
    email.is_primary = is_primary
    email.save()
    return email
