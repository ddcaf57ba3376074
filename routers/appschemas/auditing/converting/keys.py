"""Keys: the identity key that takes a relation's place, as a field and in words."""

from __future__ import annotations

from typing import Any, Final

from django.apps import apps
from django.db import models

from appschemas.auditing.converting.listed import NotConverted
from appschemas.auditing.drafting.origins import Origin, origin_of
from appschemas.fields import IdentityKey, IdentityOneToOne, IdentityRelation


def target_of(field: Any) -> type[models.Model]:
    """The model whose key a relation holds."""
    target: type[models.Model] = field.remote_field.model
    return target


def declared_as(field: Any) -> type[IdentityKey[Any, Any]]:
    """The class that stands in the place of the field's own."""
    return IdentityOneToOne if isinstance(field, models.OneToOneField) else IdentityKey


def key_of(target: type[models.Model]) -> models.Field[Any, Any] | None:
    """The column that holds a key of `target`; None where it is the `bigint` of the default.

    Raises:
        NotConverted: nothing that a field could be declared with has this key's type.
    """
    declared: Any = IdentityRelation(target, on_delete=models.CASCADE)
    key = declared.key
    _, path, args, options = key.deconstruct()
    kept = {name: each for name, each in options.items() if name in _OF_THE_TYPE}
    if not path.startswith(_DJANGO) and _is_own(type(key)):
        raise NotConverted(
            f"the key of {target._meta.label} is a {path}, which the project's apps would have to "
            "share: declare the field as IdentityKey(..., key=...) with a field of its type"
        )
    try:
        bare: models.Field[Any, Any] = type(key)(*args, **kept)
    except (TypeError, ValueError):
        raise NotConverted(
            f"the key of {target._meta.label} is a {path}, whose type takes more than is known here"
        ) from None
    return None if bare.deconstruct()[1:] == models.BigIntegerField().deconstruct()[1:] else bare


def identity_key_of(field: Any) -> IdentityKey[Any, Any]:
    """The field that a migration puts in the place of a foreign key or one-to-one field.

    Raises:
        NotConverted: an identity key cannot say what this one says.
    """
    _, _, _, options = field.deconstruct()
    kept = {name: each for name, each in options.items() if name not in _OF_A_RELATION}
    if isinstance(field, models.OneToOneField):
        kept["unique"] = True
    return IdentityKey(
        target_of(field)._meta.label,
        in_python(field.remote_field.on_delete),
        key_of(target_of(field)),
        **kept,
    )


def in_python(on_delete: Any) -> Any:
    """Django's action of the same name for one that a constraint would take (`DB_CASCADE`)."""
    if hasattr(on_delete, "on_delete_sql"):
        return getattr(models, str(on_delete).removeprefix("DB_"))
    return on_delete


# Private
# -------

_DJANGO: Final = "django."
# What a column's type is made of; all else is of the primary key that it is a copy of.
_OF_THE_TYPE: Final = ("max_length", "max_digits", "decimal_places", "db_collation")
_OF_A_RELATION: Final = (
    *("to", "on_delete", "to_field", "parent_link", "swappable", "auto_created"),
    *("related_name", "related_query_name", "limit_choices_to"),
)


def _is_own(kind: type) -> bool:
    config = apps.get_containing_app_config(kind.__module__)
    return config is not None and origin_of(config) is Origin.OWN
