"""Verify: whether a live database is in step with the contract, the models and the migrations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Any

from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader
from psycopg import Connection

from appschemas.apply import looked, plan_of
from appschemas.borrowing import Borrower
from appschemas.catalog import Actual
from appschemas.changes import Finding, Plan, listed
from appschemas.contract import Contract, Schema
from appschemas.edges import Check
from appschemas.history import applied_in
from appschemas.installed import Installed
from appschemas.orphans import Progress, orphans
from appschemas.privileges import Kind, Target


def verified(
    connection: Connection[Any],
    contract: Contract,
    installed: Installed,
    *,
    keys: bool = False,
    progress: Progress | None = None,
) -> Plan:
    """The plan, and what else is out of step: tables that are missing, keys that no row has.

    Args:
        connection: Any login that may connect; for `keys`, one that may act as the owners or
            administers them.
        contract: The schemas of this database and no others.
        installed: What the models say.
        keys: Look up every identity key, too.
        progress: Called after every batch of keys.
    """
    actual = looked(connection, contract, installed)
    plan = plan_of(contract, installed, actual)
    found = [*plan.findings, *_missing_tables(contract, installed, actual)]
    if keys:
        checks = installed.checks(actual.columns)
        readable = tuple(check for check in checks if _is_owned(check, contract, actual))

        def lend(owners: Set[str]) -> None:
            # A new one each time: what one lent was rolled back.
            Borrower(connection, contract, actual.login).lend(owners)

        found += orphans(connection, contract, readable, lend, progress=progress)
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
            yield Finding(
                schema.name,
                f"{_counted(waiting, 'unapplied migration')}: "
                f"{listed(f'{app}.{name}' for app, name in waiting)}",
                f"manage.py migrate --database={schema.alias}",
            )


# Private
# -------


def _waiting(
    loader: Any, schema: Schema, applied: set[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    for node in loader.graph.nodes:
        replaced = set(getattr(loader.get_migration(*node), "replaces", ()))
        is_there = node in applied or (replaced and replaced <= applied)
        if node[0] in schema.apps and not is_there:
            yield node


def _missing_tables(contract: Contract, installed: Installed, actual: Actual) -> Iterator[Finding]:
    missing: defaultdict[str, list[str]] = defaultdict(list)
    for schema, table in sorted(installed.tables - actual.places):
        if schema in contract:
            missing[schema].append(table)
    for schema, tables in missing.items():
        yield Finding(
            schema,
            f"{_counted(tables, 'table')} of its models not there: {listed(tables)}",
            f"manage.py migrate --database={contract[schema].alias}",
        )


def _is_owned(check: Check, contract: Contract, actual: Actual) -> bool:
    """Whether the check's tables are their owners' own; the plan names those that are not."""
    tables = {(check.schema, check.table)}
    tables |= {(check.parent_schema, table) for table, _ in check.parents}
    return all(
        actual.owners.get(Target(Kind.TABLE, schema, table)) == contract[schema].owner
        for schema, table in tables
    )


def _counted(things: list[Any], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"
