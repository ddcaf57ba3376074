"""Summary: a plan that fits a screen, whatever the number of schemas."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from appschemas.database.plan.changes import Action, Change, Finding, Plan, listed


def nouns(changes: Iterable[Change]) -> str:
    """What the changes are about, counted: "4 roles, 1 schema, 6 grants"."""
    counts: Counter[str] = Counter()
    for change in changes:
        noun, number = _noun(change)
        counts[noun] += number
    return ", ".join(
        f"{number} {noun if number > 1 else noun.removesuffix('s')}"
        for noun, number in counts.items()
    )


def summary_of(changes: list[Change]) -> str:
    """The same by what becomes of the things: "+ 4 roles, 6 grants; - 1 grant"."""
    groups = ((action, [each for each in changes if each.action is action]) for action in Action)
    return "; ".join(f"{action} {nouns(group)}" for action, group in groups if group)


def lock_lines(plan: Plan, lock_timeout: str) -> Iterator[str]:
    """What applying keeps others waiting for, and for how long; nothing where it keeps nobody."""
    tables: defaultdict[str, list[str]] = defaultdict(list)
    for change in plan.changes:
        for lock in change.locks:
            tables[lock.mode].append(f"{lock.schema}.{lock.table}")
    look_ups = [each for each in plan.changes if each.looks_up and each.constraint]
    if plan.changes and not tables:
        yield "Locks no table."
    for mode, names in sorted(tables.items()):
        once = list(dict.fromkeys(names))
        yield (
            f"Locks {len(once)} {'table' if len(once) == 1 else 'tables'} in {mode} mode, "
            f"{_WHO.get(mode, 'others')} wait: {listed(once)}"
        )
    if tables:
        yield (
            f"  one check or table in a transaction; each waits {lock_timeout} at most and is "
            "tried again"
        )
    if look_ups:
        names = [f"{each.constraint.schema}.{each.constraint.table}" for each in look_ups
                 if each.constraint]  # fmt: skip
        yield f"Reads the keys of {listed(dict.fromkeys(names))}: no statement waits for that"


def grouped(findings: Iterable[Finding]) -> Iterator[tuple[Finding, int]]:
    """Of many findings of one kind the first, and how many more there are."""
    kinds: defaultdict[object, list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[(finding.kind, finding.notice) if finding.kind else finding].append(finding)
    for those in kinds.values():
        if len(those) <= _FEW:
            yield from ((each, 0) for each in those)
        else:
            yield those[0], len(those) - 1


def heading(database: str, style: Any) -> Iterator[str]:
    """Two lines above what is said of a database."""
    text = f"Schemas in {database}"
    yield style.MIGRATE_HEADING(text)
    yield style.MIGRATE_HEADING("-" * len(text))


# Private
# -------

_FEW: Final = 2
# https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
_WHO: Final = {
    "SHARE ROW EXCLUSIVE": "for which writers",
    "ACCESS EXCLUSIVE": "for which readers and writers",
}
# The first that fits says what a change is about.
_NOUNS: Final = tuple(
    (re.compile(pattern), noun)
    for pattern, noun in (
        (r"create (login )?roles? (?P<list>.+)|(alter|drop login) role ", "roles"),
        (r"(create|change owner of) schema ", "schemas"),
        (r"change owner of ", "owners"),
        (r"(grant|revoke) roles? ", "memberships"),
        (r"(grant|revoke) .* on new ", "default grants"),
        (r"(grant|revoke) ", "grants"),
        (r"(re)?set ", "settings"),
        (r"look up every key ", "look-ups"),
        (r".*\btrigger ", "triggers"),
        (r".*\bfunction ", "functions"),
        (r".*\bextension ", "extensions"),
        (r".*\btable ", "tables"),
    )
)


def _noun(change: Change) -> tuple[str, int]:
    for pattern, noun in _NOUNS:
        if found := pattern.match(change.text):
            several = found.groupdict().get("list")
            return noun, several.count(",") + 1 if several else 1
    return "others", 1
