"""The whole catalog of a database as lines: what two roads must give alike, and undo give back."""

from __future__ import annotations

from typing import Any

import psycopg

from appschemas.database.queries import queries


def whole_catalog(connection: psycopg.Connection[Any], prefix: str) -> list[str]:
    """Roles, memberships, settings, owners, ACLs, comments, functions, triggers, tables; sorted.

    Args:
        connection: A superuser's.
        prefix: What the names of the roles begin with; it and the database's name are cut out.
    """
    name = connection.info.dbname
    values = {"roles": f"{prefix}\\_%" if prefix else "%"}
    lines = []
    with connection.transaction():
        connection.execute("SET LOCAL search_path = ''")
        for query in queries("whole_catalog.sql", "tests.tools").values():
            lines += [row[0] for row in connection.execute(query, values)]
    return sorted(line.replace(name, "<database>") for line in lines)
