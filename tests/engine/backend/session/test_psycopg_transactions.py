"""Transactions that psycopg begins and ends, by none of Django's methods."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext, suppress
from typing import Any

import psycopg
import pytest
from django.db import connections, transaction

from appschemas.backend.session.current_role import acting_as_owner
from tests.tools.contexts import PAPERS, PEOPLE, place

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


def look() -> list[tuple[str, str]]:
    """Where statements that stay run, and those that do not."""
    return [place(alias) for alias in ("papers", "papers", "people")]


@pytest.fixture
def connection() -> Iterator[Any]:
    """That of papers, while the session is in people."""
    wrapper = connections["papers"]
    for alias in ("people", "papers", "people"):
        place(alias)
    yield wrapper.connection
    wrapper.set_autocommit(True)


@pytest.mark.parametrize("inner", [False, True])
def test_a_block_made_by_its_class_takes_the_switch_back(connection: Any, inner: bool) -> None:
    with transaction.atomic(using="people") if inner else nullcontext():
        place("people")
        with suppress(ZeroDivisionError), psycopg.Transaction(connection):
            place("papers")
            raise ZeroDivisionError

        assert look() == [PAPERS, PAPERS, PEOPLE]


def test_such_a_block_takes_an_owner_s_role_back_whose_path_is_the_same(connection: Any) -> None:
    def user() -> str:
        with connections["papers"].cursor() as cursor:
            cursor.execute("SELECT current_user::text")
            return str(cursor.fetchone()[0])

    with acting_as_owner():
        user()
        with suppress(ZeroDivisionError), psycopg.Transaction(connection):
            place("papers")
            raise ZeroDivisionError

        assert user() == "papers_owner"
    with suppress(ZeroDivisionError), psycopg.Transaction(connection):
        user()
        raise ZeroDivisionError

    assert user() == "papers_rw"


@pytest.mark.parametrize("ends", ["tpc_commit", "tpc_rollback"])
def test_two_phase_commit_that_is_given_up_takes_the_switch_back(
    connection: Any, ends: str
) -> None:
    wrapper = connections["papers"]
    wrapper.set_autocommit(False)
    connection.tpc_begin(connection.xid(1, "of", "papers"))
    assert place("papers") == PAPERS
    getattr(connection, ends)()
    wrapper.set_autocommit(True)

    assert look() == [PAPERS, PAPERS, PEOPLE]
