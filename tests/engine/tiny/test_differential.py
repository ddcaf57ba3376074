"""Programs over a native foreign key and over an identity key: the same outcome."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Final

import pytest
from tiny.cases import CASES, Case
from tiny.differences import DIFFERENCES, difference
from tiny.pairs import MODES, Mode, Pairs

from appschemas.orphans import orphans

PAGE: Final = Path(__file__).resolve().parents[3] / "docs/reference/identity-key-differences.md"


@pytest.mark.parametrize(
    ("mode", "case"),
    [
        pytest.param(mode, case, id=f"{mode}-{case}")
        for mode, case in product(MODES, CASES)
        if case.layout.takes(mode)
    ],
)
@pytest.mark.parametrize("way", ["together", "alone"])
def test_a_program_ends_as_with_a_native_foreign_key(
    pairs: Pairs, mode: Mode, case: Case, way: str
) -> None:
    """In one transaction, or each statement in its own; a difference is one of the docs'."""
    pair = pairs.pair(case.layout, mode)

    native, checked = pair.outcomes(case.program, alone=way == "alone")
    if case.alters:
        pairs.drop()

    if expected := difference(str(case), mode, way):
        refused = (" ".join(native.refused), " ".join(checked.refused))
        assert refused == (expected.native, expected.checked)
        assert checked != native
    else:
        assert checked == native


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode.check_each == "row"], ids=str)
def test_a_bad_row_that_came_with_its_partition_is_found(pairs: Pairs, mode: Mode) -> None:
    (case,) = (case for case in CASES if case.name == "attach of a partition with a bad row")
    pairs.pair(case.layout, mode).outcomes(case.program)

    wall = pairs.wall
    found = list(orphans(wall.connection, wall.contract, pairs.checks, lambda roles: None))
    pairs.drop()

    said = "1 row holds 1 key that the other side does not have"
    assert [said in str(each) for each in found] == [True]


def test_every_difference_is_of_a_case_that_there_is() -> None:
    assert {name for name, _ in DIFFERENCES} <= {str(case) for case in CASES}


def test_every_difference_is_a_row_of_the_docs() -> None:
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|", PAGE.read_text(), re.MULTILINE)

    assert rows == list(dict.fromkeys(each.row for _, each in DIFFERENCES))
