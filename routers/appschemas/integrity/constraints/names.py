"""Names of what one check consists of: the table, a digest, what it does, and the version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from psycopg.sql import SQL

from appschemas.contract.schema import ASKED_SCHEMA
from appschemas.integrity.constraints.templates import identifier
from appschemas.integrity.references import KeyConstraint

VERSION: Final = "v2"


def object_name(
    constraint: KeyConstraint, what: str, referenced: str = "", version: str = VERSION
) -> str:
    """At most 63 bytes, and unique in the database: the digest is over all names in full."""
    whole = [constraint.schema, constraint.table, constraint.referenced_schema, referenced]
    if (constraint.check_each, constraint.deferrable) != ("row", True):
        # Two keys of a table may be checked in two ways.
        whole += [constraint.check_each, str(constraint.deferrable)]
    if constraint.by:
        # And one column may hold another key of the same table than the next.
        whole += [constraint.by]
    digest = _digest(*whole)
    tail = "_".join(part for part in (digest, what, version) if part)
    room = 63 - len(tail) - 1
    stem = constraint.table.encode()[:room].decode(errors="ignore").rstrip("_")
    return f"{stem}_{tail}"


def asked_function(constraint: KeyConstraint, what: str, table: str) -> SQL:
    """A function that is asked for keys; `table` is the referenced one."""
    return identifier(ASKED_SCHEMA, object_name(constraint, what, table))


def trigger_names(constraint: KeyConstraint) -> Iterator[tuple[str, str, str]]:
    """(schema, table, name) of each of its triggers."""
    for what in ("insert", "update"):
        yield constraint.schema, constraint.table, object_name(constraint, what, "", "")
    for table, _ in constraint.referenced_tables:
        for what in ("delete", "update", "truncate"):
            yield constraint.referenced_schema, table, object_name(constraint, what, table, "")


# Private
# -------


@lru_cache
def _digest(*names: str) -> str:
    return hashlib.sha256("\0".join(names).encode()).hexdigest()[:8]
