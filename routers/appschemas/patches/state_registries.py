"""State registries: what is rendered of a migration's state leaves the installed models' caches be.

`Apps.get_models()` and `Apps.get_swappable_settings_name()` remember their answers in one cache for
all registries, and each model that a state renders clears it for all. So for each foreign key that
is rendered, all installed models are gone through again, to learn that none is swappable.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from django.apps.registry import Apps
from django.core.signals import setting_changed
from django.db.migrations.state import StateApps


def install() -> None:
    """Let registries of states have caches of their own."""
    states: Any = StateApps
    for name in _CACHED:
        if name not in vars(states):
            setattr(states, name, cache(getattr(Apps, name).__wrapped__))
    setting_changed.connect(_forget, dispatch_uid="appschemas.patches.state_registries")


# Private
# -------

_CACHED: Final = ("get_models", "get_swappable_settings_name")


def _forget(**kwargs: Any) -> None:
    """A setting may name the model that stands in for another; which one, is anybody's to say."""
    for name in _CACHED:
        getattr(Apps, name).cache_clear()
