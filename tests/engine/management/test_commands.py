"""Django's commands see the whole project, or with --database one schema of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connections
from papers.models import Paper
from people.models import Person
from reviews.models import Review

from tests.tools.own_project import Project

pytestmark = pytest.mark.usefixtures("in_production")


def said(command: str, *arguments: Any, **options: Any) -> str:
    """What a command writes to its standard output."""
    stdout = StringIO()
    call_command(command, *arguments, stdout=stdout, **options)
    return stdout.getvalue()


def dumped(*labels: str, **options: Any) -> list[tuple[str, Any]]:
    """The (model, pk) of each object that dumpdata writes."""
    objects = json.loads(said("dumpdata", *labels, **options))
    return [(each["model"], each["pk"]) for each in objects]


@pytest.fixture
def rows() -> tuple[Person, Paper]:
    """One row in each of three schemas."""
    Group.objects.create(name="editors")
    ada = Person.objects.create(name="Ada")
    return ada, Paper.objects.create(title="On walls", author=ada)


@pytest.fixture
def fixture(tmp_path: Path) -> Callable[..., str]:
    """Write a fixture, and give its path."""

    def written(*objects: tuple[str, Any, dict[str, Any]], name: str = "rows.json") -> str:
        path = tmp_path / name
        content = [{"model": m, "pk": pk, "fields": fields} for m, pk, fields in objects]
        path.write_text(json.dumps(content), encoding="utf-8")
        return str(path)

    return written


# dumpdata and loaddata
# ---------------------


def test_dumpdata_has_the_rows_of_every_schema(rows: tuple[Person, Paper]) -> None:
    ada, paper = rows

    found = dumped(exclude=["contenttypes", "auth.permission"])

    assert found == [
        ("auth.group", Group.objects.get().pk),
        ("people.person", ada.pk),
        ("papers.paper", paper.pk),
    ]


def test_dumpdata_of_some_apps_has_theirs(rows: tuple[Person, Paper]) -> None:
    ada, paper = rows

    assert dumped("people", "papers.Paper") == [
        ("people.person", ada.pk),
        ("papers.paper", paper.pk),
    ]


def test_dumpdata_of_one_alias_has_its_schema_only(rows: tuple[Person, Paper]) -> None:
    assert dumped(database="papers") == [("papers.paper", rows[1].pk)]


def test_dumpdata_of_an_app_that_lives_elsewhere_is_refused(rows: tuple[Person, Paper]) -> None:
    with pytest.raises(CommandError, match="lives in schema 'people', not in 'papers': say --data"):
        call_command("dumpdata", "people", database="papers")
    assert dumped("people", database="people") == [("people.person", rows[0].pk)]


def test_what_was_dumped_is_loaded_into_every_schema(
    in_production: Project, rows: tuple[Person, Paper], tmp_path: Path
) -> None:
    path = str(tmp_path / "all.json")
    call_command("dumpdata", exclude=["contenttypes", "auth.permission"], output=path)
    connections.close_all()
    in_production.empty()
    Group.objects.all().delete()

    assert said("loaddata", path) == "Installed 3 object(s) from 1 fixture(s)\n"

    assert Paper.objects.get().author == rows[0]
    assert Group.objects.get().name == "editors"


def test_loaddata_takes_the_child_before_its_parent(fixture: Callable[..., str]) -> None:
    path = fixture(
        ("reviews.review", 1, {"paper": 7}),
        ("papers.paper", 7, {"title": "On walls", "author": 5}),
        ("people.person", 5, {"name": "Ada"}),
    )

    call_command("loaddata", path, verbosity=0)

    assert Review.objects.get().paper.author.name == "Ada"


def test_a_fixture_with_a_key_that_nobody_has_leaves_nothing(fixture: Callable[..., str]) -> None:
    path = fixture(
        ("people.person", 5, {"name": "Ada"}),
        ("papers.paper", 7, {"title": "On walls", "author": 6}),
    )

    with pytest.raises(Exception, match="violates identity key"):
        call_command("loaddata", path, verbosity=0)

    assert (Person.objects.count(), Paper.objects.count()) == (0, 0)


def test_sequences_of_every_schema_go_on_after_what_was_loaded(fixture: Callable[..., str]) -> None:
    path = fixture(
        ("people.person", 500, {"name": "Ada"}),
        ("papers.paper", 700, {"title": "On walls", "author": 500}),
    )
    call_command("loaddata", path, verbosity=0)

    bob = Person.objects.create(name="Bob")
    paper = Paper.objects.create(title="On doors", author=bob)

    assert (bob.pk, paper.pk) == (501, 701)


def test_loaddata_of_one_alias_takes_its_rows(fixture: Callable[..., str]) -> None:
    path = fixture(("people.person", 5, {"name": "Ada"}), ("auth.group", 9, {"name": "editors"}))

    said_this = said("loaddata", path, database="people")

    assert said_this == "Installed 1 object(s) (of 2) from 1 fixture(s)\n"
    assert (Person.objects.count(), Group.objects.count()) == (1, 0)


def test_loaddata_of_an_alias_that_has_none_of_the_rows_is_refused(
    fixture: Callable[..., str],
) -> None:
    path = fixture(("people.person", 5, {"name": "Ada"}))

    with pytest.raises(CommandError, match=r"they live in people\. Leave --database out"):
        call_command("loaddata", path, verbosity=0, database="papers")
    call_command("loaddata", path, verbosity=0)
    assert Person.objects.get().name == "Ada"


# Natural keys
# ------------


@pytest.mark.parametrize("form", ["json", "jsonl", "xml", "yaml", "python"])
def test_a_natural_key_stands_for_an_identity_key_in_every_format(
    rows: tuple[Person, Paper], tmp_path: Path, form: str
) -> None:
    if form == "yaml":
        pytest.importorskip("yaml")
    from django.core import serializers

    text = serializers.serialize(form, Paper.objects.all(), use_natural_foreign_keys=True)
    rows[1].delete()
    bob = Person.objects.create(name="Bob")
    Person.objects.filter(pk=rows[0].pk).delete()
    Person.objects.filter(pk=bob.pk).update(name="Ada")

    (loaded,) = serializers.deserialize(form, text)
    loaded.save()
    assert Paper.objects.get().author_id == bob.pk


def test_dumpdata_writes_the_list_that_a_foreign_key_is_written_as(
    rows: tuple[Person, Paper],
) -> None:
    (paper,) = json.loads(said("dumpdata", "papers", use_natural_foreign_keys=True))

    assert (paper["fields"]["author"], paper["fields"]["editor"]) == (["Ada"], None)


def test_a_natural_key_of_a_row_that_comes_later_is_waited_for(fixture: Callable[..., str]) -> None:
    path = fixture(
        ("papers.paper", 7, {"title": "On walls", "author": ["Ada"], "editor": ["Bob"]}),
        ("people.person", 5, {"name": "Ada"}),
        ("people.person", 6, {"name": "Bob"}),
    )

    assert said("loaddata", path) == "Installed 3 object(s) from 1 fixture(s)\n"

    paper = Paper.objects.get()
    assert (paper.author_id, paper.editor_id) == (5, 6)


def test_a_natural_key_that_nobody_has_is_named(fixture: Callable[..., str]) -> None:
    path = fixture(("papers.paper", 7, {"title": "On walls", "author": ["Ada"]}))

    with pytest.raises(CommandError, match=r"papers.Paper.author: there is no people.Person"):
        call_command("loaddata", path, verbosity=0)
    assert Paper.objects.count() == 0


# What reads the database
# -----------------------


def test_sqlsequencereset_sets_those_of_each_schema(
    in_production: Project, rows: tuple[Person, Paper]
) -> None:
    script = said("sqlsequencereset", "people", "papers")

    with in_production.administrator() as connection:
        connection.execute("ALTER SEQUENCE people.people_person_id_seq RESTART WITH 900")
        connection.execute(script)
    assert Person.objects.create(name="Bob").pk == rows[0].pk + 1


def test_sqlsequencereset_of_an_app_that_lives_elsewhere_is_refused() -> None:
    with pytest.raises(CommandError, match="--database people"):
        call_command("sqlsequencereset", "people", database="papers")


def test_inspectdb_shows_the_tables_of_every_schema_under_one_head() -> None:
    module = said("inspectdb")

    assert module.count("from django.db import models") == 1
    for table in ("auth_group", "people_person", "papers_paper", "reviews_review"):
        assert module.count(f"db_table = '{table}'") == 1
    compile(module, "models.py", "exec")


def test_inspectdb_finds_a_table_in_its_schema() -> None:
    module = said("inspectdb", "papers_paper", "people_person")

    assert module.count("(models.Model)") == 2
    assert said("inspectdb", database="people").count("papers_paper") == 0


def test_inspectdb_of_a_table_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(CommandError, match="There is no table or view nowhere"):
        call_command("inspectdb", "nowhere", stdout=StringIO())


@pytest.mark.parametrize(("alias", "schema"), [(None, "engine_platform"), ("papers", "papers")])
def test_dbshell_begins_as_the_role_of_the_schema_on_its_path(
    in_production: Project, capfd: pytest.CaptureFixture[str], alias: str | None, schema: str
) -> None:
    options = {"database": alias} if alias else {}
    query = "SELECT current_user, current_schema, session_user = current_user"

    call_command("dbshell", "--", "-X", "-A", "-t", "-c", query, **options)

    prefix = in_production.contract[schema].rw
    assert capfd.readouterr().out == f"{prefix}|{schema}|f\n"


def test_dbshell_keeps_the_options_of_the_environment(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGOPTIONS", "-c statement_timeout=7s")

    call_command(
        "dbshell", "--", "-X", "-A", "-t", "-c", "SHOW statement_timeout", "-c", "SHOW role"
    )

    assert capfd.readouterr().out.splitlines()[0] == "7s"


# Caches, users, sessions, content types
# --------------------------------------

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "tiny_cache",
    }
}


@pytest.fixture
def cache_table(in_production: Project, settings: Any) -> Any:
    """A cache that is in the database; its table is dropped afterwards."""
    settings.CACHES = CACHES
    yield
    with in_production.administrator() as connection:
        for schema in ("engine_platform", "people"):
            connection.execute(f"DROP TABLE IF EXISTS {schema}.tiny_cache")


def table_of_cache(project: Project) -> list[tuple[str, str]]:
    with project.administrator() as connection:
        return connection.execute(
            "SELECT schemaname, tableowner FROM pg_catalog.pg_tables WHERE tablename = 'tiny_cache'"
        ).fetchall()


def test_the_cache_is_a_table_of_the_platform_and_works(
    in_production: Project, cache_table: None
) -> None:
    from django.core.cache import caches

    call_command("createcachetable", verbosity=0)
    caches["default"].set("key", "value")

    assert caches["default"].get("key") == "value"
    platform = in_production.contract["engine_platform"]
    assert table_of_cache(in_production) == [("engine_platform", platform.owner)]
    call_command("schema_verify", verbosity=0, stdout=StringIO())
    assert "already exists" in said("createcachetable")


def test_the_cache_is_where_the_contract_says(
    in_production: Project, cache_table: None, settings: Any, tmp_path: Path
) -> None:
    from django.core.cache import caches

    path = tmp_path / "schemas.toml"
    text = in_production.path.read_text(encoding="utf-8")
    path.write_text(text.replace('["people"]', '["django_cache", "people"]'), encoding="utf-8")
    settings.APPSCHEMAS_CONTRACT = path

    call_command("createcachetable", verbosity=0)
    caches["default"].set("key", "value")

    assert caches["default"].get("key") == "value"
    assert [schema for schema, _ in table_of_cache(in_production)] == ["people"]
    call_command("check", stderr=StringIO())
    call_command("schema_verify", verbosity=0, stdout=StringIO())


def test_createcachetable_elsewhere_or_for_nothing_is_refused(
    in_production: Project, settings: Any
) -> None:
    with pytest.raises(CommandError, match="No cache is in the database"):
        call_command("createcachetable")
    settings.CACHES = CACHES
    with pytest.raises(CommandError, match="'django_cache' lives in schema 'engine_platform'"):
        call_command("createcachetable", database="people")
    assert table_of_cache(in_production) == []


def test_createsuperuser_makes_one_in_the_schema_of_users() -> None:
    options = {"interactive": False, "username": "root", "email": "root@example.com"}

    call_command("createsuperuser", **options, verbosity=0)

    assert User.objects.get().is_superuser


def test_clearsessions_clears_those_that_are_over() -> None:
    Session.objects.create(session_key="a", session_data="", expire_date="2000-01-01T00:00Z")
    Session.objects.create(session_key="b", session_data="", expire_date="2100-01-01T00:00Z")

    call_command("clearsessions")

    assert [each.pk for each in Session.objects.all()] == ["b"]


def test_remove_stale_contenttypes_takes_the_stale_one() -> None:
    ContentType.objects.create(app_label="people", model="gone")

    call_command("remove_stale_contenttypes", interactive=False, verbosity=0)

    assert not ContentType.objects.filter(model="gone").exists()
    assert ContentType.objects.filter(model="person").exists()


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("remove_stale_contenttypes", ["--noinput"]),
        ("createsuperuser", ["--noinput", "--username=a", "--email=a@example.com"]),
        ("changepassword", ["root"]),
    ],
)
def test_what_lives_in_one_schema_is_not_looked_for_in_another(
    command: str, arguments: list[str]
) -> None:
    with pytest.raises(CommandError, match="lives in schema 'engine_platform', not in 'people'"):
        call_command(command, *arguments, "--database=people")
    assert User.objects.count() == 0


def test_changepassword_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    User.objects.create_user("root")
    monkeypatch.setattr("getpass.getpass", lambda prompt: "correct horse battery")

    call_command("changepassword", "root", stdout=StringIO())

    assert User.objects.get().check_password("correct horse battery")


def test_showmigrations_and_check_know_every_schema() -> None:
    shown = said("showmigrations")

    assert "[ ]" not in shown
    assert all(f"{app}\n [X] 0001" in shown for app in ("auth", "people", "papers", "reviews"))
    stderr = StringIO()
    call_command("check", database=["default", "people", "papers"], stderr=stderr)
    assert "ERROR" not in stderr.getvalue()
