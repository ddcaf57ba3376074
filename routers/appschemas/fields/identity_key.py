"""IdentityKey: a column that holds the primary key of a published model of another schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

from django.core import checks, exceptions
from django.db import models
from django.db.models.fields import NOT_PROVIDED

from appschemas.exceptions import NotInstalled, with_pages
from appschemas.fields.descriptors import IdentityKeyDescriptor, KeyAttribute
from appschemas.fields.following_names import is_field_behind, transform_behind
from appschemas.fields.forms import IdentityKeyField
from appschemas.fields.key_column import KeyColumn
from appschemas.fields.options import check_on_delete, key_field, timing

# Those of a foreign key, and `iexact`, which the admin asks for `search_fields = ["=author"]`.
_OF_KEYS: Final = frozenset({"exact", "gt", "gte", "iexact", "in", "isnull", "lt", "lte"})
_Set = TypeVar("_Set")
_Got = TypeVar("_Got")


class IdentityKey(KeyColumn[_Set, _Got]):
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
        db_constraint: False leaves the key unchecked in the database, for the rows of a history.
        related_name: The name of a manager on the other side; without one there is none.
        related_query_name: The name of that relation for libraries; a query cannot follow it.
        limit_choices_to: What forms offer, as for a foreign key.

    Where the target is installed, the field is a relation (`appschemas.fields.relation`) for
    whoever asks; in migrations it is the plain column that it has here.

    Raises:
        ValueError: `check_each` or `deferrable` is none of these, or the two do not go together.
        CrossSchemaJoin: a query follows the key to more than a condition
            (`values("account__username")`).
        NotInstalled: the object behind the key is asked for, and its app is not installed.
    """

    description = "Identity key (%(to)s)"
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
        db_constraint: bool = True,
        related_name: str | None = None,
        related_query_name: str | None = None,
        limit_choices_to: Any = None,
        **kwargs: Any,
    ) -> None:
        if not callable(on_delete):
            raise TypeError("on_delete must be callable, such as models.CASCADE.")
        if "to_field" in kwargs:
            raise TypeError(f"IdentityKey({to!r}) holds the primary key: leave out to_field.")
        self.to = to if isinstance(to, str) else to._meta.label
        if self.to.count(".") != 1:
            raise ValueError(
                f"IdentityKey({self.to!r}): name the model as 'app_label.Model'; "
                "a model of the same app needs a ForeignKey."
            )
        self.check_each, self.deferrable = timing(self.to, check_each, deferrable)
        self.on_delete = on_delete
        self.key = key_field(key)
        self.is_checked = db_constraint
        self._related_name = related_name
        self._related_query_name = related_query_name
        self._limit_choices_to = limit_choices_to
        models.Field.__init__(self, db_index=db_index, **kwargs)

    # What a migration, a copy and a pickle need
    # ------------------------------------------

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, args, kwargs = models.Field.deconstruct(self)
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
        if not self.is_checked:
            kwargs["db_constraint"] = False
        return name, "appschemas.fields.IdentityKey", args, kwargs

    def get_attname_column(self) -> tuple[str, str]:
        attname = f"{self.name}_id"
        return attname, self.db_column or attname

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        models.Field.contribute_to_class(self, cls, name, private_only)
        # What is wrong with a value is said by it.
        self.key.name = self.name
        setattr(cls, self.name, IdentityKeyDescriptor(self))

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
        if super().get_lookup(lookup_name) is not None:
            # Django's checks of constraints ask for a transform of whatever follows a relation.
            return None
        return transform_behind(self, lookup_name)

    def get_lookup(self, lookup_name: str) -> Any:
        if is_field_behind(self, lookup_name):
            return None
        found = super().get_lookup(lookup_name)
        is_djangos = found is not None and found.__module__ == "django.db.models.lookups"
        # `contains` and the like are no more of a key's than of a foreign key's.
        return None if is_djangos and lookup_name not in _OF_KEYS else found

    # Validation and forms
    # --------------------

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        models.Field.validate(self, value, model_instance)
        if value is None:
            return
        try:
            found = self.choosable().filter(pk=value).exists()
        except NotInstalled:
            return  # The database checks it all the same.
        if not found:
            options = self.target._meta
            pk: Any = options.pk
            raise exceptions.ValidationError(
                models.ForeignKey.default_error_messages["invalid"],
                code="invalid",
                params={
                    "model": options.verbose_name,
                    "pk": value,
                    "field": pk.name,
                    "value": value,
                },
            )

    def choosable(self) -> models.QuerySet[Any]:
        """The rows of the other side that a form offers."""
        return self.targets()

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        defaults = {"form_class": IdentityKeyField, "identity_key": self}
        return models.Field.formfield(self, **{**defaults, **kwargs})

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return with_pages([*models.Field.check(self, **kwargs), *check_on_delete(self)])


class IdentityOneToOne(IdentityKey[_Set, _Got]):
    """Stands where a `OneToOneField` to another schema's model stood: a key that is unique.

    With `related_name` the other side has the one row by that name, as of a `OneToOneField`.
    """

    def __init__(self, to: Any, on_delete: Any, key: Any = None, **options: Any) -> None:
        super().__init__(to, on_delete, key, **{**options, "unique": True})


def identity_keys(model: type[models.Model]) -> list[IdentityKey[Any, Any]]:
    """The identity keys that `model` itself declares, in order of their columns."""
    return [field for field in model._meta.local_fields if isinstance(field, IdentityKey)]
