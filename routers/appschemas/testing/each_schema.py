"""Each schema: the tests of every schema, each run alone, and a table of what came of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from django.apps import apps

from appschemas.auditing.tables import refuse_without_rich, table
from appschemas.conf import get_contract
from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS, Schema
from appschemas.contract.subset import chosen
from appschemas.exceptions import AppSchemasError
from appschemas.testing.paths import tests_of


@dataclass(frozen=True, slots=True)
class Result:
    """What one run found."""

    tests: int = 0
    database_tests: int = 0
    tables: int = 0
    referenced: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Run:
    """One schema, tested alone."""

    schema: Schema
    code: int
    seconds: float
    output: str
    result: Result

    @property
    def verdict(self) -> str:
        """In a word or two."""
        words: dict[int, str] = {
            pytest.ExitCode.OK: "alone",
            pytest.ExitCode.NO_TESTS_COLLECTED: "NO TESTS",
            pytest.ExitCode.TESTS_FAILED: "FAILED",
        }
        return words.get(self.code, "CANNOT STAND ALONE")


def run_each(config: pytest.Config) -> int:
    """Run pytest once a schema, print the table; 0 when each of them stands alone."""
    try:
        refuse_without_rich()
    except AppSchemasError as error:
        raise pytest.UsageError(str(error)) from None
    contract = get_contract()
    schemas = [schema for schema in contract.installed if schema.alias != DEFAULT_ALIAS]
    say = partial(print, flush=True)
    options = _passed_on(config)
    say(f"{len(schemas)} schemas, each tested alone")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_at_once(config)) as pool:
        begun = [
            pool.submit(_run, schema, options, Path(folder) / f"{schema.name}.json", config)
            for schema in schemas
        ]
        runs = []
        for each in begun:
            runs.append(each.result())
            say(f"{runs[-1].schema.name}: {runs[-1].verdict}")
    for line in report(runs, contract):
        say(line)
    return int(any(run.code != pytest.ExitCode.OK for run in runs))


def report(runs: Sequence[Run], contract: Contract) -> Iterator[str]:
    """A table with a line a schema, then what those printed that failed."""
    rows = [
        (
            run.schema.name,
            f"{run.result.tables:,}",
            f"{run.result.tests:,}",
            f"{run.result.database_tests:,}",
            f"{run.seconds:.1f}",
            run.verdict,
            ", ".join(run.result.referenced) or "nothing",
        )
        for run in runs
    ]
    totals = (
        f"{len(runs)} schemas",
        f"{sum(run.result.tables for run in runs):,}",
        f"{sum(run.result.tests for run in runs):,}",
        f"{sum(run.result.database_tests for run in runs):,}",
        f"{sum(run.seconds for run in runs):.1f}",
        f"{sum(run.code == pytest.ExitCode.OK for run in runs)} alone",
        "",
    )
    yield ""
    yield table(_HEADINGS, rows, totals, numbers=_HEADINGS[1:5])
    for run in runs:
        if run.code != pytest.ExitCode.OK:
            yield f"\n{run.schema.name}: {run.verdict} (pytest --schemas={run.schema.name})"
            yield run.output.rstrip()


def result_of(session: pytest.Session) -> str:
    """What a run tested, in JSON."""
    contract = get_contract()
    tested = [contract[name] for name in chosen()] or list(contract.installed)
    reporter: Any = session.config.pluginmanager.get_plugin("terminalreporter")
    done = [
        each
        for outcome in ("passed", "failed", "xfailed", "xpassed")
        for each in reporter.stats.get(outcome, ())
    ]
    return json.dumps(
        asdict(
            Result(
                tests=len({each.nodeid for each in done}),
                database_tests=len({each.nodeid for each in done if "django_db" in each.keywords}),
                tables=sum(
                    1
                    for model in apps.get_models(include_auto_created=True)
                    if model._meta.managed
                    and not model._meta.proxy
                    and contract.schema_of_app(model._meta.app_label) in tested
                ),
                referenced=[
                    *(label for schema in tested for label in schema.references),
                    *(f"{name} (reads)" for schema in tested for name in schema.reads),
                ],
            )
        )
    )


# Private
# -------

_HEADINGS: Final = (
    "app",
    "tables",
    "tests",
    "on tables",
    "seconds",
    "verdict",
    "what it referenced",
)
_OURS: Final = re.compile(r"--schemas-each$|--schemas-rebuild$|-n\d*$|--numprocesses\b|-[vq]+$")


def _at_once(config: pytest.Config) -> int:
    given = getattr(config.option, "numprocesses", None)
    return int(given) if given else 1


def _passed_on(config: pytest.Config) -> list[str]:
    """The options of this run, but for those that are about all schemas together."""
    passed: list[str] = []
    given = iter(config.invocation_params.args)
    for option in map(str, given):
        if option in ("-n", "--numprocesses"):
            next(given, None)
        elif not _OURS.match(option):
            passed.append(option)
    return passed


def _run(schema: Schema, options: list[str], report: Path, config: pytest.Config) -> Run:
    if config.args_source is not config.ArgsSource.ARGS:
        try:
            tests_of(config, schema.name)
        except pytest.UsageError as error:
            return Run(schema, pytest.ExitCode.NO_TESTS_COLLECTED, 0.0, str(error), Result())
    command = [sys.executable, "-m", "pytest", f"--schemas={schema.name}"]
    begun = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - pytest itself
        [*command, "-q", "--no-header", f"--schemas-result={report}", *options],
        cwd=config.invocation_params.dir,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - begun
    result = Result(**json.loads(report.read_text())) if report.exists() else Result()
    return Run(schema, done.returncode, seconds, f"{done.stdout}{done.stderr}", result)
