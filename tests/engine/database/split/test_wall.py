"""The last steps: what old code holds is taken schema by schema, and then nothing is left."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from appschemas.database.split.run import unsplit
from appschemas.database.split.wall import close, finish, reopen
from appschemas.exceptions import AppSchemasError, NotSplit
from tests.tools.splits import Before


def closed(before: Before, *names: str) -> None:
    """These schemas are the contract's alone."""
    for name in names:
        close(before.steps(), before.schema(name))


def refusal(session: psycopg.Connection[Any], statement: bytes) -> str | None:
    """The SQLSTATE with which a statement is refused."""
    try:
        session.execute(statement)
    except psycopg.Error as error:
        return error.sqlstate
    return None


def test_the_wall_stands_in_one_schema_and_comes_down_again(before: Before) -> None:
    before.split()
    closed(before, "app")
    with before.session() as old:
        walled = refusal(old, b"SELECT FROM note"), refusal(old, b"SELECT FROM person")

    reopen(before.steps(), before.schema("app"))

    assert walled == ("42P01", None)
    with before.session() as old:
        before.writes(old)


def test_a_mover_that_is_no_superuser_raises_the_walls_takes_one_down_and_ends_it(
    before: Before,
) -> None:
    with before.session(before.mover()) as session:
        before.split(session)
        close(before.steps(session), before.schema("app"))
        reopen(before.steps(session), before.schema("app"))
        with before.session() as old:
            before.writes(old)
        for name in ("app", "hub", "board"):
            close(before.steps(session), before.schema(name))
        finish(before.steps(session))

    with before.session() as old:
        walled = refusal(old, f"SELECT FROM {before.schema('app')}.note".encode())
    assert walled == "42501"
    assert not before.state().is_begun


def test_what_a_reader_held_comes_back_with_it(before: Before) -> None:
    reader = before.schema("stranger")
    before.run("CREATE ROLE {stranger} LOGIN PASSWORD 'open sesame'")
    before.run("GRANT SELECT ON public.note TO {stranger}")
    before.split()

    closed(before, "app")
    with before.session(reader) as session:
        walled = refusal(session, b"SELECT FROM note")
    reopen(before.steps(), before.schema("app"))

    assert walled == "42P01"
    with before.session(reader) as session:
        assert session.execute("SELECT count(*) FROM note").fetchone() == (3,)


@pytest.mark.parametrize("back", [False, True], ids=["reopen", "undo"])
def test_who_is_killed_when_the_wall_has_come_down_leaves_the_schema_open(
    before: Before, back: bool
) -> None:
    def die(step: str) -> None:
        raise KeyboardInterrupt

    before.split()
    closed(before, "app")
    steps = before.steps(told=die)
    with pytest.raises(KeyboardInterrupt):
        unsplit(steps) if back else reopen(steps, before.schema("app"))

    with before.session() as old:
        before.writes(old)


def test_it_waits_for_old_code_to_stop(before: Before) -> None:
    before.split()
    with before.session(application_name="cron"):
        with pytest.raises(AppSchemasError, match=r"Old code still runs: .* application cron"):
            closed(before, "app")

    closed(before, "app")

    assert before.state().marks[before.schema("app")].walled


def test_what_is_not_split_gets_no_wall(before: Before) -> None:
    with pytest.raises(AppSchemasError, match=r"is not split yet\. .* schema_split --apply"):
        closed(before, "app")
    with pytest.raises(NotSplit, match="there is nothing to end"):
        finish(before.steps())

    assert before.place("note") == ["public old"]


def test_verify_knows_a_split_and_nothing_is_left_of_it_at_the_end(before: Before) -> None:
    before.split()
    under_way = (before.wall.lines(), before.wall.findings())

    with pytest.raises(AppSchemasError, match="Old code still has its rights in"):
        finish(before.steps())
    closed(before, "hub", "app", "board")
    finish(before.steps())

    assert under_way[0] == []
    assert [each[:23] for each in under_way[1]] == ["i a split is under way:"]
    assert (before.wall.lines(), before.wall.findings()) == ([], [])
    assert before.state().marks == {}
    with before.session() as old:
        assert refusal(old, b"SELECT FROM person") == "42P01"


def test_a_walled_schema_goes_back_as_well(before: Before) -> None:
    at_first = before.catalog()
    before.split()
    closed(before, "hub", "app")

    before.unsplit()

    assert before.catalog() == at_first


def test_public_is_everybodys_until_the_split_is_ended(before: Before) -> None:
    acl = "SELECT nspacl::text FROM pg_namespace WHERE nspname = 'public'"
    at_first, catalog = before.run(acl).fetchone(), before.catalog()
    before.split()
    closed(before, "hub", "app", "board")
    walled = before.run(acl).fetchone(), before.wall.lines()

    before.unsplit()

    assert walled == (at_first, [])
    assert before.run(acl).fetchone() == at_first
    assert before.catalog() == catalog


def test_at_the_end_the_path_of_a_reader_is_as_it_was_as_well(before: Before) -> None:
    reader = before.schema("stranger")
    before.run("CREATE ROLE {stranger} LOGIN PASSWORD 'open sesame'")
    before.run("GRANT SELECT ON public.note TO {stranger}")
    before.split()

    with before.session(reader) as session:
        there = session.execute("SHOW search_path").fetchone()
    closed(before, "hub", "app", "board")
    finish(before.steps())

    with before.session(reader) as session:
        assert there != session.execute("SHOW search_path").fetchone() == ('"$user", public',)
