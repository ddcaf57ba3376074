"""Session: one PostgreSQL connection with its transaction, shared by the schemas of a server.

The aliases of one server share it, so that `transaction.atomic()` spans apps and one app sees what
another has written before the commit. Each statement still runs with its own schema's role.
"""

from __future__ import annotations

from typing import Any, Final
from weakref import WeakValueDictionary

from asgiref.local import Local
from django.db.utils import ProgrammingError
from psycopg import errors
from psycopg.pq import TransactionStatus
from psycopg.sql import SQL, Identifier

from appschemas.backend.savepoints import Points
from appschemas.exceptions import AppSchemasError

# One round trip for both; https://www.postgresql.org/docs/current/sql-set-role.html
_ENTER: Final = SQL("SET ROLE {role}; SET search_path TO {path}")

# What a statement may have undone or changed behind our back, by its command tag.
_UNSETTLING: Final = frozenset({"ROLLBACK", "SET", "RESET", "DISCARD", "DISCARD ALL"})


class RoleRefused(AppSchemasError, ProgrammingError):
    """The login may not act as a schema's role."""


class Session:
    """The state that Django keeps per connection, kept once for several aliases.

    `entered` is the (role, search_path) that the connection is known to be in; None when unknown.
    """

    # Names of server-side cursors are unique per connection, not per alias.
    _named_cursor_idx = 0

    def __init__(self) -> None:
        self.connection: Any = None
        self.points = Points()
        self.entered: tuple[str, tuple[str, ...]] | None = None

    def enter(self, role: str, path: tuple[str, ...]) -> None:
        """Let the next statement run as `role` with `path` as its search_path.

        Raises:
            RoleRefused: the login is no member of `role`, or there is no such role.
        """
        if self.entered == (role, path):
            return
        if self.connection.pgconn.transaction_status == TransactionStatus.INERROR:
            # Every statement but ROLLBACK fails by itself now, and ROLLBACK needs no role.
            return
        self.entered = None
        try:
            self.connection.execute(
                _ENTER.format(role=Identifier(role), path=SQL(", ").join(map(Identifier, path)))
            )
        except (errors.InsufficientPrivilege, errors.InvalidParameterValue) as error:
            user = self.connection.info.user
            raise RoleRefused(
                f"The login {user!r} may not act as {role!r} ({_first_line(error)}). "
                "Apply the contract with: manage.py schema_apply --apply; "
                "migrations need the migrator's login in MIGRATOR_DATABASE_URL."
            ) from error
        self.entered = (role, path)

    def forget(self) -> None:
        """What the connection is in is not known any more: SET is undone by ROLLBACK."""
        self.entered = None

    def settle(self, command_tag: str | None) -> None:
        """Forget what the statement with this command tag may have changed."""
        if command_tag in _UNSETTLING:
            self.forget()


class Shared:
    """An attribute of a wrapper that lives in its session."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, wrapper: Any, owner: type) -> Any:
        return self if wrapper is None else getattr(wrapper.session, self.name)

    def __set__(self, wrapper: Any, value: Any) -> None:
        setattr(wrapper.session, self.name, value)


def joined(key: tuple[Any, ...], fresh: Session) -> Session:
    """The session of this thread for `key`; `fresh` becomes it when there is none."""
    sessions = getattr(_local, "sessions", None)
    if sessions is None:
        sessions = _local.sessions = WeakValueDictionary()
    session: Session = sessions.setdefault(key, fresh)
    return session


# Private
# -------

# As thread-critical as Django's own connections: a session never leaves its thread.
_local = Local(thread_critical=True)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
