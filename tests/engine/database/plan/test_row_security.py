"""Row security: what a policy hides is not taken for missing, before and after it is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import psycopg
import pytest

from appschemas.database.apply.verify import verify
from tests.tools.walls import TABLES, Wall

HIDDEN = "ALTER TABLE {hub}.person ENABLE ROW LEVEL SECURITY"


def test_a_key_that_a_policy_hides_is_no_orphan_of_which_a_hint_says_delete_it(wall: Wall) -> None:
    _fill(wall)
    wall.run(HIDDEN)

    plan = verify(wall.connection, wall.contract, wall.installed, keys=True)

    (found,) = [each for each in plan.findings if not each.notice]
    assert found.unseen
    assert "row-level security policy" in found.text
    assert found.hint == "apply the plan first, then verify again"


def test_keys_are_looked_up_in_a_session_that_planned_while_they_were_hidden(wall: Wall) -> None:
    _fill(wall)
    wall.run(HIDDEN + "; ALTER TABLE {app}.note DISABLE TRIGGER USER")
    # Kept plans of all that is asked.
    wall.findings()

    done = [wall.plain(change) for change in wall.apply()]

    assert done[0] == "~ alter role hub_keys: BYPASSRLS"
    assert done[-1] == "~ look up every key of app.note (person_id) in hub"
    assert wall.findings() == ["i row-level security hides rows of hub.person, a table of keys"]


def test_a_session_that_is_open_writes_again_once_it_is_applied(
    bare: Wall, server: dict[str, Any]
) -> None:
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run("INSERT INTO {hub}.person (id) VALUES (1)")
    with psycopg.connect(**{**server, "dbname": bare.prefix}) as connection:
        client = replace(bare, connection=connection)
        client.run("SET ROLE {app_rw}")
        bare.run(HIDDEN)
        for _ in range(7):
            with pytest.raises(psycopg.errors.ForeignKeyViolation):
                client.run("INSERT INTO {app}.note (person_id) VALUES (1)")

        bare.apply()

        assert client.run("INSERT INTO {app}.note (person_id) VALUES (1)").rowcount == 1


# Private
# -------


def _fill(wall: Wall) -> None:
    wall.run("INSERT INTO {hub}.person (id) VALUES (1)")
    wall.run("INSERT INTO {app}.note (person_id) VALUES (1); SET CONSTRAINTS ALL IMMEDIATE")
