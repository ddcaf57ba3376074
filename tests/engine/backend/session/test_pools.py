"""A pool of connections: one for all aliases of a session, and nobody meets what another left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.core.exceptions import ImproperlyConfigured
from django.db import DataError, InterfaceError, OperationalError, connections, transaction
from papers.models import Paper
from people.models import Person
from psycopg import IsolationLevel

from appschemas.backend.checks.aliases import check_aliases
from appschemas.backend.checks.sessions import check_sessions
from appschemas.backend.session.current_role import logged_in_as_migrator
from appschemas.backend.session.settings import SessionConflict
from tests.tools.own_project import Project

ALIASES = ("default", "people", "papers", "reviews")
LEFT = """
SELECT pg_backend_pid(), current_user = session_user, current_setting('search_path'),
       current_setting('statement_timeout'), current_setting('transaction_read_only'),
       current_setting('transaction_isolation'), current_setting('TimeZone'),
       (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7)
     + (SELECT count(*) FROM pg_listening_channels())
     + (SELECT count(*) FROM pg_cursors WHERE name <> '')
     + (SELECT count(*) FROM pg_prepared_statements)
"""
WHO = "SELECT pg_backend_pid(), session_user, current_user, current_setting('search_path')"
pytest.importorskip("psycopg_pool")


@pytest.fixture
def pooled(in_production: Project) -> Iterator[Callable[..., Any]]:
    """Let the platform's entry, or another's, have a pool with these options."""
    made = []

    def become(alias: str = "default", **options: Any) -> Any:
        given = {"min_size": 1, "max_size": 2, "timeout": 2, **options}
        connections.settings[alias]["OPTIONS"] = {"pool": given}
        for each in ALIASES:
            connections[each].close()
            del connections[each]
        made.append(connections["people"].pool)
        return made[-1]

    yield become
    for each in ALIASES:
        connections[each].close()
    for pool in made:
        pool.close()
    connections["people"].close_pool()


def in_thread(do: Callable[[], Any]) -> Any:
    """What `do` returns in a thread of its own, whose connections are closed after it."""
    answers: list[Any] = []

    def run() -> None:
        try:
            answers.append(do())
        except Exception as error:
            answers.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return answers[0]


def who(alias: str, *, close: bool = False) -> tuple[Any, ...]:
    with connections[alias].cursor() as cursor:
        cursor.execute(WHO)
        row: tuple[Any, ...] = cursor.fetchone()
    if close:
        connections[alias].close()
    return row


@pytest.mark.parametrize("alias", ["default", "reviews"])
def test_all_aliases_take_one_connection_of_one_pool_whichever_names_it(
    pooled: Any, alias: str
) -> None:
    pool = pooled(alias)

    found = [who(each) for each in ALIASES]

    assert {connections[each].pool for each in ALIASES} == {pool}
    assert len({pid for pid, *_ in found}) == 1
    assert [role for _, _, role, _ in found] == [connections[a].schema.rw for a in ALIASES]
    assert [*check_aliases(), *check_sessions()] == []
    assert pool.get_stats()["requests_num"] == 1


def test_what_one_thread_leaves_behind_no_other_meets(pooled: Any) -> None:
    pool = pooled(max_size=1)

    def leave() -> Any:
        with connections["papers"].cursor() as cursor:
            cursor.execute("SET search_path TO papers; SET statement_timeout = '7s'")
            cursor.execute(f"SET ROLE {connections['people'].schema.rw}")
            cursor.execute("SET TIME ZONE 'Asia/Tokyo'")
            cursor.execute("SELECT pg_advisory_lock(7); LISTEN rumours; PREPARE p AS SELECT 1")
            cursor.execute("DO $$ BEGIN SET default_transaction_read_only = on; END $$")
        raw = connections["papers"].connection
        raw.isolation_level = IsolationLevel.SERIALIZABLE
        with raw.transaction():
            raw.execute("DECLARE c CURSOR WITH HOLD FOR SELECT 1")
        return raw.info.backend_pid

    pid = in_thread(leave)
    with pool.connection() as bare:
        met = bare.execute(LEFT).fetchone()

    assert met == (pid, True, '"$user", public', "0", "off", "read committed", "UTC", 0)
    assert in_thread(lambda: who("people"))[0] == pid


def test_a_transaction_that_is_left_open_is_undone(pooled: Any) -> None:
    pooled(max_size=1)

    def leave() -> None:
        transaction.set_autocommit(False, using="people")
        Person.objects.create(name="Ada")

    def fail() -> None:
        transaction.set_autocommit(False, using="people")
        with connections["people"].cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    in_thread(leave)
    assert isinstance(in_thread(fail), DataError)

    assert in_thread(lambda: Person.objects.count()) == 0


def test_threads_at_once_take_no_more_connections_than_the_pool_has(pooled: Any) -> None:
    pool = pooled(max_size=2)
    both = threading.Barrier(2, timeout=20)

    def work() -> set[int]:
        both.wait()
        pids = {who(alias)[0] for alias in ALIASES[:3] for _ in range(5)}
        with transaction.atomic():
            ada = Person.objects.create(name="Ada")
            Paper.objects.create(title=str(ada.pk), author=ada)
        both.wait()
        return pids

    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(lambda _: in_thread(work), range(2)))

    assert [len(pids) for pids in found] == [1, 1]
    assert found[0] != found[1]
    assert Paper.objects.filter(author__name="Ada").count() == 2
    assert pool.get_stats()["pool_size"] == 2


def test_who_finds_all_of_them_taken_waits_only_so_long(pooled: Any) -> None:
    pooled(max_size=1, timeout=0.2)
    who("people")

    assert isinstance(in_thread(lambda: who("papers")), OperationalError)

    connections["papers"].close()
    assert in_thread(lambda: who("papers"))[2] == connections["papers"].schema.rw


def test_a_block_over_all_aliases_is_undone_as_one_and_gives_one_connection_back(
    pooled: Any,
) -> None:
    pool = pooled()

    with pytest.raises(RuntimeError), transaction.atomic():
        Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))
        raise RuntimeError
    counts = [model.objects.count() for model in (Person, Paper)]
    connections["reviews"].close()
    pool.wait()

    assert counts == [0, 0]
    assert [connections[each].connection for each in ALIASES] == [None] * 4
    assert pool.get_stats()["requests_num"] == 1


@pytest.mark.parametrize("foreign", [False, True])
def test_a_cursor_that_is_left_over_reads_nothing_of_who_comes_next(
    pooled: Any, foreign: bool
) -> None:
    pooled(max_size=1)
    cursor: Any = connections["papers"].cursor()
    if foreign:
        cursor = psycopg.ClientCursor(connections["papers"].connection)
    cursor.execute(WHO)
    connections["papers"].close()
    in_thread(lambda: who("people"))

    with pytest.raises((InterfaceError, psycopg.InterfaceError), match="given back"):
        cursor.execute(WHO)


def test_tasks_of_a_loop_take_a_connection_too(pooled: Any) -> None:
    pool = pooled(max_size=1)
    ada = Person.objects.create(name="Ada")
    connections["people"].close()

    async def read() -> list[str]:
        await Paper.objects.acreate(title="t", author=ada)
        found = [paper.author.name async for paper in Paper.objects.select_related("author")]
        await sync_to_async(connections.close_all)()
        return found

    assert async_to_sync(read)() == ["Ada"]
    assert pool.get_stats()["pool_size"] == 1


def test_a_statement_is_named_after_its_schema_and_the_next_client_is_not(
    pooled: Any, settings: Any
) -> None:
    settings.APPSCHEMAS_STATEMENT_TAGS = "application_name"
    pool = pooled(max_size=1)

    with connections["papers"].cursor() as cursor:
        cursor.execute("SHOW application_name")
        assert cursor.fetchone() == ("papers",)
    connections["papers"].close()

    with pool.connection() as bare:
        assert bare.execute("SHOW application_name").fetchone() == ("",)


def test_a_connection_that_the_server_ended_is_replaced(
    pooled: Any, in_production: Project
) -> None:
    pooled(max_size=1)
    pid = who("papers")[0]
    with in_production.administrator() as administrator:
        administrator.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    connections["papers"].close()

    assert who("people")[0] != pid


def test_migrations_take_none_of_the_pool(pooled: Any, in_production: Project) -> None:
    pooled()

    with logged_in_as_migrator():
        user = who("people")[1]
        assert connections["people"].pool is None

    assert user == in_production.contract.roles.migrator
    assert who("people")[1] == in_production.contract.roles.application


def test_what_is_asked_beside_the_session_is_a_connection_of_the_pool_too(pooled: Any) -> None:
    pool = pooled("papers")
    pid = who("papers")[0]
    other = connections["papers"].copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(WHO)
            assert cursor.fetchone()[0] != pid
    finally:
        other.close()

    assert pool.get_stats()["requests_num"] == 2


def test_appschemas_e017_what_a_pool_takes_back_cannot_be_kept(pooled: Any) -> None:
    connections.settings["default"]["CONN_MAX_AGE"] = 60
    with pytest.raises(ImproperlyConfigured, match="leave out CONN_MAX_AGE"):
        pooled()

    assert [(each.id, each.msg) for each in check_aliases()] == [
        (
            "appschemas.E017",
            "Alias 'default' has a connection pool in OPTIONS, and CONN_MAX_AGE is 60.",
        )
    ]
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    assert check_aliases() == []


def test_two_pools_of_one_session_are_refused(pooled: Any) -> None:
    connections.settings["papers"]["OPTIONS"] = {"pool": True}

    with pytest.raises(SessionConflict, match=r"OPTIONS\['pool'\]"):
        pooled()

    assert [each.id for each in check_sessions()] == ["appschemas.E030"]
