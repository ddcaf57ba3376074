"""History: what migrations say past the models, in SQL and in Python."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.contrib.postgres.operations import CreateExtension
from django.db import migrations

from appschemas.drafting import disk
from appschemas.drafting.relations import Kind, Relation


def extensions() -> tuple[str, ...]:
    """The extensions that migrations create, by an operation or by SQL, sorted."""
    return tuple(sorted({name for _, name in extensions_by_migration()}))


def extensions_by_migration() -> Iterator[tuple[str, str]]:
    """Each extension that a migration creates, after the migration as `app.0001_name`."""
    for (app, name), migration in sorted(disk.migrations().items()):
        for operation in disk.operations_of(migration):
            if isinstance(operation, CreateExtension):
                yield f"{app}.{name}", operation.name
            else:
                for found in _CREATE_EXTENSION.findall(_text(operation)):
                    yield f"{app}.{name}", found.lower()


def relations_in_sql() -> Iterator[Relation]:
    """What SQL and Python of migrations name of the tables and models of other apps."""
    tables = _apps_by_table()
    for (app, name), migration in sorted(disk.migrations().items()):
        found: dict[str, str] = {}
        for operation in disk.operations_of(migration):
            text = _text(operation)
            found |= {word: tables[word] for word in _WORD.findall(text) if word in tables}
            found |= {f"{label}.{model}": label for label, model in _GET_MODEL.findall(text)}
        for what, target in found.items():
            if target != app:
                yield Relation(Kind.RAW_SQL, f"{app}.{name}", app, target, what)


# Private
# -------

_WORD: Final = re.compile(r"\w+")
_GET_MODEL: Final = re.compile(r"""get_model\(\s*["'](\w+)["'.]\s*,?\s*["']?(\w+)""")
_CREATE_EXTENSION: Final = re.compile(
    r'create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([a-z][\w-]*)', re.IGNORECASE
)


def _apps_by_table() -> Mapping[str, str]:
    return {
        model._meta.db_table: model._meta.app_label
        for model in apps.get_models(include_auto_created=True)
    }


def _text(operation: Any) -> str:
    """The SQL of a RunSQL, the source of a RunPython; nothing of other operations."""
    if isinstance(operation, migrations.RunSQL):
        return "\n".join(_statements(operation.sql))
    return _source(operation.code) if isinstance(operation, migrations.RunPython) else ""


def _statements(sql: Any) -> Iterator[str]:
    for each in [sql] if isinstance(sql, str) else sql or ():
        yield str(each[0] if isinstance(each, list | tuple) else each)


@cache
def _source(code: Any) -> str:
    try:
        return inspect.getsource(code)
    except (OSError, TypeError):
        return ""
