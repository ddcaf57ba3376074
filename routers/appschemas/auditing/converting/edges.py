"""Edges: the relations that leave their schema, and are no identity keys yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps

from appschemas.auditing.drafting.relations import Kind, Relation, relations
from appschemas.contract.contract import Contract
from appschemas.fields import IdentityManyToMany
from appschemas.integrity.discovery import leaves_schema


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation of the project that leaves its schema; `label` is `app.Model.field`."""

    relation: Relation
    field: Any

    @property
    def label(self) -> str:
        return self.relation.field

    @property
    def names(self) -> frozenset[str]:
        """What it goes by: its app, its model, itself; in small letters."""
        app, model, field = self.label.lower().split(".")
        return frozenset({app, f"{app}.{model}", f"{app}.{model}.{field}"})

    @property
    def through(self) -> Any:
        """The model between, of a many-to-many field whose model somebody wrote; else None."""
        through = getattr(self.field.remote_field, "through", None)
        return None if through is None or through._meta.auto_created else through


def edges(contract: Contract) -> Iterator[Edge]:
    """Every relation between two schemas of the contract that is no identity key yet, sorted."""
    for relation in relations():
        if relation.kind in _NO_LINE:
            continue
        model, _, name = relation.field.rpartition(".")
        field = apps.get_model(model)._meta.get_field(name)
        if not isinstance(field, IdentityManyToMany) and _crosses(field, relation, contract):
            yield Edge(relation, field)


def grouped(found: list[Edge]) -> Iterator[tuple[Edge, ...]]:
    """Those that are converted together: a many-to-many field, and the keys of its model."""
    waiting = list(found)
    while waiting:
        group = [waiting.pop(0)]
        for each in group:
            tied = [other for other in waiting if _is_tied(each, other) or _is_tied(other, each)]
            waiting = [other for other in waiting if other not in tied]
            group += tied
        yield tuple(group)


# Private
# -------

_NO_LINE: Final = (Kind.IDENTITY_KEY, Kind.GENERIC, Kind.RAW_SQL)


def _is_tied(many: Edge, key: Edge) -> bool:
    return many.through is not None and key.field.model is many.through


def _crosses(field: Any, relation: Relation, contract: Contract) -> bool:
    if field.many_to_many:
        home, away = (contract.schema_of_app(app) for app in (relation.home, relation.target))
        return home is not None and away is not None and home != away
    return leaves_schema(field, contract)
