"""migrate: squashed migrations over schemas, and schemas with a session of their own."""

from __future__ import annotations

import pytest

from tests.tools.history_project import App, Project

SCHEMAS = {"people": ["people"], "papers": ["papers"]}


def linear() -> dict[str, App]:
    """Two apps, of which one builds on the other."""
    people = App(
        "class Person(Model):\n    name = CharField(max_length=9, default='')",
    )
    people.migration("m0001", 'operations = [CreateModel("Person", [ID])]')
    people.migration(
        "m0002",
        """
        dependencies = [("people", "m0001")]
        operations = [AddField("Person", "name", CharField(max_length=9, default=""))]
    """,
    )
    papers = App(
        "class Paper(Model):\n    author = IdentityKey('people.Person', CASCADE)\n"
        "    title = CharField(max_length=9, default='')",
    )
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE))])]
    """,
    )
    papers.migration(
        "m0002",
        """
        dependencies = [("papers", "m0001"), ("people", "m0002")]
        operations = [AddField("Paper", "title", CharField(max_length=9, default=""))]
    """,
    )
    return {"people": people, "papers": papers}


def squashed() -> dict[str, App]:
    """The two apps, whose migrations are squashed into one each."""
    apps = linear()
    apps["people"].migration(
        "m0001_squashed",
        """
        replaces = [("people", "m0001"), ("people", "m0002")]
        operations = [CreateModel("Person", [
            ID, ("name", CharField(max_length=9, default=""))])]
    """,
    )
    apps["papers"].migration(
        "m0001_squashed",
        """
        replaces = [("papers", "m0001"), ("papers", "m0002")]
        dependencies = [("people", "m0002")]
        operations = [CreateModel("Paper", [
            ID, ("author", IdentityKey("people.Person", CASCADE)),
            ("title", CharField(max_length=9, default=""))])]
    """,
    )
    return apps


def recorded(project: Project, schema: str) -> set[str]:
    """The app's migrations that its own schema has recorded."""
    query = "SELECT name FROM {}.django_migrations WHERE app = %s".format(schema)  # noqa: S608, UP032
    return {name for (name,) in project.rows(query, schema)}


def test_squashed_migrations_of_two_schemas_run_on_an_empty_database(project: Project) -> None:
    ran = project.built(squashed(), SCHEMAS)

    assert [name for name in ran if name.startswith("p")] == [
        "people.m0001_squashed",
        "papers.m0001_squashed",
    ]
    assert recorded(project, "people") == {"m0001", "m0002", "m0001_squashed"}
    assert project.is_in_step()


def test_what_squashed_migrations_replace_was_applied_before(project: Project) -> None:
    project.built(linear(), SCHEMAS)
    project.write(squashed())

    assert project.migrate() == []
    assert "m0001_squashed" in recorded(project, "people")
    assert "m0001_squashed" in recorded(project, "papers")
    assert project.is_in_step()


def test_what_they_replace_was_applied_in_part(project: Project) -> None:
    project.write(linear())
    project.contract(SCHEMAS)
    project.manage("schema_apply", "--apply", "then", "migrate", "papers", "m0001")
    project.write(squashed())

    ran = [name for name in project.migrate() if name.startswith("p")]
    assert ran == ["people.m0002", "papers.m0002"]
    assert "m0001_squashed" in recorded(project, "people")
    assert "m0001_squashed" in recorded(project, "papers")
    assert project.is_in_step()


def test_squashed_migrations_go_back_to_nothing_and_forward_again(project: Project) -> None:
    project.built(squashed(), SCHEMAS)

    project.manage("migrate", "papers", "zero")
    assert project.place("papers_paper") == []
    assert project.migrate() == ["papers.m0001_squashed"]
    assert project.is_in_step()


@pytest.mark.parametrize("own", ["people", "papers"])
def test_one_migrate_makes_a_key_between_a_shared_and_an_own_session(
    project: Project, own: str
) -> None:
    project.write(linear())
    project.contract(SCHEMAS)
    contract = project.folder / "schemas.toml"
    written = contract.read_text().replace(
        f"[schemas.{own}]\n", f'[schemas.{own}]\nsession = "own"\n'
    )
    contract.write_text(written)
    login = f"{project.name}_{own}_login"
    url = project.environ()["DATABASE_URL"].replace(f"{project.name}_app", login, 1)
    environ = {f"{own.upper()}_DATABASE_URL": url}

    shown = project.manage("schema_apply", "--apply", "then", "migrate", **environ)

    assert "papers.m0002" in shown
    assert "all in step" in project.manage("schema_verify", "--orphans", **environ)
    orphan = "INSERT INTO papers_paper (author_id, title) VALUES (7, 't')"
    with pytest.raises(Exception, match="violates identity key"):
        project.run(orphan, "papers")
