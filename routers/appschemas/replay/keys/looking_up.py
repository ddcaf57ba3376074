"""Looking up: the keys of large tables, once the migration that made their check is committed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import IntegrityError
from psycopg.sql import SQL

from appschemas.backend.session.aliases import run_as_roles
from appschemas.contract.contract import Contract
from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.integrity.constraints import key_triggers, look_ups
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.marks import (
    NOT_LOOKED_UP,
    bearer,
    looked_up,
    not_looked_up,
)
from appschemas.integrity.references import KeyConstraint
from appschemas.replay.catalog_queries import asked

# In bytes: as much as is read in some hundredths of a second.
LARGE: int = 8 * 1024 * 1024


def large_ones(checks: Iterable[KeyConstraint], contract: Contract) -> set[KeyConstraint]:
    """Those whose table is too large to be read while writers wait."""
    tables = sorted({check.table for check in checks})
    found = set(asked("large", contract, tables=tables, bytes=LARGE)) if tables else set()
    return {check for check in checks if (check.schema, check.table) in found}


def not_looked_up_ones(checks: Iterable[KeyConstraint], contract: Contract) -> set[KeyConstraint]:
    """Those that an earlier run has made, and did not come to look up."""
    marked = set(asked("marked", contract, functions=KEYS_SCHEMA, mark=NOT_LOOKED_UP))
    return {check for check in checks if bearer(check) in marked}


def make_unseen(checks: Iterable[KeyConstraint], contract: Contract) -> Iterator[RoleStatement]:
    """The statements that make checks and remember that nobody has looked at the rows."""
    yield from key_triggers.create_all(checks, contract, validate=False)
    for check in checks:
        yield from not_looked_up(check, contract)


def look_up(checks: Iterable[KeyConstraint], contract: Contract) -> list[str]:
    """Look up every key of the checks, each in a transaction; what the database says of orphans."""
    refused = []
    for check in sorted(checks):
        snapshot = SQL(look_ups.ONE_SNAPSHOT).format()
        statements = [
            RoleStatement(contract[check.schema].keys, snapshot),
            *look_ups.refuse_orphans(check, contract),
            *looked_up(check, contract),
        ]
        try:
            run_as_roles(statements, contract)
        except IntegrityError as error:
            refused.append(str(error).partition("\n")[0])
    return refused
