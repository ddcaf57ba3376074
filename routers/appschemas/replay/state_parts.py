"""Parts of a state: some models, and of those that they point at what a key needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.utils import resolve_relation

ModelKey = tuple[str, str]


def part_of(state: Any, keys: Iterable[ModelKey]) -> ProjectState:
    """These models as they are in `state`, and the keys of all that they point at.

    Args:
        state: A `ProjectState`, which is not changed.
        keys: (app label, lower-case name) of models; some of them need not be there.
    """
    whole = set(keys)
    found: dict[ModelKey, Any] = {}
    waiting = [(key, True) for key in whole]
    while waiting:
        key, is_whole = waiting.pop()
        if key not in state.models or (key in found and not is_whole):
            continue
        model = state.models[key] if is_whole else _key_of(state.models[key])
        found[key] = model
        waiting += [(base, is_whole) for base in _bases(model, key) if base not in found]
        waiting += [(end, False) for end in _ends(model, key) if end not in found]
        # The table between two models has columns of both.
        waiting += [(end, True) for end in _throughs(model, key) if end not in found]
    return ProjectState(models=found, real_apps=state.real_apps)


# Private
# -------


def _key_of(model: Any) -> ModelState:
    """The model without what points at others, but for a key that does."""
    fields = {
        name: field
        for name, field in model.fields.items()
        if field.remote_field is None or field.primary_key
    }
    kept = ("abstract", "db_table", "managed", "proxy", "swappable")
    options = {name: value for name, value in model.options.items() if name in kept}
    return ModelState(model.app_label, model.name, fields, options, model.bases)


def _bases(model: Any, key: ModelKey) -> Iterator[ModelKey]:
    for base in model.bases:
        if isinstance(base, str):
            yield resolve_relation(base, *key)


def _ends(model: Any, key: ModelKey) -> Iterator[ModelKey]:
    for field in _fields(model):
        if (end := getattr(field.remote_field, "model", None)) is not None:
            yield resolve_relation(end, *key)


def _throughs(model: Any, key: ModelKey) -> Iterator[ModelKey]:
    for field in _fields(model):
        if (through := getattr(field.remote_field, "through", None)) is not None:
            yield resolve_relation(through, *key)


def _fields(model: Any) -> Iterator[Any]:
    """Its fields, and those that classes bring, which stand in no state: generic relations too."""
    yield from model.fields.values()
    for base in model.bases:
        for each in getattr(base, "__mro__", ()):
            if (options := getattr(each, "_meta", None)) is not None and options.abstract:
                yield from options.local_fields
                yield from options.local_many_to_many
                yield from options.private_fields
