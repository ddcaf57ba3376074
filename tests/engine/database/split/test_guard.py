"""At no moment is a key without a guard, whoever is killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import psycopg
import pytest
from psycopg import errors
from psycopg.sql import Composable

from appschemas.database.split.run import Choices, split, unsplit
from appschemas.exceptions import AppSchemasError
from tests.tools.splits import HASTE, PARTITIONED, Before

# A row without a parent, and a parent whose row stays.
PROBES: Final = (
    "INSERT INTO note (person_id) VALUES (999)",
    "DELETE FROM person WHERE id = 1",
)
MOST_RUNS: Final = 60
REFUSED: Final = (errors.ForeignKeyViolation, errors.RestrictViolation, errors.LockNotAvailable)


class Killed(Exception):
    """The process is gone."""


class Watched:
    """A connection that looks at the world, and may die, before each statement that it composes."""

    def __init__(self, connection: psycopg.Connection[Any], look: Callable[[], None]) -> None:
        self._connection, self._look = connection, look

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, Composable):
            self._look()
        return self._connection.execute(query, *args, **kwargs)


def probe(before: Before, session: psycopg.Connection[Any]) -> list[str]:
    """What was let through, with nothing of it kept."""
    through = []
    for statement in PROBES:
        try:
            with session.transaction(force_rollback=True):
                session.execute("SET LOCAL lock_timeout = '5ms'")
                session.execute(statement.encode())
                session.execute("SET CONSTRAINTS ALL IMMEDIATE")
            through.append(statement)
        except REFUSED:
            pass
    return through


def test_between_any_two_statements_both_sides_are_guarded(before: Before) -> None:
    found: list[str] = []
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        with before.session() as session:
            found.extend(probe(before, session))

    watched: Any = Watched(before.wall.connection, look)
    before.split(watched)
    before.unsplit(watched)

    assert found == []
    assert looks > 60


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
def test_killed_at_any_statement_the_next_run_goes_on(before: Before, back: bool) -> None:
    at_first = before.catalog()
    if back:
        before.split()
    left = number = 0

    def die() -> None:
        nonlocal left
        left -= 1
        if not left:
            raise Killed

    while True:
        number += 1
        left = number
        parameters = {**before.server, "dbname": before.wall.prefix}
        with psycopg.connect(**parameters) as connection:
            mortal: Any = Watched(connection, die)
            try:
                before.unsplit(mortal) if back else before.split(mortal)
                break
            except Killed:
                # The server rolls back what was not committed, as it does for who is gone.
                connection.close()
        with before.session() as session:
            assert probe(before, session) == []

    if not back:
        before.unsplit()
    assert before.catalog() == at_first
    assert number > 5


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
def test_killed_in_the_second_step_of_each_run_it_comes_to_its_end(
    before: Before, back: bool
) -> None:
    at_first = before.catalog()
    if back:
        before.split()
    made = list[str]()

    def died() -> bool:
        parameters = {**before.server, "dbname": before.wall.prefix}
        with psycopg.connect(**parameters) as connection:
            told = list[str]()

            def die() -> None:
                if told:
                    raise Killed

            mortal: Any = Watched(connection, die)
            steps = before.steps(mortal, told=told.append)
            try:
                unsplit(steps) if back else split(steps, Choices())
            except Killed:
                # The server rolls back what was not committed, as it does for who is gone.
                connection.close()
            made.extend(step.partition(" (")[0] for step in told)
            return connection.closed

    runs = next(number for number in range(MOST_RUNS) if not died())

    # What is made again in each run keeps the next from coming to what follows it.
    assert [step for step, times in Counter(made).items() if times > 1] == []
    assert runs > 5
    assert before.place("note") == ["public old" if back else "app app_owner"]
    if not back:
        before.unsplit()
    assert before.catalog() == at_first


def test_killed_between_a_table_and_its_partitions_the_next_run_goes_on(before: Before) -> None:
    with before.session() as old:
        old.execute(PARTITIONED)
    names = ("note", "note_1", "note_2", "note_21")

    def killed(back: bool) -> bool:
        def told(step: str) -> None:
            if step.startswith("table note"):
                raise Killed

        steps = before.steps()
        steps.told = told
        try:
            unsplit(steps) if back else split(steps, Choices())
        except Killed:
            return True
        return False

    there = [killed(back=False) for _ in range(5)]
    assert [before.place(name) for name in names] == [["app app_owner"]] * 4
    # Once on the way back, then there again.
    back = [killed(back=True), *(killed(back=False) for _ in range(2))]

    assert (there, back) == ([True] * 4 + [False], [True, True, False])
    assert [before.place(name) for name in names] == [["app app_owner"]] * 4
    with before.session() as session:
        assert probe(before, session) == []


def test_an_orphan_stops_the_swap_and_is_named_and_nothing_is_lost(before: Before) -> None:
    # As replication, or a session without triggers, may have left one.
    before.run("SET session_replication_role = replica; INSERT INTO public.note (person_id)"
               " VALUES (77); RESET session_replication_role")  # fmt: skip

    with pytest.raises(AppSchemasError, match=r"1 row holds 1 key .* such as 77"):
        before.split()
    key = before.run("SELECT convalidated FROM pg_constraint WHERE conname = 'note_person_fk'")
    assert key.fetchone() == (True,)
    before.run("DELETE FROM {app}.note WHERE person_id = 77")
    before.split()

    assert before.status().is_split


def test_two_movers_at_once_are_one_too_many(before: Before) -> None:
    parameters = {**before.server, "dbname": before.wall.prefix}
    with psycopg.connect(**parameters, application_name="other") as other:
        with before.steps(other, patience=HASTE).alone():
            with pytest.raises(AppSchemasError, match=r"Another schema_split .* application other"):
                before.split()

    assert before.split()
