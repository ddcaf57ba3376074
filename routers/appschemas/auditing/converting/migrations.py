"""Migrations: what the converted models are in the state, in a file for each app.

They are written as text, so that nothing here needs what only a running project has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter

from appschemas.exceptions import AppSchemasError

NAME: Final = "identity_keys"


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of a migration: the class by its dotted path, and its arguments as values."""

    path: str
    arguments: tuple[tuple[str, Any], ...]
    imports: frozenset[str] = field(default_factory=frozenset)


def alter_field(model: str, name: str, new: Any) -> Operation:
    """Django's `AlterField`: no statement where the column and its check are there."""
    words = (("model_name", model.lower()), ("name", name), ("field", new))
    return Operation("migrations.AlterField", words)


def alter_options(model: str, options: dict[str, Any]) -> Operation:
    """Django's `AlterModelOptions`, which no database hears of."""
    words = (("name", model.lower()), ("options", options))
    return Operation("migrations.AlterModelOptions", words)


def alter_managers(model: str, managers: list[tuple[str, Any]]) -> Operation:
    """Django's `AlterModelManagers`, which no database hears of."""
    words = (("name", model.lower()), ("managers", managers))
    return Operation("migrations.AlterModelManagers", words)


def remove_field(model: str, name: str) -> Operation:
    """Django's `RemoveField`; of a many-to-many field with a model between it is the state's."""
    return Operation("migrations.RemoveField", (("model_name", model.lower()), ("name", name)))


def model_from_many_to_many(model: str, name: str, through: str, key: Any) -> Operation:
    """Our own operation: the table between becomes a model's."""
    words = (("model_name", model), ("name", name), ("through", through), ("key", key))
    return Operation(f"{_OPERATIONS}.ModelFromManyToMany", words, _IMPORT)


def alter_bases(model: str, bases: tuple[Any, ...]) -> Operation:
    """Our own operation: the model has other bases, and its table is as before."""
    words = (("name", model.lower()), ("bases", bases))
    return Operation(f"{_OPERATIONS}.AlterModelBases", words, _IMPORT)


class Histories:
    """The migrations of the project as they stand on disk."""

    def __init__(self) -> None:
        self._loader: Any = MigrationLoader(None)

    def refuse_unwritten(self, fields: Iterable[Any]) -> None:
        """What the models say of these fields must stand in migrations before they are changed.

        Raises:
            AppSchemasError: makemigrations would write it, or an app has two ends to go on from.
        """
        if conflicts := self._loader.detect_conflicts():
            raise AppSchemasError(
                f"The history of {', '.join(sorted(conflicts))} has more than one end: "
                "manage.py makemigrations --merge, then this again."
            )
        labels = {each.model._meta.app_label for each in fields} & self._loader.migrated_apps
        questioner = NonInteractiveMigrationQuestioner(specified_apps=labels, dry_run=True)
        detector: Any = MigrationAutodetector(
            self._loader.project_state(), ProjectState.from_apps(apps), questioner
        )
        changes = detector.changes(graph=self._loader.graph, trim_to_apps=labels or None)
        changed = {
            (label, *names)
            for label, found in changes.items()
            for each in found
            for operation in each.operations
            for names in _fields_of(operation)
        }
        late = {
            each.model._meta.app_label
            for each in fields
            if _named(each) in changed or _named(each)[:2] in changed
        }
        if late:
            raise AppSchemasError(
                f"The models of {', '.join(sorted(late))} say more than their migrations: "
                f"manage.py makemigrations {' '.join(sorted(late))}, then this again."
            )

    def has(self, label: str) -> bool:
        """Whether an app has migrations at all."""
        return label in self._loader.migrated_apps

    def next_of(self, label: str, operations: Sequence[Operation]) -> tuple[Path, str]:
        """The file of the app's next migration, and its text."""
        (leaf,) = self._loader.graph.leaf_nodes(label)
        number = (MigrationAutodetector.parse_number(leaf[1]) or 0) + 1
        name = f"{number:04}_{NAME}"
        while (label, name) in self._loader.disk_migrations:
            name += "_more"
        path = Path(MigrationWriter(Migration(name, label)).path)
        return path, _text(leaf, operations)


# Private
# -------


def _named(field: Any) -> tuple[str, str, str]:
    options = field.model._meta
    return options.app_label, options.model_name, field.name.lower()


def _fields_of(operation: Any) -> Iterator[tuple[str, ...]]:
    """(model, field) of an operation on a field, (model,) of one that makes a model."""
    if isinstance(operation, FieldOperation):
        yield operation.model_name_lower, operation.name_lower
    elif isinstance(operation, CreateModel):
        yield (operation.name_lower,)


def _text(leaf: tuple[str, str], operations: Sequence[Operation]) -> str:
    imports = {"from django.db import migrations"}
    lines: list[str] = []
    for each in operations:
        imports |= each.imports
        lines.append(f"        {each.path}(")
        for name, value in each.arguments:
            text, needed = MigrationWriter.serialize(value)
            imports |= needed
            lines.append(f"            {name}={text},")
        lines.append("        ),")
    if "from django.db import models" in imports:
        imports -= {"from django.db import migrations", "from django.db import models"}
        imports.add("from django.db import migrations, models")
    head = "\n".join(sorted(imports, key=lambda line: (line.split()[0] == "from", line)))
    body = "\n".join(lines)
    return _MIGRATION.format(imports=head, leaf=_quoted(leaf), operations=body)


# Their paths stand in migrations of projects, and never change.
_OPERATIONS: Final = "appschemas.operations"
_IMPORT: Final = frozenset({f"import {_OPERATIONS}"})


def _quoted(leaf: tuple[str, str]) -> str:
    return f'("{leaf[0]}", "{leaf[1]}")'


_MIGRATION: Final = """\
{imports}


class Migration(migrations.Migration):
    # The tables and their rows stay as they are; the database holds the same keys by checks.
    dependencies = [
        {leaf},
    ]

    operations = [
{operations}
    ]
"""
