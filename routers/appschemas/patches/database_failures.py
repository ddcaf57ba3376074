"""Database failures: what stands on the connections that a test case may not use.

Django puts one in place of each of four methods, for every alias that the test case does not name,
and one on the class of all connections, and takes them away again: what a short test pays with an
alias for each schema, and what lets the interpreter forget all that it knows of those classes. Here
the methods themselves ask, of which a test calls few, and a test case only says what it names.
https://docs.djangoproject.com/en/stable/topics/testing/tools/#django.test.SimpleTestCase.databases
"""

from __future__ import annotations

from _thread import get_ident
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.db import connections
from django.db.backends.base.base import NO_DB_ALIAS
from django.db.utils import load_backend

from appschemas.conf import is_engine


class Running:
    """A test case from its beginning to its end.

    `databases` are those that it names, `asked` those whose connections ask, `passed` both: what
    Django passes over; `all_ask` is whether there are no others. `replaced` is what somebody has
    put in place of a failure meanwhile, which counts: for each connection and method what was there
    before.
    """

    __slots__ = ("all_ask", "asked", "case", "databases", "passed", "replaced", "thread")

    def __init__(self, case: Any, databases: frozenset[str], asked: frozenset[str]) -> None:
        self.case, self.databases, self.asked = case, databases, asked
        self.passed = databases | asked
        self.all_ask = bool(asked) and self.passed.issuperset(connections)
        self.replaced: dict[tuple[Any, str], Any] = {}
        self.thread = get_ident()

    def forbids(self, connection: Any) -> bool:
        """Whether it is what this thread had of an alias: copies and other threads' are not."""
        alias = connection.alias
        return (
            alias in self.asked
            and connection._thread_ident == self.thread
            and connections[alias] is connection
        )


class Failures:
    """Those of one kind of test case, which `django.test.testcases` is given for."""

    def __init__(self, testcases: Any) -> None:
        # Those that are made here, and not Django's own.
        self.kind: Any = type("_DatabaseFailure", (testcases._DatabaseFailure,), {})
        # From Django 6.1 on the database says which.
        self._methods = getattr(testcases.SimpleTestCase, _OF_CASES, None)
        self._patch_method = testcases.SimpleTestCase.ensure_connection_patch_method.__func__
        # The test cases that run, one within another.
        self.running: list[Running] = []
        self._asks = _Asking(self)

    def added(self, original: Callable[[Any], None]) -> Callable[[Any], None]:
        """`original`, which adds them one by one, and all else that it does."""

        def _add_databases_failures(cls: Any) -> None:
            names = cls._validate_databases()
            running = Running(cls, names, self._asked(cls))
            if not running.all_ask:
                self._add_those_of_django(original, running)
            cls.databases = names
            self.running.append(running)

        return _add_databases_failures

    def removed(self, original: Callable[[Any], None]) -> Callable[[Any], None]:
        """`original`, which gives the methods back one by one."""

        def _remove_databases_failures(cls: Any) -> None:
            running = next(each for each in reversed(self.running) if each.case is cls)
            self.running.remove(running)
            if running.all_ask:
                return
            cls.databases = running.passed
            try:
                original(cls)
            finally:
                cls.databases = running.databases

        return _remove_databases_failures

    def forbidding(self, connection: Any) -> Running | None:
        """The test case that runs and may not use the connection; the innermost, of several."""
        alias = connection.alias
        for running in reversed(self.running):
            if alias not in running.databases and running.forbids(connection):
                return running
        return None

    def refuse_to_connect(self, connection: Any) -> None:
        """What Django asks of a thread that has no connection yet."""
        alias = connection.alias
        for running in reversed(self.running):
            # Dynamically created connections are always allowed.
            if running.all_ask and alias not in running.databases and alias in connections:
                method = connection.ensure_connection
                self.failure(method, running, alias, "threaded connections")()

    def methods(self, kind: Any) -> Any:
        """The methods of a class of connections that fail, and what each is for."""
        return self._methods or getattr(kind.features_class, _OF_DATABASES)

    def failure(self, method: Any, running: Running, alias: str, operation: str) -> Any:
        """What stands in place of the method, with Django's own words."""
        case = running.case
        test = f"{case.__module__}.{case.__qualname__}"
        said = {"test": test, "alias": alias, "operation": operation}
        return self.kind(method, case._disallowed_database_msg % said)

    # Private
    # -------

    def _add_those_of_django(self, original: Callable[[Any], None], running: Running) -> None:
        cls, own = running.case, vars(running.case).get("_validate_databases")
        # To Django it is one that may use those that ask.
        cls._validate_databases = lambda: running.passed
        try:
            original(cls)
        finally:
            if own is None:
                del cls._validate_databases
            else:
                cls._validate_databases = own
            cls.databases = running.databases

    def _asked(self, cls: Any) -> frozenset[str]:
        """The aliases whose connections ask by themselves; the others are Django's."""
        if (
            getattr(cls, _OF_CASES, None) is not self._methods
            or cls.ensure_connection_patch_method.__func__ is not self._patch_method
        ):
            return frozenset()
        entries, asks = connections.settings.items(), self._asks
        return frozenset([alias for alias, entry in entries if asks[entry["ENGINE"]]])


# Private
# -------

_OF_CASES: Final = "_disallowed_connection_methods"
_OF_DATABASES: Final = "disallowed_simple_test_case_connection_methods"
_ABSENT: Final = object()


class _Asking(dict[str, bool]):
    """Whether the connections of an ENGINE ask; those of this engine are made to."""

    def __init__(self, failures: Failures) -> None:
        self._failures = failures

    def __missing__(self, engine: str) -> bool:
        self[engine] = asks = is_engine(engine)
        if asks:
            kind: Any = load_backend(engine).DatabaseWrapper
            for name, operation in self._failures.methods(kind):
                setattr(kind, name, _Method(self._failures, kind, name, operation))
            kind.ensure_connection = _asking_to_connect(self._failures, kind)
        return asks


def _asking_to_connect(failures: Failures, kind: Any) -> Callable[..., None]:
    own = vars(kind).get("ensure_connection")

    @wraps(kind.ensure_connection)
    def ensure_connection(connection: Any) -> None:
        if connection.connection is None and connection.alias != NO_DB_ALIAS:
            failures.refuse_to_connect(connection)
        # That of the class above may be another one tomorrow.
        (own.__get__(connection) if own else super(kind, connection).ensure_connection)()

    return ensure_connection


class _Method:
    """A method of connections that fails where the test case that runs may not use them.

    What somebody puts there for one connection is where it would be without this.
    """

    def __init__(self, failures: Failures, kind: Any, name: str, operation: str) -> None:
        self._failures, self._kind, self._name, self._operation = failures, kind, name, operation
        self._found = _found(kind, name)

    def __get__(self, connection: Any, kind: Any = None) -> Any:
        if connection is None or not self._is_of(type(connection)):
            return self._found.__get__(connection, kind)
        method = connection.__dict__.get(self._name)
        if method is None:
            method = self._found.__get__(connection, kind)
        running = self._failures.forbidding(connection)
        if running is None or (connection, self._name) in running.replaced:
            return method
        return self._failures.failure(method, running, connection.alias, self._operation)

    def __set__(self, connection: Any, method: Any) -> None:
        own, place = connection.__dict__, (connection, self._name)
        running = self._failures.forbidding(connection)
        is_given_back = type(method) is self._failures.kind
        if is_given_back:
            # By whoever has found it there, and so what is behind it.
            method = method.wrapped
        if method == self._found.__get__(connection, type(connection)):
            method = _ABSENT
        if running is not None:
            before = running.replaced.setdefault(place, own.get(self._name, _ABSENT))
            if is_given_back or before is method:
                del running.replaced[place]
        if method is _ABSENT:
            own.pop(self._name, None)
        else:
            own[self._name] = method

    def __delete__(self, connection: Any) -> None:
        if self._name not in connection.__dict__:
            raise AttributeError(self._name)
        del connection.__dict__[self._name]
        for running in self._failures.running:
            running.replaced.pop((connection, self._name), None)

    # Private
    # -------

    def _is_of(self, kind: Any) -> bool:
        """Whether it is what a class has by this name, and not what super() has found."""
        return kind is self._kind or _found(kind, self._name) is self


def _found(kind: Any, name: str) -> Any:
    return next(vars(each)[name] for each in kind.__mro__ if name in vars(each))
