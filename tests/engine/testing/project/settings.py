"""Settings of a small project that the plugin's tests run."""

import os
from pathlib import Path

import appschemas

SECRET_KEY = "only for tests"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "urls"
STATIC_URL = "static/"

APPSCHEMAS_CONTRACT = Path(__file__).parent / "schemas.toml"
INSTALLED_APPS = appschemas.installed_apps(
    APPSCHEMAS_CONTRACT,
    [
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "appschemas",
        "people",
        "papers",
        "notes",
    ],
)
DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, os.environ)
DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]
