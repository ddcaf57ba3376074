"""Whole project: Django's commands that know one database, on all schemas or on one.

Django's own bodies do the work. What they ask of the router and of the connection is answered for
all schemas together, and each query runs in the schema of its model all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, connections

from appschemas.backend.session.aliases import Together
from appschemas.backend.session.current_role import acting_as_owner, logged_in_as_migrator
from appschemas.conf import get_contract, is_engine
from appschemas.management.command import one_message
from appschemas.management.unsplit import refuse_unsplit
from appschemas.routers import home_of


class WholeProject(BaseCommand):
    """A command that without `--database` is about every schema, and with it about one.

    Attributes:
        needs_tables: Whether it is refused where the tables lie elsewhere, as before a split, or
            are copies. In a transaction, as in a test, nobody asks.
    """

    needs_tables = True

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database=None)

    def execute(self, *args: Any, **options: Any) -> Any:
        with one_message():
            if options["database"] is None:
                options["database"] = _everything()
            aliases = aliases_for(options["database"])
            if self.needs_tables and aliases and not _in_a_transaction():
                refuse_unsplit(aliases)
            return super().execute(*args, **options)


class InOneSchema(WholeProject):
    """A command about rows of one app, which live in one schema whatever `--database` says."""

    def execute(self, *args: Any, **options: Any) -> Any:
        options["database"] = _home(self.app_label, options["database"])
        return super().execute(*args, **options)

    @property
    def app_label(self) -> str:
        """The app whose rows it is about."""
        raise NotImplementedError


class Everything(Together):
    """The alias of the platform, where a command names none: it stands for all of them."""

    __slots__ = ()


def aliases_for(database: str) -> tuple[str, ...]:
    """The aliases that the option `--database` of a command is about."""
    return database.aliases if isinstance(database, Together) else (database,)


@contextmanager
def with_the_rights_of_owners() -> Iterator[None]:
    """Go on as the owners: with the migrator's login, but within a transaction that is open.

    A test that calls a command in its own transaction has one session, and goes on in it.
    """
    with acting_as_owner() if _in_a_transaction() else logged_in_as_migrator():
        yield


def refuse_elsewhere(database: str, labels: Iterable[str]) -> None:
    """Refuse apps that do not live in the schema of the alias that the command names.

    Args:
        database: The alias.
        labels: `app` or `app.Model`.

    Raises:
        CommandError: saying where the app lives.
    """
    contract = get_contract()
    if (schema := contract.schema_of_alias(database)) is None:
        return
    for label in labels:
        home = contract.publisher_of(label)
        if home is not None and home != schema and home.alias not in aliases_for(database):
            raise CommandError(
                f"App {label.partition('.')[0]!r} lives in schema {home.name!r}, not in "
                f"{schema.name!r}: say --database {home.alias}, or leave --database out."
            )


# Private
# -------


def _in_a_transaction() -> bool:
    return any(each.in_atomic_block for each in connections.all(initialized_only=True))


def _home(app_label: str, database: str | None) -> str:
    """The alias of the app's schema; one that is named must be that, or unknown to the contract."""
    contract = get_contract()
    home = home_of(app_label, contract)
    if home is None:
        return database or DEFAULT_DB_ALIAS
    named = contract.schema_of_alias(database) if database else home
    if named is None:
        return str(database)
    if named != home:
        raise CommandError(
            f"App {app_label!r} lives in schema {home.name!r}, not in {named.name!r}: "
            f"say --database {home.alias}, or leave --database out."
        )
    return home.alias


def _everything() -> Everything:
    found = [
        schema.alias
        for schema in get_contract().installed
        if is_engine(connections.settings.get(schema.alias, {}).get("ENGINE"))
    ]
    found.sort(key=lambda alias: alias != DEFAULT_DB_ALIAS)
    # Nothing but that of the platform, where the contract knows no alias of these settings.
    aliases = found or [DEFAULT_DB_ALIAS]
    return Everything(aliases[0], aliases)
