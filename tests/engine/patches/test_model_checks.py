"""A model is checked against the database of its own schema, and against no other schema's."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import checks
from django.db import connections, router
from people.models import Person
from reviews.models import Review

from appschemas.conf import get_contract


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """(label, alias) of each model of which Django has asked whether its table is there."""
    found: set[tuple[str, str]] = set()
    original = router.allow_migrate_model

    def allow(alias: str, model: Any) -> Any:
        found.add((model._meta.label, alias))
        return original(alias, model)

    monkeypatch.setattr(router, "allow_migrate_model", allow)
    return found


def test_a_model_is_checked_against_the_alias_of_its_own_schema(
    asked: set[tuple[str, str]],
) -> None:
    checks.run_checks(tags=[checks.Tags.models], databases=list(connections))

    aliases = get_contract().aliases
    for model in (Person, Review):
        mine = {alias for label, alias in asked if label == model._meta.label}
        assert mine == {aliases[model._meta.app_label]}


def test_of_a_database_without_its_table_a_model_is_not_asked(asked: set[tuple[str, str]]) -> None:
    elsewhere = get_contract().aliases["reviews"]

    Person.check(databases=[elsewhere])
    Review.check(databases=[elsewhere])

    assert {label for label, _ in asked} == {"reviews.Review"}
