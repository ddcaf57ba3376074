"""Alone: the checks of keys to a login that may act as the owner of one schema and as nobody else.

A check has two sides. Who may act on one of them changes none: what would is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from appschemas.backend.session.current_role import acts_alone
from appschemas.contract.contract import Contract
from appschemas.exceptions import MigrationOrderError
from appschemas.integrity.references import KeyConstraint
from appschemas.replay.keys.changes import Table
from appschemas.replay.keys.checks import KeyChecks


class ChecksLeftAlone(KeyChecks):
    """Those of a database, each of which must be after a migration what it was before."""

    def make_all(self, apps: Any, located: Contract) -> None:
        """Take them as they should be; `schema_verify` says whether they are."""
        self._references = self._references_of(apps, located)
        self.there = self._desired()

    def look_up(self) -> None:
        """Nothing: none is made."""

    # Private
    # -------

    def _drop(self, checks: Iterable[KeyConstraint]) -> None:
        _refuse(checks)

    def _make(self, checks: Iterable[KeyConstraint]) -> None:
        _refuse(checks)

    def _refuse_held(self, gone: set[Table], dropped: set[Table]) -> None:
        """Their checks would go, which is refused."""


def _refuse(checks: Iterable[KeyConstraint]) -> None:
    if changed := [str(each) for check in sorted(checks) for each in check.references]:
        raise MigrationOrderError(
            f"What holds {', '.join(changed)} would be made or taken away, and this login acts in "
            f"schema {acts_alone()!r} alone. Let the migrator of all schemas run this migration: "
            "its login in MIGRATOR_DATABASE_URL, and manage.py migrate. Nothing was changed."
        )
