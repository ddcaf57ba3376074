"""Histories: a library's copy of a key is converted with the key."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import models
from django.test.utils import isolate_apps
from people.models import Person

from appschemas.auditing.converting import foreign_keys
from appschemas.conf import get_contract


def copied(**options: Any) -> Any:
    """A key as simple-history copies it."""
    return models.ForeignKey(
        Person, models.DO_NOTHING, null=True, db_constraint=False, related_name="+", **options
    )


@isolate_apps("papers")
@pytest.mark.parametrize(("name", "taken"), [("author", True), ("owner", False), ("title", False)])
def test_a_copy_of_a_key_goes_along_and_one_of_a_one_to_one_field_stays(
    name: str, taken: bool
) -> None:
    class HistoricalNote(models.Model):
        title = models.CharField(max_length=9)
        author = copied()
        owner = copied()

        class Meta:
            app_label = "papers"

    class Note(models.Model):
        title = models.CharField(max_length=9)
        author = models.ForeignKey(Person, models.CASCADE, related_name="+")
        owner = models.OneToOneField(Person, models.CASCADE, related_name="+")
        history = SimpleNamespace(model=HistoricalNote)

        class Meta:
            app_label = "papers"

    options: Any = Note._meta
    options.simple_history_manager_attribute = "history"
    declaration: Any = SimpleNamespace(models=(Note,), name=name)

    found = [*foreign_keys._in_histories(declaration, get_contract())]

    assert found == ([HistoricalNote._meta.get_field(name)] if taken else [])
