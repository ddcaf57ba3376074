"""Pointing: which database of its server the aliases mean, and who is told what is done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connections

from appschemas.database.servers import Database

StepProgress = Callable[[str], None]


def silent(what: str) -> None:
    """Say nothing."""


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


# Private
# -------


def _point(alias: str, name: str) -> None:
    # Closed first: a session is found by what its aliases point at.
    connections[alias].close()
    connections[alias].settings_dict["NAME"] = name
