"""REST framework: a many-to-many field that makes its model between takes what is posted.

A serializer has a field with a model between as read-only, since such a model may have fields that
must be given, and without a word leaves out what was posted for it. The model that an
`IdentityManyToMany` makes has none. Imported only where REST framework is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from rest_framework.utils import model_meta

from appschemas.fields.many_to_many import IdentityManyToMany


def register() -> None:
    """Let serializers write such a field, from both sides."""
    if not hasattr(model_meta.get_field_info, "__wrapped__"):
        model_meta.get_field_info = _writing(model_meta.get_field_info)


# Private
# -------


def _writing(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def get_field_info(model: Any) -> Any:
        found = original(model)
        options = model._meta.concrete_model._meta
        fields = {field.name: field for field in options.many_to_many}
        fields |= {each.get_accessor_name(): each.field for each in options.related_objects}
        written = {
            name: info._replace(has_through_model=False)
            for name, info in found.relations.items()
            if isinstance(field := fields.get(name), IdentityManyToMany) and field.makes_between
        }
        if not written:
            return found
        parts = ("forward_relations", "reverse_relations", "relations")
        return found._replace(
            **{
                part: {name: written.get(name, info) for name, info in getattr(found, part).items()}
                for part in parts
            }
        )

    return get_field_info
