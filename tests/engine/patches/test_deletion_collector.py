"""on_delete across schemas: the results, exceptions and signals of a foreign key."""

from __future__ import annotations

from typing import Any

import django
import pytest
from django.contrib.admin.utils import NestedObjects
from django.db import connections, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.db.models.signals import post_delete, pre_delete
from django.db.utils import IntegrityError
from papers.models import Paper, Section
from people.models import Badge, Country, Member, Person, Writer
from reviews.models import Grant, Opinion, Review

from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


def test_cascade_goes_through_three_schemas(paper: Paper, ada: Person) -> None:
    Section.objects.create(paper=paper)
    Review.objects.create(paper=paper)

    count, by_model = ada.delete()

    assert count == 4
    assert by_model == {
        "people.Person": 1,
        "papers.Paper": 1,
        "papers.Section": 1,
        "reviews.Review": 1,
    }
    assert not Review.objects.exists()


def test_a_queryset_cascades_as_an_instance_does(paper: Paper) -> None:
    Review.objects.create(paper=paper)

    Person.objects.filter(name="Ada").delete()

    assert (Paper.objects.count(), Review.objects.count()) == (0, 0)


@pytest.mark.skipif(django.VERSION < (6, 1), reason="DB_CASCADE is new in Django 6.1")
def test_what_no_constraint_does_between_schemas_the_orm_does(
    monkeypatch: pytest.MonkeyPatch, ada: Person, bob: Person
) -> None:
    kept = Grant.objects.create(person=bob)
    Grant.objects.create(person=ada)
    key = Grant._meta.get_field("person")
    monkeypatch.setattr(key.remote_field, "on_delete", models.DB_CASCADE)

    assert ada.delete() == (2, {"people.Person": 1, "reviews.Grant": 1})
    assert list(Grant.objects.all()) == [kept]


def test_set_null_keeps_the_row(paper: Paper, bob: Person) -> None:
    bob.delete()

    paper.refresh_from_db()
    assert paper.editor_id is None


def test_set_null_reaches_the_keys_of_other_types(ada: Person) -> None:
    country = Country.objects.create(code="fi")
    paper = Paper.objects.create(title="t", author=ada, country=country)

    country.delete()

    paper.refresh_from_db()
    assert paper.country_id is None


def test_set_default_takes_the_default(ada: Person) -> None:
    Country.objects.create(code="xx")
    fi = Country.objects.create(code="fi")
    opinion = Opinion.objects.create(person=ada, country=fi)

    fi.delete()

    opinion.refresh_from_db()
    assert opinion.country_id == "xx"


def test_set_calls_for_the_value(ada: Person) -> None:
    opinion = Opinion.objects.create(person=ada, country=None)

    ada.delete()

    opinion.refresh_from_db()
    assert opinion.person.name == "nobody"


def test_protect_names_the_objects(ada: Person) -> None:
    badge = Badge.objects.create()
    paper = Paper.objects.create(title="t", author=ada, badge=badge)

    with pytest.raises(ProtectedError) as error:
        badge.delete()

    assert error.value.protected_objects == {paper}
    assert error.value.args[0] == (
        "Cannot delete some instances of model 'Badge' because they are referenced through "
        "protected foreign keys: 'Paper.badge'."
    )


def test_restrict_names_the_objects(ada: Person) -> None:
    referee = Member.objects.create(name="Eve")
    paper = Paper.objects.create(title="t", author=ada, referee=referee)

    with pytest.raises(RestrictedError) as error:
        referee.delete()

    assert error.value.restricted_objects == {paper}


def test_restrict_gives_way_when_the_object_goes_by_another_key() -> None:
    eve = Member.objects.create(name="Eve")
    Paper.objects.create(title="t", author=eve, referee=eve)

    eve.delete()

    assert not Paper.objects.exists()


def test_deleting_a_parent_takes_its_child_and_what_holds_the_child(ada: Person) -> None:
    member = Member.objects.create(name="Eve")
    Paper.objects.create(title="t", author=ada, referee=member)

    with pytest.raises(RestrictedError):
        Person.objects.get(pk=member.pk).delete()


def test_deleting_a_child_takes_what_holds_its_parent() -> None:
    member = Member.objects.create(name="Eve")
    Paper.objects.create(title="t", author_id=member.pk)

    member.delete()

    assert not Paper.objects.exists()


def test_do_nothing_leaves_it_to_the_database(paper: Paper, ada: Person) -> None:
    Opinion.objects.create(person=ada, paper=paper, country=None)

    with pytest.raises(IntegrityError, match="violates identity key"), transaction.atomic():
        paper.delete()
        connections["papers"].check_constraints()


def test_a_foreign_key_that_is_not_converted_cascades(paper: Paper, bob: Person) -> None:
    grant = Grant.objects.create(person=bob)
    grant.papers.add(paper)

    bob.delete()

    assert not Grant.papers.through.objects.exists()


def test_a_many_to_many_that_crosses_loses_its_rows(paper: Paper, bob: Person) -> None:
    grant = Grant.objects.create(person=bob)
    grant.papers.add(paper)

    paper.delete()

    assert not Grant.papers.through.objects.exists()


def test_signals_are_sent_for_the_rows_of_other_schemas(paper: Paper, ada: Person) -> None:
    sent: list[tuple[str, str]] = []

    def note(sender: Any, signal: Any, instance: Any, origin: Any, **kwargs: Any) -> None:
        sent.append(("pre" if signal is pre_delete else "post", sender.__name__))
        assert origin is ada

    for signal in (pre_delete, post_delete):
        signal.connect(note)
    try:
        ada.delete()
    finally:
        for signal in (pre_delete, post_delete):
            signal.disconnect(note)

    assert sent == [("pre", "Paper"), ("pre", "Person"), ("post", "Paper"), ("post", "Person")]


def test_every_row_is_deleted_as_the_role_of_its_schema(
    paper: Paper, ada: Person, statements: Recorded
) -> None:
    Review.objects.create(paper=paper)

    with statements() as seen:
        ada.delete()

    deletes = [(role, sql.split('"')[1]) for role, sql in seen if sql.startswith("DELETE")]
    assert set(deletes) >= {
        ("people_rw", "people_person"),
        ("papers_rw", "papers_paper"),
        ("reviews_rw", "reviews_review"),
    }


@pytest.mark.parametrize("delete", [lambda ada: ada.delete(), lambda ada: delete_in_admin(ada)])
def test_statements_do_not_grow_with_the_rows(
    ada: Person, bob: Person, statements: Recorded, delete: Any
) -> None:
    counts = []
    for rows, person in ((1, ada), (50, bob)):
        for n in range(rows):
            paper = Paper.objects.create(title=f"{rows} {n}", author=person)
            Review.objects.create(paper=paper)
        with statements() as seen:
            delete(person)
        counts.append(len(seen))

    assert counts[0] == counts[1]


def delete_in_admin(person: Person) -> None:
    """What the admin does before it asks whether to delete."""
    NestedObjects(using="people").collect([person])


def test_the_admin_lists_what_goes(paper: Paper, ada: Person) -> None:
    review = Review.objects.create(paper=paper)
    collector = NestedObjects(using="people")

    collector.collect(Person.objects.filter(pk=ada.pk))

    assert collector.nested() == [ada, [paper, [review]]]


def test_the_admin_lists_what_protects(ada: Person) -> None:
    badge = Badge.objects.create()
    paper = Paper.objects.create(title="t", author=ada, badge=badge)
    collector = NestedObjects(using="people")

    collector.collect([badge])

    assert collector.protected == {paper}


def test_a_failing_deletion_leaves_all_schemas_as_they_were(ada: Person) -> None:
    badge = Badge.objects.create()
    paper = Paper.objects.create(title="t", author=ada, badge=badge)

    with pytest.raises(ProtectedError), transaction.atomic():
        paper.title = "changed"
        paper.save()
        badge.delete()

    assert Paper.objects.get().title == "t"


def test_a_proxy_is_deleted_as_its_model(ada: Person, bob: Person, statements: Recorded) -> None:
    counts = []
    for person in (ada, Writer.objects.get(pk=bob.pk)):
        Paper.objects.create(title="t", author_id=person.pk)
        with statements() as seen:
            person.delete()
        counts.append(len(seen))

    assert not Paper.objects.exists()
    assert counts[0] == counts[1]
