"""Installed: what the installed models say about tables and keys, for the contract's schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.apps import apps as installed_apps
from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.db.backends.utils import strip_quotes

from appschemas.contract.contract import Contract
from appschemas.contract.schema import CACHE_APP, DEFAULT_ALIAS
from appschemas.integrity.discovery import (
    crossing_fields,
    home_of,
    installed_references,
    table_of,
)
from appschemas.integrity.references import KeyConstraint, Reference, existing, key_constraints_of


class Readable(NamedTuple):
    """The table of a model, and the column of each of its fields."""

    table: str
    columns: Mapping[str, str]


def names_its_schema(table: str) -> bool:
    """Whether a `db_table` is of a schema and a table, `legacy"."thing`: Django quotes both."""
    return '"."' in table


@dataclass(frozen=True, slots=True)
class ModelState:
    """The (schema, table) pairs of the installed models and the references between them.

    `labels` are the models as `app.Model`, and `unmanaged` the tables that no migration makes and
    that somebody needs: of unmanaged models, and of caches. `indexed` are the columns of keys that
    are to have an index. Empty, it stands for a database that is looked at without any models.
    """

    tables: frozenset[tuple[str, str]] = frozenset()
    references: tuple[Reference, ...] = ()
    labels: Mapping[str, Readable] = field(default_factory=dict, compare=False)
    unmanaged: frozenset[tuple[str, str]] = field(default=frozenset(), compare=False)
    indexed: frozenset[tuple[str, str, str]] = field(default=frozenset(), compare=False)

    @classmethod
    def of(cls, contract: Contract, registry: Any = installed_apps) -> ModelState:
        """What the models of `registry` say, tables of many-to-many relations included."""
        return cls(
            tables=frozenset(
                (schema.name, table_of(model))
                for model in registry.get_models(include_auto_created=True)
                if model._meta.managed and not model._meta.proxy
                if (schema := contract.schema_of_app(model._meta.app_label)) is not None
            ),
            references=installed_references(contract, registry),
            labels={
                model._meta.label: Readable(
                    table_of(model),
                    {each.name: each.column for each in model._meta.local_concrete_fields},
                )
                for model in registry.get_models()
            },
            unmanaged=frozenset(_unmanaged(contract, registry)),
            indexed=frozenset(_indexed(contract, registry)),
        )

    def key_constraints(
        self, columns: Mapping[tuple[str, str, str], str]
    ) -> tuple[KeyConstraint, ...]:
        """The checks that a database with these columns must have; each has its type.

        A reference whose migration is still to come needs none yet: `migrate` will make its check.
        """
        return key_constraints_of(existing(self.references, columns))


# Private
# -------


def _unmanaged(contract: Contract, registry: Any) -> Iterator[tuple[str, str]]:
    for model in registry.get_models():
        schema = contract.schema_of_app(model._meta.app_label)
        if schema and not model._meta.managed:
            yield schema.name, table_of(model)
    home = contract.schema_of_app(CACHE_APP) or contract.schema_of_alias(DEFAULT_ALIAS)
    for cache in caches.all():
        if home and isinstance(cache, BaseDatabaseCache):
            yield home.name, strip_quotes(cache._table)


def _indexed(contract: Contract, registry: Any) -> Iterator[tuple[str, str, str]]:
    for model in registry.get_models(include_auto_created=True):
        for key, _ in crossing_fields(model, contract):
            home = home_of(model, contract)
            if home and (key.db_index or key.unique):
                yield home.name, table_of(model), key.column
