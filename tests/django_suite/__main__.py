"""Django's own tests on Django's backend and on ours, on one server, and the difference.

    python -m tests.django_suite [MODULE...]

Exits 1 when a test passes on Django's backend and not on ours and cannot_apply.toml does not say
why, or when that list has an entry that no run shows; 2 when a side could not be run.
"""

from __future__ import annotations

import secrets
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import django

from tests.django_suite.comparison import differences, listed, stale, table, without_a_pass
from tests.django_suite.sides import MODULES, SIDES, STOCK, Run, ran, remove
from tests.django_suite.source import tests_of_django


def main(arguments: Sequence[str]) -> int:
    """Run all sides, print the comparison; returns the exit code."""
    modules = arguments or MODULES
    token, tests = secrets.token_hex(3), tests_of_django()
    try:
        with ThreadPoolExecutor(2) as pool:
            one = partial(ran, token=token, tests=tests, modules=modules)
            runs = dict(zip(SIDES, pool.map(one, SIDES), strict=True))
    finally:
        remove(token)
    print(f"Django {django.__version__}: {' '.join(modules)}\n")
    print("\n".join([*table(runs), ""]))
    return report(runs, modules)


def report(runs: dict[str, Run], modules: Sequence[str]) -> int:
    """Print what differs; returns the exit code."""
    stock = runs[STOCK]
    if broken := [run for run in runs.values() if run.broken]:
        for run in broken:
            hung = [test for test, each in run.outcomes.items() if each.what == "started"]
            print(f"{run.side}: {run.broken} {', '.join(hung)}; see {run.log}", file=sys.stderr)
        return 2
    if empty := without_a_pass(stock, modules):
        print(f"No test passes on {STOCK}: {', '.join(empty)}; see {stock.log}", file=sys.stderr)
        return 2
    entries = listed()
    found = [each for run in runs.values() for each in differences(stock, run, entries)]
    for side in SIDES:
        here = [each for each in found if each.side == side]
        if side != STOCK:
            print(f"Pass on {STOCK} and not on {side}: {len(here)} ({SIDES[side]})")
        for each in here:
            print(f"  {each.test}\n    {each.what}: {each.why.partition(chr(10))[0]}")
            print(f"    {each.reason or 'NOT LISTED; see ' + str(runs[side].log)}")
    unknown, gone = [each for each in found if not each.reason], stale(entries, found, modules)
    for glob in gone:
        print(f"STALE, remove it from the list: {glob}")
    known = len(found) - len(unknown)
    print(f"\nNot listed: {len(unknown)}. Listed, with a reason: {known}. Stale: {len(gone)}.")
    return 1 if unknown or gone else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
