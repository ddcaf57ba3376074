"""A server for as long as something needs it."""

from __future__ import annotations

import fcntl
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from config.paths import LOCAL
from config.server import programs
from config.server.embedded import Server


@contextmanager
def throwaway(version: int | None = None) -> Iterator[Server]:
    """A server with nothing in it, which runs and is not durable; those of one time have one each.

    Args:
        version: PostgreSQL's major version; by default the one that POSTGRES names.

    Raises:
        ServerError: it does not start, or cannot be had.
    """
    LOCAL.mkdir(exist_ok=True)
    for number in itertools.count(1):
        data = LOCAL / f"test-pgdata{number}"
        with data.with_name(f"{data.name}.run").open("w") as file:
            if not _locked(file):
                continue
            server = Server(data, durable=False, version=version or programs.chosen())
            server.remove()
            try:
                server.start()
                yield server
            finally:
                server.stop()
            return


# Private
# -------


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
