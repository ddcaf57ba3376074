"""A Django project in this process: two apps, one alias for each schema of the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import django
from django.conf import settings

CONTRACT: Final = Path(__file__).parent / "schemas.toml"
PLAIN: Final = "plain"


def start(url: str, name: str) -> None:
    """Set Django up on the database `name`, once in a process; the alias PLAIN is Django's own."""
    if settings.configured:
        return
    from appschemas import databases

    aliases = databases(CONTRACT, {"DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=name))})
    plain = {**aliases["default"], "ENGINE": "django.db.backends.postgresql"}
    settings.configure(
        APPSCHEMAS_CONTRACT=CONTRACT,
        DATABASES={**aliases, PLAIN: plain},
        DATABASE_ROUTERS=["appschemas.routers.SearchPathRouter"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["appschemas", "benchmarks.people", "benchmarks.notes"],
        USE_TZ=True,
    )
    django.setup()
