"""Owners' code: what a superuser refuses to run that the owner of a table has put on it.

PostgreSQL reads a table to validate a foreign key, and planning that runs the IMMUTABLE functions
of its indexes, CHECKs and statistics; writing a row runs triggers, rules, defaults and CHECKs. All
of it runs as whoever does it, and SET ROLE keeps nothing from RESET ROLE. A login that is no
superuser has less to lose, and may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from appschemas.database.plan.changes import listed
from appschemas.database.split.state import asked
from appschemas.exceptions import AppSchemasError


@dataclass(frozen=True, slots=True)
class Touched:
    """Tables that a step reads or writes by what their owners may have put on them.

    Attributes:
        tables: (schema, name) of each.
        written: Whether rows are written into them.
    """

    tables: Sequence[tuple[str, str]] = ()
    written: bool = False


def refuse_owners_code(connection: Connection[Any], touched: Touched, so_far: str) -> None:
    """Refuse, in a superuser's transaction, until whose end nobody puts any there.

    Readers and writers of the tables go on meanwhile.

    Raises:
        AppSchemasError: naming what there is.
    """
    if not touched.tables:
        return
    connection.execute(
        _LOCK.format(tables=SQL(", ").join(Identifier(*each) for each in touched.tables))
    )
    connection.execute(_NO_CHECK)
    schemas, names = zip(*touched.tables, strict=True)
    rows = asked(
        connection, "code", schemas=list(schemas), names=list(names), written=touched.written
    )
    if rows:
        code = listed(row["object"] for row in rows)
        raise AppSchemasError(
            f"This login is a superuser's, and would run what owners of tables have put on them, "
            f"with all its rights: {code}. {so_far} Name a login without SUPERUSER in "
            "ADMIN_DATABASE_URL (CREATEROLE, CREATE on the database, and the old login with ADMIN "
            "OPTION), or drop them first and make them again at the end."
        )


# Private
# -------

# Nobody makes an index, a trigger, a rule or a constraint beside it; reading and writing goes on.
# https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
_LOCK: Final = SQL("LOCK TABLE {tables} IN SHARE UPDATE EXCLUSIVE MODE")
# Planning then looks at no CHECK, which may call anything.
# https://www.postgresql.org/docs/current/runtime-config-query.html#GUC-CONSTRAINT-EXCLUSION
_NO_CHECK: Final = "SET LOCAL constraint_exclusion = off"
