"""Comparison: what passes on Django's backend and not on ours, and whether that is known."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from tests.django_suite.sides import Outcome, Run

LIST = Path(__file__).with_name("cannot_apply.toml")


@dataclass(frozen=True)
class Entry:
    """Tests that cannot apply on some sides, and why; `tests` are globs of test ids."""

    tests: tuple[str, ...]
    sides: tuple[str, ...]
    reason: str

    def covers(self, test: str, side: str) -> bool:
        return side in self.sides and any(fnmatchcase(test, glob) for glob in self.tests)


@dataclass(frozen=True, order=True)
class Difference:
    """A test that passes on Django's backend and not on this side."""

    side: str
    test: str
    what: str
    why: str
    reason: str = ""


def listed(path: Path = LIST) -> tuple[Entry, ...]:
    """The committed list."""
    return tuple(
        Entry(tuple(entry["tests"]), tuple(entry["sides"]), entry["reason"])
        for entry in tomllib.loads(path.read_text())["cannot_apply"]
    )


def differences(stock: Run, run: Run, entries: Iterable[Entry]) -> list[Difference]:
    """The tests that pass on `stock` and not on `run`, with the reason where it is listed."""
    entries = tuple(entries)
    return sorted(
        Difference(run.side, test, found.what, found.why, _reason(test, run.side, entries))
        for test, outcome in stock.outcomes.items()
        if outcome.what == "passed"
        and (found := run.outcomes.get(test, Outcome("not run"))).what != "passed"
    )


def stale(
    entries: Iterable[Entry], found: Sequence[Difference], modules: Iterable[str]
) -> list[str]:
    """What the list holds of these modules and no run has shown."""
    ran = tuple(f"{module}." for module in modules)
    return [
        f"{glob} on {side}"
        for entry in entries
        for side in entry.sides
        for glob in entry.tests
        if glob.startswith(ran)
        and not any(each.side == side and fnmatchcase(each.test, glob) for each in found)
    ]


def without_a_pass(stock: Run, modules: Iterable[str]) -> list[str]:
    """Modules of which no test passes on Django's backend: a comparison would say nothing."""
    passed = {
        test.partition(".")[0] for test, each in stock.outcomes.items() if each.what == "passed"
    }
    return [module for module in modules if module.partition(".")[0] not in passed]


def table(runs: Mapping[str, Run]) -> list[str]:
    """One line per side."""
    columns = ("passed", "failed", "errored", "skipped")
    lines = [f"{'side':8}{'tests':>8}" + "".join(f"{each:>9}" for each in columns) + f"{'s':>7}"]
    for side, run in runs.items():
        counts = "".join(f"{run.count(each):>9}" for each in columns)
        lines.append(f"{side:8}{len(run.outcomes):>8}{counts}{run.seconds:>7.0f}")
    return lines


# Private
# -------


def _reason(test: str, side: str, entries: Iterable[Entry]) -> str:
    return next((each.reason for each in entries if each.covers(test, side)), "")
