"""Marks: what a session's open transaction has done that another session could run into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from appschemas.contract import Schema


class Mark:
    """A statement: of which schema, where in the project's code, in which open block."""

    def __init__(self, schema: Schema, place: str, block: object, savepoints: tuple[Any, ...]):
        self.schema = schema
        self.place = place
        self.block = block
        self.savepoints = savepoints
        self.undone = False


class Marks:
    """What a session's open transaction holds, and what was written elsewhere meanwhile."""

    def __init__(self) -> None:
        self.writes: list[Mark] = []
        self.locks: list[Mark] = []
        self.elsewhere: tuple[object, Mark] | None = None

    def add(self, mark: Mark, *, locks: bool) -> None:
        """Keep it, unless an earlier one says the same."""
        marks = self.locks if locks else self.writes
        if not any(
            each.schema == mark.schema and each.block == mark.block and not each.undone
            for each in marks
        ):
            marks.append(mark)

    def undo(self, savepoint: str | None = None) -> None:
        """Forget what a rollback undoes; without a savepoint everything."""
        for mark in (*self.writes, *self.locks):
            if savepoint is None or savepoint in mark.savepoints:
                mark.undone = True
