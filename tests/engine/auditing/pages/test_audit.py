"""The audit as a page: what it shows of a report, a baseline and the reports before."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from appschemas.auditing.management.commands.schema_audit import Command
from tests.tools.audits import crossing, report
from tests.tools.maps import facts_in


def written(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_a_page_says_what_is_new_known_and_gone_and_how_it_went(tmp_path: Path) -> None:
    first = written(tmp_path, "first.json", report(*map(crossing, range(4))))
    now = written(tmp_path, "now.json", report(crossing(1), crossing(5, name="new")))
    known, page = tmp_path / "baseline.json", tmp_path / "deep" / "page.html"
    call_command(Command(), read=[first], baseline=known, update_baseline=True, stdout=StringIO())

    with pytest.raises(CommandError, match="does not hold"):
        call_command(
            Command(), read=[now], baseline=known, html=page, earlier=[first],
            stdout=StringIO(), stderr=StringIO(),
        )  # fmt: skip

    facts = facts_in(page.read_text(encoding="utf-8"))
    assert [(each["function"], each["state"]) for each in facts["crossings"]] == [
        ("find_1", "known"), ("new_5", "new")
    ]  # fmt: skip
    assert [each["function"] for each in facts["gone"]] == ["find_0", "find_2", "find_3"]
    assert facts["series"] == [{"name": "first.json", "refused": 4}, {"name": "now", "refused": 2}]


def test_earlier_reports_without_a_page_are_refused_until_it_is_named(tmp_path: Path) -> None:
    now = written(tmp_path, "now.json", report(crossing(1)))
    page = tmp_path / "page.html"

    with pytest.raises(CommandError, match="add --html FILE"):
        call_command(Command(), read=[now], earlier=[now], stdout=StringIO())
    call_command(Command(), read=[now], earlier=[now], html=page, stdout=StringIO())

    assert [each["name"] for each in facts_in(page.read_text())["series"]] == ["now.json", "now"]
