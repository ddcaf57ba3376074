"""The benchmarks: that they run, and what they make of what they measure; nothing about time."""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import psycopg
import pytest

from benchmarks.figures import Figure, Work
from benchmarks.measuring import Effort, Side, compare
from benchmarks.turns import own_turn

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
# Beside that of the run that the page is of.
TURN = 7_041_778
ROUNDS = Effort(seconds=0, rounds=(4, 4), most=1)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page as a run with few rows writes it: one run for all workers, who share a server."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    path = folder / "benchmarks.md"
    with (folder / "benchmarks.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _write_page(path)
    return path.read_text()


def test_every_section_writes_its_part_of_the_page_and_no_other(page: str) -> None:
    assert _without_results(page) == _without_results(PAGE.read_text())


def test_the_page_has_the_figures_that_are_measured(page: str) -> None:
    assert _figures(page) == _figures(PAGE.read_text()) != set()


def test_nothing_is_left_on_the_server(page: str) -> None:
    url = os.environ["DATABASE_URL"]
    with own_turn(url, print), psycopg.connect(url) as connection:
        left = connection.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'bench\\_%'"
            " UNION ALL SELECT rolname FROM pg_roles WHERE rolname LIKE 'bench\\_%'"
        ).fetchall()

    assert left == []


def test_a_second_run_on_a_server_waits_for_the_first() -> None:
    url, order, told = os.environ["DATABASE_URL"], list[str](), Event()

    def second() -> None:
        with own_turn(url, lambda line: told.set(), TURN):
            order.append("second")

    with ThreadPoolExecutor(1) as pool:
        with own_turn(url, order.append, TURN):
            waiting = pool.submit(second)
            assert told.wait(timeout=60)
            order.append("first")
        waiting.result(timeout=60)

    assert order == ["first", "second"]


def test_a_ratio_is_to_the_reference_of_the_same_round() -> None:
    machine = iter([1, 1, 1, 1, 10, 10, 3, 3, 1, 1, 1, 1])
    twice = Side(lambda times: 2.0 * next(machine))
    once = Side(lambda times: 1.0 * next(machine))

    compared = compare({"twice": twice, "once": once}, "once", ROUNDS)

    assert (compared.wall("twice").low, compared.wall("twice").high) == (2, 2)


def test_each_side_comes_first_as_often_as_the_others() -> None:
    order: list[str] = []

    def noting(name: str) -> Side:
        return Side(lambda times: order.append(name) or 1.0)

    compare({name: noting(name) for name in "ab"}, "a", ROUNDS)

    assert "".join(order) == "ab" + "abba" * 2


@pytest.mark.parametrize(
    ("target", "rate", "met"),
    [(2.0, False, True), (1.99, False, False), (0.5, True, True), (0.51, True, False)],
)
def test_a_target_is_met_by_less_cost_or_by_more_work(target: float, rate: bool, met: bool) -> None:
    sides = {"once": Side(lambda times: 1.0), "twice": Side(lambda times: 2.0)}
    work = Work("work", lambda: sides, "once", "twice", target, ROUNDS, rate)

    assert Figure(work, compare(sides, "once", ROUNDS)).met is met


# Private
# -------


def _write_page(path: Path) -> None:
    begun = path.with_suffix(".begun")
    begun.write_text(_without_results(PAGE.read_text()))
    subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--page", begun],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        check=True,
    )
    begun.rename(path)


def _without_results(page: str) -> str:
    return re.sub(r"(<!-- \w+: written by make bench -->\n).*?(<!-- \w+: end -->)", r"\1\2", page,
                  flags=re.DOTALL)  # fmt: skip


def _figures(page: str) -> set[str]:
    """The names in the first column of the tables that have a target."""
    return set(re.findall(r"^\| ([^|]+) \| [≤≥] ", page, re.MULTILINE))
