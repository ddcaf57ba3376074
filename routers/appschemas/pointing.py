"""Pointing: which database of its server the aliases mean, and who is told what is done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections

from appschemas.servers import Database

Progress = Callable[[str], None]


def silent(what: str) -> None:
    """Say nothing."""


@contextmanager
def pointed_at(database: Database, name: str) -> Iterator[None]:
    """In the block the aliases of `database` mean the database of that name on its server."""
    before = {alias: connections[alias].settings_dict["NAME"] for alias in database.aliases}
    point_at(database, name)
    try:
        yield
    finally:
        for alias, old in before.items():
            _point(alias, old)


def point_at(database: Database, name: str) -> None:
    """From now on the aliases of `database` mean the database of that name on its server."""
    for alias in database.aliases:
        _point(alias, name)


# Private
# -------


def _point(alias: str, name: str) -> None:
    # Closed first: a session is found by what its aliases point at.
    connections[alias].close()
    connections[alias].settings_dict["NAME"] = name
