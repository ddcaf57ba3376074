"""Keys: rows of published models that a test needs for nothing but their keys."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final

from django.apps import apps
from django.db import models, router
from psycopg.sql import SQL, Identifier

from appschemas.backend.session.aliases import connection_of
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.exceptions import KeyFactoryError
from appschemas.fields import IdentityKey
from appschemas.integrity.stand_ins import key_column_of


def create_keys(label: str, count: int = 1) -> list[Any]:
    """The keys of `count` new rows of the published model `label`.

    Where the model's app is stood in for, a row is its key and nothing else. Where it is
    installed, it is a row with the model's defaults and made-up values in what has none.

    Raises:
        KeyMintingError: the model is not published, or no value can be made up for a field.
    """
    contract = get_contract()
    home = contract.publisher_of(label)
    published = {each.lower(): each for schema in contract.schemas for each in schema.publishes}
    if home is None or label.lower() not in published:
        known = ", ".join(sorted(published.values())) or "none"
        raise KeyFactoryError(
            f"No key of {label!r}: it is no published model that is here. There are: {known}."
        )
    if home.name in contract.stand_ins:
        return _in_stand_in(home, label, count)
    return [row.pk for row in _rows(apps.get_model(label), count, contract)]


# Private
# -------

_numbers = itertools.count(1)
_COUNTED: Final = ("smallint", "integer", "bigint")
_TYPE: Final = (
    "SELECT pg_catalog.format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute"
    " WHERE attrelid = %s::regclass AND attname = %s"
)
_INSERT: Final = SQL("INSERT INTO {table} ({column}) SELECT unnest(%s::{kind}[])")
_COUNT: Final = SQL("INSERT INTO {table} SELECT FROM generate_series(1, %s) RETURNING {column}")


def _in_stand_in(home: Schema, label: str, count: int) -> list[Any]:
    key = key_column_of(label)
    table = Identifier(home.name, key.table)
    names = {"table": table, "column": Identifier(key.column)}
    with connection_of(home.alias).cursor() as cursor:
        cursor.execute(_TYPE, [table.as_string(None), key.column])
        (kind,) = cursor.fetchone()
        if kind in _COUNTED:
            cursor.execute(_COUNT.format(**names), [count])
            return [key for (key,) in cursor.fetchall()]
        make = uuid.uuid4 if kind == "uuid" else lambda: f"key-{next(_numbers)}"
        keys = [make() for _ in range(count)]
        # A type's name, as PostgreSQL gives it.
        cursor.execute(_INSERT.format(**names, kind=SQL(kind)), [keys])
        return keys


def _rows(model: type[models.Model], count: int, contract: Contract) -> list[models.Model]:
    """Rows in the tables of the model and of its parents, one statement a table."""
    rows = [model() for _ in range(count)]
    for table in _lineage(model):
        fields = list(table._meta.local_concrete_fields)
        for field in fields:
            _fill(rows, field, contract)
        _insert(table, rows, fields)
    return rows


def _lineage(model: type[models.Model]) -> list[type[models.Model]]:
    """The concrete models of the row, the one that gives the key first."""
    parents = [parent for parent in model._meta.parents if not parent._meta.abstract]
    return [*dict.fromkeys(each for parent in parents for each in _lineage(parent)), model]


def _fill(rows: Iterable[Any], field: Any, contract: Contract) -> None:
    lacking = [row for row in rows if getattr(row, field.attname) in (None, "")]
    if field.null or not lacking or isinstance(field, models.AutoField):
        return
    if field.remote_field is not None and field.remote_field.parent_link:
        for row in lacking:
            setattr(row, field.attname, getattr(row, field.target_field.attname))
    elif isinstance(field, IdentityKey):
        _set(lacking, field, create_keys(field.to, len(lacking)))
    elif field.remote_field is not None:
        others = _rows(field.remote_field.model, len(lacking), contract)
        _set(lacking, field, [getattr(other, field.target_field.attname) for other in others])
    else:
        _set(lacking, field, [_made_up(field) for _ in lacking])


def _set(rows: list[Any], field: Any, values: list[Any]) -> None:
    for row, value in zip(rows, values, strict=True):
        setattr(row, field.attname, value)


def _insert(table: Any, rows: list[Any], fields: list[Any]) -> None:
    key = table._meta.auto_field
    if key is not None and all(getattr(row, key.attname) is None for row in rows):
        fields = [field for field in fields if field is not key]
    if not fields:
        # Django needs a column to insert several rows at once.
        for row in rows:
            row.save_base(raw=True)
        return
    returning = table._meta.db_returning_fields
    given = table._base_manager._insert(
        rows, fields=fields, returning_fields=returning, using=router.db_for_write(table)
    )
    for row, values in zip(rows, given or (), strict=False):
        for field, value in zip(returning, values, strict=True):
            setattr(row, field.attname, value)


def _made_up(field: Any) -> Any:
    number = next(_numbers)
    if field.choices:
        return field.flatchoices[0][0]
    match field:
        case models.UUIDField():
            return uuid.uuid4()
        case models.EmailField():
            return f"{number}@example.com"
        case models.URLField():
            return f"https://example.com/{number}"
        case models.GenericIPAddressField():
            return f"10.0.{number // 256 % 256}.{number % 256}"
        case models.CharField() | models.TextField() | models.FileField():
            return (
                f"{field.name}-{number}"[-field.max_length :] if field.max_length else str(number)
            )
        case models.DecimalField():
            return Decimal(number % 10)
        case models.IntegerField() | models.FloatField():
            return number
        case models.BooleanField():
            return False
        case models.DateTimeField():
            return datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
        case models.DateField():
            return date(2000, 1, 1) + timedelta(days=number)
        case models.TimeField():
            return time()
        case models.DurationField():
            return timedelta(seconds=number)
        case models.BinaryField():
            return str(number).encode()
        case models.JSONField():
            return {}
    raise KeyFactoryError(
        f"No value can be made up for {field} ({type(field).__name__}); give it a default, or make "
        "the row by the services of its app."
    )
