"""Sessions: what it costs that one connection serves many schemas, beside a plain Django alias."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median
from time import thread_time
from typing import Final

from django.db import connections
from psycopg.sql import SQL, Literal

from benchmarks.counting import Counts, counted
from benchmarks.database import BY_ROW, Held, database
from benchmarks.figures import Work
from benchmarks.measuring import Side, Spread, compare
from benchmarks.memory import compared
from benchmarks.notes.models import PARENT
from benchmarks.outcome import Group, Outcome
from benchmarks.people.models import Person
from benchmarks.project import PLAIN_SIDE, SHARED
from benchmarks.settings import Settings
from benchmarks.statements import KINDS, ROWS, SIDES, repeated

# Microseconds of the client's CPU for a statement that stays in its schema.
ADDED: Final = 2.5


def run(settings: Settings) -> Outcome:
    """All figures; an alias of django.db.backends.postgresql on the same server is 1.00."""
    with database(settings.url) as bench:
        held = Held(BY_ROW, PARENT)
        bench.parents(PARENT, ROWS)
        bench.hold([held])
        bench.fill(held, _KEYS.format(Literal(ROWS)))
        figures = settings.measured(_works(settings))
        title = "Statements (CPU of PostgreSQL and of Django together)"
        groups = [Group(title, figures)] if figures else []
        settings.tell("The client alone")
        added = _added(settings)
        settings.tell("Instructions")
        counts = None if settings.quick else counted(settings.url)
        facts = ["\n".join(_client(added, counts or {}))]
        if not settings.matching:
            settings.tell("Memory")
            facts += compared(bench, settings)
    return Outcome(groups, facts=facts)


# Private
# -------

_KEYS: Final = SQL("SELECT generate_series(1, {})")
_MICROSECONDS: Final = 1e6


def _works(settings: Settings) -> Iterator[Work]:
    for name, kind in KINDS.items():

        def sides(name: str = name) -> dict[str, Side]:
            return {
                side: Side(
                    repeated(KINDS[name], aliases),
                    backends=(backend(aliases[Person]),),
                    client=True,
                )
                for side, aliases in SIDES.items()
            }

        yield Work(name, sides, PLAIN_SIDE, SHARED, kind.target, settings.longer)


def backend(alias: str) -> int:
    """The process that serves an alias."""
    connections[alias].ensure_connection()
    pid: int = connections[alias].connection.info.backend_pid
    return pid


def _added(settings: Settings) -> dict[str, tuple[float, Spread]]:
    """Microseconds of the client's CPU for a statement on a plain alias, and what is added."""
    found = {}
    for name, kind in KINDS.items():
        sides = {side: Side(_timed(repeated(kind, aliases))) for side, aliases in SIDES.items()}
        comparison = compare(sides, PLAIN_SIDE, settings.longer)
        per = _MICROSECONDS / comparison.times
        more = [each[SHARED].wall - each[PLAIN_SIDE].wall for each in comparison.rounds]
        plain = median(each[PLAIN_SIDE].wall for each in comparison.rounds)
        found[name] = plain * per, Spread.of([per * each for each in more])
    return found


def _timed(run: Callable[[int], None]) -> Callable[[int], float]:
    def timed(times: int) -> float:
        begun = thread_time()
        run(times)
        return thread_time() - begun

    return timed


def _client(added: dict[str, tuple[float, Spread]], counts: Counts) -> Iterator[str]:
    yield (
        "**The client alone:** microseconds of CPU for a statement, and instructions counted by "
        "valgrind, which other load does not change.\n"
    )
    yield "| | target | plain alias | added | instructions | added | |"
    yield "|---|---|---|---|---|---|---|"
    for name, (plain, more) in added.items():
        judged = KINDS[name].stays
        verdict = ("met" if round(more.middle, 1) <= ADDED else "not met") if judged else ""
        count = counts.get(name)
        instructions = (
            f"{count[PLAIN_SIDE]:,.0f} | {count[SHARED] - count[PLAIN_SIDE]:+,.0f} "
            f"({count[SHARED] / count[PLAIN_SIDE] - 1:+.1%})"
            if count
            else "- | -"
        )
        yield (
            f"| {name} | {f'≤ {ADDED} µs' if judged else ''} | {plain:.1f} µs "
            f"| **{more.middle:+.1f} µs** ({more.low:+.1f} to {more.high:+.1f}) | {instructions} "
            f"| {verdict} |"
        )
