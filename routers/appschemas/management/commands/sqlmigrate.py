"""sqlmigrate: the SQL of a migration, on the alias of its app's schema."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import sqlmigrate
from django.db import DEFAULT_DB_ALIAS

from appschemas.conf import get_contract


class Command(sqlmigrate.Command):
    """Django's sqlmigrate; without --database it takes the schema of the app."""

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)

    def execute(self, *args: Any, **options: Any) -> Any:
        if options["database"] is None:
            home = get_contract().schema_of_app(options["app_label"])
            options["database"] = home.alias if home else DEFAULT_DB_ALIAS
        return super().execute(*args, **options)
