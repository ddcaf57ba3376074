"""Counting: how many instructions the client executes for a statement, by valgrind's callgrind.

A count says what CPU time says of a machine without other load only. This module is the process
that is counted; `counted()` starts it.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.database import NAME
from benchmarks.project import PLAIN_SIDE, SHARED, start

ROOT: Final = Path(__file__).resolve().parents[1]
TIMES: Final = 200
SIDES: Final = (PLAIN_SIDE, SHARED)
Counts = dict[str, dict[str, float]]


def counted(url: str, times: int = TIMES) -> Counts | None:
    """Instructions of a statement of each kind, for each side; None where valgrind is missing.

    Each side has a process of its own: the interpreter adapts its code to the types that it meets.
    """
    if shutil.which("callgrind_control") is None:
        return None
    found: Counts = {}
    for side in SIDES:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "counts"
            counter = ["valgrind", "--tool=callgrind", "--instr-atstart=no"]
            process = [
                sys.executable,
                "-m",
                "benchmarks.counting",
                url,
                str(file),
                str(times),
                side,
            ]
            done = subprocess.run(
                [*counter, f"--callgrind-out-file={file}", *process],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": "0"},
                check=True,
                capture_output=True,
                text=True,
            )
        for name, count in json.loads(done.stdout).items():
            found.setdefault(name, {})[side] = count
    return found


def main(arguments: list[str]) -> None:
    """Print in JSON what so many statements of each kind take on a side; the database is there."""
    url, file, times, side = arguments[0], Path(arguments[1]), int(arguments[2]), arguments[3]
    start(url, NAME)
    from benchmarks.statements import KINDS, SIDES, repeated

    nothing = _count(lambda times: None, file, times)
    found = {
        name: (_count(repeated(kind, SIDES[side]), file, times) - nothing) / times
        for name, kind in KINDS.items()
    }
    print(json.dumps(found))


# Private
# -------

_WARM: Final = 100


def _count(run: Callable[[int], None], file: Path, times: int) -> int:
    run(_WARM)
    gc.collect()
    gc.disable()
    try:
        _control("--instr=on")
        _control("--zero")
        run(times)
        _control("--dump")
        _control("--instr=off")
    finally:
        gc.enable()
    (dump,) = file.parent.glob(f"{file.name}.*")
    totals = next(line for line in dump.read_text().splitlines() if line.startswith("totals:"))
    dump.unlink()
    return int(totals.split()[1])


def _control(option: str) -> None:
    command = ["callgrind_control", option, str(os.getpid())]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main(sys.argv[1:])
