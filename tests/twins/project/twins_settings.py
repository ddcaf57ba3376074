"""Settings of the twins: held by foreign keys in one schema, and by identity keys in two."""

import os
from pathlib import Path

import appschemas

SECRET_KEY = "only for tests"
ALLOWED_HOSTS = ["testserver"]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

APPSCHEMAS_CONTRACT = Path(__file__).parent / "schemas.toml"
ALL_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "appschemas",
    "persons",
    "single",
    "apart",
    "verdicts",
]

INSTALLED_APPS = appschemas.installed_apps(APPSCHEMAS_CONTRACT, ALL_APPS)
DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, os.environ)
DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]

ROOT_URLCONF = "twins_urls"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
