"""Relations: how the models of one app hold on to those of another, by kind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import models

from appschemas.auditing.drafting.origins import Origin, is_installed, origin_of
from appschemas.fields import IdentityKey


class Kind(StrEnum):
    """What a relation is, in the words of Django's docs."""

    IDENTITY_KEY = "identity key"
    FOREIGN_KEY = "foreign key"
    SWAPPED = "swapped"
    ONE_TO_ONE = "one-to-one"
    MANY_TO_MANY = "many-to-many"
    THROUGH = "through a third app"
    INHERITANCE = "inheritance"
    GENERIC = "generic"
    RAW_SQL = "in SQL of migrations"


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One relation; `field` is `app.Model.field`, or `app.0001_name` of a migration.

    `home` is the app in which the key lies and `target` the app whose key it is. `line` names the
    package in which the field's line stands when that is not the project's to edit.
    """

    kind: Kind
    field: str
    home: str
    target: str
    model: str
    line: str = ""

    @property
    def is_one_line(self) -> bool:
        """Whether an identity key takes its place by changing one line of the project."""
        return self.kind in _ONE_LINE and not self.line


def relations() -> tuple[Relation, ...]:
    """Every relation of the installed models, those within an app included, sorted."""
    return tuple(
        sorted(
            relation
            for model in apps.get_models()
            if model._meta.managed and not model._meta.proxy
            for relation in _of_model(model)
        )
    )


# Private
# -------

_ONE_LINE = (Kind.FOREIGN_KEY, Kind.ONE_TO_ONE, Kind.SWAPPED)


def _of_model(model: type[models.Model]) -> Iterator[Relation]:
    options: Any = model._meta
    for field in (*options.local_fields, *options.local_many_to_many, *options.private_fields):
        if (kind := _kind(field)) is None:
            continue
        target = _target(field)
        yield Relation(
            kind,
            f"{options.label}.{field.name}",
            _home(field, kind),
            target.partition(".")[0],
            target,
            _line(field),
        )


def _kind(field: Any) -> Kind | None:
    if isinstance(field, IdentityKey):
        return Kind.IDENTITY_KEY
    if field.remote_field is None:
        # The content type's own key is counted by itself; this is the pair of both columns.
        return Kind.GENERIC if getattr(field, "ct_field", None) else None
    if getattr(field, "object_id_field_name", None):
        return Kind.GENERIC
    if field.many_to_many:
        return Kind.THROUGH if _is_through_third(field) else Kind.MANY_TO_MANY
    if field.one_to_one:
        return Kind.INHERITANCE if field.remote_field.parent_link else Kind.ONE_TO_ONE
    if field.many_to_one:
        return Kind.SWAPPED if field.swappable_setting else Kind.FOREIGN_KEY
    return None


def _target(field: Any) -> str:
    if isinstance(field, IdentityKey):
        return field.to
    if field.remote_field is None:
        content_type = field.model._meta.get_field(field.ct_field)
        return _target(content_type) if content_type.remote_field else field.model._meta.label
    target = field.remote_field.model
    # The keys of a proxy are those of the model whose table it shares.
    return (
        target if isinstance(target, str) else (target._meta.concrete_model or target)._meta.label
    )


def _home(field: Any, kind: Kind) -> str:
    through = getattr(field.remote_field, "through", None) if field.remote_field else None
    if kind is Kind.THROUGH and through is not None:
        return str(through._meta.app_label)
    return str(field.model._meta.app_label)


def _is_through_third(field: Any) -> bool:
    through = getattr(field.remote_field, "through", None)
    if through is None or through._meta.auto_created:
        return False
    return through._meta.app_label != field.model._meta.app_label


def _line(field: Any) -> str:
    """The package whose file has the field's line, where it is not the project's own."""
    config = apps.get_app_config(field.model._meta.app_label)
    if origin_of(config) is not Origin.OWN:
        return config.name
    for base in field.model.__mro__:
        options = getattr(base, "_meta", None)
        if options is None or not options.abstract:
            continue
        fields = (*options.local_fields, *options.local_many_to_many, *options.private_fields)
        if any(each.name == field.name for each in fields):
            file = getattr(sys.modules.get(base.__module__), "__file__", None)
            if file and is_installed(Path(file)):
                return base.__module__.partition(".")[0]
    return ""
