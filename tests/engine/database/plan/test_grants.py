"""Grants: what is taken, what goes along with it, and what is given again, in one plan."""

from __future__ import annotations

import pytest

from tests.tools.walls import Wall


@pytest.mark.parametrize("option", ["", " WITH GRANT OPTION"])
def test_a_right_on_a_column_that_a_revoke_of_the_table_takes_along_is_given_again(
    wall: Wall, option: str
) -> None:
    wall.run("GRANT SELECT ON {app}.note TO {app_keys}" + option)

    lines = wall.lines()
    wall.apply()

    assert lines == [
        f"- revoke SELECT{option} on app.note from app_keys",
        "+ grant SELECT on app.note (person_id) to app_keys",
    ]
    assert wall.lines() == []


def test_keys_are_looked_up_after_such_a_revoke(wall: Wall) -> None:
    wall.run("GRANT SELECT ON {app}.note TO {app_keys}; ALTER TABLE {app}.note DISABLE TRIGGER ALL")

    done = [wall.plain(change) for change in wall.apply()]
    wall.run("INSERT INTO {app}.note (person_id) VALUES (7)")

    assert done[-1] == "~ look up every key of app.note (person_id) in hub"
    assert wall.refusal("app_rw", "SET CONSTRAINTS ALL IMMEDIATE") == "23503"
