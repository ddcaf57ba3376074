"""Traffic: clients that read and write without pause while something else happens.

Each client is a thread with a session, or a new one now and then. Half of what it does is sent as
prepared statements, half of it in transactions with savepoints. Probes do what must fail.
"""

from __future__ import annotations

import itertools
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from psycopg import errors

from benchmarks.clients import Figures, Script

# Of a client between two statements, in seconds; in a trial, which leaves the machine to others.
PAUSE: Final = 0.002
TRIAL_PAUSE: Final = 0.02
REFUSED: Final = (errors.ForeignKeyViolation, errors.RestrictViolation)
_IMMEDIATE: Final = b"SET CONSTRAINTS ALL IMMEDIATE"
_PREPARED_AFTER: Final = 3
# Whoever finds no server looks again so soon.
_GLANCE: Final = 0.05


class Traffic:
    """Clients of one login.

    Args:
        url: Of the login, or what psycopg takes besides.
        script: What they do.
        clients: How many do it; one that probes comes on top.
        renew: After how many seconds each takes a new session; 0 for never.
        pause: Between two statements of a client, in seconds.
        prepares: Whether statements are prepared, which not every pooler can pass on.
    """

    def __init__(
        self,
        url: str,
        script: Script,
        *,
        clients: int = 4,
        renew: float = 0,
        pause: float = PAUSE,
        prepares: bool = True,
    ) -> None:
        self._url, self._script, self._renew, self._pause = url, script, renew, pause
        self._clients, self._prepared_after = clients, _PREPARED_AFTER if prepares else None
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
                with psycopg.connect(
                    self._url, autocommit=True, prepare_threshold=self._prepared_after
                ) as session:
                    until = time.monotonic() + self._renew if self._renew else float("inf")
                    while not over.is_set() and not session.closed and time.monotonic() < until:
                        yield session
            except psycopg.OperationalError as error:
                self._note_error(error)
                over.wait(_GLANCE)

    def _work(self, over: threading.Event, number: int) -> None:
        chance = random.Random(number)
        turns = itertools.cycle(range(4))
        for session in self._sessions(over):
            turn = next(turns)
            try:
                if turn == 0:
                    self._one(session, chance.choice(self._script.reads), chance)
                elif turn == 1:
                    write = chance.choice(self._script.writes)
                    self._keep(write, self._one(session, write, chance))
                else:
                    self._transaction(session, chance)
            except psycopg.Error as error:
                self._note_error(error)
            over.wait(self._pause)

    def _transaction(self, session: psycopg.Connection[Any], chance: random.Random) -> None:
        session.execute("BEGIN")
        try:
            self._one(session, chance.choice(self._script.reads), chance)
            write = chance.choice(self._script.writes)
            with session.transaction():
                ids = self._one(session, write, chance)
            # What is deferred waits here.
            with self._timed():
                session.execute("COMMIT")
            self._keep(write, ids)
        except psycopg.Error:
            if not session.closed:
                session.execute("ROLLBACK")
            raise

    def _one(
        self, session: psycopg.Connection[Any], statement: bytes, chance: random.Random
    ) -> list[int]:
        """The ids of the rows that were inserted, where the statement gives them back."""
        with self._timed():
            self._enter(session, statement)
            cursor = session.execute(statement, [chance.randint(1, self._script.most)])
        is_insert = statement.startswith(b"INSERT") and cursor.description is not None
        return [row[0] for row in cursor] if is_insert else []

    def _enter(self, session: psycopg.Connection[Any], statement: bytes) -> None:
        """The role and the path of a statement of new code."""
        if context := self._script.contexts.get(statement):
            session.execute(context)

    def _keep(self, statement: bytes, ids: list[int]) -> None:
        with self._lock:
            self.figures.written[statement] += 1
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
                        self._enter(session, statement)
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
            self.figures.note(error)
