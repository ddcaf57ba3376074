"""What follows the name of an identity key in a query: its own key again, or another field.

`author__pk` is the column, and is read as what it is on the other side; what else follows leads
there (`appschemas.fields.key_paths`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models.expressions import Col
from django.db.models.sql.query import Query

from appschemas.exceptions import NotInstalled
from appschemas.fields.key_paths import KeyPath, end_of, is_field
from appschemas.fields.protocols import Key


def transform_behind(key: Key, name: str) -> Callable[[Any], Any] | None:
    """What `key__name` stands for: the column itself for the other side's key, or a path.

    Raises:
        FieldError: the other side has no such field.
        NotInstalled: the app of the other side is not installed.
    """
    if name == "pk":
        return KeyItself.of
    target = key.target
    if target._meta.pk and name in (target._meta.pk.name, target._meta.pk.attname):
        return KeyItself.of
    end_of(target, [name])
    return lambda column: KeyPath(column, key, (name,))


def is_field_behind(key: Key, name: str) -> bool:
    """Whether the other side has a field of that name, which comes before a lookup of the same."""
    try:
        return is_field(key.target, [name])
    except (NotInstalled, AttributeError):
        # AttributeError: a column that belongs to no model yet.
        return False


class KeyItself(Col):
    """The primary key of the other side, `author__pk`: the column, with what that field can.

    A primary key that is a relation itself leads on, `profile__person__name`.
    """

    @classmethod
    def of(cls, column: Any) -> Any:
        """`column` itself where it is no column of a table, such as a value to be validated."""
        if not isinstance(column, Col):
            return column
        return cls(column.alias, column.target, column.output_field)

    @property
    def key(self) -> Any:
        """The identity key."""
        return self.output_field

    @property
    def column(self) -> Col:
        """Its column, as nothing but that."""
        return Col(self.alias, self.target, self.output_field)

    def get_transform(self, name: str) -> Any:
        field = self.key.key_type()
        if field.is_relation:
            return KeyPath(self.column, self.key, (field.name,)).get_transform(name)
        return field.get_transform(name)

    def get_lookup(self, name: str) -> Any:
        field = self.key.key_type()
        found = self.key.get_lookup(name)
        if not field.is_relation:
            return found or field.get_lookup(name)
        path = KeyPath(self.column, self.key, (field.name,))
        behind = path.get_lookup(name)

        def lookup(column: Any, value: Any) -> Any:
            # A row, or rows, of what the primary key is a key of are looked for behind it.
            if found is not None and not _is_of_another(self.key, value):
                return found(column, value)
            return behind and behind(path, value)

        return lookup if found or behind else None


# Private
# -------


def _is_of_another(key: Any, value: Any) -> bool:
    """Whether it is a row of another model than the key's target, a query of such, or has one."""
    if isinstance(value, list | tuple | set | frozenset):
        return any(_is_of_another(key, each) for each in value)
    if isinstance(value, Query) and value.has_select_fields:
        return False
    model = value.model if isinstance(value, Query) else value
    return hasattr(model, "_meta") and not key.is_target(model)
