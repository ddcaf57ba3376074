"""schema_audit: run a command and find the SQL that the wall would refuse."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from django.core.management import ManagementUtility
from django.core.management.base import CommandError, CommandParser

from appschemas.auditing.management.examples import CommandWithExamples
from appschemas.auditing.pages.audit import audit_page
from appschemas.conf import get_contract
from appschemas.exceptions import AppSchemasError


class Command(CommandWithExamples):
    """Exits 1 when a baseline does not hold, and with the code of the command that it ran."""

    help = (
        "Runs another command, such as `test`, on a database without the wall and reports the SQL "
        "that would be refused behind it; or reads reports with --read."
    )
    examples = (
        ("--output report.json test", "run the tests, and write what crosses"),
        ("--read report.json --html audit.html", "the report as a page"),
        ("--log app.log --wall papers", "whether the wall of a schema may stand"),
        (
            "--read report.json --baseline known.json --annotate",
            "fail on what is new",
        ),
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, metavar="FILE", help="Write the report as JSON.")
        parser.add_argument(
            "--read", type=Path, action="append", default=[], metavar="FILE",
            help="Read this report in place of running a command; several are merged.",
        )  # fmt: skip
        parser.add_argument(
            "--log", type=Path, action="append", default=[], metavar="FILE",
            help="Read what samplers have logged, `-` for standard input; several are added up.",
        )  # fmt: skip
        parser.add_argument(
            "--wall", metavar="SCHEMA", default="",
            help="With --log: exit 1 where something speaks against the wall of this schema.",
        )  # fmt: skip
        parser.add_argument(
            "--baseline", type=Path, metavar="FILE",
            help="Exit 1 if a crossing is new, or gone and still listed.",
        )  # fmt: skip
        parser.add_argument(
            "--update-baseline", action="store_true", help="Write the baseline as it is now."
        )
        parser.add_argument("--json", action="store_true", help="Print the report as JSON.")
        parser.add_argument(
            "--html", type=Path, metavar="FILE",
            help="Write a page: by schemas, by place, against the baseline.",
        )  # fmt: skip
        parser.add_argument(
            "--earlier", type=Path, action="append", default=[], metavar="FILE",
            help="With --html: a report of before, to compare with; several, the oldest first.",
        )  # fmt: skip
        parser.add_argument(
            "--sarif", type=Path, metavar="FILE",
            help="Write the crossings for tools that read SARIF, against the baseline.",
        )  # fmt: skip
        parser.add_argument(
            "--annotate",
            action="store_true",
            help="Print GitHub's commands, too, which show each crossing at its line.",
        )
        parser.add_argument(
            "run", nargs=argparse.REMAINDER, metavar="COMMAND", help="The command and its options."
        )

    def handle(
        self,
        *args: Any,
        run: list[str],
        read: list[Path],
        log: list[Path],
        wall: str,
        output: Path | None,
        baseline: Path | None,
        update_baseline: bool,
        json: bool,
        html: Path | None,
        earlier: list[Path],
        sarif: Path | None,
        annotate: bool,
        **options: Any,
    ) -> None:
        if sum(map(bool, (run, read, log))) != 1:
            raise CommandError(
                "Name a command to run, such as `test`, or reports with --read, or logs with --log."
            )
        if wall and not log:
            raise CommandError("--wall is about what was logged: add --log FILE.")
        if update_baseline and baseline is None:
            raise CommandError("--update-baseline needs --baseline FILE.")
        if earlier and html is None:
            raise CommandError("--earlier is for the page: add --html FILE.")
        if any(word.startswith("--parallel") for word in run):
            raise CommandError("--parallel runs tests where nothing is recorded; leave it out.")
        try:
            written = _Written(html, sarif, baseline, earlier)
            logged = _modules()[3].Logged.read(log, wall) if log else None
            self._audit(
                run, read, logged, output, baseline, written,
                update=update_baseline, json=json, annotate=annotate,
            )  # fmt: skip
            if logged is not None and wall:
                logged.refuse(wall)
        except AppSchemasError as error:
            raise CommandError(str(error)) from None

    # Private
    # -------

    def _audit(
        self,
        run: list[str],
        read: list[Path],
        logged: Any,
        output: Path | None,
        baseline: Path | None,
        written: _Written,
        *,
        update: bool,
        json: bool,
        annotate: bool,
    ) -> None:
        baselines, recorder, reports, _ = _modules()
        code = 0
        if logged is not None:
            report = logged.report
        elif read:
            report = reports.merged(map(reports.Report.load, read))
        else:
            get_contract()
            recording = recorder.Recorder()
            with recording.recording():
                code = _called(run)
            report = reports.merged([reports.Report.of(recording)])
        if output is not None:
            report.write(output)
        written.write(report)
        if json:
            self.stdout.write(_dumped((logged or report).as_json()))
        else:
            for line in logged.lines() if logged else reports.report_lines(report):
                self.stdout.write(line)
        if annotate:
            for line in written.annotations(report):
                self.stdout.write(line)
        if update and baseline is not None:
            baselines.write(baseline, report.crossings)
        elif baseline is not None:
            known = baselines.load(baseline)
            lines = list(baselines.differences(known, report.crossings, whole=not (code or logged)))
            for line in lines:
                self.stderr.write(line)
            if lines:
                raise CommandError(f"{baseline} does not hold.", returncode=code or 1)
        if code:
            sys.exit(code)


@dataclass(frozen=True, slots=True)
class _Written:
    """The files that are asked for, if any, and what they compare with."""

    page: Path | None
    sarif: Path | None
    baseline: Path | None
    earlier: list[Path]

    def write(self, report: Any) -> None:
        known = self._known()
        if self.page is not None:
            reports = _modules()[2]
            before = [(path.name, reports.Report.load(path).as_json()) for path in self.earlier]
            listed = None if known is None else map(astuple, known)
            _write(self.page, audit_page(report.as_json(), listed, before))
        if self.sarif is not None:
            _write(self.sarif, _dumped(_annotations().sarif(report.crossings, known), indent=2))

    def annotations(self, report: Any) -> Iterator[str]:
        lines: Iterator[str] = _annotations().github_lines(report.crossings, self._known() or ())
        return lines

    def _known(self) -> Any:
        if self.baseline is None or not self.baseline.exists():
            return None
        return _modules()[0].load(self.baseline)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise AppSchemasError(f"{path} cannot be written ({error.strerror}).") from None


def _annotations() -> Any:
    from appschemas.auditing import annotations  # noqa: PLC0415 - optional dependency: sqlglot

    return annotations


def _modules() -> tuple[Any, ...]:
    try:
        from appschemas.auditing import (  # noqa: PLC0415 - optional dependency: sqlglot
            baselines,
            logs,
            recorder,
            reports,
        )
    except ModuleNotFoundError as error:
        if error.name != "sqlglot":
            raise
        raise CommandError(
            "The audit reads SQL with sqlglot: pip install 'django-appschemas[audit]'."
        ) from None
    return baselines, recorder, reports, logs


def _called(words: list[str]) -> int:
    """Run the command in this process as manage.py would; returns its exit code."""
    argv = [sys.argv[0], *words]
    try:
        ManagementUtility(argv).fetch_command(words[0]).run_from_argv(argv)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(bool(done.code))
    return 0


_dumped = json.dumps
