"""Turns: one run of the benchmarks at a time on a server, whose databases and roles they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg

# Of an advisory lock: any that nobody else takes.
NUMBER: Final = 7_041_777


@contextmanager
def own_turn(url: str, tell: Callable[[str], Any], number: int = NUMBER) -> Iterator[None]:
    """The server is this run's in the block, once those before it have ended.

    Args:
        url: The administrator's URL, of the same database in each run.
        tell: Is told that there is another.
        number: Of those that take turns.
    """
    with psycopg.connect(url, autocommit=True) as server:
        if server.execute("SELECT pg_try_advisory_lock(%s)", [number]).fetchone() != (True,):
            tell("waiting for another run on this server")
            server.execute("SELECT pg_advisory_lock(%s)", [number])
        yield
