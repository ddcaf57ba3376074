"""migrate: every schema in the contract's order, each migration in one transaction."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.core.management.sql import emit_post_migrate_signal
from django.db import OperationalError, ProgrammingError, connections, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from psycopg.errors import InsufficientPrivilege, LockNotAvailable

from appschemas.backend.session.current_role import logged_in_as_migrator
from appschemas.conf import ENGINES, get_contract
from appschemas.contract.schema import Schema
from appschemas.database.lock_timeout import DEFAULT_LOCK_TIMEOUT, limit_lock_waits
from appschemas.exceptions import AppSchemasError, MigrationOrderError


class Command(migrate.Command):
    """Django's migrate; without --database it takes every schema, referenced ones first."""

    help = (
        "Migrates every schema of the contract, or the one that --database names; "
        "each schema records its own apps."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)
        parser.add_argument(
            "--lock-timeout",
            default=DEFAULT_LOCK_TIMEOUT,
            help="How long a statement waits for a lock, as PostgreSQL writes durations "
            "(default: %(default)s).",
        )

    def get_check_kwargs(self, options: dict[str, Any]) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_check_kwargs(options)
        named = options["database"]
        return {**kwargs, "databases": [named] if named else list(connections)}

    def execute(self, *args: Any, **options: Any) -> Any:
        try:
            return super().execute(*args, **options)
        except AppSchemasError as error:
            raise CommandError(str(error)) from None
        except OperationalError as error:
            raise CommandError(_explained(error)) from None
        except ProgrammingError as error:
            if isinstance(error.__cause__, InsufficientPrivilege):
                raise CommandError(str(error)) from None
            raise

    def handle(self, *args: Any, database: str | None, lock_timeout: str, **options: Any) -> None:
        schemas = self._schemas(database, options["app_label"])
        if not schemas:
            return super().handle(*args, database=database or "default", **options)
        with logged_in_as_migrator():
            for schema in schemas:
                self._migrate(schema, lock_timeout, *args, **options)
            self._complete(schemas, **options)

    def migration_progress_callback(
        self, action: str, migration: Migration | None = None, fake: bool = False
    ) -> None:
        """Open a transaction before a migration and close it once it is recorded."""
        starts = action in ("apply_start", "unapply_start")
        if starts and migration is not None and migration.atomic and self._schema is not None:
            self._transaction.enter_context(transaction.atomic(using=self._schema.alias))
            limit_lock_waits(self._schema.alias, self._lock_timeout)
        super().migration_progress_callback(action, migration, fake)
        if action in ("apply_success", "unapply_success"):
            self._transaction.close()

    # Private
    # -------

    _schema: Schema | None = None

    def _schemas(self, database: str | None, app_label: str | None) -> list[Schema]:
        contract = get_contract()
        home = contract.schema_of_app(app_label) if app_label else None
        if database is None:
            wanted = [home] if home else [] if app_label else list(contract.schemas)
            return [
                schema
                for schema in wanted
                if schema.alias in connections
                and connections[schema.alias].settings_dict["ENGINE"] in ENGINES
            ]
        schema = contract.schema_of_alias(database)
        if schema is not None and home not in (None, schema):
            raise MigrationOrderError(
                f"App {app_label!r} lives in schema {home.name!r}: "
                f"migrate it with --database {home.alias}, or without --database."
            )
        return [schema] if schema else []

    def _migrate(self, schema: Schema, lock_timeout: str, *args: Any, **options: Any) -> None:
        named, run_syncdb = options.pop("app_label"), options.pop("run_syncdb")
        migrated = MigrationLoader(None).migrated_apps
        labels = [app for app in schema.apps if app in migrated or run_syncdb]
        labels = [named] if named else labels
        self._schema, self._lock_timeout = schema, lock_timeout
        if options["verbosity"] >= 1 and labels:
            self.stdout.write(self.style.MIGRATE_HEADING(f"Schema {schema.name}"))
        for app_label in labels:
            with ExitStack() as self._transaction:
                super().handle(
                    *args,
                    database=schema.alias,
                    app_label=app_label,
                    # Apps without migrations only; Django refuses it for the others.
                    run_syncdb=run_syncdb and app_label not in migrated,
                    **options,
                )

    def _complete(self, schemas: list[Schema], **options: Any) -> None:
        """Content types and permissions live in one schema and are made for the models of all.

        That schema comes first, when the tables of the others are still to be made.
        """
        home = get_contract().schema_of_app("contenttypes")
        if home in (None, schemas[-1]) or options["plan"] or options["check_unapplied"]:
            return
        connection = connections[home.alias]
        state = MigrationExecutor(connection).migrate([], plan=[])
        state.clear_delayed_apps_cache()
        emit_post_migrate_signal(
            options["verbosity"], options["interactive"], home.alias, apps=state.apps, plan=[]
        )


def _explained(error: OperationalError) -> str:
    first = str(error).partition("\n")[0]
    if isinstance(error.__cause__, LockNotAvailable):
        return (
            f"{first}. Somebody holds a lock that the migration needs; it changed nothing. "
            "Run it again, or give it more time: --lock-timeout 30s"
        )
    return first
