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
def pairs(server: dict[str, Any]) -> Iterator[Pairs]:
    """Tables under foreign keys and under identity keys, in a database of their own."""
    with built(server) as wall:
        wall.apply()
        wall.connection.prepare_threshold = None
        with psycopg.connect(
            **{**server, "dbname": wall.prefix, "prepare_threshold": None}
        ) as other:
            yield Pairs(wall, other)
