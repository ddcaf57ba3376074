"""Options of an identity key: what may be said on the field, and what goes together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core import checks
from django.db import models
from django.db.models.fields import NOT_PROVIDED


def timing(to: str, check_each: str, deferrable: Any) -> tuple[str, models.Deferrable | None]:
    """`check_each` and `deferrable` of a key of `to`; what is not provided is the default.

    Raises:
        ValueError: it is none of these, or the two do not go together.
    """
    if check_each not in ("row", "statement"):
        raise ValueError(
            f"IdentityKey({to!r}): check_each is 'row' or 'statement', not {check_each!r}."
        )
    if deferrable is NOT_PROVIDED:
        deferrable = models.Deferrable.DEFERRED if check_each == "row" else None
    if deferrable not in (None, models.Deferrable.DEFERRED):
        raise ValueError(
            f"IdentityKey({to!r}): deferrable is Deferrable.DEFERRED or None, not {deferrable!r}."
        )
    if check_each == "statement" and deferrable:
        raise ValueError(
            f"IdentityKey({to!r}): what is checked by statement cannot wait for the end of the "
            "transaction; leave out deferrable, or check_each."
        )
    return check_each, deferrable


def key_field(key: models.Field[Any, Any] | None) -> models.Field[Any, Any]:
    """A field that holds the key of others: it makes no keys of its own; bigint by default."""
    if key is None:
        return models.BigIntegerField()
    return _PLAIN[type(key)]() if type(key) in _PLAIN else key


def check_on_delete(field: Any) -> Iterator[checks.CheckMessage]:
    """Whether what `on_delete` sets can be in the column; `field` is an identity key."""
    if field.on_delete is models.SET_NULL and not field.null:
        yield checks.Error(
            f"{field} has on_delete=SET_NULL, but it cannot be null.",
            hint="Set null=True, or choose another on_delete.",
            obj=field,
            id="appschemas.E011",
        )
    if field.on_delete is models.SET_DEFAULT and not field.has_default():
        yield checks.Error(
            f"{field} has on_delete=SET_DEFAULT, but it has no default.",
            hint="Set a default, or choose another on_delete.",
            obj=field,
            id="appschemas.E012",
        )
    # Django has these from 6.1 on: DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT.
    if hasattr(field.on_delete, "on_delete_sql"):
        yield checks.Error(
            f"{field} has on_delete={field.on_delete}, which is done by a foreign key's "
            "constraint, and an identity key has none.",
            hint=f"Write on_delete=models.{str(field.on_delete).removeprefix('DB_')}.",
            obj=field,
            id="appschemas.E022",
        )


def check_target_key(field: Any) -> Iterator[checks.CheckMessage]:
    """Whether the target's primary key is one column; `field` is a key of it."""
    options = field.target._meta
    if isinstance(options.pk, models.CompositePrimaryKey):
        columns = ", ".join(options.pk.field_names)
        yield checks.Error(
            f"{field} holds one column, but the primary key of {options.label} is composite "
            f"({columns}).",
            hint=f"Give {options.label} a primary key of its own, and a UniqueConstraint over "
            f"{columns}; or reference a model that has one.",
            obj=field,
            id="appschemas.E065",
        )


# Private
# -------

# A column that refers to an automatic key makes no keys of its own.
_PLAIN = {
    models.AutoField: models.IntegerField,
    models.BigAutoField: models.BigIntegerField,
    models.SmallAutoField: models.SmallIntegerField,
}
