"""Altered references: those that a table has before, while and after it is altered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import models

from appschemas.conf import get_contract
from appschemas.integrity.references import Reference


def without(
    references: tuple[Reference, ...], field: models.Field[Any, Any]
) -> tuple[Reference, ...]:
    """The references but for that of a field."""
    table = field.model._meta.db_table
    return tuple(
        reference
        for reference in references
        if (reference.table, reference.column) != (table, field.column)
    )


def elsewhere(references: tuple[Reference, ...], model: Any) -> tuple[Reference, ...]:
    """The references that would be there without the model's table."""
    home, table = get_contract().schema_of_app(model._meta.app_label), model._meta.db_table
    return tuple(
        reference
        for reference in references
        if home is not None
        and (home.name, table)
        not in {
            (reference.schema, reference.table),
            (reference.referenced_schema, reference.referenced_table),
        }
    )


def with_table(reference: Reference, schema: str, new: str, old: str) -> Reference:
    """The reference as it is while table `new` of the schema is called `old`."""
    if (reference.schema, reference.table) == (schema, new):
        reference = replace(reference, table=old)
    if (reference.referenced_schema, reference.referenced_table) == (schema, new):
        reference = replace(reference, referenced_table=old)
    return reference
