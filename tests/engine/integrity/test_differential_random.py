"""Random programs over a native foreign key and over an identity key: the same outcome."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.tools.layouts import RANDOM
from tests.tools.pairs import MODES, Layout, Mode, Pairs, Step
from tests.tools.programs import PROGRAMS


@pytest.mark.parametrize("layout", RANDOM, ids=str)
@pytest.mark.parametrize("mode", MODES, ids=str)
@given(program=PROGRAMS)
def test_a_random_program_ends_as_with_a_native_foreign_key(
    pairs: Pairs, mode: Mode, layout: Layout, program: list[Step]
) -> None:
    native, checked = pairs.pair(layout, mode).outcomes(program)

    assert checked == native
