"""Contrib commands: those of Django's contrib apps that ask one alias, extended for schemas.

Of two apps with a command of one name Django takes the one that comes first in INSTALLED_APPS, and
the engine mostly comes after Django's own. There is no seam; what is replaced is an entry of the
table in which Django looks a command up, and only where it is still Django's.
"""

from __future__ import annotations

from typing import Final

from django.core.management import get_commands


def install() -> None:
    """Let Django find the engine's."""
    found = get_commands()
    for command, app in _REPLACED.items():
        if found.get(command) == app:
            found[command] = _OURS


# Private
# -------

_OURS: Final = "appschemas.management.contrib"
_REPLACED: Final = {
    "changepassword": "django.contrib.auth",
    "createsuperuser": "django.contrib.auth",
    "remove_stale_contenttypes": "django.contrib.contenttypes",
}
