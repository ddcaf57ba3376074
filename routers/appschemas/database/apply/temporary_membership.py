"""Temporary membership: how a login that is no superuser acts as the roles that it administers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from psycopg import Connection, errors
from psycopg.rows import scalar_row
from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.database.apply.sending import NOTHING_CHANGED
from appschemas.database.catalog import Login
from appschemas.database.plan.changes import Change, listed
from appschemas.database.plan.plan import OPTIONS_SINCE
from appschemas.database.roles import joining_sql
from appschemas.exceptions import AppSchemasError


class TemporaryMembership:
    """Lends a login the roles that changes run as, and takes them back.

    CREATEROLE alone does not let its holder act as the roles that it made: it must first grant
    them to itself (https://www.postgresql.org/docs/current/role-attributes.html).

    Args:
        so_far: What a message says of the steps before.
    """

    def __init__(
        self,
        connection: Connection[Any],
        contract: Contract,
        login: Login,
        so_far: str = NOTHING_CHANGED,
    ) -> None:
        self._connection, self._so_far = connection, so_far
        self._login = login
        self._kept = (
            {contract.keys_role, *(role for s in contract.schemas for role in (s.owner, s.keys))}
            if login.name == contract.roles.migrator
            else set()
        )
        self._options = login.version >= OPTIONS_SINCE
        self._lent: list[str] = []
        self._inherits = False

    def require_createrole(self, changes: Sequence[Change]) -> None:
        """Refuse early what is bound to fail.

        Raises:
            AppSchemasError: roles are to change and the login has no CREATEROLE.
        """
        roles = [str(change) for change in changes if change.of_roles]
        if roles and not (self._login.superuser or self._login.createrole):
            raise AppSchemasError(
                _NO_CREATEROLE.format(self._login.name, listed(roles), self._so_far)
            )

    def grant(self, roles: Iterable[str], inherited: Iterable[str] = ()) -> None:
        """Let the login SET ROLE to those of `roles`, and have the rights of those of `inherited`.

        Raises:
            AppSchemasError: the login may not administer one of them.
        """
        if self._login.superuser:
            return
        if inherited:
            self._inherit()
        for role in sorted({*roles, *inherited}):
            if role not in self._lent and not self._may(role, inherit=role in inherited):
                try:
                    self._connection.execute(_LEND[self._options].format(**self._names(role)))
                except (
                    errors.InsufficientPrivilege,
                    errors.InvalidGrantOperation,
                    errors.FeatureNotSupported,
                    # PostgreSQL 16, of pg_database_owner.
                    errors.InternalError_,
                ) as error:
                    reason = error.diag.message_primary
                    raise AppSchemasError(
                        (_NO_OWNER if role.startswith("pg_") else _NO_ADMIN).format(
                            self._login.name, role, reason, self._so_far
                        )
                    ) from None
                self._lent.append(role)

    def revoke(self) -> None:
        """Leave the login a member of what the contract says and of nothing more."""
        for role in self._lent:
            self._connection.execute(_RETURN[self._options].format(**self._names(role)))
            if role in self._kept:
                self._connection.execute(
                    joining_sql([role], self._login.name, options=self._options)
                )
        self._lent = []
        if self._inherits:
            self._connection.execute(_NOINHERIT.format(Identifier(self._login.name)))
            self._inherits = False

    # Private
    # -------

    def _inherit(self) -> None:
        """Up to PostgreSQL 15 a NOINHERIT login has the rights of no role: until the end it has."""
        if self._options or self._inherits:
            return
        if self._connection.execute(_INHERITS, [self._login.name]).fetchone():
            return
        try:
            self._connection.execute(_INHERIT.format(Identifier(self._login.name)))
        except errors.InsufficientPrivilege as error:
            raise AppSchemasError(
                _NO_INHERIT.format(self._login.name, error.diag.message_primary, self._so_far)
            ) from None
        self._inherits = True

    def _may(self, role: str, *, inherit: bool) -> bool:
        with self._connection.cursor(row_factory=scalar_row) as cursor:
            if not cursor.execute(_IS_THERE, [role]).fetchone():
                # Whoever makes a role may not act as it by that alone.
                return False
            may = cursor.execute(_MAY[self._options], [role, role, inherit]).fetchone()
        return bool(may)

    def _names(self, role: str) -> dict[str, Identifier]:
        return {"role": Identifier(role), "login": Identifier(self._login.name)}


_NO_CREATEROLE: Final = (
    "{0!r} may not create or alter roles, and these changes need it: {1}. Either let an "
    'administrator run: ALTER ROLE "{0}" CREATEROLE, or name a login that has it in '
    "ADMIN_DATABASE_URL, or let a DBA run the rendered sql/ with psql. {2}"
)
_NO_ADMIN: Final = (
    "{0!r} may not act as role {1!r} ({2}). Let an administrator run: "
    'GRANT "{1}" TO "{0}" WITH ADMIN OPTION. {3}'
)
# Nobody can be granted pg_database_owner: it stands for the one who owns the database.
_NO_OWNER: Final = (
    "{0!r} may not act as role {1!r} ({2}). Apply as the owner of the database, or as a superuser. "
    "{3}"
)
_NO_INHERIT: Final = (
    "{0!r} is NOINHERIT, needs the rights of roles for this, and may not change that ({1}). Let an "
    'administrator run: ALTER ROLE "{0}" INHERIT. {2}'
)
_INHERITS: Final = "SELECT true FROM pg_catalog.pg_roles WHERE rolname = %s AND rolinherit"
_INHERIT: Final = SQL("ALTER ROLE {} INHERIT")
_NOINHERIT: Final = SQL("ALTER ROLE {} NOINHERIT")
_IS_THERE: Final = "SELECT true FROM pg_catalog.pg_roles WHERE rolname = %s"
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
