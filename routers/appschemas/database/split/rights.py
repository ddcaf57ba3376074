"""Rights: what a login that is no superuser lacks for a split, and what gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from psycopg import Connection

from appschemas.database.plan.changes import Finding, quoted
from appschemas.database.plan.plan import OPTIONS_SINCE
from appschemas.database.split.state import SplitState, asked


def lacking_rights(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """What a login that is no superuser lacks: all of it, where each step would name the next."""
    acts = "SET" if state.login.version >= OPTIONS_SINCE else "MEMBER"
    for row in asked(connection, "rights", owners=list(state.owners), acts=acts):
        name, login = row["name"], quoted(row["name"])
        if not row["createrole"]:
            yield Finding(
                "",
                f"{name} may not create or alter roles",
                f"as a superuser: ALTER ROLE {login} CREATEROLE",
            )
        if not row["may_create"]:
            yield Finding(
                "",
                f"{name} does not own the database {row['database']}",
                f"as a superuser: ALTER DATABASE {quoted(row['database'])} OWNER TO {login}",
            )
        for owner in row["strangers"]:
            yield Finding(
                "",
                f"{name} may not act as {owner}, whose the tables are",
                f"as a superuser: GRANT {quoted(owner)} TO {login} WITH ADMIN OPTION",
            )
