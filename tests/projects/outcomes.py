"""Outcomes: what became of each test on either side, read from pytest's JUnit files."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Each test's outcome by its name, and the seconds that the run took."""

    by_test: dict[str, str]
    seconds: float

    @classmethod
    def read(cls, path: Path) -> Outcomes:
        """The outcomes in a JUnit file; a test that fails and errs has failed."""
        root = ElementTree.parse(path).getroot()  # noqa: S314
        found = {}
        for case in root.iter("testcase"):
            kinds = {child.tag for child in case}
            name = f"{case.get('classname')}::{case.get('name')}"
            found[name] = next((k for k in ("failure", "error", "skipped") if k in kinds), PASSED)
        seconds = sum(float(suite.get("time") or 0) for suite in root.iter("testsuite"))
        return cls(found, seconds)

    def __str__(self) -> str:
        counts = Counter(self.by_test.values())
        words = [f"{counts[kind]:,} {kind}" for kind in (PASSED, "failure", "error", "skipped")]
        return f"{', '.join(words)} in {self.seconds:.0f} s"

    @property
    def passed(self) -> frozenset[str]:
        """The tests that passed."""
        return frozenset(name for name, kind in self.by_test.items() if kind == PASSED)


def lost(before: Outcomes, after: Outcomes) -> list[str]:
    """The tests that passed before and do not after, sorted."""
    return sorted(before.passed - after.passed)
