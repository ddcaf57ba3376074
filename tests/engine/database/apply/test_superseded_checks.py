"""A database with checks of an earlier version gets those of this one, its keys never unguarded."""

from __future__ import annotations

import pytest

from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.objects_v1 import objects_v1_of
from appschemas.integrity.references import key_constraints_of
from tests.tools.pairs import run
from tests.tools.walls import TABLES, Wall

BAD = "INSERT INTO {app}.note (person_id) VALUES (7)"
FUNCTIONS = """
SELECT p.proname FROM pg_proc p
 WHERE p.pronamespace IN ('{app}'::regnamespace, '{hub}'::regnamespace)
"""


@pytest.fixture
def earlier(bare: Wall) -> Wall:
    """The three schemas with the checks and the grants of version 1, and two rows."""
    bare.apply()
    bare.run(TABLES)
    bare.run(
        "GRANT USAGE ON SCHEMA {hub} TO {app_owner}; GRANT USAGE ON SCHEMA {app} TO {hub_owner}"
    )
    (constraint,) = key_constraints_of(bare.installed.references)
    for each in objects_v1_of(constraint, bare.contract):
        run(bare, each.create())
    bare.run(
        "INSERT INTO {hub}.person (id) VALUES (1); INSERT INTO {app}.note (person_id) VALUES (1)"
    )
    assert bare.refusal("app_rw", f"{BAD}; SET CONSTRAINTS ALL IMMEDIATE") == "23503"
    return bare


def test_functions_of_an_earlier_version_are_superseded(earlier: Wall) -> None:
    lines = earlier.lines()
    earlier.apply()

    assert [line for line in lines if line.startswith("~ create trigger") and "anew" in line]
    assert len([line for line in lines if line.endswith("_v1: superseded")]) == 6
    assert lines[-1] == "~ look up every key of app.note (person_id) in hub"
    assert earlier.run(FUNCTIONS).fetchall() == []
    assert (earlier.lines(), earlier.findings()) == ([], [])
    assert earlier.refusal("app_rw", f"{BAD}; SET CONSTRAINTS ALL IMMEDIATE") == "23503"
    assert earlier.refusal("hub_rw", "DELETE FROM {hub}.person; SET CONSTRAINTS ALL IMMEDIATE") == (
        "23503"
    )


def test_owners_of_both_sides_lose_what_they_no_longer_need(earlier: Wall) -> None:
    lines = earlier.lines()

    assert "- revoke USAGE on schema hub from app_owner" in lines
    assert "- revoke USAGE on schema app from hub_owner" in lines


def test_where_a_row_is_an_orphan_the_later_version_refuses_more_and_says_so(earlier: Wall) -> None:
    earlier.run(f"SET session_replication_role = replica; {BAD}; RESET session_replication_role")

    with pytest.raises(AppSchemasError, match="The rows do not allow it: look up every key"):
        earlier.apply()

    assert earlier.run(FUNCTIONS).fetchall() == []
    assert earlier.refusal("app_rw", f"{BAD}; SET CONSTRAINTS ALL IMMEDIATE") == "23503"
    assert earlier.lines() == [
        "~ look up every key of app.note (person_id) in hub: not looked up yet"
    ]
