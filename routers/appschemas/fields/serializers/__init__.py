"""Serializers: Django's own formats, in which an identity key is written as a foreign key is.

With natural foreign keys the other side's natural key stands for it, a list in JSON, in JSON lines,
in YAML and in Python, and JSON's text of that list in XML.
https://docs.djangoproject.com/en/stable/topics/serialization/#natural-keys
"""

from __future__ import annotations

from typing import Any, Final

from django.core.serializers import BUILTIN_SERIALIZERS

from appschemas.exceptions import NotInstalled
from appschemas.fields import IdentityKey

FORMATS: Final = ("json", "jsonl", "python", "xml", "yaml")


def install() -> None:
    """Let Django load them in place of its own; settings.SERIALIZATION_MODULES wins over them."""
    # To register one is to import it, and a process mostly needs none.
    BUILTIN_SERIALIZERS.update({name: f"{__name__}.{name}" for name in FORMATS})


class NaturalIdentityKeys:
    """What a serializer of Django's does with an identity key beyond writing its value."""

    use_natural_foreign_keys: bool
    _current: dict[str, Any]

    def handle_field(self, obj: Any, field: Any) -> None:
        natural = natural_key_of(obj, field) if self.use_natural_foreign_keys else None
        if natural is None:
            super().handle_field(obj, field)  # type: ignore[misc]
        else:
            self._current[field.name] = natural


def natural_key_of(obj: Any, field: Any) -> Any:
    """The natural key of the row whose key `obj` holds; None if it holds none, or there is none."""
    if not isinstance(field, IdentityKey):
        return None
    try:
        has_one = hasattr(field.target, "natural_key")
    except NotInstalled:
        return None
    if not has_one or getattr(obj, field.attname) is None:
        return None
    return getattr(obj, field.name).natural_key()
