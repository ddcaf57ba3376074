"""Savepoints: the aliases of one session that begin a test together need one, and not one each.

Django opens a block per alias for every TestCase and every test. Between them no statement runs, so
their savepoints are one point, and going back to it once is going back for all of them.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.backends.postgresql import base as postgresql
from psycopg import Error


class Savepoints:
    """The savepoints of a session, as Django names them and as the database does.

    `current` is the one since which no statement has run, made by the alias `made_by`; `checked` is
    whether none has run since the constraints were checked. A statement sets `is_left`, and both
    are void.
    """

    def __init__(self) -> None:
        self.held: list[tuple[str, str]] = []
        self.shared: set[str] = set()
        self.made_by: str | None = None
        self.is_left = True
        self._since: str | None = None

    @property
    def current(self) -> str | None:
        """The savepoint since which no statement has run."""
        return None if self.is_left else self._since

    @property
    def checked(self) -> bool:
        """Whether no statement has run since the constraints were checked."""
        return not self.is_left and self._since is None

    def stay_at(self, sid: str) -> None:
        """No statement has run since this savepoint."""
        self.is_left, self._since = False, sid

    def stay_checked(self) -> None:
        """No statement has run since the constraints were checked, which leaves any savepoint."""
        self.is_left, self._since = False, None

    def leave_current(self) -> None:
        """Before a statement runs: nothing is as it was at the savepoint."""
        self.is_left = True

    def forget(self) -> None:
        """Forget all of them: the transaction is over."""
        self.held.clear()
        self.shared.clear()
        self.leave_current()

    def real(self, sid: str) -> str:
        """The savepoint in the database that `sid` stands for."""
        return next((real for held, real in reversed(self.held) if held == sid), sid)

    def forget_after(self, sid: str, *, inclusive: bool) -> None:
        """Forget what was made after `sid`, and that itself with `inclusive`."""
        names = [held for held, _ in self.held]
        if sid in names:
            del self.held[names.index(sid) + (not inclusive) :]


class SharedSavepoints(postgresql.DatabaseWrapper):
    """What a wrapper of several schemas' session does where a test begins and ends."""

    session: Any
    sending: Any

    def check_constraints(self, table_names: Any = None) -> None:
        savepoints = self.session.savepoints
        if self._in_test() and savepoints.checked:
            return
        self.ensure_connection()
        if self._in_test() and self.connection.prepare_threshold is None:
            # At the end of each test, and so in one string, which cannot be prepared.
            with self.cursor() as cursor:
                cursor.execute(_CHECK)
        else:
            super().check_constraints(table_names)
        savepoints.stay_checked()

    def is_usable(self) -> bool:
        """As Django asks it, and in no schema: whether there is a server says none."""
        if (connection := self.sending) is None:
            return False
        if self._in_test() and self.session.savepoints.checked:
            return True
        try:
            with connection.cursor_factory(connection) as cursor:
                cursor.execute("SELECT 1")
        except Error:
            return False
        return True

    def _savepoint(self, sid: str) -> None:
        savepoints = self.session.savepoints
        if savepoints.current is not None and savepoints.made_by != self.alias and self._in_test():
            savepoints.held.append((sid, savepoints.current))
            savepoints.shared.add(savepoints.current)
            savepoints.made_by = self.alias
            return
        super()._savepoint(sid)
        savepoints.held.append((sid, sid))
        savepoints.stay_at(sid)
        savepoints.made_by = self.alias

    def _savepoint_rollback(self, sid: str) -> None:
        savepoints = self.session.savepoints
        real = savepoints.real(sid)
        savepoints.forget_after(sid, inclusive=False)
        # One that nobody shares is always gone back to: what ran past Django's cursors counts too.
        if savepoints.current != real or real not in savepoints.shared:
            super()._savepoint_rollback(real)
            savepoints.stay_at(real)

    def _savepoint_commit(self, sid: str) -> None:
        savepoints = self.session.savepoints
        real = savepoints.real(sid)
        savepoints.forget_after(sid, inclusive=True)
        if all(held != real for _, held in savepoints.held):
            super()._savepoint_commit(real)

    def _in_test(self) -> bool:
        """Whether the innermost block is one that Django opened for a test."""
        return bool(self.atomic_blocks) and self.atomic_blocks[-1]._from_testcase


# Private
# -------

_CHECK: Final = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"
