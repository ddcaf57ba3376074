"""A migration that changes the key that other schemas hold: it is done whole, or refused whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest
from django.apps import apps
from django.db import (
    DataError,
    IntegrityError,
    connections,
    migrations,
    models,
    transaction,
)
from django.db.migrations.state import ProjectState
from papers.models import Paper
from people.models import Country, Person

from appschemas import IdentityKey
from appschemas.conf import get_contract
from appschemas.integrity.held_indexes import KeyIsHeld
from appschemas.replay.keys.checks import KeyChecks
from appschemas.replay.run import MigrationRun
from tests.tools.catalog import found, wanted

Migrate = Callable[..., Any]

pytestmark = pytest.mark.django_db(databases="__all__")

CODE: Final = models.UniqueConstraint(fields=["code"], name="once_more")


@pytest.fixture
def migrate() -> Migrate:
    """Run operations of an app as one migration, as `migrate` does; one after the other."""

    states = [ProjectState.from_apps(apps)]

    def run(*operations: Any, app: str = "people") -> Any:
        state, contract = states[-1].clone(), get_contract()
        migration = migrations.Migration("0099_changed", app)
        migration.operations = list(operations)
        migrating = MigrationRun(contract, state.clone(), KeyChecks(contract, at_end=False))
        migrating.begin(state)
        with connections[app].schema_editor() as editor:
            state = migrating.apply(migration, state, editor)
        migrating.committed()
        assert found() == wanted(state.apps)
        states.append(state)

    return run


@pytest.fixture
def held(ada: Person) -> Paper:
    """Of a country whose key is its code."""
    country = Country.objects.create(code="DE")
    return Paper.objects.create(title="On walls", author=ada, country=country)


def refusal(**values: Any) -> str:
    """With what a paper is refused that holds these keys."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic(using="papers"):
        Paper.objects.update(**values)
        with connections["papers"].cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return str(refused.value.__cause__.sqlstate)  # type: ignore[union-attr]


def test_a_second_unique_constraint_over_the_key_comes_and_goes(
    migrate: Migrate, held: Paper
) -> None:
    migrate(migrations.AddConstraint("Country", CODE))
    migrate(migrations.RemoveConstraint("Country", "once_more"))

    assert refusal(country="XX") == "23503"


ANOTHER_KEY: Final[dict[str, Sequence[Any]]] = {
    "an id in its place": [
        migrations.AlterField("Country", "code", models.CharField(max_length=2)),
    ],
    "a number in its place": [
        migrations.AlterField("Country", "code", models.CharField(max_length=2, unique=True)),
        migrations.AddField("Country", "number", models.BigAutoField(primary_key=True)),
    ],
    "the column goes": [migrations.RemoveField("Country", "code")],
}


@pytest.mark.parametrize("change", ANOTHER_KEY)
def test_another_primary_key_is_refused_while_others_hold_this_one(
    migrate: Migrate, held: Paper, change: str
) -> None:
    with pytest.raises(KeyIsHeld, match="while its values are held"):
        migrate(*ANOTHER_KEY[change])

    assert found() == wanted()
    assert Country.objects.get().pk == "DE"
    assert refusal(country="XX") == "23503"


@pytest.mark.parametrize(
    ("length", "collation"), [(3, None), (2, "C"), (5, "C")], ids=["longer", "collated", "both"]
)
def test_the_key_becomes_wider(
    migrate: Migrate, held: Paper, length: int, collation: str | None
) -> None:
    wider = models.CharField(max_length=length, primary_key=True, db_collation=collation)

    migrate(migrations.AlterField("Country", "code", wider))

    assert Country.objects.get().pk == "DE"
    assert refusal(country="XX") == "23503"


def test_the_column_that_holds_it_has_the_collation_that_its_key_says(
    migrate: Migrate,
) -> None:
    def land(collation: str | None) -> IdentityKey:
        code = models.CharField(max_length=2, db_collation=collation)
        return IdentityKey("people.Country", models.SET_NULL, code, null=True)

    def collations() -> list[str]:
        with connections["papers"].cursor() as cursor:
            cursor.execute(
                "SELECT attcollation::regcollation::text FROM pg_catalog.pg_attribute"
                " WHERE attrelid = 'papers_paper'::regclass"
                " AND attname IN ('country_id', 'land_id') ORDER BY attname"
            )
            return [collation for (collation,) in cursor.fetchall()]

    migrate(migrations.AddField("Paper", "land", land("C")), app="papers")
    added = collations()
    migrate(
        migrations.AlterField("Paper", "land", land(None)),
        migrations.AlterField("Paper", "country", land("C")),
        app="papers",
    )

    assert (added, collations()) == (['"default"', '"C"'], ['"C"', '"default"'])


def test_a_key_that_its_rows_do_not_fit_becomes_no_narrower(migrate: Migrate, held: Paper) -> None:
    narrower = models.CharField(max_length=1, primary_key=True)

    with pytest.raises(DataError, match="value too long"):
        migrate(migrations.AlterField("Country", "code", narrower))

    assert found() == wanted()
    assert Country.objects.get().pk == "DE"
    assert refusal(country="XX") == "23503"


def test_a_key_becomes_narrower_where_its_rows_fit(migrate: Migrate, ada: Person) -> None:
    country = Country.objects.create(code="D")
    Paper.objects.create(title="On walls", author=ada, country=country)

    migrate(
        migrations.AlterField("Country", "code", models.CharField(max_length=1, primary_key=True))
    )

    assert refusal(country="X") == "23503"


@pytest.mark.parametrize("kind", [models.AutoField, models.SmallAutoField])
def test_a_number_becomes_smaller(migrate: Migrate, held: Paper, kind: Any) -> None:
    migrate(migrations.AlterField("Person", "id", kind(primary_key=True)))

    assert Paper.objects.get().author_id == held.author_id
    assert refusal(author=7) == "23503"
