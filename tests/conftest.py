"""Databases of a test's own, beside the test database that the plugin makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connections
from hypothesis import settings
from psycopg import sql

# pytest --hypothesis-profile=long, for programs made at random.
settings.register_profile("short", max_examples=200, deadline=None)
settings.register_profile("long", max_examples=10_000, deadline=None)
settings.load_profile("short")

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
