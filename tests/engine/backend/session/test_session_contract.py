"""What Django promises of a connection holds for all aliases of a session at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.core.handlers.base import BaseHandler
from django.core.signals import request_finished, request_started
from django.db import (
    IntegrityError,
    close_old_connections,
    connection,
    connections,
    transaction,
)
from django.db.models.signals import pre_delete
from django.db.utils import OperationalError
from papers.models import Paper
from people.models import Person
from psycopg.sql import SQL, Identifier

from tests.tools.catalog import plain
from tests.tools.contexts import PAPERS, PEOPLE, place

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


def end(pid: int) -> None:
    """Let the server end this connection, and wait until it is gone."""
    with plain() as other:
        ended = other.execute("SELECT pg_catalog.pg_terminate_backend(%s, 5000)", [pid])
        assert ended.fetchone() == (True,)


@pytest.fixture
def age() -> Iterator[dict[str, Any]]:
    """The settings of all aliases, to be changed for one test."""
    before = {alias: dict(connections[alias].settings_dict) for alias in connections}
    yield {alias: connections[alias].settings_dict for alias in connections}
    connections.close_all()
    for alias, settings in before.items():
        connections[alias].settings_dict.update(settings)


# atomic
# ------


def test_an_inner_block_without_savepoint_marks_the_block_of_another_alias() -> None:
    with (
        pytest.raises(transaction.TransactionManagementError),
        transaction.atomic(using="people"),
    ):
        with (
            pytest.raises(RuntimeError),
            transaction.atomic(using="papers", savepoint=False),
        ):
            raise RuntimeError
        Person.objects.exists()

    assert [place("papers"), place("people")] == [PAPERS, PEOPLE]


def test_set_rollback_of_one_alias_rolls_all_back() -> None:
    with transaction.atomic(using="people"):
        Person.objects.create(name="Ada")
        transaction.set_rollback(True, using="reviews")
        assert transaction.get_rollback(using="papers")

    assert not Person.objects.exists()


def test_autocommit_is_that_of_the_session() -> None:
    with transaction.atomic(using="people"):
        assert not transaction.get_autocommit(using="papers")

    assert transaction.get_autocommit(using="papers")


def test_a_durable_block_of_one_alias_commits_for_all() -> None:
    with transaction.atomic(using="papers", durable=True):
        Person.objects.create(name="Ada")

    with plain() as other:
        assert other.execute("SELECT name FROM people.people_person").fetchall() == [("Ada",)]


def test_a_block_that_ends_in_a_refused_commit_runs_no_hook() -> None:
    called: list[str] = []
    with pytest.raises(IntegrityError), transaction.atomic(using="people"):
        transaction.on_commit(lambda: called.append("lost"), using="reviews")
        Paper.objects.create(title="t", author_id=0)

    assert called == []
    assert place("people") == PEOPLE


def test_a_hook_runs_once_after_the_commit_in_its_own_schema() -> None:
    seen: list[Any] = []

    def look(alias: str) -> None:
        with plain() as other:
            rows = other.execute("SELECT count(*) FROM people.people_person").fetchone()
        seen.append((place(alias), rows))

    with transaction.atomic(using="people"), transaction.atomic(using="papers"):
        Person.objects.create(name="Ada")
        for alias in ("people", "papers"):
            transaction.on_commit(lambda alias=alias: look(alias), using=alias)

    assert seen == [(PEOPLE, (1,)), (PAPERS, (1,))]


def test_a_robust_hook_that_fails_stops_no_other(caplog: Any) -> None:
    called: list[Any] = []

    def fail() -> None:
        connections["people"].cursor().execute("SELECT 1/0")

    with transaction.atomic(using="people"):
        transaction.on_commit(fail, using="papers", robust=True)
        transaction.on_commit(lambda: called.append(place("reviews")[0]), using="reviews")

    assert called == ["reviews_rw"]
    assert "division by zero" in caplog.text


def test_handlers_of_pre_delete_run_in_their_own_schema() -> None:
    person, seen = Person.objects.create(name="Ada"), []

    def look(**kwargs: Any) -> None:
        seen.extend([place("papers"), place("people")])

    pre_delete.connect(look, sender=Person)
    try:
        person.delete()
    finally:
        pre_delete.disconnect(look, sender=Person)

    assert seen == [PAPERS, PEOPLE]
    assert not Person.objects.exists()


@pytest.mark.parametrize("fails", [False, True])
def test_atomic_requests_of_several_aliases_are_one_transaction(
    age: dict[str, Any], fails: bool
) -> None:
    for alias in ("people", "papers"):
        age[alias]["ATOMIC_REQUESTS"] = True

    def view(request: Any) -> None:
        Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))
        if fails:
            raise RuntimeError

    if fails:
        with pytest.raises(RuntimeError):
            BaseHandler().make_view_atomic(view)(None)
    else:
        BaseHandler().make_view_atomic(view)(None)

    assert (Person.objects.count(), Paper.objects.count()) == ((0, 0) if fails else (1, 1))
    assert not connection.in_atomic_block


# The connection's life
# ---------------------


def test_an_old_connection_is_closed_for_all_and_opened_once(age: dict[str, Any]) -> None:
    connection.close()
    for settings in age.values():
        settings["CONN_MAX_AGE"] = 0
    place("people")

    close_old_connections()

    assert {connections[alias].connection for alias in connections} == {None}
    assert place("papers") == PAPERS


def test_a_persistent_connection_serves_the_next_request(age: dict[str, Any]) -> None:
    connection.close()
    for settings in age.values():
        settings["CONN_MAX_AGE"] = None
    place("people")
    pid = connection.connection.info.backend_pid

    with pytest.raises(psycopg.errors.DivisionByZero):
        connection.connection.execute("SELECT 1/0")
    request_finished.send(sender=None)
    request_started.send(sender=None)

    assert place("papers") == PAPERS
    assert connection.connection.info.backend_pid == pid


def test_a_health_check_replaces_a_lost_connection(age: dict[str, Any]) -> None:
    connection.close()
    for settings in age.values():
        settings.update(CONN_MAX_AGE=None, CONN_HEALTH_CHECKS=True)
    place("people")
    end(connection.connection.info.backend_pid)

    close_old_connections()

    assert [place("papers"), place("people")] == [PAPERS, PEOPLE]


def test_a_connection_lost_in_a_transaction_is_lost_for_all_its_aliases() -> None:
    with pytest.raises(OperationalError), transaction.atomic(using="people"):
        Person.objects.create(name="Ada")
        end(connection.connection.info.backend_pid)
        place("papers")

    assert [place("papers"), place("people")] == [PAPERS, PEOPLE]
    assert not Person.objects.exists()


def test_a_connection_lost_in_a_statement_is_replaced() -> None:
    place("papers")
    pid = connection.connection.info.backend_pid
    held = 7_041_999
    with plain() as other:
        other.execute("SELECT pg_advisory_lock(%s)", [held])
        waiting = threading.Thread(target=_end_when_waiting, args=[pid])
        waiting.start()
        with connections["people"].cursor() as cursor, pytest.raises(OperationalError):
            cursor.execute("SELECT pg_advisory_lock(%s)", [held])
        waiting.join()
    close_old_connections()

    assert [place("people"), place("papers")] == [PEOPLE, PAPERS]


# Threads and tasks
# -----------------


def test_threads_at_once_stay_each_in_their_schema() -> None:
    start, found = threading.Barrier(4), []

    def alternate() -> None:
        start.wait()
        try:
            found.append([place(alias) for alias in ("people", "papers") * 25])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=alternate) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [[PEOPLE, PAPERS] * 25] * 4


def test_tasks_of_one_loop_stay_each_in_their_schema() -> None:
    async def alternate(alias: str) -> list[Any]:
        return [await sync_to_async(place)(alias) for _ in range(10)]

    async def both() -> Any:
        try:
            return await asyncio.gather(alternate("people"), alternate("papers"))
        finally:
            await sync_to_async(connections.close_all)()

    assert asyncio.run(both()) == [[PEOPLE] * 10, [PAPERS] * 10]


def test_an_asynchronous_query_runs_in_its_schema() -> None:
    Person.objects.create(name="Ada")

    async def names() -> list[str]:
        try:
            return [person.name async for person in Person.objects.all()]
        finally:
            await sync_to_async(connections.close_all)()

    assert asyncio.run(names()) == ["Ada"]


# Wrappers and logs
# -----------------


def test_a_wrapper_of_execute_sees_the_statements_of_its_alias_only() -> None:
    seen: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, params, many, context)

    with connections["people"].execute_wrapper(note):
        place("papers")
        Person.objects.exists()

    assert len(seen) == 1
    assert "people_person" in seen[0]


# Least privilege
# ---------------


@pytest.mark.parametrize("schema", ["people", "papers", "reviews", "public"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE {schema}.mine ()",
        "CREATE FUNCTION {schema}.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SELECT FROM {schema}.{table}",
        "INSERT INTO {schema}.{table} DEFAULT VALUES",
        "UPDATE {schema}.{table} SET id = id",
        "DELETE FROM {schema}.{table}",
        "TRUNCATE {schema}.{table}",
    ],
)
def test_the_login_can_do_nothing_before_it_switches(schema: str, statement: str) -> None:
    table = {"people": "people_person", "papers": "papers_paper"}.get(schema, "anything")
    query = SQL(statement).format(schema=Identifier(schema), table=Identifier(table))

    with plain() as session:
        session.execute("SET SESSION AUTHORIZATION engine_app")
        with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedTable)):
            session.execute(query)


def test_a_statement_that_skips_the_switch_is_denied() -> None:
    Person.objects.create(name="Ada")
    connection.connection.execute("SET SESSION AUTHORIZATION engine_app")
    connection.connection.execute("RESET ROLE")
    try:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.connection.execute("SELECT FROM people.people_person")

        assert Person.objects.count() == 1
    finally:
        connection.close()


# Private
# -------


def _end_when_waiting(pid: int) -> None:
    waits = "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks WHERE pid = %s AND NOT granted)"
    with plain() as other:
        while other.execute(waits, [pid]).fetchone() != (True,):
            other.rollback()
    end(pid)
