"""What people do with a foreign key, done with an identity key."""

from __future__ import annotations

import copy
import pickle
import re
import uuid
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import models
from django.db.migrations.writer import MigrationWriter
from django.db.models import F
from django.forms import modelform_factory
from django.test.utils import isolate_apps
from papers.models import Paper
from people.models import Badge, Country, Member, Person
from rest_framework.serializers import ModelSerializer

from appschemas import IdentityKey
from appschemas.exceptions import CrossSchemaJoin, NotInstalled
from tests.tools.statements import Recorded

pytestmark = pytest.mark.django_db(databases="__all__")


# Instances
# ---------


def test_the_object_is_read_once_as_the_role_of_its_schema(
    paper: Paper, ada: Person, statements: Recorded
) -> None:
    with statements() as seen:
        assert [paper.author, paper.author] == [ada, ada]

    assert [role for role, _ in seen] == ["people_rw"]


def test_the_key_itself_needs_no_statement(paper: Paper, ada: Person, statements: Recorded) -> None:
    with statements() as seen:
        assert paper.author_id == ada.pk

    assert seen == []


def test_an_assigned_object_is_kept(ada: Person, statements: Recorded) -> None:
    paper = Paper(author=ada)

    with statements() as seen:
        assert (paper.author, paper.author_id) == (ada, ada.pk)

    assert seen == []


def test_a_new_key_forgets_the_object_of_the_old_one(
    paper: Paper, ada: Person, bob: Person
) -> None:
    assert paper.author == ada

    paper.author_id = bob.pk

    assert paper.author == bob


def test_refreshing_forgets_the_object(paper: Paper, ada: Person) -> None:
    assert paper.author.name == "Ada"
    Person.objects.filter(pk=ada.pk).update(name="Lovelace")

    paper.refresh_from_db()

    assert paper.author.name == "Lovelace"


def test_no_key_means_no_object(ada: Person) -> None:
    assert Paper(author=ada).editor is None


def test_a_key_that_may_not_be_null_and_is_has_no_object() -> None:
    with pytest.raises(Person.DoesNotExist, match=r"papers\.Paper has no author"):
        Paper().author  # noqa: B018


def test_a_key_without_a_row_has_no_object() -> None:
    with pytest.raises(Person.DoesNotExist, match=r"people\.Person with key 0 does not exist"):
        Paper(author_id=0).author  # noqa: B018


def test_hasattr_answers_as_for_a_foreign_key() -> None:
    assert not hasattr(Paper(), "author")


def test_null_takes_the_object_away(paper: Paper) -> None:
    paper.editor = None
    paper.save()

    assert Paper.objects.get(pk=paper.pk).editor_id is None


def test_an_object_of_another_model_is_refused(paper: Paper) -> None:
    with pytest.raises(ValueError, match=r"takes a people\.Person instance or its key"):
        Paper(author=paper)


def test_a_child_of_the_model_is_taken() -> None:
    member = Member.objects.create(name="Eve")

    paper = Paper.objects.create(title="By a member", author=member)

    assert paper.author_id == member.pk


@isolate_apps("papers")
def test_a_row_that_has_the_key_as_its_own_is_taken_for_it(ada: Person) -> None:
    class Host(models.Model):
        person_ptr = IdentityKey("people.Person", on_delete=models.CASCADE, primary_key=True)

        class Meta:
            app_label = "papers"

    host = Host(person_ptr=ada)
    paper = Paper.objects.create(title="t", author=host)

    assert Paper.objects.get(author=host) == paper
    assert paper.author == ada


def test_an_object_that_is_not_saved_is_refused_when_the_row_is(db: None) -> None:
    with pytest.raises(ValueError, match="data loss due to unsaved related object 'author'"):
        Paper(title="early", author=Person(name="new")).save()


def test_an_object_that_is_saved_in_between_gives_its_key() -> None:
    person = Person(name="new")
    paper = Paper(title="early", author=person)
    person.save()

    paper.save()

    assert paper.author_id == person.pk


def test_a_copy_and_a_pickle_keep_the_object(paper: Paper, ada: Person) -> None:
    assert paper.author == ada

    copies = [copy.copy(paper), copy.deepcopy(paper), pickle.loads(pickle.dumps(paper))]  # noqa: S301

    assert [each.author.name for each in copies] == ["Ada"] * 3


def test_a_deferred_key_is_read_when_it_is_asked_for(paper: Paper, ada: Person) -> None:
    assert Paper.objects.defer("author").get(pk=paper.pk).author == ada


def test_keys_of_other_types_are_read_back() -> None:
    badge, country = Badge.objects.create(), Country.objects.create(code="fi")
    pk = Paper.objects.create(
        title="t", author=Person.objects.create(), badge=badge, country=country
    ).pk

    found = Paper.objects.get(pk=pk)

    assert (found.badge_id, found.country_id) == (badge.pk, "fi")
    assert (found.badge, found.country) == (badge, country)


# Queries
# -------


def test_prefetching_is_one_statement_for_all_rows(
    ada: Person, bob: Person, statements: Recorded
) -> None:
    Paper.objects.bulk_create(Paper(title=str(n), author=(ada, bob)[n % 2]) for n in range(20))

    with statements() as seen:
        names = {each.author.name for each in Paper.objects.prefetch_related("author")}

    assert (names, len(seen)) == ({"Ada", "Bob"}, 2)


def test_prefetching_takes_a_queryset(paper: Paper) -> None:
    only = models.Prefetch("author", queryset=Person.objects.only("id"))

    found = Paper.objects.prefetch_related(only).get()

    assert found.author.get_deferred_fields() == {"name"}


def test_prefetching_leaves_out_null(paper: Paper) -> None:
    Paper.objects.update(editor=None)

    assert Paper.objects.prefetch_related("editor").get().editor is None


@pytest.mark.parametrize("how", ["instance", "key", "id", "list", "keys", "queryset", "sliced"])
def test_rows_are_found(how: str, paper: Paper, ada: Person) -> None:
    Paper.objects.create(title="Other", author=Person.objects.create(name="Other"))
    conditions = {
        "instance": {"author": ada},
        "key": {"author": ada.pk},
        "id": {"author_id": ada.pk},
        "list": {"author__in": [ada]},
        "keys": {"author_id__in": [ada.pk]},
        "queryset": {"author__in": Person.objects.filter(name="Ada")},
        "sliced": {"author__in": Person.objects.order_by("name")[:1]},
    }

    assert Paper.objects.get(**conditions[how]) == paper


def test_a_queryset_of_the_other_side_is_a_statement_of_its_own(
    paper: Paper, statements: Recorded
) -> None:
    with statements() as seen:
        list(Paper.objects.filter(author__in=Person.objects.filter(name="Ada")))

    assert [role for role, _ in seen] == ["people_rw", "papers_rw"]


def test_many_keys_are_one_parameter(paper: Paper, ada: Person, statements: Recorded) -> None:
    with statements() as seen:
        found = list(Paper.objects.filter(author__in=[ada.pk, *range(-5000, 0)]))

    assert (found, seen[0][1].count("%s")) == ([paper], 1)


@pytest.mark.parametrize("nothing", [[], [None], Person.objects.none()])
def test_no_keys_find_no_rows(paper: Paper, nothing: object) -> None:
    assert not Paper.objects.filter(author__in=nothing).exists()
    assert Paper.objects.exclude(author__in=nothing).get() == paper


def test_rows_are_excluded_by_a_queryset(paper: Paper, ada: Person) -> None:
    Paper.objects.filter(pk=paper.pk).update(editor=None)

    assert not Paper.objects.exclude(author__in=Person.objects.filter(name="Ada")).exists()
    assert Paper.objects.exclude(editor__in=Person.objects.filter(name="Ada")).get() == paper


@pytest.mark.parametrize("kind", [uuid.UUID, str])
def test_keys_of_other_types_are_found(kind: type) -> None:
    badge, country = Badge.objects.create(), Country.objects.create(code="fi")
    author = Person.objects.create()
    paper = Paper.objects.create(title="t", author=author, badge=badge, country=country)

    found = Paper.objects.filter(badge__in=[kind(str(badge.pk))], country__in=["fi", "longer"])

    assert found.get() == paper


def test_values_are_keys(paper: Paper, ada: Person) -> None:
    assert list(Paper.objects.values_list("author", "author_id")) == [(ada.pk, ada.pk)]


def test_rows_are_counted_by_key(paper: Paper, ada: Person) -> None:
    counted = Paper.objects.values("author").annotate(n=models.Count("id"))

    assert list(counted) == [{"author": ada.pk, "n": 1}]


def test_two_keys_are_compared(paper: Paper) -> None:
    assert not Paper.objects.filter(author=F("editor")).exists()


def test_an_update_takes_an_object(paper: Paper, bob: Person) -> None:
    Paper.objects.update(author=bob)

    paper.refresh_from_db()
    assert paper.author == bob


def test_get_or_create_takes_an_object(paper: Paper, ada: Person) -> None:
    assert Paper.objects.get_or_create(title="On walls", author=ada) == (paper, False)
    assert Paper.objects.update_or_create(title="New", author=ada)[1]


def test_bulk_update_takes_objects(paper: Paper, bob: Person) -> None:
    paper.author = bob

    Paper.objects.bulk_update([paper], ["author"])

    assert Paper.objects.get().author == bob


def test_bulk_create_takes_conflicts_by_name(paper: Paper, ada: Person, bob: Person) -> None:
    Paper.objects.bulk_create(
        [Paper(title="On walls", author=ada, editor=ada)],
        update_conflicts=True,
        unique_fields=["title", "author"],
        update_fields=["editor"],
    )

    assert Paper.objects.get().editor == ada


@pytest.mark.parametrize(
    "query",
    [
        lambda: Paper.objects.order_by("author__name"),
        lambda: Paper.objects.values("author__name"),
        lambda: Paper.objects.values_list("author__name"),
        lambda: Paper.objects.annotate(name=F("author__name")),
        lambda: Paper.objects.filter(title=F("author__name")),
        lambda: Paper.objects.aggregate(models.Max("author__name")),
    ],
)
def test_a_value_behind_the_key_is_refused_when_the_query_is_built(query: object) -> None:
    with pytest.raises(CrossSchemaJoin) as error:
        query()  # type: ignore[operator]

    said = str(error.value)
    assert said.startswith("papers.Paper.author is an identity key: 'author__name' would join ")
    assert "select_related('author')" in said


def test_there_is_no_way_back(ada: Person) -> None:
    assert not hasattr(ada, "paper_set")


# Validation and forms
# --------------------


def test_validating_finds_that_there_is_no_such_row() -> None:
    with pytest.raises(ValidationError) as error:
        Paper(title="t", author_id=0).full_clean()

    assert error.value.message_dict == {
        "author": ["person instance with id 0 is not a valid choice."]
    }


def test_validating_a_good_row_says_nothing(paper: Paper) -> None:
    paper.full_clean()

    assert Paper.objects.get() == paper


def test_validating_finds_what_is_unique_together(paper: Paper, ada: Person) -> None:
    with pytest.raises(ValidationError, match="already exists"):
        Paper(title="On walls", author=ada).full_clean()


def test_a_form_takes_a_key(ada: Person) -> None:
    form = modelform_factory(Paper, fields=["title", "author"])({"title": "t", "author": ada.pk})

    assert form.save().author == ada


@pytest.mark.parametrize(
    ("entered", "message"),
    [
        ("0", "Select a valid choice. That choice is not one of the available choices."),
        ("x", "Select a valid choice. That choice is not one of the available choices."),
        ("", "This field is required."),
    ],
)
def test_a_form_refuses_what_is_no_key(db: None, entered: str, message: str) -> None:
    form = modelform_factory(Paper, fields=["author"])({"author": entered})

    assert form.errors == {"author": [message]}


def test_a_form_knows_that_nothing_changed(paper: Paper) -> None:
    form_class = modelform_factory(Paper, fields=["author", "badge"])

    form = form_class({"author": str(paper.author_id), "badge": ""}, instance=paper)

    assert not form.has_changed()


def test_a_form_shows_the_label_and_escapes_it(paper: Paper) -> None:
    Person.objects.update(name="<Ada>")

    html = str(modelform_factory(Paper, fields=["author"])(instance=paper))

    assert f'<option value="{paper.author_id}" selected>&lt;Ada&gt;</option>' in html
    assert "/admin/" not in html


class PaperSerializer(ModelSerializer):
    class Meta:
        model = Paper
        fields = ["author", "country"]


def test_a_serializer_gives_the_key(paper: Paper) -> None:
    assert PaperSerializer(paper).data == {"author": paper.author_id, "country": None}


def test_a_serializer_takes_the_key(ada: Person) -> None:
    serializer = PaperSerializer(data={"author": ada.pk}, partial=True)

    assert serializer.is_valid(raise_exception=True)
    assert serializer.save(title="t").author == ada


# Fixtures and migrations
# -----------------------


def test_what_is_dumped_loads_again(paper: Paper, tmp_path: Path) -> None:
    file = tmp_path / "papers.json"
    call_command("dumpdata", "papers.paper", database="papers", output=str(file), verbosity=0)
    Paper.objects.all().delete()

    call_command("loaddata", str(file), database="papers", verbosity=0)

    assert Paper.objects.get().author == paper.author


@pytest.mark.parametrize("field", Paper._meta.local_fields[2:], ids=str)
def test_a_field_survives_deconstruction(field: IdentityKey) -> None:
    _, path, args, kwargs = field.deconstruct()

    again = IdentityKey(*args, **kwargs)

    assert path == "appschemas.fields.IdentityKey"
    assert again.deconstruct()[1:] == field.deconstruct()[1:]


def test_only_the_name_of_the_model_is_written_in_lower_case() -> None:
    key = IdentityKey("myApp.MyModel", on_delete=models.CASCADE)

    assert key.deconstruct()[3]["to"] == "myApp.mymodel"


def test_a_field_is_written_into_a_migration() -> None:
    written, imports = MigrationWriter.serialize(Paper._meta.get_field("badge"))

    assert written.startswith("appschemas.fields.IdentityKey(")
    assert "import appschemas.fields" in imports


def test_there_is_nothing_to_migrate() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_an_alter_field_is_all_that_a_converted_foreign_key_needs() -> None:
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.state import ProjectState

    before, after = ProjectState.from_apps(apps), ProjectState.from_apps(apps)
    after.models["reviews", "grant"].fields["person"] = IdentityKey(
        "people.Person", on_delete=models.CASCADE
    )

    changes = MigrationAutodetector(before, after)._detect_changes()

    operations = [each for migration in changes["reviews"] for each in migration.operations]
    assert [operation.describe() for operation in operations] == ["Alter field person on grant"]


@isolate_apps("papers")
def test_without_the_other_app_the_key_works_and_the_object_says_what_is_missing() -> None:
    class Visit(models.Model):
        guest = IdentityKey("hotel.Guest", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    visit = Visit(guest_id=7)
    visit.clean_fields(exclude=["id"])

    assert Visit.objects.filter(guest=7).query.where
    with pytest.raises(NotInstalled, match=r"points at hotel\.Guest, whose app is not installed"):
        visit.guest  # noqa: B018


def test_a_key_needs_the_app_in_its_name() -> None:
    with pytest.raises(ValueError, match=r"name the model as 'app_label\.Model'"):
        IdentityKey("Person", on_delete=models.CASCADE)


def test_a_key_is_of_the_primary_key() -> None:
    with pytest.raises(TypeError, match="holds the primary key: leave out to_field"):
        IdentityKey("people.Person", on_delete=models.CASCADE, to_field="name")


@isolate_apps("people", "papers")
def test_a_key_of_several_columns_is_an_error_of_check() -> None:
    class Pair(models.Model):
        pk = models.CompositePrimaryKey("left", "right")
        left = models.IntegerField()
        right = models.IntegerField()

        class Meta:
            app_label = "people"

    class Holder(models.Model):
        pair = IdentityKey("people.Pair", on_delete=models.CASCADE)

        class Meta:
            app_label = "papers"

    assert [(each.id, each.msg) for each in Holder.check()] == [
        (
            "appschemas.E065",
            "papers.Holder.pair holds one column, but the primary key of people.Pair is composite "
            "(left, right).",
        )
    ]
    assert Pair.check() == []


def test_a_key_needs_something_to_do_on_delete() -> None:
    with pytest.raises(TypeError, match="on_delete must be callable"):
        IdentityKey("people.Person", on_delete="CASCADE")  # type: ignore[arg-type]


@isolate_apps("papers")
@pytest.mark.parametrize(
    ("on_delete", "check"),
    [(models.SET_NULL, "appschemas.E011"), (models.SET_DEFAULT, "appschemas.E012")],
)
def test_on_delete_needs_what_it_sets(on_delete: object, check: str) -> None:
    class Visit(models.Model):
        guest = IdentityKey("hotel.Guest", on_delete=on_delete)  # type: ignore[arg-type]

        class Meta:
            app_label = "papers"

    assert [each.id for each in Visit.check()] == [check]


@isolate_apps("papers")
@pytest.mark.skipif(not hasattr(models, "DB_CASCADE"), reason="new in Django 6.1")
@pytest.mark.parametrize("action", ["CASCADE", "SET_NULL", "SET_DEFAULT"])
def test_what_a_constraint_does_on_delete_is_refused_with_what_to_write(action: str) -> None:
    class Visit(models.Model):
        guest = IdentityKey(
            "hotel.Guest", on_delete=getattr(models, f"DB_{action}"), null=True, default=None
        )

        class Meta:
            app_label = "papers"

    (found,) = Visit.check()
    assert found.id == "appschemas.E022"
    assert found.hint.partition(" See ")[0] == f"Write on_delete=models.{action}."

    Visit._meta.get_field("guest").on_delete = getattr(models, action)
    assert Visit.check() == []


def test_the_dump_holds_the_key(paper: Paper) -> None:
    out = StringIO()

    call_command("dumpdata", "papers.paper", database="papers", stdout=out)

    assert f'"author": {paper.author_id}' in out.getvalue()


# How it is checked
# -----------------


@pytest.mark.parametrize(
    ("options", "check_each", "deferrable"),
    [
        ({}, "row", models.Deferrable.DEFERRED),
        ({"deferrable": None}, "row", None),
        ({"check_each": "statement"}, "statement", None),
    ],
)
def test_a_migration_says_how_a_key_is_checked_where_it_is_not_as_by_default(
    options: dict[str, Any], check_each: str, deferrable: models.Deferrable | None
) -> None:
    field = IdentityKey("people.Person", models.CASCADE, **options)
    *_, arguments = field.deconstruct()
    again = field.clone()

    assert {
        each: arguments[each] for each in ("check_each", "deferrable") if each in arguments
    } == (options)
    assert (again.check_each, again.deferrable) == (check_each, deferrable)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"check_each": "table"}, "check_each is 'row' or 'statement', not 'table'"),
        ({"deferrable": True}, "deferrable is Deferrable.DEFERRED or None, not True"),
        (
            {"deferrable": models.Deferrable.IMMEDIATE},
            "deferrable is Deferrable.DEFERRED or None, not Deferrable.IMMEDIATE",
        ),
        (
            {"check_each": "statement", "deferrable": models.Deferrable.DEFERRED},
            "what is checked by statement cannot wait for the end of the transaction",
        ),
    ],
)
def test_a_way_to_check_that_there_is_not_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        IdentityKey("people.Person", models.CASCADE, **options)
