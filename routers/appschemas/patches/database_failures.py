"""Database failures: what stands on the connections that a test case may not use.

Django puts one in place of each of four methods, for every alias that the test case does not name,
and takes it away again: with an alias for each schema that is most of what a short test pays. Here
they are made once for a connection and a test case, and put there together.
https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.SimpleTestCase.databases
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from django.db import connections


class Failures:
    """Those of one kind of test case, which `django.test.testcases` is given for."""

    def __init__(self, testcases: Any) -> None:
        self._failure = testcases._DatabaseFailure

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
            for connection in _forbidden(cls):
                vars(connection).update(self._of(connection, cls))

        return _add_databases_failures

    def remove(self, cls: Any) -> None:
        """Give the methods back."""
        for connection in _forbidden(cls):
            own = vars(connection)
            for name, _ in _methods(connection, cls):
                if isinstance(failure := own.get(name), self._failure):
                    del own[name]
                    method = failure.wrapped
                    if getattr(method, "__func__", None) is not getattr(type(connection), name):
                        # What somebody else had put there.
                        own[name] = method

    # Private
    # -------

    def _of(self, connection: Any, cls: Any) -> dict[str, Any]:
        own, test = vars(connection), f"{cls.__module__}.{cls.__qualname__}"
        # The last test case that was forbidden the connection, and what it met there.
        known, failures = own.get(_KNOWN, ("", {}))
        if known == test and failures.keys().isdisjoint(own):
            return failures
        failures = {
            name: self._failure(
                getattr(connection, name),
                cls._disallowed_database_msg
                % {"test": test, "alias": connection.alias, "operation": operation},
            )
            for name, operation in _methods(connection, cls)
        }
        if failures.keys().isdisjoint(own):
            own[_KNOWN] = test, failures
        return failures


# Private
# -------


_KNOWN: Final = "appschemas_failures"


class _Every(frozenset[str]):
    def __contains__(self, alias: object) -> bool:
        return True


def _forbidden(cls: Any) -> Iterator[Any]:
    """The connections that a test case may not use."""
    return (connections[alias] for alias in connections if alias not in cls.databases)


def _methods(connection: Any, cls: Any) -> Iterable[tuple[str, str]]:
    """The methods that fail, and what each is for: from Django 6.1 on the database says which."""
    name = "disallowed_simple_test_case_connection_methods"
    methods: Iterable[tuple[str, str]] = (
        getattr(connection.features, name, None) or cls._disallowed_connection_methods
    )
    return methods
