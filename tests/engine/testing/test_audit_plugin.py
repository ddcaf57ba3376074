"""--schemas-audit and schema_audit on a project whose apps share one schema."""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tools import forks
from tests.tools.servers import administrator, drop

STOCK = Path(__file__).parent / "stock"
FOUND = {
    ("alias", "raw", "papers_paper"),
    ("alias", "raw_copy", "people_person"),
    ("definition", "raw", "scratch"),
    ("foreign", "orm_raw_foreign", "people_person"),
    ("join", "orm_join", "papers_paper people_person"),
    ("join", "raw", "papers_paper people_person"),
    ("qualified", "raw", "public.papers_paper"),
    ("subquery", "orm_exists", "papers_paper people_person"),
    ("subquery", "orm_subquery", "papers_paper people_person"),
    ("subquery", "raw", "papers_paper people_person"),
    ("transaction", "writes_two", "papers_paper people_person"),
    ("unparsed", "raw", ""),
    ("write", "orm_lock", "papers_paper reviews_review"),
}


# Which would be imported for nothing.
_WITHOUT = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")


class Project:
    """A copy of the stock project; `run` gives what a command in it says."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.folder = folder
        self.environ = environ

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return forks.run([sys.executable, *words], cwd=self.folder, environ=self.environ)

    def pytest(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "pytest", *_WITHOUT, *words)

    def manage(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run("manage.py", *words)

    def report(self, name: str = "report.json") -> dict[str, Any]:
        value: dict[str, Any] = json.loads((self.folder / name).read_text())
        return value


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    folder = Path(shutil.copytree(STOCK, tmp_path / "stock"))
    database = f"test_stock_{secrets.token_hex(4)}"
    dropped = ("DJANGO_SETTINGS_MODULE", "PYTEST_", "COV_", "PYTHONPATH")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    yield Project(folder, {**environ, "STOCK_DATABASE": database})
    with administrator() as server:
        for name in (database, *(f"{database}_gw{number}" for number in range(2))):
            drop(server, name)


def found(report: dict[str, Any]) -> set[tuple[str, str, str]]:
    """Kind, function and tables of each crossing."""
    return {
        (each["kind"], each["function"], " ".join(each["tables"])) for each in report["crossings"]
    }


@pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["alone", "xdist"])
def test_every_crossing_is_found_and_nothing_else(project: Project, workers: list[str]) -> None:
    """Over workers the report is the same as in one process."""
    done = project.pytest("--schemas-audit=report.json", *workers)

    assert done.returncode == 0, done.stdout + done.stderr
    assert found(project.report()) == FOUND
    assert project.report()["totals"]["unparsed"] == 1


def test_a_crossing_says_where_and_which_test(project: Project) -> None:
    """The line is the user's own, however deep in Django the statement was sent."""
    project.pytest("--schemas-audit=report.json", "-k", "orm_join")

    (crossing,) = project.report()["crossings"]
    line = (project.folder / "shop.py").read_text().splitlines()[crossing["line"] - 1]
    assert crossing["file"] == "shop.py"
    assert "author__name" in line
    assert crossing["tests"] == ["test_shop.py::test_case[orm_join]"]


def test_no_value_of_a_statement_is_in_the_report(project: Project) -> None:
    """Neither a parameter nor a literal in the text."""
    done = project.pytest("--schemas-audit=report.json")

    assert "s3cret" not in done.stdout
    assert "s3cret" not in (project.folder / "report.json").read_text()


def test_without_the_option_nothing_is_loaded(project: Project) -> None:
    """The parser is not imported, and no connection is watched."""
    (project.folder / "test_nothing.py").write_text(
        "import sys\ndef test_it():\n    assert 'sqlglot' not in sys.modules\n"
        "    assert 'appschemas.auditing.recorder' not in sys.modules\n"
    )

    done = project.pytest("test_nothing.py")

    assert done.returncode == 0, done.stdout


def test_a_baseline_holds_fails_on_new_and_fails_on_gone(project: Project) -> None:
    """The list of what is known may only shrink, and must."""
    audit = ("--schemas-audit=report.json", "--schemas-audit-baseline=known.json")
    shop = project.folder / "shop.py"
    text = shop.read_text()
    missing = project.pytest(*audit)
    project.pytest(*audit, "--schemas-audit-update-baseline")
    shop.write_text("\n\n" + text)
    moved = project.pytest(*audit)
    shop.write_text(
        text + "\n\ndef one_more():\n    list(Section.objects.filter(paper__author__name=1))\n"
    )
    new = project.pytest(*audit)
    shop.write_text(text.replace('filter(author__name="s3cret")', "all()"))
    gone = project.pytest(*audit)
    part = project.pytest(*audit, "-k", "orm_exists")

    assert (missing.returncode, moved.returncode, part.returncode) == (1, 0, 0), moved.stdout
    assert "cannot be read" in missing.stdout
    assert new.returncode == 1
    assert re.search(
        r"^\+ shop.py:\d+ one_more: join of papers_paper, papers_section, people_person$",
        new.stdout,
        re.MULTILINE,
    )
    assert gone.returncode == 1
    assert "- shop.py orm_join: join of papers_paper, people_person is gone" in gone.stdout


def test_the_command_audits_djangos_own_test_runner(project: Project) -> None:
    """The test is named as unittest does."""
    done = project.manage("schema_audit", "--output", "report.json", "test", "-p", "tests_*.py")

    assert done.returncode == 0, done.stderr
    (crossing,) = project.report()["crossings"]
    assert crossing["tests"] == ["tests_django.ShopTest.test_orm_join"]


def test_the_command_ends_as_the_command_that_it_ran(project: Project) -> None:
    """A failing suite fails its audit."""
    tests = project.folder / "tests_django.py"
    tests.write_text(tests.read_text() + "        self.fail()\n")

    assert project.manage("schema_audit", "test", "-p", "tests_*.py").returncode == 1


def test_reports_are_merged_and_held_against_a_baseline(project: Project) -> None:
    """Counts add up, tests are joined."""
    project.pytest("--schemas-audit=one.json", "-k", "orm_join")
    project.pytest("--schemas-audit=two.json", "-k", "orm_join or orm_exists")
    read = ("schema_audit", "--read", "one.json", "--read", "two.json", "--json")
    written = project.manage(*read, "--baseline", "known.json", "--update-baseline")
    held = project.manage(*read, "--baseline", "known.json")
    gone = project.manage("schema_audit", "--read", "one.json", "--baseline", "known.json")

    counts = {each["function"]: each["count"] for each in json.loads(written.stdout)["crossings"]}
    assert counts == {"orm_join": 2, "orm_exists": 1}
    assert held.returncode == 0
    assert gone.returncode == 1
    assert "orm_exists" in gone.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Name a command to run"),
        (["--read", "nothing.json"], "nothing.json cannot be read"),
        (["--read", "manage.py"], "manage.py is no report"),
        (["test", "--parallel"], "--parallel runs tests where nothing is recorded"),
        (["--update-baseline", "test"], "--update-baseline needs --baseline FILE"),
    ],
)
def test_mistakes_are_explained(project: Project, words: list[str], said: str) -> None:
    """Each with a sentence and exit code 1, without a traceback."""
    done = project.manage("schema_audit", *words)

    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert said in done.stderr


def test_a_transaction_of_its_own_is_one_without_testcase(project: Project) -> None:
    """Two blocks one after the other are two transactions, on a database that really commits."""
    (project.folder / "test_shop.py").write_text(
        "import pytest, shop\n"
        "@pytest.mark.django_db(transaction=True)\n"
        "@pytest.mark.parametrize('name', ['writes_two', 'writes_one_after_the_other'])\n"
        "def test_case(name):\n    getattr(shop, name)()\n    getattr(shop, name)()\n"
    )
    project.pytest("--schemas-audit=report.json")

    assert found(project.report()) == {("transaction", "writes_two", "papers_paper people_person")}
