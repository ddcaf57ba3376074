"""Apart: one side of the statements in a process of its own, as it would be in a project.

The interpreter adapts its code to the types that it meets (PEP 659). In a process that has a plain
alias and a shared session by turns, each side would pay for what the code of the other needs.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, Final

from benchmarks.database import NAME
from benchmarks.measuring import Cost, Side
from benchmarks.processes import ran
from benchmarks.project import PLAIN_SIDE, SHARED, backend, start

ROOT: Final = Path(__file__).resolve().parents[1]
# What two sides that do the same differ by is what a difference has to be seen beside.
AGAIN: Final = "plain alias again"
SIDES: Final = (PLAIN_SIDE, AGAIN, SHARED)


@dataclass
class Apart:
    """Processes that send statements of one side whenever they are told to, one by turns.

    Two processes of one side differ by some microseconds for a statement, as their strings are
    hashed otherwise and lie elsewhere: so each round has the next of several.
    """

    processes: Sequence[subprocess.Popen[str]]
    turn: int = 0

    def next(self, times: int) -> None:
        """It is the next one's turn."""
        self.turn = (self.turn + 1) % len(self.processes)

    def cost(self, name: str, times: int) -> Cost:
        """Of so many statements: by the clock, and the CPU of client and server."""
        wall, client, server = self._ask(name, times)
        return Cost(wall, None if server is None else client + server)

    def client(self, name: str, times: int) -> float:
        """Seconds of the client's CPU alone."""
        _, client, _ = self._ask(name, times)
        return client

    def _ask(self, name: str, times: int) -> tuple[float, float, float | None]:
        process = self.processes[self.turn]
        assert process.stdin is not None
        assert process.stdout is not None
        print(json.dumps([name, times]), file=process.stdin, flush=True)
        answer = process.stdout.readline()
        if not answer:
            raise ChildProcessError(f"{process.args!r} has ended; what it said is above.")
        wall, client, server = json.loads(answer)
        return wall, client, server


@contextmanager
def apart(url: str, several: int) -> Iterator[Mapping[str, Apart]]:
    """So many processes for each side; the database is there."""
    with ExitStack() as stack:
        yield {
            side: Apart([stack.enter_context(_process(url, side, seed)) for seed in range(several)])
            for side in SIDES
        }


def sides(processes: Mapping[str, Apart], name: str) -> dict[str, Side]:
    """Statements of a kind on each side, by all that they cost."""
    return {side: Side(partial(each.cost, name), each.next) for side, each in processes.items()}


def clients(processes: Mapping[str, Apart], name: str) -> dict[str, Side]:
    """The same, by the client's CPU alone."""
    return {side: Side(partial(each.client, name), each.next) for side, each in processes.items()}


def main(arguments: list[str]) -> None:
    """Send what each line of the input asks for, on one side, and print in JSON what it took."""
    url, side = arguments
    start(url, NAME)
    from benchmarks.people.models import Person
    from benchmarks.statements import KINDS, SIDES, repeated

    aliases = SIDES[side]
    works = {name: repeated(kind, aliases) for name, kind in KINDS.items()}
    server = backend(aliases[Person])
    _pin(server)
    for work in works.values():
        work(_WARM)
    # Garbage is collected between the samples, and what has come to stay is not looked at then.
    gc.disable()
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        name, times = json.loads(line)
        print(json.dumps(_took(works[name], times, server)), flush=True)
        gc.collect()


# Private
# -------

_WARM: Final = 100
_ALIASES: Final = {PLAIN_SIDE: PLAIN_SIDE, AGAIN: PLAIN_SIDE, SHARED: SHARED}


def _pin(server: int) -> None:
    """Let client and server each have a core: one that moves finds its caches cold."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) > 1:
        os.sched_setaffinity(0, cores[:1])
        with suppress(OSError):
            # Of another machine, or of another user.
            os.sched_setaffinity(server, cores[1:2])


def _process(url: str, side: str, seed: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.apart", url, _ALIASES[side]],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _took(work: Any, times: int, server: int) -> tuple[float, float, float | None]:
    try:
        before: float | None = ran(server)
    except OSError:
        before = None
    used, begun = thread_time(), perf_counter()
    work(times)
    wall, client = perf_counter() - begun, thread_time() - used
    return wall, client, None if before is None else ran(server) - before


if __name__ == "__main__":
    main(sys.argv[1:])
