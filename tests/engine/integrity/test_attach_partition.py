"""A table that becomes a partition brings keys: they are looked up, and their parents stay."""
# ruff: noqa: S608 - names of this module's own

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import psycopg
import pytest

from appschemas.database.model_state import ModelState
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.look_ups import locks, refuse_orphans
from appschemas.integrity.references import key_constraints_of
from tests.tools.pairs import MODES, Mode, reference
from tests.tools.stepping import Session, Stage, interleavings
from tests.tools.walls import TABLES, Wall, built

PARTITIONED: Final = """
DROP TABLE {app}.note; SET ROLE {app_owner};
CREATE TABLE {app}.note (id bigint, person_id bigint) PARTITION BY RANGE (id); RESET ROLE
"""
BEFORE: Final = """
DROP TABLE IF EXISTS {app}.joining; DELETE FROM {app}.note; DELETE FROM {hub}.person;
SET ROLE {hub_owner}; INSERT INTO {hub}.person (id) VALUES (1); SET ROLE {app_owner};
CREATE TABLE {app}.joining (id bigint, person_id bigint);
INSERT INTO {app}.joining VALUES (1, 1); RESET ROLE
"""
ORPHANS: Final = (
    "SELECT count(*) FROM {app}.note c"
    " WHERE NOT EXISTS (SELECT FROM {hub}.person p WHERE p.id = c.person_id)"
)


@pytest.fixture(scope="module", params=MODES[:2], ids=str)
def partitioned(request: pytest.FixtureRequest, server: dict[str, Any]) -> Iterator[Wall]:
    """A partitioned table whose keys are checked by row, at the end or at once."""
    mode: Mode = request.param
    with built(server) as wall:
        wall.apply()
        wall.run(TABLES)
        wall.run(PARTITIONED)
        (key,) = wall.installed.references
        names = (key.schema, key.table, key.referenced_schema, key.referenced_table)
        held = reference(mode, *names, key.referenced_column, key.column, key.key_type)
        wall = replace(wall, installed=ModelState(wall.installed.tables, (held,)))
        wall.apply()
        yield wall


def test_in_no_order_does_a_parent_go_whose_child_is_attached(
    partitioned: Wall, server: dict[str, Any]
) -> None:
    wall, steps = partitioned, _steps(partitioned)
    login = {**server, "dbname": wall.prefix}
    found = {}
    with psycopg.connect(**login) as attaching, psycopg.connect(**login) as deleting:
        sessions = {"a": Session(attaching), "p": Session(deleting)}
        stage = Stage(sessions, wall.connection)
        for order in interleavings("a", len(steps["a"]), "p", len(steps["p"])):
            wall.run(BEFORE)
            said = stage.play(order, steps)
            refused = tuple(sorted(name for name in said if "23503" in said[name]))
            attached = wall.run("SELECT count(*) FROM {app}.note").fetchone() == (1,)
            found[order] = (*refused, "attached" if attached else "apart")
            assert wall.run(ORPHANS).fetchone() == (0,), order

    assert set(found.values()) == {("a", "apart"), ("p", "attached")}


# Private
# -------


def _steps(wall: Wall) -> dict[str, list[bytes]]:
    (check,) = key_constraints_of(wall.installed.references)
    app, hub = f"{wall.prefix}_app", f"{wall.prefix}_hub"
    attach = (
        f'SET LOCAL ROLE "{app}_owner";'
        f'ALTER TABLE "{app}".note ATTACH PARTITION "{app}".joining FOR VALUES FROM (0) TO (9)'
    )
    return {
        "a": [
            b"BEGIN",
            b";".join(_as_role(each) for each in locks([check], wall.contract)),
            attach.encode(),
            b";".join(_as_role(each) for each in refuse_orphans(check, wall.contract)),
            b"COMMIT",
        ],
        "p": [b"BEGIN", f'DELETE FROM "{hub}".person WHERE id = 1'.encode(), b"COMMIT"],
    }


def _as_role(statement: RoleStatement) -> bytes:
    return f'SET LOCAL ROLE "{statement.role}";{statement.sql.as_string(None)}'.encode()
