"""Relations and objects: what lies in the shared schema and in the contract's, and what uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

# https://www.postgresql.org/docs/current/catalog-pg-class.html
TABLES: Final = ("r", "p")
# Queries name them, wherever they run, and there is no code in them.
_FOR_ALL: Final = ("extension", "collation", "text search configuration", "text search dictionary")


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A row of pg_class, without indexes.

    Attributes:
        kind: Its relkind.
        partitioned: Whether it has partitions.
        parent: What it is a partition or an heir of, or 0.
        owned_by: The table whose column it is the sequence of, or 0.
        extension: Whose member it is, or empty.
        compat: Whether it is a view that the split has made in the place of a table.
        rows: As the planner estimates them.
    """

    oid: int
    schema: str
    name: str
    kind: str
    owner: str
    partitioned: bool = False
    parent: int = 0
    owned_by: int = 0
    extension: str = ""
    compat: bool = False
    bytes: int = 0
    rows: int = 0

    @property
    def is_table(self) -> bool:
        return self.kind in TABLES


@dataclass(frozen=True, slots=True)
class SharedObject:
    """What else may lie in the shared schema; `note` says why it cannot go."""

    kind: str
    oid: int
    name: str
    arguments: str
    owner: str
    note: str
    uses: tuple[int, ...]

    @property
    def called(self) -> str:
        """Its kind and name, as a mark and a person read it."""
        arguments = f"({self.arguments})" if self.kind in ("function", "operator") else ""
        return f"{self.kind} {self.name}{arguments}"


@dataclass(frozen=True, slots=True)
class CrossingKey:
    """A foreign key of one relation, by oid, to another."""

    name: str
    oid: int
    referenced_oid: int
    validated: bool
    definition: str
    columns: tuple[str, ...]


def homes_of(
    relations: Iterable[Relation], tables: Iterable[tuple[str, str]], source: str
) -> dict[int, str]:
    """The schema of each table of the models, by oid, and of its partitions and heirs.

    Args:
        relations: All that are there.
        tables: (schema, table) of the models.
        source: The shared schema.
    """
    relations = list(relations)
    placed = {
        (each.schema, each.name): each.oid
        for each in relations
        if each.is_table and not each.extension
    }
    homes: dict[int, str] = {}
    for schema, table in sorted(tables):
        # One that is in its schema already is there by the split, or was always.
        for place in (source, schema):
            if oid := placed.get((place, table)):
                homes[oid] = schema
    return _with_heirs(homes, relations)


def homes_of_objects(
    objects: Iterable[SharedObject], homes: Mapping[int, str], shared: str
) -> dict[int, str]:
    """The schema of each object that the tables of one schema alone use, by oid.

    Args:
        objects: What lies in the shared schema besides tables.
        homes: The schemas of tables.
        shared: Where types and functions go that several schemas use.
    """
    found: dict[int, str] = {}
    waiting = [each for each in objects if not each.note]
    while waiting:
        known = {**homes, **found}
        settled = {each.oid: home for each in waiting if (home := _home(each, known, shared))}
        if not settled:
            break
        found |= settled
        waiting = [each for each in waiting if each.oid not in settled]
    return found


# Private
# -------


def _with_heirs(homes: dict[int, str], relations: list[Relation]) -> dict[int, str]:
    children = [each for each in relations if each.parent and each.is_table and not each.extension]
    while more := {
        each.oid: homes[each.parent]
        for each in children
        if each.parent in homes and each.oid not in homes
    }:
        homes |= more
    return homes


def _home(each: SharedObject, homes: Mapping[int, str], shared: str) -> str:
    if each.kind in _FOR_ALL:
        return shared
    if not each.uses or any(oid not in homes for oid in each.uses):
        return ""
    schemas = {homes[oid] for oid in each.uses}
    if len(schemas) == 1:
        return schemas.pop()
    return shared if each.kind in ("type", "domain") else ""
