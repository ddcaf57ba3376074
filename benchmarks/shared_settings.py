"""Settings of the 14 apps as they were: one login, one schema, Django's own backend."""

import os

import dj_database_url

# Where old code has its URL, the settings of new code find one, too.
os.environ.setdefault("DATABASE_URL", os.environ["OLD_DATABASE_URL"])

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS as ALL_APPS

INSTALLED_APPS = [app for app in ALL_APPS if app != "appschemas"]
DATABASES = {"default": dj_database_url.parse(os.environ["OLD_DATABASE_URL"])}
DATABASE_ROUTERS: list[str] = []
