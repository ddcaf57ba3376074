"""What Django forbids a test case, with an alias for each schema."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import SimpleTestCase
from django.test.testcases import DatabaseOperationForbidden
from django.utils.connection import BaseConnectionHandler

from tests.tools.contexts import PAPERS, place

pytestmark = pytest.mark.django_db(databases="__all__")

METHODS = ["chunked_cursor", "connect", "cursor", "temporary_connection"]


@contextmanager
def running(case: type[SimpleTestCase]) -> Iterator[None]:
    case.setUpClass()
    try:
        yield
    finally:
        case.doClassCleanups()


class OfPeople(SimpleTestCase):
    databases = {"people"}


class OfNobody(SimpleTestCase):
    pass


@pytest.mark.parametrize("name", METHODS)
def test_a_test_case_is_refused_what_it_does_not_name(name: str) -> None:
    for case in (OfPeople, OfNobody, OfPeople):
        with running(case), pytest.raises(DatabaseOperationForbidden) as refused:
            getattr(connections["papers"], name)()

        assert "to 'papers' are not allowed" in str(refused.value)
        assert f"to {case.__module__}.{case.__qualname__}.databases" in str(refused.value)

    assert place("papers") == PAPERS


def test_what_it_names_it_may_use() -> None:
    with running(OfPeople), connections["people"].cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("people_rw",)


def test_what_somebody_else_had_put_there_comes_back() -> None:
    papers = connections["papers"]
    own, mine = papers.cursor, lambda: own()
    papers.cursor = mine
    try:
        with running(OfPeople), pytest.raises(DatabaseOperationForbidden):
            papers.cursor()
        assert papers.cursor is mine
    finally:
        del papers.cursor

    assert place("papers") == PAPERS


def test_one_within_another_gives_back_what_that_forbade() -> None:
    with running(OfNobody):
        with running(OfPeople), pytest.raises(DatabaseOperationForbidden, match=r"OfPeople\."):
            connections["papers"].cursor()

        with pytest.raises(DatabaseOperationForbidden, match=r"OfNobody\."):
            connections["papers"].cursor()

    assert place("papers") == PAPERS


@pytest.mark.parametrize("name", METHODS)
def test_what_is_put_there_meanwhile_counts_until_it_is_taken_away(name: str) -> None:
    papers = connections["papers"]
    with running(OfPeople):
        with mock.patch.object(papers, name) as mocked:
            assert getattr(papers, name) is mocked
        with pytest.raises(DatabaseOperationForbidden):
            getattr(papers, name)()

    assert place("papers") == PAPERS


def test_what_was_found_there_and_is_given_back_fails_as_before() -> None:
    papers, patched = connections["papers"], pytest.MonkeyPatch()
    with running(OfPeople):
        patched.setattr(papers, "cursor", len)
        assert papers.cursor is len
        patched.undo()
        with pytest.raises(DatabaseOperationForbidden):
            papers.cursor()

    assert place("papers") == PAPERS


def test_what_is_given_back_too_late_does_not_stay() -> None:
    papers, patched = connections["papers"], pytest.MonkeyPatch()
    with running(OfPeople):
        patched.setattr(papers, "cursor", len)
    assert papers.cursor is len
    patched.undo()

    assert place("papers") == PAPERS


def test_what_had_been_there_is_forbidden_after_something_else_was() -> None:
    papers = connections["papers"]
    papers.cursor = mine = lambda: None
    try:
        with running(OfPeople):
            with mock.patch.object(papers, "cursor"):
                pass
            with pytest.raises(DatabaseOperationForbidden):
                papers.cursor()
        assert papers.cursor is mine
    finally:
        del papers.cursor


def test_a_connection_that_is_no_aliass_may_be_used() -> None:
    copy = connections["papers"].copy()
    copy.connect()
    try:
        with running(OfPeople), copy.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        copy.close()


def test_another_thread_is_refused_when_it_connects() -> None:
    said: list[str] = []

    def ask() -> None:
        with pytest.raises(DatabaseOperationForbidden) as refused:
            connections["papers"].cursor()
        said.append(str(refused.value))

    with running(OfPeople):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()

    assert "Database threaded connections to 'papers' are not allowed" in said[0]


def test_an_alias_of_another_engine_is_refused() -> None:
    other = {**connections.settings["default"], "ENGINE": "django.db.backends.postgresql"}
    with mock.patch.dict(connections.settings, {"other": other}):
        with running(OfPeople):
            for alias in ("papers", "other"):
                with pytest.raises(DatabaseOperationForbidden):
                    connections[alias].cursor()
        assert inspect.ismethod(connections["other"].cursor)
        del connections["other"]


def test_no_connection_is_looked_up_of_what_a_test_case_does_not_name() -> None:
    with mock.patch.object(BaseConnectionHandler, "__getitem__") as looked_up:
        with running(OfPeople):
            pass

    looked_up.assert_not_called()


def test_the_class_of_all_connections_stays_as_it_is() -> None:
    before = BaseDatabaseWrapper.__dict__["ensure_connection"]

    with running(OfPeople):
        assert BaseDatabaseWrapper.__dict__["ensure_connection"] is before


def test_django_does_nothing_else_where_it_adds_them() -> None:
    known = {"_validate_databases", "databases", "connections", *_MADE_BY_DJANGO}
    added = inspect.getclosurevars(vars(SimpleTestCase)["_add_databases_failures"].__func__)

    assert set(added.nonlocals["original"].__code__.co_names) <= known


class WithItsOwn(OfPeople):
    @classmethod
    def ensure_connection_patch_method(cls):  # type: ignore[no-untyped-def]
        def refuse(connection: object) -> None:
            raise DatabaseOperationForbidden("of the test case")

        return refuse


def test_what_a_test_case_says_of_it_is_asked_by_django() -> None:
    with running(WithItsOwn):
        with pytest.raises(DatabaseOperationForbidden, match="of the test case"):
            connections["people"].ensure_connection()
        with pytest.raises(DatabaseOperationForbidden, match="queries to 'papers' are not"):
            connections["papers"].cursor()

    assert place("papers") == PAPERS


# Private
# -------

# From Django 5.2 to 6.1.
_MADE_BY_DJANGO = {
    "_DatabaseFailure",
    "_disallowed_connection_methods",
    "_disallowed_database_msg",
    "disallowed_simple_test_case_connection_methods",
    "features",
    "__module__",
    "__qualname__",
    "getattr",
    "setattr",
    "enterClassContext",
    "mock",
    "patch",
    "object",
    "BaseDatabaseWrapper",
    "ensure_connection_patch_method",
}
