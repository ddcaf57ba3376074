"""What Django forbids a test case, with an alias for each schema."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections
from django.test import SimpleTestCase
from django.test.testcases import DatabaseOperationForbidden

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
