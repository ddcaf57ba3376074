"""Replicas: an alias of the engine that no schema has reads elsewhere, as each schema's role.

`using("replica")` is one connection, and the models of every schema are asked for there: each with
its schema's role and path, in transactions that are read-only. Nothing asked for there is answered
by the primary, and nothing is written through it.
"""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.backends.postgresql import base as postgresql

from appschemas.backend.session.context import SchemaContext, limits_of, no_schema
from appschemas.backend.session.tags import name_of_session
from appschemas.contract.contract import Contract

# The transaction of a switch that travels with its statement, and those that follow it.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-DEFAULT-TRANSACTION-READ-ONLY
READ_ONLY: Final = (("default_transaction_read_only", "on"), ("transaction_read_only", "on"))


class ReplicaWrapper(postgresql.DatabaseWrapper):
    """What the wrapper of a replica's alias is, and those that it makes, one for each schema.

    `replica` is the first of them; None for the wrapper of a schema's own alias.
    """

    replica: Any = None
    logs_queries = False
    session: Any

    @property
    def queries_logged(self) -> bool:
        return (self.replica or self).logs_queries or settings.DEBUG

    def find_replica(self) -> None:
        """Be that of a replica where the settings have the alias, and the contract has not."""
        named = connections.settings.get(self.alias) is self.settings_dict
        if named and self.alias != NO_DB_ALIAS:
            self.replica = self
            self._of_schemas: dict[str, tuple[Any, list[Any]]] = {}
            # Its statements are of a schema each, and named after that.
            self.execute_wrappers.clear()

    def context_of_none(self, contract: Contract, *, local: bool) -> SchemaContext:
        """Where SQL runs that is given to its alias: in none of the schemas that it reads."""
        limits = limits_of(contract, None, self.connection)
        limits = *limits, *name_of_session(None), *READ_ONLY
        return no_schema(local=local, limits=limits)

    def of_schema(self, alias: str) -> Any:
        """The wrapper for what is of the schema with this alias, on the replica's connection."""
        if alias not in self._of_schemas:
            made = type(self)(self.settings_dict, alias)
            made.session, made.replica, made.queries_log = self.session, self, self.queries_log
            self._of_schemas[alias] = made, made.execute_wrappers
        made, own = self._of_schemas[alias]
        made.execute_wrappers = [*own, *self.execute_wrappers]
        return made
