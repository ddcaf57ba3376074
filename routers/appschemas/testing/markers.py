"""Markers: a test marked `schemas` that touches another schema fails, naming the statement."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import ExitStack
from typing import Any, Final

import pytest
from django.db import connections

from appschemas.conf import get_contract
from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.exceptions import SubsetError, UndeclaredSchema

MARK: Final = "schemas"


def pytest_itemcollected(item: pytest.Item) -> None:
    """What a test declares are the databases that it may use, unless it says so itself."""
    names = _declared(item)
    is_case = getattr(getattr(item, "cls", None), "databases", None) is not None
    if names and not is_case and item.get_closest_marker("django_db") is None:
        item.add_marker(pytest.mark.django_db(databases=_aliases(item, names)))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In a subset, tests that declare more are not run."""
    contract = get_contract()
    installed = {schema.name for schema in contract.installed}
    if not contract.left_out:
        return
    beyond = [item for item in items if not installed.issuperset(_declared(item))]
    if beyond:
        config.hook.pytest_deselected(items=beyond)
        items[:] = [item for item in items if item not in beyond]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is asked around every test is asked where one declares its schemas."""
    manager = session.config.pluginmanager
    if any(map(_declared, session.items)) and not manager.hasplugin(_WATCHING):
        manager.register(_Watching(), _WATCHING)


# Private
# -------

# What Django says to every database of a test, whether or not the test does.
_CONTROL: Final = re.compile(
    r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET CONSTRAINTS)\b", re.IGNORECASE
)


class _Watching:
    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
    ) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        # What is set up for several tests is not this test's.
        item = getattr(request, "_pyfuncitem", None)
        watch = (request.node if item is None else item).stash.get(_KEY, None)
        if watch is not None:
            watch.paused += 1
        try:
            return (yield)
        finally:
            if watch is not None:
                watch.paused -= 1

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, object, object]:
        if names := _declared(item):
            item.stash[_KEY] = watch = _Watch(item.nodeid, names, _aliases(item, names))
            watch.begin()
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, object, object]:
        result = yield
        watch = item.stash.get(_KEY, None)
        if watch is not None and watch.seen:
            # The test may have swallowed what the statement raised.
            raise watch.seen[0]
        return result

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, object, object]:
        if (watch := item.stash.get(_KEY, None)) is not None:
            watch.end()
        return (yield)


class _Watch:
    def __init__(self, test: str, names: list[str], aliases: list[str]) -> None:
        self.seen: list[UndeclaredSchema] = []
        self.paused = 0
        self._test, self._names, self._aliases = test, names, aliases
        self._wrappers = ExitStack()

    def begin(self) -> None:
        for alias in set(connections) - set(self._aliases):
            self._wrappers.enter_context(connections[alias].execute_wrapper(self._refuse))

    def end(self) -> None:
        self._wrappers.close()

    def _refuse(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if self.paused or _CONTROL.match(str(sql)):
            return execute(sql, params, many, context)
        schema = get_contract().schema_of_alias(context["connection"].alias)
        if schema is None:
            return execute(sql, params, many, context)
        error = UndeclaredSchema(self._test, self._names, schema.name, str(sql))
        self.seen.append(error)
        raise error


_KEY = pytest.StashKey[_Watch]()
_WATCHING: Final = "appschemas-watching"


def _declared(item: pytest.Item) -> list[str]:
    return [name for mark in item.iter_markers(MARK) for name in mark.args]


def _aliases(item: pytest.Item, names: list[str]) -> list[str]:
    """The aliases of the schemas, of what they may read, and of the platform."""
    contract = get_contract()
    unknown = [name for name in names if name not in contract and not contract.left_out]
    if unknown:
        known = ", ".join(schema.name for schema in contract.schemas)
        raise SubsetError(f"{item.nodeid}: there is no schema {unknown[0]!r}; there are {known}.")
    declared = [contract[name].alias for name in names if name in contract]
    return [*dict.fromkeys([*declared, DEFAULT_ALIAS])]
