"""Keys: the columns of the installed models that hold the key of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps as installed_apps
from django.db import models

from appschemas.contract.contract import Contract
from appschemas.fields import IdentityKey
from appschemas.integrity.discovery import all_references_of, home_of, leaves_schema
from appschemas.management.map.facts import Key


def keys_of(contract: Contract) -> Iterator[Key]:
    """Every key of every table of the contract, those that stay in their schema included."""
    for model in installed_apps.get_models(include_auto_created=True):
        options = model._meta
        home = home_of(model, contract)
        if home is None or not options.managed or options.proxy or options.swapped:
            continue
        crossing = {each.column: each for each in all_references_of(model, contract)}
        for field in options.local_concrete_fields:
            if reference := crossing.get(field.column):
                yield Key(
                    home.name,
                    options.db_table,
                    field.column,
                    reference.referenced_schema,
                    reference.referenced_table,
                    reference.referenced_column,
                    on_delete_of(field),
                    "identity key" if isinstance(field, IdentityKey) else "pending",
                )
            elif isinstance(field, models.ForeignKey) and not leaves_schema(field, contract):
                target: Any = field.remote_field.model
                yield Key(
                    home.name,
                    options.db_table,
                    field.column,
                    home.name,
                    target._meta.db_table,
                    field.target_field.column,
                    on_delete_of(field),
                    "foreign key",
                )


def on_delete_of(field: Any) -> str:
    """What becomes of a row when the row that it points at goes, in Django's word."""
    action = getattr(field, "on_delete", None) or field.remote_field.on_delete
    # DB_CASCADE and its like print themselves; SET(..) is a closure.
    name: str = getattr(action, "__name__", None) or str(action)
    return "SET(..)" if name == "set_on_delete" else name
