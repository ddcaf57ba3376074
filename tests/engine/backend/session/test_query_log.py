"""Statements are counted for the session, where no alias is named, and for one where it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections, reset_queries
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from papers.models import Paper
from people.models import Person

pytestmark = pytest.mark.django_db(databases="__all__")


class Counted(TestCase):
    databases = "__all__"

    def test_assert_num_queries_without_using_counts_every_schema(self) -> None:
        with self.assertNumQueries(3):
            Group.objects.count()
            Person.objects.count()
            Paper.objects.count()

    def test_with_using_it_counts_those_of_the_alias(self) -> None:
        with self.assertNumQueries(1, using="papers"):
            Person.objects.count()
            Paper.objects.count()


def test_what_is_captured_comes_in_the_order_in_which_it_was_sent() -> None:
    with CaptureQueriesContext(connection) as captured:
        Person.objects.count()
        Group.objects.count()
        Paper.objects.count()

    tables = [query["sql"].rpartition(" FROM ")[2].strip('"') for query in captured]
    assert tables == ["people_person", "auth_group", "papers_paper"]


def test_two_that_are_nested_count_each_for_itself_and_leave_nothing_on() -> None:
    with CaptureQueriesContext(connections["papers"]) as outer:
        with CaptureQueriesContext(connection) as inner:
            Person.objects.count()
            Paper.objects.count()
        Paper.objects.count()
        Person.objects.count()
    Paper.objects.count()

    assert (len(outer), len(inner)) == (2, 2)
    assert not any(connections[alias].queries_logged for alias in connections)


def test_with_debug_on_connection_queries_has_the_session_s(settings: Any) -> None:
    settings.DEBUG = True
    reset_queries()

    Person.objects.count()
    Group.objects.count()

    assert [len(connections[alias].queries) for alias in ("default", "people", "papers")] == [
        2,
        1,
        0,
    ]


def test_a_connection_of_its_own_is_not_of_the_session() -> None:
    copy = connections["people"].copy()
    try:
        with CaptureQueriesContext(connection) as captured, copy.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        copy.close()

    assert len(captured) == 0
