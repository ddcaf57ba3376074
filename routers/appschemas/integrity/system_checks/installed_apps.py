"""Standing alone: whether what is installed is the subset that the environment names."""

from __future__ import annotations

from django.apps import apps

from appschemas.contract.contract import Contract
from appschemas.exceptions import SubsetError
from appschemas.fields import IdentityKey
from appschemas.integrity.discovery import crossing_fields


def check_installed_apps(contract: Contract) -> None:
    """Refuse to go on with apps that are left out, or with foreign keys to them.

    Raises:
        SubsetError: saying which.
    """
    if more := sorted(contract.left_out & set(apps.app_configs)):
        raise SubsetError(
            f"APPSCHEMAS leaves out {', '.join(more)}, and INSTALLED_APPS has them all the same. "
            "Write: INSTALLED_APPS = appschemas.installed_apps(CONTRACT, [...])"
        )
    for model in apps.get_models(include_auto_created=True):
        for field, label in crossing_fields(model, contract):
            if label.partition(".")[0] in contract.left_out and not isinstance(field, IdentityKey):
                raise SubsetError(
                    f"{field} is a foreign key to {label}, which the subset leaves out: only an "
                    "identity key stands alone. Convert it, or choose the schema of "
                    f"{label.partition('.')[0]!r}, too."
                )
