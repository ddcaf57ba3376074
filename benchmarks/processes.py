"""Processes: the CPU of one that runs, and of those that have ended on both sides of a connection.

By the clock a process is slow where others have the machine; its CPU hardly is.
"""

from __future__ import annotations

from os import sysconf
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, sleep
from typing import Final

import psycopg


def used_cpu(url: str, database: str) -> float:
    """Seconds of CPU that ended processes have used: this one's own, and the server's.

    Waits until the server has none left that works in `database`. By the clock where the server is
    on another machine.
    """
    with psycopg.connect(url, autocommit=True) as server:
        while server.execute(_BUSY, [database]).fetchone():
            sleep(_MOMENT)
        # One that is listed no more may still have to end.
        sleep(_MOMENT)
        try:
            parent = int(_stat(server.info.backend_pid)[_PARENT])
            served = sum(map(int, _stat(parent)[_OF_CHILDREN])) / sysconf("SC_CLK_TCK")
        except OSError:
            return perf_counter()
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + served


def ran(process: int) -> float:
    """Seconds that a process has run so far (Linux: Documentation/scheduler/sched-stats.rst).

    Raises:
        OSError: there is none of that number on this machine.
    """
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) * _NANOSECONDS


# Private
# -------

_NANOSECONDS: Final = 1e-9
_BUSY: Final = "SELECT FROM pg_stat_activity WHERE datname = %s"
_MOMENT: Final = 0.05
# Of /proc/PID/stat behind the name (Linux: proc_pid_stat(5)): ppid, and cutime with cstime.
_PARENT: Final = 1
_OF_CHILDREN: Final = slice(13, 15)


def _stat(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
