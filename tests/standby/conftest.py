"""A standby of PostgreSQL's own: make test-long runs it, on two servers that it starts itself."""

from __future__ import annotations

from django.conf import settings

if settings.SETTINGS_MODULE != "engine_settings":
    collect_ignore_glob = ["*"]
