"""Staging: profiles are proposed for a temporary identity, and merged when somebody agrees."""

from __future__ import annotations

from cppa_user_tracker.models import (
    BaseProfile,
    Identity,
    TempProfileIdentityRelation,
    TmpIdentity,
)
from cppa_user_tracker.services.identities import create_identity
from cppa_user_tracker.transactions import atomic


def create_tmp_identity(*, display_name: str, description: str = "") -> TmpIdentity:
    """A temporary identity that profiles can be staged for."""
    return TmpIdentity.objects.create(display_name=display_name, description=description)


def stage_profile(*, profile_id: int, tmp_identity_id: int) -> TempProfileIdentityRelation:
    """Stage a profile; once, however often it is asked for.

    Raises:
        TmpIdentity.DoesNotExist: it is merged already, or never was.
    """
    with atomic():
        _hold(tmp_identity_id)
        staged, _ = TempProfileIdentityRelation.objects.get_or_create(
            base_profile_id=profile_id, target_identity_id=tmp_identity_id
        )
        return staged


def merge_staged(*, tmp_identity_id: int, identity_id: int | None = None) -> Identity:
    """Give all staged profiles to one identity, and end the temporary one.

    Profiles keep their keys, so that whatever other apps hold stays valid.

    Args:
        identity_id: The identity to merge into; None makes one of the temporary identity's name.

    Raises:
        TmpIdentity.DoesNotExist: it is merged already, or never was.
        Identity.DoesNotExist: there is no identity `identity_id`.
    """
    with atomic():
        staging = _hold(tmp_identity_id)
        if identity_id is None:
            identity = create_identity(
                display_name=staging.display_name, description=staging.description
            )
        else:
            identity = Identity.objects.select_for_update(no_key=True).get(pk=identity_id)
        BaseProfile.objects.filter(stagings__target_identity=staging).update(identity=identity)
        staging.delete()
        return identity


# Private
# -------


def _hold(tmp_identity_id: int) -> TmpIdentity:
    # Staging and merging take turns: a profile staged during a merge would get lost with it.
    return TmpIdentity.objects.select_for_update().get(pk=tmp_identity_id)
