"""Reads: the grants of what a schema may SELECT of another that is not all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from appschemas.contract.contract import Contract
from appschemas.contract.partial_reads import PartialRead
from appschemas.contract.schema import Schema
from appschemas.database.catalog import CatalogState
from appschemas.database.model_state import ModelState
from appschemas.database.privileges import Grant, ObjectKind, Target


class ReadRelation(NamedTuple):
    """A table or view of `home` that `schema` may read, or some columns of it.

    Attributes:
        schema: Whose roles read it.
        read: What the contract says.
        home: Where it lies.
        relation: Its name.
        columns: Their names; none stands for all.
    """

    schema: Schema
    read: PartialRead
    home: Schema
    relation: str
    columns: tuple[str, ...]

    @property
    def target(self) -> Target:
        """The relation as that of a grant."""
        return Target(ObjectKind.TABLE, self.home.name, self.relation)

    @property
    def readers(self) -> tuple[str, str]:
        """The roles that may SELECT."""
        return self.schema.rw, self.schema.ro


def read_relations(contract: Contract, installed: ModelState) -> Iterator[ReadRelation]:
    """What the contract says of parts of schemas, by the names of tables and columns."""
    for schema in contract.schemas:
        for read, home in contract.partial_reads(schema):
            model = installed.labels.get(f"{read.place}.{read.name}")
            columns = (model.columns.get(each, each) if model else each for each in read.columns)
            relation = model.table if read.is_model and model else read.name
            yield ReadRelation(schema, read, home, relation, tuple(columns))


def partial_grants(
    contract: Contract, installed: ModelState, actual: CatalogState
) -> Iterator[Grant]:
    """SELECT on each relation, or column, that is there and may be read."""
    for each in read_relations(contract, installed):
        for target in _targets(each, actual):
            for role in each.readers:
                yield Grant(target, role, "SELECT")


def missing_columns(
    contract: Contract, installed: ModelState, actual: CatalogState
) -> Iterator[tuple[Schema, PartialRead, str]]:
    """Each column that may be read and is not there, though its table is, and who reads it."""
    for each in read_relations(contract, installed):
        if each.target in actual.owners:
            for column in each.columns:
                if (each.home.name, each.relation, column) not in actual.columns:
                    yield each.schema, each.read, column


# Private
# -------


def _targets(each: ReadRelation, actual: CatalogState) -> Iterator[Target]:
    if each.target not in actual.owners:
        return
    if not each.columns:
        yield each.target
    for column in each.columns:
        if (each.home.name, each.relation, column) in actual.columns:
            yield Target(ObjectKind.COLUMN, each.home.name, each.relation, column=column)
