"""Forms: an identity key is entered as a number and shown with the other side's label."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from appschemas.exceptions import NotInstalled
from appschemas.fields.protocols import Key


class IdentityKeyInput(forms.TextInput):
    """A text input with the label of the row that the key names, and a link to look one up."""

    def __init__(self, identity_key: Key, attrs: dict[str, Any] | None = None) -> None:
        # The class is what the admin's own script opens the look-up window by.
        super().__init__({"class": "vForeignKeyRawIdAdminField", **(attrs or {})})
        self.identity_key = identity_key

    def render(self, name: str, value: Any, *args: Any, **kwargs: Any) -> SafeString:
        html = super().render(name, value, *args, **kwargs)
        return format_html(
            "{}{} <strong>{}</strong>", html, self._look_up(name), self.label_of(value)
        )

    def label_of(self, value: Any) -> str:
        """The other side's label; empty where there is no such row or no such app."""
        if value in (None, ""):
            return ""
        try:
            found = self.identity_key.targets().filter(pk=value).first()
        except (NotInstalled, ValueError, ValidationError):
            return ""
        return str(found) if found else ""

    def _look_up(self, name: str) -> str:
        try:
            options = self.identity_key.target._meta
            url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
        except (NotInstalled, NoReverseMatch):
            return ""
        return format_html(
            '<a href="{}?_to_field={}" class="related-lookup" id="lookup_id_{}" title="Look up">'
            "</a>",
            url,
            options.pk.attname if options.pk else "id",
            name,
        )


class IdentityKeyField(forms.CharField):
    """A form field for an identity key; its value is the key, checked to exist."""

    def __init__(self, *, identity_key: Key, **kwargs: Any) -> None:
        self.identity_key = identity_key
        kwargs.setdefault("widget", IdentityKeyInput(identity_key))
        super().__init__(**{"empty_value": None, **kwargs})

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return None if value in self.empty_values else self.identity_key.key.to_python(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial if initial is not None else "") != str(data if data is not None else "")
