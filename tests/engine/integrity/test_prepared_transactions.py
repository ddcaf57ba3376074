"""Prepared transactions: what is prepared holds its locks, and was checked before."""
# ruff: noqa: S608 - names and numbers of this module's own

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from config.server import throwaway
from tests.tools.pairs import MODES, Mode
from tests.tools.races import Theatre, opened
from tests.tools.stepping import Said


@pytest.fixture(scope="module")
def theatre(server: dict[str, Any]) -> Iterator[Theatre]:
    """On a server that can prepare transactions; one is started where the usual one cannot."""
    with psycopg.connect(**server) as connection:
        row = connection.execute("SHOW max_prepared_transactions").fetchone()
    if row != ("0",):
        with opened(server) as theatre:
            yield theatre
        return
    with throwaway() as other:
        with psycopg.connect(other.url(), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET max_prepared_transactions = 4")
        other.stop()
        login = psycopg.conninfo.conninfo_to_dict(other.start())
        with opened({**login, "autocommit": True}) as theatre:
            yield theatre


@pytest.mark.parametrize("end", ["COMMIT", "ROLLBACK"])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_a_prepared_child_keeps_its_parent_until_it_ends(
    theatre: Theatre, mode: Mode, end: str
) -> None:
    native, checked = both(
        theatre,
        mode,
        "ccpc",
        {
            "c": (
                "BEGIN; INSERT INTO {child} VALUES ({goal}, {goal})",
                "PREPARE TRANSACTION '{name}'",
                end + " PREPARED '{name}'",
            ),
            "p": ("DELETE FROM {parent} WHERE id = {goal}",),
        },
    )

    assert checked == native
    assert checked["p"] == (("23503",) if end == "COMMIT" else ("DELETE 1",))


@pytest.mark.parametrize("end", ["COMMIT", "ROLLBACK"])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_a_child_waits_for_a_prepared_parent(theatre: Theatre, mode: Mode, end: str) -> None:
    native, checked = both(
        theatre,
        mode,
        "ppcp",
        {
            "c": ("INSERT INTO {child} VALUES ({goal}, {goal})",),
            "p": (
                "BEGIN; DELETE FROM {parent} WHERE id = {goal}",
                "PREPARE TRANSACTION '{name}'",
                end + " PREPARED '{name}'",
            ),
        },
    )

    assert checked == native
    assert checked["c"] == (("23503",) if end == "COMMIT" else ("INSERT 0 1",))


@pytest.mark.parametrize(
    "write",
    ["INSERT INTO {child} VALUES ({goal}, -1)", "DELETE FROM {parent} WHERE id = {held}"],
    ids=["child", "parent"],
)
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_what_violates_a_key_is_not_prepared(theatre: Theatre, mode: Mode, write: str) -> None:
    steps = (f"BEGIN; {write}", "PREPARE TRANSACTION '{name}'", "ROLLBACK")

    native, checked = both(theatre, mode, "ccc", {"c": steps, "p": ()})

    assert checked == native
    assert "23503" in checked["c"]


def both(
    theatre: Theatre, mode: Mode, order: str, steps: dict[str, tuple[str, ...]]
) -> tuple[dict[str, Said], dict[str, Said]]:
    """What the sessions said over a foreign key, and over an identity key."""
    said = []
    for kind in ("native", "checked"):
        tables, number = theatre.tables(kind, mode), next(theatre.numbers)
        goal, held = 10 * number, 10 * number + 1
        names = {**tables, "goal": goal, "held": held, "name": f"{theatre.wall.prefix}_{number}"}
        theatre.stage.observer.execute(
            "INSERT INTO {parent} VALUES ({goal}), ({held});"
            "INSERT INTO {child} VALUES ({held}, {held})".format(**names)
        )
        formatted = {
            name: [step.format(**names).encode() for step in each] for name, each in steps.items()
        }
        said.append(theatre.stage.play(order, formatted))
    return said[0], said[1]
