"""Reach: migrations whose SQL names tables of other schemas."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from textwrap import dedent
from typing import Any, Final

from django.apps import apps
from django.db import migrations
from django.db.backends.utils import strip_quotes

from appschemas.contract.contract import Contract
from appschemas.integrity.discovery import table_of
from appschemas.integrity.migration_files import migrations_on_disk, operations_of, text_of

Strangers = dict[str, str]


def reaching_migrations(contract: Contract) -> dict[str, Strangers]:
    """The migrations `app.name` that name tables of other schemas, and whose these are.

    A model that `RunPython` gets of its `apps` is read and written in its own schema, and needs no
    reach; so only SQL counts, which stands in RunSQL or in the strings of a RunPython's code.

    Args:
        contract: Says which app's tables lie in which schema.
    """
    owners = _apps_by_table()
    found = {}
    for (app, name), migration in sorted(migrations_on_disk().items()):
        home = contract.schema_of_app(app)
        named = {
            table: schema.name
            for operation in operations_of(migration)
            for table in _words(operation) & owners.keys()
            if home is not None
            and not any(contract.schema_of_app(each) == home for each in owners[table])
            and (schema := _schema(owners[table], contract)) is not None
        }
        if named:
            found[f"{app}.{name}"] = dict(sorted(named.items()))
    return found


# Private
# -------

_WORD: Final = re.compile(r"\w+")
_SQL: Final = re.compile(
    r"\b(select|insert|update|delete|merge|alter|create|drop|truncate|refresh|copy|lock|grant)\b",
    re.IGNORECASE,
)


def _schema(labels: set[str], contract: Contract) -> Any:
    return next(filter(None, map(contract.schema_of_app, sorted(labels))), None)


def _words(operation: Any) -> frozenset[str]:
    """The words of the SQL that an operation runs."""
    if isinstance(operation, migrations.RunPython):
        texts = [text for text in _strings(text_of(operation)) if _SQL.search(text)]
    else:
        texts = [text_of(operation)]
    return frozenset(word for text in texts for word in _WORD.findall(text))


@cache
def _strings(source: str) -> tuple[str, ...]:
    try:
        tree = ast.parse(dedent(source))
    except SyntaxError:
        return (source,)
    return tuple(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _apps_by_table() -> Mapping[str, set[str]]:
    """Which apps have, or once had, a table of each name."""
    found: dict[str, set[str]] = {}
    for (app, _), migration in migrations_on_disk().items():
        for table in _tables(app, migration):
            found.setdefault(table, set()).add(app)
    for model in apps.get_models(include_auto_created=True):
        found.setdefault(table_of(model), set()).add(model._meta.app_label)
    return found


def _tables(app: str, migration: Any) -> Iterator[str]:
    waiting = list(migration.operations)
    while waiting:
        operation = waiting.pop()
        waiting += getattr(operation, "state_operations", ())
        waiting += getattr(operation, "database_operations", ())
        if isinstance(operation, migrations.CreateModel):
            yield (
                strip_quotes(operation.options.get("db_table", ""))
                or f"{app}_{operation.name}".lower()
            )
        elif isinstance(operation, migrations.RenameModel):
            yield f"{app}_{operation.new_name}".lower()
        elif isinstance(operation, migrations.AlterModelTable) and operation.table:
            yield strip_quotes(operation.table)
