"""Printing: a plan as a person reads it, and as a machine does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from appschemas.database.plan.changes import Action, Change, Finding, Plan
from appschemas.database.plan.deviation_kinds import KINDS
from appschemas.exceptions import DOCUMENTATION
from appschemas.management.summary import grouped, heading, summary_of
from appschemas.management.terminal import fitted, printable

SCREEN: Final = 40


def plan_lines(
    database: str,
    plan: Plan,
    style: Any,
    *,
    done: bool = False,
    every: bool = True,
    width: int | None = None,
) -> Iterator[str]:
    """A heading, a line for each schema that ends in its verdict, and under it what is wrong.

    Args:
        database: What to call the database.
        plan: Its plan.
        style: The command's style.
        done: The changes have been made.
        every: Print every line, and not a summary where they are more than fit a screen.
        width: Of the terminal, which no line but a hint exceeds: what is typed is one line.
    """
    lines = [*heading(database, style), *_every_line(plan, style, width, done=done)]
    if every or len(lines) <= SCREEN:
        yield from lines
    else:
        yield from heading(database, style)
        yield from _summary(plan, style, width, done=done)


def _every_line(plan: Plan, style: Any, width: int | None, *, done: bool) -> Iterator[str]:
    sections = _sections(plan)
    longest = max(map(len, (_name(section) for section in sections)))
    for section, (changes, findings) in sections.items():
        wrong = [finding for finding in findings if not finding.notice]
        if changes or findings or section:
            verdict = _verdict(changes, wrong, len(findings) - len(wrong), done=done)
            paint = style.WARNING if changes or wrong else style.SUCCESS
            yield f"{_name(section).ljust(longest)}  {paint(verdict)}"
        for change in changes:
            yield from _signed(str(change), _paint(change.action, style), width)
        for finding in findings:
            paint = style.NOTICE if finding.notice else style.ERROR
            yield from _signed(str(finding), paint, width)
            yield f"      {printable(finding.hint)}"


def _summary(plan: Plan, style: Any, width: int | None, *, done: bool) -> Iterator[str]:
    """A line for each schema, each change that takes or alters while these are few, findings."""
    sections = _sections(plan)
    longest = max(map(len, (_name(section) for section in sections)))
    for section, (changes, findings) in sections.items():
        wrong = [finding for finding in findings if not finding.notice]
        if changes or findings or section:
            notices = len(findings) - len(wrong)
            verdict = _verdict([], wrong, notices, done=done) if findings or not changes else ""
            if changes:
                verdict = verdict.removeprefix("in step, ")
            said = ", ".join(filter(None, (summary_of(changes), verdict)))
            paint = style.WARNING if changes or wrong else style.SUCCESS
            yield from fitted(f"{_name(section).ljust(longest)}  ", said, paint, width)
    taken = [each for each in plan.changes if each.action is not Action.ADD and not each.looks_up]
    if len(taken) <= _FEW_TAKEN:
        for change in taken:
            yield from _signed(str(change), _paint(change.action, style), width)
    for finding, more in grouped(plan.findings):
        paint = style.NOTICE if finding.notice else style.ERROR
        of_them = f" (and {more} more {finding.kind} like it)" if more else ""
        yield from _signed(f"{finding}{of_them}", paint, width)
        yield f"      {printable(finding.hint)}"
    yield "Every line: --verbosity 2"


def plan_as_json(database: str, plan: Plan, lock_timeout: str = "") -> dict[str, Any]:
    """The same as plain values; with what is locked, and for how long each waits, where asked."""
    locks = [
        {"mode": lock.mode, "table": f"{lock.schema}.{lock.table}", "change": change.text}
        for change in plan.changes
        for lock in change.locks
    ]
    return {
        "database": database,
        "in_step": plan.in_step,
        **({"lock_timeout": lock_timeout, "locks": locks} if lock_timeout else {}),
        "sections": [
            {
                "schema": section or None,
                "changes": [
                    {"action": str(change.action), "text": change.text} for change in changes
                ],
                "findings": [
                    {"text": finding.text, "hint": finding.hint, "notice": finding.notice}
                    for finding in findings
                ],
            }
            for section, (changes, findings) in _sections(plan).items()
        ],
    }


def counted(plans: Iterable[Plan], wrong: str, *, findings: bool) -> str:
    """The closing line: how many schemas are in step and how many are `wrong`."""
    every = [
        (section, bool(changes or (findings and any(not each.notice for each in found))))
        for plan in plans
        for section, (changes, found) in _sections(plan).items()
    ]
    schemas = [is_wrong for section, is_wrong in every if section]
    total = f"{len(schemas)} {'schema' if len(schemas) == 1 else 'schemas'}"
    itself = f"; the database itself {wrong}" if ("", True) in every else ""
    if not any(schemas):
        return f"{total}: all in step{itself}."
    return f"{total}: {len(schemas) - sum(schemas)} in step, {sum(schemas)} {wrong}{itself}."


def pages_of(plans: Iterable[Plan]) -> list[str]:
    """Where the documentation says what was found and what becomes of it: a page for each kind."""
    kinds = {each.kind for plan in plans for each in plan.findings if not each.notice}
    named = [name for name in sorted(KINDS) if name.replace("_", " ") in kinds]
    pages = [f"findings/{name}/" for name in named]
    if len(kinds) > len(named):
        pages.append("reference/findings/")
    return [f"{DOCUMENTATION}/{page}" for page in pages]


def closing_line(plans: list[Plan], *, applied: bool) -> str:
    """What a plan comes to: what changes, and what is left to people."""
    line = counted(plans, "changed" if applied else "to change", findings=False)
    left = sum(not each.notice for plan in plans for each in plan.findings)
    if not any(plan.changes for plan in plans):
        if not left:
            return f"{line} Nothing to change."
        line = f"{line.partition(':')[0]}: nothing to change."
    elif not applied:
        line += " Run again with --apply to change it."
    if left:
        word = "finding is" if left == 1 else "findings are"
        line = line.replace("all in step", "none to change")
        line += f" {left} {word} left to you: applying touches nothing of it."
    return line


# Private
# -------

_DATABASE = "(database)"
_FEW_TAKEN: Final = 8


def _signed(line: str, paint: Callable[[str], str], width: int | None) -> Iterator[str]:
    """A line that begins with its sign; what does not fit goes on under its text."""
    sign, _, text = printable(line).partition(" ")
    first, *rest = fitted(f"  {sign} ", text, str, width)
    yield "  " + paint(first[2:])
    yield from (f"    {paint(each[4:])}" for each in rest)


def _name(section: str) -> str:
    return section or _DATABASE


def _sections(plan: Plan) -> dict[str, tuple[list[Change], list[Finding]]]:
    names = dict.fromkeys(
        (
            *plan.sections,
            *(change.section for change in plan.changes),
            *(finding.section for finding in plan.findings),
        )
    )
    return {
        name: (
            [change for change in plan.changes if change.section == name],
            [finding for finding in plan.findings if finding.section == name],
        )
        for name in names
    }


def _verdict(changes: list[Change], wrong: list[Finding], notices: int, *, done: bool) -> str:
    word = "change" if len(changes) == 1 else "changes"
    parts = [f"{len(changes)} {word}{' made' if done else ''}"] if changes else []
    if wrong:
        parts.append(f"{len(wrong)} {'finding' if len(wrong) == 1 else 'findings'}")
    verdict = ", ".join(parts) or "in step"
    return f"{verdict}, {notices} {'notice' if notices == 1 else 'notices'}" if notices else verdict


def _paint(action: Action, style: Any) -> Callable[[str], str]:
    painter: Callable[[str], str] = {
        Action.ADD: style.SUCCESS,
        Action.REMOVE: style.ERROR,
        Action.ALTER: style.WARNING,
    }[action]
    return painter
