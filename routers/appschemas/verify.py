"""Verify: whether a live database is in step with the contract, the models and the migrations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader
from psycopg import Connection
from psycopg.errors import InsufficientPrivilege
from psycopg.sql import SQL, Identifier

from appschemas.apply import planned
from appschemas.changes import Finding, Plan, listed
from appschemas.contract import Contract, Schema
from appschemas.edges import Check, Edge
from appschemas.history import applied_in
from appschemas.identity import missing_function
from appschemas.installed import Installed


def verified(
    connection: Connection[Any],
    contract: Contract,
    installed: Installed,
    *,
    orphans: bool = False,
) -> Plan:
    """The plan, and what else is out of step: tables that are missing, keys that no row has.

    Args:
        connection: Any login that may connect; to look for orphans, one that may act as owners.
        contract: The schemas of this database and no others.
        installed: What the models say.
        orphans: Look up every identity key, which reads its index once.
    """
    plan = planned(connection, contract, installed)
    found = [*plan.findings, *_missing_tables(connection, contract, installed)]
    if orphans:
        found += _orphans(connection, contract, installed, plan)
    return replace(plan, findings=tuple(found))


def unapplied(contract: Contract) -> Iterator[Finding]:
    """Migrations of the contract's apps that their schemas do not record."""
    loader: Any = MigrationLoader(None)
    for schema in contract.schemas:
        if schema.alias not in connections:
            continue
        try:
            applied = applied_in(schema)
        except DatabaseError as error:
            reason = str(error).partition("\n")[0]
            hint = "apply the plan first, then verify again"
            yield Finding(schema.name, f"its migrations cannot be read: {reason}", hint)
            continue
        if waiting := sorted(_waiting(loader, schema, applied)):
            names = listed(f"{app}.{name}" for app, name in waiting)
            yield Finding(
                schema.name,
                f"{len(waiting)} unapplied {'migration' if len(waiting) == 1 else 'migrations'}: "
                f"{names}",
                f"manage.py migrate --database={schema.alias}",
            )


# Private
# -------

_EMPTY_PATH = "SELECT set_config('search_path', '', true)"
_ROLE = SQL("SET LOCAL ROLE {}")
_ORPHANS = SQL(
    "SELECT count(*), min(key::text) FROM {missing}(ARRAY("
    "SELECT DISTINCT c.{column} FROM {child} c WHERE c.{column} IS NOT NULL)) AS given(key)"
)


def _waiting(
    loader: Any, schema: Schema, applied: set[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    for node in loader.graph.nodes:
        replaces = set(getattr(loader.get_migration(*node), "replaces", ()))
        if (
            node[0] in schema.apps
            and node not in applied
            and not (replaces and replaces <= applied)
        ):
            yield node


def _missing_tables(
    connection: Connection[Any], contract: Contract, installed: Installed
) -> Iterator[Finding]:
    missing: defaultdict[str, list[str]] = defaultdict(list)
    for schema, table in sorted(installed.tables - _tables(connection, contract)):
        missing[schema].append(table)
    for schema, tables in missing.items():
        yield Finding(
            schema,
            f"{len(tables)} {'table' if len(tables) == 1 else 'tables'} of its models not there: "
            f"{listed(tables)}",
            f"manage.py migrate --database={contract[schema].alias}",
        )


def _tables(connection: Connection[Any], contract: Contract) -> set[tuple[str, str]]:
    rows = connection.execute(
        "SELECT schemaname, tablename FROM pg_catalog.pg_tables WHERE schemaname = ANY(%s)",
        [[schema.name for schema in contract.schemas]],
    )
    return {(schema, table) for schema, table in rows}


def _orphans(
    connection: Connection[Any], contract: Contract, installed: Installed, plan: Plan
) -> Iterator[Finding]:
    with connection.transaction():
        connection.execute(_EMPTY_PATH)
        columns = _columns(connection, contract)
    for check in installed.checks(columns):
        for edge in check.edges:
            yield from _orphans_of(connection, check, edge, contract)


def _orphans_of(
    connection: Connection[Any], check: Check, edge: Edge, contract: Contract
) -> Iterator[Finding]:
    query = _ORPHANS.format(
        missing=missing_function(check, edge),
        column=Identifier(edge.column),
        child=Identifier(edge.schema, edge.table),
    )
    try:
        with connection.transaction():
            connection.execute(_ROLE.format(Identifier(contract[edge.schema].owner)))
            row = connection.execute(query).fetchone()
    except InsufficientPrivilege as error:
        reason = error.diag.message_primary
        hint = "verify with the login of ADMIN_DATABASE_URL or of the migrator"
        yield Finding(edge.schema, f"the keys of {edge} cannot be read: {reason}", hint)
        return
    if row and row[0]:
        keys = "1 key is" if row[0] == 1 else f"{row[0]} keys are"
        yield Finding(
            edge.schema,
            f"{keys} not there any more: {edge}, such as {row[1]}",
            f"delete these rows, or give {edge.table}.{edge.column} keys that exist",
        )


def _columns(connection: Connection[Any], contract: Contract) -> set[tuple[str, str, str]]:
    raise NotImplementedError
