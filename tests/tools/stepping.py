"""Sessions that are stepped through an interleaving, one that must wait left waiting."""

from __future__ import annotations

import select
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Final

import psycopg
from psycopg import pq

# How long a statement is listened for before the server is asked whether it waits for a lock.
GLANCE: Final = 0.0003
PATIENCE: Final = 20.0
BLOCKED: Final = "SELECT pg_catalog.cardinality(pg_catalog.pg_blocking_pids(%s)) > 0"

Said = tuple[str, ...]


@dataclass
class Session:
    """A connection whose statements are sent, and heard of later."""

    connection: psycopg.Connection[Any]
    said: list[str] = field(default_factory=list)
    busy: bool = False
    _results: list[pq.abc.PGresult] = field(default_factory=list)

    @property
    def pid(self) -> int:
        return self.connection.info.backend_pid

    def send(self, statements: bytes) -> None:
        """Send statements and do not wait."""
        self.connection.pgconn.send_query(statements)
        self.busy = True

    def listen(self, seconds: float) -> bool:
        """Whether the statements are over, after at most so long; what they said is kept."""
        pgconn = self.connection.pgconn
        if not select.select([pgconn.socket], [], [], seconds)[0]:
            return False
        pgconn.consume_input()
        while not pgconn.is_busy():
            if (result := pgconn.get_result()) is None:
                self.said.append(_word(self._results))
                self._results.clear()
                self.busy = False
                return True
            self._results.append(result)
        return False


@dataclass
class Stage:
    """Sessions, and one more that sees which of them wait for a lock."""

    sessions: Mapping[str, Session]
    observer: psycopg.Connection[Any]

    def play(self, order: str, steps: Mapping[str, Sequence[bytes]]) -> dict[str, Said]:
        """Take the steps of all sessions in this order; returns what each said.

        A session that is blocked when its turn comes takes the step as soon as it can.
        """
        waiting = {name: list(steps[name]) for name in self.sessions}
        due = dict.fromkeys(self.sessions, 0)
        for name in order:
            due[name] += 1
            self._settle(waiting, due)
        while any(session.busy for session in self.sessions.values()):
            self._listen_to_all()
            self._settle(waiting, due)
        said = {name: tuple(session.said) for name, session in self.sessions.items()}
        for session in self.sessions.values():
            session.said.clear()
        return said

    def blocked(self, name: str) -> bool:
        """Whether a session waits for a lock that another one holds."""
        row = self.observer.execute(BLOCKED, [self.sessions[name].pid]).fetchone()
        return bool(row and row[0])

    # Private
    # -------

    def _settle(self, waiting: dict[str, list[bytes]], due: dict[str, int]) -> None:
        """Go on until each session has taken the steps that are due, or is blocked."""
        moving = True
        while moving:
            moving = False
            for name, session in self.sessions.items():
                if session.busy:
                    moving |= session.listen(GLANCE) or not self.blocked(name)
                elif due[name]:
                    due[name] -= 1
                    session.send(waiting[name].pop(0))
                    moving = True

    def _listen_to_all(self) -> None:
        """All that still run are blocked, by one another: the server ends a deadlock."""
        busy = {each.connection.pgconn.socket: each for each in self.sessions.values() if each.busy}
        ready = select.select(list(busy), [], [], PATIENCE)[0]
        assert ready, "a session waits for nobody's lock"
        for socket in ready:
            busy[socket].listen(0)


def interleavings(one: str, ones: int, other: str, others: int) -> Iterator[str]:
    """Every order of `ones` steps of the one and `others` of the other."""
    steps = ones + others
    for chosen in combinations(range(steps), ones):
        yield "".join(one if place in chosen else other for place in range(steps))


# Private
# -------


def _word(results: list[pq.abc.PGresult]) -> str:
    """The SQLSTATE if there is one, or the command tag of the last statement."""
    last = results[-1]
    if last.status == pq.ExecStatus.FATAL_ERROR:
        return (last.error_field(pq.DiagnosticField.SQLSTATE) or b"").decode()
    return (last.command_status or b"").decode()
