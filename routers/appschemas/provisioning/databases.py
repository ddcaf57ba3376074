"""Databases: made, dropped and commented on, and which one of its server the aliases mean."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from django.db import DatabaseError, connections
from psycopg import Connection, errors
from psycopg.sql import SQL, Identifier, Literal

from appschemas.database.servers import Database, admin_connection
from appschemas.exceptions import AppSchemasError, ProvisioningError

MAINTENANCE: Final = "postgres"


@contextmanager
def aliases_pointed_at(database: Database, name: str) -> Iterator[None]:
    """In the block the aliases of `database` mean the database of that name on its server."""
    before = {alias: connections[alias].settings_dict["NAME"] for alias in database.aliases}
    repoint_aliases(database, name)
    try:
        yield
    finally:
        for alias, old in before.items():
            _point(alias, old)


def repoint_aliases(database: Database, name: str) -> None:
    """From now on the aliases of `database` mean the database of that name on its server."""
    for alias in database.aliases:
        _point(alias, name)


def create(server: Connection[Any], name: str) -> None:
    """Make an empty database."""
    server.execute(_CREATE.format(Identifier(name)))


def exists(server: Connection[Any], name: str) -> bool:
    """Whether there is a database of that name."""
    found = server.execute("SELECT FROM pg_catalog.pg_database WHERE datname = %s", [name])
    return found.fetchone() is not None


def drop(server: Connection[Any], name: str) -> None:
    """Drop a database, whoever is still connected to it."""
    server.execute(_DROP_NOW.format(Identifier(name)))


@contextmanager
def maintenance(alias: str) -> Iterator[Connection[Any]]:
    """The administrator's connection, outside of all databases that are made and dropped.

    Raises:
        ProvisioningError: whatever PostgreSQL refuses in the block, in one sentence.
    """
    with _connected(alias) as connection:
        try:
            yield connection
        except (psycopg.Error, DatabaseError) as error:
            cause = error if isinstance(error, psycopg.Error) else error.__cause__
            if message := _explained(cause, connection.info.user):
                raise ProvisioningError(message) from error
            raise


def comment_of(server: Connection[Any], name: str) -> str | None:
    """The COMMENT of a database; None where there is no such database, or no comment."""
    row = server.execute(_COMMENT, [name]).fetchone()
    return row[0] if row else None


def comment_on(server: Connection[Any], name: str, text: str) -> None:
    """Give a database its COMMENT."""
    server.execute(_COMMENT_ON.format(name=Identifier(name), text=Literal(text)))


def wait_until_left(server: Connection[Any], name: str) -> None:
    """PostgreSQL itself looks every 100 ms whether a backend that was just closed has ended."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        row = server.execute(_CONNECTED, [name]).fetchone()
        if row is None or not row[0]:
            return
        time.sleep(0.002)


# Private
# -------

# WAL_LOG, the default, needs no checkpoint, which waits for everybody's writes.
_CREATE: Final = SQL("CREATE DATABASE {}")
_DROP_NOW: Final = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
_COMMENT_ON: Final = SQL("COMMENT ON DATABASE {name} IS {text}")
_COMMENT: Final = """
SELECT pg_catalog.shobj_description(oid, 'pg_database')
  FROM pg_catalog.pg_database WHERE datname = %s
"""
_CONNECTED: Final = "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = %s"
_PATIENCE: Final = 5.0
# Connection exceptions and operator intervention; a lost connection has no code at all.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_AWAY: Final = frozenset({"080", "57P"})


def _point(alias: str, name: str) -> None:
    # Closed first: a session is found by what its aliases point at.
    connections[alias].close()
    connections[alias].settings_dict["NAME"] = name


def _explained(error: BaseException | None, login: str) -> str | None:
    said = str(error).strip().partition("\n")[0]
    match error:
        case errors.InsufficientPrivilege():
            return (
                f"{login!r} may not do this: {said}. Test databases need a login with CREATEDB and "
                f'CREATEROLE: ALTER ROLE "{login}" CREATEDB CREATEROLE; or name another one in '
                "ADMIN_DATABASE_URL."
            )
        case errors.DiskFull():
            return (
                f"The server's disk is full: {said}. What was begun is removed; make room, or drop "
                "databases that nobody needs, such as test_* and appschemas_*."
            )
        case psycopg.OperationalError() if said.startswith("connection failed"):
            return (
                f"Cannot connect: {said}. The logins are those of DATABASE_URL and, where they are "
                "set, MIGRATOR_DATABASE_URL and ADMIN_DATABASE_URL. Nothing half-made is used."
            )
        case psycopg.OperationalError() if (error.sqlstate or "57P")[:3] in _AWAY:
            return f"The server went away: {said}. Nothing half-made is used: run it again."
    return None


@contextmanager
def _connected(alias: str) -> Iterator[Connection[Any]]:
    own = connections[alias].settings_dict["NAME"]
    try:
        context = admin_connection(alias, MAINTENANCE)
        connection = context.__enter__()
    except AppSchemasError:
        # Nobody has to have a database of that name.
        context = admin_connection(alias, own)
        connection = context.__enter__()
    with connection:
        yield connection
