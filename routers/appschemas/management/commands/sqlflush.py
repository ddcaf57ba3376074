"""sqlflush: the SQL that empties every schema, or the one that --database names."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import sqlflush

from appschemas.conf import get_contract
from appschemas.database.servers import databases_of
from appschemas.management.whole_project import WholeProject, aliases_for
from appschemas.routers import taken_together


class Command(WholeProject, sqlflush.Command):
    """Django's sqlflush; it names each table with its schema."""

    def handle(self, *, database: str, **options: Any) -> Any:
        if get_contract().schema_of_alias(database) is None:
            return super().handle(database=database, **options)
        statements = []
        for server in databases_of(get_contract()):
            if here := [alias for alias in aliases_for(database) if alias in server.aliases]:
                with taken_together(here):
                    statements += [f"-- {server}", super().handle(database=here[0], **options)]
        return "\n".join(statements)
