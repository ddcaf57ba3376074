"""Every interleaving of a writer of the child and a writer of the parent: never an orphan."""
# ruff: noqa: S608 - names and numbers of this module's own

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

import pytest

from tests.tools.pairs import MODES, Mode
from tests.tools.races import ASK, RACES, Race, Theatre, opened, refusals


@pytest.fixture(scope="module")
def theatre(server: dict[str, Any]) -> Iterator[Theatre]:
    with opened(server) as theatre:
        yield theatre


@pytest.mark.parametrize("race", RACES, ids=str)
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_interleaving_leaves_an_orphan(theatre: Theatre, mode: Mode, race: Race) -> None:
    native = theatre.native(race, deferred=bool(mode.deferrable))

    checked, orphans = theatre.checked(race, mode)

    assert orphans == []
    if race.parent_level == "READ COMMITTED":
        assert checked == native
    else:
        assert {refusals(each) for each in checked.values()} == {("", "25001")}


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_sixteen_writers_of_one_key_do_not_wait_for_each_other(
    theatre: Theatre, mode: Mode
) -> None:
    goal, tables = theatre.parent(mode)
    names = ascii_lowercase[:16]
    insert = f"BEGIN; INSERT INTO {tables['child']} VALUES ({{}}, {goal})"

    with theatre.company(names) as stage:
        said = stage.play(
            names * 2,
            {
                name: (insert.format(-16 * goal - number).encode(), ASK)
                for number, name in enumerate(names)
            },
        )

        assert set(said.values()) == {("INSERT 0 1", "SET CONSTRAINTS")}
        assert {*stage.play(names, dict.fromkeys(names, (b"COMMIT",))).values()} == {("COMMIT",)}


@pytest.mark.parametrize("order", ["ccpp", "ppcc", "cppc", "pccp"])
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_other_columns_of_the_parent_and_its_children_do_not_wait_for_each_other(
    theatre: Theatre, mode: Mode, order: str
) -> None:
    goal, tables = theatre.parent(mode)

    # None commits: whoever waited would wait for ever.
    said = theatre.stage.play(
        order,
        {
            "c": (f"BEGIN; INSERT INTO {tables['child']} VALUES ({goal}, {goal})".encode(), ASK),
            "p": (f"BEGIN; UPDATE {tables['parent']} SET name = 'new'"
                  f" WHERE id = {goal}".encode(), ASK),
        },
    )  # fmt: skip

    assert said == {"c": ("INSERT 0 1", "SET CONSTRAINTS"), "p": ("UPDATE 1", "SET CONSTRAINTS")}
    theatre.stage.play("cp", {"c": (b"COMMIT",), "p": (b"COMMIT",)})
