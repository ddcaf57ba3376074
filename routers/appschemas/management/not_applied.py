"""Not applied: a database that has none of the schemas, although the server has their roles.

Roles outlive a database: where it was dropped and made anew, each may be acted as, and a table made
on a path whose schema is not there would be a temporary one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from django.db import connections
from psycopg import Cursor

from appschemas.conf import get_contract
from appschemas.database.plan.changes import listed
from appschemas.database.servers import databases_of
from appschemas.exceptions import AppSchemasError

_THERE: Final = "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY(%s)"


def refuse_not_applied(aliases: Collection[str]) -> None:
    """Refuse to go on where the schema of one of the aliases is not there.

    Raises:
        AppSchemasError: saying which schemas are not, and the command that makes them.
    """
    for database in databases_of(get_contract()):
        wanted = [each.name for each in database.contract.installed if each.alias in aliases]
        if not wanted:
            continue
        connection = connections[database.alias]
        connection.ensure_connection()
        # As whoever is logged in: no role is needed, and none may be there.
        there = Cursor(connection.sending).execute(_THERE, [wanted]).fetchall()
        if missing := sorted({*wanted} - {name for (name,) in there}):
            raise AppSchemasError(
                f"{database} has no schema {listed(missing)}. Nothing was changed. Apply the "
                "contract first: manage.py schema_apply --apply"
            )
