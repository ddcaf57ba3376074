"""Many-to-many and one-to-one over schemas, beside Django's own in one schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import apart.models
import pytest
import single.models
from django.core import checks
from django.db import IntegrityError, models, transaction
from django.db.models import Count, Prefetch, Q
from django.forms import modelform_factory
from django.test.utils import isolate_apps
from persons.models import Person

from appschemas import (
    CrossSchemaJoin,
    IdentityKey,
    IdentityManyToMany,
    IdentityOneToOne,
    NotInstalled,
)
from appschemas.integrity.system_checks.key_paths import check_key_paths
from tests.tools.statements import recorded

pytestmark = pytest.mark.django_db(databases="__all__")

TWINS: dict[str, Any] = {"single": single.models, "apart": apart.models}


@pytest.fixture
def ann(db: None) -> Person:
    """Ann and Bob read walls, Bob reads doors, and nobody reads roofs, in each twin."""
    ann, bob, _ = (Person.objects.create(name=name) for name in ("Ann", "Bob", "Zoe"))
    for twin in TWINS.values():
        papers = [twin.Paper.objects.create(title=t, author=ann) for t in ("walls", "doors", "r")]
        twin.Reading.objects.create(paper=papers[0], person=ann, year=2001)
        twin.Reading.objects.create(paper=papers[0], person=bob, year=2002)
        twin.Reading.objects.create(paper=papers[1], person=bob, year=2003)
    return ann


def walls(twin: Any) -> Any:
    return twin.Paper.objects.get(title="walls")


def names(rows: Any) -> list[str]:
    return [str(row) for row in rows]


def zoe() -> Person:
    return Person.objects.get(name="Zoe")


DONE: dict[str, Callable[[Any], Any]] = {
    "all": lambda readers: names(readers.all()),
    "filter": lambda readers: names(readers.filter(name="Bob")),
    "exclude": lambda readers: names(readers.exclude(name="Bob")),
    "count": lambda readers: (readers.count(), readers.filter(name="Ann").count()),
    "exists": lambda readers: (readers.exists(), readers.filter(name="Zoe").exists()),
    "order": lambda readers: names(readers.order_by("-name")[:1]),
    "values": lambda readers: list(readers.values_list("name", flat=True)),
    "add": lambda readers: (readers.add(zoe()), readers.add(zoe()), names(readers.all())),
    "add_key": lambda readers: (readers.add(zoe().pk), names(readers.all())),
    "through": lambda readers: (
        readers.add(zoe(), through_defaults={"year": 1999}),
        readers.through.objects.get(person=zoe()).year,
    ),
    "remove": lambda readers: (
        readers.remove(Person.objects.get(name="Bob")),
        names(readers.all()),
    ),
    "remove_none": lambda readers: (readers.remove(zoe()), readers.count()),
    "set": lambda readers: (readers.set([zoe()]), names(readers.all())),
    "set_clear": lambda readers: (readers.set([zoe()], clear=True), names(readers.all())),
    "clear": lambda readers: (readers.clear(), readers.count(), readers.through.objects.count()),
    "create": lambda readers: (readers.create(name="New").name, names(readers.all())),
    "get_or_create": lambda readers: (readers.get_or_create(name="Ann")[1], readers.count()),
    "get": lambda readers: readers.get(name="Ann").name,
    "in_bulk": lambda readers: sorted(names(readers.in_bulk().values())),
    "update": lambda readers: readers.filter(name="Ann").update(score=3),
}


@pytest.mark.parametrize("name", DONE)
def test_a_manager_does_what_that_of_a_many_to_many_field_does(ann: Person, name: str) -> None:
    found = []
    for twin in TWINS.values():
        with transaction.atomic():
            found.append(DONE[name](walls(twin).readers))
            transaction.set_rollback(True)

    assert found[1] == found[0]


BACK: dict[str, Callable[[Any, Any], Any]] = {
    "all": lambda papers, twin: sorted(names(papers.all())),
    "filter": lambda papers, twin: names(papers.filter(title="doors")),
    "count": lambda papers, twin: papers.count(),
    "add": lambda papers, twin: (
        papers.add(twin.Paper.objects.get(title="r")),
        sorted(names(papers.all())),
    ),
    "remove": lambda papers, twin: (papers.remove(walls(twin)), names(papers.all())),
    "set": lambda papers, twin: (papers.set([walls(twin)]), names(papers.all())),
    "clear": lambda papers, twin: (papers.clear(), papers.count()),
}


@pytest.mark.parametrize("name", BACK)
def test_the_other_sides_manager_does_it_as_well(ann: Person, name: str) -> None:
    bob = Person.objects.get(name="Bob")

    found = [BACK[name](getattr(bob, f"{app}_read"), twin) for app, twin in TWINS.items()]

    assert found[1] == found[0]


CONDITIONS: list[Q] = [
    Q(readers__name="Ann"),
    ~Q(readers__name="Ann"),
    Q(readers__name__in=["Ann", "Bob"]),
    Q(readers__isnull=True),
    Q(readers__score__isnull=True),
    Q(readers__name="Bob") & ~Q(readers__name="Ann"),
    Q(reading__person__name="Ann", reading__year=2001),
    Q(readers__name="Bob", reading__year=2001),
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_a_condition_on_the_far_side_has_the_rows_that_it_has_in_one_schema(
    ann: Person, condition: Q
) -> None:
    found = [sorted(names(twin.Paper.objects.filter(condition))) for twin in TWINS.values()]

    assert found[1] == found[0]


def test_rows_are_prefetched_with_two_statements_more(ann: Person) -> None:
    with recorded() as seen:
        papers = apart.models.Paper.objects.prefetch_related("readers").order_by("pk")
        found = {paper.title: names(paper.readers.all()) for paper in papers}

    assert found == {"walls": ["Ann", "Bob"], "doors": ["Bob"], "r": []}
    assert [role for role, _ in seen] == ["apart_rw", "apart_rw", "persons_rw"]


def test_a_prefetch_takes_a_queryset_and_follows_further(ann: Person) -> None:
    for name in ("single", "apart"):
        named = Prefetch(f"{name}_read", TWINS[name].Paper.objects.filter(title="doors"))
        persons = Person.objects.prefetch_related(named, f"{name}_read__sections").order_by("name")

        found = [names(getattr(person, f"{name}_read").all()) for person in persons]

        assert found == [[], ["doors"], []]


def test_keys_are_counted_between(ann: Person) -> None:
    counted = [
        list(twin.Paper.objects.annotate(n=Count("readers")).order_by("pk").values_list("n"))
        for twin in TWINS.values()
    ]

    assert counted[1] == counted[0] == [(2,), (1,), (0,)]


def test_a_form_offers_and_saves_the_other_sides_rows(ann: Person) -> None:
    for twin in TWINS.values():
        form_class = modelform_factory(twin.Paper, fields=["title", "author", "readers"])
        data = {"title": "walls", "author": ann.pk, "readers": [zoe().pk]}

        form_class(data, instance=walls(twin)).save()

        assert names(walls(twin).readers.all()) == ["Zoe"]


def test_what_is_added_must_be_there(ann: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        walls(apart.models).readers.add(999)
        transaction.get_connection("apart").check_constraints()

    assert walls(apart.models).readers.count() == 2


def test_both_sides_take_the_rows_between_along(ann: Person) -> None:
    ann.delete()
    Person.objects.get(name="Bob").delete()

    assert [twin.Reading.objects.count() for twin in TWINS.values()] == [0, 0]


def test_a_query_from_the_other_side_says_what_to_write() -> None:
    with pytest.raises(CrossSchemaJoin, match=r"Write pk__in=Reading\.objects\.filter"):
        Person.objects.filter(apart_read__title="walls")


@isolate_apps("apart")
def test_without_the_other_app_it_says_what_is_missing() -> None:
    class Guest(models.Model):
        rooms = IdentityManyToMany("hotel.Room", through="apart.Reading")

        class Meta:
            app_label = "apart"

    assert Guest.check() == []
    assert not Guest._meta.apps._pending_operations
    with pytest.raises(NotInstalled, match=r"points at hotel\.Room, whose app is not installed"):
        Guest(pk=1).rooms  # noqa: B018


@isolate_apps("apart", "single")
@pytest.mark.parametrize("label", TWINS)
def test_a_proxy_is_asked_for_the_far_side_as_its_original(ann: Person, label: str) -> None:
    class Reprint(TWINS[label].Paper):  # type: ignore[misc, name-defined]
        class Meta:
            proxy = True
            app_label = label

    rows = Reprint.objects.order_by("pk")

    assert names(rows.filter(readers__name="Bob")) == ["walls", "doors"]
    assert names(rows.exclude(readers__name="Ann")) == ["doors", "r"]
    assert [names(row.readers.all()) for row in rows.prefetch_related("readers")] == [
        ["Ann", "Bob"],
        ["Bob"],
        [],
    ]
    assert list(modelform_factory(Reprint, fields=["readers"]).base_fields) == ["readers"]


@isolate_apps("apart")
def test_a_child_is_asked_whichever_of_the_models_comes_last(ann: Person) -> None:
    class Guide(models.Model):
        guests = IdentityManyToMany("persons.Person", through="apart.Stay", related_name="guides")

        class Meta:
            app_label = "apart"

    class Tour(Guide):
        class Meta:
            app_label = "apart"

    class Stay(models.Model):
        guide = models.ForeignKey(Guide, models.CASCADE)
        guest = IdentityKey("persons.Person", on_delete=models.CASCADE)

        class Meta:
            app_label = "apart"

    class LateTour(Tour):
        class Meta:
            app_label = "apart"

    for child in (Tour, LateTour):
        joined = str(child.objects.filter(guests__name="Ann").query)
        assert '"apart_stay"."guest_id"' in joined, joined
        assert child._meta.get_field("guests").model is Guide


@isolate_apps("apart", "persons")
def test_a_model_between_without_a_key_is_an_error_of_check(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Guest(models.Model):
        class Meta:
            app_label = "persons"

    class Stay(models.Model):
        class Meta:
            app_label = "apart"

    class Room(models.Model):
        guests = IdentityManyToMany("persons.Guest", through="Stay")

        class Meta:
            app_label = "apart"

    monkeypatch.setattr("django.apps.apps.get_models", lambda **options: [Room])

    assert [each.id for each in check_key_paths()] == ["fields.E336"]
    assert Room._meta.get_field("guests").related_model is Guest
    assert Room.guests.through is Stay


# One to one
# ----------


def test_there_is_one_row_and_the_other_side_has_it(ann: Person) -> None:
    for name, twin in TWINS.items():
        made = twin.Profile.objects.create(person=ann, text="t")
        again = Person.objects.get(pk=ann.pk)

        assert getattr(again, f"{name}_profile") == made
        assert getattr(again, f"{name}_profile").person is again
        assert not hasattr(zoe(), f"{name}_profile")
        with (
            pytest.raises(IntegrityError),
            transaction.atomic(using=name if name == "apart" else "persons"),
        ):
            twin.Profile.objects.create(person=ann, text="t")


def test_it_is_prefetched_from_both_sides(ann: Person) -> None:
    apart.models.Profile.objects.create(person=ann, text="t")

    with recorded() as seen:
        persons = list(Person.objects.prefetch_related("apart_profile").filter(name="Ann"))
        assert persons[0].apart_profile.text == "t"

    assert [role for role, _ in seen] == ["persons_rw", "apart_rw"]


def test_it_is_a_one_to_one_field_that_migrations_see_as_a_unique_column() -> None:
    field: Any = apart.models.Profile._meta.get_field("person")

    assert isinstance(field, models.OneToOneField)
    assert (field.one_to_one, field.unique) == (True, True)
    assert type(field.clone()) is IdentityOneToOne
    assert field.deconstruct()[1] == "appschemas.fields.IdentityKey"
    assert [each for each in apart.models.Profile.check() if isinstance(each, checks.Warning)] == []
