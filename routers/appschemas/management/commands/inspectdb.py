"""inspectdb: the tables of every schema, or of the one that --database names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, islice
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands import inspectdb
from django.db import connections

from appschemas.management.whole_project import WholeProject, aliases_for


class Command(WholeProject, inspectdb.Command):
    """Django's inspectdb; a table that is named is looked for in every schema."""

    def handle_inspection(self, options: dict[str, Any]) -> Iterator[str]:
        named = set(options["table"])
        begun = False
        for alias in aliases_for(options["database"]):
            here = named & _names(alias)
            if options["table"] and not here:
                continue
            tables = [table for table in options["table"] if table in here]
            lines = super().handle_inspection({**options, "database": alias, "table": tables})
            if begun:
                # The comments and the import stand at the head of the module, once.
                lines = islice(dropwhile(lambda line: not line.startswith("from "), lines), 1, None)
            yield from lines
            begun, named = True, named - here
        if named:
            raise CommandError(f"There is no table or view {', '.join(sorted(named))}.")


# Private
# -------


def _names(alias: str) -> set[str]:
    connection = connections[alias]
    with connection.cursor() as cursor:
        return {each.name for each in connection.introspection.get_table_list(cursor)}
