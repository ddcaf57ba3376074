"""An identity key as who asks in Python sees it: a foreign key; and as others do: a column."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import FieldError
from django.db import models
from django.db.migrations.state import ProjectState
from django.db.models import FilteredRelation, Q
from django.db.models.deletion import get_candidate_relations_to_delete
from django.test.utils import isolate_apps, register_lookup
from papers.models import Paper
from people.models import Person
from rest_framework.serializers import ModelSerializer
from reviews.models import Review

from appschemas import CrossSchemaJoin, IdentityKey
from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")

AUTHOR: Any = Paper._meta.get_field("author")


def test_it_is_a_foreign_key_to_its_target() -> None:
    assert isinstance(AUTHOR, models.ForeignKey)
    assert AUTHOR.remote_field.model is Person
    assert (AUTHOR.related_model, AUTHOR.many_to_one) == (Person, True)
    assert AUTHOR.get_internal_type() == "ForeignKey"


@pytest.mark.parametrize("field", Paper._meta.local_fields[2:], ids=str)
def test_a_copy_for_a_migration_is_the_declared_column(field: Any) -> None:
    column = field.clone()

    assert type(column) is IdentityKey
    assert (column.remote_field, column.is_relation) == (None, False)
    assert column.deconstruct()[1:] == field.deconstruct()[1:]


def test_a_state_of_migrations_has_no_relation_of_it() -> None:
    state = ProjectState.from_apps(apps)

    assert type(state.apps.get_model("papers.Paper")._meta.get_field("author")) is IdentityKey
    assert ("papers", "paper") not in state.relations["people", "person"]
    assert ("papers", "section") in state.relations["papers", "paper"]


@isolate_apps("papers", "people")
def test_it_is_one_whichever_class_comes_first() -> None:
    class Visit(models.Model):
        guest = IdentityKey("people.Guest", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    guest = Visit._meta.get_field("guest")
    assert type(guest) is IdentityKey

    class Guest(models.Model):
        class Meta:
            app_label = "people"

    class Stay(models.Model):
        guest = IdentityKey("people.Guest", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    assert [guest.related_model, Stay._meta.get_field("guest").related_model] == [Guest, Guest]


@isolate_apps("papers")
def test_without_its_target_it_is_the_column_and_nothing_waits() -> None:
    class Visit(models.Model):
        guest = IdentityKey("hotel.Guest", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    field: Any = Visit._meta.get_field("guest")

    assert (type(field), field.remote_field) == (IdentityKey, None)
    assert not Visit._meta.apps._pending_operations
    assert Visit.check() == []
    assert str(Visit.objects.filter(guest=1).query).endswith('."guest_id" = 1')


@isolate_apps("papers")
def test_models_that_inherit_a_field_have_one_each() -> None:
    class Visited(models.Model):
        guest = IdentityKey(
            "people.Person", on_delete=models.CASCADE, related_name="%(class)s_set_of_guests+"
        )

        class Meta:
            app_label = "papers"
            abstract = True

    class Visit(Visited):
        class Meta(Visited.Meta):
            abstract = False

    class Stay(Visited):
        class Meta(Visited.Meta):
            abstract = False

    fields: list[Any] = [each._meta.get_field("guest") for each in (Visit, Stay)]

    assert [field.remote_field.related_name for field in fields] == [
        "visit_set_of_guests+",
        "stay_set_of_guests+",
    ]
    assert [field.as_column.model for field in fields] == [Visit, Stay]


@isolate_apps("papers")
def test_a_copy_is_a_relation_of_the_model_that_it_is_put_on() -> None:
    field = copy.copy(AUTHOR)
    field.null = True

    class Draft(models.Model):
        author = field

        class Meta:
            app_label = "papers"

    assert (field.model, field.remote_field.field) == (Draft, field)
    assert (field.as_column.null, field.as_column.model) == (True, Draft)
    assert AUTHOR.model is Paper


def test_a_field_that_is_made_by_its_class_is_a_declaration() -> None:
    badge: Any = Paper._meta.get_field("badge")

    made = type(badge)(badge.remote_field.model, models.DO_NOTHING, related_name="+", null=True)

    assert type(made) is IdentityKey
    assert (made.to, type(made.key)) == ("people.Badge", models.UUIDField)


def test_a_class_of_ones_own_stays_what_it_is() -> None:
    class Owner(IdentityKey):
        def formfield(self, **kwargs: Any) -> Any:
            return super().formfield(**{"label": "owned by", **kwargs})

    with isolate_apps("papers"):

        class Thing(models.Model):
            owner = Owner("people.Person", on_delete=models.CASCADE)

            class Meta:
                app_label = "papers"

    field: Any = Thing._meta.get_field("owner")
    assert isinstance(field, Owner)
    assert isinstance(field, models.ForeignKey)
    assert (field.formfield().label, type(field.clone())) == ("owned by", Owner)


def test_a_lookup_that_is_registered_later_is_one_of_it(paper: Paper, ada: Person) -> None:
    class Beyond(models.Lookup):
        lookup_name = "beyond"

        def as_sql(self, compiler: Any, connection: Any) -> Any:
            lhs, lhs_params = self.process_lhs(compiler, connection)
            rhs, rhs_params = self.process_rhs(compiler, connection)
            return f"{lhs} > {rhs}", [*lhs_params, *rhs_params]

    with register_lookup(models.Field, Beyond):
        assert Paper.objects.get(author__beyond=ada.pk - 1) == paper


# Nothing is joined
# -----------------


# Deprecated from Django 6.1 on, and used until it is gone.
@pytest.mark.filterwarnings("ignore:Calling select_related")
def test_related_objects_without_names_leave_keys_alone(paper: Paper, statements: Recorded) -> None:
    with statements() as seen:
        assert [each.title for each in Paper.objects.select_related()] == ["On walls"]

    assert [role for role, _ in seen] == ["papers_rw"]
    assert "JOIN" not in seen[0][1]


def test_a_filtered_relation_over_a_key_is_refused() -> None:
    with pytest.raises(CrossSchemaJoin, match=r"papers\.Paper\.author is an identity key"):
        str(
            Paper.objects.annotate(writer=FilteredRelation("author", condition=Q(title="x")))
            .filter(writer__name="Ada")
            .query
        )


def test_whoever_builds_a_join_by_hand_is_told() -> None:
    with pytest.raises(CrossSchemaJoin, match=r"a query would join people\.Person over it"):
        AUTHOR.get_joining_fields()


def test_an_annotation_of_the_name_behind_a_key_is_not_taken_for_it(
    paper: Paper, ada: Person
) -> None:
    found = Paper.objects.annotate(name=models.Value("annotated")).filter(author__name="Ada")

    assert found.get() == paper


def test_a_name_that_the_other_side_lacks_is_an_error_as_for_a_foreign_key() -> None:
    with pytest.raises(FieldError, match="Cannot resolve keyword 'nmae' into field"):
        Paper.objects.filter(author__nmae="Ada")


def test_only_what_is_named_behind_a_key_is_read(paper: Paper) -> None:
    found = Paper.objects.only("author__name").get()

    assert found.get_deferred_fields() >= {"title"}
    assert found.author.name == "Ada"


# Deletion
# --------


def test_the_collector_lists_each_key_once() -> None:
    relations = get_candidate_relations_to_delete(Person._meta)
    found = [f"{each.related_model._meta.label}.{each.field.name}" for each in relations]

    assert sorted(found) == sorted(set(found))
    assert {"papers.Paper.author", "papers.Paper.editor", "reviews.Opinion.person"} <= {*found}


def test_the_admin_lists_each_row_once_before_it_goes(paper: Paper, ada: Person) -> None:
    Review.objects.create(paper=paper)
    collector = NestedObjects(using="people")

    collector.collect([ada])

    review = f"Review object ({Review.objects.get().pk})"
    assert collector.nested(str) == ["Ada", ["On walls", [review]]]


# Libraries that ask
# ------------------


class ReviewSerializer(ModelSerializer):
    class Meta:
        model = Review
        fields = ["paper", "score"]


def test_a_serializer_refuses_a_key_that_is_not_there(db: None) -> None:
    serializer = ReviewSerializer(data={"paper": 999, "score": 1})

    assert not serializer.is_valid()
    assert serializer.errors["paper"][0].code == "does_not_exist"
