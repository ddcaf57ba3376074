"""Crossings at the lines of a pull request, and for tools that read SARIF."""

from __future__ import annotations

from appschemas.auditing.annotations import github_lines, sarif
from appschemas.auditing.crossings import Crossing
from appschemas.backend.session.call_sites import CallSite

JOIN = Crossing(
    "join",
    CallSite("a,b:c.py", 7, "shown"),
    ("papers", "people"),
    ("papers_paper",),
    "50%\n",
    set(),
)
ALLOWED = Crossing("transaction", CallSite("shop.py", 9, "both"), (), (), "", set())


def test_a_new_crossing_is_an_error_at_its_line_whatever_is_in_its_names() -> None:
    (line,) = github_lines([JOIN, ALLOWED])

    assert line.startswith(
        "::error file=a%2Cb%3Ac.py,line=7,title=join of papers%2C people::50%25%0A%0ATwo statements"
    )


def test_a_known_crossing_is_a_warning() -> None:
    assert [line[:9] for line in github_lines([JOIN], {JOIN.key})] == ["::warning"]


def test_sarif_says_where_by_which_rule_and_whether_it_is_new() -> None:
    (run,) = sarif([JOIN, ALLOWED], {ALLOWED.key})["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    found = [(each["ruleId"], each["level"], each["baselineState"]) for each in run["results"]]
    place = run["results"][0]["locations"][0]["physicalLocation"]

    assert found == [("join", "error", "new"), ("transaction", "note", "unchanged")]
    assert {rule for rule, _, _ in found} <= rules
    assert (place["artifactLocation"]["uri"], place["region"]) == ("a,b:c.py", {"startLine": 7})
