"""Aliases: the connection of each schema, those of stand-ins included, which DATABASES lacks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from asgiref.local import Local
from django.db import connections
from psycopg.sql import SQL

from appschemas.backend.session.current_role import acting_as_owner
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.integrity.constraints.ddl import RoleStatement


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


def run_as_owners(statements: Iterable[RoleStatement], contract: Contract) -> None:
    """Run statements whose roles are owners of schemas, each in that schema; few round trips."""
    aliases = {schema.owner: schema.alias for schema in contract.schemas}
    with acting_as_owner():
        for owner, those in groupby(statements, key=lambda each: each.role):
            script = SQL(";\n").join(each.sql for each in those)
            with connection_of(aliases[owner]).cursor() as cursor:
                cursor.execute(script)


# Private
# -------

# As thread-critical as Django's own connections.
_local = Local(thread_critical=True)
