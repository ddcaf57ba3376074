"""pretalx's own settings for tests, on one of the two sides."""

from pretalx.common.settings.test_settings import *  # noqa: F403
from side import databases, with_schemas

DATABASES = databases()
INSTALLED_APPS, DATABASE_ROUTERS, APPSCHEMAS_CONTRACT = with_schemas(INSTALLED_APPS, [])  # noqa: F405
