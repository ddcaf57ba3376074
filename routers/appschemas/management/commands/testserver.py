"""testserver: a development server on test databases, with the rows of fixtures."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import testserver
from django.db import DEFAULT_DB_ALIAS, connections

from appschemas.conf import get_contract
from appschemas.database.servers import databases_of
from appschemas.management.command import one_message


class Command(testserver.Command):
    """Django's testserver; schemas on other servers have their test database, too."""

    def handle(self, *fixture_labels: str, **options: Any) -> None:
        with one_message():
            others = [
                database.alias
                for database in databases_of(get_contract())
                if DEFAULT_DB_ALIAS not in database.aliases
            ]
        for alias in others:
            connections[alias].creation.create_test_db(
                options["verbosity"], autoclobber=not options["interactive"], serialize=False
            )
        super().handle(*fixture_labels, **options)
