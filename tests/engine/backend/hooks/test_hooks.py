"""A name of private API that is not as the engine needs it stops the process when it starts."""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from appschemas.auditing import sqlglot_hooks
from appschemas.backend.hooks import django_hooks
from appschemas.backend.hooks.hook import Hook, parameters
from appschemas.backend.session import psycopg_generators, psycopg_hooks
from appschemas.patches import django_hooks as patches_hooks
from appschemas.testing import pytest_hooks

ROOT = Path(__file__).parents[4]
TABLES = {
    "psycopg": psycopg_hooks.HOOKS,
    "generators": psycopg_generators.HOOKS,
    "wrapper": django_hooks.HOOKS,
    "patches": patches_hooks.HOOKS,
    "tests": patches_hooks.TEST_HOOKS,
    "pytest": pytest_hooks.HOOKS,
    "sqlglot": sqlglot_hooks.HOOKS,
}
HOOKS = [hook for table in TABLES.values() for hook in table]
# By one of these that is not there a statement would run in the wrong schema, without a word.
SILENT = [
    *psycopg_hooks.HOOKS,
    *psycopg_generators.HOOKS,
    *(hook for hook in django_hooks.HOOKS if hook.name in django_hooks.SHARED_ATTRIBUTES),
]
# What is needed where tests run is asked there.
FIRST = [table[0] for name, table in TABLES.items() if name != "tests"]
BEGINNINGS = [*SILENT, *(hook for hook in FIRST if hook not in SILENT)]
RENAMED = [hook for hook in HOOKS if not hook.name.startswith("__") and hook not in BEGINNINGS]
TAKING = [hook for hook in HOOKS if hook.takes is not None]
CALLED = [(hook, caller) for hook in HOOKS for caller in hook.called_by]

Broken = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def starting() -> Iterator[Broken]:
    """Break a name in a process of its own, and start: the status, and what was printed."""
    yield from breaking("start")


@pytest.fixture(scope="module")
def asking() -> Iterator[Broken]:
    """Break a name in a process of its own, and ask what is asked at its start."""
    yield from breaking("ask")


def breaking(then: str) -> Iterator[Broken]:
    paths = [".", "routers", "schemas", "tests/engine/tiny"]
    python_path = os.pathsep.join(str(ROOT / path) for path in paths)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.tools.breaking", then],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": python_path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        ends = process.stdin, process.stdout
        assert None not in ends

        def broken(*what: str) -> tuple[int, str]:
            print(json.dumps(what), file=ends[0], flush=True)
            status, output = json.loads(ends[1].readline())
            return status, output

        yield broken
        ends[0].close()


def assert_stopped(result: tuple[int, str], hook: Hook, problem: str) -> None:
    """By one line, that names the library, its version and the name."""
    status, output = result
    [line] = filter(None, output.splitlines())
    assert status != 0
    assert re.match(r"(ERROR: )?appschemas cannot work with \w+ \d+\.\d+", line)
    assert f"it builds on {hook}, and {problem}" in line


def gone(hook: Hook) -> str:
    return f"{hook.set_by}() does not set it" if hook.set_by else "it is gone"


def test_a_process_starts_where_what_is_renamed_is_not_needed(starting: Broken) -> None:
    assert starting("rename", "psycopg:Cursor", "fetchone") == (0, "started\n")


def test_nothing_is_missing(asking: Broken) -> None:
    assert asking("rename", "psycopg:Cursor", "fetchone") == (0, "started\n")


@pytest.mark.parametrize("hook", BEGINNINGS, ids=str)
def test_a_process_does_not_start_where_a_name_is_gone(starting: Broken, hook: Hook) -> None:
    assert_stopped(starting("rename", hook.owner, hook.name), hook, gone(hook))


@pytest.mark.parametrize("hook", RENAMED, ids=str)
def test_a_name_that_is_gone_is_missed(asking: Broken, hook: Hook) -> None:
    assert_stopped(asking("rename", hook.owner, hook.name), hook, gone(hook))


@pytest.mark.parametrize("hook", TAKING, ids=str)
def test_a_function_that_takes_something_else_will_not_do(asking: Broken, hook: Hook) -> None:
    assert_stopped(asking("take_another", hook.owner, hook.name), hook, "it takes (")


@pytest.mark.parametrize(("hook", "caller"), CALLED, ids=str)
def test_a_function_that_nobody_calls_will_not_do(asking: Broken, hook: Hook, caller: str) -> None:
    result = asking("call_no_more", hook.owner, hook.name, caller)

    assert_stopped(result, hook, f"{caller}() does not call it")


def test_the_remedy_is_what_the_package_says_it_needs(asking: Broken) -> None:
    _, output = asking("rename", "psycopg:ServerCursor", "_start_query")

    assert re.search(r'it is gone\. Install "psycopg[<>=][^"]+"\.$', output)


def test_a_command_is_stopped_by_the_line_alone() -> None:
    program = textwrap.dedent(
        """
        import sys
        import psycopg.cursor
        from tests.tools.breaking import rename
        rename("psycopg:ServerCursor", "_start_query")
        from django.core.management import execute_from_command_line
        execute_from_command_line(["manage.py", "migrate"])
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([".", "routers", "tests/engine/tiny"]),
            "DJANGO_SETTINGS_MODULE": "engine_settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert_stopped((1, done.stderr), Hook("psycopg:ServerCursor", "_start_query"), "it is gone")


def test_each_name_is_listed_once() -> None:
    names = [str(hook) for hook in HOOKS]

    assert sorted(set(names)) == sorted(names)


def test_every_attribute_of_djangos_wrapper_is_the_sessions_or_the_aliass() -> None:
    """One that a new Django brings has to be put into one of the two lists."""
    classes = [each for each in DatabaseWrapper.__mro__ if each.__module__.startswith("django.")]
    settings = connections["default"].settings_dict
    found = {
        *vars(DatabaseWrapper(settings, "default")),
        *(name for each in classes for name in set_on_self(each)),
        *(name for each in classes for name in computed_once(each)),
    }

    assert found == {*django_hooks.SHARED_ATTRIBUTES, *django_hooks.ALIAS_ATTRIBUTES}


def test_what_is_shared_is_read_by_every_alias_of_the_session() -> None:
    people, papers = connections["people"], connections["papers"]
    people.rollback_exc = ValueError("of the session")
    try:
        assert papers.rollback_exc is people.rollback_exc
    finally:
        people.rollback_exc = None


@pytest.mark.parametrize(
    ("function", "shown"),
    [
        (lambda: 0, ""),
        (lambda one, two=2, /, three=3: 0, "one, two, three"),
        (lambda one, *, two, three=3: 0, "one, *, two, three"),
        (lambda *args, one, **kwargs: 0, "*args, one, **kwargs"),
        (lambda one, **kwargs: 0, "one, **kwargs"),
        (len, ""),
    ],
)
def test_parameters_are_shown_as_they_are_written(function: Callable[..., int], shown: str) -> None:
    assert parameters(function) == shown


def set_on_self(kind: type) -> set[str]:
    """The attributes that the methods of a class set."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }


def computed_once(kind: type) -> set[str]:
    """Its cached properties, which are set where they are first read."""
    return {name for name, value in vars(kind).items() if type(value).__name__ == "cached_property"}
