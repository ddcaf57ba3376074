"""Sessions: what it costs that one connection serves many schemas, beside a plain Django alias."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from statistics import median
from typing import Final

from psycopg.sql import SQL, Literal

from benchmarks.apart import AGAIN, Apart, apart, clients, sides
from benchmarks.counting import Counts, counted
from benchmarks.database import BY_ROW, Held, database
from benchmarks.figures import Work
from benchmarks.measuring import Spread, compare
from benchmarks.memory import compared
from benchmarks.notes.models import PARENT
from benchmarks.outcome import Group, Outcome
from benchmarks.project import PLAIN_SIDE, SHARED
from benchmarks.settings import Settings
from benchmarks.statements import KINDS, ROWS

# Microseconds of the client's CPU for a statement that stays in its schema.
ADDED: Final = 2.5


def run(settings: Settings) -> Outcome:
    """All figures; an alias of django.db.backends.postgresql on the same server is 1.00."""
    with database(settings.url) as bench:
        held = Held(BY_ROW, PARENT)
        bench.parents(PARENT, ROWS)
        bench.hold([held])
        bench.fill(held, _KEYS.format(Literal(ROWS)))
        with apart(settings.url, 1 if settings.quick else _PROCESSES) as processes:
            figures = settings.measured(_works(processes, settings))
            settings.tell("The client alone")
            added = _added(processes, settings)
        title = "Statements (CPU of PostgreSQL and of Django together)"
        groups = [Group(title, figures)] if figures else []
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
_PROCESSES: Final = 4
# On a plain alias; on one again, and in a shared session, beyond that.
_Added = tuple[float, Spread, Spread]


def _works(processes: Mapping[str, Apart], settings: Settings) -> Iterator[Work]:
    for name, kind in KINDS.items():
        both = partial(sides, processes, name)
        yield Work(name, both, PLAIN_SIDE, SHARED, kind.target, settings.longer)


def _added(processes: Mapping[str, Apart], settings: Settings) -> dict[str, _Added]:
    """Microseconds of the client's CPU for a statement on a plain alias, and what is added."""
    found = {}
    for name in KINDS:
        comparison = compare(clients(processes, name), PLAIN_SIDE, settings.longer)
        per = _MICROSECONDS / comparison.times
        plain = [each[PLAIN_SIDE].wall * per for each in comparison.rounds]
        again, more = (
            Spread.of(
                [
                    each[side].wall * per - one
                    for each, one in zip(comparison.rounds, plain, strict=True)
                ]
            )
            for side in (AGAIN, SHARED)
        )
        found[name] = median(plain), again, more
    return found


def _client(added: dict[str, _Added], counts: Counts) -> Iterator[str]:
    yield (
        "**The client alone:** microseconds of CPU for a statement, and instructions counted by "
        "valgrind, which other load does not change.\n"
    )
    yield "| | target | plain alias | again | shared session | instructions | added | |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, (plain, again, more) in added.items():
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
            f"| {again.middle:+.1f} µs ({_quartiles(again)}) "
            f"| **{more.middle:+.1f} µs** ({_quartiles(more)}) | {instructions} "
            f"| {verdict} |"
        )


def _quartiles(spread: Spread) -> str:
    return f"{spread.low:+.1f} to {spread.high:+.1f}"
