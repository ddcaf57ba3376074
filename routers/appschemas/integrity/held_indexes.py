"""Held indexes: what makes a key unique stays while others hold it; the refusal says who does."""

from __future__ import annotations

from collections.abc import Iterable, Set

from django.db import IntegrityError
from psycopg.errors import DependentObjectsStillExist

from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.names import object_name
from appschemas.integrity.references import KeyConstraint


class KeyIsHeld(AppSchemasError, IntegrityError):
    """What makes a key unique would be dropped while columns of other schemas hold the key."""


def refuse_to_drop_held(error: BaseException | None, checks: Iterable[KeyConstraint]) -> None:
    """Say of keys what the database says of the functions that depend on a unique index.

    Args:
        error: What a migration ended with, if anything.
        checks: Those that the database has.

    Raises:
        KeyIsHeld: it would have dropped such an index.
    """
    cause = error.__cause__ if error else None
    if not isinstance(cause, DependentObjectsStillExist):
        return
    detail = cause.diag.message_detail or ""
    held = sorted(
        reference
        for check in checks
        for table, references in check.referenced_tables
        if object_name(check, "missing", table) in detail
        for reference in references
    )
    if held:
        key = held[0]
        raise KeyIsHeld(
            f"{key.referenced_schema}.{key.referenced_table}.{key.referenced_column} must stay "
            f"unique while its values are held: {', '.join(map(str, held))}. Let these keys hold "
            "another column, or remove them, in a migration that comes before this one."
        ) from error


def refuse_to_drop_referenced(
    columns: Set[tuple[str, str, str]], checks: Iterable[KeyConstraint]
) -> None:
    """Refuse to drop a column under those that hold its values, be it to make it anew.

    Args:
        columns: That a migration drops: schema, table and name of each.
        checks: Those that the database has.

    Raises:
        KeyIsHeld: naming who holds them.
    """
    held = sorted(
        each
        for check in checks
        for each in check.references
        if (each.referenced_schema, each.referenced_table, each.referenced_column) in columns
        and (each.schema, each.table, each.column) not in columns
    )
    if held:
        key = held[0]
        raise KeyIsHeld(
            f"{key.referenced_schema}.{key.referenced_table}.{key.referenced_column} cannot be "
            f"dropped while its values are held: {', '.join(map(str, held))}. Let these keys hold "
            "another column, or remove them, in a migration that comes before this one."
        )
