"""Catalog queries: what migrations ask of the databases of a contract's schemas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections

from appschemas.backend.session.current_role import acts_alone
from appschemas.contract.contract import Contract
from appschemas.database.queries import queries


def asked(query: str, contract: Contract, **parameters: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a query of `locations.sql`, from every database that has a schema.

    Args:
        query: Its name.
        contract: `schemas` in the query are the names of all of its schemas.
        parameters: The query's others.
    """
    names = [schema.name for schema in contract.schemas]
    for alias in _one_of_each(contract):
        with connections[alias].cursor() as cursor:
            text = queries("locations.sql", __package__)[query].decode()
            cursor.execute(text, {"schemas": names, **parameters})
            yield from cursor.fetchall()


# Private
# -------


def _one_of_each(contract: Contract) -> Iterator[str]:
    """An alias of each database, or the one in which the login may act."""
    found = set()
    reached = [each for each in contract.installed if acts_alone() in ("", each.name)]
    for schema in reached:
        if schema.alias in connections:
            settings = connections[schema.alias].settings_dict
            database = settings["HOST"], str(settings["PORT"]), settings["NAME"]
            if database not in found:
                found.add(database)
                yield schema.alias
