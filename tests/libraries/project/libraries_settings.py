"""Settings of a project that has identity keys and what people use beside Django."""

import os
from pathlib import Path

import appschemas

SECRET_KEY = "only for tests, and long enough for what signs with it"
ALLOWED_HOSTS = ["testserver"]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_ID = 1
STATIC_URL = "/static/"

APPSCHEMAS_CONTRACT = Path(__file__).parent / "schemas.toml"
ALL_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "appschemas",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "auditlog",
    "debug_toolbar",
    "django_extensions",
    "django_filters",
    "guardian",
    "import_export",
    "pgtrigger",
    "rest_framework",
    "rest_framework.authtoken",
    "reversion",
    "simple_history",
    "taggit",
    "drf_spectacular",
    "hub",
    "desk",
]

INSTALLED_APPS = appschemas.installed_apps(APPSCHEMAS_CONTRACT, ALL_APPS)
DATABASES = appschemas.databases(APPSCHEMAS_CONTRACT, os.environ, engine="metrics")
DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ROOT_URLCONF = "libraries_urls"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
REST_FRAMEWORK = {"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema"}
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
