"""State registries: what is rendered of a migration's state leaves the installed models' caches be.

`Apps.get_models()` and `Apps.get_swappable_settings_name()` remember their answers in one cache for
all registries, and each model that a state renders clears it for all. So for each foreign key that
is rendered, all installed models are gone through again, to learn that none is swappable.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps.registry import Apps
from django.core.signals import setting_changed
from django.db.migrations.state import StateApps


def install() -> None:
    """Give registries of states a cache of their own, and let swappable models be known."""
    registry, states = Apps, StateApps
    if "get_models" not in vars(states):
        _set(states, "get_models", cache(registry.get_models.__wrapped__))
        _set(registry, "get_swappable_settings_name", _swappable_setting)
    setting_changed.connect(_forget, dispatch_uid="appschemas.patches.state_registries")


# Private
# -------

# What get_models() has answered, and which of these a setting may name another for.
_known: tuple[Any, list[Any]] = [], []


def _set(owner: Any, name: str, value: Any) -> None:
    setattr(owner, name, value)


def _swappable_setting(self: Any, to_string: str) -> str | None:
    """The setting that names this model, or that may name another for it."""
    global _known
    # Threads may ask different registries at once.
    known, models = _known, self.get_models(include_swapped=True)
    if models is not known[0]:
        _known = known = models, [each for each in models if each._meta.swappable]
    for options in (each._meta for each in known[1]):
        if to_string.lower() in (options.label_lower, (options.swapped or "").lower()):
            return str(options.swappable)
    return None


# Nothing is remembered that Django would have to clear.
_swappable_setting.cache_clear = lambda: None  # type: ignore[attr-defined]


def _forget(**kwargs: Any) -> None:
    """A setting may name the model that stands in for another; which one, is anybody's to say."""
    for kind in (Apps, StateApps):
        kind.get_models.cache_clear()
