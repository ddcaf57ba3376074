"""SQL of the past: data migrations that were written when all tables lay together."""

from __future__ import annotations

from tests.tools.history_project import App, Project

SCHEMAS = {"users": ["users"], "shop": ["shop"]}


def of_the_past() -> dict[str, App]:
    """An app whose migrations read and write tables of other apps, each in another way."""
    users, shop = App(), App()
    users.models = "class Team(Model):\n    name = CharField(max_length=99)"
    users.migration(
        "m0001",
        """
        dependencies = [("auth", "0012_alter_user_first_name_max_length")]
        operations = [
            CreateModel("Team", [ID, ("name", CharField(max_length=99))]),
            RunPython(make, migrations.RunPython.noop),
            RunSQL("INSERT INTO users_team (name) SELECT name FROM auth_group", "SELECT 1"),
        ]
    """,
        """
        def make(apps, editor):
            apps.get_model("auth", "Group").objects.create(name="editors")
            with connections["default"].cursor() as cursor:
                cursor.execute("INSERT INTO users_team (name) SELECT name || '!' FROM auth_group")
    """,
    )
    shop.models = "class Sale(Model):\n    pass"
    shop.migration(
        "m0001",
        """
        dependencies = [("users", "m0001")]
        operations = [CreateModel("Sale", [ID]), RunPython(view, migrations.RunPython.noop)]
    """,
        """
        def view(apps, editor):
            with connection.cursor() as cursor:
                cursor.execute("CREATE MATERIALIZED VIEW shop_teams AS SELECT name FROM users_team")
                cursor.execute("CREATE TABLE shop_names (id serial, name text)")
                cursor.execute("INSERT INTO shop_names (name) SELECT name FROM auth_group")
            editor.execute("CREATE INDEX ON shop_names (name)")
    """,
    )
    return {"users": users, "shop": shop}


def test_history_that_reads_and_writes_other_apps_replays_as_it_was_written(
    project: Project,
) -> None:
    project.built(of_the_past(), SCHEMAS)

    teams = project.rows("SELECT name FROM users.users_team ORDER BY id")
    assert teams == [("editors!",), ("editors",)]
    assert project.rows("SELECT name FROM shop.shop_names") == [("editors",)]


def test_what_history_makes_is_its_schemas_own(project: Project) -> None:
    project.built(of_the_past(), SCHEMAS)

    owner = f"{project.name}_shop_owner"
    assert project.place("shop_teams") == project.place("shop_names") == [("shop", owner)]
    project.run("INSERT INTO shop_names (name) VALUES ('by the application')", "shop")
    assert project.rows("SELECT count(*) FROM shop.shop_names") == [(2,)]
    assert project.is_in_step()


def test_the_first_contract_lists_what_the_past_reaches(project: Project) -> None:
    project.write(of_the_past())
    project.contract(SCHEMAS)

    contract = (project.folder / "schemas.toml").read_text()

    assert 'history = ["users.m0001"]' in contract
    assert 'history = ["shop.m0001"]' in contract


def with_news() -> dict[str, App]:
    """The same apps, one with a migration more, which reaches a table that is not its own."""
    apps = of_the_past()
    apps["shop"].migration("m0002", """
        dependencies = [("shop", "m0001")]
        operations = [RunSQL("INSERT INTO users_team (name) VALUES ('x')", "SELECT 1")]
    """)  # fmt: skip
    return apps


def test_a_new_migration_that_reaches_others_is_named_and_does_not_run(project: Project) -> None:
    project.built(of_the_past(), SCHEMAS)
    project.write(with_news())

    named = project.manage("check", fails=True)
    refused = project.manage("migrate", fails=True)

    assert "(appschemas.E050) SQL of migration shop.m0002 names tables of other schemas" in named
    assert "users.users_team" in named
    assert "appschemas.E050" in refused
    assert project.rows("SELECT count(*) FROM users.users_team") == [(2,)]


def test_sql_in_what_a_migration_s_code_calls_is_named_too(project: Project) -> None:
    project.built(of_the_past(), SCHEMAS)
    apps = of_the_past()
    apps["shop"].migration(
        "m0002",
        """
        dependencies = [("shop", "m0001")]
        operations = [RunPython(fill, migrations.RunPython.noop)]
    """,
        """
        TEAMS = "INSERT INTO users_team (name) VALUES ('x')"

        def fill(apps, editor):
            for each in range(2):
                [send(editor) for each in range(2)]

        def send(editor):
            editor.execute(TEAMS)
    """,
    )
    project.write(apps)

    named = project.manage("check", fails=True)

    assert "SQL of migration shop.m0002 names tables of other schemas: users.users_team" in named


def test_the_list_of_the_past_does_not_grow(project: Project) -> None:
    project.built(of_the_past(), SCHEMAS)
    before = (project.folder / "schemas.toml").read_text()
    project.write(with_news())

    project.manage("schema_contract", "--write")

    assert (project.folder / "schemas.toml").read_text() == before


def test_the_database_refuses_sql_that_reaches_others_where_no_check_ran(project: Project) -> None:
    project.built(of_the_past(), SCHEMAS)
    project.write(with_news())

    refused = project.manage("migrate", "--skip-checks", fails=True)

    assert 'relation "users_team" does not exist' in refused
    assert project.rows("SELECT count(*) FROM users.users_team") == [(2,)]


def with_what_a_session_makes() -> dict[str, App]:
    """Temporary tables, a view over another schema's table, and an extension of everybody's."""
    users, shop = App(), App()
    users.models = "class Team(Model):\n    name = CharField(max_length=99)"
    users.migration(
        "m0001",
        """
        operations = [
            CreateModel("Team", [ID, ("name", CharField(max_length=99))]),
            RunSQL("CREATE TEMP TABLE fresh AS SELECT 'kept' AS name", "SELECT 1"),
            RunSQL("INSERT INTO users_team (name) SELECT name FROM fresh", "SELECT 1"),
        ]
    """,
    )
    shop.models = "class Sale(Model):\n    pass"
    shop.migration(
        "m0001",
        """
        dependencies = [("users", "m0001")]
        operations = [
            TrigramExtension(),
            CreateModel("Sale", [ID]),
            RunSQL("CREATE VIEW shop_teams AS SELECT name FROM users_team", "DROP VIEW shop_teams"),
        ]
    """,
        "from django.contrib.postgres.operations import TrigramExtension",
    )
    return {"users": users, "shop": shop}


def test_what_a_migration_makes_works_with_the_reads_of_its_schema(project: Project) -> None:
    project.write(with_what_a_session_makes())
    project.contract(SCHEMAS, 'reads = ["users"]\n')
    project.manage("schema_apply", "--apply", "then", "migrate")

    project.manage("migrate", "shop", "zero", "then", "migrate")

    with project.administrator() as connection:
        connection.execute(f"SET ROLE {project.name}_shop_rw")
        assert connection.execute("SELECT name FROM shop.shop_teams").fetchall() == [("kept",)]
    assert project.is_in_step()
