"""Database failures: what stands on the connections that a test case may not use.

Django puts one in place of each of four methods, for every alias that the test case does not name,
and takes it away again: with an alias for each schema that is most of what a short test pays. Here
they are made once for a connection and a test case, and put there together.
https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.SimpleTestCase.databases
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db import connections


class Failures:
    """Those of one kind of test case, which `django.test.testcases` is given for."""

    def __init__(self, testcases: Any) -> None:
        self._failure = testcases._DatabaseFailure
        # By test case: what each connection has of its own, what was put there, what was before.
        self._there: dict[Any, Any] = {}

    def added(self, original: Callable[[Any], None]) -> Callable[[Any], None]:
        """`original`, which adds them one by one, and all else that it does."""

        def _add_databases_failures(cls: Any) -> None:
            names = cls._validate_databases()
            own = vars(cls).get("_validate_databases")
            # To Django it is one that may use every connection.
            cls._validate_databases = lambda: _Every(names)
            try:
                original(cls)
            finally:
                if own is None:
                    del cls._validate_databases
                else:
                    cls._validate_databases = own
                cls.databases = names
            self._put(cls)

        return _add_databases_failures

    def remove(self, cls: Any) -> None:
        """Give the methods back."""
        failure = self._failure
        # Each of these lines is run for every schema that a test does not name.
        for own, failures, before in self._there.pop(cls, ()):
            for name in failures:
                if name in own and type(own[name]) is failure:
                    del own[name]
                    if name in before:
                        own[name] = before[name]

    # Private
    # -------

    def _put(self, cls: Any) -> None:
        test, databases = f"{cls.__module__}.{cls.__qualname__}", cls.databases
        there: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = []
        self._there[cls] = there
        for alias in connections:
            if alias in databases:
                continue
            connection: Any = connections[alias]
            own = connection.__dict__
            # The last test case that was forbidden the connection, and what it met there.
            known, failures = own.get(_KNOWN, _NONE)
            if known != test:
                failures = self._made(connection, cls, test)
                own[_KNOWN] = test, failures
            # What somebody else has put there.
            before: dict[str, Any] = {}
            if not failures.keys().isdisjoint(own):
                before = {name: own[name] for name in failures if name in own}
                failures = self._made(connection, cls, test)
            own.update(failures)
            there.append((own, failures, before))

    def _made(self, connection: Any, cls: Any, test: str) -> dict[str, Any]:
        return {
            name: self._failure(
                getattr(connection, name),
                cls._disallowed_database_msg
                % {"test": test, "alias": connection.alias, "operation": operation},
            )
            for name, operation in _methods(connection, cls)
        }


# Private
# -------


_KNOWN: Final = "appschemas_failures"
_NONE: Final[tuple[str, dict[str, Any]]] = ("", {})


class _Every(frozenset[str]):
    def __contains__(self, alias: object) -> bool:
        return True


def _methods(connection: Any, cls: Any) -> Iterable[tuple[str, str]]:
    """The methods that fail, and what each is for: from Django 6.1 on the database says which."""
    name = "disallowed_simple_test_case_connection_methods"
    methods: Iterable[tuple[str, str]] = (
        getattr(connection.features, name, None) or cls._disallowed_connection_methods
    )
    return methods
