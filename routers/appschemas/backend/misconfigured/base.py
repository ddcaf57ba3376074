"""The wrapper: whatever asks this database is told what is wrong with the settings."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db.backends.base.client import BaseDatabaseClient
from django.db.backends.base.creation import BaseDatabaseCreation
from django.db.backends.dummy import base as dummy

from appschemas.conf import Misconfigured


class DatabaseClient(BaseDatabaseClient):
    """No shell."""

    def runshell(self, parameters: Any) -> NoReturn:
        _complain(self.connection)


class DatabaseCreation(BaseDatabaseCreation):
    """No test database."""

    def create_test_db(self, *args: Any, **kwargs: Any) -> NoReturn:
        _complain(self.connection)


class DatabaseWrapper(dummy.DatabaseWrapper):
    """Django's dummy, which knows why it is one: `settings_dict["ERROR"]`."""

    client_class = DatabaseClient
    creation_class = DatabaseCreation

    def ensure_connection(self) -> NoReturn:
        _complain(self)


# Private
# -------


def _complain(connection: Any) -> NoReturn:
    raise Misconfigured(connection.settings_dict["ERROR"])
