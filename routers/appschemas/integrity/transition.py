"""Transition: the joins that pending relations still need, and the `reads` that let them run.

A query runs as its model's schema, and follows foreign keys over as many tables as it names. While
keys are pending, each schema must therefore read every schema that pending keys tie it to, whatever
their direction and over however many others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps as installed_apps
from django.db import models

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.fields import IdentityKey, IdentityManyToMany
from appschemas.integrity.discovery import crossing_fields


@dataclass(frozen=True, slots=True, order=True)
class PendingJoin:
    """A field of schema `home` over which Django joins a table of schema `away`, or the reverse."""

    home: str
    away: str
    field: str

    def ties(self, schema: str) -> str:
        """The schema on the other side of `schema`; empty if it is on neither."""
        return self.away if schema == self.home else self.home if schema == self.away else ""


@dataclass(frozen=True, slots=True, order=True)
class NeededRead:
    """A schema that another must read while `fields` are pending; `over` names those between."""

    reader: str
    schema: str
    fields: tuple[str, ...]
    over: tuple[str, ...] = ()


def pending_joins(contract: Contract, registry: Any = installed_apps) -> tuple[PendingJoin, ...]:
    """Every field over which Django joins two schemas, identity keys left out."""
    return tuple(
        sorted(
            {
                PendingJoin(home.name, away.name, field)
                for model in registry.get_models(include_auto_created=True)
                for home, away, field in _of_model(model, contract)
            }
        )
    )


def needed_reads(joins: Iterable[PendingJoin]) -> tuple[NeededRead, ...]:
    """What each schema must read for all queries over pending relations to work."""
    joins = tuple(joins)
    neighbours: dict[str, dict[str, list[str]]] = {}
    for each in joins:
        for schema in (each.home, each.away):
            fields = neighbours.setdefault(schema, {}).setdefault(each.ties(schema), [])
            fields.append(each.field)
    return tuple(
        NeededRead(reader, schema, tuple(neighbours[before][schema]), over)
        for reader in sorted(neighbours)
        for schema, before, over in _reached(reader, neighbours)
    )


def missing_reads(contract: Contract, needed: Iterable[NeededRead]) -> tuple[NeededRead, ...]:
    """Those of them that the contract does not declare."""
    return tuple(each for each in needed if each.schema not in contract[each.reader].reads)


# Private
# -------


def _of_model(
    model: type[models.Model], contract: Contract
) -> Iterator[tuple[Schema, Schema, str]]:
    options: Any = model._meta
    home = contract.schema_of_app(options.app_label)
    if home is None or not options.managed or options.proxy:
        return
    for field, label in crossing_fields(model, contract):
        away = contract.publisher_of(label)
        if away is not None and not isinstance(field, IdentityKey):
            yield home, away, f"{options.label}.{field.name}"
    # What has no column here: many-to-many over a model of elsewhere, and generic relations.
    for field in (*options.local_many_to_many, *options.private_fields):
        if isinstance(field, IdentityManyToMany):
            continue
        for other in _joined(field):
            away = contract.schema_of_app(other._meta.app_label)
            if away is not None and away != home:
                yield home, away, f"{options.label}.{field.name}"


def _joined(field: Any) -> Iterator[Any]:
    """The models whose tables a query over `field` joins."""
    remote = field.remote_field
    others: list[Any] = [getattr(remote, "model", None), getattr(remote, "through", None)]
    yield from (each for each in others if hasattr(each, "_meta") and not each._meta.auto_created)


def _reached(
    reader: str, neighbours: dict[str, dict[str, list[str]]]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each schema that `reader` is tied to, nearest first: the one before it, and all between."""
    found: dict[str, tuple[str, ...]] = {reader: ()}
    waiting = [reader]
    while waiting:
        before = waiting.pop(0)
        for schema in sorted(neighbours[before]):
            if schema not in found:
                found[schema] = (*found[before], before) if before != reader else ()
                waiting.append(schema)
                yield schema, before, found[schema]
