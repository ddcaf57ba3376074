"""Forms: a key whose other side is not installed is entered as what it is, a number or a text."""

from __future__ import annotations

from typing import Any

from django import forms

from appschemas.fields.protocols import Key


class IdentityKeyField(forms.CharField):
    """A form field for an identity key; its value is the key.

    Where the other side is installed a form has a `ModelChoiceField`, as for a foreign key.
    """

    def __init__(self, *, identity_key: Key, **kwargs: Any) -> None:
        self.identity_key = identity_key
        super().__init__(**{"empty_value": None, **kwargs})

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return None if value in self.empty_values else self.identity_key.key.to_python(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial if initial is not None else "") != str(data if data is not None else "")
