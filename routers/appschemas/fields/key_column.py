"""Key columns: what the column of an identity key holds, whatever it is a key of.

A field that is a relation in Python has another family of methods beside these
(`appschemas.fields.relation`). So each step up to Django's plain field is named, and is not left to
`super()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.apps import apps as installed_apps
from django.db import models

from appschemas.exceptions import NotInstalled
from appschemas.fields.natural_keys import NaturalKey, key_by_natural_key

_WITH_A_KEY_BEHIND = (models.Model, NaturalKey)


_Set = TypeVar("_Set")
_Got = TypeVar("_Got")

if TYPE_CHECKING:
    # With django-stubs, what is set and got of a key is what is set and got of a foreign key.
    class _Column(models.ForeignKey[_Set, _Got], Generic[_Set, _Got]): ...

else:

    class _Column(models.Field):
        def __class_getitem__(cls, parameters: Any) -> Any:
            return cls


class KeyColumn(_Column[_Set, _Got]):
    """A column of the type of a model's primary key, `key`; the label `to` names that model."""

    key: models.Field[Any, Any]
    to: str
    empty_strings_allowed = False

    # The other side
    # --------------

    @property
    def target(self) -> type[models.Model]:
        """The target's model class.

        Raises:
            NotInstalled: its app is not in INSTALLED_APPS.
        """
        registry = self.model._meta.apps if hasattr(self, "model") else installed_apps
        try:
            return registry.get_model(self.to)
        except LookupError:
            pass
        try:
            return installed_apps.get_model(self.to)
        except LookupError:
            raise NotInstalled(
                f"{self} points at {self.to}, whose app is not installed here; "
                f"use {self.attname!r}, the key itself, or install the app."
            ) from None

    def targets(self, **hints: Any) -> models.QuerySet[Any]:
        """All rows of the other side, read as that schema's role; `hints` are for routers."""
        manager = self.target._base_manager
        return (manager.db_manager(hints=hints) if hints else manager).all()

    # The type is the key's
    # ---------------------

    def key_type(self) -> models.Field[Any, Any]:
        """What it holds the keys of: the target's primary key, and `key` where that is not here."""
        try:
            return self.target._meta.pk or self.key
        except NotInstalled:
            return self.key

    def get_internal_type(self) -> str:
        return self.key.get_internal_type()

    def db_type(self, connection: Any) -> str | None:
        # The type of a column that refers to such a key: bigint for a BigAutoField.
        return self.key.rel_db_type(connection)

    def rel_db_type(self, connection: Any) -> str | None:
        return self.key.rel_db_type(connection)

    def cast_db_type(self, connection: Any) -> str | None:
        return self.db_type(connection)

    def db_parameters(self, connection: Any) -> dict[str, Any]:
        # What is equal to one of two columns must be to the other: one collation for both.
        collation = self.key.db_parameters(connection).get("collation")
        found = {**models.Field.db_parameters(self, connection), "check": None}
        return {**found, "collation": collation} if collation else found

    def to_python(self, value: Any) -> Any:
        if isinstance(value, models.Model):
            return self.key_of(value)
        if isinstance(value, list | tuple):
            return key_by_natural_key(self, value)
        return self.key.to_python(value)

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, _WITH_A_KEY_BEHIND):
            value = self._key_behind(value)
        return self.key.get_prep_value(models.Field.get_prep_value(self, value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if not prepared:
            value = self.get_prep_value(value)
        return self.key.get_db_prep_value(value, connection, prepared=True)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is None or value == "":
            return None
        return models.Field.get_db_prep_save(self, value, connection)

    def key_of(self, instance: models.Model) -> Any:
        """The key of `instance`, or of whose row it is, where its own primary key is such a key.

        Raises:
            ValueError: it is of another model, or not saved yet.
        """
        if not (self.is_target(instance) or self.has_key_of(instance)):
            raise ValueError(
                f"{self} takes a {self.to} instance or its key, not {instance._meta.label}."
            )
        if instance.pk is None:
            raise ValueError(f"{self}: the {instance._meta.label} instance is not saved yet.")
        return instance.pk

    def is_target(self, model: Any) -> bool:
        """Whether it is the target's model, an instance of it, or of one that inherits it."""
        family = (model, *model._meta.all_parents, model._meta.concrete_model)
        labels = {each._meta.label_lower for each in family}
        return self.to.lower() in labels or self._original() in labels

    def _original(self) -> str | None:
        """The model whose table it is, as a label, where the target is a proxy of it."""
        try:
            target = self.target._meta
        except NotInstalled:
            return None
        return str(target.concrete_model._meta.label_lower) if target.proxy else None

    def has_key_of(self, model: Any) -> bool:
        """Whether the model's primary key, or that of its instance, is a key of the target."""
        return str(getattr(model._meta.pk, "to", "")).lower() == self.to.lower()

    def parents(self) -> list[Any]:
        """The models that the target inherits."""
        try:
            return list(self.target._meta.all_parents)
        except NotInstalled:
            return []

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = models.Field.pre_save(self, model_instance, add)
        cached = model_instance._state.fields_cache.get(self.name)
        if value is None and cached is not None:
            # It was assigned before it had a key, as Model(account=Account()) allows.
            value = self.key_of(cached)
            setattr(model_instance, self.name, cached)
        return value

    def _key_behind(self, value: models.Model | NaturalKey) -> Any:
        if isinstance(value, models.Model):
            return self.key_of(value)
        key = key_by_natural_key(self, value)
        if isinstance(key, NaturalKey):
            raise self.target.DoesNotExist(f"{self}: there is no {self.to} {list(value)!r}.")
        return key
