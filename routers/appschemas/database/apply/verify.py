"""Verify: whether a live database is in step with the contract, the models and the migrations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Any, Final

from django.apps import apps
from django.db import DatabaseError, OperationalError, connections
from django.db.migrations.exceptions import CircularDependencyError, NodeNotFoundError
from django.db.migrations.loader import MigrationLoader
from psycopg import Connection

from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.database.apply.orphans import KeysProgress, orphans
from appschemas.database.apply.planning import StepProgress, plan_of, read_state, silent
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import CatalogState
from appschemas.database.model_state import ModelState, names_its_schema
from appschemas.database.plan.changes import Finding, Plan, listed
from appschemas.database.plan.key_columns import missing_key_columns, unindexed_key_columns
from appschemas.integrity.migration_files import apps_with_migrations
from appschemas.patches.migration_history import applied_in


def verify(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState,
    *,
    keys: bool = False,
    progress: KeysProgress | None = None,
    step: StepProgress = silent,
) -> Plan:
    """The plan, and what else is out of step: tables that are missing, keys that no row has.

    Args:
        connection: Any login that may connect; for `keys`, one that may act as the owners or
            administers them.
        contract: The schemas of this database and no others.
        installed: What the models say.
        keys: Look up every identity key, too.
        progress: Called after every batch of keys.
        step: Is told what comes next.
    """
    step("Reading the catalog")
    actual = read_state(connection, contract, installed)
    step("Comparing it with the contract and the models")
    plan = plan_of(contract, installed, actual)
    found = [
        *plan.findings,
        *_missing_tables(contract, installed, actual),
        *missing_key_columns(installed.references, actual),
        *unindexed_key_columns(installed.indexed, actual),
    ]
    if keys:

        def act_as(owners: Set[str]) -> None:
            # A new one each time: what one granted was rolled back.
            TemporaryMembership(connection, contract, actual.login).grant(owners)

        constraints = installed.key_constraints(actual.columns)
        found += _not_believed(installed, actual)
        found += orphans(connection, contract, constraints, act_as, progress=progress)
    return replace(plan, findings=tuple(found))


def unapplied(contract: Contract, step: StepProgress = silent) -> Iterator[Finding]:
    """Migrations of the contract's apps that their schemas do not record."""
    step("Reading the migrations")
    try:
        loader: Any = MigrationLoader(None)
    except _NO_WHOLE as error:
        labels = {each._meta.app_label for each in apps.get_models()} - apps_with_migrations()
        hint = f"manage.py makemigrations {' '.join(sorted(labels))}"
        if not labels:
            hint = (
                "correct what these migrations depend on, until manage.py showmigrations lists them"
            )
        yield Finding("", f"the migrations make no whole: {error}", hint)
        return
    nodes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for node in loader.graph.nodes:
        nodes[node[0]].append(node)
    for schema in contract.schemas:
        if schema.alias not in connections:
            continue
        step(f"Reading the history of {schema.name}")
        try:
            applied = applied_in(schema)
        except DatabaseError as error:
            reason = str(error).partition("\n")[0]
            hint = "apply the plan first, then verify again"
            if isinstance(error, OperationalError):
                hint = "manage.py schema_doctor says who cannot get in, and what to do"
            # The plan names a grant that is missing; a login that has none is nobody's fault.
            notice = getattr(error.__cause__, "sqlstate", None) == _NOT_ALLOWED
            if notice:
                reason, hint = str(error.__cause__).partition("\n")[0], _AS_MIGRATOR
            text = f"its migrations cannot be read: {reason}"
            yield Finding(schema.name, text, hint, notice=notice)
            continue
        if waiting := sorted(_waiting(loader, nodes, schema, applied)):
            yield Finding(
                schema.name,
                f"{_counted(waiting, 'unapplied migration')}: "
                f"{listed(f'{app}.{name}' for app, name in waiting)}",
                f"manage.py migrate --database={schema.alias}",
            )


def without_unfinished(plan: Plan, contract: Contract) -> Plan:
    """The plan; what is there of a key that migrations have still to take away is theirs to take.

    A `migrate` that failed leaves the checks of the models as they were at that point. A table that
    no model has may have one before the next migration, or is renamed by it.
    """
    if not any(each.unfinished or each.kind == _UNCLAIMED for each in plan.findings) or not list(
        unapplied(contract)
    ):
        return plan
    findings = (
        replace(each, hint=_GO_ON) if each.unfinished else each
        for each in plan.findings
        if each.kind != _UNCLAIMED
    )
    return replace(plan, findings=tuple(findings))


# Private
# -------

_UNCLAIMED: Final = "unclaimed tables"
_PLANNED: Final = "code_that_planning_runs"
_GO_ON: Final = "manage.py migrate: it goes on where it stopped, and takes away what no key needs"
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_NOT_ALLOWED: Final = "42501"
_AS_MIGRATOR: Final = (
    "what the plan does not name is in step; of migrations the migrator's login can tell: "
    "ADMIN_DATABASE_URL=$MIGRATOR_DATABASE_URL manage.py schema_verify"
)
# What Django says where a migration depends on one that is not there: of an app that has none, too.
_NO_WHOLE: Final = (ValueError, NodeNotFoundError, CircularDependencyError)


def _waiting(
    loader: Any,
    nodes: Mapping[str, list[tuple[str, str]]],
    schema: Schema,
    applied: set[tuple[str, str]],
) -> Iterator[tuple[str, str]]:
    for node in (node for app in schema.apps for node in nodes.get(app, ())):
        replaced = set(getattr(loader.get_migration(*node), "replaces", ()))
        is_there = node in applied or (replaced and replaced <= applied)
        if not is_there:
            yield node


def _not_believed(installed: ModelState, actual: CatalogState) -> Iterator[Finding]:
    """Tables whose owner's code may have told the planner that rows with keys are not there.

    A partial index, or a partition, is taken for what its function said of rows when they came; a
    CHECK is, too, where code that is planned before it switches `constraint_exclusion` on.
    """
    holding = {(each.schema, each.table) for each in installed.references}
    told: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for each in actual.deviations:
        if (
            each.kind == _PLANNED
            and (key := (each.values["schema"], each.values["table"])) in holding
        ):
            told[key].setdefault(each.values["believes"], f"{each.values['object']}")
    for (schema, table), objects in sorted(told.items()):
        is_told = {"nothing", "at once"} & objects.keys()
        what = objects.get("at once") or (objects.get("where it is told to") if is_told else None)
        if what:
            yield Finding(
                schema,
                f"the keys of {schema}.{table} may be more than were looked up: {what} calls code "
                "that may say something else of rows than when they came",
                "read that code; keys are looked up for sure where no index's condition, CHECK or "
                "partition of the table calls any",
                unseen=True,
            )


def _missing_tables(
    contract: Contract, installed: ModelState, actual: CatalogState
) -> Iterator[Finding]:
    missing: defaultdict[str, list[str]] = defaultdict(list)
    for schema, table in sorted(installed.tables - actual.tables_by_name):
        # A table that is named with its schema lies where that says, if anywhere.
        if schema in contract and not names_its_schema(table):
            missing[schema].append(table)
    for schema, tables in missing.items():
        hint = f"manage.py migrate --database={contract[schema].alias}"
        if unwritten := _without_migration(frozenset(tables)):
            hint = f"manage.py makemigrations {' '.join(unwritten)}, then {hint}"
        yield Finding(
            schema, f"{_counted(tables, 'table')} of its models not there: {listed(tables)}", hint
        )


def _without_migration(tables: Set[str]) -> list[str]:
    """The apps whose models say one of these tables, and no migration makes the model."""
    try:
        models: Any = MigrationLoader(None).project_state().models
    except _NO_WHOLE:
        models = None
    written = apps_with_migrations()
    return sorted(
        {
            label
            for model in apps.get_models()
            if model._meta.db_table in tables
            and (label := model._meta.app_label)
            and (
                label not in written
                if models is None
                else (label, model._meta.model_name) not in models
            )
        }
    )


def _counted(things: list[Any], word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"
