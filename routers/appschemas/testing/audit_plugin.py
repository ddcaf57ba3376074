"""The pytest options that audit a suite; without --schemas-audit nothing is imported or done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from appschemas.auditing.sqlglot_hooks import HOOKS
from appschemas.backend.hooks.hook import MissingHook, require
from appschemas.conf import get_contract
from appschemas.exceptions import AppSchemasError


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("schemas", "schemas of the apps")
    group.addoption(
        "--schemas-audit", metavar="FILE",
        help="Find the SQL that would be refused behind the wall, and write the report as JSON.",
    )  # fmt: skip
    group.addoption(
        "--schemas-audit-baseline", metavar="FILE",
        help="Fail if a crossing is new, or gone and still listed in this file.",
    )  # fmt: skip
    group.addoption(
        "--schemas-audit-update-baseline", action="store_true", help="Write the baseline instead."
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--schemas-audit"):
        try:
            import sqlglot  # noqa: F401, PLC0415 - optional dependency
        except ModuleNotFoundError:
            raise pytest.UsageError(
                "--schemas-audit reads SQL with sqlglot: pip install 'django-appschemas[audit]'."
            ) from None
        try:
            require(HOOKS)
        except MissingHook as error:
            raise pytest.UsageError(str(error)) from None
        config.pluginmanager.register(Audit(config), "appschemas-audit-run")
    elif config.getoption("--schemas-audit-baseline"):
        raise pytest.UsageError("--schemas-audit-baseline needs --schemas-audit=FILE.")
    if config.getoption("--schemas-audit-update-baseline") and not config.getoption(
        "--schemas-audit-baseline"
    ):
        raise pytest.UsageError("--schemas-audit-update-baseline needs a --schemas-audit-baseline.")


class Audit:
    """One run: a process that runs tests records, the one that starts workers merges."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        # xdist gives a worker its own; see https://pytest-xdist.readthedocs.io/en/stable/how-to.html
        self.worker = getattr(config, "workeroutput", None)
        self.parts: list[str] = []
        self.lost: list[str] = []
        self.lines: list[str] = []
        self.deselected = False
        self.recorder: Any = None
        self.stack = ExitStack()

    def pytest_sessionstart(self) -> None:
        from appschemas.auditing.recorder import Recorder  # noqa: PLC0415 - optional dependency: sqlglot

        try:
            get_contract()
        except AppSchemasError as error:
            raise pytest.UsageError(str(error)) from None
        self.recorder = Recorder()
        self.stack.enter_context(self.recorder.recording())

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.recorder.test = item.nodeid
        try:
            return (yield)
        finally:
            self.recorder.test = ""

    def pytest_deselected(self) -> None:
        self.deselected = True

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        part = getattr(node, "workeroutput", {}).get("appschemas_audit")
        self.deselected |= bool(getattr(node, "workeroutput", {}).get("appschemas_deselected"))
        if part is None:
            self.lost.append(node.gateway.id)
        else:
            self.parts.append(part)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.recorder is None:
            return
        from appschemas.auditing.reports import Report, merged, report_lines  # noqa: PLC0415 - optional dependency: sqlglot

        self.stack.close()
        own = Report.of(self.recorder)
        if self.worker is not None:
            self.worker["appschemas_audit"] = json.dumps(own.as_json())
            self.worker["appschemas_deselected"] = self.deselected
            return
        report = merged([own, *(Report.from_json(json.loads(part)) for part in self.parts)])
        path = Path(self.config.getoption("--schemas-audit"))
        report.write(path)
        self.lines = [*report_lines(report), f"The report is in {path}."]
        if self.lost:
            self.lines.append(f"Lost with their workers: what {', '.join(self.lost)} recorded.")
        failed = self._held_against_the_baseline(report, session)
        if (failed or self.lost) and session.exitstatus in (0, pytest.ExitCode.OK):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self.lines:
            terminalreporter.section("schemas: SQL that crosses")
            for line in self.lines:
                terminalreporter.write_line(line)

    # Private
    # -------

    def _held_against_the_baseline(self, report: Any, session: pytest.Session) -> bool:
        from appschemas.auditing import baselines  # noqa: PLC0415 - optional dependency: sqlglot

        if not (name := self.config.getoption("--schemas-audit-baseline")):
            return False
        path = Path(name)
        if self.config.getoption("--schemas-audit-update-baseline"):
            baselines.write(path, report.crossings)
            self.lines.append(f"Wrote {path}.")
            return False
        whole = self._is_whole(session)
        try:
            found = list(baselines.differences(baselines.load(path), report.crossings, whole=whole))
        except AppSchemasError as error:
            found = [str(error)]
        if not whole:
            self.lines.append("Not all tests ran and passed: what is gone was not looked for.")
        self.lines += [f"{path} does not hold:", *found] if found else [f"{path} holds."]
        return bool(found)

    def _is_whole(self, session: pytest.Session) -> bool:
        """Whether all tests ran: one that did not may have sent what now seems to be gone."""
        picked = any("::" in word or word.endswith(".py") for word in self.config.args)
        return not (picked or self.deselected or self.lost or session.testsfailed)
