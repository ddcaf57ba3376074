"""The screen of a split: every schema and its steps, what is in the way, and what to type next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from appschemas.database.plan.changes import Finding, listed
from appschemas.database.split.status import SchemaStatus, SplitStatus
from appschemas.management.summary import heading
from appschemas.management.terminal import printable


def screen_lines(database: str, status: SplitStatus, style: Any, *, every: bool) -> Iterator[str]:
    """A heading, a line for each schema, what stays and what is in the way, the next command.

    Args:
        database: What to call the database.
        status: Where it stands.
        style: The command's style.
        every: Name each thing that stays, and not how many there are.
    """
    came_from = f", split from {status.source}" if status.source else ""
    yield from heading(f"{database}{came_from}", style)
    yield from _table(status.schemas)
    if status.left and every:
        yield f"Stays in {status.source}:"
        for each in status.left:
            yield f"  {printable(each.called)}: {printable(each.reason)}"
    elif status.left:
        count = len(status.left)
        yield f"{count} things stay in {status.source}: manage.py schema_split names them"
    for name in status.uncovered:
        yield f"Foreign key {printable(name)} will cross, and no installed model has it: it stays."
    for finding in (*status.stops, *status.notices):
        yield from _finding(finding, style)
    if status.sessions:
        yield f"Sessions with their old path: {printable(listed(map(str, status.sessions)))}"
    if status.compat_views:
        yield f"{status.compat_views} views stand in the place of tables."
    yield f"Next: {status.next}"


def screen_json(database: str, status: SplitStatus) -> str:
    """The same for machines."""
    values = asdict(status) | {"database": database, "next": status.next}
    return json.dumps(values | {"is_split": status.is_split}, indent=2)


# Private
# -------

_TITLES: Final = ("schema", "prepared", "tables", "size", "record", "keys", "wall", "")


def _table(schemas: tuple[SchemaStatus, ...]) -> Iterator[str]:
    rows = [_TITLES, *(_row(each) for each in schemas)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_TITLES))]
    for row in rows:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield line.rstrip()


def _row(each: SchemaStatus) -> tuple[str, ...]:
    others = f", {each.others} others to come" if each.others else ""
    return (
        each.name,
        "yes" if each.prepared else "no",
        f"{each.moved} of {each.tables}{others}",
        _size(each.bytes),
        "yes" if each.history else "no",
        f"{each.checked} of {each.keys}" if each.keys else "none cross",
        "stands" if each.walled else "open",
        "split" if each.is_split else "",
    )


def _size(count: int) -> str:
    size = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1024:
            return f"{size:.0f} {unit}"
        size /= 1024
    return f"{size:.1f} TB"


def _finding(finding: Finding, style: Any) -> Iterator[str]:
    paint = style.NOTICE if finding.notice else style.ERROR
    yield paint(printable(str(finding)))
    yield f"    {printable(finding.hint)}"
