"""Rights: what a login that is no superuser lacks for a split, and what gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from psycopg import Connection

from appschemas.database.plan.changes import Finding, quoted
from appschemas.database.plan.plan import OPTIONS_SINCE
from appschemas.database.split.state import SplitState, asked


def lacking_rights(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """All of it at once, where each step would name the next; of a superuser nothing."""
    acts = "SET" if state.login.version >= OPTIONS_SINCE else "MEMBER"
    for row in asked(connection, "rights", owners=list(state.owners), acts=acts):
        name, login = row["name"], quoted(row["name"])
        if not row["createrole"]:
            text, hint = "may not create or alter roles", f"ALTER ROLE {login} CREATEROLE"
            yield Finding("", f"{name} {text}", f"{_AS_SUPERUSER}{hint}")
        strangers = row["strangers"]
        # As a member of the owner it may what owners may, and old code goes on making tables.
        if not row["may_create"] and row["owner"] in state.owners:
            strangers = sorted({*strangers, row["owner"]})
        elif not row["may_create"]:
            text = f"{name} does not own the database {row['database']}"
            hint = f"ALTER DATABASE {quoted(row['database'])} OWNER TO {login}"
            yield Finding("", text, f"{_AS_SUPERUSER}{hint}")
        for owner in strangers:
            text = f"{name} may not act as {owner}, whose the tables are"
            hint = f"GRANT {quoted(owner)} TO {login} WITH ADMIN OPTION"
            yield Finding("", text, f"{_AS_SUPERUSER}{hint}")


_AS_SUPERUSER: Final = "as a superuser: "
