"""The pytest plugin: options, the mark `schemas`, and what a subset means for a test run.

Works on top of pytest-django, and does nothing where that, or a contract, is not there.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pytest
from django.conf import settings

from appschemas.backend.hooks.hook import MissingHook, require
from appschemas.conf import get_contract
from appschemas.contract.subset import chosen
from appschemas.exceptions import AppSchemasError, LeftOut
from appschemas.testing.paths import TESTS, tests_of
from appschemas.testing.pytest_hooks import HOOKS

MARK: Final = "schemas"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("appschemas", "one PostgreSQL schema per app")
    group.addoption(
        "--schemas",
        metavar="NAMES",
        help="Test these schemas alone (a,b): nothing else is installed, and what they hold keys "
        "of is stood in for. The same as APPSCHEMAS in the environment.",
    )
    group.addoption(
        "--schemas-each",
        action="store_true",
        help="Test every schema alone, one after another or with -n as many at once, and print a "
        "table; exit 1 if one cannot stand alone.",
    )
    group.addoption(
        "--schemas-rebuild",
        action="store_true",
        help="Build the template database anew, even if nothing it is made from has changed.",
    )
    group.addoption("--schemas-result", metavar="PATH", help="Write what was tested, in JSON.")
    parser.addini(
        TESTS,
        type="linelist",
        help="Where the tests of a schema are, with {schema} or {app} for its name; without it, "
        "in the packages of its apps.",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(
    early_config: pytest.Config,
) -> Generator[None, object, object]:
    try:
        require(HOOKS)
    except MissingHook as error:
        raise pytest.UsageError(str(error)) from None
    # Before pytest-django loads the settings.
    options = early_config.known_args_namespace
    if options.schemas is not None:
        os.environ["APPSCHEMAS"] = options.schemas
    if options.schemas_rebuild:
        os.environ["APPSCHEMAS_REBUILD"] = "1"
    if options.schemas is not None and not chosen():
        raise pytest.UsageError(
            "--schemas names no schema; write --schemas=papers, or leave it out to test all."
        )
    if chosen():
        _skip_plugins_of_left_out_apps(early_config)
    try:
        return (yield)
    except AppSchemasError as error:
        raise pytest.UsageError(str(error)) from error


def pytest_report_header(config: pytest.Config) -> str | None:
    """What a subset has gone without."""
    skipped = config.stash.get(_SKIPPED, [])
    if not skipped:
        return None
    return f"appschemas: without {', '.join(skipped)}, of apps that are left out"


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{MARK}(*names): the schemas that the test needs; a statement in any other fails it.",
    )
    options = config.option
    if not _is_here(config):
        if options.schemas or options.schemas_each:
            raise pytest.UsageError(
                "--schemas needs pytest-django, settings (--ds or DJANGO_SETTINGS_MODULE) and "
                "settings.APPSCHEMAS_CONTRACT."
            )
        return
    try:
        get_contract()
    except AppSchemasError as error:
        raise pytest.UsageError(str(error)) from error
    # Registered late: fixtures that are registered later override pytest-django's.
    from appschemas.testing import database_setup, fixtures, markers  # noqa: PLC0415 - start-up: of runs that need it

    config.pluginmanager.register(fixtures, "appschemas-fixtures")
    config.pluginmanager.register(markers, "appschemas-declared")
    config.pluginmanager.register(database_setup.DatabaseSetup())
    if chosen() and config.args_source is not config.ArgsSource.ARGS:
        config.args = [str(path) for name in chosen() for path in tests_of(config, name)]


def pytest_sessionstart(session: pytest.Session) -> None:
    if _is_here(session.config) and find_spec("model_bakery"):
        from appschemas.testing import bakery  # noqa: PLC0415 - optional dependency: model_bakery

        bakery.register()


def pytest_cmdline_main(config: pytest.Config) -> int | None:
    if not config.option.schemas_each:
        return None
    from appschemas.testing.each_schema import run_each  # noqa: PLC0415 - start-up: of runs that need it

    return run_each(config)


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if (path := config.option.schemas_result) and not hasattr(config, "workerinput"):
        from appschemas.testing.each_schema import result_of  # noqa: PLC0415 - start-up: of runs that need it

        Path(path).write_text(result_of(session), encoding="utf-8")


# Private
# -------

_SKIPPED = pytest.StashKey[list[str]]()


def _skip_plugins_of_left_out_apps(config: pytest.Config) -> None:
    """Let `pytest_plugins` name modules whose apps the subset leaves out; their fixtures are."""
    manager: Any = config.pluginmanager
    import_plugin = manager.import_plugin
    config.stash[_SKIPPED] = skipped = []

    def import_what_is_there(name: str, *args: Any, **kwargs: Any) -> None:
        try:
            import_plugin(name, *args, **kwargs)
        except Exception as error:
            # What kind of error it is has changed with pytest.
            if not _is_left_out(error):
                raise
            skipped.append(name)

    manager.import_plugin = import_what_is_there


def _is_left_out(error: BaseException | None) -> bool:
    return error is not None and (
        isinstance(error, LeftOut) or _is_left_out(error.__cause__ or error.__context__)
    )


def _is_here(config: pytest.Config) -> bool:
    if not config.pluginmanager.hasplugin("django"):
        return False
    return bool(settings.configured and getattr(settings, "APPSCHEMAS_CONTRACT", None))
