"""Reads: the grants of what a schema may SELECT of another that is not all of it."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.contract.contract import Contract
from appschemas.contract.partial_reads import PartialRead
from appschemas.contract.schema import Schema
from appschemas.database.catalog import CatalogState
from appschemas.database.model_state import ModelState
from appschemas.database.privileges import Grant, ObjectKind, Target


def partial_grants(
    contract: Contract, installed: ModelState, actual: CatalogState
) -> Iterator[Grant]:
    """SELECT on each relation, or column, that is there and may be read."""
    for schema, read, home in _reads(contract):
        for target in _targets(read, home, installed, actual):
            for role in (schema.rw, schema.ro):
                yield Grant(target, role, "SELECT")


def missing_columns(
    contract: Contract, installed: ModelState, actual: CatalogState
) -> Iterator[tuple[Schema, PartialRead, str]]:
    """Each column that may be read and is not there, though its table is, and who reads it."""
    for schema, read, home in _reads(contract):
        table = _table(read, home, installed)
        if table in actual.owners:
            for column in _columns(read, installed):
                if (home.name, table.name, column) not in actual.columns:
                    yield schema, read, column


# Private
# -------


def _reads(contract: Contract) -> Iterator[tuple[Schema, PartialRead, Schema]]:
    for schema in contract.schemas:
        for read, home in contract.partial_reads(schema):
            yield schema, read, home


def _table(read: PartialRead, home: Schema, installed: ModelState) -> Target:
    model = installed.labels.get(f"{read.place}.{read.name}") if read.is_model else None
    return Target(ObjectKind.TABLE, home.name, model.table if model else read.name)


def _columns(read: PartialRead, installed: ModelState) -> Iterator[str]:
    model = installed.labels.get(f"{read.place}.{read.name}")
    for name in read.columns:
        yield model.columns.get(name, name) if model else name


def _targets(
    read: PartialRead, home: Schema, installed: ModelState, actual: CatalogState
) -> Iterator[Target]:
    table = _table(read, home, installed)
    if table not in actual.owners:
        return
    if not read.columns:
        yield table
    for column in _columns(read, installed):
        if (home.name, table.name, column) in actual.columns:
            yield Target(ObjectKind.COLUMN, home.name, table.name, column=column)
