"""Lock times: how long a mover keeps others out of each table, as another session sees it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from benchmarks.split.shared_state import MOVER, SharedState

TABLES: Final = ("person", "note", "page", "page_1", "page_2")
# https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
KEEPS_OUT: Final = {
    "AccessExclusiveLock": "readers and writers",
    "ShareRowExclusiveLock": "writers",
}


@dataclass
class LockTimes:
    """Each time that a lock was seen, in seconds: from the look before until the look after."""

    held: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def table(self) -> str:
        """In Markdown, a line for each table."""
        lines = [
            "| table | readers and writers out: longest | together "
            "| writers out: longest | together |\n|---|---|---|---|---|"
        ]
        for table in TABLES:
            cells = [
                cell
                for mode in KEEPS_OUT
                for seconds in [self.held.get((table, mode), [])]
                for cell in (
                    f"{max(seconds, default=0) * 1000:.0f} ms",
                    f"{sum(seconds) * 1000:.0f} ms in {len(seconds)}",
                )
            ]
            lines.append(f"| {table} | {' | '.join(cells)} |")
        return "\n".join(lines)


@contextmanager
def watched(state: SharedState, times: LockTimes) -> Iterator[None]:
    """Look, every two milliseconds, while the block runs."""
    over = threading.Event()
    thread = threading.Thread(target=_look, args=(state, times, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


# Private
# -------

_PAUSE: Final = 0.002
_OIDS: Final = "SELECT oid, relname FROM pg_class WHERE relname = ANY (%s) AND relkind IN ('r','p')"
_MOVERS: Final = "SELECT pid FROM pg_stat_activity WHERE application_name = %s"
_HELD: Final = """
SELECT DISTINCT relation, mode FROM pg_locks
 WHERE locktype = 'relation' AND granted AND pid = ANY (%s) AND relation = ANY (%s::oid[])
   AND mode IN ('AccessExclusiveLock', 'ShareRowExclusiveLock')
"""


def _look(state: SharedState, times: LockTimes, over: threading.Event) -> None:
    with state.connection() as connection:
        names: dict[int, str] = dict(connection.execute(_OIDS, [list(TABLES)]).fetchall())
        since: dict[tuple[str, str], float] = {}
        before, movers, asked = time.monotonic(), [], 0.0
        while not over.is_set():
            if before - asked > 1:
                movers, asked = [pid for (pid,) in connection.execute(_MOVERS, [MOVER])], before
            found = connection.execute(_HELD, [movers, list(names)]).fetchall()
            now = time.monotonic()
            seen = {(names[oid], mode) for oid, mode in found}
            for each in seen - since.keys():
                since[each] = before
            for each in since.keys() - seen:
                times.held.setdefault(each, []).append(now - since.pop(each))
            before = now
            over.wait(_PAUSE)
