"""Walls, rows of the tiny project, and what was said to its database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connections

from appschemas.database.servers import login_parameters
from tests.tools.inner_project import inner, manage, production, script  # noqa: F401 - fixtures
from tests.tools.own_project import Project, own_project
from tests.tools.pairs import Pairs
from tests.tools.statements import Recorded, recorded
from tests.tools.stranger import second, settled, stranger  # noqa: F401 - fixtures
from tests.tools.walls import LEFT_ALONE, TABLES, Wall, built

# The engine is tested on the tiny project: pytest tests/engine --ds=engine_settings
if settings.SETTINGS_MODULE == "engine_settings":
    from papers.models import Paper
    from people.models import Person
else:
    collect_ignore_glob = ["*"]


@pytest.fixture(scope="session")
def server() -> dict[str, Any]:
    """The administrator's login, as psycopg takes it, without a database."""
    parameters = login_parameters(connections["default"].settings_dict)
    return {**parameters, "dbname": "postgres", "autocommit": True}


@pytest.fixture(scope="session")
def _standing(server: dict[str, Any]) -> Iterator[Wall]:
    with built(server) as wall:
        wall.apply()
        wall.run(TABLES + LEFT_ALONE)
        wall.apply()
        yield wall


@pytest.fixture
def wall(_standing: Wall) -> Iterator[Wall]:
    """The three schemas, applied and in step; what a test does to them is rolled back."""
    with _standing.connection.transaction(force_rollback=True):
        yield _standing


@pytest.fixture
def bare(server: dict[str, Any]) -> Iterator[Wall]:
    """A database in which nothing has been applied, for a test that commits."""
    with built(server) as wall:
        yield wall


@pytest.fixture
def as_login(wall: Wall) -> Callable[[str], None]:
    """Go on as this role, as if it had logged in."""

    def become(role: str) -> None:
        wall.run(f"SET SESSION AUTHORIZATION {{{role}}}")

    return become


@pytest.fixture
def ada(db: None) -> Person:
    return Person.objects.create(name="Ada")


@pytest.fixture
def bob(db: None) -> Person:
    return Person.objects.create(name="Bob")


@pytest.fixture
def paper(ada: Person, bob: Person) -> Paper:
    """A paper as it comes from the database, by Ada, edited by Bob."""
    pk = Paper.objects.create(title="On walls", author=ada, editor=bob).pk
    return Paper.objects.get(pk=pk)


@pytest.fixture
def statements() -> Recorded:
    """Record (role, SQL) of each statement in the block, whichever alias it runs on."""
    return recorded


@pytest.fixture(scope="module")
def _in_production(
    django_db_setup: None,
    django_db_blocker: Any,
    worker_id: str,
    server: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("whole")
    with (
        django_db_blocker.unblock(),
        own_project(server, folder, f"whole_{worker_id}", own=False) as made,
    ):
        yield made


@pytest.fixture
def in_production(_in_production: Project, django_db_blocker: Any) -> Iterator[Project]:
    """The tiny project with the logins of production, one session for all; rows go afterwards."""
    with django_db_blocker.unblock(), _in_production.installed():
        yield _in_production
        connections.close_all()
        _in_production.empty()


@pytest.fixture(scope="module")
def pairs(server: dict[str, Any]) -> Iterator[Pairs]:
    """Tables under foreign keys and under identity keys, in a database of their own."""
    with built(server) as wall:
        wall.apply()
        wall.connection.prepare_threshold = None
        with psycopg.connect(
            **{**server, "dbname": wall.prefix, "prepare_threshold": None}
        ) as other:
            yield Pairs(wall, other)
