"""The page about libraries says what is tried, in the versions that are installed."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs/reference/libraries.md"
ROWS = re.findall(r"^\| ([\w-]+) \| ([\d.]+) \| .+ \| `(\w+\.py)` \|$", PAGE.read_text(), re.M)


def test_the_page_has_a_row_for_each_library() -> None:
    wanted = (PAGE.parents[2] / "requirements/libraries.in").read_text()
    named = {line for line in wanted.splitlines() if re.fullmatch(r"[\w-]+", line)}

    assert named - {library for library, _, _ in ROWS} == set()


@pytest.mark.parametrize(("library", "tried", "module"), ROWS)
def test_each_row_is_tests_of_that_version(library: str, tried: str, module: str) -> None:
    assert version(library) == tried
    assert "def test_" in (Path(__file__).parent / module).read_text()
