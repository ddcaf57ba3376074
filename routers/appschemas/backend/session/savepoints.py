"""Savepoints: the aliases of one session that begin a test together need one, and not one each.

Django opens a block per alias for every TestCase and every test. Between them no statement runs, so
their savepoints are one point, and going back to it once is going back for all of them.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base as postgresql


class Points:
    """The savepoints of a session and where the session stands.

    `at` is the savepoint since which no statement has run, `checked` whether none has since the
    constraints were checked.
    """

    def __init__(self) -> None:
        self.held: list[tuple[str, str]] = []
        self.shared: set[str] = set()
        self.at: str | None = None
        self.made_by: str | None = None
        self.checked = False

    def moved(self) -> None:
        """A statement is about to run."""
        self.at, self.checked = None, False

    def ended(self) -> None:
        """The transaction is over."""
        self.held.clear()
        self.shared.clear()
        self.moved()

    def real(self, sid: str) -> str:
        """The savepoint in the database that `sid` stands for."""
        return next((real for held, real in reversed(self.held) if held == sid), sid)

    def leave(self, sid: str, *, inclusive: bool) -> None:
        """Forget what was made after `sid`, and that itself with `inclusive`."""
        names = [held for held, _ in self.held]
        if sid in names:
            del self.held[names.index(sid) + (not inclusive) :]


class SharedSavepoints(postgresql.DatabaseWrapper):
    """What a wrapper of several schemas' session does at the edges of a test."""

    session: Any

    def check_constraints(self, table_names: Any = None) -> None:
        points = self.session.points
        if self._in_test() and points.checked:
            return
        super().check_constraints(table_names)
        points.checked = True

    def is_usable(self) -> bool:
        if self._in_test() and self.session.points.checked and self.connection is not None:
            return True
        return bool(super().is_usable())

    def _savepoint(self, sid: str) -> None:
        points = self.session.points
        if points.at is not None and points.made_by != self.alias and self._in_test():
            points.held.append((sid, points.at))
            points.shared.add(points.at)
            points.made_by = self.alias
            return
        super()._savepoint(sid)
        points.held.append((sid, sid))
        points.at, points.made_by = sid, self.alias

    def _savepoint_rollback(self, sid: str) -> None:
        points = self.session.points
        real = points.real(sid)
        points.leave(sid, inclusive=False)
        # One that nobody shares is always gone back to: what ran past Django's cursors counts too.
        if points.at != real or real not in points.shared:
            super()._savepoint_rollback(real)
            points.at = real

    def _savepoint_commit(self, sid: str) -> None:
        points = self.session.points
        real = points.real(sid)
        points.leave(sid, inclusive=True)
        if all(held != real for _, held in points.held):
            super()._savepoint_commit(real)

    def _in_test(self) -> bool:
        """Whether the innermost block is one that Django opened for a test."""
        return bool(self.atomic_blocks) and self.atomic_blocks[-1]._from_testcase
