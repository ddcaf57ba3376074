"""A database comes back from a dump with its checks, and orphans that came along are found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from psycopg import errors

from config.server import Server, throwaway
from config.server.programs import VERSIONS
from tests.tools.checkout import manage
from tests.tools.project.dumps import attempt, cloned, run, verified, version, working_on
from tests.tools.project.growth import grown
from tests.tools.project.memberships import EDGE, MEMBERSHIPS, SMUGGLE
from tests.tools.servers import administrator, drop, recreate

COMMITS = "github_activity_tracker.github_activity_tracker_gitcommit"
BAD_KEY = f"UPDATE {COMMITS} SET account_id = -1"  # noqa: S608 - names of its own
NO_PARENTS = "DELETE FROM cppa_user_tracker.cppa_user_tracker_githubaccount"
ORPHANS = [f"! 4 rows hold 2 keys that the other side does not have: {EDGE}, such as 7, 8"]
CUSTOM = ["--format=custom"]
DIRECTORY = ["--format=directory", "--jobs=2"]


@pytest.fixture(scope="module")
def source(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[str]:
    """A database with rows in four schemas."""
    name = f"test_appschemas_dumped_{worker_id}"
    with django_db_blocker.unblock(), administrator() as server:
        drop(server, name)
        cloned(name, connections["default"].settings_dict["NAME"])
        with working_on(name):
            grown(1, rows=5)
        yield name
        drop(server, name)


@pytest.fixture
def target(source: str, django_db_blocker: Any) -> Iterator[str]:
    """An empty database."""
    name = source.replace("dumped", "restored")
    with django_db_blocker.unblock(), administrator() as server:
        recreate(server, name)
        yield name
        drop(server, name)


@pytest.fixture
def copy(source: str, django_db_blocker: Any) -> Iterator[str]:
    """A copy of the database with rows, for a test that changes it."""
    name = source.replace("dumped", "copied")
    with django_db_blocker.unblock(), administrator() as server:
        drop(server, name)
        cloned(name, source)
        yield name
        drop(server, name)


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    """Another server, of the same version, that knows nobody."""
    if (wanted := version()) not in VERSIONS:
        pytest.skip(f"there is no second server of PostgreSQL {wanted} here")
    with throwaway(wanted) as server:
        yield server


@pytest.fixture
def dumped(tmp_path: Path) -> Callable[..., str]:
    """Dump a database; returns where to."""

    def dump(name: str, *options: str) -> str:
        path = str(tmp_path / "dump")
        run("pg_dump", *(options or CUSTOM), f"--file={path}", name)
        return path

    return dump


@pytest.mark.parametrize("form", [CUSTOM, DIRECTORY], ids=["custom", "directory, two jobs"])
def test_a_whole_database_comes_back_with_its_checks(
    source: str, target: str, dumped: Callable[..., str], form: list[str]
) -> None:
    dump = dumped(source, *form)

    run("pg_restore", "--exit-on-error", *form[1:], f"--dbname={target}", dump)

    # Into a database of another name: what was granted on the old one is granted again.
    left = verified(target)
    assert left
    assert all(f" database {target} " in line or " CONNECT " in line for line in left)
    applied(target)
    assert verified(target) == []
    assert rows(target) == rows(source) > 0
    refuses(target, BAD_KEY)
    refuses(target, NO_PARENTS)


def test_a_database_that_is_created_by_the_restore_has_its_grants(
    copy: str, dumped: Callable[..., str]
) -> None:
    dump = dumped(copy, *DIRECTORY)
    with administrator() as server:
        drop(server, copy)

    run("pg_restore", "--exit-on-error", "--create", "--jobs=2", "--dbname=postgres", dump)

    assert verified(copy) == []
    refuses(copy, BAD_KEY)


def test_one_schema_comes_back_and_the_checks_on_its_parents_are_made_again(
    copy: str, dumped: Callable[..., str]
) -> None:
    dump = dumped(copy, *CUSTOM, "--schema=github_activity_tracker")
    before = rows(copy)
    execute(copy, "DROP SCHEMA github_activity_tracker CASCADE")

    run("pg_restore", "--exit-on-error", f"--dbname={copy}", dump)

    assert rows(copy) == before
    # The triggers on the tables of other schemas are not part of this one.
    left = verified(copy, orphans=False)
    assert any(
        line.startswith("+ create trigger github_activity_tracker_gitcommit") for line in left
    )
    applied(copy)
    assert verified(copy) == []
    refuses(copy, BAD_KEY)
    refuses(copy, NO_PARENTS)


def test_one_schema_comes_back_from_a_dump_of_the_whole_into_a_schema_made_anew(
    copy: str, dumped: Callable[..., str]
) -> None:
    dump = dumped(copy)
    before = rows(copy)
    execute(copy, "DROP SCHEMA github_activity_tracker CASCADE")
    applied(copy)

    run(
        "pg_restore", "--exit-on-error", "--schema=github_activity_tracker",
        f"--dbname={copy}", dump,
    )  # fmt: skip
    applied(copy)

    assert verified(copy) == []
    assert rows(copy) == before
    refuses(copy, BAD_KEY)
    refuses(copy, NO_PARENTS)


def test_data_alone_is_restored_in_one_transaction_under_the_checks(
    source: str, target: str, dumped: Callable[..., str]
) -> None:
    dump = dumped(source)
    run("pg_restore", "--exit-on-error", "--schema-only", f"--dbname={target}", dump)

    run("pg_restore", "--data-only", "--single-transaction", f"--dbname={target}", dump)

    applied(target)
    assert verified(target) == []
    assert rows(target) == rows(source)


def test_data_alone_is_refused_with_an_orphan_in_it(
    copy: str, target: str, dumped: Callable[..., str]
) -> None:
    execute(copy, f"SET session_replication_role = replica; {BAD_KEY}")
    dump = dumped(copy)
    run("pg_restore", "--exit-on-error", "--schema-only", f"--dbname={target}", dump)

    done = attempt("pg_restore", "--data-only", "--single-transaction", f"--dbname={target}", dump)

    assert done.returncode == 1
    assert "violates identity key" in done.stderr
    assert rows(target) == 0


def test_data_restored_past_the_triggers_is_looked_through(
    copy: str, target: str, dumped: Callable[..., str]
) -> None:
    execute(copy, SMUGGLE)
    dump = dumped(copy)
    run("pg_restore", "--exit-on-error", "--schema-only", f"--dbname={target}", dump)
    applied(target)

    run("pg_restore", "--data-only", "--disable-triggers", "--jobs=2", f"--dbname={target}", dump)

    assert verified(target, orphans=False) == []
    assert verified(target) == ORPHANS


def test_an_orphan_in_a_dump_comes_back_unseen_and_is_found(
    copy: str, target: str, dumped: Callable[..., str]
) -> None:
    execute(copy, SMUGGLE)
    # Its channel is nobody's either, and a foreign key would refuse the dump.
    execute(copy, f"ALTER TABLE {MEMBERSHIPS} DROP CONSTRAINT {channel_key(copy)}")
    dump = dumped(copy)

    run("pg_restore", "--exit-on-error", f"--dbname={target}", dump)

    applied(target)
    assert verified(target, orphans=False) == []
    assert verified(target) == ORPHANS


def test_a_dump_comes_back_on_another_server_after_the_roles(
    source: str, dumped: Callable[..., str], elsewhere: Server, tmp_path: Path
) -> None:
    dump = dumped(source)
    roles = tmp_path / "roles.sql"
    roles.write_text(run("pg_dumpall", "--globals-only"))

    # Its own superuser is there already.
    psql("--file", str(roles), url=elsewhere.url())
    there = ["--exit-on-error", "--create", "--dbname", elsewhere.url()]
    run("pg_restore", *there, dump)

    environ = {**os.environ, "DATABASE_URL": elsewhere.url(source)}
    assert "16 schemas: all in step." in manage("schema_verify", "--orphans", environ=environ)
    with psycopg.connect(elsewhere.url(source)) as connection:
        with pytest.raises(errors.ForeignKeyViolation):
            connection.execute(BAD_KEY)
            connection.commit()


def test_a_foreign_key_refuses_the_dump_that_an_identity_key_lets_through(
    copy: str, target: str, dumped: Callable[..., str]
) -> None:
    # The channels of these rows are nobody's, and they are of the same schema.
    execute(copy, SMUGGLE)
    dump = dumped(copy)

    done = attempt("pg_restore", "--exit-on-error", f"--dbname={target}", dump)

    assert done.returncode == 1
    assert "violates foreign key constraint" in done.stderr


# Private
# -------


def psql(*arguments: str, url: str) -> str:
    return run("psql", "--quiet", "--no-psqlrc", *arguments, url)


def execute(name: str, statement: str) -> None:
    with administrator(name) as connection:
        connection.execute(statement)


def applied(name: str) -> None:
    with working_on(name):
        call_command("schema_apply", apply=True, verbosity=0)


def refuses(name: str, statement: str) -> None:
    """That the database's checks do not let this statement through."""
    with administrator(name) as connection, pytest.raises(errors.ForeignKeyViolation):
        connection.execute(statement)


def rows(name: str) -> int:
    with administrator(name) as connection:
        return connection.execute(f"SELECT count(*) FROM {COMMITS}").fetchone()[0]  # noqa: S608


def channel_key(name: str) -> str:
    """The name of the foreign key that the table has within its schema."""
    query = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass"
    with administrator(name) as connection:
        return connection.execute(query, [MEMBERSHIPS]).fetchone()[0]
