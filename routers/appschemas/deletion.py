"""Deletion: Django's collector learns of identity keys, so that on_delete works across schemas.

Django has no seam here: the collector asks one function for the relations that end at a model. What
it answers is widened by the identity keys; everything else stays Django's own, the actions, the
signals, the order, the protected and restricted objects and the number of statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db.models import Model, deletion
from django.db.models.signals import class_prepared

from appschemas.fields import IdentityKey, identity_keys


class Relation:
    """An identity key as the collector wants to see it: from the side of its target."""

    def __init__(self, key: IdentityKey, target: type[Model]) -> None:
        self.field = _Field(key, target)
        self.related_model = key.model
        self.model = target


def install() -> None:
    """Let the collector see identity keys."""
    if not hasattr(deletion, "appschemas"):
        module: Any = deletion
        module.appschemas = True
        module.get_candidate_relations_to_delete = _widened(
            module.get_candidate_relations_to_delete
        )


# Private
# -------


class _Field:
    """The identity key, with what only foreign keys have."""

    def __init__(self, key: IdentityKey, target: type[Model]) -> None:
        self._key = key
        self.name = _Unjoined(key.name)
        self.remote_field = _Remote(key, target)
        self.foreign_related_fields = (target._meta.pk,)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._key, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Field) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


class _Unjoined(str):
    """The key's name; the admin's collector gives it to select_related(), which finds nothing."""

    __slots__ = ()

    def split(self, *args: Any, **kwargs: Any) -> list[str]:
        return []


class _Remote:
    def __init__(self, key: IdentityKey, target: type[Model]) -> None:
        self.on_delete = key.on_delete
        self.model = target


_keys_by_registry: dict[Any, dict[str, list[IdentityKey]]] = {}


def _forget(**kwargs: Any) -> None:
    _keys_by_registry.clear()


class_prepared.connect(_forget)


def _widened(original: Callable[[Any], Iterable[Any]]) -> Callable[[Any], Iterator[Any]]:
    def get_candidate_relations_to_delete(opts: Any) -> Iterator[Any]:
        yield from original(opts)
        keys = _keys_to(opts.apps)
        for target in (opts.model, *opts.all_parents):
            concrete = target._meta.concrete_model
            for key in keys.get(concrete._meta.label_lower, ()):
                yield Relation(key, concrete)

    return get_candidate_relations_to_delete


def _keys_to(registry: Any) -> dict[str, list[IdentityKey]]:
    if registry not in _keys_by_registry:
        found: dict[str, list[IdentityKey]] = defaultdict(list)
        for model in registry.get_models(include_auto_created=True):
            for key in identity_keys(model):
                found[key.to.lower()].append(key)
        if not registry.ready:
            return found
        # Registries of migration states come and go; only the last few matter.
        while len(_keys_by_registry) > 4:
            _keys_by_registry.pop(next(iter(_keys_by_registry)))
        _keys_by_registry[registry] = found
    return _keys_by_registry[registry]
