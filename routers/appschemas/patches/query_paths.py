"""Query paths: what a query may say of the other side of an identity key, when it is built.

A condition is one of two steps; a value, an order or an expression would be a join, and there is
none. Django finds that out when the query runs, or asks the column for something that it does not
have. So its two methods that resolve such a path ask first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldError
from django.db.models.constants import LOOKUP_SEP
from django.db.models.sql.query import Query

from appschemas.fields import IdentityKey
from appschemas.fields.key_paths import KeyPath


def install() -> None:
    """Let a query refuse at once what it could not run."""
    if not hasattr(Query, "appschemas"):
        query: Any = Query
        query.appschemas = True
        query.setup_joins = _no_value(query.setup_joins)
        query.add_ordering = _no_order(query.add_ordering)


# Private
# -------


def _no_value(original: Callable[..., Any]) -> Callable[..., Any]:
    """Conditions come here with the names up to the key, values with those behind it as well."""

    def setup_joins(self: Any, names: Any, opts: Any, alias: str, *args: Any, **kwargs: Any) -> Any:
        found = original(self, names, opts, alias, *args, **kwargs)
        if isinstance(found.final_field, IdentityKey) and getattr(
            found.transform_function, "has_transforms", False
        ):
            _refuse(found.transform_function(found.targets[0], alias))
        return found

    return setup_joins


def _no_order(original: Callable[..., Any]) -> Callable[..., Any]:
    def add_ordering(self: Any, *ordering: Any) -> Any:
        for item in ordering:
            name = item.removeprefix("-") if isinstance(item, str) else ""
            if LOOKUP_SEP in name and name not in self.annotations and name not in self.extra:
                _refuse(_resolved(self, name.split(LOOKUP_SEP)))
        return original(self, *ordering)

    return add_ordering


def _resolved(query: Any, names: list[str]) -> Any:
    """What the names behind an identity key stand for; None where there is no such key."""
    try:
        *_, field, targets, rest = query.names_to_path(names, query.model._meta)
    except FieldError:
        return None
    if not (rest and isinstance(field, IdentityKey)):
        return None
    found: Any = query._get_col(targets[0], field, query.model._meta.db_table)
    for name in rest:
        found = query.try_transform(found, name)
    return found


def _refuse(found: Any) -> None:
    if isinstance(found, KeyPath):
        raise found.refusal()
