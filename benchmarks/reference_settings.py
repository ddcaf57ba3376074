"""The reference project in a process of its own, with roles that begin with bench_.

BENCH_CONTRACT names its contract; without it the same apps share one schema, on Django's backend,
or those that BENCH_APPS names.
"""

import os
from pathlib import Path

import dj_database_url

import appschemas
from config.settings import *  # noqa: F403 - these settings, changed
from config.settings import ALL_APPS, ENVIRON

if contract := os.environ.get("BENCH_CONTRACT"):
    APPSCHEMAS_CONTRACT = Path(contract)
    INSTALLED_APPS = appschemas.installed_apps(APPSCHEMAS_CONTRACT, ALL_APPS)
    DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, ENVIRON)
else:
    del APPSCHEMAS_CONTRACT
    named = os.environ.get("BENCH_APPS", "").split()
    INSTALLED_APPS = [
        app
        for app in ALL_APPS
        if app != "appschemas" and (not named or app in named or app.startswith("django."))
    ]
    DATABASES = {
        "default": dj_database_url.parse(
            ENVIRON["DATABASE_URL"], engine="django.db.backends.postgresql"
        )
    }
    DATABASE_ROUTERS: list[str] = []
