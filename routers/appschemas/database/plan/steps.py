"""Steps: a plan cut into transactions, so that none holds locks of many tables, or for long.

What locks no table is one transaction, whatever it is. What locks tables is one by itself: a check
with its functions and triggers, a table that gets another owner. What reads rows comes last, when
every new row is checked, and runs without a lock that anybody waits for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from appschemas.database.plan.changes import Change, TableLock
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.references import KeyConstraint


@dataclass(frozen=True, slots=True)
class Step:
    """What one transaction does.

    Attributes:
        changes: Those that it makes, or of which it makes a part.
        statements: In their order.
        locks: What it takes, and keeps until its end.
        ends: Whether its changes are made when it is.
    """

    changes: tuple[Change, ...]
    statements: tuple[RoleStatement, ...]
    locks: tuple[TableLock, ...] = ()
    ends: bool = True

    @property
    def constraint(self) -> KeyConstraint | None:
        """The check that it makes or mends."""
        return self.changes[0].constraint


def steps_of(changes: Iterable[Change]) -> Iterator[Step]:
    """The changes of a plan as transactions, in their order; the look-ups are none of them."""
    made = [each for each in changes if not each.looks_up]
    for (constraint, locks), group in groupby(made, key=_place):
        those = tuple(group)
        if constraint or not locks:
            statements = tuple(part for each in those for part in each.statements)
            held = tuple(dict.fromkeys(lock for each in those for lock in each.locks))
            yield Step(those, statements, held)
            continue
        for change in those:
            # One statement for each table.
            last = len(change.statements) - 1
            for number, statement in enumerate(change.statements):
                lock = change.locks[number : number + 1]
                yield Step((change,), (statement,), lock, ends=number == last)


def look_ups_of(changes: Iterable[Change]) -> list[Change]:
    """The changes that read every key of a check."""
    return [each for each in changes if each.looks_up]


# Private
# -------


def _place(change: Change) -> tuple[KeyConstraint | None, bool]:
    return change.constraint, bool(change.locks) and change.constraint is None
