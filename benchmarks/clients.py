"""Clients: what they do, and what they met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import psycopg

# The server ends, or starts; without a number: nobody answers.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_GONE: Final = ("57P01", "57P02", "57P03", None)


@dataclass(frozen=True, slots=True)
class Script:
    """What clients do.

    Attributes:
        reads: Statements that must give a row; each has one parameter, a random number.
        writes: Statements that must write a row; likewise.
        probes: Statements that must be refused: a row without a parent, a parent with rows.
        most: The random numbers are from 1 to this.
        contexts: What is sent before a statement: the role and the path of new code.
    """

    reads: Sequence[bytes]
    writes: Sequence[bytes]
    probes: Sequence[bytes]
    most: int
    contexts: Mapping[bytes, bytes] = field(default_factory=dict)


@dataclass
class Figures:
    """What clients met.

    Attributes:
        inserted: The ids of rows whose commit was acknowledged.
        written: How many commits of each statement were acknowledged.
        gone: How often the server was not there.
    """

    statements: int = 0
    waits: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    unguarded: Counter[str] = field(default_factory=Counter)
    inserted: list[int] = field(default_factory=list)
    written: Counter[bytes] = field(default_factory=Counter)
    gone: int = 0

    @classmethod
    def of(cls, several: Iterable[Figures]) -> Figures:
        """Of several kinds of clients together."""
        whole = cls()
        for each in several:
            whole.statements += each.statements
            whole.waits += each.waits
            whole.errors += each.errors
            whole.unguarded += each.unguarded
            whole.inserted += each.inserted
            whole.written += each.written
            whole.gone += each.gone
        return whole

    def note(self, error: psycopg.Error) -> None:
        """One was met."""
        if isinstance(error, psycopg.OperationalError) and error.sqlstate in _GONE:
            self.gone += 1
            return
        detail = (error.diag.message_detail or "").partition("\n")[0]
        said = f"{str(error).splitlines()[0]} {detail}"
        self.errors[f"{error.sqlstate}: {said[:160]}"] += 1

    @property
    def longest(self) -> float:
        """The longest statement, in seconds."""
        return max(self.waits, default=0.0)

    @property
    def wrong(self) -> int:
        """How much of it should not have been met."""
        return sum(self.errors.values()) + sum(self.unguarded.values()) + self.gone

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
            + (f", {self.gone} times without the server" if self.gone else "")
            + f", {through} unguarded probes"
        )
