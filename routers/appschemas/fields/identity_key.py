"""IdentityKey: a column that holds the primary key of a published model of another schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps as installed_apps
from django.core import checks, exceptions
from django.db import models
from django.db.models.fields import NOT_PROVIDED

from appschemas.exceptions import NotInstalled
from appschemas.fields.descriptors import IdentityKeyDescriptor, KeyAttribute
from appschemas.fields.forms import IdentityKeyField
from appschemas.fields.key_paths import is_field_behind, transform_behind
from appschemas.fields.natural_keys import NaturalKey, key_by_natural_key
from appschemas.fields.options import check_on_delete, key_field, timing

_WITH_A_KEY_BEHIND = (models.Model, NaturalKey)


class IdentityKey(models.Field):
    """Stands where a `ForeignKey` to another schema's model stood; the same column, no constraint.

    Args:
        to: The published model, `"app_label.Model"` or a class; its app need not be installed.
        on_delete: Any of Django's actions (`CASCADE`, `PROTECT`, `RESTRICT`, `SET_NULL`,
            `SET_DEFAULT`, `SET()`, `DO_NOTHING`), applied by the ORM as for a foreign key
            (https://docs.djangoproject.com/en/stable/ref/models/fields/#django.db.models.ForeignKey.on_delete).
        key: A field of the target's primary key type; `BigIntegerField()` by default.
        check_each: `"row"`, or `"statement"` for a table that is written in bulk: a statement's
            rows are looked up together. Not for partitions.
        deferrable: `Deferrable.DEFERRED` checks at the end of the transaction, as Django's foreign
            keys do, and is the default by row; `None` checks at the end of each statement, as
            every check by statement does.

    Raises:
        ValueError: `check_each` or `deferrable` is none of these, or the two do not go together.
        CrossSchemaJoin: a query follows the key to more than a condition
            (`values("account__username")`).
        NotInstalled: the object behind the key is asked for, and its app is not installed.
    """

    description = "Identity key (%(to)s)"
    empty_strings_allowed = False
    descriptor_class = KeyAttribute

    def __init__(
        self,
        to: str | type[models.Model],
        on_delete: Callable[..., Any],
        key: models.Field[Any, Any] | None = None,
        *,
        db_index: bool = True,
        check_each: str = "row",
        deferrable: models.Deferrable | Any | None = NOT_PROVIDED,
        **kwargs: Any,
    ) -> None:
        if not callable(on_delete):
            raise TypeError("on_delete must be callable, such as models.CASCADE.")
        self.to = to if isinstance(to, str) else to._meta.label
        if self.to.count(".") != 1:
            raise ValueError(
                f"IdentityKey({self.to!r}): name the model as 'app_label.Model'; "
                "a model of the same app needs a ForeignKey."
            )
        self.check_each, self.deferrable = timing(self.to, check_each, deferrable)
        self.on_delete = on_delete
        self.key = key_field(key)
        super().__init__(db_index=db_index, **kwargs)

    # What a migration, a copy and a pickle need
    # ------------------------------------------

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, args, kwargs = super().deconstruct()
        del_index = kwargs.pop("db_index", None)
        if not self.db_index:
            kwargs["db_index"] = bool(del_index)
        app_label, _, model_name = self.to.partition(".")
        kwargs["to"] = f"{app_label}.{model_name.lower()}"
        kwargs["on_delete"] = self.on_delete
        if self.key.deconstruct()[1:] != models.BigIntegerField().deconstruct()[1:]:
            kwargs["key"] = self.key
        if self.check_each != "row":
            kwargs["check_each"] = self.check_each
        elif self.deferrable is None:
            kwargs["deferrable"] = None
        return name, "appschemas.fields.IdentityKey", args, kwargs

    def get_attname_column(self) -> tuple[str, str]:
        attname = f"{self.name}_id"
        return attname, self.db_column or attname

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.name, IdentityKeyDescriptor(self))

    # The type is the key's
    # ---------------------

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
        return {**super().db_parameters(connection), "check": None}

    def to_python(self, value: Any) -> Any:
        if isinstance(value, models.Model):
            return self.key_of(value)
        if isinstance(value, list | tuple):
            return key_by_natural_key(self, value)
        try:
            return self.key.to_python(value)
        except exceptions.ValidationError:
            if isinstance(value, str) and value.startswith("["):
                return key_by_natural_key(self, value)
            raise

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, _WITH_A_KEY_BEHIND):
            value = self._key_behind(value)
        return self.key.get_prep_value(super().get_prep_value(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if not prepared:
            value = self.get_prep_value(value)
        return self.key.get_db_prep_value(value, connection, prepared=True)

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if value is None or value == "":
            return None
        return super().get_db_prep_save(value, connection)

    def key_of(self, instance: models.Model) -> Any:
        """The key of `instance`.

        Raises:
            ValueError: it is of another model, or not saved yet.
        """
        family = (instance, *instance._meta.all_parents, instance._meta.concrete_model)
        if self.to.lower() not in {each._meta.label_lower for each in family}:
            raise ValueError(
                f"{self} takes a {self.to} instance or its key, not {instance._meta.label}."
            )
        if instance.pk is None:
            raise ValueError(f"{self}: the {instance._meta.label} instance is not saved yet.")
        return instance.pk

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
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

    def targets(self) -> models.QuerySet[Any]:
        """All rows of the other side, read as that schema's role."""
        return self.target._base_manager.all()

    # Conditions on the other side
    # ----------------------------

    def get_transform(self, lookup_name: str) -> Any:
        # A field of the other side comes first, as behind a foreign key.
        if is_field_behind(self, lookup_name) or lookup_name == "pk":
            return transform_behind(self, lookup_name)
        if (found := super().get_transform(lookup_name)) is not None:
            return found
        if (found := self.key.get_transform(lookup_name)) is not None:
            return found
        return transform_behind(self, lookup_name)

    def get_lookup(self, lookup_name: str) -> Any:
        return None if is_field_behind(self, lookup_name) else super().get_lookup(lookup_name)

    # Validation and forms
    # --------------------

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value is None:
            return
        try:
            found = self.targets().filter(pk=value).exists()
        except NotInstalled:
            return  # The database checks it all the same.
        if not found:
            raise exceptions.ValidationError(
                "%(model)s instance with key %(value)r does not exist.",
                code="invalid",
                params={"model": self.to, "value": value},
            )

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": IdentityKeyField, "identity_key": self, **kwargs})

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [*super().check(**kwargs), *check_on_delete(self)]


def identity_keys(model: type[models.Model]) -> list[IdentityKey]:
    """The identity keys that `model` itself declares, in order of their columns."""
    return [field for field in model._meta.local_fields if isinstance(field, IdentityKey)]
