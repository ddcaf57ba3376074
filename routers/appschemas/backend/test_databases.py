"""Test databases: what the backend asks of whoever makes them, which is above it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from django.core.management import CommandError


class TestDatabases(Protocol):
    """Who makes test databases; each method takes an alias of the server that is meant.

    Each raises an AppSchemasError where the server, or a right of the login, does not allow it.
    """

    def aliases(self, alias: str) -> tuple[str, ...]:
        """All aliases of the database that `alias` means."""

    def provide(
        self,
        alias: str,
        name: str,
        *,
        keep: bool,
        rebuild: bool,
        progress: Callable[[str], None] | None,
    ) -> None:
        """Let there be a database `name` with every schema in it, and let the aliases mean it."""

    def copy(self, alias: str, source: str, target: str, *, keep: bool) -> None:
        """Copy a database with its rows; one of the same making is left alone with `keep`."""

    def exists(self, alias: str, name: str) -> bool:
        """Whether there is a database of that name."""

    def drop(self, alias: str, name: str) -> None:
        """Drop a database, whoever is connected to it."""


def register_test_databases(provider: Callable[[], TestDatabases]) -> None:
    """Say who makes test databases; asked for where one is made, and few processes make any."""
    _registered[:] = [provider]


def registered_test_databases() -> TestDatabases:
    """Who makes them.

    Raises:
        CommandError: "appschemas" is not installed.
    """
    if not _registered:
        raise CommandError('Add "appschemas" to INSTALLED_APPS: it makes the test databases.')
    return _registered[-1]()


# Private
# -------

_registered: list[Callable[[], TestDatabases]] = []
