"""The gate: who still runs with a path on which the schemas are not.

No catalog shows another session's path. A session that began before the paths were widened may have
the old one; whatever it names would be gone for it when the table has moved.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any, Final

from psycopg import Connection

from appschemas.database.apply.blockers import Blocker
from appschemas.database.plan.changes import listed
from appschemas.database.split.state import SplitState, asked_as
from appschemas.database.split.steps import Steps
from appschemas.exceptions import AppSchemasError


def old_sessions(
    connection: Connection[Any], state: SplitState, schemas: Iterable[str]
) -> list[Blocker]:
    """The sessions of old code that may not find what lies in one of `schemas`.

    Args:
        connection: A member of those logins, or of pg_read_all_stats: from others the server hides
            when a session began, and it counts as old.
        state: Where the split stands.
        schemas: With their marks.
    """
    since = max((state.marks[name].since for name in schemas if name in state.marks), default="")
    logins = [each.name for each in state.logins]
    if not since or not logins:
        return []
    return asked_as(connection, Blocker, "sessions", logins=logins, since=since)


def wait_for_sessions(steps: Steps, schemas: Iterable[str]) -> None:
    """Wait until no session is older than the paths.

    Raises:
        AppSchemasError: some are when patience is over; the message names them.
    """
    schemas = list(schemas)
    until = time.monotonic() + steps.patience.retry_for
    is_told = False
    while sessions := old_sessions(steps.connection, steps.state, schemas):
        if time.monotonic() > until:
            raise AppSchemasError(
                f"{len(sessions)} sessions of old code began before their path had the schemas: "
                f"{listed(map(str, sessions))}. No table was moved. Restart what holds them, or "
                "renew its pool of connections, and run it again; where they cannot be renewed: "
                "--compat-views"
            )
        if not is_told:
            steps.told(f"waiting for sessions with their old path: {listed(map(str, sessions))}")
            is_told = True
        time.sleep(_GLANCE)


# Private
# -------

_GLANCE: Final = 0.5
