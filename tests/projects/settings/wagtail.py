"""wagtail's own settings for tests, on one of the two sides."""

from side import databases, with_schemas
from wagtail.test.settings import *  # noqa: F403

DATABASES = databases()
INSTALLED_APPS, DATABASE_ROUTERS, APPSCHEMAS_CONTRACT = with_schemas(INSTALLED_APPS, [])  # noqa: F405
