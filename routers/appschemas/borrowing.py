"""Borrowing: how a login that is no superuser acts as the roles that it administers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from psycopg import Connection, errors
from psycopg.rows import dict_row, scalar_row
from psycopg.sql import SQL, Identifier

from appschemas.catalog import Login
from appschemas.changes import Change, listed
from appschemas.contract import Contract
from appschemas.exceptions import AppSchemasError
from appschemas.plan import OPTIONS_SINCE
from appschemas.privileges import joining_sql
from appschemas.queries import queries


@contextmanager
def borrowed_roles(
    connection: Connection[Any], changes: Sequence[Change], contract: Contract
) -> Iterator[None]:
    """Let the login act as every role that the changes need, and undo that afterwards.

    CREATEROLE alone does not let its holder act as the roles it made: it must first grant them to
    itself (https://www.postgresql.org/docs/current/role-attributes.html).

    Raises:
        AppSchemasError: the login lacks a right for that.
    """
    with connection.cursor(row_factory=dict_row) as cursor:
        login = Login(**_one(cursor.execute(queries("catalog.sql")["login"], {})))
    if login.superuser:
        yield
        return
    if not login.createrole and (roles := [each for each in changes if each.of_roles]):
        raise AppSchemasError(_NO_CREATEROLE.format(login.name, listed(map(str, roles))))
    yield from _borrowed(connection, changes, contract, login)


# Private
# -------

_NO_CREATEROLE: Final = (
    "{0!r} may not create or alter roles, and these changes need it: {1}. Either let an "
    'administrator run: ALTER ROLE "{0}" CREATEROLE, or name a login that has it in '
    "ADMIN_DATABASE_URL, or have the rendered sql/ run with psql by a DBA. Nothing was changed."
)
_NO_ADMIN: Final = (
    "{0!r} may not act as role {1!r} ({2}). Let an administrator run: "
    'GRANT "{1}" TO "{0}" WITH ADMIN OPTION. Nothing was changed.'
)
# Up to PostgreSQL 15 whoever is a member may also SET ROLE.
_MAY: Final = {
    True: "SELECT pg_has_role(%s, 'SET') AND (pg_has_role(%s, 'USAGE') OR NOT %s)",
    False: "SELECT pg_has_role(%s, 'MEMBER') AND (pg_has_role(%s, 'USAGE') OR NOT %s)",
}
_LEND: Final = {
    True: SQL("GRANT {role} TO {login} WITH INHERIT TRUE, SET TRUE"),
    False: SQL("GRANT {role} TO {login}"),
}
_RETURN: Final = {
    True: SQL("REVOKE {role} FROM {login} GRANTED BY {login}"),
    False: SQL("REVOKE {role} FROM {login}"),
}


def _borrowed(
    connection: Connection[Any], changes: Sequence[Change], contract: Contract, login: Login
) -> Iterator[None]:
    options = login.version >= OPTIONS_SINCE
    acting = {each.role for change in changes for each in change.statements} - {""}
    moving = {role for change in changes for role in change.borrows}
    lent: list[str] = []

    def lend(roles: set[str]) -> None:
        for role in sorted(roles - set(lent)):
            if not _may(connection, role, options=options, inherit=role in moving):
                names = {"role": Identifier(role), "login": Identifier(login.name)}
                try:
                    connection.execute(_LEND[options].format(**names))
                except errors.InsufficientPrivilege as error:
                    raise AppSchemasError(
                        _NO_ADMIN.format(login.name, role, error.diag.message_primary)
                    ) from None
                lent.append(role)
    ...
    yield


def _may(connection: Connection[Any], role: str, *, options: bool, inherit: bool) -> bool:
    with connection.cursor(row_factory=scalar_row) as cursor:
        return bool(_one(cursor.execute(_MAY[options], [role, role, inherit])))


def _one(rows: Any) -> Any:
    return next(iter(rows))
