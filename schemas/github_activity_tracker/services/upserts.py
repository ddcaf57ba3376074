"""Upserts: INSERT .. ON CONFLICT for many records, and sets of rows that replace others.

Rows go in by order of their unique key: two writers of the same rows lock them in one order.
https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.db import models

from github_activity_tracker.transactions import atomic


def upsert(
    model: type[models.Model], records: Iterable[Any], *, unique: str, **owner: int
) -> dict[Any, int]:
    """Keys by unique value of all `records`, inserted or updated in one statement.

    Args:
        records: Dataclasses whose fields are columns; the last one of a unique value counts.
        unique: The field by which a row is recognized; together with `owner` where that is
            part of the model's unique constraint.
        owner: What all rows belong to, such as `repo_id=1`.
    """
    values = {getattr(record, unique): asdict(record) for record in records}
    if not values:
        return {}
    first = next(iter(values.values()))
    rows = model._base_manager.bulk_create(
        [model(**owner, **values[key]) for key in sorted(values)],
        update_conflicts=True,
        unique_fields=_unique_fields(model, unique),
        update_fields=[*(name for name in first if name != unique), *_updated_at(model)],
    )
    return {getattr(row, unique): row.pk for row in rows}


def replace(model: type[models.Model], values: Iterable[Any], *, field: str, **owner: int) -> None:
    """Let the rows of `owner` be those with `values` in `field`, and no others."""
    wanted = sorted(set(values))
    with atomic():
        rows = model._base_manager.filter(**owner)
        rows.exclude(**{f"{field}__in": wanted}).delete()
        model._base_manager.bulk_create(
            [model(**owner, **{field: value}) for value in wanted], ignore_conflicts=True
        )


# Private
# -------


def _unique_fields(model: type[models.Model], unique: str) -> list[str]:
    if model._meta.get_field(unique).unique:
        return [unique]
    [together] = (names for names in model._meta.unique_together if unique in names)
    return list(together)


def _updated_at(model: type[models.Model]) -> list[str]:
    names = {field.name for field in model._meta.concrete_fields}
    return ["updated_at"] if "updated_at" in names else []
