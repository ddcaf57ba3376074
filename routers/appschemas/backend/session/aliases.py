"""Aliases: the connection of each schema, those of stand-ins included, which DATABASES lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from asgiref.local import Local
from django.db import connections
from psycopg.sql import SQL

from appschemas.backend.session.current_role import acting_as_owner
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.templates import Template, identifier


class Together(str):
    """An alias that stands for several: `aliases`, of one session.

    To Django it is the alias; to a command of the engine it says what goes along.
    """

    __slots__ = ("aliases",)
    aliases: tuple[str, ...]

    def __new__(cls, alias: str, aliases: Iterable[str]) -> Together:
        made = super().__new__(cls, alias)
        made.aliases = tuple(aliases)
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        # What was read on it remembers it, and is copied and pickled as the alias that it is.
        return str, (str(self),)


def connection_of(alias: str) -> Any:
    """Django's connection of `alias`; that of a stand-in is in the session of those who hold keys.

    Raises:
        ConnectionDoesNotExist: the contract has no such alias, either.
    """
    contract = get_contract()
    schema = contract.schema_of_alias(alias)
    if alias in connections or schema is None or schema.name not in contract.stand_ins:
        return connections[alias]
    made = getattr(_local, "connections", None)
    if made is None:
        made = _local.connections = {}
    holder = next(each for each in contract.installed if schema in contract.referenced_by(each))
    beside = connections[holder.alias]
    if alias not in made:
        made[alias] = type(beside)(beside.settings_dict, alias)
    # Not the session of the database's name, which in tests is another by now.
    made[alias].session = beside.session
    return made[alias]


def run_as_roles(statements: Iterable[RoleStatement], contract: Contract) -> None:
    """Run statements as their roles, those of one database as one script and one transaction.

    Args:
        statements: Of roles of schemas; one of the contract's own is for the database of the
            next statement.
        contract: Says which schema a role is of.
    """
    aliases = {
        role: schema.alias for schema in contract.schemas for role in (schema.owner, schema.keys)
    }
    statements = list(statements)
    places = [aliases.get(each.role) for each in statements]
    known = next(filter(None, places), None)
    databases = {place: _database(place) for place in set(places) if place}
    scripts: dict[Any, tuple[str, list[RoleStatement]]] = {}
    for place, each in zip(places, statements, strict=True):
        known = place or known
        if known is None:
            raise AppSchemasError(f"Role {each.role!r} alone does not say which database is meant.")
        scripts.setdefault(databases[known], (known, []))[1].append(each)
    with acting_as_owner():
        for alias, those in scripts.values():
            with connection_of(alias).cursor() as cursor:
                cursor.execute(SQL(";\n".join(_script(those))))


# Private
# -------

# LOCAL: the whole script is one transaction, if it is not a part of one.
_ROLE: Final = Template("SET LOCAL ROLE {}")
# By its command tag the session knows that it is in no schema's role any more.
_RESET: Final = "RESET ROLE"

# As thread-critical as Django's own connections.
_local = Local(thread_critical=True)


def _database(alias: str) -> tuple[Any, ...]:
    settings = connection_of(alias).settings_dict
    return settings["HOST"], str(settings["PORT"]), settings["NAME"]


def _script(statements: Iterable[RoleStatement]) -> Iterator[str]:
    for role, those in groupby(statements, key=attrgetter("role")):
        yield _ROLE.format(identifier(role)).as_string(None)
        yield from (each.sql.as_string(None) for each in those)
    yield _RESET
