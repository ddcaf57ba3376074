"""makemigrations writes what keeps the rows of a relation that becomes one of identity form."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connections, models, transaction
from django.db.migrations import Migration, operations
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter
from django.db.utils import IntegrityError
from papers.models import Paper
from people.models import Person
from reviews.models import Grant

from appschemas import IdentityKey, IdentityManyToMany
from appschemas.conf import get_contract
from appschemas.fields import identity_keys
from appschemas.management.autodetector import KeepingRows, keeping_rows
from appschemas.management.commands import makemigrations, migrate
from appschemas.routers import SearchPathRouter
from tests.tools.bench import Bench

AUTODETECTOR: Any = keeping_rows(MigrationAutodetector)
pytestmark = pytest.mark.django_db(databases="__all__")


def key(to: str, **options: Any) -> IdentityKey:
    return IdentityKey(to, on_delete=models.CASCADE, **options)


def written(before: ProjectState, after: ProjectState) -> list[Any]:
    """The operations that makemigrations writes, of one app, as they are read again."""
    made = AUTODETECTOR(before, after, NonInteractiveMigrationQuestioner())
    (migrations,) = made.changes(graph=MigrationLoader(None).graph).values()
    namespace: dict[str, Any] = {}
    for migration in migrations:
        exec(MigrationWriter(migration).as_string(), namespace)  # noqa: S102 - it is ours
    found: type[Migration] = namespace["Migration"]
    assert len(migrations) == 1
    assert not made.losses
    return found.operations


def kinds(found: list[Any]) -> list[str]:
    return [type(operation).__name__ for operation in found]


@pytest.fixture
def reviews(db: None) -> Bench:
    """A grant with one paper, over an automatic table."""
    grant = Grant.objects.create(person=Person.objects.create())
    grant.papers.through.objects.create(
        grant=grant, paper=Paper.objects.create(title="t", author=Person.objects.create())
    )
    connections["reviews"].check_constraints()
    return Bench("reviews")


def with_model(state: ProjectState, name: str, fields: dict[str, Any], **options: Any) -> Any:
    """The state in which Grant.papers is a model between."""
    after = state.clone()
    after.remove_field("reviews", "grant", "papers")
    near = {"grant": models.ForeignKey("reviews.Grant", models.CASCADE)}
    fields = {"id": models.BigAutoField(primary_key=True), **(near | fields)}
    after.add_model(ModelState("reviews", name, [*fields.items()], options))
    return after


def there_and_back(bench: Bench, found: list[Any]) -> list[Any]:
    """The rows between after the operations; they are undone, and what was there is there again."""
    states = []
    for operation in found:
        states.append(bench.state)
        bench.apply(operation)
    between = bench.state.apps.get_model("reviews", found[0].through)
    rows = [*between.objects.values()]
    (held,) = identity_keys(between)
    with pytest.raises(IntegrityError), transaction.atomic():
        between.objects.update(**{held.attname: -1})
        connections["reviews"].check_constraints()
    for operation in reversed(found):
        bench.undo(operation, states.pop())
    assert Grant.papers.through.objects.count() == len(rows)
    return rows


def test_a_model_between_takes_the_table_over_with_its_rows(reviews: Bench) -> None:
    after = with_model(
        reviews.state,
        "GrantPaper",
        {"paper": key("papers.Paper")},
        db_table="reviews_grant_papers",
        unique_together={("grant", "paper")},
    )

    found = written(reviews.state, after)
    (row,) = there_and_back(reviews, found)

    assert kinds(found)[0] == "ModelFromManyToMany"
    assert row["paper_id"] == Paper.objects.get().pk


def test_it_may_have_other_names_and_a_table_and_fields_of_its_own(reviews: Bench) -> None:
    after = with_model(
        reviews.state,
        "Award",
        {"year": models.IntegerField(default=2000), "work": key("papers.Paper")},
    )

    found = written(reviews.state, after)
    (row,) = there_and_back(reviews, found)

    assert {"RenameField", "AddField", "AlterModelTable"} < {*kinds(found)}
    assert (row["year"], row["work_id"]) == (2000, Paper.objects.get().pk)


def test_a_field_without_a_model_between_has_one_on_the_table_that_is_there(
    reviews: Bench,
) -> None:
    class Meta:
        app_label = "reviews"
        apps = Apps()

    made = {
        "__module__": __name__,
        "Meta": Meta,
        "papers": IdentityManyToMany("papers.Paper"),
    }
    type("Grant", (models.Model,), made)
    between = Meta.apps.all_models["reviews"]["grant_papers"]
    after = reviews.state.clone()
    after.remove_field("reviews", "grant", "papers")
    after.add_model(ModelState.from_model(between))

    found = written(reviews.state, after)
    (row,) = there_and_back(reviews, found)

    assert kinds(found)[:1] == ["ModelFromManyToMany"]
    assert found[0].through == "Grant_papers"
    assert row["paper_id"] == Paper.objects.get().pk


def test_a_parent_link_becomes_a_key_and_a_parent_link_again() -> None:
    papers = Bench("papers")
    link = models.OneToOneField(
        "people.Person", models.CASCADE, parent_link=True, auto_created=True,
        primary_key=True, serialize=False,
    )  # fmt: skip
    fields = [("person_ptr", link), ("seats", models.IntegerField())]
    papers.apply(operations.CreateModel("Host", fields, bases=("people.person",)))
    papers.state.apps.get_model("papers", "Host").objects.create(name="Ada", seats=3)
    connections["papers"].check_constraints()
    inherited = papers.state
    after = inherited.clone()
    after.remove_model("papers", "host")
    plain = [("person_ptr", key("people.Person", primary_key=True)), fields[1]]
    after.add_model(ModelState("papers", "Host", plain))

    found = written(inherited, after)
    papers.apply(*found)

    assert kinds(found) == ["AlterModelBases", "AlterField"]
    host = papers.state.apps.get_model("papers", "Host").objects.get()
    assert (host.person_ptr_id, host.seats) == (Person.objects.get().pk, 3)

    back = written(papers.state, inherited)
    papers.apply(*back)

    assert kinds(back) == ["AlterField", "AlterModelBases"]
    again = papers.state.apps.get_model("papers", "Host")
    assert again._meta.parents
    assert again.objects.values_list("pk", "seats").get() == (Person.objects.get().pk, 3)


def test_a_key_may_have_another_name_than_the_link_had() -> None:
    papers = Bench("papers")
    link = models.OneToOneField("people.Person", models.CASCADE, parent_link=True, primary_key=True)
    papers.apply(operations.CreateModel("Host", [("human", link)], bases=("people.person",)))
    papers.state.apps.get_model("papers", "Host").objects.create(name="Ada")
    connections["papers"].check_constraints()
    after = papers.state.clone()
    after.remove_model("papers", "host")
    fields = [("who", key("people.Person", primary_key=True))]
    after.add_model(ModelState("papers", "Host", fields))

    found = written(papers.state, after)
    papers.apply(*found)

    assert kinds(found) == ["AlterModelBases", "RenameField", "AlterField"]
    assert papers.state.apps.get_model("papers", "Host").objects.get().who_id


def losses(before: ProjectState, after: ProjectState) -> list[str]:
    return AUTODETECTOR(before, after, NonInteractiveMigrationQuestioner()).losses


def test_what_would_drop_rows_is_said_with_what_to_write(
    reviews: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = IdentityManyToMany("papers.Paper", through="reviews.Review")
    field.name = "papers"
    monkeypatch.setattr(Grant._meta, "private_fields", [field])
    without = reviews.state.clone()
    without.remove_field("reviews", "grant", "papers")
    two = {"paper": key("papers.Paper"), "other": key("papers.Paper")}

    for after in (without, with_model(reviews.state, "Between", two)):
        (said,) = losses(reviews.state, after)
        assert said == (
            "reviews.grant.papers: its table is dropped with its rows. To keep them let one new "
            "model of reviews hold a ForeignKey of Grant and an IdentityKey of papers.paper, or "
            "leave through out of IdentityManyToMany."
        )
    between = with_model(reviews.state, "GrantPaper", {"paper": key("papers.Paper")})
    (said,) = losses(between, reviews.state)
    assert "reviews.grant.papers: its table is made anew, and reviews.grantpaper is" in said


def test_a_parent_link_that_is_dropped_is_said_with_what_to_write() -> None:
    before = ProjectState.from_apps(Bench("papers").state.apps)
    link = models.OneToOneField("people.Person", models.CASCADE, parent_link=True, primary_key=True)
    before.add_model(ModelState("papers", "Host", [("person_ptr", link)], {}, ("people.person",)))
    after = before.clone()
    after.remove_model("papers", "host")
    after.add_model(ModelState("papers", "Host", [("id", models.BigAutoField(primary_key=True))]))

    assert losses(before, after) == [
        "papers.host: its link to people.person is dropped, and with it whose row each was. To "
        "keep it write person_ptr = IdentityKey('people.person', on_delete=models.CASCADE, "
        "primary_key=True)."
    ]


def test_what_is_no_conversion_is_left_to_django(reviews: Bench) -> None:
    after = reviews.state.clone()
    after.remove_field("reviews", "grant", "papers")

    assert losses(reviews.state, after) == []
    assert kinds(written(reviews.state, after)) == ["RemoveField"]


def test_both_commands_of_django_have_it_and_what_another_app_made_of_it_stays() -> None:
    other = type("Other", (MigrationAutodetector,), {})

    assert call_command("check") is None
    assert makemigrations.Command.autodetector is migrate.Command.autodetector
    assert issubclass(makemigrations.Command.autodetector, KeepingRows)
    assert issubclass(keeping_rows(other), other)


def test_indexes_are_asked_for_once_and_not_for_each_model(
    monkeypatch: pytest.MonkeyPatch, reviews: Bench
) -> None:
    asked: list[str] = []
    original: Any = MigrationAutodetector._get_altered_foo_together_operations

    def counted(self: Any, option_name: str) -> Any:
        asked.append(option_name)
        return original(self, option_name)

    monkeypatch.setattr(MigrationAutodetector, "_get_altered_foo_together_operations", counted)
    made = AUTODETECTOR(reviews.state, reviews.state.clone(), NonInteractiveMigrationQuestioner())

    assert made.changes(graph=MigrationLoader(None).graph) == {}
    assert len(made.kept_model_keys) > 1
    assert asked.count("index_together") == 1


def test_indexes_of_two_models_that_were_written_together_are_renamed() -> None:
    both, after = ProjectState(), ProjectState()
    for name in ("First", "Second"):
        fields = {each: models.IntegerField() for each in ("a", "b")}
        fields = {"id": models.BigAutoField(primary_key=True), **fields}
        together = {"index_together": {("a", "b")}}
        both.add_model(ModelState("reviews", name, [*fields.items()], together))
        index = models.Index(fields=["a", "b"], name=f"{name.lower()}_ab")
        after.add_model(ModelState("reviews", name, [*fields.items()], {"indexes": [index]}))

    assert kinds(written(both, after)) == ["RenameIndex", "RenameIndex"]


def test_each_alias_is_asked_for_one_model_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool | None]] = []
    original: Any = SearchPathRouter.allow_migrate

    def counted(self: Any, db: str, app_label: str, **hints: Any) -> bool | None:
        asked.append((db, original(self, db, app_label, **hints)))
        return asked[-1][1]

    monkeypatch.setattr(SearchPathRouter, "allow_migrate", counted)
    call_command("makemigrations", check=True, dry_run=True, skip_checks=True, verbosity=0)

    allowed = [alias for alias, is_allowed in asked if is_allowed]
    assert sorted(allowed) == sorted({*get_contract().aliases.values()} & {*connections})
    assert len(asked) == len(allowed)
