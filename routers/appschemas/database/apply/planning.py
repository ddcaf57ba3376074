"""Planning: a plan of a database as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from psycopg import Connection

from appschemas.contract.contract import Contract
from appschemas.database.apply.blockers import holders_told
from appschemas.database.catalog import CatalogState, read_catalog
from appschemas.database.desired_state import DesiredState, desired_state
from appschemas.database.held_tables import WAIT_SHORTLY
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Finding, Plan
from appschemas.database.plan.plan import plan
from appschemas.database.reads import missing_columns, partial_grants

StepProgress = Callable[[str], None]
# Until the end of the transaction nothing is found that others made in public.
EMPTY_PATH: Final = "SELECT pg_catalog.set_config('search_path', '', true)"


def silent(what: str) -> None:
    """Say nothing."""


def make_plan(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState | None = None,
    progress: StepProgress = silent,
) -> Plan:
    """What there is to do in the database of `connection`; nothing is changed.

    Args:
        connection: Any login that may connect: catalogs are open to all.
        contract: The schemas of this database and no others.
        installed: What the models say; without it checks and misplaced tables are left out.
        progress: Is told what comes next.
    """
    installed = installed or ModelState()
    progress("Reading the catalog")
    actual = read_state(connection, contract, installed)
    progress("Comparing it with the contract and the models")
    return plan_of(contract, installed, actual)


def read_state(
    connection: Connection[Any], contract: Contract, installed: ModelState
) -> CatalogState:
    """The database as it is.

    Raises:
        LockNotGranted: somebody holds a table for himself; the message names him.
    """
    with holders_told(connection), connection.transaction():
        connection.execute(EMPTY_PATH)
        connection.execute(WAIT_SHORTLY)
        return read_catalog(connection, contract, installed)


def plan_of(contract: Contract, installed: ModelState, actual: CatalogState) -> Plan:
    """What there is to do where the database is `actual`."""
    found = plan(desired_of(contract, installed, actual), actual)
    lost = tuple(
        Finding(
            schema.name,
            f"{schema.name}.reads: {read.place}.{read.name} has no column {column!r}",
            "name one that it has, or migrate",
        )
        for schema, read, column in missing_columns(contract, installed, actual)
    )
    return replace(found, findings=(*found.findings, *lost))


def desired_of(contract: Contract, installed: ModelState, actual: CatalogState) -> DesiredState:
    """What is asked of a database that has what `actual` has."""
    key_constraints = installed.key_constraints(actual.columns)
    database = actual.login.database
    desired = desired_state(
        contract,
        database,
        actual.owners,
        key_constraints,
        installed.tables,
        installed.references,
        actual.login.version,
    )
    partial = frozenset(partial_grants(contract, installed, actual))
    return replace(desired, grants=desired.grants | partial)
