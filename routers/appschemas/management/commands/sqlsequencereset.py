"""sqlsequencereset: the SQL that sets sequences, on the alias of each app's schema."""

from __future__ import annotations

from typing import Any, Final

from django.apps import AppConfig
from django.core.management.commands import sqlsequencereset
from psycopg.sql import SQL, Identifier

from appschemas.conf import get_contract
from appschemas.management.whole_project import WholeProject, refuse_elsewhere


class Command(WholeProject, sqlsequencereset.Command):
    """Django's sqlsequencereset, for apps of several schemas at once."""

    needs_tables = False

    def handle_app_config(self, app_config: AppConfig, *, database: str, **options: Any) -> Any:
        refuse_elsewhere(database, [app_config.label])
        home = get_contract().schema_of_app(app_config.label)
        alias = home.alias if home else str(database)
        statements = super().handle_app_config(app_config, database=alias, **options)
        if not statements or home is None:
            return statements
        return f"{_PATH.format(Identifier(home.name)).as_string(None)}\n{statements}"


# Private
# -------

# The statements name no schema, and psql has the path of its login.
_PATH: Final = SQL("SET LOCAL search_path TO {}, pg_temp;")
