"""One connection and one transaction for all schemas, and each statement in its own."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import IntegrityError, connection, connections, transaction
from django.db.utils import ProgrammingError
from django.test import override_settings
from papers.models import Paper
from people.models import Person
from psycopg.sql import SQL, Identifier

from tests.tools.catalog import plain
from tests.tools.contexts import PAPERS, PEOPLE, place

pytestmark = pytest.mark.django_db(databases="__all__")
committing = pytest.mark.django_db(databases="__all__", transaction=True)


def test_all_aliases_are_one_connection() -> None:
    connection.ensure_connection()

    assert len({id(connections[alias].connection.pgconn) for alias in connections}) == 1


def test_each_alias_is_in_its_own_schema() -> None:
    assert [place("people"), place("papers"), place("people")] == [PEOPLE, PAPERS, PEOPLE]


def test_a_schema_that_reads_another_has_it_on_its_path() -> None:
    with connections["reviews"].cursor() as cursor:
        cursor.execute("SHOW search_path")

        assert cursor.fetchone() == ("reviews, papers, engine_extensions, pg_temp",)


@committing
def test_atomic_on_one_alias_spans_all() -> None:
    with pytest.raises(RuntimeError), transaction.atomic(using="reviews"):
        person = Person.objects.create(name="Ada")
        Paper.objects.create(title="t", author=person)
        raise RuntimeError

    assert (Person.objects.count(), Paper.objects.count()) == (0, 0)


@committing
def test_savepoints_of_two_aliases_nest() -> None:
    with transaction.atomic(using="people"):
        person = Person.objects.create(name="Ada")
        with pytest.raises(RuntimeError), transaction.atomic(using="papers"):
            Paper.objects.create(title="lost", author=person)
            with transaction.atomic(using="people"):
                Person.objects.create(name="lost")
            raise RuntimeError
        Paper.objects.create(title="kept", author=person)

    assert [each.name for each in Person.objects.all()] == ["Ada"]
    assert [each.title for each in Paper.objects.all()] == ["kept"]


@committing
def test_on_commit_waits_for_the_outermost_block_of_any_alias() -> None:
    called: list[str] = []

    with transaction.atomic(using="people"):
        with transaction.atomic(using="papers"):
            transaction.on_commit(lambda: called.append("papers"), using="papers")
        assert called == []

    assert called == ["papers"]


@committing
def test_on_commit_is_forgotten_with_its_savepoint() -> None:
    called: list[str] = []

    with transaction.atomic(using="people"):
        with pytest.raises(RuntimeError), transaction.atomic(using="papers"):
            transaction.on_commit(lambda: called.append("lost"), using="reviews")
            raise RuntimeError

    assert called == []


def test_durable_is_refused_inside_another_alias() -> None:
    with (
        transaction.atomic(using="people"),
        pytest.raises(RuntimeError, match="durable"),
        transaction.atomic(using="papers", durable=True),
    ):
        pass


# What a rollback undoes
# ----------------------


@committing
def test_a_rollback_forgets_the_role() -> None:
    assert place("people") == PEOPLE
    with pytest.raises(RuntimeError), transaction.atomic(using="papers"):
        assert place("papers") == PAPERS
        raise RuntimeError

    assert [place("papers"), place("people")] == [PAPERS, PEOPLE]


@committing
def test_a_rollback_to_a_savepoint_forgets_the_role() -> None:
    with transaction.atomic(using="people"):
        assert place("people") == PEOPLE
        with pytest.raises(RuntimeError), transaction.atomic(using="papers"):
            assert place("papers") == PAPERS
            raise RuntimeError

        assert place("papers") == PAPERS


@committing
def test_a_failing_statement_forgets_the_role() -> None:
    with pytest.raises(IntegrityError), transaction.atomic(using="people"):
        Person.objects.bulk_create([Person(pk=1), Person(pk=1)])

    assert [place("people"), place("papers")] == [PEOPLE, PAPERS]


@committing
def test_a_commit_that_rolls_back_forgets_the_role() -> None:
    assert place("papers") == PAPERS
    with transaction.atomic(using="people"):
        try:
            Person.objects.bulk_create([Person(pk=1), Person(pk=1)])
        except IntegrityError:
            connections["people"].needs_rollback = False

    assert place("people") == PEOPLE


@committing
def test_a_commit_that_is_refused_forgets_the_role() -> None:
    assert place("people") == PEOPLE
    transaction.set_autocommit(False, using="papers")
    try:
        Paper.objects.create(title="t", author_id=0)
        with pytest.raises(IntegrityError):
            transaction.commit(using="papers")

        assert place("papers") == PAPERS
    finally:
        transaction.rollback(using="papers")
        transaction.set_autocommit(True, using="papers")


@committing
@pytest.mark.parametrize(
    "statement",
    [
        "SET ROLE people_rw",
        "RESET ROLE",
        "SET search_path TO people",
        "RESET ALL",
        "DISCARD ALL",
        "SELECT 1; RESET ROLE",
        "SELECT 1; SELECT 2; SET search_path TO people",
    ],
)
def test_a_setting_made_by_hand_lasts_for_one_statement(statement: str) -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute(statement)

    assert place("papers") == PAPERS


def test_a_setting_made_many_times_by_hand_lasts_for_one_statement() -> None:
    with connections["papers"].cursor() as cursor:
        cursor.executemany("SET ROLE people_rw", [()])
        cursor.executemany("SET ROLE people_rw", [(), ()])

    assert place("papers") == PAPERS


def test_a_local_setting_lasts_for_one_statement() -> None:
    with connections["papers"].cursor() as cursor:
        cursor.execute("SET LOCAL ROLE people_rw")

    assert place("papers") == PAPERS


@committing
def test_a_new_connection_knows_nothing_of_the_old_one() -> None:
    assert place("papers") == PAPERS

    connections["people"].close()

    assert place("papers") == PAPERS


@committing
def test_a_connection_that_the_server_ended_is_replaced() -> None:
    with connections["people"].cursor() as cursor, pytest.raises(Exception, match="terminat"):
        cursor.execute("RESET ROLE; SELECT pg_catalog.pg_terminate_backend(pg_backend_pid())")
    connections["people"].close_if_unusable_or_obsolete()

    assert place("papers") == PAPERS


# Cursors, threads, copies
# ------------------------


def test_a_server_side_cursor_stays_in_its_schema() -> None:
    Person.objects.bulk_create(Person(name=str(n)) for n in range(5))
    people = Person.objects.iterator(chunk_size=2)

    first = next(people)

    assert place("papers") == PAPERS
    assert [first.name, *(each.name for each in people)] == ["0", "1", "2", "3", "4"]


@committing
def test_a_server_side_cursor_outlives_a_statement_elsewhere_without_a_transaction() -> None:
    Person.objects.bulk_create(Person(name=str(n)) for n in range(5))
    people = Person.objects.iterator(chunk_size=2)
    next(people)

    assert place("papers") == PAPERS
    assert len(list(people)) == 4


PASSWORD_AND_SETTING = (
    "ALTER ROLE CURRENT_USER PASSWORD 'mine'",
    "ALTER ROLE CURRENT_USER SET default_transaction_isolation = 'repeatable read'",
)


@pytest.mark.parametrize("statement", PASSWORD_AND_SETTING)
def test_sql_that_is_injected_may_change_the_logins_own_and_no_more(statement: str) -> None:
    """As the wall's page says: the login's own is PostgreSQL's to give, and no other role's."""
    with transaction.atomic(using="papers"), connections["papers"].cursor() as cursor:
        cursor.execute("SET LOCAL SESSION AUTHORIZATION engine_app")
        with pytest.raises(ProgrammingError) as refused, transaction.atomic(using="papers"):
            cursor.execute(statement.replace("CURRENT_USER", "engine_migrator"))
        cursor.execute(f"RESET ROLE; {statement}")
        cursor.execute("SELECT current_user")

        assert cursor.fetchone() == ("papers_rw",)
        transaction.set_rollback(True, using="papers")

    assert refused.value.__cause__.sqlstate == "42501"  # type: ignore[union-attr]


@committing
def test_cursors_with_server_side_binding_enter_their_schema_too() -> None:
    Person.objects.create(name="Ada")
    settings = connections["people"].settings_dict
    alone = connections["people"].copy()
    alone.settings_dict = {**settings, "OPTIONS": {"server_side_binding": True}}
    try:
        with alone.cursor() as cursor:
            cursor.execute("RESET ROLE")
        with alone.chunked_cursor() as cursor:
            cursor.execute("SELECT name FROM people_person")

            assert cursor.fetchall() == [("Ada",)]
    finally:
        alone.close()


def test_a_cursor_class_of_the_project_s_own_enters_its_schema_too() -> None:
    class Counting(psycopg.ClientCursor[Any]):
        """Stands for one that a project gives in OPTIONS."""

    alone = connections["papers"].copy()
    alone.settings_dict["OPTIONS"]["cursor_factory"] = Counting
    try:
        with alone.cursor() as cursor:
            cursor.execute("SELECT current_user")

            assert cursor.fetchone() == ("papers_rw",)
            assert isinstance(cursor.cursor, Counting)
    finally:
        alone.close()


def test_copying_into_a_table_enters_its_schema() -> None:
    assert place("papers") == PAPERS
    with (
        connections["people"].cursor() as cursor,
        cursor.copy("COPY people_person (name) FROM STDIN") as copy,
    ):
        copy.write_row(["Ada"])

    assert Person.objects.get().name == "Ada"


def test_many_statements_at_once_enter_their_schema() -> None:
    assert place("papers") == PAPERS
    with connections["people"].cursor() as cursor:
        cursor.executemany("INSERT INTO people_person (name) VALUES (%s)", [("a",), ("b",)])

    assert Person.objects.count() == 2


def test_threads_do_not_share_a_connection() -> None:
    connection.ensure_connection()
    seen: list[Any] = []

    def look() -> None:
        connections["papers"].ensure_connection()
        seen.extend(connections[alias].connection.pgconn for alias in ("papers", "people"))
        connections.close_all()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()

    assert seen[0] is seen[1]
    assert seen[0] is not connection.connection.pgconn


@committing
def test_a_copy_is_a_connection_of_its_own() -> None:
    connections["people"].ensure_connection()
    copy = connections["people"].copy()
    try:
        with copy.cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == ("people_rw",)

        assert copy.connection is not connections["people"].connection
        assert connections["people"].session is not copy.session
    finally:
        copy.close()


def test_closing_a_wrapper_made_by_hand_leaves_the_session_alone() -> None:
    """Django makes one where the database `postgres` cannot be reached, and closes it."""
    shared = connections["people"]
    shared.ensure_connection()
    by_hand = type(shared)({**shared.settings_dict}, alias="people")
    by_hand.ensure_connection()

    by_hand.close()

    assert place("people") == PEOPLE


# The wall
# --------


def test_a_statement_that_leaves_its_schema_is_told_which_wall_it_met() -> None:
    with (
        pytest.raises(ProgrammingError, match="belongs to schema 'people', and 'papers_rw' holds"),
        transaction.atomic(),
        connections["papers"].cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM people.people_person")


def test_who_may_read_is_told_that_a_lock_is_a_write() -> None:
    with (
        connections["reviews"].cursor() as cursor,
        pytest.raises(ProgrammingError, match=r"may read and not write.*of=\(\"self\",\)"),
    ):
        cursor.execute("SELECT title FROM papers_paper FOR UPDATE")


def test_a_declared_read_is_let_through(paper: Paper) -> None:
    with connections["reviews"].cursor() as cursor:
        cursor.execute("SELECT title FROM papers_paper")

        assert cursor.fetchall() == [("On walls",)]


@pytest.mark.parametrize("table", ["people.people_person", "papers.papers_paper"])
def test_the_login_holds_nothing_before_it_switches(table: str) -> None:
    query = SQL("SELECT FROM {}").format(Identifier(*table.split(".")))

    with plain() as session:
        session.execute("SET SESSION AUTHORIZATION engine_app")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.execute(query)


def test_a_login_that_may_not_act_as_the_role_is_told_what_to_do() -> None:
    with (
        pytest.raises(ProgrammingError, match=r"may not act as 'people_rw'.*schema_apply --apply"),
        transaction.atomic(),
    ):
        with connections["papers"].cursor() as cursor:
            cursor.execute("SET SESSION AUTHORIZATION papers_rw")

        Person.objects.exists()


def test_who_acts_in_a_closed_schema_is_told_that_it_is(tmp_path: Path) -> None:
    text = Path(settings.APPSCHEMAS_CONTRACT).read_text(encoding="utf-8")
    closed = tmp_path / "closed.toml"
    closed.write_text(text.replace("[schemas.people]", '[schemas.people]\nretired = "closed"'))
    told = r"may not act as 'people_rw'.*has closed schema 'people'.*retired = \"read-only\""
    with (
        override_settings(APPSCHEMAS_CONTRACT=closed),
        pytest.raises(ProgrammingError, match=told),
        transaction.atomic(),
    ):
        with connections["papers"].cursor() as cursor:
            cursor.execute("SET SESSION AUTHORIZATION papers_rw")

        Person.objects.exists()
