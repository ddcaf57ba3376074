"""Deletion: Django's collector learns of identity keys, so that on_delete works across schemas.

Django has no seam here: the collector asks one function for the relations that end at a model. What
it answers is widened by the identity keys; everything else stays Django's own, the actions, the
signals, the order, the protected and restricted objects and the number of statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models import Model, QuerySet, deletion
from django.db.models.signals import class_prepared

from appschemas.backend.cross_session.detector import crosses_sessions, refuse_models
from appschemas.conf import get_contract
from appschemas.fields import IdentityKey, IdentityRelation, identity_keys
from appschemas.integrity.discovery import leaves_schema


class Relation:
    """A key that leaves its schema, as the collector wants to see it: from the target's side."""

    def __init__(self, key: Any, target: type[Model]) -> None:
        self.field = _Field(key, target)
        self.related_model = key.model
        self.model = target


def install() -> None:
    """Let the collector see identity keys, and no foreign key that it could join along."""
    if not hasattr(deletion, "appschemas"):
        module: Any = deletion
        module.appschemas = True
        module.get_candidate_relations_to_delete = _widened(
            module.get_candidate_relations_to_delete
        )
        module.Collector.related_objects = _unjoined(module.Collector.related_objects)
        module.Collector.delete = _in_one_session(module.Collector.delete)


# Private
# -------


class _Field:
    """The key, with what only foreign keys have."""

    def __init__(self, key: Any, target: type[Model]) -> None:
        self._key = key
        self.remote_field = _Remote(key, target)
        self.foreign_related_fields = (target._meta.pk,)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._key, name)

    def __eq__(self, other: object) -> bool:
        return bool(self._key == (other._key if isinstance(other, _Field) else other))

    def __hash__(self) -> int:
        return hash(self._key)


# From Django 6.1 on the constraint of a foreign key may do it, and between schemas there is none.
# https://docs.djangoproject.com/en/6.1/ref/models/fields/#django.db.models.DB_CASCADE
_INSTEAD_OF_THE_CONSTRAINT = {
    getattr(models, f"DB_{name}"): getattr(models, name)
    for name in ("CASCADE", "SET_NULL", "SET_DEFAULT")
    if hasattr(models, f"DB_{name}")
}


class _Remote:
    def __init__(self, key: Any, target: type[Model]) -> None:
        declared = (key if isinstance(key, IdentityKey) else key.remote_field).on_delete
        self.on_delete = _INSTEAD_OF_THE_CONSTRAINT.get(declared, declared)
        self.model = target


class _Unjoined(QuerySet[Any]):
    """Rows that the admin's collector wants with what they point at, in another schema."""

    def select_related(self, *names: Any) -> Any:
        return self.prefetch_related(*names)

    def only(self, *names: Any) -> Any:
        # Without its key a row could not be prefetched for.
        return self if self._prefetch_related_lookups else super().only(*names)


def _unjoined(original: Callable[..., Any]) -> Callable[..., Any]:
    def related_objects(self: Any, related_model: Any, related_fields: Any, objs: Any) -> Any:
        found = original(self, related_model, related_fields, objs)
        if any(isinstance(field, _Field) for field in related_fields):
            return _Unjoined(related_model, found.query, found.db)
        return found

    return related_objects


def _in_one_session(original: Callable[..., Any]) -> Callable[..., Any]:
    """What on_delete does in another session would stay when the rest is rolled back."""

    def delete(self: Any) -> Any:
        if get_contract().own_schemas and crosses_sessions(_touched(self)):
            # What is not there needs no statement.
            self.fast_deletes = [rows for rows in self.fast_deletes if rows.exists()]
            for key, rows in list(self.field_updates.items()):
                if not any(each.exists() if isinstance(each, QuerySet) else each for each in rows):
                    del self.field_updates[key]
            refuse_models(_touched(self))
        return original(self)

    return delete


def _touched(collector: Any) -> set[type[Model]]:
    """The models of the rows that a collector deletes or updates."""
    fast = (rows.model for rows in collector.fast_deletes)
    return {*collector.data, *fast, *(field.model for field, _ in collector.field_updates)}


class _Known:
    """The identity keys of a registry by the model that they point at, and its models' order."""

    def __init__(self, registry: Any) -> None:
        self.keys: dict[str, list[IdentityKey[Any, Any]]] = defaultdict(list)
        self.order: dict[type[Model], int] = {}
        for model in registry.get_models(include_auto_created=True):
            self.order[model] = len(self.order)
            for key in identity_keys(model):
                if isinstance(key, IdentityRelation):
                    # Django's own relations have it.
                    continue
                self.keys[_concrete(key.to, registry)].append(key)


_known_by_registry: dict[Any, _Known] = {}


def _forget(**kwargs: Any) -> None:
    _known_by_registry.clear()


class_prepared.connect(_forget)


def _widened(original: Callable[[Any], Iterable[Any]]) -> Callable[[Any], Iterator[Any]]:
    def get_candidate_relations_to_delete(opts: Any) -> Iterator[Any]:
        contract = get_contract()
        known = _known(opts.apps)
        relations: list[Any] = [
            Relation(each.field, each.model) if leaves_schema(each.field, contract) else each
            for each in original(opts)
        ]
        targets = list(dict.fromkeys(_lineage(opts)))
        relations += (
            Relation(key, target)
            for target in targets
            for key in known.keys.get(target._meta.label_lower, ())
        )
        # The order in which Django sees foreign keys: signals and messages show it.
        relations.sort(
            key=lambda each: (
                targets.index(each.model._meta.concrete_model),
                known.order[each.related_model],
                each.field.creation_counter,
            )
        )
        yield from relations

    return get_candidate_relations_to_delete


def _lineage(opts: Any) -> Iterator[type[Model]]:
    """The models whose rows go along, parents first."""
    for parent in opts.parents:
        yield from _lineage(parent._meta)
    yield opts.concrete_model


def _known(registry: Any) -> _Known:
    if registry not in _known_by_registry:
        found = _Known(registry)
        if not registry.ready:
            return found
        # Registries of migration states come and go; only the last few matter.
        while len(_known_by_registry) > 4:
            _known_by_registry.pop(next(iter(_known_by_registry)))
        _known_by_registry[registry] = found
    return _known_by_registry[registry]


def _concrete(label: str, registry: Any) -> str:
    """The label of the model whose rows go, where the key names a proxy of it."""
    try:
        concrete: type[Model] = registry.get_model(label)._meta.concrete_model
    except LookupError:
        return label.lower()
    return concrete._meta.label_lower
