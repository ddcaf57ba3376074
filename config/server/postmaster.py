"""The server processes of a data directory, found without trusting its postmaster.pid."""

from __future__ import annotations

from pathlib import Path

import psutil


def running(data: Path) -> bool:
    """Whether its postmaster lives: the number alone may be another process's by now."""
    try:
        number = int(_file(data).read_text().split("\n")[0])
    except (OSError, ValueError):
        return False
    return any(process.pid == number for process in _processes(data))


def end_orphans(data: Path, *locks: Path) -> None:
    """End those of a killed postmaster, and drop the lock files that it left.

    Its children hold its shared memory, and no new one starts beside them; a lock that names a
    number which some other process has by now, or a zombie, would stop it as well.
    """
    left = [lock for lock in (_file(data), *locks) if lock.exists()]
    if not left:
        return
    _, alive = psutil.wait_procs(_processes(data), timeout=5)
    for process in alive:
        process.kill()
    psutil.wait_procs(alive, timeout=5)
    for lock in left:
        lock.unlink(missing_ok=True)


# Private
# -------


def _file(data: Path) -> Path:
    return data / "postmaster.pid"


def _processes(data: Path) -> list[psutil.Process]:
    return [process for process in psutil.process_iter() if _serves(process, data)]


def _serves(process: psutil.Process, data: Path) -> bool:
    try:
        return process.name().startswith("postgres") and Path(process.cwd()) == data
    except psutil.Error:
        return False
