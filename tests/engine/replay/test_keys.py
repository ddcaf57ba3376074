"""Keys while migrations run: checked as soon as both tables are there, whatever comes first."""

from __future__ import annotations

import subprocess
import sys

import psycopg
import pytest

from tests.tools.history_project import App, Project

SCHEMAS = {"one": ["one"], "two": ["two"], "three": ["three"]}
PAIR = {"people": ["people"], "papers": ["papers"]}
REFUSED = psycopg.errors.ForeignKeyViolation


def ring() -> dict[str, App]:
    """Three apps of which each holds keys of the next, and the last of the first."""
    apps = {"one": App(), "two": App(), "three": App()}
    following = {"one": "two", "two": "three", "three": "one"}
    for label, other in following.items():
        key = f'ForeignKey("{other}.Thing", SET_NULL, null=True)'
        apps[label].models = f"class Thing(Model):\n    next = {key}"
        apps[label].migration("m0001", 'operations = [CreateModel("Thing", [ID])]')
        apps[label].migration(
            "m0002",
            f"""
            dependencies = [("{label}", "m0001"), ("{other}", "m0001")]
            operations = [AddField("Thing", "next", {key})]
        """,
        )
    return apps


def test_three_apps_in_a_ring_hold_each_others_keys(project: Project) -> None:
    project.built(ring(), SCHEMAS)

    for schema in SCHEMAS:
        with pytest.raises(REFUSED):
            project.run(f"INSERT INTO {schema}_thing (next_id) VALUES (7)", schema)  # noqa: S608
    assert project.is_in_step()


def test_a_ring_goes_back_to_nothing(project: Project) -> None:
    project.built(ring(), SCHEMAS)

    undone = project.migrate("one", "zero")

    assert sorted(undone) == ["one.m0001", "one.m0002", "three.m0002"]
    assert project.place("one_thing") == []
    triggers = "SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%_thing_%' AND NOT tgisinternal"
    assert project.rows(triggers) == [(5,)]


def through_a_proxy() -> dict[str, App]:
    """A key of a model of the app's own that has its table elsewhere."""
    files, runs = App("class File(Model):\n    pass"), App()
    runs.models = """
        class Script(models.Model if False else __import__("files.models").models.File):
            class Meta:
                proxy = True
        class Run(Model):
            script = ForeignKey(Script, CASCADE)
    """
    files.migration("m0001", 'operations = [CreateModel("File", [ID])]')
    runs.migration(
        "m0001",
        """
        dependencies = [("files", "m0001")]
        operations = [
            CreateModel("Script", [], options={"proxy": True}, bases=("files.file",)),
            CreateModel("Run", [ID, ("script", ForeignKey("runs.Script", CASCADE))]),
        ]
    """,
    )
    return {"files": files, "runs": runs}


def test_a_key_of_a_proxy_is_one_of_the_table_behind_it(project: Project) -> None:
    project.built(through_a_proxy(), {"files": ["files"], "runs": ["runs"]})

    assert 'references = ["files.File"]' in (project.folder / "schemas.toml").read_text()
    with pytest.raises(REFUSED):
        project.run("INSERT INTO runs_run (script_id) VALUES (7)", "runs")
    assert project.is_in_step()


def held() -> dict[str, App]:
    """A person, and a paper with a key of hers."""
    people, papers = App("class Person(Model):\n    pass"), App()
    papers.models = "class Paper(Model):\n    author = IdentityKey('people.Person', CASCADE)"
    people.migration("m0001", 'operations = [CreateModel("Person", [ID])]')
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE))])]
    """,
    )
    return {"people": people, "papers": papers}


def with_rows(project: Project) -> None:
    """The two apps migrated, one row each."""
    project.built(held(), PAIR)
    project.run("INSERT INTO people_person DEFAULT VALUES", "people")
    project.run("INSERT INTO papers_paper (author_id) VALUES (1)", "papers")


def test_the_key_that_others_hold_changes_its_type(project: Project) -> None:
    with_rows(project)
    apps = held()
    apps["people"].models = "class Person(Model):\n    id = IntegerField(primary_key=True)"
    apps["people"].migration(
        "m0002",
        """
        dependencies = [("people", "m0001")]
        operations = [AlterField("Person", "id", IntegerField(primary_key=True))]
    """,
    )
    project.write(apps)

    # That the key should be of the same type is a check's to say.
    assert project.migrate("--skip-checks") == ["people.m0002"]
    with pytest.raises(REFUSED):
        project.run("DELETE FROM people_person", "people")
    with pytest.raises(REFUSED):
        project.run("UPDATE papers_paper SET author_id = 7", "papers")
    assert project.rows("SELECT author_id FROM papers.papers_paper") == [(1,)]


def test_an_identity_key_changes_its_type(project: Project) -> None:
    with_rows(project)
    apps = held()
    apps["papers"].migration(
        "m0002",
        """
        dependencies = [("papers", "m0001")]
        operations = [AlterField("Paper", "author",
                                 IdentityKey("people.Person", CASCADE, key=IntegerField()))]
    """,
    )
    project.write(apps)

    assert project.migrate() == ["papers.m0002"]
    with pytest.raises(REFUSED):
        project.run("UPDATE papers_paper SET author_id = 7", "papers")
    functions = "SELECT count(*) FROM pg_proc WHERE proname LIKE 'papers_paper%holds%'"
    assert project.rows(functions) == [(1,)]


def test_a_renamed_model_and_the_keys_that_name_it_come_and_go_apart(project: Project) -> None:
    with_rows(project)
    apps, human = held(), "IdentityKey('people.Human', CASCADE)"
    apps["people"].models = "class Human(Model):\n    pass"
    apps["papers"].models = f"class Paper(Model):\n    author = {human}"
    apps["people"].migration(
        "m0002",
        """
        dependencies = [("people", "m0001")]
        operations = [RenameModel("Person", "Human")]
    """,
    )
    apps["papers"].migration(
        "m0002",
        f"""
        dependencies = [("papers", "m0001")]
        operations = [AlterField("Paper", "author", {human})]
    """,
    )
    project.write(apps)
    project.manage("schema_contract", "--write")

    assert project.migrate() == ["papers.m0002", "people.m0002"]
    assert project.migrate("people", "m0001") == ["people.m0002"]
    assert project.migrate() == ["people.m0002"]
    assert project.is_in_step()
    with pytest.raises(REFUSED):
        project.run("DELETE FROM people_human", "people")


def test_a_table_whose_keys_are_held_is_not_dropped(project: Project) -> None:
    with_rows(project)
    apps = held()
    apps["people"].migration(
        "m0002",
        """
        dependencies = [("people", "m0001")]
        operations = [DeleteModel("Person")]
    """,
    )
    project.write(apps)

    refused = project.manage("migrate", "--skip-checks", fails=True)

    assert 'table "people.people_person" cannot be dropped' in refused
    assert project.rows("SELECT count(*) FROM people.people_person") == [(1,)]


def test_a_table_that_is_made_anew_is_looked_up(project: Project) -> None:
    with_rows(project)
    apps = held()
    apps["people"].migration(
        "m0002",
        """
        dependencies = [("people", "m0001")]
        operations = [DeleteModel("Person"), CreateModel("Person", [ID])]
    """,
    )
    project.write(apps)

    refused = project.manage("migrate", fails=True)
    project.run("DELETE FROM papers_paper", "papers")
    done = project.migrate()

    assert 'identity key "papers_paper.author_id" is violated by some row' in refused
    assert done == ["people.m0002"]
    assert project.is_in_step()


def test_rows_that_migrations_wrote_are_looked_up(project: Project) -> None:
    apps = held()
    apps["papers"].migration(
        "m0002",
        """
        dependencies = [("papers", "m0001")]
        operations = [RunSQL("INSERT INTO papers_paper (author_id) VALUES (7)", "SELECT 1")]
    """,
    )
    project.write(apps)
    project.contract(PAIR)
    project.manage("schema_apply", "--apply")

    refused = project.manage("migrate", fails=True)
    project.run("INSERT INTO people_person (id) VALUES (7)", "people")
    project.migrate()

    assert 'identity key "papers_paper.author_id" is violated by some row' in refused
    assert project.is_in_step()


def test_a_run_that_fails_leaves_no_key_unchecked(project: Project) -> None:
    apps = held()
    apps["papers"].migration(
        "m0002",
        """
        dependencies = [("papers", "m0001")]
        operations = [RunSQL("SELECT 1 / 0", "SELECT 1")]
    """,
    )
    project.write(apps)
    project.contract(PAIR)
    project.manage("schema_apply", "--apply")

    with pytest.raises(AssertionError, match="division by zero"):
        project.manage("migrate")

    with pytest.raises(REFUSED):
        project.run("INSERT INTO papers_paper (author_id) VALUES (7)", "papers")
    assert project.rows("SELECT count(*) FROM papers.papers_paper") == [(0,)]


def test_a_killed_run_leaves_its_keys_to_the_next_which_makes_them_first(project: Project) -> None:
    apps = held()
    apps["papers"].migration(
        "m0002",
        """
        dependencies = [("papers", "m0001")]
        operations = [RunPython(die, migrations.RunPython.noop)]
    """,
        """
        import os
        def die(apps, editor):
            if os.environ.get("DIES"):
                os.kill(os.getpid(), 9)
            apps.get_model("papers", "Paper").objects.create(author_id=7)
    """,
    )
    project.write(apps)
    project.contract(PAIR)
    project.manage("schema_apply", "--apply")
    died = subprocess.run(
        [sys.executable, "manage.py", "migrate"],
        cwd=project.folder,
        env=project.environ() | {"DIES": "1"},
        capture_output=True,
        check=False,
    )
    triggers = "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'papers_paper%'"
    before = project.rows(triggers)

    refused = project.manage("migrate", fails=True)

    assert (died.returncode, before) == (-9, [(0,)])
    assert 'violates identity key "papers_paper.author_id"' in refused
    assert project.rows(triggers) == [(5,)]
    assert project.rows("SELECT count(*) FROM papers.papers_paper") == [(0,)]


def joining(key: int) -> dict[str, App]:
    """The two apps, papers in a partitioned table; a table with a row of this key joins it."""
    people, papers = held()["people"], App()
    papers.models = "class Paper(Model):\n    author = IdentityKey('people.Person', CASCADE)"
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [SeparateDatabaseAndState(
            database_operations=[RunSQL(
                "CREATE TABLE papers_paper (id bigint PRIMARY KEY, author_id bigint)"
                " PARTITION BY RANGE (id);"
                "CREATE TABLE joining (id bigint NOT NULL, author_id bigint)",
                "DROP TABLE papers_paper, joining",
            )],
            state_operations=[
                CreateModel("Paper", [ID, ("author", IdentityKey("people.Person", CASCADE))])
            ],
        )]
    """,
    )
    papers.migration(
        "m0002",
        """
        dependencies = [("papers", "m0001")]
        operations = [
            RunSQL("INSERT INTO joining VALUES (1, KEY)", ""),
            AttachPartition("Paper", "joining", "FOR VALUES FROM (0) TO (9)"),
        ]
    """.replace("KEY", str(key)),
    )
    return {"people": people, "papers": papers}


def test_a_partition_is_attached_by_a_migration_its_keys_looked_up(project: Project) -> None:
    apps = joining(key=1)
    project.write(apps)
    project.contract(PAIR)
    project.manage("schema_apply", "--apply", "then", "migrate", "papers", "m0001")
    project.run("INSERT INTO people_person DEFAULT VALUES", "people")

    project.migrate("papers")

    assert project.rows("SELECT author_id FROM papers.papers_paper") == [(1,)]
    project.migrate("papers", "m0001")
    assert project.rows("SELECT author_id FROM papers.papers_paper") == []


def test_a_partition_with_a_key_of_no_row_is_not_attached(project: Project) -> None:
    project.write(joining(key=7))
    project.contract(PAIR)
    project.manage("schema_apply", "--apply", "then", "migrate", "papers", "m0001")

    refused = project.manage("migrate", "papers", fails=True)

    assert 'identity key "papers_paper.author_id" is violated by some row' in refused
    assert project.rows("SELECT count(*) FROM papers.papers_paper") == [(0,)]


def test_a_database_that_lacks_what_checks_lie_in_is_not_migrated(project: Project) -> None:
    with_rows(project)
    triggers = "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'papers_paper%'"
    with project.administrator() as connection:
        connection.execute("DROP SCHEMA appschemas_keys CASCADE")

    refused = project.manage("migrate", fails=True)

    assert "manage.py schema_apply --apply" in refused
    assert project.rows(triggers) == [(0,)]
    project.manage("schema_apply", "--apply", "then", "migrate")
    assert project.rows(triggers) == [(5,)]


# More checks than one transaction should make: it holds a lock of each table and function.
MANY_TABLES = 101
MADE = (
    "SELECT count(*), count(DISTINCT xmin::text) FROM pg_proc"
    " WHERE pronamespace = 'appschemas_keys'::regnamespace AND proname LIKE '%check\\_insert%'"
)


def test_many_checks_are_made_in_several_transactions(project: Project) -> None:
    apps = held()
    made = 'CreateModel("{0}", [ID, ("author", IdentityKey("people.Person", CASCADE))])'
    model = "class {0}(Model):\n    author = IdentityKey('people.Person', CASCADE)\n"
    names = [f"Paper{number}" for number in range(MANY_TABLES)]
    apps["papers"] = App("".join(model.format(name) for name in names))
    apps["papers"].migration(
        "m0001",
        f"""
        dependencies = [("people", "m0001")]
        operations = [{", ".join(made.format(name) for name in names)}]
    """,
    )

    project.built(apps, PAIR)

    assert project.rows(MADE) == [(MANY_TABLES, 2)]
    assert project.is_in_step()


# Large tables
# ------------

MANY = "INSERT INTO papers.papers_paper (author_id) SELECT 1 FROM generate_series(1, 300000)"


def large(project: Project) -> dict[str, App]:
    """Papers of more than 8 MB, whose key is a plain number until the last migration."""
    apps = held()
    number = 'AlterField("Paper", "author", IntegerField(db_column="author_id"))'
    key = 'AlterField("Paper", "author", IdentityKey("people.Person", CASCADE))'
    for name, before, operation in (("m0002", "m0001", number), ("m0003", "m0002", key)):
        apps["papers"].migration(
            name,
            f"""
            dependencies = [("papers", "{before}")]
            operations = [{operation}]
        """,
        )
    project.write(apps)
    project.contract(PAIR)
    project.manage("schema_apply", "--apply", "then", "migrate", "papers", "m0002")
    project.run("INSERT INTO people_person DEFAULT VALUES", "people")
    with project.administrator() as connection:
        connection.execute(MANY)
    return apps


def test_the_keys_of_a_large_table_are_looked_up_after_the_migration(project: Project) -> None:
    large(project)
    with project.administrator() as connection:
        connection.execute("INSERT INTO papers.papers_paper (author_id) VALUES (7)")

    refused = project.manage("migrate", fails=True)
    verified = project.manage("schema_verify", fails=True)

    assert 'identity key "papers_paper.author_id" is violated by some row' in refused
    assert "What was migrated stays" in refused
    assert "look up every key of papers.papers_paper (author_id) in people: not looked up yet" in (
        verified
    )
    with pytest.raises(REFUSED):
        project.run("INSERT INTO papers_paper (author_id) VALUES (8)", "papers")


def test_the_next_migrate_looks_up_what_is_left(project: Project) -> None:
    large(project)
    with project.administrator() as connection:
        connection.execute("INSERT INTO papers.papers_paper (author_id) VALUES (7)")
    project.manage("migrate", fails=True)

    again = project.manage("migrate", fails=True)
    project.run("DELETE FROM papers_paper WHERE author_id = 7", "papers")
    project.migrate()

    assert "is violated by some row" in again
    assert project.is_in_step()
