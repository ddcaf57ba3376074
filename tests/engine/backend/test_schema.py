"""DDL: no foreign key ever crosses, and the checks are exactly those that the models need."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections, migrations, models, transaction
from django.db.utils import IntegrityError
from papers.models import Paper
from people.models import Person
from reviews.models import Grant

from appschemas import IdentityKey, ModelFromManyToMany
from appschemas.exceptions import NotInstalled
from tests.tools.bench import Bench
from tests.tools.catalog import crossing, found, wanted

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def papers() -> Bench:
    return Bench("papers")


@pytest.fixture
def people() -> Bench:
    return Bench("people")


def key(**options: Any) -> IdentityKey:
    return IdentityKey("people.Person", on_delete=models.CASCADE, **options)


def foreign_key(**options: Any) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey("people.Person", models.CASCADE, related_name="+", **options)


def test_after_all_migrations_every_check_is_there_and_no_foreign_key_crosses() -> None:
    assert found() == wanted()
    assert crossing() == 0


@pytest.mark.parametrize("make", [key, foreign_key])
def test_a_model_comes_and_goes(papers: Bench, make: Callable[..., Any]) -> None:
    before = found()

    papers.apply(
        migrations.CreateModel("Visit", [("id", models.BigAutoField(primary_key=True)),
                                         ("guest", make())]),
    )  # fmt: skip
    assert found() > before
    papers.apply(migrations.DeleteModel("Visit"))

    assert found() == before


# Django refuses a dollar sign, and leaves a percent sign to psycopg, which reads it.
@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("it's", "it's"),
        ("two\nlines", "two\nlines"),
        ("\\gexec :name", "{0} :'name'"),
        ("x" * 63, "y" * 63),
        ("ü" * 31, "字" * 21),
    ],
)
def test_a_model_of_any_name_is_checked_renamed_and_goes(
    papers: Bench, name: str, column: str
) -> None:
    before = found()
    field = key(db_column=column)

    papers.apply(
        migrations.CreateModel("Visit", [("id", models.BigAutoField(primary_key=True)),
                                         ("guest", field)], options={"db_table": name}),
        migrations.AlterModelTable("Visit", f"2{name[1:]}"),
        migrations.AlterField("Visit", "guest", key(db_column=column, null=True)),
    )  # fmt: skip
    visit = papers.state.apps.get_model("papers", "Visit")
    with pytest.raises(IntegrityError), transaction.atomic():
        visit.objects.create(guest_id=7)
        connections["papers"].check_constraints()
    person = Person.objects.create(name="Ada")
    visit.objects.create(guest_id=person.pk)

    connections["papers"].check_constraints()

    assert [each.guest_id for each in visit.objects.all()] == [person.pk]
    papers.apply(migrations.DeleteModel("Visit"))
    assert found() == before


@pytest.mark.parametrize("make", [key, foreign_key])
def test_a_field_comes_is_renamed_and_goes(papers: Bench, make: Callable[..., Any]) -> None:
    before = found()

    papers.apply(
        migrations.AddField("Section", "guest", make(null=True)),
        migrations.RenameField("Section", "guest", "visitor"),
        migrations.RemoveField("Section", "visitor"),
    )

    assert found() == before


def test_a_second_field_changes_the_check_of_the_first(papers: Bench) -> None:
    papers.apply(migrations.AddField("Paper", "translator", key(null=True)))
    papers.apply(migrations.RemoveField("Paper", "editor"))
    papers.apply(migrations.RemoveField("Paper", "badge"))


def test_a_foreign_key_becomes_an_identity_key_and_its_check_stays(papers: Bench) -> None:
    papers.apply(migrations.AddField("Section", "guest", foreign_key(null=True)))
    before, state = found(), papers.state
    operation = migrations.AlterField("Section", "guest", key(null=True))

    papers.apply(operation)
    assert found() == before
    papers.undo(operation, state)

    assert found() == before


@pytest.mark.parametrize("make", [key, foreign_key])
def test_what_has_no_constraint_in_one_schema_has_no_check(
    papers: Bench, make: Callable[..., Any]
) -> None:
    before = found()

    papers.apply(
        migrations.AddField("Section", "guest", make(null=True, db_constraint=False)),
    )
    assert found() == before
    papers.apply(migrations.AlterField("Section", "guest", make(null=True)))
    assert found() > before
    papers.apply(migrations.AlterField("Section", "guest", make(null=True, db_constraint=False)))

    assert found() == before


def test_a_one_to_one_becomes_a_unique_identity_key(papers: Bench) -> None:
    one = models.OneToOneField("people.Person", models.CASCADE, related_name="+", null=True)
    papers.apply(
        migrations.AddField("Section", "guest", one),
        migrations.AlterField("Section", "guest", key(unique=True, null=True)),
    )


def test_a_key_changes_its_column_and_null(papers: Bench) -> None:
    papers.apply(
        migrations.AlterField("Paper", "editor", key(db_column="redactor", null=True)),
        migrations.AlterField("Paper", "author", key(null=True)),
        migrations.AlterField("Paper", "author", key(db_index=False)),
    )


def test_a_key_is_checked_in_another_way_and_as_before_again(papers: Bench) -> None:
    papers.apply(migrations.AddField("Section", "guest", key(null=True)))
    before = found()

    for options in ({"check_each": "statement"}, {"deferrable": None}):
        papers.apply(migrations.AlterField("Section", "guest", key(null=True, **options)))
        assert found() != before
    papers.apply(migrations.AlterField("Section", "guest", key(null=True)))

    assert found() == before


def test_two_keys_of_a_table_are_each_checked_in_their_way(papers: Bench) -> None:
    papers.apply(migrations.AddField("Section", "guest", key(null=True)))
    papers.apply(migrations.AddField("Section", "host", key(null=True, check_each="statement")))
    papers.apply(migrations.RemoveField("Section", "guest"))


def test_a_plain_number_becomes_a_key_and_a_plain_number_again(papers: Bench) -> None:
    papers.apply(
        migrations.AddField("Section", "guest", models.BigIntegerField(null=True)),
        migrations.RenameField("Section", "guest", "guest_id"),
        migrations.RemoveField("Section", "guest_id"),
        migrations.AddField(
            "Section", "guest", models.BigIntegerField(null=True, db_column="guest_id")
        ),
        migrations.AlterField("Section", "guest", key(null=True)),
        migrations.AlterField(
            "Section", "guest", models.BigIntegerField(null=True, db_column="guest_id")
        ),
    )


def test_a_many_to_many_that_crosses_comes_and_goes(papers: Bench) -> None:
    before = found()

    papers.apply(
        migrations.AddField("Section", "guests", models.ManyToManyField("people.Person")),
        migrations.RemoveField("Section", "guests"),
    )

    assert found() == before


def test_a_child_model_is_renamed() -> None:
    Bench("reviews").apply(migrations.RenameModel("Opinion", "View"))


def test_a_child_table_is_renamed(papers: Bench) -> None:
    papers.apply(migrations.AlterModelTable("Paper", "article"))


def test_a_parent_table_is_renamed(people: Bench) -> None:
    people.apply(migrations.AlterModelTable("Person", "human"))


def test_a_parent_column_is_renamed(people: Bench) -> None:
    people.apply(
        migrations.AlterField("Country", "code", models.CharField(max_length=2, primary_key=True,
                                                                  db_column="iso")),
    )  # fmt: skip


def test_a_key_is_added_to_rows_that_are_there(papers: Bench, paper: Paper, ada: Person) -> None:
    connections["papers"].check_constraints()

    papers.apply(migrations.AddField("Paper", "reader", key(default=ada.pk)))

    assert Paper.objects.get() == paper


def test_orphans_refuse_a_key_and_nothing_changes(papers: Bench, paper: Paper) -> None:
    number = models.BigIntegerField(null=True, db_column="guest_id")
    connections["papers"].check_constraints()
    papers.apply(migrations.AddField("Paper", "guest", number))
    with connections["papers"].cursor() as cursor:
        cursor.execute("UPDATE papers_paper SET guest_id = 0")
    before = found()

    with pytest.raises(IntegrityError, match="is violated by some row"), transaction.atomic():
        papers.apply(migrations.AlterField("Paper", "guest", key(null=True)))

    assert found() == before


def test_a_check_holds_as_soon_as_its_table_is_there(papers: Bench) -> None:
    papers.apply(
        migrations.CreateModel("Visit", [("id", models.BigAutoField(primary_key=True)),
                                         ("guest", key())]),
    )  # fmt: skip

    with pytest.raises(IntegrityError, match="violates identity key"), transaction.atomic():
        papers.state.apps.get_model("papers", "Visit").objects.create(guest_id=0)
        connections["papers"].check_constraints()


def test_a_pending_foreign_key_is_guarded() -> None:
    with pytest.raises(IntegrityError, match="violates identity key"), transaction.atomic():
        Grant.objects.create(person_id=0)
        connections["reviews"].check_constraints()


@pytest.mark.parametrize(
    ("migration", "shown"),
    [
        ("0001_initial", ["CREATE TABLE", "CREATE CONSTRAINT TRIGGER", 'SET ROLE "people_owner"']),
        ("0002_paper_editor", ["ADD COLUMN", "CREATE CONSTRAINT TRIGGER"]),
        ("0005_more_keys", ["uuid[]", "character varying"]),
    ],
)
def test_sqlmigrate_shows_the_checks(migration: str, shown: list[str]) -> None:
    out = StringIO()

    call_command("sqlmigrate", "papers", migration, database="papers", stdout=out)

    assert [each for each in shown if each not in out.getvalue()] == []
    assert "REFERENCES" not in out.getvalue().replace('REFERENCES "papers_', "")


def test_a_published_model_is_renamed_over_a_pinned_table(ada: Person) -> None:
    hub, child = Bench("people"), Bench("papers")
    hub.apply(
        migrations.AlterModelTable("Country", "people_country"),
        migrations.RenameModel("Country", "Land"),
    )
    child.state = hub.state
    field = IdentityKey(
        "people.Land",
        on_delete=models.SET_DEFAULT,
        key=models.CharField(max_length=2),
        default="xx",
        null=True,
    )

    child.apply(migrations.AlterField("Paper", "country", field))

    with pytest.raises(IntegrityError, match="violates identity key"), transaction.atomic():
        Paper.objects.create(title="t", author=ada, country_id="??")
        connections["papers"].check_constraints()


def test_a_key_of_a_model_that_is_not_there_yet_is_refused(papers: Bench) -> None:
    field = IdentityKey("people.Nobody", on_delete=models.CASCADE, null=True)

    with pytest.raises(NotInstalled, match="migrate that schema first"), transaction.atomic():
        papers.apply(migrations.AddField("Paper", "nobody", field))


def test_a_model_is_made_of_a_many_to_many_table_whose_rows_stay() -> None:
    reviews = Bench("reviews")
    grant = Grant.objects.create(person=Person.objects.create())
    paper = Paper.objects.create(title="t", author=Person.objects.create())
    Grant.papers.through.objects.create(grant=grant, paper=paper)
    before = reviews.state
    operation = ModelFromManyToMany(
        "Grant", "papers", "GrantPaper", IdentityKey("papers.Paper", on_delete=models.CASCADE)
    )

    reviews.apply(operation)

    between = reviews.state.apps.get_model("reviews", "GrantPaper")
    assert list(between.objects.values_list("grant", "paper")) == [(grant.pk, paper.pk)]
    assert {*between._meta.unique_together} == {("grant", "paper")}
    with pytest.raises(IntegrityError), transaction.atomic():
        between.objects.create(grant_id=grant.pk, paper_id=-1)
        connections["reviews"].check_constraints()

    reviews.undo(operation, before)

    kept = Grant.papers.through.objects.values_list("grant", "paper")
    assert list(kept) == [(grant.pk, paper.pk)]


@pytest.mark.parametrize("schema", ["", '"public".', '"else""where".'])
def test_a_function_that_a_librarys_triggers_call_lies_in_their_schema(schema: str) -> None:
    made = f"FUNCTION {schema}_pgtrigger_should_ignore(name) RETURNS name LANGUAGE sql"
    with connections["papers"].schema_editor() as editor:
        editor.execute(f"CREATE {made} AS 'SELECT current_schema';", params=None)

    with connections["papers"].cursor() as cursor:
        cursor.execute("SELECT _pgtrigger_should_ignore('x'), current_user")
        assert cursor.fetchone() == ("papers", "papers_rw")
        cursor.execute(
            "SELECT pronamespace::regnamespace::text FROM pg_catalog.pg_proc "
            "WHERE proname = '_pgtrigger_should_ignore'"
        )
        assert cursor.fetchall() == [("papers",)]
