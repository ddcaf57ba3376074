"""Relations: an identity key is a ForeignKey to who asks in Python, and a column to a database.

Admin, forms and libraries ask whether a field is a `ForeignKey`, and read what one has. So a key
whose target is installed becomes a subclass of it, in place, when the later of the two classes is
prepared. Three things stay as they are, and each has its reason:

- Migrations see the declared column: `clone()` and `deconstruct()` answer it, and the models of a
  migration's state are left alone. So no migration of one app depends on one of another.
- A query sees the column, too, `as_column`: it is what names lead to, and nothing is joined.
- A key whose target is not installed stays the column, which needs nothing of the other side.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from copy import copy
from typing import Any

from django.apps import apps as installed_apps
from django.core import checks
from django.db import models
from django.db.models.base import make_foreign_order_accessors
from django.db.models.constants import LOOKUP_SEP
from django.db.models.fields.related import RECURSIVE_RELATIONSHIP_CONSTANT
from django.db.models.signals import class_prepared

from appschemas.exceptions import CrossSchemaJoin, with_pages
from appschemas.fields.identity_key import IdentityKey, IdentityOneToOne, identity_keys
from appschemas.fields.options import check_target_key, key_field
from appschemas.fields.prepared import is_of_a_state, when_prepared


class IdentityRelation(IdentityKey[Any, Any], models.ForeignKey):
    """An identity key whose target is installed; `relate()` makes it of one that was declared."""

    declared: type[IdentityKey[Any, Any]] = IdentityKey
    as_column: IdentityKey[Any, Any]
    # There is no constraint that the schema editor could make of it.
    db_constraint = False

    def __new__(cls, to: Any, on_delete: Any, key: Any = None, **options: Any) -> Any:
        # Who copies a field by its class, as histories do, copies the declaration.
        if key is None and getattr(to, "_meta", None) is not None and to._meta.pk is not None:
            key = _column_of(to._meta.pk)
        return cls.declared(to, on_delete, key, **options)

    def clone(self) -> IdentityKey[Any, Any]:
        _, _, args, kwargs = self.deconstruct()
        return self.declared(*args, **kwargs)

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:
        """A copy begins again as a column, on whichever model it is put."""
        for made in _MADE:
            self.__dict__.pop(made, None)
        self.remote_field, self.is_relation = None, False
        self.__class__ = self.declared
        self.contribute_to_class(cls, name, private_only)

    # As a column
    # -----------

    @classmethod
    @functools.cache
    def get_class_lookups(cls) -> Any:
        return cls.declared.get_class_lookups()

    def get_internal_type(self) -> str:
        return "ForeignKey"

    def get_col(self, alias: str, output_field: Any = None) -> Any:
        return models.Field.get_col(self, alias, output_field)

    def get_joining_fields(self, *args: Any, **kwargs: Any) -> Any:
        raise CrossSchemaJoin(
            f"{self} is an identity key, and a query would join {self.to} over it. Take two "
            f"steps: the keys first, then filter({self.name}__in=keys) or in_bulk(keys)."
        )

    get_reverse_joining_fields = get_joining_fields

    @functools.cached_property
    def as_join(self) -> Any:
        """The key for a query that may join over it, where a contract lets one schema read."""
        joining: Any = copy(self)
        relation: Any = type(self)
        joining.__class__ = _joining_class(relation)
        joining.remote_field = copy(self.remote_field)
        joining.remote_field.field = joining
        return joining

    def refused_from_behind(self, names: Sequence[str]) -> CrossSchemaJoin:
        """Why a query of the other side cannot name `names` of this one, and what to write."""
        model, path = self.model._meta, LOOKUP_SEP.join(names)
        refused = f"{self} is an identity key: from {self.to} a query cannot join {model.label}"
        if path == "isnull":
            return CrossSchemaJoin(
                f"{refused} over it. Write pk__in={model.object_name}.objects"
                f".filter({self.name}__isnull=False).values({self.name!r}), "
                "in exclude() for those that have none."
            )
        fields = {
            name
            for each in model.get_fields()
            for name in (each.name, getattr(each, "attname", each.name))
        }
        # What is no name of a field is a lookup, and that of a row is one of its key.
        behind = names and names[0] in {*fields, "pk"}
        condition = path if behind else LOOKUP_SEP.join(("pk", *names))
        return CrossSchemaJoin(
            f"{refused} over it. Write pk__in={model.object_name}.objects.filter({condition}=...)"
            f".values({self.name!r})."
        )

    def refused_to(self, reader: str, schema: str) -> CrossSchemaJoin:
        """Why a query that is `joined()` is not joined here, and what would be right."""
        return CrossSchemaJoin(
            f"{self}: schema {reader!r} does not read {schema!r}, where the path goes on. "
            f'Add "{schema}" to reads of [schemas.{reader}], or take two steps.'
        )

    # As a relation
    # -------------

    def choosable(self) -> models.QuerySet[Any]:
        chosen: models.QuerySet[Any] = self.targets().complex_filter(self.get_limit_choices_to())
        return chosen

    def formfield(self, **kwargs: Any) -> Any:
        return models.ForeignKey.formfield(self, **kwargs)

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        return [
            *super().check(**kwargs),
            *with_pages(check_target_key(self)),
            *self._check_related_name_is_valid(),
            *self._check_related_query_name_is_valid(),
            *self._check_clashes(),
        ]


class _Joining:
    """What a `ForeignKey` says of its columns."""

    get_joining_fields = models.ForeignKey.get_joining_fields
    get_reverse_joining_fields = models.ForeignKey.get_reverse_joining_fields


class OneToOneRelation(IdentityRelation, models.OneToOneField):
    """An identity key of which there is one for each row of the other side."""

    declared = IdentityOneToOne


def relate(key: IdentityKey[Any, Any], target: type[models.Model]) -> None:
    """Make a relation of `key`, which is on its model, now that its target's class is there."""
    column = copy(key)
    relation: Any = key
    declared: Any = type(key)
    relation.__class__ = _relation_class(declared)
    relation.as_column = column
    relation.opts = key.model._meta
    relation.swappable = False
    relation.from_fields, relation.to_fields = [RECURSIVE_RELATIONSHIP_CONSTANT], [None]
    relation.remote_field = relation.rel_class(
        relation,
        target,
        target._meta.pk.name,
        related_name=_named(key, key._related_name) or "+",
        related_query_name=_named(key, key._related_query_name),
        limit_choices_to=key._limit_choices_to,
        on_delete=key.on_delete,
    )
    relation.is_relation = True
    relation.contribute_to_related_class(target, relation.remote_field)
    if key.model._meta.order_with_respect_to is key:
        # Django looked for the other side when it made the class, and there was none yet.
        make_foreign_order_accessors(key.model, target)


# Private
# -------

# What relate() puts on a field, and what Django keeps there of it.
_MADE = (
    "as_column",
    "as_join",
    "opts",
    "swappable",
    "from_fields",
    "to_fields",
    "related_model",
    "related_fields",
    "reverse_related_fields",
    "local_related_fields",
    "foreign_related_fields",
    "path_infos",
    "reverse_path_infos",
    "cache_name",
)


def _on_class_prepared(sender: Any, **kwargs: Any) -> None:
    # Without the app there is nothing that stops a query at a key.
    if not is_of_a_state(sender) and installed_apps.is_installed("appschemas"):
        for key in identity_keys(sender):
            when_prepared(key, (key.to,), relate)


class_prepared.connect(_on_class_prepared, dispatch_uid="appschemas.fields.relation")


@functools.cache
def _relation_class(declared: Any) -> type[IdentityRelation]:
    kind = OneToOneRelation if issubclass(declared, IdentityOneToOne) else IdentityRelation
    if declared is kind.declared:
        return kind
    return type(declared.__name__, (declared, kind), {"declared": declared})


@functools.cache
def _joining_class(relation: Any) -> Any:
    return type(relation.__name__, (_Joining, relation), {})


def _named(key: IdentityKey[Any, Any], name: str | None) -> str | None:
    """A name in which the class, the model and the app may be left open, as Django lets them."""
    options = key.model._meta
    words = {"class": key.model.__name__.lower(), "model_name": options.model_name}
    return name and name % {**words, "app_label": options.app_label}


def _column_of(pk: Any) -> Any:
    while isinstance(pk, models.ForeignKey) and not isinstance(pk, IdentityKey):
        pk = pk.target_field
    return key_field(pk.key if isinstance(pk, IdentityKey) else pk.clone())
