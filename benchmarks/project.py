"""A Django project in this process: two apps, one alias for each schema of the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import django
from django.conf import settings

CONTRACT: Final = Path(__file__).parent / "schemas.toml"
PLAIN: Final = "plain"
# What is compared on them.
PLAIN_SIDE: Final = "plain alias"
SHARED: Final = "shared session"


def start(url: str, name: str) -> None:
    """Set Django up on the database `name`, once in a process; PLAIN is Django's own backend."""
    if settings.configured:
        return
    from appschemas import databases

    aliases = databases(CONTRACT, {"DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=name))})
    path = {"options": "-c search_path=people,notes"}
    plain = {**aliases["default"], "ENGINE": "django.db.backends.postgresql", "OPTIONS": path}
    settings.configure(
        APPSCHEMAS_CONTRACT=CONTRACT,
        DATABASES={**aliases, PLAIN: plain},
        DATABASE_ROUTERS=["appschemas.routers.SearchPathRouter"],
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["appschemas", "benchmarks.people", "benchmarks.notes"],
        USE_TZ=True,
    )
    django.setup()


def backend(alias: str) -> int:
    """The process that serves an alias."""
    from django.db import connections

    connections[alias].ensure_connection()
    pid: int = connections[alias].connection.info.backend_pid
    return pid


def close() -> None:
    """Close what Django has opened, before the database goes."""
    from django.db import connections

    connections.close_all()
