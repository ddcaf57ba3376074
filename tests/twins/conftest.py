"""Twins: the same rows held by foreign keys and by identity keys, and what is asked of both."""

from __future__ import annotations

from django.conf import settings

if settings.SETTINGS_MODULE != "twins_settings":
    collect_ignore_glob = ["*"]
