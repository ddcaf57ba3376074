"""Unsplit: a command that misses tables which lie in one schema so far says how they get away."""

from __future__ import annotations

from collections.abc import Collection

import psycopg
from django.db import Error, connections

from appschemas.conf import get_contract
from appschemas.database.model_state import ModelState
from appschemas.database.plan.shared_schema import refuse_shared_schema
from appschemas.database.servers import admin_connection, databases_of
from appschemas.exceptions import AppSchemasError, NotSplit


def refuse_unsplit(aliases: Collection[str] = ()) -> None:
    """Refuse to go on where tables of the project lie, with rows, in a schema of before.

    Args:
        aliases: By which to ask, the first of each database's; empty for any. A test may connect
            by those alone that it has declared.

    Raises:
        NotSplit: they do; the message names the command that moves them.
    """
    for database in databases_of(get_contract()):
        ours = [each for each in aliases or (database.alias,) if each in database.aliases]
        if not ours:
            continue
        connection = connections[ours[0]]
        connection.ensure_connection()
        refuse_shared_schema(
            connection.connection, database.contract, ModelState.of(database.contract)
        )


def why_unsplit() -> NotSplit | None:
    """What `refuse_unsplit` says, if a command has failed for that; None if not.

    Where its login did not get in, as one that a split has still to make, the administrator looks.
    """
    try:
        for database in databases_of(get_contract()):
            connection = connections[database.alias]
            models = ModelState.of(database.contract)
            if connection.connection and not connection.in_atomic_block:
                refuse_shared_schema(connection.connection, database.contract, models)
            elif not connection.connection and connection.settings_dict.get("ADMIN"):
                with admin_connection(database.alias) as administrator:
                    refuse_shared_schema(administrator, database.contract, models)
    except NotSplit as refused:
        return refused
    except (AppSchemasError, psycopg.Error, Error):
        pass  # What is told is that for which the command failed.
    return None
