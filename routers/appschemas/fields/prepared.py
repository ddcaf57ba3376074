"""Prepared: what is done once the classes of some models are there, whichever comes last.

Django has lazy operations for it (`apps.lazy_model_operation`), but one that waits for a model that
never comes is an error of `check`, and a target that is not installed is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary, ref

from django.apps import apps as installed_apps
from django.db import models
from django.db.migrations.state import StateApps
from django.db.models.signals import class_prepared


def is_of_a_state(model: type[models.Model]) -> bool:
    """Whether the model is one of a migration's state."""
    return isinstance(model._meta.apps, StateApps)


def when_prepared(field: Any, labels: Iterable[str], do: Callable[..., None]) -> None:
    """Call `do(field, *models)` when the models of all labels are there; `field` has its model."""
    _try(_Waiting(field, tuple(label.lower() for label in labels), do))


# Private
# -------


class _Waiting:
    def __init__(self, field: Any, labels: tuple[str, ...], do: Callable[..., None]) -> None:
        # A test's own registry goes away with its models.
        self.field, self.labels, self.do = ref(field), labels, do


_waiting: WeakKeyDictionary[Any, dict[str, list[_Waiting]]] = WeakKeyDictionary()


def _try(waiting: _Waiting, prepared: Any = None) -> None:
    field = waiting.field()
    if field is None:
        return
    own, registry = field.model, field.model._meta.apps
    found = []
    for label in waiting.labels:
        # The one that is just prepared is not registered yet.
        model = prepared if prepared and prepared._meta.label_lower == label else None
        model = model or _registered(registry, label)
        if label == own._meta.label_lower and model is not own:
            model = None  # One of that name in another registry.
        if model is None:
            _waiting.setdefault(registry, {}).setdefault(label, []).append(waiting)
            return
        found.append(model)
    waiting.do(field, *found)


def _on_class_prepared(sender: Any, **kwargs: Any) -> None:
    if not is_of_a_state(sender):
        by_label = _waiting.get(sender._meta.apps, {})
        for waiting in by_label.pop(sender._meta.label_lower, ()):
            _try(waiting, sender)


class_prepared.connect(_on_class_prepared, dispatch_uid="appschemas.fields.prepared")


def _registered(registry: Any, label: str) -> type[models.Model] | None:
    """The model, before all of them are there; those of a test's own registry come first."""
    app_label, _, name = label.partition(".")
    for each in dict.fromkeys((registry, installed_apps)):
        if (found := each.all_models[app_label].get(name)) is not None:
            return found
    return None
