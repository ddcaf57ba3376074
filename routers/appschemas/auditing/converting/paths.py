"""Paths: where a path of names in a query (`author__team__name`) would leave its schema."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models.constants import LOOKUP_SEP


@dataclass(frozen=True, slots=True)
class Crossing:
    """A path that goes on behind a converted relation.

    `before` and `behind` are the names on either side of it; `is_reverse` says that the query
    comes from the other side, `is_many` that one key has many rows behind it.
    """

    field: Any
    before: tuple[str, ...]
    behind: tuple[str, ...]
    is_reverse: bool = False
    is_many: bool = False

    @property
    def path(self) -> str:
        """The names up to the key."""
        return LOOKUP_SEP.join((*self.before, self.field.name))


def crossing(
    model: Any, path: str, converted: Collection[Any], *, is_whole: bool = False
) -> Crossing | None:
    """Where a path from `model` crosses one of the fields `converted`; None where it does not.

    Args:
        model: Where the path begins.
        path: Its names, as a query has them.
        converted: The fields that are keys of another schema.
        is_whole: Whether a path that ends with such a field crosses, too.
    """
    names = path.lstrip("-+?").split(LOOKUP_SEP)
    for index, name in enumerate(names):
        try:
            field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        except FieldDoesNotExist:
            return None
        before, behind = tuple(names[:index]), tuple(names[index + 1 :])
        relation = getattr(field, "remote_field", None)
        if field in converted:
            if is_whole and not behind:
                return Crossing(field, before, ())
            return _behind(field, before, behind)
        if relation is not None and relation in converted:
            return Crossing(relation, before, behind, is_reverse=True)
        if not field.is_relation or field.related_model is None:
            return None
        model = field.related_model
    return None


# Private
# -------


def _behind(field: Any, before: tuple[str, ...], behind: Sequence[str]) -> Crossing | None:
    """What is behind a key, if it is a field of the other side and not its key."""
    model, is_many = field.related_model, False
    for index, name in enumerate(behind):
        try:
            found = model._meta.pk if name == "pk" else model._meta.get_field(name)
        except FieldDoesNotExist:
            break
        if index == 0 and found == model._meta.pk:
            return None
        is_many = is_many or bool(found.one_to_many or found.many_to_many)
        if not found.is_relation or found.related_model is None:
            index += 1
            break
        model = found.related_model
    else:
        index = len(behind)
    return Crossing(field, before, tuple(behind), is_many=is_many) if behind and index else None
