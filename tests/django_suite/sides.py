"""Sides: one run of Django's tests each, as a process with databases and roles of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import dj_database_url
import psycopg
from psycopg.sql import SQL, Identifier

from tests.django_suite.source import LOCAL, ROOT

STOCK = "stock"
SIDES = {
    STOCK: "django.db.backends.postgresql, two databases",
    "apart": "appschemas.backend, a schema in each of two databases",
    "shared": "appschemas.backend, two schemas of one database, one session",
}
MODULES = (
    "transactions", "transaction_hooks", "multiple_database", "backends", "test_utils",
    "select_for_update", "get_or_create", "delete", "bulk_create", "queries", "servers", "async",
    "migrations", "fixtures", "fixtures_regress", "handlers", "requests_tests", "postgres_tests",
)  # fmt: skip

# A test that hangs ends its side, and is named. Alone on two cores a side takes about a minute.
_LIMIT = 1200.0

# Django's test apps are in no schema: each has its tables behind both aliases.
_CONTRACT = """version = 1
[roles]
application = "{name}_login"
migrator = "{name}_migrator"
prefix = "{name}_"
[schemas.first]
alias = "default"
apps = ["app_of_first"]
[schemas.second]
alias = "other"
apps = ["app_of_second"]
"""


@dataclass(frozen=True)
class Outcome:
    """What became of a test: passed, failed, errored, skipped; started, when it never ended."""

    what: str
    why: str = ""


@dataclass(frozen=True)
class Run:
    """A side that has run; `broken` says why its outcomes are not all there."""

    side: str
    outcomes: dict[str, Outcome]
    seconds: float
    log: Path
    broken: str = ""

    def count(self, what: str) -> int:
        return sum(outcome.what == what for outcome in self.outcomes.values())


def ran(side: str, token: str, tests: Path, modules: Sequence[str]) -> Run:
    """Run the modules on one side."""
    name = f"suite{token}_{side}"
    directory = LOCAL / "runs" / token / side
    directory.mkdir(parents=True)
    (directory / "schemas.toml").write_text(_CONTRACT.format(name=name))
    log, record = directory / "log", directory / "outcomes.jsonl"
    started, broken = time.monotonic(), ""
    with log.open("w") as output:
        try:
            exit_code = subprocess.run(
                [
                    *(sys.executable, "runtests.py", "--settings=tests.django_suite.settings"),
                    *("--parallel=1", "--noinput", *modules),
                ],
                cwd=tests,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "DJANGO_SUITE_SIDE": side,
                    "DJANGO_SUITE_NAME": name,
                    "DJANGO_SUITE_DIRECTORY": str(directory),
                },
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=_LIMIT,
            ).returncode
        except subprocess.TimeoutExpired:
            broken = f"did not end within {_LIMIT:.0f} s"
        else:
            # 1 when tests failed; it says so itself when it came to its end.
            if exit_code not in (0, 1) or "\nRan " not in log.read_text():
                broken = f"exit code {exit_code}"
    outcomes = _read(record) if record.exists() else {}
    return Run(side, outcomes, time.monotonic() - started, log, broken)


def remove(token: str) -> None:
    """Drop the databases and roles of all sides."""
    login = dj_database_url.parse(os.environ["DATABASE_URL"])
    with psycopg.connect(
        host=login["HOST"] or None,
        port=login["PORT"] or None,
        user=login["USER"] or None,
        password=login["PASSWORD"] or None,
        dbname=login["NAME"],
        autocommit=True,
    ) as server:
        ours = "(^|_)suite" + token + "_"
        databases = "SELECT datname FROM pg_catalog.pg_database WHERE datname ~ %s"
        for (name,) in server.execute(databases, [ours]).fetchall():
            drop = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            server.execute(drop.format(Identifier(name)))
        roles = "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname ~ %s"
        if names := [Identifier(name) for (name,) in server.execute(roles, [ours])]:
            # All at once: one may have granted another to a third.
            server.execute(SQL("DROP ROLE {}").format(SQL(", ").join(names)))


# Private
# -------

_WORSE = ("started", "passed", "skipped", "failed", "errored")


def _read(record: Path) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    for line in record.read_text().splitlines():
        found = json.loads(line)
        # Subtests and tearDown come on top of what the test itself did; the worst counts.
        known = outcomes.get(found["test"], Outcome("started"))
        if _WORSE.index(found["outcome"]) >= _WORSE.index(known.what):
            outcomes[found["test"]] = Outcome(found["outcome"], found["why"])
    return outcomes
