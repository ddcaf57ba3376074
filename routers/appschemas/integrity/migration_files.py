"""Migration files: what migrations say, as they stand on disk; no graph is built."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cache
from textwrap import dedent
from typing import Any, Final

from django.contrib.postgres.operations import CreateExtension
from django.db import migrations
from django.db.migrations.loader import MigrationLoader


@cache
def migrations_on_disk() -> dict[tuple[str, str], migrations.Migration]:
    """Every migration of the installed apps, by app label and name."""
    loader: Any = MigrationLoader(None, load=False)
    loader.load_disk()
    found: dict[tuple[str, str], migrations.Migration] = loader.disk_migrations
    return found


def apps_with_migrations() -> frozenset[str]:
    """The labels of the apps that have one."""
    return frozenset(label for label, _ in migrations_on_disk())


def operations_of(migration: migrations.Migration) -> Iterator[Any]:
    """Its operations on the database, those inside of SeparateDatabaseAndState included."""
    waiting = list(migration.operations)
    while waiting:
        operation: Any = waiting.pop(0)
        if hasattr(operation, "database_operations"):
            waiting[:0] = operation.database_operations
        else:
            yield operation


def text_of(operation: Any) -> str:
    """The SQL of a RunSQL, the source of a RunPython; nothing of other operations.

    To the source belong the functions and the strings of the migration's module that it uses.
    """
    if isinstance(operation, migrations.RunSQL):
        return "\n".join(_statements(operation.sql))
    return _source(operation.code) if isinstance(operation, migrations.RunPython) else ""


def created_extensions() -> Iterator[tuple[str, str]]:
    """Each extension that a migration creates, after the migration as `app.0001_name`."""
    for (app, name), migration in sorted(migrations_on_disk().items()):
        for operation in operations_of(migration):
            if isinstance(operation, CreateExtension):
                yield f"{app}.{name}", operation.name
            else:
                for found in _CREATE_EXTENSION.findall(text_of(operation)):
                    yield f"{app}.{name}", found.lower()


# Private
# -------

_CREATE_EXTENSION: Final = re.compile(
    r'create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([a-z][\w-]*)', re.IGNORECASE
)


def _statements(sql: Any) -> Iterator[str]:
    for each in [sql] if isinstance(sql, str) else sql or ():
        yield str(each[0] if isinstance(each, list | tuple) else each)


@cache
def _source(code: Any) -> str:
    code = getattr(code, "func", code)
    module = getattr(code, "__module__", None)
    texts, waiting, seen = [], [code], {code}
    while waiting:
        function = waiting.pop(0)
        try:
            texts.append(dedent(inspect.getsource(function)))
        except (OSError, TypeError):
            continue
        for used in _used(function):
            if isinstance(used, str):
                texts.append(repr(used))
            elif used not in seen and inspect.isfunction(used) and used.__module__ == module:
                seen.add(used)
                waiting.append(used)
    return "\n".join(texts)


def _used(function: Any) -> Iterator[Any]:
    """The functions and strings of its module that a function names."""
    codes = [function.__code__] if inspect.isfunction(function) else []
    while codes:
        code = codes.pop()
        codes += [each for each in code.co_consts if inspect.iscode(each)]
        for name in code.co_names:
            value = function.__globals__.get(name)
            if inspect.isfunction(value) or (isinstance(value, str) and name[:2] != "__"):
                yield value
