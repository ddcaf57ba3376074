"""Migration operations that Django has no word for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class AlterModelBases(Operation):
    """Give a model other bases, in the state only: multi-table inheritance is given up.

    The table keeps its columns. Follow it with an `AlterField` that turns the parent link into
    an `IdentityKey(primary_key=True)`.

    Args:
        name: The model's name.
        bases: Its new bases, as in `CreateModel`: classes, or labels `"app.model"`.
    """

    def __init__(self, name: str, bases: tuple[type | str, ...]) -> None:
        self.name = name
        self.bases = bases

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"name": self.name, "bases": self.bases}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.models[app_label, self.name.lower()].bases = self.bases or (models.Model,)
        state.reload_model(app_label, self.name.lower(), delay=False)

    def database_forwards(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: bases are no part of a table."""

    def database_backwards(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: bases are no part of a table."""

    def references_model(self, name: str, app_label: str) -> bool:
        return True  # The bases may be any model.

    def describe(self) -> str:
        return f"Alter bases of model {self.name}"
