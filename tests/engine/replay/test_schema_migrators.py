"""A login for each schema migrates it alone, and is refused what reaches another schema."""

from __future__ import annotations

from urllib.parse import quote

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from tests.tools.history_project import PASSWORD, App, Project

SCHEMAS = {"people": ["people"], "papers": ["papers"]}
PERSON = "class Person(Model):\n    name = CharField(max_length=9)"
PAPER = 'class Paper(Model):\n    author = IdentityKey("people.Person", CASCADE, null=True)'
TITLED = f"{PAPER}\n    title = CharField(max_length=9)"
EDITED = f'{PAPER}\n    editor = IdentityKey("people.Person", CASCADE, null=True)'
WRITE = """
def write(apps, editor):
    apps.get_model("papers", "Paper").objects.create(title="On walls")

def read(apps, editor):
    apps.get_model("people", "Person").objects.count()
"""


def built(project: Project) -> dict[str, App]:
    """Two schemas that their migrators may migrate, by the one of both."""
    people, papers = App(PERSON), App(PAPER)
    people.migration(
        "m0001", 'operations = [CreateModel("Person", [ID, ("name", CharField(max_length=9))])]'
    )
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [
            CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE, null=True))])
        ]
        """,
    )
    apps = {"people": people, "papers": papers}
    project.write(apps)
    project.contract(SCHEMAS)
    contract = project.folder / "schemas.toml"
    text = contract.read_text().replace("[roles]\n", "[roles]\nschema_migrators = true\n")
    contract.write_text(text)
    project.manage("schema_apply", "--apply", "then", "migrate")
    with project.administrator() as connection:
        names = Identifier(f"{project.name}_papers_migrator"), Literal(PASSWORD)
        connection.execute(SQL("ALTER ROLE {} PASSWORD {}").format(*names))
    return apps


def as_papers(project: Project, *arguments: str, fails: bool = False) -> str:
    """What migrate prints, whose login is that of papers alone."""
    url = project._url(f"{project.name}_papers_migrator", quote(PASSWORD))
    return project.manage("migrate", *arguments, fails=fails, MIGRATOR_DATABASE_URL=url)


def test_a_schema_is_migrated_by_its_own_login_and_no_other_schema_is(project: Project) -> None:
    apps = built(project)
    apps["papers"].models = TITLED
    apps["papers"].migration(
        "m0002",
        """
        dependencies = [("papers", "m0001")]
        operations = [
            AddField("Paper", "title", CharField(max_length=9, default=""), preserve_default=False),
            RunPython(write),
        ]
        """,
        WRITE,
    )
    project.write(apps)

    everything = as_papers(project, fails=True)
    other = as_papers(project, "--database", "people", fails=True)
    done = as_papers(project, "--database", "papers")

    alone = f"The login '{project.name}_papers_migrator' migrates schema 'papers' alone"
    assert alone in everything
    assert alone in other
    assert "Applying papers.m0002... OK" in done
    assert project.rows("SELECT title FROM papers.papers_paper") == [("On walls",)]
    assert project.is_in_step()


def test_what_reaches_another_schema_is_refused_and_the_migrator_of_all_runs_it(
    project: Project,
) -> None:
    apps = built(project)
    apps["papers"].models = EDITED
    owner = f"{project.name}_people_owner"
    refused = []
    for operation in (
        "RunPython(read)",
        f'RunSQL("RESET ROLE; SET ROLE {owner}")',
        'AddField("Paper", "editor", IdentityKey("people.Person", CASCADE, null=True))',
    ):
        body = f'dependencies = [("papers", "m0001")]\noperations = [{operation}]'
        apps["papers"].migration("m0002", body, WRITE)
        project.write(apps)
        refused.append(as_papers(project, "--database", "papers", fails=True))
    project.manage("migrate")

    assert f"may not act as '{owner}'" in refused[0]
    assert "It migrates schema 'papers' alone" in refused[0]
    assert f'permission denied to set role "{owner}"' in refused[1]
    assert "papers.papers_paper.author_id -> people.people_person.id" in refused[2]
    assert "this login acts in schema 'papers' alone" in refused[2]
    assert project.is_in_step()


def test_a_database_made_anew_under_roles_that_are_there_gets_no_table_before_its_schemas(
    project: Project,
) -> None:
    built(project)
    maintenance = {**project.server, "dbname": "postgres", "autocommit": True}
    with psycopg.connect(**maintenance) as server:
        name = Identifier(project.name)
        server.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(name))
        server.execute(SQL("CREATE DATABASE {}").format(name))

    refused = project.manage("migrate", fails=True)

    hint = "Apply the contract first: manage.py schema_apply --apply"
    assert ("has no schema" in refused, hint in refused, "OK" in refused) == (True, True, False)
    project.manage("schema_apply", "--apply", "then", "migrate")
    assert [schema for schema, _ in project.place("papers_paper")] == ["papers"]
