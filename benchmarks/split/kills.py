"""Kills: movers that die in each of their steps, and a server that starts anew in each."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any, Final, TypeAlias

import psycopg
from psycopg.sql import Composable

from appschemas.database.split.run import Choices, split, unsplit
from appschemas.exceptions import AppSchemasError
from benchmarks.clients import Figures
from benchmarks.settings import Settings
from benchmarks.split.mortal import Dying, MortalConnection, MortalSteps
from benchmarks.split.rows import checksum, kept, length
from benchmarks.split.scripts import old_code
from benchmarks.split.shared_state import OLD, SharedState, filled
from benchmarks.traffic import PAUSE, TRIAL_PAUSE, Traffic
from config.server import throwaway

ROWS: Final = 100_000
# A contract is one step, of many statements: at which of them a run ends.
PLACES: Final = (1, 1, 2, 4, 6, 20, 60)
# Each way has fewer steps than that; a server takes seconds to stop and to start.
MOST: Final = 100
# What became of a run, forward or back, that ends as it is told.
Way: TypeAlias = Callable[[SharedState, bool, Dying], str]


def killed(settings: Settings) -> str:
    """A fact: what clients met on a server of its own, whose movers make one step each and die."""
    rows = 1_000 if settings.quick else settings.rows(ROWS)
    lines = []
    with throwaway() as server, filled(server.url(), rows, told=lambda line: None) as state:

        def restart() -> None:
            server.stop()
            server.start()

        for title, way, once in (
            ("the mover is killed (SIGKILL) in the step after the first of each run", _in_a_process,
             False),
            ("the server is stopped and started in each kind of step", _restarting(restart), True),
        ):  # fmt: skip
            settings.tell(title)
            lines.append(f"- {title}: {_cycle(state, way, once=once, quick=settings.quick)}")
            settings.tell(lines[-1])
    head = f"Clients with pauses of 2 ms on {rows:,} rows; a statement of the step is under way"
    return f"**{head}:**\n\n" + "\n".join(lines)


def move(state: SharedState, forward: bool, dying: Dying) -> None:
    """Split or put back, until it dies."""
    with state.connection() as connection:
        watched: Any = MortalConnection(connection, dying)
        steps = MortalSteps(
            watched, state.contract, state.installed, state.patience, dying.has_made, dying=dying
        )
        split(steps, Choices()) if forward else unsplit(steps)


# Private
# -------

_ENDED: Final = "ended"
_KILLED: Final = "killed"
_TOO_MANY: Final = "Another schema_split changes this database"


@dataclass
class _Road:
    """What befell the runs of one way.

    Attributes:
        met: The kinds of steps in which one ended.
        made: Those that were made.
    """

    name: str
    kills: int = 0
    met: set[str] = field(default_factory=set)
    made: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    has_ended: bool = True

    def __str__(self) -> str:
        spared = ", ".join(sorted(self.made - self.met))
        return (
            f"{self.kills} times on the way {self.name} ({', '.join(sorted(self.met))})"
            + (f", never in: {spared}" if spared else "")
            + (f", {len(self.refused)} refused: {self.refused[0]}" if self.refused else "")
            + ("" if self.has_ended else ", AND IT NEVER CAME TO ITS END")
        )


def _cycle(state: SharedState, way: Way, *, once: bool, quick: bool) -> str:
    pause = TRIAL_PAUSE if quick else PAUSE
    old = Traffic(state.login(OLD), old_code(state), renew=1.0, pause=pause)
    before, at_first, rights = checksum(state), length(state), _rights(state)
    begin = time.perf_counter()
    most = 1 if quick else MOST
    with old.running() as figures:
        roads = [_runs(state, way, forward, once=once, most=most) for forward in (True, False)]
    took = time.perf_counter() - begin
    whole = Figures.of([figures])
    rows = ", ".join(kept(state, whole, before, length(state) - at_first))
    same = "as before" if _rights(state) == rights else "NOT AS BEFORE"
    return f"{roads[0]}; {roads[1]}; {took:.0f} s: {figures}, {rows}, path and roles {same}"


def _rights(state: SharedState) -> list[Any]:
    """What old code has of its own: its path in this database, and the roles of which it is one."""
    with state.connection() as connection:
        return connection.execute(_OWN, {"login": OLD}).fetchall()


def _runs(state: SharedState, way: Way, forward: bool, *, once: bool, most: int) -> _Road:
    """End runs until one comes to its end: in each step but their first, or once in each kind."""
    road, chance = _Road("there" if forward else "back"), random.Random(forward)
    while True:
        dying = Dying(chance.choice(PLACES), road.met if once else None, road.kills < most)
        said = way(state, forward, dying)
        road.made |= dying.made
        if said == _ENDED:
            return road
        if said == _KILLED:
            road.met.add(dying.step)
            road.kills += 1
        elif _TOO_MANY in said:
            # The server has not found out yet that the one before is gone.
            time.sleep(0.2)
        else:
            road.refused.append(said)
            if len(road.refused) > 5:
                road.has_ended = False
                return road


def _in_a_process(state: SharedState, forward: bool, dying: Dying) -> str:
    # Threads of clients hold locks that a fork of this process would keep for ever.
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    words = (state.url, state.rows, forward, dying, theirs)
    process = _PROCESSES.Process(target=_mortal, args=words)
    process.start()
    theirs.close()
    said = _KILLED
    with suppress(EOFError):
        dying.step, dying.made = ours.recv()
        said = ours.recv()
    process.join()
    return said


def _mortal(url: str, rows: int, forward: bool, dying: Dying, told: Any) -> None:
    def end(connection: psycopg.Connection[Any], query: Composable) -> None:
        told.send((dying.step, dying.made))
        _send(connection, query)
        os.kill(os.getpid(), signal.SIGKILL)

    said = _moved(SharedState(url, rows), forward, dying.by(end))
    told.send((dying.step, dying.made))
    told.send(said)


def _send(connection: psycopg.Connection[Any], query: Composable) -> None:
    connection.pgconn.send_query(query.as_bytes(connection))


def _restarting(restart: Callable[[], None]) -> Way:
    def way(state: SharedState, forward: bool, dying: Dying) -> str:
        restarted = list[bool]()

        def end(connection: psycopg.Connection[Any], query: Composable) -> None:
            _send(connection, query)
            restart()
            # It finds out as psycopg would have, which has waited for the answer.
            while connection.pgconn.get_result():
                pass
            dying.may_end = False
            restarted.append(True)

        said = _moved(state, forward, dying.by(end))
        return _KILLED if restarted and said != _ENDED else said

    return way


def _moved(state: SharedState, forward: bool, dying: Dying) -> str:
    try:
        move(state, forward, dying)
    except (psycopg.Error, AppSchemasError) as error:
        return str(error)
    return _ENDED


_OWN: Final = """
SELECT setconfig::text FROM pg_db_role_setting
 WHERE setrole = %(login)s::regrole
UNION ALL
SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %(login)s::regrole
"""
_PROCESSES: Final = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["benchmarks.split.kills"])
