"""Compilers: a query runs in the schema of its model, whichever alias it was begun on.

Django's deletion collector asks for the rows of other apps on the alias of the row that goes.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist, FieldError
from django.db import connections, models, router
from django.db.backends.postgresql import compiler as postgresql

from appschemas.conf import get_contract
from appschemas.exceptions import CrossSchemaJoin
from appschemas.fields import IdentityKey

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]


class _AtHome:
    def __init__(self, query: Any, connection: Any, using: str | None, *args: Any, **kwargs: Any):
        if using is not None and (home := _home(query)) not in (None, using):
            connection, using = connections[home], home
        super().__init__(query, connection, using, *args, **kwargs)  # type: ignore[call-arg]

    def get_related_selections(
        self,
        select: Any,
        select_mask: Any,
        opts: Any = None,
        root_alias: str | None = None,
        cur_depth: int = 1,
        requested: Any = None,
        restricted: bool | None = None,
    ) -> Any:
        try:
            return super().get_related_selections(  # type: ignore[misc]
                select, select_mask, opts, root_alias, cur_depth, requested, restricted
            )
        except FieldError:
            names = self.query.select_related if requested is None else requested  # type: ignore[attr-defined]
            _refuse_identity_keys(opts or self.query.get_meta(), names)  # type: ignore[attr-defined]
            raise


class SQLCompiler(_AtHome, postgresql.SQLCompiler):
    """SELECT."""


class SQLInsertCompiler(_AtHome, postgresql.SQLInsertCompiler):
    """INSERT."""


class SQLDeleteCompiler(_AtHome, postgresql.SQLDeleteCompiler):
    """DELETE."""


class SQLAggregateCompiler(_AtHome, postgresql.SQLAggregateCompiler):
    """Aggregates over a subquery."""


class SQLUpdateCompiler(_AtHome, postgresql.SQLUpdateCompiler):
    """UPDATE, where an identity key may be given as an instance."""

    def as_sql(self) -> Any:
        self.query.values = [
            (field, model, _bare(field, value)) for field, model, value in self.query.values
        ]
        return super().as_sql()


# Private
# -------


def _home(query: Any) -> str | None:
    model = getattr(query, "model", None)
    if model is None or model._meta.app_label == "migrations":
        # Each schema has a django_migrations of its own.
        return None
    schema = get_contract().schema_of_app(model._meta.app_label)
    return schema.alias if schema and router.routers else None


def _bare(field: Any, value: Any) -> Any:
    if isinstance(field, IdentityKey) and isinstance(value, models.Model):
        return field.key_of(value)
    return value


def _refuse_identity_keys(options: Any, names: Any) -> None:
    for name in names or ():
        try:
            field = options.get_field(name)
        except FieldDoesNotExist:
            continue
        if isinstance(field, IdentityKey):
            raise CrossSchemaJoin(
                f"{options.label}.{name} is an identity key: select_related({name!r}) would join "
                f"into another schema. Write prefetch_related({name!r}) instead."
            ) from None
