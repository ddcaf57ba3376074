"""Servers: which schemas share a database, and the administrator's connection to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

import psycopg
from django.db import connections
from psycopg import Connection

from appschemas.contract.contract import Contract
from appschemas.contract.databases import is_engine
from appschemas.contract.schema import Schema
from appschemas.exceptions import AppSchemasError

# https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS
# What the server prints of names and times is compared and read, whatever the database or the login
# starts with (https://www.postgresql.org/docs/current/runtime-config-compatible.html).
_BEGINNING: Final = """
SELECT pg_catalog.set_config(name, value, false)
  FROM (VALUES ('search_path', ''), ('quote_all_identifiers', 'off'), ('datestyle', 'ISO'),
               ('standard_conforming_strings', 'on')) AS s (name, value)
"""


@dataclass(frozen=True, slots=True)
class Database:
    """One database and the part of the contract that lives in it; `alias` is one of its aliases."""

    alias: str
    contract: Contract

    @property
    def aliases(self) -> tuple[str, ...]:
        """All aliases of this database."""
        return tuple(schema.alias for schema in self.contract.installed)

    def __str__(self) -> str:
        settings = connections[self.alias].settings_dict
        server = settings["HOST"] or "local socket"
        return f"{settings['NAME']} on {server}{':' if settings['PORT'] else ''}{settings['PORT']}"


def databases_of(contract: Contract, alias: str | None = None) -> tuple[Database, ...]:
    """The databases that `settings.DATABASES` gives the contract's schemas, each once.

    Args:
        contract: The whole contract.
        alias: Only the database of this alias.

    Raises:
        AppSchemasError: `alias` is no alias of the contract.
    """
    groups: dict[tuple[Any, ...], list[Any]] = {}
    for schema in contract.schemas:
        if schema.alias in connections:
            settings = connections[schema.alias].settings_dict
            if is_engine(settings["ENGINE"]):
                database = settings["HOST"], str(settings["PORT"]), settings["NAME"]
                groups.setdefault(database, []).append(schema)
    found = tuple(
        Database(schemas[0].alias, replace(contract, schemas=_with_stand_ins(contract, schemas)))
        for schemas in groups.values()
    )
    if alias is None:
        return found
    if not (chosen := tuple(each for each in found if alias in each.aliases)):
        known = ", ".join(sorted(each for database in found for each in database.aliases))
        raise AppSchemasError(f"No schema has the database alias {alias!r}; there are: {known}.")
    return chosen


@contextmanager
def admin_connection(alias: str, database: str | None = None) -> Iterator[Connection[Any]]:
    """A plain connection with the administrator's login, in autocommit mode, closed at the end.

    Its search_path is empty: in public, or in the schema of its own name, others may have made what
    a name would mean.

    Args:
        alias: One of the aliases of the server.
        database: Another database of that server.

    Raises:
        AppSchemasError: there is no way to connect.
    """
    elsewhere = {"dbname": database} if database else {}
    try:
        connection = connect(**{**login_parameters(connections[alias].settings_dict), **elsewhere})
    except psycopg.OperationalError as error:
        # libpq indents its question by a tab.
        reason = str(error).strip().expandtabs(4)
        raise AppSchemasError(
            f"Cannot connect to the database of {alias!r}: {reason}\n"
            "The login is that of ADMIN_DATABASE_URL, or of DATABASE_URL where that is not set; "
            "without both, this machine's socket and the name of who runs this."
        ) from None
    with connection:
        yield connection


def connect(**parameters: Any) -> Connection[Any]:
    """An administrator's session, in autocommit mode, that finds nothing by a path.

    Nor does it prepare statements: code of an owner that it happens to run, caged by a function of
    the checks and rolled back, could have put one of its own in the place of a prepared one, which
    no ROLLBACK takes back (https://www.postgresql.org/docs/current/sql-prepare.html).

    Args:
        parameters: In the words of libpq.
    """
    how = {"application_name": "appschemas", "autocommit": True, "prepare_threshold": None}
    connection: Connection[Any] = psycopg.connect(**{**parameters, **how})
    connection.execute(_BEGINNING)
    return connection


def passwords(database: Database) -> dict[str, str]:
    """The passwords that the settings hold for the login roles of the contract.

    Roles are the server's: those of another of its databases may be in the entry of that one.
    """
    own = [connections[alias].settings_dict for alias in database.aliases]
    others = [each for each in connections.settings.values() if _server(each) == _server(own[0])]
    logins = [
        login
        for entry in (*others, *own)
        for login in (entry, entry.get("MIGRATOR"), entry.get("ADMIN"))
        if login
    ]
    return {
        login["USER"]: login["PASSWORD"]
        for login in logins
        if login.get("USER") in database.contract.logins and login.get("PASSWORD")
    }


def login_parameters(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The administrator's login of one entry of DATABASES, in the words of libpq."""
    merged = {**settings, **(settings.get("ADMIN") or {})}
    options = {
        key: value
        for key, value in (merged.get("OPTIONS") or {}).items()
        if key not in _DJANGOS and isinstance(value, str | int)
    }
    return {**options, **{name: merged[key] for key, name in _KEYS.items() if merged.get(key)}}


# Private
# -------


def _server(settings: Mapping[str, Any]) -> tuple[str, str]:
    return settings.get("HOST") or "", str(settings.get("PORT") or "")


def _with_stand_ins(contract: Contract, schemas: list[Schema]) -> tuple[Schema, ...]:
    """These schemas and the stand-ins that they hold keys of, in the contract's order."""
    referenced = {each.name for schema in schemas for each in contract.referenced_by(schema)}
    here = {schema.name for schema in schemas} | (referenced & contract.stand_ins)
    return tuple(schema for schema in contract.schemas if schema.name in here)


_KEYS: Final = {
    "HOST": "host", "PORT": "port", "NAME": "dbname", "USER": "user", "PASSWORD": "password"
}  # fmt: skip
# What OPTIONS may hold for Django and not for libpq.
_DJANGOS: Final = frozenset(
    {"pool", "isolation_level", "server_side_binding", "assume_role", "prepare_threshold"}
)
