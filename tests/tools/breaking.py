"""Breaking: what a library's next version may do to a name that the engine builds on.

Run as a program, it forks for each line that it reads: the child breaks one name, and starts as a
process of a project does, or asks what is asked at a start. What it needs is there already, so that
it takes a moment.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
import types
from collections.abc import Iterator
from pkgutil import resolve_name
from typing import Any

OTHER = "renamed_by_a_test"
LIBRARIES = (
    "django.contrib.admin",
    "django.db.backends.postgresql.base",
    "django.db.migrations.executor",
    "django.db.models.deletion",
    "django.test.testcases",
    "dj_database_url",
    "psycopg",
    "pydantic",
    "pytest",
    "sqlglot.expressions",
    "tomlkit",
)
TABLES = (
    "appschemas.backend.session.psycopg_hooks",
    "appschemas.backend.session.psycopg_generators",
    "appschemas.backend.hooks.django_hooks",
    "appschemas.patches.django_hooks",
    "appschemas.testing.pytest_hooks",
    "appschemas.auditing.sqlglot_hooks",
)


def rename(owner: str, name: str) -> None:
    """Give it another name, and let its module use that."""
    found = resolve_name(owner)
    if isinstance(found, dict):
        found[OTHER] = found.pop(name)
        return
    for space in (found, *getattr(found, "__mro__", ())):
        if name in vars(space):
            # Of an Enum, too, which would not let go of a member.
            change = type if isinstance(space, type) else types.ModuleType
            change.__setattr__(space, OTHER, vars(space)[name])
            change.__delattr__(space, name)
    for function in functions(getattr(found, "__module__", owner)):
        _rename_in(function, name)


def take_another(owner: str, name: str) -> None:
    """Give its last parameter another name."""
    function = unwrapped(getattr(resolve_name(owner), name))
    code = function.__code__
    count = code.co_argcount + code.co_kwonlyargcount
    names = list(code.co_varnames)
    names[count - 1] = OTHER
    function.__code__ = code.replace(co_varnames=tuple(names))


def call_no_more(owner: str, name: str, caller: str) -> None:
    """Let a function call something else in its place."""
    found: Any = resolve_name(owner)
    for part in caller.split("."):
        found = getattr(found, part)
    _rename_in(unwrapped(found), name)


def functions(module: str) -> Iterator[types.FunctionType]:
    """The functions of a module, and of its classes."""
    for each in vars(sys.modules[module]).values():
        for found in (each, *(vars(each).values() if isinstance(each, type) else ())):
            if isinstance(function := unwrapped(found), types.FunctionType):
                yield function


def unwrapped(function: Any) -> Any:
    """The function behind its decorators."""
    while "__wrapped__" in getattr(function, "__dict__", ()):
        function = function.__wrapped__
    return getattr(function, "__func__", function)


def _rename_in(function: types.FunctionType, name: str) -> None:
    code = function.__code__
    if name in code.co_names:
        names = (OTHER if each == name else each for each in code.co_names)
        function.__code__ = code.replace(co_names=tuple(names))


def start(library: str) -> None:
    """Start as a process does that uses the library."""
    if library == "_pytest":
        import pytest

        sys.exit(pytest.main(["--collect-only", "-q", os.devnull]))
    import django

    django.setup()
    if library == "sqlglot":
        resolve_name("appschemas.auditing.sql")
    print("started", file=sys.stderr)


def ask(_: str) -> None:
    """Ask what a start asks, where everything is imported already."""
    from appschemas.backend.hooks.hook import MissingHook, require

    for name in TABLES:
        try:
            module = resolve_name(name)
            require((*module.HOOKS, *getattr(module, "TEST_HOOKS", ())))
        except MissingHook as error:
            sys.exit(str(error))
    print("started", file=sys.stderr)


def _status(how: str, what: list[str], then: str) -> int:
    """Break and start; the status of the process, which then need not take itself apart."""
    status = 0
    try:
        globals()[how](*what)
        globals()[then](what[0].partition(".")[0].partition(":")[0])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except BaseException:
        status = 1
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def main(then: str) -> None:
    """Break, start or ask, and report, as often as told."""
    for library in LIBRARIES:
        resolve_name(library)
    os.environ["DJANGO_SETTINGS_MODULE"] = "engine_settings"
    for name in TABLES if then == "ask" else ():
        resolve_name(name)
    # What no child is to copy.
    gc.freeze()
    for line in sys.stdin:
        how, *what = json.loads(line)
        read, write = os.pipe()
        if (child := os.fork()) == 0:
            os.dup2(write, 2)
            os.dup2(write, 1)
            os.close(write)
            os._exit(_status(how, what, then))
        os.close(write)
        with os.fdopen(read) as said:
            output = said.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps([status, output]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
