"""sqlmigrate: the SQL of a migration, on the alias of its app's schema, as psql may run it."""

from __future__ import annotations

from typing import Any, Final

from django.core.management.base import CommandParser
from django.core.management.commands import sqlmigrate
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg.sql import SQL, Identifier, Literal

from appschemas.conf import get_contract
from appschemas.contract.schema import LAST
from appschemas.database.apply.lock_timeout import DEFAULT_LOCK_TIMEOUT


class Command(sqlmigrate.Command):
    """Django's sqlmigrate; without --database it takes the schema of the app.

    It says who runs it and where, and records the migration: piped into psql by the migrator, it is
    applied, and `migrate` goes on from there.
    """

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)

    def execute(self, *args: Any, **options: Any) -> Any:
        if options["database"] is None:
            home = get_contract().schema_of_app(options["app_label"])
            options["database"] = home.alias if home else DEFAULT_DB_ALIAS
        return super().execute(*args, **options)

    def handle(self, *args: Any, **options: Any) -> str:
        contract = get_contract()
        said = super().handle(*args, **options)
        home = contract.schema_of_alias(options["database"])
        if not said or home is None or options["app_label"] not in home.apps:
            return said
        path = SQL(", ").join(map(Identifier, (home.name, contract.extensions, LAST)))
        opening = _OPENING.format(
            owner=Identifier(home.owner), path=path, lock_timeout=Literal(DEFAULT_LOCK_TIMEOUT)
        )
        record = _record(options, backwards=options["backwards"])
        return "\n".join((opening.as_string(None), said, *record, _CLOSING))


# Private
# -------

_OPENING: Final = SQL(
    "SET client_min_messages = warning;\nSET lock_timeout = {lock_timeout};\n"
    "SET ROLE {owner};\nSET search_path TO {path};"
)
_CLOSING: Final = "RESET ROLE;\nRESET search_path;\nRESET lock_timeout;\nRESET client_min_messages;"
_TABLE: Final = "CREATE TABLE "
_ONCE: Final = "CREATE TABLE IF NOT EXISTS "
_APPLIED: Final = SQL(
    "INSERT INTO django_migrations (app, name, applied) SELECT {app}, {name}, pg_catalog.now()"
    " WHERE NOT EXISTS (SELECT FROM django_migrations WHERE app = {app} AND name = {name});"
)
_UNAPPLIED: Final = SQL("DELETE FROM django_migrations WHERE app = {app} AND name = {name};")


def _record(options: dict[str, Any], *, backwards: bool) -> list[str]:
    loader = MigrationLoader(None, replace_migrations=False)
    migration = loader.get_migration_by_prefix(options["app_label"], options["migration_name"])
    names = {"app": Literal(migration.app_label), "name": Literal(migration.name)}
    record = (_UNAPPLIED if backwards else _APPLIED).format(**names).as_string(None)
    lines = ["--", "-- What migrate would record", "--", record]
    if not any(app == migration.app_label for app, _ in migration.dependencies):
        lines.insert(3, _table(options["database"]))
    return lines


def _table(alias: str) -> str:
    connection: Any = connections[alias]
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        editor.makes_key_constraints = False
        editor.create_model(MigrationRecorder.Migration)
    text: str = "\n".join(editor.collected_sql)
    return text.replace(_TABLE, _ONCE, 1)
