"""One project on a server of its own: before, the road into schemas, after.

    python -m tests.projects.trial NAME [--no-tests] [--time] [--each]

With --time also what `migrate` takes from an empty database, beside Django's own; with --each also
the tests with each schema alone, and what it needs along with it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.projects.outcomes import Outcomes, lost
from tests.projects.projects import PROJECTS, Project

# From the contract to a database in step; the contract is not edited.
ROAD = (
    ("schema_contract", "--write"),
    ("schema_apply", "--apply"),
    ("migrate", "--verbosity", "0"),
    ("schema_apply", "--apply"),
    ("schema_verify",),
)
# What --schemas-each begins with, after the number of them.
EACH = "schemas, each tested alone"
ROUNDS = 3
# So many that an accident is seen, and no more.
SHOWN = 40


def main() -> int:
    """Try the project that is named; 1 if the road ends early or a test is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[each.name for each in PROJECTS])
    parser.add_argument("--no-tests", action="store_true")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args()
    project = next(each for each in PROJECTS if each.name == options.name)
    print(f"{project.requirement}\n{'-' * len(project.requirement)}", flush=True)
    if not travelled(project):
        return 1
    if options.time:
        print("\n".join(migrate_times(project)), flush=True)
    if options.each:
        print(each_alone(project), flush=True)
    if options.no_tests:
        return 0
    before, after = (tested(project, side) for side in ("before", "after"))
    print(f"tests before: {before}\ntests after:  {after}")
    return reported(project, before, lost(before, after))


def reported(project: Project, before: Outcomes, differing: list[str]) -> int:
    """Print the tests that are lost; 1 if there are any but those that are known to differ."""
    gone = [name for name in differing if not name.endswith(project.differs or ("\n",))]
    if known := len(differing) - len(gone):
        print(f"{known} tests are known to differ, and why is in tests/projects/projects.py")
    for name in gone[:SHOWN]:
        print(f"  passed before and not after: {name}")
    print(f"{len(gone)} tests lost\n", flush=True)
    return 1 if gone or not before.passed else 0


def travelled(project: Project) -> bool:
    """Whether the road leads to a database in step."""
    (project.work / "schemas.toml").unlink(missing_ok=True)
    url = made(project.name)
    for command in ROAD:
        start = time.monotonic()
        done = manage(project, url, *command)
        print(f"{' '.join(command):<28} {time.monotonic() - start:6.1f} s", flush=True)
        if done.returncode:
            print(done.stdout[-4000:], done.stderr[-4000:], sep="\n")
            return False
        if command[0] in ("schema_contract", "schema_verify"):
            print("\n".join(f"  {line}" for line in shown(command[0], done.stdout)), flush=True)
    return True


def shown(command: str, output: str) -> Iterator[str]:
    """What is worth a line: the totals of the contract, the verdict of the verification."""
    lines = output.strip().splitlines()
    yield from lines[:20] if command == "schema_contract" else lines[-1:]


def migrate_times(project: Project) -> Iterator[str]:
    """A line for each round, and the medians: CPU of the process and of its server's, and time."""
    ratios: dict[str, list[float]] = {"cpu": [], "wall": []}
    for number in range(ROUNDS):
        order = ("before", "after") if number % 2 == 0 else ("after", "before")
        took = {side: migrate_time(project, side) for side in order}
        for what, values in ratios.items():
            values.append(took["after"][what] / took["before"][what])
        yield (
            f"migrate from empty: CPU {took['before']['cpu']:.1f} s before, "
            f"{took['after']['cpu']:.1f} s in schemas; "
            f"{took['before']['wall']:.1f} s and {took['after']['wall']:.1f} s by the clock"
        )
    yield (
        f"in schemas / before, medians of {ROUNDS}: CPU {median(ratios['cpu']):.2f} "
        f"({min(ratios['cpu']):.2f} to {max(ratios['cpu']):.2f}), "
        f"by the clock {median(ratios['wall']):.2f}"
    )


def migrate_time(project: Project, side: str) -> dict[str, float]:
    """What one migrate took, in seconds: `cpu` and `wall`."""
    # Roles belong to the server, and to one database of it.
    name = project.name if side == "after" else f"{project.name}_{side}"
    done = subprocess.run(
        [str(project.python), "migrating.py"],
        cwd=project.work,
        env={
            **environ(project, made(name), side),
            "DJANGO_SETTINGS_MODULE": "project_settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{done.stderr[-4000:]}\nmigrate ended early.")
    took: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return took


def tested(project: Project, side: str, *options: str) -> Outcomes:
    """Run the project's tests on one side, with more options for pytest."""
    report = project.home / f"{side}.xml"
    report.unlink(missing_ok=True)
    plugins = ("-p", "no:appschemas", "-p", "no:appschemas-audit") if side == "before" else ()
    log = run_tests(project, side, *plugins, *options, "-n", "2", f"--junitxml={report}")
    if not report.exists():
        raise SystemExit(f"{log[-4000:]}\nThe tests did not run.")
    return Outcomes.read(report)


def each_alone(project: Project) -> str:
    """The table of `pytest --schemas-each`: what each schema's tests need, and how they end."""
    log = run_tests(project, "after", "--schemas-each")
    return log[max(log.find(EACH) - len("99 "), 0) :].strip()


def run_tests(project: Project, side: str, *options: str) -> str:
    """Run pytest with `options` on one side; what it printed, which is kept beside the source."""
    # Else pytest looks further up, and finds the configuration of this checkout and its engine.
    configuration = project.home / "pytest.ini"
    configuration.write_text("[pytest]\n")
    command = [
        *(project.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
        *("-c", configuration, f"--rootdir={project.source}"),
        *("--ds=project_settings", "-o", "addopts=", "-o", "filterwarnings="),
        *("-o", "python_files=test_*.py tests.py", *options, *project.tests),
    ]
    path = project.home / f"{side}.log"
    with path.open("w") as log:
        subprocess.run(
            [str(word) for word in command],
            cwd=project.work,
            env=environ(project, made(f"{project.name}_{side}"), side),
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    return path.read_text()


def manage(
    project: Project, url: str, *arguments: str, side: str = "after", work: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The project's manage.py, or that of a copy in the folder `work`, on one side."""
    work = work or project.work
    return subprocess.run(
        [str(project.python), "manage.py", *arguments, "--no-color"],
        cwd=work,
        env=environ(project, url, side) | {"PYTHONPATH": str(work)},
        capture_output=True,
        text=True,
        check=False,
    )


def environ(project: Project, url: str, side: str) -> dict[str, str]:
    """The environment of one side, without what leads into this checkout."""
    ours = ("DJANGO", "PYTHONPATH", "APPSCHEMAS")
    kept = {name: each for name, each in os.environ.items() if not any(o in name for o in ours)}
    return {
        **kept,
        **dict(project.environ),
        "DATABASE_URL": url,
        "PROJECT_SIDE": side,
        "PYTHONPATH": str(project.work),
    }


def made(name: str) -> str:
    """The URL of an empty database of this name."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'.encode())
        server.execute(f'CREATE DATABASE "{name}"'.encode())
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


if __name__ == "__main__":
    sys.exit(main())
