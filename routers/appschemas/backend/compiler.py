"""Compilers: a query runs in the schema of its model, whichever alias it was begun on.

Django's deletion collector asks for the rows of other apps on the alias of the row that goes.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
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
    """SELECT; a lock that names no model is one on the rows of the query's own schema."""

    def get_select_for_update_of_arguments(self) -> Any:
        named = super().get_select_for_update_of_arguments()
        if named or not self.query.select_for_update:
            return named
        used = [alias for alias in self.query.alias_map if self.query.alias_refcount[alias]]
        own = [alias for alias in used if self._is_own(alias)]
        # Rows of others that are asked for by name are refused: to read them locks nothing.
        if len(own) == len(used) or not self._related_aliases() <= {*own}:
            return named
        return [self.quote_name_unless_alias(alias) for alias in own]

    def _is_own(self, alias: str) -> bool:
        home = _home_of_table(self.query.alias_map[alias].table_name)
        return home in (None, self.connection.alias)

    def _related_aliases(self) -> set[str]:
        """The tables whose rows select_related() brings along."""
        waiting = list((self.klass_info or {}).get("related_klass_infos", ()))
        found = set()
        while waiting:
            related = waiting.pop()
            waiting += related.get("related_klass_infos", ())
            found |= {self.select[index][0].alias for index in related["select_fields"][:1]}
        return found


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


def _home_of_table(table: str) -> str | None:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            schema = get_contract().schema_of_app(model._meta.app_label)
            return schema.alias if schema else None
    return None


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
