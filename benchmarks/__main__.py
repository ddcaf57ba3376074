"""The benchmarks from the command line.

    python -m benchmarks [--only SECTION] [--match TEXT] [--parents ROWS,..] [--rows ROWS]
        [--seconds S] [--quick]

Needs DATABASE_URL of an administrator. Makes databases and roles whose names begin with bench_, and
drops them; where another run is on the server, it waits for its end.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from rich.console import Console

from benchmarks import page
from benchmarks.database import NAME
from benchmarks.project import start
from benchmarks.screen import line, table
from benchmarks.settings import Settings
from benchmarks.turns import own_turn

# By the name of their module, which has a run(); each has its marks in docs/benchmarks.md.
SECTIONS: Final = (
    "keys",
    "pending",
    "orm",
    "sessions",
    "plan",
    "locks",
    "testdb",
    "migrate",
    "schemas",
    "contract",
    "split",
)
PARENTS: Final = (1_000, 1_000_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print tables of ratios, and write them into the page."""
    options = _parser().parse_args(arguments)
    console = Console()
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        print("Set DATABASE_URL to an administrator's URL, or run: make bench", file=sys.stderr)
        return 1
    # What is not measured in full is for the screen.
    target = options.page or (None if options.quick or options.match else page.PAGE)
    if target and not options.quick and find_spec("matplotlib") is None:
        print("Plots need: pip install -r requirements/bench.txt", file=sys.stderr)
        return 1
    start(url, NAME)  # Models cannot be imported before.
    with Console(stderr=True).status("") as status:

        def tell(line: str) -> None:
            """To whom looks on, or into a log."""
            if status.console.is_terminal:
                status.update(line)
            else:
                status.console.print(line, markup=False, highlight=False, soft_wrap=True)

        settings = Settings(
            url,
            options.parents if not options.quick else (100,),
            options.quick,
            options.match,
            options.seconds,
            options.rows,
            tell,
            lambda figure: status.console.print(line(figure), highlight=False),
        )
        with own_turn(url, tell):
            for name in options.only or SECTIONS:
                outcome = import_module(f"benchmarks.{name}").run(settings)
                for group in outcome.groups:
                    console.print(table(group))
                for fact in outcome.facts:
                    console.print(fact)
                if target:
                    page.write(target, name, outcome, url, plots=not options.quick)
    return 0


# Private
# -------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--only", action="append", choices=SECTIONS, help="a section; repeatable")
    parser.add_argument("--match", default="", help="part of the names of the figures to measure")
    parser.add_argument(
        "--parents",
        type=lambda text: tuple(int(rows) for rows in text.split(",")),
        default=PARENTS,
        help="rows of the parent tables, by default 1000,1000000",
    )
    parser.add_argument(
        "--rows", type=int, default=10_000_000, help="at most so many rows in the largest tables"
    )
    parser.add_argument("--seconds", type=float, default=6.0, help="for each figure")
    parser.add_argument(
        "--page", type=Path, help="the page to write, by default docs/benchmarks.md"
    )
    parser.add_argument("--quick", action="store_true", help="try that everything runs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
