"""A migration that an earlier version wrote still loads, runs, and goes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import IntegrityError, connections, transaction
from django.test import override_settings
from people.models import Person

from appschemas import IdentityKey
from appschemas.contract.schema import ENGINE_SCHEMAS
from tests.tools.catalog import crossing, found

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)

EARLIER = {"papers": "written_earlier", "reviews": "no_migrations"}
INSERT = "INSERT INTO papers_paper (title, author_id, {}) VALUES ('t', %s, %s)"


@pytest.fixture(scope="module")
def earlier(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The tables of papers are those that the earlier migration makes, while these tests run."""
    with django_db_blocker.unblock(), _migrated(), django_db_blocker.block():
        yield


@contextmanager
def _migrated() -> Iterator[None]:
    for app in ("reviews", "papers"):
        call_command("migrate", app, "zero", verbosity=0)
    with override_settings(MIGRATION_MODULES={**settings.MIGRATION_MODULES, **EARLIER}):
        call_command("migrate", "papers", verbosity=0)
        yield
        call_command("migrate", "papers", "zero", verbosity=0)
    connections.close_all()
    call_command("migrate", verbosity=0)


def insert(column: str, author: int, value: Any) -> None:
    with transaction.atomic(using="papers"), connections["papers"].cursor() as cursor:
        cursor.execute(INSERT.format(column), [author, value])


@pytest.mark.usefixtures("earlier")
@pytest.mark.parametrize(
    ("column", "bad"),
    [
        ("editor_key", 7),
        ("badge_id", "00000000-0000-0000-0000-000000000007"),
        ("country_id", "zz"),
        ("reviewer_id", 7),
    ],
)
def test_every_key_of_it_is_held(column: str, bad: Any) -> None:
    ada = Person.objects.create(name="Ada").pk

    insert(column, ada, None)
    with pytest.raises(IntegrityError, match="violates identity key"):
        insert(column, ada, bad)
    with pytest.raises(IntegrityError, match="violates identity key"):
        insert(column, ada + 1, None)

    with connections["papers"].cursor() as cursor:
        cursor.execute("SELECT author_id FROM papers_paper")
        assert cursor.fetchall() == [(ada,)]


@pytest.mark.usefixtures("earlier")
def test_it_leaves_no_foreign_key_and_takes_its_checks_along() -> None:
    assert crossing() == 0
    assert {each[0] for each in found()} == {"papers", "people", *ENGINE_SCHEMAS}

    call_command("migrate", "papers", "zero", verbosity=0)
    gone = found()
    call_command("migrate", "papers", verbosity=0)

    assert gone == set()


def test_it_would_be_written_the_same_way() -> None:
    (operation,) = import_module("written_earlier.0001_initial").Migration.operations
    keys = {name: field for name, field in operation.fields if isinstance(field, IdentityKey)}

    assert {name: field.deconstruct()[1] for name, field in keys.items()} == dict.fromkeys(
        ("author", "editor", "badge", "country", "reviewer"), "appschemas.fields.IdentityKey"
    )
    assert keys["country"].deconstruct()[3]["deferrable"] is None
