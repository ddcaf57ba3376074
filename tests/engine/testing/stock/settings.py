import os
from pathlib import Path

import dj_database_url

SECRET_KEY = "only for tests"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "appschemas.auditing",
    "people",
    "papers",
    "reviews",
]
DATABASES = {"default": dj_database_url.parse(os.environ["DATABASE_URL"])}
DATABASES["default"]["TEST"] = {"NAME": os.environ["STOCK_DATABASE"]}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPSCHEMAS_CONTRACT = Path(__file__).parent / "contract.toml"
USE_TZ = True
