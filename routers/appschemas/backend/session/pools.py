"""Pools: `OPTIONS["pool"]` is one of psycopg's for each login at a database, and not one an alias.

Django keeps a pool an alias (https://docs.djangoproject.com/en/stable/ref/databases/#connection-pool).
The aliases of a session are one connection: whichever alias takes it, another may give it back. And
what one has set on it must not meet the next, who may work for other schemas.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base as postgresql

from appschemas.backend.session.current_role import ActingRole, login_role
from appschemas.backend.session.settings import leading_entry, pool_options, server_of


class SharedPool(postgresql.DatabaseWrapper):
    """What a wrapper does with the pool of its session's login."""

    session: Any
    connection: Any
    shares_session: bool
    replica: Any

    @property
    def pool(self) -> Any:
        """The pool that the connection is of, or that the next one is taken from; None for none.

        Raises:
            ImproperlyConfigured: psycopg-pool is missing, or connections are to be kept, too.
        """
        if (connection := self.session.connection) is not None:
            return getattr(connection, "_pool", None)
        key, options = self._pool_key(), self._pool_options()
        if not options or self.alias == NO_DB_ALIAS or self._goes_past_pools():
            return None
        if key not in _pools:
            # Not opened yet: of two threads that make one, the first has made it.
            _pools.setdefault(key, self._make_pool({} if options is True else options))
        return _pools[key]

    def close_pool(self) -> None:
        """Close what is pooled of this login at this database; what is in use is closed later."""
        if (pool := _pools.pop(self._pool_key(), None)) is not None:
            pool.close()

    def give_back(self) -> bool:
        """Give the connection back to its pool; False where it is of none."""
        if (connection := self.connection) is None or (pool := self.pool) is None:
            return False
        # Cursors that are left of it know no session any more.
        connection.appschemas_session = None
        with self.wrap_database_errors:
            pool.putconn(connection)
        self.connection = None
        return True

    # Private
    # -------

    def _pool_key(self) -> tuple[Any, ...]:
        # Those of a replica are of a pool of their own, whichever server that is.
        return server_of(self.settings_dict), self.replica is not None

    def _pool_options(self) -> Any:
        if self.shares_session:
            return pool_options(self.alias)
        return (self.settings_dict.get("OPTIONS") or {}).get("pool")

    def _goes_past_pools(self) -> bool:
        """Whether the login is a migrator's: one process, once."""
        return login_role() is ActingRole.OWNER and bool(self.settings_dict.get("MIGRATOR"))

    def _make_pool(self, options: dict[str, Any]) -> Any:
        try:
            from psycopg_pool import ConnectionPool  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise ImproperlyConfigured(
                f"OPTIONS['pool'] of alias {self.alias!r} needs psycopg-pool: "
                'pip install "psycopg[pool]".'
            ) from error
        entry = leading_entry(self.alias) if self.shares_session else self.settings_dict
        if entry.get("CONN_MAX_AGE", 0) != 0:
            raise ImproperlyConfigured(
                "Pooling doesn't support persistent connections. One of OPTIONS['pool'] goes back "
                "after each request: leave out CONN_MAX_AGE, or set it to 0."
            )

        def reset(connection: Any) -> None:
            connection.autocommit = True
            connection.isolation_level = connection.read_only = connection.deferrable = None
            connection.execute("DISCARD ALL")
            # It leaves the session's own role, which a login with an own session does not begin as.
            connection.execute("RESET ROLE")
            self._configure_connection(connection)
            if "reset" in options:
                options["reset"](connection)

        enable_checks = entry.get("CONN_HEALTH_CHECKS")
        made: dict[str, Any] = {
            "kwargs": {**self.get_connection_params(), "autocommit": True},
            "open": False,
            "configure": self._configure_connection,
            "check": ConnectionPool.check_connection if enable_checks else None,
        }
        return ConnectionPool(**made, **{**options, "reset": reset})


# Private
# -------

# Of the process: threads share them.
_pools: dict[tuple[Any, ...], Any] = {}
