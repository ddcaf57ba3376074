"""A bench: operations are applied in a test's transaction, and held against the models."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connections
from django.db.migrations.state import ProjectState

from tests.tools.catalog import crossing, found, wanted


class Bench:
    """A state of all apps to which operations of one app are applied, in the test's transaction."""

    def __init__(self, app_label: str) -> None:
        self.app_label = app_label
        self.state = ProjectState.from_apps(apps)

    def apply(self, *operations: Any) -> None:
        """Apply them, and hold what is in the database against what the models then need."""
        for operation in operations:
            before = self.state
            self.state = before.clone()
            operation.state_forwards(self.app_label, self.state)
            with connections[self.app_label].schema_editor() as editor:
                operation.database_forwards(self.app_label, editor, before, self.state)
            assert self.is_right()

    def undo(self, operation: Any, before: ProjectState) -> None:
        """Take the last operation back."""
        with connections[self.app_label].schema_editor() as editor:
            operation.database_backwards(self.app_label, editor, self.state, before)
        self.state = before
        assert self.is_right()

    def is_right(self) -> bool:
        """Whether the checks are exactly those that the state needs."""
        assert found() == wanted(self.state.apps)
        return crossing() == 0
