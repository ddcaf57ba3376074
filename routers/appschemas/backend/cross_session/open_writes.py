"""Open writes: what a session's open transaction has done that another session could run into."""

from __future__ import annotations

from typing import Any

from appschemas.contract.schema import Schema


class OpenWrite:
    """A statement: of which schema, where in the project's code, in which open block."""

    def __init__(self, schema: Schema, call_site: str, block: object, savepoints: tuple[Any, ...]):
        self.schema = schema
        self.call_site = call_site
        self.block = block
        self.savepoints = savepoints
        self.undone = False


class OpenWrites:
    """What a session's open transaction holds, and what was written elsewhere meanwhile."""

    def __init__(self) -> None:
        self.writes: list[OpenWrite] = []
        self.locks: list[OpenWrite] = []
        self.elsewhere: tuple[object, OpenWrite] | None = None

    def add(self, open_write: OpenWrite, *, locks: bool) -> None:
        """Keep it, unless an earlier one says the same."""
        open_writes = self.locks if locks else self.writes
        if not any(
            each.schema == open_write.schema and each.block == open_write.block and not each.undone
            for each in open_writes
        ):
            open_writes.append(open_write)

    def undo(self, savepoint: str | None = None) -> None:
        """Forget what a rollback undoes; without a savepoint everything."""
        for open_write in (*self.writes, *self.locks):
            if savepoint is None or savepoint in open_write.savepoints:
                open_write.undone = True
