"""Database set-up: what goes with `django_db_setup`, pytest-django's fixture or a project's own."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Final

import pytest
from django.core.management import CommandError
from django.db import connections

from appschemas.conf import get_contract
from appschemas.database.servers import databases_of


class DatabaseSetup:
    """The plugin that looks at the fixture while it is set up.

    Pytest asks it around each fixture of each test. So it goes when all databases are made, and
    comes back when they are not any more.
    """

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
    ) -> Generator[None, object, object]:
        if fixturedef.argname != "django_db_setup":
            return (yield)
        manager = request.config.pluginmanager

        def come_back() -> None:
            if not manager.is_registered(self):
                manager.register(self)

        fixturedef.addfinalizer(come_back)
        try:
            result = yield
            _make_the_rest(fixturedef, request)
        except CommandError as error:
            _end(request, str(error))
        if manager.is_registered(self):
            manager.unregister(self)
        return result

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """A worker of xdist has ended: without a database there is nothing for the others."""
        if message := getattr(node, "workeroutput", {}).get(_REFUSED):
            pytest.exit(message, returncode=pytest.ExitCode.USAGE_ERROR)


# Private
# -------

# What a worker of xdist tells the process that started it.
_REFUSED: Final = "appschemas_refused"


def _end(request: pytest.FixtureRequest, message: str) -> None:
    """One message, and not one traceback a test."""
    config: Any = request.config
    if hasattr(config, "workerinput"):
        # A worker that exits is a crash to xdist; whoever started it says the message.
        config.workeroutput[_REFUSED] = message
        request.session.shouldstop = message
        pytest.skip("there is no test database")
    pytest.exit(message, returncode=pytest.ExitCode.USAGE_ERROR)


def _make_the_rest(fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest) -> None:
    """pytest-django makes those databases that some test's mark names.

    A test that asks for the fixture alone must not work on the database of the settings.
    """
    blocker = request.getfixturevalue("django_db_blocker")
    keep = request.getfixturevalue("django_db_keepdb")
    keep_now = keep and not request.getfixturevalue("django_db_createdb")
    for database in databases_of(get_contract()):
        connection = connections[database.alias]
        before = connection.settings_dict["NAME"]
        if connection.creation.is_made:
            continue
        with blocker.unblock():
            connection.creation.create_test_db(0, True, serialize=False, keepdb=keep_now)

        def destroy(connection: Any = connection, before: str = before) -> None:
            with blocker.unblock():
                connection.creation.destroy_test_db(before, 0, keepdb=keep)

        fixturedef.addfinalizer(destroy)
