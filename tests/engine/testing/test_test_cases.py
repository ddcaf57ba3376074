"""Django's test cases, as a project wrote them that had one database."""

from __future__ import annotations

import json
import sys

import pytest

# Where the logins of production run the tests, and each kind of them.
ROWS = [
    {"model": "papers.paper", "pk": 7, "fields": {"title": "On walls", "author": 5}},
    {"model": "people.person", "pk": 5, "fields": {"name": "Ada"}},
    {"model": "auth.group", "pk": 3, "fields": {"name": "editors"}},
]
KINDS = """
from urllib.request import urlopen

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection, connections
from django.test import LiveServerTestCase, TestCase, TransactionTestCase
from notes.models import Note
from papers.models import Paper
from people.models import Person


def write():
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user")
        assert cursor.fetchone() == ("inner_app",)
    assert [each.objects.count() for each in (Paper, Person, Group)] == [0, 0, 0]
    Group.objects.create(name="editors")
    Paper.objects.create(title="On walls", author=Person.objects.create(name="Ada"))


class Undeclared(TestCase):
    def test_one(self):
        write()

    def test_two(self):
        write()


class Committed(TransactionTestCase):
    def test_one(self):
        write()
        assert Permission.objects.count() > 0

    def test_two(self):
        self.test_one()


class Live(LiveServerTestCase):
    def test_one(self):
        write()
        assert urlopen(self.live_server_url).read() == b"1"

    def test_two(self):
        write()


class Loaded(TestCase):
    fixtures = ["rows.json"]

    def test_rows(self):
        assert Paper.objects.get().author.name == "Ada"
        assert Group.objects.get().pk == 3


class LoadedAndCommitted(TransactionTestCase):
    fixtures = ["rows.json"]
    reset_sequences = True

    def test_one(self):
        assert Paper.objects.get().author.name == "Ada"
        Note.objects.all().delete()
        assert Note.objects.create(text="t").pk == 1

    def test_two(self):
        self.test_one()


class PutBack(TransactionTestCase):
    serialized_rollback = True

    def test_one(self):
        assert Note.objects.get().text == "the first"
        assert Permission.objects.count() > 0
        Note.objects.create(text="another")

    def test_two(self):
        self.test_one()


@pytest.mark.django_db
def test_mark():
    write()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("number", [1, 2])
def test_transaction(number):
    write()


@pytest.mark.django_db(transaction=True, databases=["papers", "people"])
@pytest.mark.parametrize("number", [1, 2])
def test_some(number):
    assert Paper.objects.count() == 0
    Paper.objects.create(title="On walls", author=Person.objects.create(name="Ada"))


@pytest.mark.django_db
def test_one_block_serves_the_session():
    blocks = {alias: len(connections[alias].savepoint_ids) for alias in connections}
    assert set(blocks.values()) == {0}
    assert all(connections[alias].in_atomic_block for alias in connections)
"""
DECLARED = """
import pytest
from django.contrib.auth.models import Group
from django.test import TestCase
from people.models import Person


class Undeclared(TestCase):
    def test_it(self):
        assert Group.objects.count() == 0
        with self.assertRaisesMessage(AssertionError, "Add 'people' to"):
            Person.objects.count()


class Declared(TestCase):
    databases = ["people"]

    def test_it(self):
        assert Person.objects.count() == 0
        with self.assertRaisesMessage(AssertionError, "Add 'default' to"):
            Group.objects.count()
"""


@pytest.fixture
def rows(inner: pytest.Pytester) -> None:
    """A fixture with rows of three schemas, a child first."""
    folder = inner.path / "papers" / "fixtures"
    folder.mkdir()
    (folder / "rows.json").write_text(json.dumps(ROWS))


@pytest.mark.usefixtures("production", "rows")
@pytest.mark.parametrize("workers", [[], ["-n", "2"]], ids=["one", "two"])
def test_every_kind_of_test_case_runs_with_the_logins_of_production(
    inner: pytest.Pytester, workers: list[str]
) -> None:
    inner.makepyfile(check_kinds=KINDS)

    result = inner.runpytest_subprocess("check_kinds.py", *workers)

    result.assert_outcomes(passed=17)


PUT_BACK = """
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import TransactionTestCase

serialized = []


class Before(TransactionTestCase):
    def test_it(self):
        serialized.extend(ContentType.objects.order_by("pk").values_list("pk", flat=True))


class Committed(TransactionTestCase):
    def test_it(self):
        keys = ContentType.objects.order_by("pk").values_list("pk", flat=True)
        assert not set(serialized) & set(keys)


class PutBack(TransactionTestCase):
    serialized_rollback = True

    def test_one(self):
        keys = ContentType.objects.order_by("pk").values_list("pk", flat=True)
        assert serialized == list(keys)
        assert Permission.objects.get(codename="add_paper").content_type_id in keys

    def test_two(self):
        self.test_one()
"""


@pytest.mark.usefixtures("production")
def test_what_was_serialized_comes_back_after_any_flush(inner: pytest.Pytester) -> None:
    inner.makepyfile(check_put_back=PUT_BACK)

    result = inner.runpytest_subprocess("check_put_back.py")

    result.assert_outcomes(passed=4)


@pytest.mark.usefixtures("production", "rows")
def test_django_s_own_runner_runs_them_too(inner: pytest.Pytester) -> None:
    text = KINDS.partition("@pytest")[0].replace("import pytest\n", "")
    (inner.path / "test_kinds.py").write_text(text)

    result = inner.run(sys.executable, "manage.py", "test", "--noinput")

    result.stderr.fnmatch_lines(["Ran 11 tests*", "OK"])


def test_a_setting_brings_django_s_strictness_back(inner: pytest.Pytester) -> None:
    inner.makepyfile(check_declared=DECLARED)
    with (inner.path / "settings.py").open("a") as settings:
        settings.write('APPSCHEMAS_TEST_DATABASES = "declared"\n')

    inner.runpytest_subprocess("check_declared.py").assert_outcomes(passed=2)


def test_without_the_setting_what_a_case_declares_is_what_it_may_use(
    inner: pytest.Pytester,
) -> None:
    inner.makepyfile(check_declared=DECLARED)

    inner.runpytest_subprocess("check_declared.py").assert_outcomes(passed=1, failed=1)
    inner.runpytest_subprocess("check_declared.py", "-k", "not Undeclared").assert_outcomes(
        passed=1, deselected=1
    )


def test_a_setting_that_is_neither_is_an_error(
    inner: pytest.Pytester,
) -> None:
    with (inner.path / "settings.py").open("a") as settings:
        settings.write('APPSCHEMAS_TEST_DATABASES = "all"\n')

    result = inner.run(sys.executable, "manage.py", "check")

    result.stderr.fnmatch_lines(["*appschemas.E032*APPSCHEMAS_TEST_DATABASES is 'all'."])
