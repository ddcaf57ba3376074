"""Columns of other kinds around a key: composite keys, defaults of the database, computed ones."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connections, models, transaction
from django.db.migrations import operations
from django.db.models import F
from people.models import Person

from appschemas import IdentityKey
from tests.tools.bench import Bench

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def papers(db: None) -> Bench:
    return Bench("papers")


def key(**options: Any) -> IdentityKey:
    return IdentityKey("people.Person", on_delete=models.CASCADE, **options)


def test_a_key_is_part_of_a_composite_primary_key(papers: Bench, ada: Person, bob: Person) -> None:
    fields: list[tuple[str, Any]] = [
        ("pk", models.CompositePrimaryKey("guest", "number")),
        ("guest", key()),
        ("number", models.IntegerField()),
        ("note", models.TextField(default="")),
    ]
    papers.apply(operations.CreateModel("Seat", fields))
    seats = papers.state.apps.get_model("papers", "Seat").objects

    seats.create(guest_id=ada.pk, number=1)
    seats.bulk_create([seats.model(guest_id=bob.pk, number=n) for n in (1, 2)])
    seat = seats.get(pk=(bob.pk, 2))
    seat.note = "window"
    seat.save()

    assert seats.filter(guest=bob.pk, note="window").get().pk == (bob.pk, 2)
    assert seats.filter(pk__in=[(ada.pk, 1), (bob.pk, 1)]).delete()[0] == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        seats.create(guest_id=-1, number=1)
        connections["papers"].check_constraints()


def test_the_database_gives_a_default_and_checks_it(papers: Bench, ada: Person) -> None:
    papers.apply(operations.AddField("Section", "editor", key(db_default=ada.pk)))
    model = papers.state.apps.get_model("papers", "Section")
    paper = papers.state.apps.get_model("papers", "Paper").objects.create(title="t", author=ada.pk)

    section = model.objects.create(paper=paper)
    section.refresh_from_db()
    connections["papers"].check_constraints()

    assert section.editor_id == ada.pk
    papers.apply(operations.AlterField("Section", "editor", key(db_default=-1)))
    with pytest.raises(IntegrityError, match="identity key"), transaction.atomic():
        papers.state.apps.get_model("papers", "Section").objects.create(paper_id=paper.pk)
        connections["papers"].check_constraints()


def test_a_column_is_computed_of_a_key(papers: Bench, ada: Person) -> None:
    computed: Any = models.GeneratedField(
        expression=F("author") * 2, output_field=models.BigIntegerField(), db_persist=True
    )
    papers.apply(operations.AddField("Paper", "twice", computed))
    model = papers.state.apps.get_model("papers", "Paper")

    paper = model.objects.create(title="t", author=ada.pk)
    paper.refresh_from_db()

    assert paper.twice == 2 * ada.pk
    assert model.objects.filter(twice=2 * F("author")).get() == paper
