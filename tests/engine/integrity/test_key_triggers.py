"""What the database holds, whoever wrote the SQL: no orphan, in no order of events."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import psycopg
import pytest
from django.db import connection, connections, models
from django.test.utils import isolate_apps
from psycopg import Connection, errors
from psycopg.sql import SQL

from appschemas import IdentityKey
from tests.tools.catalog import plain

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

Open = Callable[..., Connection[Any]]
PERSON = "INSERT INTO people.people_person (id, name) VALUES (%s, 'x')"
PAPER = "INSERT INTO papers.papers_paper (title, author_id) VALUES ('t', %s)"


@pytest.fixture
def open_as() -> Iterator[Open]:
    """Open a connection that acts as a role and is in a transaction as soon as it does anything."""
    opened: list[Connection[Any]] = []

    def open_as(role: str | None = None, isolation: int | None = None) -> Connection[Any]:
        session = plain()
        opened.append(session)
        if role is not None:
            session.execute(SQL("SET ROLE {}").format(psycopg.sql.Identifier(role)))
            session.commit()
        if isolation is not None:
            session.isolation_level = psycopg.IsolationLevel(isolation)
        return session

    yield open_as
    for session in opened:
        session.close()


@pytest.fixture
def people(open_as: Open) -> Connection[Any]:
    """A session of the hub, in which persons 1, 2 and 3 are committed."""
    session = open_as("people_rw")
    session.cursor().executemany(PERSON, [(1,), (2,), (3,)])
    session.commit()
    return session


@pytest.fixture
def papers(open_as: Open, people: Connection[Any]) -> Connection[Any]:
    return open_as("papers_rw")


@pytest.fixture
def root(open_as: Open, people: Connection[Any]) -> Connection[Any]:
    """A session of a superuser: who may write to both schemas in one transaction."""
    return open_as()


def authors(session: Connection[Any]) -> list[int]:
    """The keys that papers hold, as the session sees them."""
    query = "SELECT author_id FROM papers.papers_paper ORDER BY author_id"
    return [key for (key,) in session.execute(query)]


def persons(session: Connection[Any]) -> list[int]:
    """The keys that there are, as the session sees them."""
    return [key for (key,) in session.execute("SELECT id FROM people.people_person ORDER BY id")]


# The child's side
# ----------------


def test_a_bad_key_is_refused_at_commit_and_named(papers: Connection[Any]) -> None:
    papers.execute(PAPER, [7])

    with pytest.raises(errors.ForeignKeyViolation) as error:
        papers.commit()

    found = error.value.diag
    assert found.message_primary == (
        'insert or update on table "papers_paper" violates identity key "papers_paper.author_id"'
    )
    assert found.message_detail == (
        'Key (author_id)=(7) is not present in table "people.people_person".'
    )
    assert (found.schema_name, found.table_name, found.column_name, found.constraint_name) == (
        "papers", "papers_paper", "author_id", "papers_paper.author_id"
    )  # fmt: skip


def test_a_changed_key_is_checked(papers: Connection[Any]) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    papers.execute("UPDATE papers.papers_paper SET author_id = 7")

    with pytest.raises(errors.ForeignKeyViolation):
        papers.commit()


@pytest.mark.parametrize(
    ("repair", "left"),
    [
        ("UPDATE papers.papers_paper SET author_id = 1", [1]),
        ("DELETE FROM papers.papers_paper", []),
        (
            "UPDATE papers.papers_paper SET author_id = 8; "
            "UPDATE papers.papers_paper SET author_id = 2",
            [2],
        ),
    ],
)
def test_a_transaction_may_repair_itself(
    papers: Connection[Any], repair: str, left: list[int]
) -> None:
    papers.execute(PAPER, [7])
    papers.execute(repair)

    papers.commit()

    assert authors(papers) == left


def test_a_repair_that_is_rolled_back_repairs_nothing(papers: Connection[Any]) -> None:
    papers.execute(PAPER, [7])
    papers.execute("SAVEPOINT a; UPDATE papers.papers_paper SET author_id = 1; ROLLBACK TO a")

    with pytest.raises(errors.ForeignKeyViolation):
        papers.commit()


def test_the_parent_may_come_after_its_child(root: Connection[Any]) -> None:
    root.execute(PAPER, [7])
    root.execute(PERSON, [7])

    root.commit()

    assert (authors(root), persons(root)) == ([7], [1, 2, 3, 7])


def test_a_check_can_be_asked_for_at_once(papers: Connection[Any]) -> None:
    papers.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(errors.ForeignKeyViolation):
        papers.execute(PAPER, [7])


def test_copy_is_checked(papers: Connection[Any]) -> None:
    with papers.cursor().copy("COPY papers.papers_paper (title, author_id) FROM STDIN") as copy:
        copy.write_row(("a", 1))
        copy.write_row(("b", 7))

    with pytest.raises(errors.ForeignKeyViolation, match=r"\(7\)"):
        papers.commit()


@pytest.mark.parametrize(
    ("action", "refused"),
    [("NOTHING", False), ("UPDATE SET author_id = 7", True), ("UPDATE SET editor_id = 2", False)],
)
def test_on_conflict_is_checked(papers: Connection[Any], action: str, refused: bool) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    papers.execute(f"{PAPER} ON CONFLICT (title, author_id) DO {action}", [1])

    if refused:
        with pytest.raises(errors.ForeignKeyViolation):
            papers.commit()
    else:
        papers.commit()


def test_merge_is_checked(papers: Connection[Any]) -> None:
    papers.execute(
        "MERGE INTO papers.papers_paper USING (VALUES (7)) AS v(k) ON false"
        " WHEN NOT MATCHED THEN INSERT (title, author_id) VALUES ('t', v.k)"
    )

    with pytest.raises(errors.ForeignKeyViolation):
        papers.commit()


def test_null_is_no_key(papers: Connection[Any]) -> None:
    papers.execute(PAPER, [1])
    papers.execute("UPDATE papers.papers_paper SET editor_id = 2")
    papers.execute("UPDATE papers.papers_paper SET editor_id = NULL")

    papers.commit()

    assert papers.execute("SELECT editor_id FROM papers.papers_paper").fetchone() == (None,)


@pytest.mark.parametrize(("column", "bad"), [("badge_id", uuid.UUID(int=7)), ("country_id", "zz")])
def test_keys_of_other_types_are_checked(papers: Connection[Any], column: str, bad: object) -> None:
    papers.execute(PAPER, [1])
    statement = SQL("UPDATE papers.papers_paper SET {} = %s").format(psycopg.sql.Identifier(column))
    papers.execute(statement, [bad])

    with pytest.raises(errors.ForeignKeyViolation):
        papers.commit()


def test_a_trigger_that_rewrites_the_key_is_seen_through(root: Connection[Any]) -> None:
    root.execute(PAPER, [1])
    root.execute(
        "CREATE FUNCTION papers.rewrite() RETURNS trigger LANGUAGE plpgsql AS"
        " $$BEGIN NEW.author_id := 7; RETURN NEW; END$$;"
        " CREATE TRIGGER a BEFORE UPDATE OF title ON papers.papers_paper FOR EACH ROW"
        " EXECUTE FUNCTION papers.rewrite()"
    )
    root.execute("UPDATE papers.papers_paper SET title = 'new'")

    with pytest.raises(errors.ForeignKeyViolation):
        root.execute("SET CONSTRAINTS ALL IMMEDIATE")


@isolate_apps("papers")
@pytest.mark.parametrize(
    "name", ["key", "k", "c", "p", "user", "OLD", "new", "found_1", "given", "a b", "{x}", "{}",
             "TG_OP", "schema", "ü" * 30]
)  # fmt: skip
def test_any_name_will_do(name: str) -> None:
    class Odd(models.Model):
        one = IdentityKey("people.Person", models.CASCADE, db_column=name, db_index=False)
        two = IdentityKey("people.Person", models.CASCADE, null=True, db_index=False)

        class Meta:
            app_label = "papers"
            db_table = f"odd {name}"

    editor = connections["papers"].schema_editor()
    with editor:
        editor.create_model(Odd)
    try:
        with connections["papers"].cursor() as cursor:
            table = connection.ops.quote_name(f"odd {name}")
            with pytest.raises(Exception, match="is not present") as error:
                cursor.execute(f"INSERT INTO {table} VALUES (DEFAULT, 7, NULL)")  # noqa: S608
        assert f"Key ({name})=(7)" in str(error.value)
    finally:
        with connections["papers"].schema_editor() as editor:
            editor.delete_model(Odd)


# The parent's side
# -----------------


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM people.people_person WHERE id = 1",
        "UPDATE people.people_person SET id = 9 WHERE id = 1",
    ],
)
def test_a_held_parent_stays(
    people: Connection[Any], papers: Connection[Any], statement: str
) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    people.execute(statement)

    with pytest.raises(errors.ForeignKeyViolation) as error:
        people.commit()
    assert error.value.diag.message_detail == (
        'Key (id)=(1) is still referenced from table "papers.papers_paper".'
    )


def test_a_held_table_is_not_truncated(root: Connection[Any], papers: Connection[Any]) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    with pytest.raises(errors.ForeignKeyViolation, match="truncate of table"):
        root.execute("TRUNCATE people.people_person CASCADE")


def test_a_parent_that_nobody_holds_goes(people: Connection[Any], papers: Connection[Any]) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    people.execute("DELETE FROM people.people_person WHERE id = 2")
    people.commit()

    assert persons(people) == [1, 3]


@pytest.mark.parametrize("order", [1, -1])
def test_parent_and_child_go_together(root: Connection[Any], order: int) -> None:
    root.execute(PAPER, [1])
    root.commit()

    tables = ["people.people_person WHERE id = 1", "papers.papers_paper"]
    for table in tables[::order]:
        root.execute(f"DELETE FROM {table}")  # noqa: S608

    root.commit()

    assert (authors(root), persons(root)) == ([], [2, 3])


def test_a_parent_that_comes_back_was_never_gone(
    people: Connection[Any], papers: Connection[Any]
) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    people.execute("DELETE FROM people.people_person WHERE id = 1")
    people.execute(PERSON, [1])

    people.commit()

    assert (authors(papers), persons(people)) == ([1], [1, 2, 3])


def test_two_parents_may_swap_their_keys(people: Connection[Any], papers: Connection[Any]) -> None:
    papers.execute(PAPER, [1])
    papers.execute("UPDATE papers.papers_paper SET editor_id = 2")
    papers.commit()

    for old, new in ((1, 9), (2, 1), (9, 2)):
        people.execute("UPDATE people.people_person SET id = %s WHERE id = %s", [new, old])

    people.commit()

    assert (authors(papers), persons(people)) == ([1], [1, 2, 3])


def test_other_columns_of_a_held_parent_change(
    people: Connection[Any], papers: Connection[Any]
) -> None:
    papers.execute(PAPER, [1])
    papers.commit()

    people.execute("UPDATE people.people_person SET name = 'new', id = id")
    people.commit()

    assert people.execute("SELECT DISTINCT name FROM people.people_person").fetchall() == [("new",)]


@pytest.mark.parametrize("level", ["REPEATABLE_READ", "SERIALIZABLE"])
@pytest.mark.parametrize(
    "statement", ["DELETE FROM people.people_person", "UPDATE people.people_person SET id = id + 9"]
)
def test_a_snapshot_cannot_delete_a_parent(
    open_as: Open, people: Connection[Any], level: str, statement: str
) -> None:
    late = open_as("people_rw", psycopg.IsolationLevel[level])
    late.execute(statement)

    with pytest.raises(errors.ActiveSqlTransaction, match="needs READ COMMITTED"):
        late.commit()


def test_a_snapshot_may_insert_a_child(open_as: Open, people: Connection[Any]) -> None:
    session = open_as("papers_rw", psycopg.IsolationLevel.REPEATABLE_READ)
    session.execute(PAPER, [1])

    session.commit()

    assert authors(session) == [1]


# The runtime role against the wall
# ---------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT FROM people.people_person",
        "SELECT FROM reviews.reviews_review",
        "DELETE FROM people.people_person",
        "TRUNCATE papers.papers_paper",
        "ALTER TABLE papers.papers_paper DISABLE TRIGGER ALL",
        "DROP TABLE papers.papers_paper",
        "SET session_replication_role = replica",
        "CREATE TABLE public.people_person (id bigint)",
        "CREATE TABLE papers.people_person (id bigint)",
        "CREATE TABLE engine_extensions.people_person (id bigint)",
        "CREATE FUNCTION papers.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OPERATOR papers.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne)",
        "SET ROLE people_rw",
        "SET ROLE papers_owner",
        "LOCK TABLE people.people_person",
    ],
)
def test_a_runtime_role_is_refused(papers: Connection[Any], statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        as_papers_rw(papers, statement)


def as_papers_rw(session: Connection[Any], statement: str) -> None:
    """As a login of its own would: a superuser that only SET ROLE may still SET ROLE back."""
    session.execute("RESET ROLE")
    session.execute("SET SESSION AUTHORIZATION papers_rw")
    session.execute(statement)


def test_the_functions_of_the_checks_are_nobodys_to_call(
    papers: Connection[Any], root: Connection[Any]
) -> None:
    names = root.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n"
        " ON n.oid = p.pronamespace WHERE n.nspname IN ('appschemas_keys', 'appschemas_asked')"
        " AND (has_function_privilege('papers_rw', p.oid, 'EXECUTE')"
        " OR has_function_privilege('people_rw', p.oid, 'EXECUTE')"
        " OR has_function_privilege('engine_app', p.oid, 'EXECUTE'))"
    ).fetchall()

    assert names == []


def test_a_temporary_table_does_not_stand_in_for_the_parent(papers: Connection[Any]) -> None:
    with suppress(errors.InsufficientPrivilege), papers.transaction():
        papers.execute("CREATE TEMPORARY TABLE people_person (id bigint); "
                       "INSERT INTO people_person VALUES (7)")  # fmt: skip

    papers.execute(PAPER, [7])

    with pytest.raises(errors.ForeignKeyViolation):
        papers.commit()


def test_a_planted_operator_is_not_used(root: Connection[Any]) -> None:
    root.execute(
        "CREATE SCHEMA planted; CREATE OPERATOR planted.= "
        "(LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne);"
        "SET LOCAL search_path TO planted, pg_catalog"
    )
    root.execute(PAPER, [7])

    with pytest.raises(errors.ForeignKeyViolation):
        root.execute("SET CONSTRAINTS ALL IMMEDIATE")
