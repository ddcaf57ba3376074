"""What takes minutes: make test-long runs it, on the server of the engine's tests."""

from __future__ import annotations

from django.conf import settings

if settings.SETTINGS_MODULE == "engine_settings":
    from tests.engine.conftest import server as server
else:
    collect_ignore_glob = ["*"]
