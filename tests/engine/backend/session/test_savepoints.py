"""Savepoints of a test: one for all aliases of a session, and nothing else is lost with it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connections, transaction
from django.test import TestCase
from people.models import Country, Person

from tests.tools.contexts import PEOPLE, place
from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def undone(transactional_db: None) -> Iterator[type[TestCase]]:
    """The blocks that Django opens around a test, opened by hand."""

    class Case(TestCase):
        databases = frozenset(connections)

    yield Case
    connections.close_all()


def begun(case: type[TestCase]) -> dict[str, transaction.Atomic]:
    blocks: dict[str, transaction.Atomic] = case._enter_atomics()
    return blocks


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_all_aliases_begin_and_end_a_test_with_one_savepoint(
    undone: type[TestCase], statements: Recorded
) -> None:
    outer = begun(undone)
    with statements() as seen:
        inner = begun(undone)
        Person.objects.create(name="Ada")
        undone._rollback_atomics(inner)
    undone._rollback_atomics(outer)

    words = [sql.split()[0] for _, sql in seen]
    assert (words.count("SAVEPOINT"), words.count("ROLLBACK")) == (1, 1)
    assert not Person.objects.exists()


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_what_a_class_set_up_outlives_its_tests(undone: type[TestCase]) -> None:
    outer = begun(undone)
    Person.objects.create(name="Ada")
    for name in ("Bob", "Eve"):
        inner = begun(undone)
        Person.objects.create(name=name)
        undone._rollback_atomics(inner)
        assert [person.name for person in Person.objects.all()] == ["Ada"]
    undone._rollback_atomics(outer)

    assert not Person.objects.exists()


@pytest.mark.parametrize("alias", ["default", "people", "papers"])
def test_a_block_inside_of_a_test_is_undone_by_itself(alias: str) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic(alias):
        Person.objects.create(name="Ada")
        1 / 0  # noqa: B018
    Person.objects.create(name="Bob")
    with pytest.raises(ZeroDivisionError), transaction.atomic(alias):
        Person.objects.create(name="Eve")
        1 / 0  # noqa: B018

    assert [person.name for person in Person.objects.all()] == ["Bob"]


def test_blocks_of_two_aliases_in_one_another_are_undone_one_by_one() -> None:
    with transaction.atomic("people"):
        with pytest.raises(ZeroDivisionError), transaction.atomic("papers"):
            Person.objects.create(name="Ada")
            1 / 0  # noqa: B018
        Person.objects.create(name="Bob")

    assert [person.name for person in Person.objects.all()] == ["Bob"]


def test_what_runs_past_djangos_cursors_is_undone_too() -> None:
    Country.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic("people"):
        connections["people"].connection.execute(
            "INSERT INTO people.people_person (name) VALUES ('Ada')"
        )
        1 / 0  # noqa: B018

    assert not Person.objects.exists()


def test_constraints_are_checked_in_one_round_trip(statements: Recorded) -> None:
    Country.objects.count()
    with statements() as seen:
        connections["people"].check_constraints()
        connections["papers"].check_constraints()

    assert [sql for _, sql in seen] == [
        "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
    ]


def test_whether_there_is_a_server_is_asked_in_no_schema() -> None:
    Country.objects.count()
    session = connections["people"].session
    before = session.known

    assert connections["papers"].is_usable()
    assert session.known is before
    assert place("people") == PEOPLE


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_without_a_server_no_alias_is_usable() -> None:
    Country.objects.count()
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        process = connections["people"].connection.info.backend_pid
        server.execute("SELECT pg_terminate_backend(%s, 5000)", [process])

    assert not connections["papers"].is_usable()
    connections["papers"].close()
    assert not connections["papers"].is_usable()
