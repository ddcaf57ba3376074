"""flush empties every schema, or one, with the right of the owners."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.core.management.color import no_style
from django.db import connections, transaction
from papers.models import Paper, Section
from people.models import Person
from reviews.models import Review

from tests.tools.own_project import Project


@pytest.fixture
def rows(in_production: Project) -> None:
    """A row in each schema, and keys from each to the next."""
    Group.objects.create(name="editors")
    paper = Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))
    Section.objects.create(paper=paper)
    Review.objects.create(paper=paper)


def counts() -> list[int]:
    return [model.objects.count() for model in (Group, Person, Paper, Section, Review)]


def test_flush_leaves_no_row_and_makes_permissions_anew(rows: None) -> None:
    before = Permission.objects.count()

    call_command("flush", interactive=False, verbosity=0)

    assert (counts(), Permission.objects.count()) == ([0, 0, 0, 0, 0], before)
    assert Person.objects.create(name="Bob").pk == 1


def test_flush_of_one_alias_leaves_the_others_alone(rows: None) -> None:
    call_command("flush", interactive=False, verbosity=0, database="reviews")

    assert counts() == [1, 1, 1, 1, 0]


def test_flush_of_a_schema_whose_keys_are_held_is_refused_and_says_what_to_do(rows: None) -> None:
    with pytest.raises(CommandError, match=r"Nothing was flushed: .*leave --database out"):
        call_command("flush", interactive=False, verbosity=0, database="people")
    assert counts() == [1, 1, 1, 1, 1]
    call_command("flush", interactive=False, verbosity=0)
    assert counts() == [0, 0, 0, 0, 0]


def test_flush_without_the_migrator_s_login_says_which_it_needs(
    rows: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for alias in connections:
        monkeypatch.delitem(connections[alias].settings_dict, "MIGRATOR")

    with pytest.raises(CommandError, match=r"may not act as .*_owner.* MIGRATOR_DATABASE_URL"):
        call_command("flush", interactive=False, verbosity=0)
    assert counts() == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(("answer", "left"), [("yes", 0), ("no", 1)])
def test_flush_names_the_schemas_and_asks(
    rows: None, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("builtins.input", reply)

    call_command("flush", verbosity=0, stdout=StringIO())

    assert ["engine_platform, people, papers, reviews" in each for each in asked] == [True]
    assert counts() == [left] * 5


@pytest.mark.parametrize(("options", "left"), [({}, 0), ({"database": "reviews"}, 1)])
def test_what_sqlflush_prints_empties_the_same_in_psql(
    in_production: Project, rows: None, options: dict[str, Any], left: int
) -> None:
    stdout = StringIO()
    call_command("sqlflush", stdout=stdout, **options)

    with in_production.administrator() as connection:
        connection.execute(stdout.getvalue())

    assert counts() == [left, left, left, left, 0]


@pytest.mark.django_db
def test_a_list_of_tables_is_flushed_and_no_other() -> None:
    paper = Paper.objects.create(title="t", author=Person.objects.create(name="Ada"))
    Review.objects.create(paper=paper)
    operations = connections["papers"].ops

    operations.execute_sql_flush(operations.sql_flush(no_style(), [Section._meta.db_table]))

    assert operations.sql_flush(no_style(), []) == []
    assert Review.objects.get().paper == paper


@pytest.mark.django_db
def test_flush_in_a_test_goes_back_with_it() -> None:
    Person.objects.create(name="Ada")

    with transaction.atomic():
        call_command("flush", interactive=False, verbosity=0)
        assert Person.objects.count() == 0
        transaction.set_rollback(True)

    assert Person.objects.count() == 1
