"""Programs over a native foreign key and over an identity key: the same outcome."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from tiny.cases import CASES, Case
from tiny.differences import DIFFERENCES, difference
from tiny.pairs import MODES, Mode, Pairs

PAGE: Final = Path(__file__).resolve().parents[3] / "docs/reference/identity-key-differences.md"


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("mode", MODES, ids=str)
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
        if checked != native:
            print("DIFF", native.said, "->", checked.said, native.left == checked.left)
        assert checked == native


def test_every_difference_is_of_a_case_that_there_is() -> None:
    assert {name for name, _ in DIFFERENCES} <= {str(case) for case in CASES}


def test_every_difference_is_a_row_of_the_docs() -> None:
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|", PAGE.read_text(), re.MULTILINE)

    assert rows == list(dict.fromkeys(each.row for _, each in DIFFERENCES))
