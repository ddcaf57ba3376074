"""Models in two sessions: what they may do, and what they are told when they may not."""

from __future__ import annotations

import json
import threading
import unittest
import warnings
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connections, transaction
from django.test import Client, TestCase, TransactionTestCase
from papers.models import Paper
from people.models import Person
from psycopg import errors

from appschemas import CrossSession, CrossSessionWarning, autonomous_transaction
from tests.tools.own_project import Project, own_project

HERE = Path(__file__).name


@pytest.fixture(scope="module")
def project(
    django_db_setup: None,
    django_db_blocker: Any,
    worker_id: str,
    server: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Project]:
    with (
        django_db_blocker.unblock(),
        own_project(server, tmp_path_factory.mktemp("own"), f"own_{worker_id}") as made,
    ):
        yield made


@pytest.fixture(autouse=True)
def two_sessions(project: Project, django_db_blocker: Any) -> Iterator[None]:
    """Every test works with the logins of production, and commits."""
    with django_db_blocker.unblock(), project.installed():
        yield
        connections.close_all()
        project.empty()


@pytest.fixture
def setting(settings: Any) -> Any:
    """Set what becomes of two sessions that are to act as one."""

    def become(value: str) -> None:
        settings.APPSCHEMAS_CROSS_SESSION = value

    return become


def line_of(marker: str) -> str:
    """This file and the number of its line that ends with the comment."""
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if line.endswith(f"# {marker}"))
    return f"{HERE}:{number}"


# What it is
# ----------


def test_an_own_schema_has_a_connection_and_a_login_of_its_own(project: Project) -> None:
    users = {}
    for alias in ("people", "reviews", "papers"):
        connections[alias].ensure_connection()
        users[alias] = connections[alias].connection.info.user

    assert users == {
        "people": f"{project.database}_app",
        "reviews": f"{project.database}_app",
        "papers": f"{project.database}_papers_login",
    }
    assert connections["people"].connection.pgconn is connections["reviews"].connection.pgconn
    assert connections["people"].connection is not connections["papers"].connection


def test_an_own_schema_may_have_a_pool_that_begins_in_its_place_each_time() -> None:
    connections.settings["papers"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 1}}
    found = []
    try:
        for _ in range(2):
            with connections["papers"].cursor() as cursor:
                cursor.execute(
                    "SELECT pg_backend_pid(), current_user, current_setting('search_path')"
                )
                found.append(cursor.fetchone())
                cursor.execute("SET search_path TO nowhere; SET ROLE NONE; PREPARE p AS SELECT 1")
            connections["papers"].close()
        assert connections["people"].pool is None
    finally:
        connections["papers"].close_pool()

    assert found[0] == found[1]
    assert found[0][1].endswith("papers_rw")


def test_the_database_is_in_step() -> None:
    out = StringIO()

    call_command("schema_verify", stdout=out)

    assert "all in step" in out.getvalue()


def test_the_report_names_the_session() -> None:
    out = StringIO()
    call_command("schema_report", json=True, stdout=out)

    sessions = {row["schema"]: row["session"] for row in json.loads(out.getvalue())["schemas"]}

    assert (sessions["papers"], sessions["people"]) == ("own", "shared")


def test_a_committed_parent_is_there_for_an_own_session() -> None:
    paper = Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))

    assert Paper.objects.get(author__in=Person.objects.all()).pk == paper.pk


def test_a_block_on_one_session_says_nothing_about_the_other() -> None:
    with pytest.raises(RuntimeError), transaction.atomic(using="people"):
        list(Paper.objects.all())
        raise RuntimeError

    with transaction.atomic(using="people"):
        Person.objects.create(name="Ada")
        assert not Paper.objects.exists()


def test_a_connection_that_breaks_takes_no_other_session_with_it(project: Project) -> None:
    connections["papers"].ensure_connection()
    backend = connections["papers"].connection.info.backend_pid
    with transaction.atomic(using="people"):
        Person.objects.create(name="Ada")
        with project.administrator() as administrator:
            administrator.execute("SELECT pg_catalog.pg_terminate_backend(%s, 10000)", [backend])
        with pytest.raises(OperationalError):
            Paper.objects.exists()

    assert Person.objects.count() == 1


# What two sessions cannot do
# ---------------------------


def test_writing_two_sessions_in_one_block_is_told_at_the_second() -> None:
    ada = Person.objects.create(name="Ada")
    with pytest.raises(CrossSession) as error, transaction.atomic(using="people"):
        Person.objects.create(name="Bob")  # the first write
        Paper.objects.create(title="t", author=ada)

    assert "Schema 'papers' is written here, and schema 'people' has been written in the same" in (
        str(error.value)
    )
    assert line_of("the first write") in str(error.value)
    assert (Person.objects.count(), Paper.objects.count()) == (1, 0)


def test_a_parent_that_is_not_committed_is_told_before_the_database_misses_it() -> None:
    with pytest.raises(CrossSession, match="neither sees what the other has not"):
        with transaction.atomic(using="people"):
            ada = Person.objects.create(name="Ada")
            Paper.objects.create(title="t", author=ada)

    assert Person.objects.count() == 0


def test_blocks_on_both_sessions_are_two_all_the_same() -> None:
    ada = Person.objects.create(name="Ada")
    with (
        pytest.raises(CrossSession),
        transaction.atomic(using="papers"),
        transaction.atomic(using="people"),
    ):
        Paper.objects.create(title="t", author=ada)
        ada.save()


def test_what_was_committed_inside_of_a_block_is_told_when_the_block_writes() -> None:
    ada = Person.objects.create(name="Ada")
    with pytest.raises(CrossSession, match="stays when this block is rolled back"):
        with transaction.atomic(using="people"):
            Paper.objects.create(title="t", author=ada)
            ada.save()


@pytest.mark.parametrize("wait", ["lock", "delete"])
def test_a_statement_that_would_wait_for_its_own_thread_is_told(wait: str) -> None:
    ada = Person.objects.create(name="Ada")
    with pytest.raises(CrossSession) as error, transaction.atomic(using="people"):
        if wait == "lock":
            Person.objects.select_for_update().get(pk=ada.pk)  # the lock
        else:
            Person.objects.filter(pk=ada.pk)._raw_delete("people")
        Paper.objects.create(title="t", author=ada)

    if wait == "lock":
        assert "it would wait for itself" in str(error.value)
        assert line_of("the lock") in str(error.value)


def test_a_lock_on_rows_whose_keys_nobody_here_holds_is_no_hazard() -> None:
    Person.objects.create(name="Ada")
    with transaction.atomic(using="papers"):
        list(Paper.objects.select_for_update())
        Person.objects.create(name="Bob")

    assert Person.objects.count() == 2


def test_on_delete_does_not_reach_into_another_session() -> None:
    ada = Person.objects.create(name="Ada")
    Paper.objects.create(title="t", author=ada)

    with pytest.raises(CrossSession, match=r"on_delete reaches rows of papers\.Paper and people"):
        ada.delete()

    assert (Person.objects.count(), Paper.objects.count()) == (1, 1)


def test_on_delete_has_nothing_to_do_where_no_row_holds_the_key() -> None:
    ada = Person.objects.create(name="Ada")
    Paper.objects.create(title="t", author=ada)

    Paper.objects.all().delete()
    ada.delete()

    assert Person.objects.count() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO papers_paper (title, author_id) VALUES ('t', 1)",
        "/* why */ (\nWITH gone AS (DELETE FROM papers_paper RETURNING id) SELECT 1 FROM gone)",
        "-- why\n update papers_paper SET title = 'u'",
        "TRUNCATE papers_paper",
        "MERGE INTO papers_paper p USING (SELECT 1) s ON false WHEN MATCHED THEN DELETE",
    ],
)
def test_raw_sql_that_writes_is_seen(statement: str) -> None:
    with pytest.raises(CrossSession), transaction.atomic(using="people"):
        Person.objects.create(name="Ada")
        with connections["papers"].cursor() as cursor:
            cursor.execute(statement)


def test_copying_into_another_session_is_seen() -> None:
    with pytest.raises(CrossSession), transaction.atomic(using="people"):
        Person.objects.create(name="Ada")
        with connections["papers"].cursor() as cursor:
            cursor.copy("COPY papers_paper (title, author_id) FROM STDIN").__enter__()


# What is none
# ------------


def test_one_after_the_other_is_no_hazard() -> None:
    with transaction.atomic(using="people"):
        ada = Person.objects.create(name="Ada")
    with transaction.atomic(using="papers"):
        Paper.objects.create(title="t", author=ada)

    assert Paper.objects.count() == 1


def test_on_commit_is_where_the_other_session_is_written() -> None:
    with transaction.atomic(using="people"):
        ada = Person.objects.create(name="Ada")
        transaction.on_commit(lambda: Paper.objects.create(title="t", author=ada), using="people")

    assert Paper.objects.count() == 1


def test_what_a_savepoint_took_back_is_no_hazard() -> None:
    ada = Person.objects.create(name="Ada")
    with transaction.atomic(using="people"):
        with pytest.raises(RuntimeError), transaction.atomic(using="people"):
            ada.save()
            raise RuntimeError
        Paper.objects.create(title="t", author=ada)

    assert Paper.objects.count() == 1


def test_what_another_session_rolled_back_is_no_hazard() -> None:
    ada = Person.objects.create(name="Ada")
    with transaction.atomic(using="people"):
        with pytest.raises(RuntimeError), transaction.atomic(using="papers"):
            Paper.objects.create(title="t", author=ada)
            raise RuntimeError
        Person.objects.filter(pk=ada.pk).update(name="Eve")

    assert Person.objects.get().name == "Eve"


def test_a_statement_that_failed_is_no_hazard() -> None:
    with transaction.atomic(using="people"):
        with pytest.raises(IntegrityError):
            Paper.objects.create(title="t", author_id=0)
        Person.objects.create(name="Ada")

    assert Person.objects.count() == 1


def test_a_function_that_is_called_twice_is_two_blocks() -> None:
    @transaction.atomic(using="people")
    def both(*, write: bool) -> None:
        if write:
            Person.objects.create(name="Ada")
        else:
            Paper.objects.create(title="t", author=Person.objects.get())

    both(write=True)
    both(write=False)

    assert Paper.objects.count() == 1


def test_the_block_around_a_test_is_no_hazard_and_one_inside_of_it_is() -> None:
    ada = Person.objects.create(name="Ada")
    around = [transaction.atomic(using=alias) for alias in ("people", "papers")]
    for block in around:
        block._from_testcase = True
    with around[0], around[1]:
        Person.objects.create(name="Bob")
        Paper.objects.create(title="t", author=ada)
        with pytest.raises(CrossSession), transaction.atomic(using="people"):
            ada.save()
            Paper.objects.update(title="u")


def results_of(*methods: Callable[[], None]) -> unittest.TestResult:
    """What Django's TestCase over both sessions, with Ada in its class, says of test methods."""

    class Both(TestCase):
        databases = {"default", "people", "papers"}

        @classmethod
        def setUpTestData(cls) -> None:
            Person.objects.create(name="Ada")  # ada

    for method in methods:
        setattr(Both, method.__name__, lambda self, method=method: method())
    result = unittest.TestResult()
    unittest.TestSuite(Both(method.__name__) for method in methods).run(result)
    return result


def test_a_test_case_is_told_at_the_line_that_writes_a_key_of_another_session() -> None:
    def by_orm() -> None:
        Paper.objects.create(title="t", author=Person.objects.get())

    def by_copy() -> None:
        with connections["papers"].cursor() as cursor:
            columns = "(title, author_id)"
            with cursor.copy(f"COPY papers_paper {columns} FROM STDIN") as copy:
                copy.write_row(("t", Person.objects.get().pk))

    result = results_of(by_orm, by_copy)

    said = [text.strip().splitlines()[-1] for _, text in result.errors]
    assert len(said) == result.testsRun == 2, result.errors
    for line in said:
        assert "CrossSession: Schema 'papers' is written here, with a key of schema" in line
        assert line_of("ada") in line


def test_what_the_hint_for_a_test_case_says_works_and_so_does_what_needs_no_key() -> None:
    def handled() -> None:
        with (
            pytest.raises(CrossSession, match="TransactionTestCase"),
            transaction.atomic(using="papers"),
        ):
            Paper.objects.create(title="t", author=Person.objects.get())
        assert not Paper.objects.exists()

    def apart() -> None:
        Paper.objects.update(title="u")
        with transaction.atomic(using="people"):
            Person.objects.create(name="Bob")
        User.objects.create(username="root")

    class Committing(TransactionTestCase):
        databases = {"default", "people", "papers"}

        def test_both(self) -> None:
            Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))
            assert Paper.objects.get().author.name == "Ada"

    committing = unittest.TestResult()
    inside = results_of(handled, apart)
    unittest.TestSuite([Committing("test_both")]).run(committing)

    for result in (inside, committing):
        assert result.wasSuccessful(), (result.errors, result.failures)
    assert not Person.objects.exists()


def test_what_is_meant_to_commit_apart_is_no_hazard() -> None:
    ada = Person.objects.create(name="Ada")
    with pytest.raises(RuntimeError), transaction.atomic(using="people"):
        ada.save()
        with autonomous_transaction():
            Paper.objects.create(title="kept", author=ada)
        Person.objects.create(name="lost")
        raise RuntimeError

    assert (Person.objects.count(), Paper.objects.count()) == (1, 1)


def test_the_admin_logs_what_it_does_in_another_session() -> None:
    ada = Person.objects.create(name="Ada")
    client = Client()
    client.force_login(User.objects.create_superuser("root"))

    answer = client.post("/admin/papers/paper/add/", {"title": "t", "author": ada.pk})

    assert answer.status_code == 302, answer.content.decode()
    assert LogEntry.objects.get().object_repr == Paper.objects.get().title


def test_another_thread_is_no_hazard() -> None:
    ada = Person.objects.create(name="Ada")

    def write() -> None:
        Paper.objects.create(title="t", author=ada)
        connections.close_all()

    with transaction.atomic(using="people"):
        Person.objects.create(name="Bob")
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()

    assert Paper.objects.count() == 1


# What it becomes
# ---------------


def test_a_warning_names_the_line_and_lets_it_pass(setting: Any) -> None:
    setting("warning")
    ada = Person.objects.create(name="Ada")
    with warnings.catch_warnings(record=True) as caught, transaction.atomic(using="people"):
        warnings.simplefilter("always")
        Person.objects.create(name="Bob")
        Paper.objects.create(title="t", author=ada)  # the second write

    assert [each.category for each in caught] == [CrossSessionWarning]
    assert f"{Path(caught[0].filename).name}:{caught[0].lineno}" == line_of("the second write")
    assert Paper.objects.count() == 1


def test_a_warning_of_on_delete_names_the_projects_line(setting: Any) -> None:
    setting("warning")
    ada = Person.objects.create(name="Ada")
    Paper.objects.create(title="t", author=ada)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        ada.delete()  # the delete

    assert f"{Path(caught[0].filename).name}:{caught[0].lineno}" == line_of("the delete")


def test_off_says_nothing(setting: Any) -> None:
    setting("off")
    ada = Person.objects.create(name="Ada")
    with transaction.atomic(using="people"):
        Person.objects.create(name="Bob")
        Paper.objects.create(title="t", author=ada)

    assert (Person.objects.count(), Paper.objects.count()) == (2, 1)


@pytest.mark.filterwarnings("ignore::appschemas.CrossSessionWarning")
@pytest.mark.parametrize("block", [False, True])
def test_a_missing_parent_is_explained_where_it_was_let_pass(setting: Any, block: bool) -> None:
    setting("warning")
    with pytest.raises(IntegrityError) as error, transaction.atomic(using="people"):
        ada = Person.objects.create(name="Ada")  # the parent
        if block:
            with transaction.atomic(using="papers"):
                Paper.objects.create(title="t", author=ada)
        else:
            Paper.objects.create(title="t", author=ada)

    assert isinstance(error.value.__cause__, errors.ForeignKeyViolation)
    assert f"has an open transaction, of {Path(__file__)}" in str(error.value)
    assert line_of("the parent") in str(error.value)


@pytest.mark.filterwarnings("ignore::appschemas.CrossSessionWarning")
def test_a_wait_that_was_let_pass_ends(project: Project, setting: Any) -> None:
    setting("warning")
    ada = Person.objects.create(name="Ada")
    with connections["papers"].cursor() as cursor:
        cursor.execute("SET lock_timeout TO '50ms'")
    with pytest.raises(OperationalError) as error, transaction.atomic(using="people"):
        Person.objects.select_for_update().get(pk=ada.pk)
        Paper.objects.create(title="t", author=ada)

    assert isinstance(error.value.__cause__, errors.LockNotAvailable)
    assert "it may hold the lock: commit it first" in str(error.value)


@pytest.mark.parametrize("alias", ["people", "papers"])
def test_every_session_waits_for_a_lock_only_so_long(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("SHOW lock_timeout")

        assert cursor.fetchone() == ("10s",)
