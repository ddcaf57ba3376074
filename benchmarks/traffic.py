"""Traffic: the code of before, which reads and writes without pause while something else happens.

Each client is a thread with a session, or a new one now and then. Half of what it does is sent as
prepared statements, half of it in transactions with savepoints. Probes do what must fail.
"""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psycopg import errors

REFUSED: Final = (errors.ForeignKeyViolation, errors.RestrictViolation)
_IMMEDIATE: Final = b"SET CONSTRAINTS ALL IMMEDIATE"


@dataclass(frozen=True, slots=True)
class Script:
    """What clients do.

    Attributes:
        reads: Statements that must give a row; each has one parameter, a random number.
        writes: Statements that must write a row; likewise.
        probes: Statements that must be refused: a row without a parent, a parent with rows.
        most: The random numbers are from 1 to this.
    """

    reads: Sequence[bytes]
    writes: Sequence[bytes]
    probes: Sequence[bytes]
    most: int


@dataclass
class Figures:
    """What clients met; `inserted` are the ids of rows whose commit was acknowledged."""

    statements: int = 0
    waits: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    unguarded: Counter[str] = field(default_factory=Counter)
    inserted: list[int] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """The longest statement, in seconds."""
        return max(self.waits, default=0.0)

    def quantile(self, part: float) -> float:
        """So many of the statements took no longer."""
        ordered = sorted(self.waits)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0

    def __str__(self) -> str:
        wrong = ", ".join(f"{count} {name}" for name, count in self.errors.most_common(3))
        through = sum(self.unguarded.values())
        return (
            f"{self.statements:,} statements, longest {self.longest * 1000:.0f} ms, "
            f"p99.9 {self.quantile(0.999) * 1000:.0f} ms, {sum(self.errors.values())} errors"
            + (f" ({wrong})" if wrong else "")
            + f", {through} unguarded probes"
        )


class Traffic:
    """Clients of one login.

    Args:
        url: Of the login, or what psycopg takes besides.
        script: What they do.
        clients: How many do it; two probes come on top.
        renew: After how many seconds each takes a new session; 0 for never.
        pause: Between two statements of a client, in seconds.
    """

    def __init__(
        self, url: str, script: Script, *, clients: int = 4, renew: float = 0, pause: float = 0.002
    ) -> None:
        self._url, self._script, self._renew, self._pause = url, script, renew, pause
        self._clients = clients
        self._lock = threading.Lock()
        self.figures = Figures()

    @contextmanager
    def running(self) -> Iterator[Figures]:
        """Go on while the block runs; what was met is complete when it has ended."""
        over = threading.Event()
        self.figures = Figures()
        works: list[Callable[[threading.Event, int], None]] = [self._work] * self._clients
        works += [self._probe] * bool(self._script.probes)
        threads = [
            threading.Thread(target=work, args=(over, number)) for number, work in enumerate(works)
        ]
        for thread in threads:
            thread.start()
        try:
            yield self.figures
        finally:
            over.set()
            for thread in threads:
                thread.join()

    # Private
    # -------

    def _sessions(self, over: threading.Event) -> Iterator[psycopg.Connection[Any]]:
        while not over.is_set():
            try:
                with psycopg.connect(self._url, autocommit=True, prepare_threshold=3) as session:
                    until = time.monotonic() + self._renew if self._renew else float("inf")
                    while not over.is_set() and time.monotonic() < until:
                        yield session
            except psycopg.OperationalError as error:
                self._note_error(error)

    def _work(self, over: threading.Event, number: int) -> None:
        chance = random.Random(number)
        turns = itertools.cycle(range(4))
        for session in self._sessions(over):
            turn = next(turns)
            try:
                if turn == 0:
                    self._one(session, chance.choice(self._script.reads), chance)
                elif turn == 1:
                    self._keep(self._one(session, chance.choice(self._script.writes), chance))
                else:
                    self._transaction(session, chance)
            except psycopg.Error as error:
                self._note_error(error)
            over.wait(self._pause)

    def _transaction(self, session: psycopg.Connection[Any], chance: random.Random) -> None:
        session.execute("BEGIN")
        try:
            self._one(session, chance.choice(self._script.reads), chance)
            with session.transaction():
                ids = self._one(session, chance.choice(self._script.writes), chance)
            # What is deferred waits here.
            with self._timed():
                session.execute("COMMIT")
            self._keep(ids)
        except psycopg.Error:
            session.execute("ROLLBACK")
            raise

    def _one(
        self, session: psycopg.Connection[Any], statement: bytes, chance: random.Random
    ) -> list[int]:
        """The ids of the rows that were inserted, where the statement gives them back."""
        with self._timed():
            cursor = session.execute(statement, [chance.randint(1, self._script.most)])
        is_insert = statement.startswith(b"INSERT") and cursor.description is not None
        return [row[0] for row in cursor] if is_insert else []

    def _keep(self, ids: list[int]) -> None:
        with self._lock:
            self.figures.inserted += ids

    @contextmanager
    def _timed(self) -> Iterator[None]:
        """One that fails has taken its time, too."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            took = time.perf_counter() - begin
            with self._lock:
                self.figures.statements += 1
                self.figures.waits.append(took)

    def _probe(self, over: threading.Event, number: int) -> None:
        for session in self._sessions(over):
            for statement in self._script.probes:
                try:
                    with self._timed(), session.transaction(force_rollback=True):
                        session.execute(statement)
                        session.execute(_IMMEDIATE)
                    with self._lock:
                        self.figures.unguarded[statement.decode()] += 1
                except REFUSED:
                    pass
                except psycopg.Error as error:
                    self._note_error(error)
            over.wait(5 * self._pause)

    def _note_error(self, error: psycopg.Error) -> None:
        with self._lock:
            detail = (error.diag.message_detail or "").partition("\n")[0]
            said = f"{str(error).splitlines()[0]} {detail}"
            self.figures.errors[f"{error.sqlstate}: {said[:160]}"] += 1
