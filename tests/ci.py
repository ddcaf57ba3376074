"""The files of ci/ step by step, each in a clean folder: what CI would do, and where it stops.

    python -m tests.ci

`make test-ci` has a server for it. A step is its `run`, by bash, as GitHub and GitLab have it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import yaml
from psycopg import sql

from tests.packaging.test_tutorial import blocks
from tests.tools.checkout import ROOT, without_checkout

TUTORIAL = ROOT / "docs" / "tutorial.md"
STOCK = ROOT / "tests" / "engine" / "testing" / "stock"
NAME = "ci_steps"
# What a project needs beyond the tutorial for each app to be tested alone.
SUBSETS = "INSTALLED_APPS = appschemas.installed_apps(APPSCHEMAS_CONTRACT, INSTALLED_APPS)\n"
TESTS = {
    "people": """\
import pytest
from people.models import Person


@pytest.mark.django_db(databases=["people"])
def test_a_person_has_a_name():
    assert Person.objects.create(name="Ann").name == "Ann"
""",
    "papers": """\
import pytest
from django.db import IntegrityError, connections
from papers.models import Paper


@pytest.mark.django_db(databases=["papers"])
def test_a_paper_has_an_author_that_is_there():
    Paper.objects.create(title="On walls", author_id=999)

    with pytest.raises(IntegrityError, match="is not present"):
        connections["papers"].check_constraints()
""",
}


@dataclass(frozen=True)
class Done:
    """What a job printed, the step at which it stopped, and what its reports are."""

    text: str
    stopped_at: str
    reports: frozenset[str]


def main() -> int:
    """Run every file, right and with a mistake in the project; the exit code of the whole."""
    url = os.environ["DATABASE_URL"]
    action = yaml.safe_load((ROOT / "ci" / "action.yml").read_text())
    gitlab = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text())
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        scratch = environment(place)
        schemas = {"PATH": f"{scratch}:{os.environ['PATH']}", "DATABASE_URL": database(url)}
        for name, steps in {
            "action.yml": github(action, {}),
            "gitlab.yml": script(gitlab, ".schemas"),
        }.items():
            fresh(url)
            project = tutorial(place / name, schemas)
            done = job(project, steps, schemas)
            expect(name, done, "", "2 alone", {"schema_map.html", "schema_verify.xml"})
            model = project / "people" / "models.py"
            model.write_text(model.read_text() + "    age = models.IntegerField(null=True)\n")
            expect(
                f"{name}, forgotten", job(project, steps, schemas), first(steps), "people", set()
            )
        for name, steps in {
            "action.yml, audit": github(action, {"baseline": "known.json"}),
            "gitlab.yml, audit": script(gitlab, ".schemas-audit"),
        }.items():
            project = Path(shutil.copytree(STOCK, place / name))
            environ = {**schemas, "DATABASE_URL": url, "BASELINE": "known.json"}
            environ["STOCK_DATABASE"] = f"test_{NAME}"
            baseline(project, environ)
            done = job(project, steps, environ)
            pages = {"audit.html", "audit.json", "audit.sarif"}
            expect(name, done, "", "places to change", pages)
            (project / "known.json").write_text('{"version": 1, "known": []}')
            done = job(project, steps, environ)
            line = "::error file=shop.py,line=" if "action" in name else "does not hold"
            expect(f"{name}, new", done, [*steps][-1], line, pages)
            levels = sarif_levels(project / "reports" / "audit.sarif")
            assert {"error", "note"} <= levels, levels
    return 0


# The files
# ---------


def github(action: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str]:
    """The steps of a composite action that these inputs let run, by name."""
    inputs = {name: str(each["default"]) for name, each in action["inputs"].items()} | dict(given)

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)

    steps = {}
    for step in action["runs"]["steps"]:
        wanted = re.sub(r"inputs\.([\w-]+)", r"inputs['\1']", step.get("if", "True"))
        wanted = wanted.replace("&&", "and").replace("always()", "True")
        if "run" in step and eval(wanted, {"inputs": inputs}):  # noqa: S307
            values = {name: filled(value) for name, value in step["env"].items()}
            exports = "".join(f"export {name}='{value}'\n" for name, value in values.items())
            steps[step["name"]] = exports + step["run"]
    return steps


def script(jobs: Mapping[str, Any], name: str) -> dict[str, str]:
    """The lines of a job's script."""
    return {line: line for line in jobs[name]["script"]}


def first(steps: Mapping[str, str]) -> str:
    return next(iter(steps))


def job(project: Path, steps: Mapping[str, str], environ: Mapping[str, str]) -> Done:
    """Run the steps until one fails, as CI does."""
    shutil.rmtree(project / "reports", ignore_errors=True)
    text, stopped_at = "", ""
    for name, run in steps.items():
        done = shell(run, project, environ)
        text += done.stdout + done.stderr
        if done.returncode:
            stopped_at = name
            break
    made = {path.name for path in (project / "reports").glob("*")}
    return Done(text, stopped_at, frozenset(made))


def expect(name: str, done: Done, stopped_at: str, said: str, reports: set[str]) -> None:
    """Print what was tried; stop with all that was printed where it is not so."""
    right = done.stopped_at == stopped_at and said in done.text and reports <= done.reports
    where = f"stopped at: {done.stopped_at.splitlines()[0]}" if done.stopped_at else "all steps"
    print(f"{'ok' if right else 'WRONG'}  {name}: {where}")
    if not right:
        sys.exit(f"{done.text}\nexpected to stop at {stopped_at!r}, {said!r}, {reports}")


def sarif_levels(path: Path) -> set[str]:
    return {each["level"] for each in json.loads(path.read_text())["runs"][0]["results"]}


# Projects and databases
# ----------------------


def environment(place: Path) -> Path:
    """A virtual environment with the wheel and what a project's requirements would name."""
    wheels, folder = place / "dist", place / "environment"
    python = folder / "bin" / "python"
    locked = shell("python -m pip freeze --exclude-editable", ROOT, ours()).stdout
    (place / "constraints.txt").write_text(locked)
    extras = f"{wheels}/*.whl[audit,commands,pytest]"
    for line in (
        f"python -m pip wheel -q --no-deps --no-build-isolation -w {wheels} {ROOT}",
        f"python -m venv {folder}",
        f"{python} -m pip install -q -c {place}/constraints.txt $(ls {extras.split('[')[0]})"
        f"'[{extras.split('[')[1]}' 'psycopg[binary]' pytest-xdist",
    ):
        done = shell(line, place, ours())
        assert done.returncode == 0, done.stdout + done.stderr
    return python.parent


def ours() -> dict[str, str]:
    return {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


def shell(text: str, folder: Path, environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """bash with the options that GitHub gives it, away from this checkout."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
        cwd=folder,
        env={**without_checkout(os.environ), **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def tutorial(folder: Path, environ: Mapping[str, str]) -> Path:
    """The tutorial's project, as somebody committed it."""
    folder.mkdir()
    done = shell(
        "django-admin startproject shop . && python manage.py startapp people "
        "&& python manage.py startapp papers",
        folder,
        environ,
    )
    assert done.returncode == 0, done.stderr
    settings = ""
    for block in blocks(TUTORIAL):
        if block.title == "shop/settings.py (append)":
            settings += "\n" + block.text
            path = folder / "shop" / "settings.py"
            path.write_text(path.read_text() + "\n" + block.text)
            if "DATABASES" not in settings:
                written = shell("python manage.py schema_contract --write", folder, environ)
                assert written.returncode == 0, written.stderr
        elif block.title in ("people/models.py", "papers/models.py"):
            (folder / block.title).write_text(block.text)
    path = folder / "shop" / "settings.py"
    path.write_text(path.read_text() + SUBSETS)
    for app, text in TESTS.items():
        (folder / app / f"test_{app}.py").write_text(text)
    (folder / "pytest.ini").write_text("[pytest]\nDJANGO_SETTINGS_MODULE = shop.settings\n")
    made = shell(
        "python manage.py schema_contract --write; python manage.py makemigrations people papers",
        folder,
        environ,
    )
    assert made.returncode == 0, made.stderr
    return folder


def baseline(project: Path, environ: Mapping[str, str]) -> None:
    """The crossings as they are."""
    done = shell(
        "python -m pytest --schemas-audit report.json; python manage.py schema_audit "
        "--read report.json --baseline known.json --update-baseline",
        project,
        environ,
    )
    assert (project / "known.json").exists(), done.stdout + done.stderr


def database(url: str) -> str:
    return urlsplit(url)._replace(path=f"/{NAME}").geturl()


def fresh(url: str) -> None:
    """An empty database; roles are the server's, and the next job finds those of the last."""
    with psycopg.connect(url, autocommit=True) as connection:
        name = sql.Identifier(NAME)
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))


if __name__ == "__main__":
    sys.exit(main())
