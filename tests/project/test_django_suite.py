"""The comparison of Django's tests: what fails it, and that the docs hold its whole list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.django_suite.__main__ import report
from tests.django_suite.comparison import Entry, differences, listed, stale
from tests.django_suite.sides import MODULES, SIDES, Outcome, Run

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "django-suite.md"
KNOWN = Entry(("delete.*.test_b",), ("shared",), "It waits for itself.")
MODULE = ["delete"]


def ran(side: str, **outcomes: str) -> Run:
    """A run of tests of the module `delete`."""
    found = {f"delete.tests.test_{name}": Outcome(what) for name, what in outcomes.items()}
    return Run(side, found, 1.0, Path("log"))


STOCK = ran("stock", a="passed", b="passed", c="failed", d="skipped")


def test_the_page_lists_every_test_that_cannot_apply() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| (.+) \| (.+) \|$", PAGE.read_text(), re.MULTILINE)
    in_docs = {(test, sides, reason) for test, sides, reason in rows if "." in test}

    assert in_docs == {
        (glob, ", ".join(f"`{side}`" for side in entry.sides), entry.reason)
        for entry in listed()
        for glob in entry.tests
    }


def test_the_page_names_every_side_and_module() -> None:
    text = PAGE.read_text()

    assert [each for each in (*SIDES, *MODULES) if f"`{each}`" not in text] == []


def test_only_what_passes_on_django_s_backend_is_a_difference() -> None:
    found = differences(STOCK, ran("shared", a="passed", b="failed", c="failed", d="failed"), [])

    assert [each.test for each in found] == ["delete.tests.test_b"]


@pytest.mark.parametrize("what", ["failed", "errored", "skipped", "started"])
def test_whatever_is_not_a_pass_differs(what: str) -> None:
    assert len(differences(STOCK, ran("shared", a="passed", b=what), [])) == 1


def test_a_test_that_did_not_run_differs() -> None:
    (found,) = differences(STOCK, ran("shared", a="passed"), [KNOWN])

    assert (found.what, found.reason) == ("not run", "It waits for itself.")


def test_an_entry_for_one_side_does_not_excuse_another() -> None:
    (found,) = differences(STOCK, ran("apart", a="passed", b="failed"), [KNOWN])

    assert found.reason == ""


def test_an_entry_that_no_run_shows_is_stale() -> None:
    assert stale([KNOWN], [], MODULE) == ["delete.*.test_b on shared"]


def test_an_entry_of_a_module_that_did_not_run_is_not_stale() -> None:
    assert stale([KNOWN], [], ["queries"]) == []


def test_no_difference_exits_with_0() -> None:
    same = {side: ran(side, a="passed", b="passed") for side in SIDES}

    assert report(same, MODULE) == 0


def test_a_difference_that_is_not_listed_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    runs = {side: ran(side, a="passed", b="passed") for side in SIDES}

    assert report({**runs, "shared": ran("shared", a="passed", b="errored")}, MODULE) == 1
    assert "delete.tests.test_b" in capsys.readouterr().out


def test_a_side_that_broke_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    runs = {side: ran(side, a="passed", b="passed") for side in SIDES}
    broken = Run("shared", {"delete.tests.test_b": Outcome("started")}, 1.0, Path("log"), "hung")

    assert report({**runs, "shared": broken}, MODULE) == 2
    assert "delete.tests.test_b" in capsys.readouterr().err


def test_a_module_without_a_pass_exits_with_2() -> None:
    assert report({side: ran(side, a="failed") for side in SIDES}, MODULE) == 2
