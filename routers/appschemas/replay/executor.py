"""Executor: Django's own plan over all apps, in which each migration runs in its app's schema.

Django has no seam here: an executor runs every migration on the connection that it was made for,
and renders all models between any two. Where that connection is a schema's, each migration runs on
that of its own schema, as a part of one `MigrationRun`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from typing import Any

from django.db import connections, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

from appschemas.backend.session.current_role import acts_alone
from appschemas.conf import get_contract
from appschemas.contract.subset import left_out
from appschemas.patches.migration_history import schema_of
from appschemas.replay import one_schema
from appschemas.replay.keys.alone import ChecksLeftAlone
from appschemas.replay.keys.checks import KeyChecks
from appschemas.replay.run import MigrationRun


def install() -> None:
    """Let executors work in all schemas; those of other databases stay as they are."""
    executor: Any = MigrationExecutor
    if hasattr(executor, "appschemas_run"):
        return
    executor.appschemas_run = None
    one_schema.install()
    executor.migrate = _in_one_run(executor.migrate)
    executor._migrate_all_forwards = _without_rendering(executor._migrate_all_forwards)
    executor.apply_migration = _applying_in_its_schema(executor.apply_migration)
    executor.unapply_migration = _unapplying_in_its_schema(executor.unapply_migration)


# Private
# -------


def _in_one_run(original: Callable[..., Any]) -> Callable[..., Any]:
    """From the state that the database is in, and until every key is checked."""

    def migrate(
        self: Any,
        targets: Any,
        plan: Any = None,
        state: Any = None,
        fake: bool = False,
        fake_initial: bool = False,
    ) -> Any:
        if schema_of(self) is None or fake:
            return original(self, targets, plan, state, fake, fake_initial)
        state = state or self._create_project_state(with_applied_migrations=True)
        is_empty = _is_empty(self.loader)
        if is_empty and plan == []:
            return original(self, targets, plan, state, fake, fake_initial)
        contract = get_contract()
        checks = (ChecksLeftAlone if acts_alone() else KeyChecks)(contract, at_end=is_empty)
        run = self.appschemas_run = MigrationRun(contract, None if is_empty else state, checks)
        try:
            run.begin(state)
            reached = original(self, targets, plan, state, fake, fake_initial)
        except BaseException:
            run.break_off(lambda: _state_of(type(self)(self.connection)))
            raise
        finally:
            self.appschemas_run = None
        run.finish(reached)
        return reached

    return migrate


def _is_empty(loader: Any) -> bool:
    """Whether no migration of a schema is applied, and so no row is there that anybody made."""
    labels = {app for app, _ in loader.applied_migrations} - left_out().keys()
    return not any(get_contract().schema_of_app(label) for label in labels)


def _state_of(executor: Any) -> Any:
    return executor._create_project_state(with_applied_migrations=True)


def _without_rendering(original: Callable[..., Any]) -> Callable[..., Any]:
    """A run renders what it needs, and Django everything between any two migrations."""

    def _migrate_all_forwards(
        self: Any, state: Any, plan: Any, full_plan: Any, fake: bool, fake_initial: bool
    ) -> Any:
        if self.appschemas_run is None:
            return original(self, state, plan, full_plan, fake, fake_initial)
        waiting = {migration for migration, _ in plan}
        for migration, _ in full_plan:
            if migration in waiting:
                state = self.apply_migration(state, migration, fake=fake, fake_initial=fake_initial)
        return state

    return _migrate_all_forwards


def _applying_in_its_schema(original: Callable[..., Any]) -> Callable[..., Any]:
    def apply_migration(
        self: Any, state: Any, migration: Any, fake: bool = False, fake_initial: bool = False
    ) -> Any:
        if (alias := _alias_of(self, migration)) is None:
            return original(self, state, migration, fake, fake_initial)
        run, placed, ran = self.appschemas_run, copy(migration), []

        def apply(state: Any, editor: Any, collect_sql: bool = False) -> Any:
            ran.append(migration)
            return run.apply(migration, state, editor)

        if run is not None:
            placed.apply = apply
        with _in_schema(self, alias, migration):
            state = original(self, state, placed, fake, fake_initial)
        if run is not None and not ran:
            run.faked(migration, state)
        if run is not None:
            run.committed()
        return state

    return apply_migration


def _unapplying_in_its_schema(original: Callable[..., Any]) -> Callable[..., Any]:
    def unapply_migration(self: Any, state: Any, migration: Any, fake: bool = False) -> Any:
        if (alias := _alias_of(self, migration)) is None:
            return original(self, state, migration, fake)
        run, placed = self.appschemas_run, copy(migration)

        def unapply(state: Any, editor: Any, collect_sql: bool = False) -> Any:
            return run.unapply(migration, state, editor)

        if run is not None:
            placed.unapply = unapply
        with _in_schema(self, alias, migration):
            state = original(self, state, placed, fake)
        if run is not None:
            run.committed()
        return state

    return unapply_migration


@contextmanager
def _in_schema(executor: Any, alias: str, migration: Migration) -> Iterator[None]:
    """A migration and its record are one transaction, which is over before success is told."""
    before = executor.connection, executor.progress_callback

    def tell(action: str, *args: Any) -> None:
        if action in ("apply_success", "unapply_success"):
            block.close()
        if before[1]:
            before[1](action, *args)

    with ExitStack() as block:
        if migration.atomic:
            block.enter_context(transaction.atomic(using=alias))
        executor.connection, executor.progress_callback = connections[alias], tell
        try:
            yield
        finally:
            executor.connection, executor.progress_callback = before


def _alias_of(executor: Any, migration: Migration) -> str | None:
    """The alias in which a migration runs; None for where Django would run it."""
    schema = get_contract().schema_of_app(migration.app_label)
    if schema_of(executor) is None or schema is None or schema.alias not in connections:
        return None
    return schema.alias
