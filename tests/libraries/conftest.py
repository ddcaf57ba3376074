"""Libraries beside Django: what they do with a foreign key, done with an identity key."""

from __future__ import annotations

from django.conf import settings

if settings.SETTINGS_MODULE != "libraries_settings":
    collect_ignore_glob = ["*"]
