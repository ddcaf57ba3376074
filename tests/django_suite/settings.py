"""Settings for one side of the comparison: Django's backend, or ours in two ways.

stock    Django's own backend, `default` and `other` are a database each
apart    our backend, `default` and `other` are a schema in a database of their own
shared   our backend, `default` and `other` are two schemas of one database and one session
"""

import os
from pathlib import Path

import dj_database_url
from test_sqlite import *  # noqa: F403 - Django's own settings for its tests

SIDE = os.environ["DJANGO_SUITE_SIDE"]
# Databases and roles belong to the server: those of several runs differ in this.
NAME = os.environ["DJANGO_SUITE_NAME"]
DIRECTORY = Path(os.environ["DJANGO_SUITE_DIRECTORY"])

ADMIN = dj_database_url.parse(os.environ["DATABASE_URL"])
ALIASES = ("default", "other")

if SIDE == "stock":
    DATABASES = {
        alias: {**ADMIN, "ENGINE": "django.db.backends.postgresql", "NAME": f"{NAME}_{alias}"}
        for alias in ALIASES
    }
    TEST_RUNNER = "tests.django_suite.runner.Runner"
else:
    APPSCHEMAS_CONTRACT = DIRECTORY / "schemas.toml"
    # The login holds nothing: a statement that is not sent into its schema fails.
    LOGIN = {"USER": f"{NAME}_login", "PASSWORD": NAME}
    DATABASES = {
        alias: {
            **ADMIN,
            **LOGIN,
            "ENGINE": "appschemas.backend",
            "NAME": NAME if SIDE == "shared" else f"{NAME}_{alias}",
            "ADMIN": {key: ADMIN[key] for key in ("USER", "PASSWORD", "HOST", "PORT")},
        }
        for alias in ALIASES
    }
    TEST_RUNNER = "tests.django_suite.runner.SchemaRunner"
    # Some of the tests are about what a case may not touch that it did not declare.
    APPSCHEMAS_TEST_DATABASES = "declared"
