"""References of one table that end at two columns of another: each is looked up by its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from psycopg import errors

from appschemas.database.model_state import ModelState
from tests.tools.walls import TABLES, Wall

COLUMNS = """
SET ROLE {hub_owner};
ALTER TABLE {hub}.person ADD COLUMN code varchar(9) UNIQUE;
INSERT INTO {hub}.person (id, name, code) VALUES (1, 'Ann', 'ann'), (2, 'Bob', 'bob');
SET ROLE {app_owner};
ALTER TABLE {app}.note ADD COLUMN person_code varchar(9);
RESET ROLE;
"""


@pytest.fixture
def both(bare: Wall) -> Wall:
    """A note holds a person's id in one column and a person's code in another."""
    (by_id,) = bare.installed.references
    by_code = replace(
        by_id, referenced_column="code", column="person_code", key_type="character varying"
    )
    both = replace(bare, installed=ModelState(bare.installed.tables, (by_id, by_code)))
    both.apply()
    both.run(TABLES)
    both.run(COLUMNS)
    both.apply()
    return both


def test_a_row_with_both_keys_is_let_in_and_found_again(both: Wall) -> None:
    both.run("INSERT INTO {app}.note (person_id, person_code) VALUES (1, 'bob')")

    assert both.lines() == []
    assert both.findings() == []


@pytest.mark.parametrize("values", ["(7, 'bob')", "(1, 'eve')", "(NULL, '1')"])
def test_each_key_is_looked_up_by_its_own_column(both: Wall, values: str) -> None:
    with pytest.raises(errors.ForeignKeyViolation):
        both.run(f"INSERT INTO {{app}}.note (person_id, person_code) VALUES {values}")  # noqa: S608


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {hub}.person WHERE id = 1",
        "DELETE FROM {hub}.person WHERE id = 2",
        "UPDATE {hub}.person SET id = 9 WHERE id = 1",
        "UPDATE {hub}.person SET code = 'x' WHERE id = 2",
    ],
)
def test_neither_of_the_keys_that_are_held_may_go(both: Wall, statement: str) -> None:
    both.run("INSERT INTO {app}.note (person_id, person_code) VALUES (1, 'bob')")

    with pytest.raises(errors.ForeignKeyViolation):
        both.run(statement)


def test_the_other_column_of_a_row_may_change(both: Wall) -> None:
    both.run("INSERT INTO {app}.note (person_id, person_code) VALUES (1, 'bob')")

    both.run("UPDATE {hub}.person SET code = 'anna' WHERE id = 1")
    both.run("UPDATE {hub}.person SET id = 9 WHERE id = 2")

    assert both.findings() == []


def test_an_orphan_of_either_column_is_found(both: Wall) -> None:
    both.run("ALTER TABLE {app}.note DISABLE TRIGGER USER")
    both.run("INSERT INTO {app}.note (person_id, person_code) VALUES (7, 'bob'), (1, 'eve')")
    both.run("ALTER TABLE {app}.note ENABLE TRIGGER USER")

    found = " ".join(both.findings())
    assert ("person_id" in found, "person_code" in found) == (True, True)
