"""What goes with pytest-django's fixture `django_db_setup`."""

from __future__ import annotations

import pytest

from appschemas.testing.database_setup import DatabaseSetup


@pytest.mark.django_db
def test_nobody_is_asked_around_each_fixture_once_the_databases_are_made(
    pytestconfig: pytest.Config,
) -> None:
    asked = pytestconfig.hook.pytest_fixture_setup.get_hookimpls()

    assert not any(isinstance(each.plugin, DatabaseSetup) for each in asked)
