"""Queries in two steps are counted and logged, each with the line that asks."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from papers.models import Paper
from people.models import Person

from appschemas.auditing.recorder import Recorder
from appschemas.auditing.reports import Report, TwoSteps, merged, report_lines

pytestmark = pytest.mark.django_db(databases="__all__")

HERE = Path(__file__).relative_to(Path.cwd()).as_posix()


def line_of(marker: str) -> int:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if line.endswith(f"# {marker}"))
    return number


def ask() -> None:
    for name in ("Ada", "Bob", "nobody"):
        Paper.objects.filter(author__name=name).count()  # condition
    Paper.objects.filter(author__in=Person.objects.all()).count()  # queryset
    Paper.objects.filter(author__pk=1).count()


def test_the_audit_counts_them_by_their_line(paper: Paper, tmp_path: Path) -> None:
    recorder = Recorder()
    with recorder.recording():
        ask()
    Report.of(recorder).write(tmp_path / "one.json")

    report = merged([Report.load(tmp_path / "one.json"), Report.of(recorder)])

    asked = [(each.condition, each.site.file, each.site.line) for each in report.two_steps]
    assert asked == [
        ("author__name__exact", HERE, line_of("condition")),
        ("author__in", HERE, line_of("queryset")),
    ]
    assert [(each.count, each.keys) for each in report.two_steps] == [(6, 1), (2, 2)]
    *_, first, second, last = report_lines(report)
    assert first.endswith("ask: author__name__exact in two steps, 6 times, with 1 keys at most")
    assert "8 queries in two steps" in last
    assert isinstance(report.two_steps[0], TwoSteps)
    assert second.startswith(HERE)


def test_a_log_record_names_the_line(paper: Paper, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="appschemas.backend.two_steps"):
        ask()

    said = [record.getMessage() for record in caplog.records]
    line = line_of("condition")
    assert said[0] == f"author__name__exact: 1 keys, read first for {HERE}:{line}"
    assert len(said) == 4
