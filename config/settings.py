"""Settings of the reference project: 14 apps, each in its own PostgreSQL schema."""

import os

from dotenv import dotenv_values

import appschemas
from config.paths import LOCAL, ROOT

# `make up` writes the URLs of its logins here; the environment wins.
ENVIRON = {**{k: v for k, v in dotenv_values(LOCAL / "env").items() if v}, **os.environ}
if "DATABASE_URL" in os.environ:
    # Another server than the one of `make up`: its other logins do not belong to it.
    ENVIRON = dict(os.environ)

DEBUG = ENVIRON.get("DJANGO_DEBUG") == "1"
# No deployment runs on this default: the check security.W009 of `check --deploy` refuses it.
SECRET_KEY = ENVIRON.get("DJANGO_SECRET_KEY", "django-insecure-for-development-only")
ALLOWED_HOSTS = ENVIRON.get("DJANGO_ALLOWED_HOSTS", "localhost,127.0.0.1").split(",")

CONTRACT = ROOT / "config" / "schemas.toml"
ALL_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "appschemas",
    "cppa_user_tracker",
    "boost_collector_runner",
    "github_activity_tracker",
    "boost_library_tracker",
    "boost_library_docs_tracker",
    "boost_library_usage_dashboard",
    "boost_usage_tracker",
    "boost_mailing_list_tracker",
    "cppa_pinecone_sync",
    "clang_github_tracker",
    "cppa_slack_tracker",
    "discord_activity_tracker",
    "wg21_paper_tracker",
    "cppa_youtube_script_tracker",
]

# All of them and all schemas, or those that APPSCHEMAS names.
INSTALLED_APPS = appschemas.installed_apps(CONTRACT, ALL_APPS)
APPSCHEMAS_CONTRACT = CONTRACT
DATABASES = appschemas.databases(CONTRACT, ENVIRON)
DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
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
STATIC_URL = "static/"
USE_TZ = True
TIME_ZONE = "UTC"

# Groups of commands that one collector run takes in turn; see boost_collector_runner.
COLLECTOR_GROUPS: dict[str, list[list[str]]] = {
    "usage": [["usage_dashboard", "--output", str(LOCAL / "usage.html")]],
}
