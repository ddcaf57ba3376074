"""The benchmarks from the command line.

    python -m benchmarks [--only SECTION] [--match TEXT] [--parents 1000,1000000] [--quick]

Needs DATABASE_URL of an administrator. Makes databases and roles whose names begin with bench_, and
drops them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Final

from rich.console import Console

from benchmarks import keys
from benchmarks.screen import table
from benchmarks.settings import Settings

SECTIONS: Final = {"keys": keys.run}
PARENTS: Final = (1_000, 1_000_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print tables of ratios."""
    options = _parser().parse_args(arguments)
    console = Console()
    with Console(stderr=True).status("") as status:
        settings = Settings(
            os.environ["DATABASE_URL"],
            options.parents if not options.quick else (100,),
            options.quick,
            options.match,
            options.seconds,
            status.update,
        )
        for name in options.only or SECTIONS:
            outcome = SECTIONS[name](settings)
            for group in outcome.groups:
                console.print(table(group))
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
    parser.add_argument("--seconds", type=float, default=6.0, help="for each figure")
    parser.add_argument("--quick", action="store_true", help="try that everything runs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
