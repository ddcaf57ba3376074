"""Test cases: what Django's test cases take for the databases of a test.

To Django each alias is a database: it opens a block for each, loads fixtures into each and flushes
each by itself, and forbids those that a test case does not name. The aliases of a session are one
database, and a test case that names none is written for a project that had one. Django has no seam
here; what is replaced is replaced when a test database is made, and never in production.
https://docs.djangoproject.com/en/stable/topics/testing/tools/#multi-database-support
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connections

from appschemas.backend import creation
from appschemas.backend.hooks.hook import require
from appschemas.backend.session import shared_state
from appschemas.backend.session.aliases import Together
from appschemas.conf import DECLARED, test_databases
from appschemas.patches.database_failures import Failures
from appschemas.patches.django_hooks import TEST_HOOKS


def install() -> None:
    """Wait until a test database is made: most processes make none, and import no test tools."""
    creation.before_tests.append(_replace)


# Private
# -------

# Of which it is known what they use: those of a run name few different databases.
_TEST_CASES: Final = 128
# What a test case remembers of its names: when they were found, and of which databases.
_REMEMBERED: Final = "appschemas_names"
_NOTHING: Final[tuple[Any, Any, Any]] = (None, None, None)
_Names = tuple[list[str], list[list[str]]]


def _replace() -> None:
    from django.test import testcases  # noqa: PLC0415 - start-up: most processes test nothing

    if hasattr(testcases.TransactionTestCase, "appschemas"):
        return
    # Of what is there before it is replaced.
    require(TEST_HOOKS)
    case: Any = testcases.TransactionTestCase
    case.appschemas = True
    case._databases_names = classmethod(_one_by_session(_function(case._databases_names)))
    simple: Any = testcases.SimpleTestCase
    simple._validate_databases = classmethod(
        _whole_session(_function(simple._validate_databases), case.databases)
    )
    failures = Failures(testcases)
    simple._add_databases_failures = classmethod(
        failures.added(_function(simple._add_databases_failures))
    )
    simple._remove_databases_failures = classmethod(
        failures.removed(_function(simple._remove_databases_failures))
    )
    block: Any = testcases.TestCase
    # What holds for one alias of a session holds for all of it.
    block._databases_support_transactions = classmethod(
        lambda cls: testcases.connections_support_transactions(cls._databases_names())
    )
    block._databases_support_savepoints = classmethod(
        lambda cls: testcases.connections_support_savepoints(cls._databases_names())
    )


def _function(method: Any) -> Callable[..., Any]:
    function: Callable[..., Any] = method.__func__
    return function


def _whole_session(original: Callable[..., Any], undeclared: object) -> Callable[..., Any]:
    def _validate_databases(cls: Any) -> frozenset[str]:
        names: frozenset[str] = original(cls)
        if cls.databases is not undeclared or test_databases() == DECLARED:
            return names
        session = getattr(connections[DEFAULT_DB_ALIAS], "session", None)
        if session is None:
            return names
        return names | {each for each in connections if _session(each) is session}

    return _validate_databases


def _one_by_session(original: Callable[..., list[str]]) -> Callable[..., list[str]]:
    # By the databases of a test case, as long as each alias is in the session, and that of the
    # database, that it was in: the names, without mirrors and with them, each with the aliases
    # that are put back together.
    known: dict[Any, tuple[_Names, _Names]] = {}
    # Those of the last test case.
    put_back: list[list[str]] = []

    def _databases_names(cls: Any, include_mirrors: bool = True) -> list[str]:
        nonlocal put_back
        names, groups = remembered(cls)[include_mirrors]
        if not include_mirrors and put_back is not groups:
            for group in groups:
                _put_back_by_the_first(group)
            put_back = groups
        return names

    def remembered(cls: Any) -> tuple[_Names, _Names]:
        # A test case asks eight times for each test.
        joined, databases, its_own = cls.__dict__.get(_REMEMBERED, _NOTHING)
        if databases is not cls.databases or joined != shared_state.times_joined():
            joined, databases, its_own = shared_state.times_joined(), cls.databases, of(cls)
            setattr(cls, _REMEMBERED, (joined, databases, its_own))
        return its_own

    def of(cls: Any) -> tuple[_Names, _Names]:
        databases = frozenset(cls.databases) if cls.databases != "__all__" else None
        places = [connections.settings[name]["NAME"] for name in sorted(databases or connections)]
        key = databases, shared_state.times_joined(), *places
        if key not in known:
            if len(known) >= _TEST_CASES:
                known.clear()
            known[key] = found(cls, False), found(cls, True)
        return known[key]

    def found(cls: Any, include_mirrors: bool) -> _Names:
        names = original(cls, include_mirrors)
        by_session: dict[Any, list[str]] = {}
        for name in sorted(names, key=lambda each: each != DEFAULT_DB_ALIAS):
            by_session.setdefault(_session(name), []).append(name)
        groups = list(by_session.values())
        if include_mirrors:
            # A block, or a savepoint, of one alias is that of all of its session.
            return [group[0] for group in groups], groups
        return list(_carried_by_the_first([name for group in groups for name in group])), groups

    return _databases_names


def _put_back_by_the_first(group: list[str]) -> None:
    """What was serialized comes back for a session together, and so at its first alias."""
    for place, name in enumerate(group):
        if hasattr(connections[name].creation, "together"):
            connections[name].creation.together = () if place else tuple(group)


def _carried_by_the_first(names: list[str]) -> Iterable[str]:
    """Fixtures and flushes are for a whole database, whose sessions hold keys of each other.

    The migrator, as whom both are done, has one session for all.
    """
    carried: dict[Any, list[str]] = {}
    for name in names:
        if hasattr(connections[name].creation, "together"):
            carried.setdefault(connections[name].creation.test_db_signature(), []).append(name)
    for name in names:
        if hasattr(connections[name].creation, "together"):
            those = carried.pop(connections[name].creation.test_db_signature(), ())
            yield Together(name, those)
        else:
            yield name


def _session(alias: str) -> Any:
    """What aliases have in common that are one connection; itself, for one that is not ours."""
    return getattr(connections[alias], "session", alias)
