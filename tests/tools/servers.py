"""The server: databases of a test's own, beside the test database that the plugin makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import psycopg
from django.db import connections
from psycopg import sql

# Roles belong to the server and not to a database: only one process at a time makes them.
PROVISIONING = 7_041_776


def admin_settings() -> dict[str, Any]:
    """Where the server is, with the administrator's login."""
    settings = connections["default"].settings_dict
    return {**settings, **(settings.get("ADMIN") or {})}


@contextmanager
def administrator(database: str = "postgres") -> Iterator[psycopg.Connection]:
    """The administrator's connection to a database, by default outside of every test database."""
    settings = admin_settings()
    with psycopg.connect(
        host=settings["HOST"] or None,
        port=settings["PORT"] or None,
        user=settings["USER"] or None,
        password=settings["PASSWORD"] or None,
        dbname=database,
        autocommit=True,
    ) as connection:
        yield connection


def recreate(server: psycopg.Connection, name: str) -> None:
    """Make an empty database of this name."""
    drop(server, name)
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def drop(server: psycopg.Connection, name: str) -> None:
    """Drop the database, whoever is still connected to it."""
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    server.execute(statement.format(sql.Identifier(name)))


def url(name: str) -> str:
    """The administrator's URL of a database of that name."""
    settings = admin_settings()
    password = f":{quote(settings['PASSWORD'], safe='')}" if settings["PASSWORD"] else ""
    place = quote(settings["HOST"], safe="") + (f":{settings['PORT']}" if settings["PORT"] else "")
    return f"postgresql://{quote(settings['USER'])}{password}@{place}/{name}"


def databases(prefix: str) -> list[str]:
    """The databases whose names begin so."""
    with administrator() as server:
        found = "SELECT datname FROM pg_catalog.pg_database WHERE starts_with(datname, %s)"
        return sorted(name for (name,) in server.execute(found, [prefix]))


def comment(name: str) -> str | None:
    """The COMMENT of a database."""
    with administrator() as server:
        query = (
            "SELECT pg_catalog.shobj_description(oid, 'pg_database')"
            " FROM pg_catalog.pg_database WHERE datname = %s"
        )
        row = server.execute(query, [name]).fetchone()
        return row[0] if row else None
