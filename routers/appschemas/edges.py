"""Edges: the columns that hold another schema's key, read off the models."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from django.apps import apps as installed_apps
from django.db import models

from appschemas.column_types import bare_type
from appschemas.contract import Contract, Schema
from appschemas.exceptions import NotInstalled
from appschemas.fields import IdentityKey


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """One column of one table that holds the key of a table in another schema.

    `parent_table` is empty while the model that the column points at is not there: renamed, not
    migrated yet, or of an app that is not installed. `check_each` and `deferrable` say how it is
    checked: each "row" or each "statement", at the end of the transaction or of the statement.
    """

    schema: str
    table: str
    parent_schema: str
    parent_table: str
    parent_column: str
    column: str
    key_type: str
    check_each: str = "row"
    deferrable: bool = True

    @property
    def is_known(self) -> bool:
        """Whether it is known where it ends."""
        return bool(self.parent_table)

    def __str__(self) -> str:
        return (
            f"{self.schema}.{self.table}.{self.column} -> "
            f"{self.parent_schema}.{self.parent_table}.{self.parent_column}"
        )


@dataclass(frozen=True, slots=True, order=True)
class Check:
    """All edges from one table into one schema that are checked alike, by one set of triggers."""

    schema: str
    table: str
    parent_schema: str
    check_each: str
    deferrable: bool
    edges: tuple[Edge, ...]

    @property
    def known(self) -> Check:
        """The check of those edges of which it is known where they end."""
        return replace(self, edges=tuple(edge for edge in self.edges if edge.is_known))

    @property
    def parents(self) -> tuple[tuple[str, tuple[Edge, ...]], ...]:
        """The parent tables with the edges that end there."""
        return tuple(
            (table, tuple(edges))
            for table, edges in groupby(self.edges, key=lambda edge: edge.parent_table)
        )


def crossing_fields(
    model: type[models.Model], contract: Contract
) -> Iterator[tuple[models.Field[Any, Any], str]]:
    """The fields of `model` that point into another schema, with the label of their target."""
    if not _has_table(model):
        return
    for field in model._meta.local_concrete_fields:
        label = target_label(field)
        if label and leaves_schema(field, contract):
            yield field, label


def leaves_schema(field: models.Field[Any, Any], contract: Contract) -> bool:
    """Whether `field` points at a model of another schema of the contract."""
    label = target_label(field)
    home = contract.schema_of_app(field.model._meta.app_label)
    if home is None or label is None:
        return False
    target = contract.publisher_of(label)
    return target != home if target else label.partition(".")[0] in contract.left_out


def target_label(field: models.Field[Any, Any]) -> str | None:
    """`app.Model` that a key field points at, whether or not that app is installed."""
    if isinstance(field, IdentityKey):
        return field.to
    if field.remote_field is None or not field.concrete:
        return None
    target = field.remote_field.model
    return target if isinstance(target, str) else target._meta.label


def edges_of(model: type[models.Model], contract: Contract) -> tuple[Edge, ...]:
    """The edges that leave the table of `model`, foreign keys not yet converted included.

    Raises:
        NotInstalled: a field points at a model that is not there, or not there any more.
    """
    for field, label in crossing_fields(model, contract):
        known = _target_model(model, label) or label.partition(".")[0] in contract.left_out
        if not known:
            raise NotInstalled(
                f"{field} points at {label}, which is not there; migrate that schema first, "
                "or correct the name."
            )
    return all_edges_of(model, contract)


def all_edges_of(model: type[models.Model], contract: Contract) -> tuple[Edge, ...]:
    """The same, those included of which it is not known where they end."""
    home = contract.schema_of_app(model._meta.app_label)
    edges = (
        _edge(field, home, parent, _target_model(model, label))
        if parent.name not in contract.stand_ins
        else _edge_to_stand_in(field, home, parent, label)
        for field, label in crossing_fields(model, contract)
        if (parent := contract.publisher_of(label)) is not None
    )
    return tuple(sorted(edges))


def checks_of(edges: Iterable[Edge]) -> tuple[Check, ...]:
    """The checks that hold these edges, one per table, parent schema and way to check."""

    def place(edge: Edge) -> tuple[str, str, str, str, bool]:
        return (edge.schema, edge.table, edge.parent_schema, edge.check_each, edge.deferrable)

    ordered = sorted(set(edges), key=lambda edge: (place(edge), edge))
    return tuple(Check(*where, tuple(group)) for where, group in groupby(ordered, key=place))


def installed_edges(contract: Contract, registry: Any = installed_apps) -> tuple[Edge, ...]:
    """The edges of every model of `registry`, those that end at models not in it left out."""
    return tuple(edge for edge in edges_in(registry, contract) if edge.is_known)


def edges_in(registry: Any, contract: Contract) -> Iterator[Edge]:
    """All edges of the models of `registry`, tables of many-to-many relations included."""
    for model in registry.get_models(include_auto_created=True):
        yield from all_edges_of(model, contract)


# Private
# -------


def _has_table(model: type[models.Model]) -> bool:
    options = model._meta
    return options.managed and not options.proxy and not options.swapped and not options.abstract


def _edge(
    field: models.Field[Any, Any],
    home: Schema | None,
    parent: Schema,
    target: type[models.Model] | None,
) -> Edge:
    key = field.target_field if field.remote_field else target._meta.pk if target else None
    return Edge(
        # crossing_fields() gives none that lack it.
        schema=home.name if home else "",
        table=field.model._meta.db_table,
        parent_schema=parent.name,
        parent_table=target._meta.db_table if target else "",
        parent_column=key.column if key else "",
        column=field.column,
        key_type=bare_type(field),
        check_each=field.check_each if isinstance(field, IdentityKey) else "row",
        deferrable=not isinstance(field, IdentityKey) or field.deferrable is not None,
    )


def _edge_to_stand_in(
    field: models.Field[Any, Any], home: Schema | None, parent: Schema, label: str
) -> Edge:
    from appschemas.stand_ins import place_of

    place = place_of(label)
    edge = _edge(field, home, parent, None)
    return replace(edge, parent_table=place.table, parent_column=place.column)


def _target_model(model: type[models.Model], label: str) -> type[models.Model] | None:
    for registry in (model._meta.apps, installed_apps):
        try:
            return registry.get_model(label)
        except LookupError:
            continue
    return None
