"""Migration operations that Django has no word for."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState


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


class AttachPartition(Operation):
    """Make a table a partition of a model's, and look up the keys that it brings.

    No trigger fires on ATTACH. Within one transaction the tables that its keys are of are locked
    against writers, the table is attached, and every key is looked up, as a foreign key does it
    (https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-ATTACH-PARTITION).

    Args:
        name: The name of the model whose table is partitioned.
        partition: The table that becomes a partition of it, in the same schema.
        bounds: As SQL: `FOR VALUES ...`, or `DEFAULT`.

    Raises:
        IntegrityError: one of its rows holds a key that no row has; it is not attached.
    """

    def __init__(self, name: str, partition: str, bounds: str) -> None:
        self.name = name
        self.partition = partition
        self.bounds = bounds

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        words = {"name": self.name, "partition": self.partition, "bounds": self.bounds}
        return type(self).__name__, [], words

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Nothing: Django knows no partitions."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        model = to_state.apps.get_model(app_label, self.name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            schema_editor.attach_partition(model, self.partition, self.bounds)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        model = to_state.apps.get_model(app_label, self.name)
        if self.allow_migrate_model(schema_editor.connection.alias, model):
            schema_editor.detach_partition(model, self.partition)

    def references_model(self, name: str, app_label: str) -> bool:
        return name.lower() == self.name.lower()

    def describe(self) -> str:
        return f"Attach partition {self.partition} to model {self.name}"


class ModelFromManyToMany(Operation):
    """Make a model of the table between of a many-to-many field; the table and its rows stay.

    `makemigrations` would remove the field with its table, and create the model with an empty one.

    Args:
        model_name: The model that has the field.
        name: The field's name.
        through: The name of the model, which has `db_table` set to the table, the foreign key and
            the key as fields, and both in `unique_together`.
        key: What holds the far side from now on, as in the model: an `IdentityKey`.
    """

    def __init__(self, model_name: str, name: str, through: str, key: models.Field) -> None:
        self.model_name = model_name
        self.name = name
        self.through = through
        self.key = key

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        names = {"model_name": self.model_name, "name": self.name, "through": self.through}
        return type(self).__name__, [], {**names, "key": self.key}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        field = self._field(app_label, state)
        between, far = field.remote_field.through, field.m2m_reverse_field_name()
        near = models.ForeignKey(f"{app_label}.{self.model_name.lower()}", models.CASCADE)
        fields: dict[str, Any] = {
            each.name: near if each.name == field.m2m_field_name() else each.clone()
            for each in between._meta.local_fields
        }
        options = {
            "db_table": between._meta.db_table,
            "unique_together": {tuple(names) for names in between._meta.unique_together},
        }
        state.remove_field(app_label, self.model_name.lower(), self.name)
        state.add_model(
            ModelState(
                app_label, self.through, [*{**fields, far: self.key.clone()}.items()], options
            )
        )

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._alter(app_label, schema_editor, from_state, to_state, back=False)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._alter(app_label, schema_editor, to_state, from_state, back=True)

    def references_model(self, name: str, app_label: str) -> bool:
        return name.lower() in (self.model_name.lower(), self.through.lower())

    def describe(self) -> str:
        return f"Make model {self.through} of the table of {self.model_name}.{self.name}"

    def _field(self, app_label: str, state: ProjectState) -> Any:
        return state.apps.get_model(app_label, self.model_name)._meta.get_field(self.name)

    def _alter(
        self, app_label: str, editor: Any, with_field: Any, with_model: Any, *, back: bool
    ) -> None:
        field = self._field(app_label, with_field)
        between = field.remote_field.through
        model = with_model.apps.get_model(app_label, self.through)
        if not self.allow_migrate_model(editor.connection.alias, model):
            return
        far = field.m2m_reverse_field_name()
        ends = [(between, between._meta.get_field(far)), (model, model._meta.get_field(far))]
        (old_model, old), (_, new) = reversed(ends) if back else ends
        editor.alter_field(old_model, old, new)
