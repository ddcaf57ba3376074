"""Extensions: what the contract wants installed, in the schema that it has for them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from psycopg.sql import SQL, Composed, Identifier

from appschemas.contract.contract import Contract
from appschemas.database.catalog import CatalogState
from appschemas.database.plan.changes import Action, Change, as_login
from appschemas.exceptions import AppSchemasError


def extension_changes(contract: Contract, actual: CatalogState) -> Iterator[Change]:
    """A change for each extension that the database lacks, with those that it needs itself.

    It is the administrator's to make: a superuser's, or for a trusted extension that of an owner
    of the database (https://www.postgresql.org/docs/current/sql-createextension.html).

    Raises:
        AppSchemasError: the server does not have one of them.
    """
    for name in contract.extension_names:
        if name in actual.extensions:
            continue
        if name not in actual.available_extensions:
            raise AppSchemasError(
                f"{contract.path or 'contract'}: extensions.install: extension {name!r} is not on "
                f"this server{_meant(name, actual)} Install its package there, or correct the name."
            )
        schema = actual.available_extensions[name] or contract.extensions
        yield Change(
            contract.extensions,
            Action.ADD,
            f"create extension {name} in {schema}",
            as_login(create_sql(name, schema)),
        )


def create_sql(name: str, schema: str) -> Composed:
    """CREATE EXTENSION, and those that it needs, in a schema; once."""
    return _CREATE.format(name=Identifier(name), schema=Identifier(schema))


# Private
# -------

_CREATE: Final = SQL("CREATE EXTENSION IF NOT EXISTS {name} SCHEMA {schema} CASCADE")


def _meant(name: str, actual: CatalogState) -> str:
    close = get_close_matches(name, actual.available_extensions, n=1)
    return f"; did you mean {close[0]!r}?" if close else "."
