"""Holders: which role holds which privileges on the tables and sequences of a schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.privileges import ObjectKind

DML: Final = ("SELECT", "INSERT", "UPDATE", "DELETE")
# Privileges that a server has from this version on.
# https://www.postgresql.org/docs/17/release-17.html
SINCE: Final = {"MAINTAIN": 17_00_00}
LATEST: Final = 99_00_00
# UPDATE is what setval() needs: loaddata moves sequences behind the keys that it has written.
SEQUENCE: Final = ("USAGE", "SELECT", "UPDATE")


def holders(
    contract: Contract, schema: Schema, kind: ObjectKind, version: int
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who holds which privileges on every table, or every sequence, of `schema`."""
    if kind is ObjectKind.SEQUENCE:
        yield schema.rw, SEQUENCE if not schema.retired else ("SELECT",)
    elif schema.retired:
        for reader in (schema.rw, schema.ro, *readers(contract, schema)):
            yield reader, ("SELECT",)
    else:
        allowed = (word.upper() for word in ("truncate", "maintain") if word in schema.allows)
        yield schema.rw, (*DML, *(each for each in allowed if version >= SINCE.get(each, 0)))
        for reader in (schema.ro, *readers(contract, schema)):
            yield reader, ("SELECT",)


def readers(contract: Contract, schema: Schema) -> Iterator[str]:
    """The roles of other schemas that may SELECT everything in this one."""
    for reader in contract.schemas:
        if schema.name in reader.reads:
            yield from (reader.rw, reader.ro)
