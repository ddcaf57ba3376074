"""migrate: Django's plan over all schemas, each with its own history, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection, connections
from papers.models import Paper
from people.models import Person
from psycopg.sql import SQL, Identifier

from tests.tools.catalog import crossing, found, plain, wanted
from tests.tools.stepping import BLOCKED, Session

pytestmark = pytest.mark.django_db(databases="__all__", transaction=True)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    connections.close_all()
    call_command("migrate", verbosity=0)


def migrated(*args: str, **options: Any) -> str:
    """What migrate prints."""
    out = StringIO()
    call_command("migrate", *args, stdout=out, no_color=True, **options)
    return out.getvalue()


def recorded(schema: str) -> set[str]:
    """The apps of which this schema's own table records migrations."""
    table = SQL("SELECT app FROM {}").format(Identifier(schema, "django_migrations"))
    with plain() as session:
        return {app for (app,) in session.execute(table)}


def test_what_there_is_to_do_is_said_once() -> None:
    shown = migrated()

    assert shown.count("Operations to perform:") == shown.count("No migrations to apply.") == 1
    assert "  Apply all migrations: admin, auth, contenttypes, papers, people, reviews" in shown


def test_an_alias_stands_for_the_apps_of_its_schema() -> None:
    assert "  Apply all migrations: papers\n" in migrated(database="papers")


def test_each_schema_records_its_own_apps() -> None:
    assert recorded("people") == {"people"}
    assert recorded("papers") == {"papers"}
    assert recorded("engine_platform") == {"admin", "auth", "contenttypes", "sessions"}


def test_an_app_is_migrated_in_its_schema_without_being_told() -> None:
    migrated("papers", "0005")

    assert "Applying papers.0006_no_first_paper... OK" in migrated("papers")


def test_an_app_is_refused_in_the_schema_of_another() -> None:
    with pytest.raises(CommandError) as error:
        migrated("papers", database="people")

    assert str(error.value) == (
        "App 'papers' lives in schema 'papers': migrate it with --database papers, "
        "or without --database."
    )


def test_what_another_schema_lacks_is_said_in_one_sentence() -> None:
    migrated("reviews", "zero")
    migrated("papers", "zero")

    with pytest.raises(CommandError) as error:
        migrated(database="reviews")

    assert str(error.value) == (
        "Schema 'reviews' needs migration papers.0001_initial, which is not applied in schema "
        "'papers'. Apply both with: manage.py migrate"
    )
    assert "Applying reviews.0001_initial... OK" in migrated()


def test_an_alias_undoes_nothing_of_another_schema() -> None:
    with pytest.raises(CommandError) as error:
        migrated("papers", "zero", database="papers")

    assert str(error.value) == (
        "Migration reviews.0001_initial of schema 'reviews' depends on what would be undone in "
        "'papers'. Undo both with: manage.py migrate papers zero"
    )
    assert "reviews" in recorded("reviews")


def test_what_depends_on_it_in_another_schema_is_undone_along_with_it() -> None:
    undone = [line for line in migrated("papers", "zero").splitlines() if "Unapplying" in line]

    assert undone[:2] == [
        "  Unapplying reviews.0001_initial... OK",
        "  Unapplying papers.0006_no_first_paper... OK",
    ]
    assert (recorded("reviews"), recorded("papers")) == (set(), set())


def test_backwards_through_all_keys_and_forwards_again() -> None:
    migrated("reviews", "zero")
    for name in ("0005", "0004", "0003", "0002", "0001"):
        migrated("papers", name)
        assert crossing() == 0

    migrated()

    assert (found(), crossing()) == (wanted(), 0)


def test_values_survive_the_way_back_and_forth() -> None:
    paper = Paper.objects.create(title="kept", author=Person.objects.create(name="Ada"))
    migrated("reviews", "zero")

    migrated("papers", "0003")
    migrated()

    assert Paper.objects.get(pk=paper.pk).author.name == "Ada"


@pytest.mark.parametrize("name", ["0001", "0002", "0003", "0004"])
def test_the_key_is_guarded_after_every_single_migration(name: str) -> None:
    migrated("reviews", "zero")
    migrated("papers", name)

    with (
        pytest.raises(Exception, match="violates identity key"),
        connections["papers"].cursor() as cursor,
    ):
        cursor.execute("INSERT INTO papers_paper (title, author_id) VALUES ('t', 0)")


def test_a_tree_without_its_parents_is_not_left_behind() -> None:
    migrated("reviews", "zero")
    migrated("papers", "zero")

    assert [each for each in found() if each[0] in ("people", "papers")] == []


def test_a_failing_migration_leaves_nothing_and_runs_again(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MIGRATION_MODULES = {"reviews": "later_reviews"}
    with pytest.raises(RuntimeError, match="as told"):
        migrated()

    assert not Person.objects.filter(name="written by reviews").exists()
    assert "note" not in columns("reviews_review")
    monkeypatch.setattr(import_module("later_reviews.0002_fails"), "FAILS", False)
    assert "Applying reviews.0002_fails... OK" in migrated()
    assert "note" in columns("reviews_review")
    migrated("reviews", "0001")


def columns(table: str) -> list[str]:
    with connections["reviews"].cursor() as cursor:
        return [each.name for each in connection.introspection.get_table_description(cursor, table)]


def test_a_migration_and_its_record_are_one_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    migrated("reviews", "zero")

    def killed(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(MigrationRecorder, "record_applied", killed)
        with pytest.raises(KeyboardInterrupt):
            migrated()

    assert "reviews_review" not in connections["reviews"].introspection.table_names()


def test_a_lock_is_waited_for_only_so_long() -> None:
    migrated("papers", "0005")
    with plain() as other:
        other.execute("LOCK TABLE papers.papers_paper")
        with pytest.raises(CommandError) as error:
            migrated(lock_timeout="50ms")

    assert str(error.value) == (
        "canceling statement due to lock timeout. Somebody holds a lock that the migration "
        "needs; it changed nothing. Run it again, or give it more time: --lock-timeout 30s"
    )


def test_who_waits_for_the_migration_while_it_waits_for_him_is_told_of() -> None:
    migrated("papers", "0005")
    with plain() as other, plain() as observer:
        other.execute("SET deadlock_timeout = '1min'")
        other.execute("BEGIN; LOCK TABLE papers.django_migrations IN EXCLUSIVE MODE")
        circle = Session(other)

        def wait(execute: Any, sql: Any, *args: Any) -> Any:
            result = execute(sql, *args)
            if "papers_paper" in str(sql) and not circle.busy and not circle.said:
                circle.send(b"LOCK TABLE papers.papers_paper")
                while not observer.execute(BLOCKED, [circle.pid]).fetchone()[0]:  # type: ignore[index]
                    circle.listen(0.01)
            return result

        with connections["papers"].execute_wrapper(wait), pytest.raises(CommandError) as error:
            migrated(lock_timeout="5s")
        while circle.busy:
            circle.listen(1)

    assert circle.said == ["LOCK TABLE"]
    assert str(error.value) == (
        "deadlock detected. Somebody held a lock that the migration needs, and waited for it; it "
        "changed nothing. Run it again."
    )


def as_application() -> None:
    """From now on the session is as if the application had logged in."""
    with connection.cursor() as cursor:
        cursor.execute("SET SESSION AUTHORIZATION engine_app")


def test_the_applications_login_is_told_that_it_may_not_migrate() -> None:
    migrated("papers", "0005")
    as_application()

    with pytest.raises(CommandError, match=r"may not act as .*_owner'.*MIGRATOR_DATABASE_URL"):
        migrated()


def test_the_applications_login_may_look() -> None:
    as_application()
    out = StringIO()

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    call_command("showmigrations", "papers", database="papers", stdout=out)

    assert "[X] 0006_no_first_paper" in out.getvalue()


def test_showmigrations_on_any_alias_shows_what_is_applied_elsewhere() -> None:
    out = StringIO()

    call_command("showmigrations", stdout=out)

    assert "[ ]" not in out.getvalue()


def test_permissions_exist_for_the_models_of_every_schema() -> None:
    Permission.objects.all().delete()

    migrated(verbosity=0)

    labels = Permission.objects.values_list("content_type__app_label", flat=True)
    assert set(labels) >= {"people", "papers", "reviews", "auth"}


def test_a_plan_changes_nothing() -> None:
    migrated("papers", "0005")

    assert "papers.0006_no_first_paper" in migrated(plan=True)
    with pytest.raises(SystemExit):
        migrated(check_unapplied=True)


def history(schema: str) -> list[str]:
    """The migrations that a schema records, by name."""
    table = SQL("SELECT name FROM {} ORDER BY name").format(Identifier(schema, "django_migrations"))
    with plain() as session:
        return [name for (name,) in session.execute(table)]


def test_a_faked_migration_is_recorded_in_its_schema_and_changes_nothing() -> None:
    migrated("reviews", "zero")
    migrated("papers", "0005")

    shown = migrated("papers", fake=True)

    assert "Applying papers.0006_no_first_paper... FAKED" in shown
    assert "0006_no_first_paper" in history("papers")
    migrated("papers", "0005", fake=True)


def test_a_schema_whose_first_tables_are_there_is_faked_as_far_as_that() -> None:
    migrated("reviews", "zero", fake=True)

    shown = migrated(fake_initial=True)

    assert "Applying reviews.0001_initial... FAKED" in shown
    assert history("reviews") == ["0001_initial"]


def test_what_has_no_file_any_more_is_pruned_where_it_is_recorded() -> None:
    with plain() as session:
        session.execute(
            "INSERT INTO papers.django_migrations (app, name, applied)"
            " VALUES ('papers', '0000_gone', now())"
        )

    shown = migrated("papers", prune=True)

    assert "Pruning papers.0000_gone OK" in shown
    assert "0000_gone" not in history("papers")


def test_a_check_for_unapplied_migrations_says_so_by_its_exit_code_alone() -> None:
    migrated("papers", "0005")

    with pytest.raises(SystemExit) as left:
        migrated(check_unapplied=True)

    assert left.value.code == 1
    assert "0006_no_first_paper" not in history("papers")


def test_apps_without_migrations_are_made_in_their_schemas(settings: Any) -> None:
    migrated("reviews", "zero")
    settings.MIGRATION_MODULES = {"reviews": None}

    shown = migrated(run_syncdb=True)

    assert "  Synchronize unmigrated apps: " in shown
    assert "reviews_review" in connections["reviews"].introspection.table_names()
    with connections["reviews"].schema_editor() as editor:
        for model in reversed(list(apps.get_app_config("reviews").get_models())):
            editor.delete_model(model)
