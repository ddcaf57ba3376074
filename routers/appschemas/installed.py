"""Installed: what the installed models say about tables and keys, for the contract's schemas."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from django.apps import apps as installed_apps

from appschemas.contract import Contract
from appschemas.edges import Check, Edge, checks_of, installed_edges


@dataclass(frozen=True, slots=True)
class Installed:
    """The (schema, table) pairs of the installed models and the edges between them.

    Empty, it stands for a database that is looked at without any models.
    """

    tables: frozenset[tuple[str, str]] = frozenset()
    edges: tuple[Edge, ...] = ()

    @classmethod
    def of(cls, contract: Contract, registry: Any = installed_apps) -> Installed:
        """What the models of `registry` say, tables of many-to-many relations included."""
        return cls(
            tables=frozenset(
                (schema.name, model._meta.db_table)
                for model in registry.get_models(include_auto_created=True)
                if model._meta.managed and not model._meta.proxy
                if (schema := contract.schema_of_app(model._meta.app_label)) is not None
            ),
            edges=installed_edges(contract, registry),
        )

    def checks(self, columns: Set[tuple[str, str, str]]) -> tuple[Check, ...]:
        """The checks that a database with these columns must have.

        An edge whose migration is still to come is not wanted yet: `migrate` will make its check.
        """
        return checks_of(
            edge
            for edge in self.edges
            if (edge.schema, edge.table, edge.column) in columns
            and (edge.parent_schema, edge.parent_table, edge.parent_column) in columns
        )
