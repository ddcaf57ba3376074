"""Admin: any ModelAdmin takes an identity key as a foreign key; this one looks all of them up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin

from appschemas.fields import IdentityRelation


class IdentityKeyAdmin(admin.ModelAdmin):
    """A ModelAdmin whose form has a look-up window for each identity key.

    As if `raw_id_fields` named them all, but for those that `autocomplete_fields` or `radio_fields`
    name: a `<select>` would list every row of the other side
    (https://docs.djangoproject.com/en/stable/ref/contrib/admin/#django.contrib.admin.ModelAdmin.raw_id_fields).
    """

    raw_id_fields: Sequence[str] = ()

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        named = {*self.raw_id_fields, *self.autocomplete_fields, *self.radio_fields}
        keys = [
            field.name
            for field in model._meta.fields
            if isinstance(field, IdentityRelation) and field.name not in named
        ]
        self.raw_id_fields = (*self.raw_id_fields, *keys)
