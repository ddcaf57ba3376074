"""The section: the road there and back under load, with clients alone and with others there."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Final

from appschemas.exceptions import AppSchemasError
from benchmarks.clients import Figures
from benchmarks.outcome import Outcome
from benchmarks.settings import Settings
from benchmarks.split import conditions
from benchmarks.split.kills import killed
from benchmarks.split.lock_times import LockTimes, watched
from benchmarks.split.rows import checksum, kept, length
from benchmarks.split.scripts import new_code, old_code
from benchmarks.split.shared_state import NEW, OLD, SharedState, filled
from benchmarks.split.subscriber import subscriber
from benchmarks.traffic import PAUSE, TRIAL_PAUSE, Traffic

ROWS: Final = 10_000_000
PACES: Final = (("with pauses of 2 ms", PAUSE), ("without a pause", 0.0))
BOUND: Final = 0.4
RENEWED: Final = 2.0
CONDITIONS: Final = {
    "a reader is idle in transaction for 3 s of each 4 s": conditions.idle_reader,
    "a reader keeps a REPEATABLE READ transaction open for 3 s of each 4 s":
        conditions.repeatable_reader,
    "autovacuum is at the largest table": conditions.autovacuum,
    "PgBouncer is in front, in session mode": conditions.pooled_sessions,
    "PgBouncer is in front, in transaction mode": conditions.pooled_transactions,
    "a subscriber follows": subscriber,
}  # fmt: skip


def run(settings: Settings) -> Outcome:
    """Facts: the longest statement of clients by themselves, and during each step of the road."""
    rows = 1_000 if settings.quick else settings.rows(ROWS)
    facts = []
    settings.tell(f"filling {rows:,} rows")
    with filled(settings.url, rows, told=settings.tell) as state:
        for name, pause in (_TRIAL_PACE,) if settings.quick else PACES:
            settings.tell(f"clients {name} on {rows:,} rows while their database is split")
            facts.append(_road(state, name, pause, quick=settings.quick))
        facts.append(_with_others(state, settings))
    facts.append(killed(settings))
    return Outcome(facts=facts)


# Private
# -------

# In a trial, as PACES and RENEWED are.
_TRIAL_PACE: Final = ("with pauses of 20 ms", TRIAL_PAUSE)
_TRIAL_RENEWED: Final = 0.3


@dataclass
class _Run:
    """What is said of one road."""

    state: SharedState
    lines: list[str] = field(default_factory=list)
    met: list[Figures] = field(default_factory=list)

    def during(self, title: str, clients: Sequence[Traffic], work: Callable[[], object]) -> None:
        """Do something while clients go on, and note what they met."""
        begin = time.perf_counter()
        with ExitStack() as stack:
            running = [stack.enter_context(each.running()) for each in clients]
            work()
            took = time.perf_counter() - begin
            time.sleep(0.2)
        figures = Figures.of(running)
        self.met.append(figures)
        verdict = "met" if figures.longest <= BOUND else "missed"
        self.say(f"{title}, {took:.0f} s: {figures} ({verdict})")

    def say(self, line: str) -> None:
        """A line of it, and at once to whom looks on."""
        self.state.told(line)
        self.lines.append(line)

    def rows_kept(self, before: tuple[object, ...], at_first: int) -> None:
        """Say what became of them."""
        figures = Figures.of(self.met)
        grew = length(self.state) - at_first
        self.say(", ".join(kept(self.state, figures, before, grew)))

    def told(self, title: str) -> str:
        """In Markdown."""
        return f"**{title}:**\n\n" + "\n".join(f"- {line}" for line in self.lines)


def _road(state: SharedState, name: str, pause: float, *, quick: bool) -> str:
    renewed, rest = (_TRIAL_RENEWED, 0.2) if quick else (RENEWED, 10.0)
    old = Traffic(state.login(OLD), old_code(state), renew=renewed, pause=pause)
    kept_open = Traffic(state.login(OLD), old_code(state), pause=pause)
    new = Traffic(state.login(NEW), new_code(state), clients=2, pause=pause)
    run, times = _Run(state), LockTimes()
    before, at_first = checksum(state), length(state)
    run.during("alone", [old], lambda: time.sleep(rest))
    with watched(state, times):
        run.during(f"split, sessions renewed every {renewed:g} s", [old], state.split)
        run.during("old and new code side by side", [old, new], lambda: time.sleep(rest / 2))
        run.during("new code, while walls go up and come down", [new], state.wall_up_and_down)
        run.during("put back", [old], state.unsplit)
        run.during(
            "split again, with views for sessions that are never renewed",
            [kept_open],
            lambda: state.split(compat_views=True),
        )
        run.during(
            f"the views go, sessions renewed every {renewed:g} s",
            [old],
            lambda: _without_views(state, renewed),
        )
        run.during("put back again", [old], state.unsplit)
    run.rows_kept(before, at_first)
    run.lines.append(f"load average {_load()}")
    title = f"Clients {name} on {state.rows:,} rows; the bound is {BOUND * 1000:.0f} ms"
    return f"{run.told(title)}\n\nHow long the movers of these kept others out:\n\n{times.table()}"


def _without_views(state: SharedState, renewed: float) -> None:
    """As the next runs do once the sessions are gone that needed them."""
    while True:
        state.split(compat_views=True)
        with state.connection() as connection:
            if not state.steps(connection).state.compat_views:
                return
        time.sleep(renewed / 2)


def _with_others(state: SharedState, settings: Settings) -> str:
    run = _Run(state)
    for title, condition in CONDITIONS.items():
        if settings.quick and condition is not conditions.autovacuum:
            continue
        settings.tell(title)
        before, at_first = checksum(state), length(state)
        part = _Run(state)
        with condition(state) as scene:
            old = Traffic(
                scene.url,
                old_code(state),
                renew=_TRIAL_RENEWED if settings.quick else RENEWED,
                pause=TRIAL_PAUSE if settings.quick else PAUSE,
                prepares=scene.prepares,
            )
            try:
                part.during("split", [old], scene.forward)
            except AppSchemasError as error:
                part.say(f"not split: {error}")
            part.during("put back", [old], scene.back)
        for line in scene.seen:
            part.say(line)
        part.rows_kept(before, at_first)
        run.lines.append(f"{title}\n" + "\n".join(f"    - {line}" for line in part.lines))
    run.lines.append(f"load average {_load()}")
    return run.told(f"Clients with pauses of 2 ms on {state.rows:,} rows, and others are there")


def _load() -> str:
    one, five, fifteen = os.getloadavg()
    return f"{one:.1f} over a minute, {five:.1f} over five, {fifteen:.1f} over fifteen"
