"""Rows of the tiny project, and what was said to its database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import psycopg
import pytest
from conftest import built
from django.db import connections
from papers.models import Paper
from people.models import Person
from tiny.own_project import Project, own_project
from tiny.pairs import Pairs

Recorded = Callable[[], AbstractContextManager[list[tuple[str, str]]]]


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

    @contextmanager
    def recorded() -> Iterator[list[tuple[str, str]]]:
        seen: list[tuple[str, str]] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            result = execute(sql, params, many, context)
            known_context = context["connection"].session.known_context
            seen.append((known_context[0] if known_context else "", sql))
            return result

        wrappers = [connections[alias].execute_wrapper(note) for alias in connections]
        for wrapper in wrappers:
            wrapper.__enter__()
        try:
            yield seen
        finally:
            for wrapper in wrappers:
                wrapper.__exit__(None, None, None)

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
