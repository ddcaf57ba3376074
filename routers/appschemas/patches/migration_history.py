"""History: Django's own migrations, over the schemas of the contract as over one database.

Django has no seam here. The loader, the executor, `makemigrations` and `showmigrations` each make a
`MigrationRecorder` for a connection, and hold what it says against the graph of *all* apps. So what
one recorder of a schema answers is widened to all schemas, and each migration is recorded in the
`django_migrations` of its app's schema, in which its executor runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from copy import copy
from typing import Any

from django.db import connections, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg import errors

from appschemas.backend.session.session import RoleRefused
from appschemas.conf import ENGINE, get_contract
from appschemas.contract.contract import DEFAULT_ALIAS, Schema
from appschemas.contract.subset import left_out, migrations_of
from appschemas.integrity.stand_ins import load_left_out
from appschemas.migration_checks import MigrationChecks
from appschemas.migration_run import MigrationRun

_Key = tuple[str, str]
_Applied = dict[_Key, Any]
_only: ContextVar[Schema | None] = ContextVar("appschemas_only", default=None)


def install() -> None:
    """Let migrations know each other's schemas; those of other databases stay as they are."""
    if hasattr(MigrationRecorder, "appschemas"):
        return
    recorder: Any = MigrationRecorder
    recorder.appschemas = True
    recorder.applied_migrations = _reading_all(recorder.applied_migrations)
    recorder.record_applied = _writing_own(recorder.record_applied)
    recorder.record_unapplied = _writing_own(recorder.record_unapplied)
    loader: Any = MigrationLoader
    loader.load_disk = _loading_left_out(loader.load_disk)
    loader.project_state = _without_left_out(loader.project_state)
    loader.check_consistent_history = _once(loader.check_consistent_history)
    graph: Any = MigrationGraph
    graph.leaf_nodes = _of_the_only(graph.leaf_nodes)
    executor: Any = MigrationExecutor
    executor.appschemas_run = None
    executor.__init__ = _narrowed(executor.__init__)
    executor.migration_plan = _widened(executor.migration_plan)
    executor.migrate = _in_one_run(executor.migrate)
    executor._migrate_all_forwards = _without_rendering(executor._migrate_all_forwards)
    executor.apply_migration = _applying_in_its_schema(executor.apply_migration)
    executor.unapply_migration = _unapplying_in_its_schema(executor.unapply_migration)


@contextmanager
def only(schema: Schema | None) -> Iterator[None]:
    """In the block, what is to be migrated are the apps of `schema`; None stands for all apps."""
    token = _only.set(schema)
    try:
        yield
    finally:
        _only.reset(token)


def applied_in(schema: Schema) -> set[tuple[str, str]]:
    """The (app, name) pairs that this schema's own table records."""
    recorder: Any = MigrationRecorder(connections[schema.alias])
    return set(_own(recorder, schema, type(recorder).applied_migrations.__wrapped__))


def home_of(app_label: str) -> Schema | None:
    """The schema that records the migrations of an app: what no schema claims, the default one."""
    contract = get_contract()
    return contract.schema_of_app(app_label) or contract.schema_of_alias(DEFAULT_ALIAS)


# Private
# -------


def _reading_all(original: Callable[[Any], _Applied]) -> Callable[[Any], _Applied]:
    def applied_migrations(self: Any) -> _Applied:
        if _schema(self) is None:
            return original(self)
        # What is stood in for has nothing to migrate.
        applied: _Applied = {
            (label, name): MigrationRecorder.Migration(app=label, name=name)
            for label in left_out()
            for name in migrations_of(label)
        }
        for schema in get_contract().schemas:
            if schema.alias in connections:
                applied |= _own(MigrationRecorder(connections[schema.alias]), schema, original)
        return applied

    applied_migrations.__wrapped__ = original  # type: ignore[attr-defined]
    return applied_migrations


def _writing_own(original: Callable[..., None]) -> Callable[..., None]:
    def record(self: Any, app: str, name: str) -> None:
        schema, home = _schema(self), home_of(app)
        if schema is None or home is None or home == schema or home.alias not in connections:
            return original(self, app, name)
        return original(MigrationRecorder(connections[home.alias]), app, name)

    return record


def _loading_left_out(original: Callable[[Any], None]) -> Callable[[Any], None]:
    """In a subset the migrations of installed apps still build on those of others."""

    def load_disk(self: Any) -> None:
        original(self)
        load_left_out(self)

    return load_disk


def _without_left_out(original: Callable[..., Any]) -> Callable[..., Any]:
    """Its models are not missed: what is left out has not been deleted."""

    def project_state(self: Any, *args: Any, **kwargs: Any) -> Any:
        state = original(self, *args, **kwargs)
        for key in [key for key in state.models if key[0] in left_out()]:
            del state.models[key]
        return state

    return project_state


def _once(original: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """`makemigrations` asks each alias; what one recorder of a schema says, all say."""

    def check_consistent_history(self: Any, connection: Any) -> None:
        if _schema(MigrationRecorder(connection)) is None:
            return original(self, connection)
        if not getattr(self, "appschemas_consistent", False):
            original(self, connection)
            self.appschemas_consistent = True
        return None

    return check_consistent_history


def _of_the_only(original: Callable[..., list[_Key]]) -> Callable[..., list[_Key]]:
    def leaf_nodes(self: Any, app: str | None = None) -> list[_Key]:
        leaves, apps = original(self, app), getattr(self, "appschemas_only", None)
        return leaves if apps is None else [key for key in leaves if key[0] in apps]

    return leaf_nodes


def _narrowed(original: Callable[..., None]) -> Callable[..., None]:
    """Until the plan is made, the graph ends at the apps of the one schema that is asked for."""

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        if (schema := _only.get()) is not None:
            self.loader.graph.appschemas_only = schema.apps

    return __init__


def _widened(original: Callable[..., Any]) -> Callable[..., Any]:
    """The state of the project is that of all apps again."""

    def migration_plan(self: Any, *args: Any, **kwargs: Any) -> Any:
        self.loader.graph.appschemas_only = None
        return original(self, *args, **kwargs)

    return migration_plan


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
        if _schema(self) is None or fake:
            return original(self, targets, plan, state, fake, fake_initial)
        state = state or self._create_project_state(with_applied_migrations=True)
        is_empty = _is_empty(self.loader)
        if is_empty and plan == []:
            return original(self, targets, plan, state, fake, fake_initial)
        contract = get_contract()
        checks = MigrationChecks(contract, at_end=is_empty)
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
            return original(self, state, placed, fake)

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
    if _schema(executor) is None or schema is None or schema.alias not in connections:
        return None
    return schema.alias


def _own(recorder: Any, schema: Schema, original: Callable[[Any], _Applied]) -> _Applied:
    try:
        applied = original(recorder)
    except RoleRefused as error:
        if isinstance(error.__cause__, errors.InvalidParameterValue):
            return {}  # No such role: the contract is not applied yet, and so no migration is.
        raise
    return {key: row for key, row in applied.items() if home_of(key[0]) == schema}


def _schema(of: Any) -> Schema | None:
    """The schema of a recorder or an executor; None for those of other databases."""
    connection = of.connection
    if connection.settings_dict.get("ENGINE") != ENGINE:
        return None
    return get_contract().schema_of_alias(connection.alias)
