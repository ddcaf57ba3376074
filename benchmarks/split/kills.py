"""Kills: movers that die in each of their steps, and a server that starts anew in each."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Final, TypeAlias

import psycopg
from psycopg.sql import Composable

from appschemas.database.split.run import Choices, split, unsplit
from appschemas.exceptions import AppSchemasError
from benchmarks.clients import Figures
from benchmarks.settings import Settings
from benchmarks.split.rows import checksum, kept, length
from benchmarks.split.scripts import old_code
from benchmarks.split.shared_state import OLD, SharedState, filled
from benchmarks.traffic import Traffic
from config.server import throwaway

ROWS: Final = 100_000
# At which statement of its second step a run ends: a step has few of them, but for the contract's.
PLACES: Final = (1, 1, 2, 2, 3, 4, 6, 20, 60)
NEVER: Final = 10**6
MOST: Final = 400
# What became of a run, forward or back, that is to end at that statement.
Way: TypeAlias = Callable[[SharedState, bool, int], str]


def killed(settings: Settings) -> str:
    """A fact: what clients met on a server of its own, whose movers make one step each and die."""
    rows = 1_000 if settings.quick else settings.rows(ROWS)
    lines = []
    with throwaway() as server, filled(server.url(), rows, told=lambda line: None) as state:

        def restart() -> None:
            server.stop()
            server.start()

        ways: dict[str, Way] = {
            "the mover is killed (SIGKILL), its statement under way": _in_a_process,
            "the server is stopped and started": _restarting(restart),
        }
        for title, way in ways.items():
            settings.tell(f"{title}, in each step")
            lines.append(f"- {title}: {_cycle(state, way, quick=settings.quick)}")
            settings.tell(lines[-1])
    head = f"Clients with pauses of 2 ms on {rows:,} rows; each run makes one step and ends in the"
    return f"**{head} next:**\n\n" + "\n".join(lines)


def move(state: SharedState, forward: bool, dying: Dying) -> None:
    """Split or put back, until it dies."""
    with state.connection() as connection:
        watched: Any = Mortal(connection, dying)
        steps = state.steps(watched)
        steps.told = dying.has_made
        split(steps, Choices()) if forward else unsplit(steps)


@dataclass
class Dying:
    """When a run ends: at a statement of the step after the first that it made.

    Attributes:
        place: Which statement of it.
        end: Is given the statement that would come next, and the connection.
    """

    place: int
    end: Callable[[psycopg.Connection[Any], Any], None]
    made: int = 0
    sent: int = 0

    def has_made(self, step: str) -> None:
        """A step is over."""
        self.made += 1
        self.sent = 0

    def comes(self, connection: psycopg.Connection[Any], query: Composable) -> None:
        """A statement would be sent."""
        self.sent += self.made > 0
        if self.place < NEVER and (self.made > 1 or self.sent == self.place):
            self.end(connection, query)


class Mortal:
    """A connection that may end before a statement that it composes."""

    def __init__(self, connection: psycopg.Connection[Any], dying: Dying) -> None:
        self._connection, self._dying = connection, dying

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(query, Composable):
            self._dying.comes(self._connection, query)
        return self._connection.execute(query, *args, **kwargs)


# Private
# -------

_ENDED: Final = "ended"
_KILLED: Final = "killed"
_TOO_MANY: Final = "Another schema_split changes this database"


def _cycle(state: SharedState, way: Way, *, quick: bool) -> str:
    old = Traffic(state.login(OLD), old_code(state), renew=1.0)
    before, at_first = checksum(state), length(state)
    begin = time.perf_counter()
    with old.running() as figures:
        runs = [_runs(state, way, forward, most=1 if quick else MOST) for forward in (True, False)]
    took = time.perf_counter() - begin
    whole = Figures.of([figures])
    rows = ", ".join(kept(state, whole, before, length(state) - at_first))
    return f"{runs[0]} on the way there, {runs[1]} on the way back, {took:.0f} s: {figures}, {rows}"


def _runs(state: SharedState, way: Way, forward: bool, most: int) -> str:
    """How often it was killed until it came to its end."""
    chance, kills, refused = random.Random(forward), 0, list[str]()
    while True:
        match way(state, forward, chance.choice(PLACES) if kills < most else NEVER):
            case "ended":
                told = f", {len(refused)} refused: {refused[0]}" if refused else ""
                return f"{kills} times{told}"
            case "killed":
                kills += 1
            case said if _TOO_MANY in said:
                # The server has not found out yet that the one before is gone.
                time.sleep(0.2)
            case said:
                refused.append(said)
                if len(refused) > 5:
                    return f"{kills} times, and never ended: {said}"


def _in_a_process(state: SharedState, forward: bool, place: int) -> str:
    # Threads of clients hold locks that a fork of this process would keep for ever.
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    words = (state.url, state.rows, forward, place, theirs)
    process = _PROCESSES.Process(target=_mortal, args=words)
    process.start()
    theirs.close()
    try:
        said: str = ours.recv()
    except EOFError:
        said = _KILLED
    process.join()
    return said


def _mortal(url: str, rows: int, forward: bool, place: int, told: Any) -> None:
    told.send(_moved(SharedState(url, rows), forward, Dying(place, _kill)))


def _kill(connection: psycopg.Connection[Any], query: Any) -> None:
    connection.pgconn.send_query(query.as_bytes(connection))
    os.kill(os.getpid(), signal.SIGKILL)


def _restarting(restart: Callable[[], None]) -> Way:
    def way(state: SharedState, forward: bool, place: int) -> str:
        restarted = list[bool]()

        def end(connection: psycopg.Connection[Any], query: Any) -> None:
            if not restarted:
                restart()
                restarted.append(True)

        said = _moved(state, forward, Dying(place, end))
        return _KILLED if restarted and said != _ENDED else said

    return way


def _moved(state: SharedState, forward: bool, dying: Dying) -> str:
    try:
        move(state, forward, dying)
    except (psycopg.Error, AppSchemasError) as error:
        return str(error)
    return _ENDED


_PROCESSES: Final = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["benchmarks.split.kills"])
