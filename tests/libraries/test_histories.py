"""Histories: simple-history, auditlog, reversion."""

from __future__ import annotations

from typing import Any

import pytest
import reversion
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from desk.models import Paper
from django.core.management import call_command
from django.db import models
from django.utils import timezone
from hub.models import Person
from reversion.models import Version

from appschemas import IdentityKey

pytestmark = pytest.mark.django_db(databases="__all__")

History: Any = Paper.history.model


@pytest.fixture
def people(db: None) -> dict[str, Person]:
    return {name: Person.objects.create(name=name) for name in ("Ann", "Bob")}


@pytest.fixture
def paper(people: dict[str, Person]) -> Paper:
    return Paper.objects.create(title="t", author=people["Ann"])


def test_a_historical_key_is_one_of_the_same_target_that_is_not_checked() -> None:
    field = History._meta.get_field("author")

    assert isinstance(field, IdentityKey)
    assert (field.column, field.related_model, field.is_checked) == ("author_id", Person, False)
    assert (field.null, field.on_delete) == (True, models.DO_NOTHING)


def test_nothing_is_left_to_migrate() -> None:
    call_command("makemigrations", "desk", "hub", check=True, dry_run=True, verbosity=0)

    assert History._meta.get_field("owner").key.get_internal_type() == "IntegerField"


def test_a_history_has_the_object_of_its_time(paper: Paper, people: dict[str, Person]) -> None:
    before = timezone.now()
    paper.author = people["Bob"]
    paper.save()

    first = paper.history.last()

    assert (first.author, first.author_id) == (people["Ann"], people["Ann"].pk)
    assert first.instance.author == people["Ann"]
    assert paper.history.as_of(before).author == people["Ann"]


def test_two_versions_are_told_apart_by_a_key(paper: Paper, people: dict[str, Person]) -> None:
    paper.author = people["Bob"]
    paper.save()

    delta = paper.history.first().diff_against(paper.history.last())

    assert [(each.field, each.old, each.new) for each in delta.changes] == [
        ("author", people["Ann"].pk, people["Bob"].pk)
    ]


def test_a_history_outlives_whose_key_it_holds(paper: Paper, people: dict[str, Person]) -> None:
    key = people["Ann"].pk
    paper.delete()

    people["Ann"].delete()

    assert not Person.objects.filter(pk=key).exists()
    assert History.objects.filter(author_id=key).count() == 2


def test_an_audit_log_names_the_key_that_changed(paper: Paper, people: dict[str, Person]) -> None:
    auditlog.register(Paper)
    try:
        paper.author = people["Bob"]
        paper.save()
    finally:
        auditlog.unregister(Paper)

    (entry,) = LogEntry.objects.get_for_object(paper)
    assert entry.changes == {"author": [str(people["Ann"].pk), str(people["Bob"].pk)]}


def test_a_reverted_version_has_its_key_back(paper: Paper, people: dict[str, Person]) -> None:
    reversion.register(Paper)
    try:
        with reversion.create_revision(using="default"):
            paper.save()
        paper.author = people["Bob"]
        paper.save()
        Version.objects.get_for_object(paper).last().revision.revert()
    finally:
        reversion.unregister(Paper)

    paper.refresh_from_db()
    assert paper.author == people["Ann"]
