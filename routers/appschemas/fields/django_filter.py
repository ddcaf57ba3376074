"""django-filter: a key whose other side is not installed is filtered by what it is.

Where the other side is installed a filter set takes the key for a foreign key. Imported only where
django-filter is installed, which knows a filter by the class of a field:
https://django-filter.readthedocs.io/en/stable/ref/filterset.html#filter-overrides
"""

from __future__ import annotations

from typing import Any

from django.db.models import ForeignKey
from django_filters import Filter
from django_filters.filterset import FILTER_FOR_DBFIELD_DEFAULTS

from appschemas.fields.forms import IdentityKeyField
from appschemas.fields.identity_key import IdentityKey
from appschemas.fields.relation import IdentityRelation


class IdentityKeyFilter(Filter):
    """A filter by the key itself."""

    field_class = IdentityKeyField


def register() -> None:
    """Let filter sets take keys whose other side is not installed."""
    known: dict[Any, Any] = FILTER_FOR_DBFIELD_DEFAULTS
    known[IdentityRelation] = known[ForeignKey]
    known[IdentityKey] = {
        "filter_class": IdentityKeyFilter,
        "extra": lambda key: {"identity_key": key},
    }
