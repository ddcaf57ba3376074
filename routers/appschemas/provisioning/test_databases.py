"""Test databases: what the backend asks for when Django makes, copies and drops them."""

from __future__ import annotations

from typing import Any

from appschemas.conf import get_contract
from appschemas.database.apply.planning import silent
from appschemas.database.servers import Database, databases_of
from appschemas.provisioning import databases, templates
from appschemas.provisioning.clone import copy


class TemplateDatabases:
    """Test databases that are clones of a template; see `backend.test_databases`."""

    def aliases(self, alias: str) -> tuple[str, ...]:
        return _database(alias).aliases

    def provide(self, alias: str, name: str, *, keep: bool, rebuild: bool, progress: Any) -> None:
        told = progress or silent
        templates.provide(_database(alias), name, keep=keep, rebuild=rebuild, progress=told)

    def copy(self, alias: str, source: str, target: str, *, keep: bool) -> None:
        with databases.maintenance(alias) as server:
            copy(server, source, target, keep=keep)

    def exists(self, alias: str, name: str) -> bool:
        with databases.maintenance(alias) as server:
            return databases.exists(server, name)

    def drop(self, alias: str, name: str) -> None:
        with databases.maintenance(alias) as server:
            databases.drop(server, name)


# Private
# -------


def _database(alias: str) -> Database:
    (database,) = databases_of(get_contract(), alias)
    return database
