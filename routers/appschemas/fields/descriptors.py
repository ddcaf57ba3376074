"""Instances: `obj.account` reads the other schema once and keeps what it read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final
from weakref import ref

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from appschemas.fields.protocols import Key

# From Django 6.1 on a queryset may say that nothing is fetched behind one's back.
# https://docs.djangoproject.com/en/6.1/topics/db/fetch-modes/
_FETCH_RAISE: Final = getattr(models, "FETCH_RAISE", None)


class Peers(list["ref[models.Model]"]):
    """Rows that were read together, as long as somebody has them; a copy of one has no peers."""

    def __reduce__(self) -> tuple[type[Peers], tuple[()]]:
        return Peers, ()

    def __deepcopy__(self, memo: Any) -> Peers:
        return Peers()


class KeyAttribute(DeferredAttribute):
    """The key itself, `obj.account_id`: setting it forgets what was read for it.

    The same key, too: refresh_from_db() sets it, and clears the caches of foreign keys only.
    """

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance._state.fields_cache.pop(self.field.name, None)
        instance.__dict__[self.field.attname] = value


class IdentityKeyDescriptor:
    """What an identity key's name means on a model and on its instances."""

    def __init__(self, field: Key) -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        if self.is_cached(instance):
            return self._found(instance)
        key = getattr(instance, self.field.attname)
        if key is None:
            if self.field.null:
                return None
            raise self._absent(f"{instance._meta.label} has no {self.field.name}.")
        self._refuse_fetch(instance)
        if len(peers := self._peers_of(instance)) > 1:
            models.prefetch_related_objects(peers, self.field.name)
            for peer in peers:
                # Of a row that is gone it says None, where who reads one alone is told.
                if peer._state.fields_cache.get(self.field.name, peer) is None:
                    del peer._state.fields_cache[self.field.name]
            if self.is_cached(instance):
                return self._found(instance)
        try:
            related = self.field.targets(instance=instance).get(pk=key)
        except self.field.target.DoesNotExist:
            raise self._absent(f"{self.field.to} with key {key!r} does not exist.") from None
        instance._state.fields_cache[self.field.name] = related
        return related

    def __set__(self, instance: models.Model, value: Any) -> None:
        if isinstance(value, models.Model):
            key = None if value.pk is None else self.field.key_of(value)
            setattr(instance, self.field.attname, key)
            # A row that has the same key stands for it, as a child did of which it was the parent.
            if self.field.is_target(value):
                instance._state.fields_cache[self.field.name] = value
        else:
            # A bare key, as loaddata and Model(account=5) give it.
            setattr(instance, self.field.attname, value)

    def is_cached(self, instance: models.Model) -> bool:
        """Whether the other side was read already, and the key is still the same."""
        return self.field.name in instance._state.fields_cache

    def get_prefetch_querysets(
        self,
        instances: Sequence[models.Model],
        querysets: Sequence[models.QuerySet[Any]] | None = None,
    ) -> tuple[models.QuerySet[Any], Callable[..., Any], Callable[..., Any], bool, str, bool]:
        """What `prefetch_related` needs: one query for the keys of all `instances`."""
        if querysets and len(querysets) != 1:
            raise ValueError("querysets argument of get_prefetch_querysets() must be of length 1.")
        queryset = querysets[0] if querysets else self.field.targets()
        queryset._add_hints(instance=instances[0])
        attname = self.field.attname
        keys = {getattr(instance, attname) for instance in instances} - {None}
        return (
            queryset.filter(pk__in=keys),
            lambda related: related.pk,
            lambda instance: getattr(instance, attname),
            True,
            self.field.name,
            False,
        )

    def _found(self, instance: models.Model) -> Any:
        """What was read for it: nothing, where a prefetch had a queryset without its row."""
        related = instance._state.fields_cache[self.field.name]
        if related is None and not self.field.null:
            raise self._absent(f"{instance._meta.label} has no {self.field.name}.")
        return related

    def _peers_of(self, instance: models.Model) -> list[models.Model]:
        """The rows that were read with `instance` and still lack what it is asked for."""
        return [
            peer
            for reference in getattr(instance._state, "key_peers", ())
            if (peer := reference()) is not None
            and not self.is_cached(peer)
            and peer.__dict__.get(self.field.attname) is not None
        ]

    def _refuse_fetch(self, instance: models.Model) -> None:
        mode: Any = getattr(instance._state, "fetch_mode", None)
        if _FETCH_RAISE is not None and mode is _FETCH_RAISE:
            mode.fetch(self, instance)

    def _absent(self, message: str) -> Exception:
        # Also an AttributeError, so that hasattr(obj, "account") works as for a foreign key.
        target = self.field.target
        kind = type("RelatedObjectDoesNotExist", (target.DoesNotExist, AttributeError), {})
        return kind(message)
