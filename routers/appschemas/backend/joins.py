"""Joins: the word by which a report says that its query may join over identity keys.

A schema whose contract reads another may join it in SQL. A queryset never does so by itself, as it
stops at each key; one that is `joined()` follows keys as it follows foreign keys, and runs as the
schema that reads.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from appschemas.conf import get_contract
from appschemas.exceptions import CrossSchemaJoin


def joined(rows: Any, *, reader: str = "") -> models.QuerySet[Any]:
    """`rows`, of which values, orders and expressions may lie behind identity keys: one SELECT.

    Args:
        rows: A queryset or a manager.
        reader: The schema that reads, as which it runs; the model's own by default. It reads what
            `reads` of the contract gives it, and writes nothing.

    Raises:
        CrossSchemaJoin: there is no such schema; or, once something of a schema is named, the
            contract does not let the reader read it.
    """
    found: Any = rows.all()
    contract = get_contract()
    names = {schema.name for schema in contract.schemas}
    home = contract.schema_of_app(found.model._meta.concrete_model._meta.app_label)
    name = reader or (home.name if home else "")
    if name not in names:
        raise CrossSchemaJoin(
            f"joined(): there is no schema {name!r}; the contract has {', '.join(sorted(names))}."
        )
    found.query.read_by = name
    if home is not None and home.name not in contract[name].search_path:
        raise CrossSchemaJoin(
            f"joined(): schema {name!r} does not read {home.name!r}, whose rows it would read. "
            f'Add "{home.name}" to reads of [schemas.{name}].'
        )
    return found
