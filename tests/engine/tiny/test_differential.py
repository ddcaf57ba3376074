"""Programs over a native foreign key and over an identity key: the same outcome."""

from __future__ import annotations

import pytest
from tiny.cases import CASES, Case
from tiny.pairs import MODES, Mode, Pairs


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("mode", MODES, ids=str)
@pytest.mark.parametrize("alone", [False, True], ids=["together", "alone"])
def test_a_program_ends_as_with_a_native_foreign_key(
    pairs: Pairs, mode: Mode, case: Case, alone: bool
) -> None:
    pair = pairs.pair(case.layout, mode)

    native, checked = pair.outcomes(case.program, alone=alone)
    if case.alters:
        pairs.drop()

    if checked != native:
        print(
            "DIFF",
            native.said,
            "->",
            checked.said,
            "" if native.said != checked.said else (native.left, checked.left),
        )
    assert checked == native
