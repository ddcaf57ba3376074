"""Types: what PostgreSQL calls the type of a key, without asking a server."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg.postgres import types as postgresqls


def bare_type(field: models.Field[Any, Any]) -> str:
    """The field's column type without its modifier: `character varying` for varchar(64)."""
    name = (field.db_type(_OFFLINE) or "bigint").partition("(")[0].strip()
    return _FULL_NAMES.get(name, name)


def widest_type(types: Iterable[str]) -> str:
    """The type in which columns of these types are compared; any of them where none is wider."""
    found = sorted(set(types))
    return next((wide for wide in _WIDEST if wide in found), found[0])


def type_of_extension(name: str, extensions: str) -> str:
    """The type with its schema, where it is one of an extension; "" for PostgreSQL's own.

    Args:
        name: As a field or the catalog gives it.
        extensions: The schema of extensions, the only one whose types the owners did not make.
    """
    if "." in name:
        return name if name.startswith(f"{extensions}.") else ""
    known = postgresqls.get(name.partition("(")[0])
    return "" if known and known.oid < _FIRST_OF_OTHERS else f"{extensions}.{name}"


# Private
# -------

# https://www.postgresql.org/docs/current/system-catalog-initial-data.html
_FIRST_OF_OTHERS = 16384

# Of the types that PostgreSQL compares with each other, the wider ones first.
_WIDEST = ("numeric", "bigint", "integer", "smallint", "text", "character varying")

# A wrapper that never connects: a field asks it for names of types only.
_OFFLINE = DatabaseWrapper({"NAME": "", "OPTIONS": {}, "TIME_ZONE": None}, alias="offline")

# format_type() spells these out, and what is compared with the catalog must, too.
_FULL_NAMES = {
    "bool": "boolean",
    "bpchar": "character",
    "char": "character",
    "decimal": "numeric",
    "int": "integer",
    "int2": "smallint",
    "int4": "integer",
    "int8": "bigint",
    "time": "time without time zone",
    "timestamp": "timestamp without time zone",
    "timestamptz": "timestamp with time zone",
    "varchar": "character varying",
}
