"""migrate: Django's own, over the schemas of the contract as over one database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import (
    DEFAULT_DB_ALIAS,
    IntegrityError,
    OperationalError,
    ProgrammingError,
    connections,
)
from django.db.migrations import Migration
from django.db.models.signals import post_migrate, pre_migrate
from psycopg.errors import (
    ForeignKeyViolation,
    InsufficientPrivilege,
    UndefinedTable,
)

from appschemas.backend.session.current_role import (
    acting_alone,
    acts_alone,
    logged_in_as_migrator,
)
from appschemas.conf import get_contract, is_engine
from appschemas.contract.schema import Schema
from appschemas.database.apply.lock_timeout import DEFAULT_LOCK_TIMEOUT, limit_lock_waits
from appschemas.exceptions import AppSchemasError, MigrationOrderError
from appschemas.management.autodetector import keeping_rows
from appschemas.management.command import add_lock_timeout, first_line_or_lock
from appschemas.management.not_applied import refuse_not_applied
from appschemas.management.unsplit import refuse_unsplit, why_unsplit
from appschemas.replay.one_schema import only
from appschemas.replay.relocation import refuse_moved_apps


class Command(migrate.Command):
    """Django's migrate; without --database it is about the whole project."""

    # Django wants that of makemigrations, to say what is not written yet.
    autodetector = keeping_rows(migrate.Command.autodetector)

    help = (
        "Migrates all apps in the order of their dependencies, each in its schema; with "
        "--database only those of the schema behind the alias."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)
        add_lock_timeout(parser)

    def get_check_kwargs(self, options: dict[str, Any]) -> dict[str, Any]:
        named = options["database"]
        kwargs: dict[str, Any] = super().get_check_kwargs(options)
        return {**kwargs, "databases": [named] if named else list(connections)}

    def execute(self, *args: Any, **options: Any) -> Any:
        try:
            return super().execute(*args, **options)
        except AppSchemasError as error:
            raise CommandError(str(error)) from None
        except OperationalError as error:
            told = why_unsplit() or first_line_or_lock(error, "the migration")
            raise CommandError(str(told)) from None
        except (IntegrityError, ProgrammingError) as error:
            if _is_users(error):
                raise CommandError(str(error)) from None
            raise

    def handle(self, *args: Any, database: str | None, lock_timeout: str, **options: Any) -> None:
        alias = database or DEFAULT_DB_ALIAS
        schemas = _schemas()
        self._is_elsewhere = alias not in schemas
        if self._is_elsewhere:
            return super().handle(*args, database=alias, **options)
        self._lock_timeout, self._only = lock_timeout, schemas[alias] if database else None
        self._asked = " ".join(filter(None, (options["app_label"], options["migration_name"])))
        self._refuse_strange_app(options["app_label"])
        others = [each for each in schemas if each != alias]
        with (
            logged_in_as_migrator(),
            _alone(alias, self._only),
            only(self._only),
            self._signals(alias, [] if acts_alone() else others),
        ):
            refuse_unsplit()
            refuse_not_applied([alias] if database else [alias, *others])
            refuse_moved_apps()
            super().handle(*args, database=alias, **options)

    def sync_apps(self, connection: Any, app_labels: Any) -> None:
        """Each app without migrations in its own schema."""
        for alias, schema in _schemas().items():
            if labels := {label for label in app_labels if label in schema.apps}:
                super().sync_apps(connections[alias], labels)

    def migration_progress_callback(
        self, action: str, migration: Migration | None = None, fake: bool = False
    ) -> None:
        super().migration_progress_callback(action, migration, fake)
        if self._is_elsewhere:
            # Another database, for which nobody logs in at the contract's.
            return
        if action in ("apply_start", "unapply_start") and migration and migration.atomic:
            schema = get_contract().schema_of_app(migration.app_label)
            if schema is not None and schema.alias in connections:
                limit_lock_waits(schema.alias, self._lock_timeout)

    # Private
    # -------

    _only: Schema | None = None
    _is_elsewhere = False
    _asked = ""
    _lock_timeout = DEFAULT_LOCK_TIMEOUT

    @contextmanager
    def _signals(self, alias: str, others: list[str]) -> Iterator[None]:
        """Receivers hear of every schema, as they would of every database."""
        told: dict[str, Any] = {}

        def before(*, using: str, plan: Any, **facts: Any) -> None:
            if using == alias and not told:
                told["before"] = True
                self._refuse_strangers(plan)
                for other in others:
                    emit_pre_migrate_signal(**_facts(facts), db=other, plan=plan)

        def after(*, using: str, **facts: Any) -> None:
            if using == alias:
                told["after"] = _facts(facts) | {"plan": facts["plan"]}

        pre_migrate.connect(before, weak=False)
        post_migrate.connect(after, weak=False)
        try:
            yield
        finally:
            pre_migrate.disconnect(before)
            post_migrate.disconnect(after)
        for other in others if "after" in told else ():
            emit_post_migrate_signal(**told["after"], db=other)

    def _refuse_strange_app(self, app_label: str | None) -> None:
        home = get_contract().schema_of_app(app_label) if app_label else None
        if self._only is not None and home not in (None, self._only):
            raise MigrationOrderError(
                f"App {app_label!r} lives in schema {home.name!r}: "
                f"migrate it with --database {home.alias}, or without --database."
            )

    def _refuse_strangers(self, plan: list[tuple[Migration, bool]]) -> None:
        """With --database nothing happens in another schema.

        Raises:
            MigrationOrderError: something would; the message names the command that does it.
        """
        if (only := self._only) is None:
            return
        for migration, backwards in plan:
            if acts_alone() and f"{migration.app_label}.{migration.name}" in only.history:
                raise MigrationOrderError(
                    f"Migration {migration} reaches other apps' tables (schemas.{only.name}.history"
                    f" in the contract), and this login acts in schema {only.name!r} alone. "
                    "The migrator of all may run it: its login in MIGRATOR_DATABASE_URL."
                )
            other = get_contract().schema_of_app(migration.app_label)
            if other is None or other == only:
                continue
            if backwards:
                raise MigrationOrderError(
                    f"Migration {migration} of schema {other.name!r} depends on what would be "
                    f"undone in {only.name!r}. Undo both with: manage.py migrate "
                    f"{self._asked}"
                )
            raise MigrationOrderError(
                f"Schema {only.name!r} needs migration {migration}, which is not applied in schema "
                f"{other.name!r}. Apply both with: manage.py migrate{self._asked and ' '}"
                f"{self._asked}"
            )


def _alone(alias: str, wanted: Schema | None) -> AbstractContextManager[None]:
    """Whether the login is one that migrates one schema alone, and then no other.

    Raises:
        MigrationOrderError: another is wanted, or all are.
    """
    contract, connection = get_contract(), connections[alias]
    connection.ensure_connection()
    login = connection.connection.info.user
    for schema in contract.schemas_with_migrator:
        if schema.migrator == login:
            if wanted != schema:
                raise MigrationOrderError(
                    f"The login {login!r} migrates schema {schema.name!r} alone: manage.py migrate "
                    f"--database {schema.alias}. {contract.roles.migrator!r} migrates all: its "
                    "login in MIGRATOR_DATABASE_URL. Nothing was changed."
                )
            return acting_alone(schema.name)
    return nullcontext()


def _schemas() -> dict[str, Schema]:
    """The schemas by their aliases, in the contract's order."""
    return {
        schema.alias: schema
        for schema in get_contract().schemas
        if schema.alias in connections
        and is_engine(connections[schema.alias].settings_dict["ENGINE"])
    }


def _facts(facts: dict[str, Any]) -> dict[str, Any]:
    """What the signals of another schema say; that handlers run is told once."""
    named = {name: facts[name] for name in ("interactive", "apps", "stdout") if name in facts}
    return named | {"verbosity": min(facts["verbosity"], 1)}


def _is_users(error: Exception) -> bool:
    """Whether its message says it all: what the database refuses, and a table out of reach."""
    cause = error.__cause__
    refused = isinstance(cause, InsufficientPrivilege | ForeignKeyViolation)
    return refused or (isinstance(cause, UndefinedTable) and "belongs to schema" in str(error))
