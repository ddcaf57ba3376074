"""The reference project's tests run with the reference project's settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings

if settings.SETTINGS_MODULE == "engine_settings":
    collect_ignore_glob = ["*"]


@pytest.fixture(autouse=True)
def _held(identity_key: Callable[[str], Any]) -> None:
    """The keys of `tests.tools.project.held` are made by this test."""
    # Not at the top: the engine's tests do not see the project.
    from tests.tools.project import held

    held.begin(identity_key)
