"""A database in which the project's tables lie in one schema, with rows, as they always did."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from textwrap import dedent

import psycopg
import pytest

from tests.tools.history_project import App, Project
from tests.tools.whole_catalog import whole_catalog

# All that would read or write a table, or make one.
COMMANDS = (
    "schema_apply", "schema_apply --apply", "schema_apply --sql", "schema_verify",
    "schema_verify --orphans", "schema_move", "schema_move --apply", "schema_report", "migrate",
    "migrate --plan", "migrate --check", "migrate --fake", "migrate --fake-initial",
    "migrate --run-syncdb", "migrate papers", "migrate papers zero", "migrate --database papers",
    "migrate --database people people m0001 --fake", "flush --no-input",
    "flush --no-input --database people", "loaddata rows.json", "dumpdata", "dumpdata papers",
    "sqlflush", "showmigrations", "showmigrations --plan", "showmigrations --database papers",
    "check --database default", "check --database papers", "inspectdb",
    "remove_stale_contenttypes --no-input",
    "createsuperuser --no-input --username ann --email ann@example.org", "changepassword ann",
)  # fmt: skip
# Those that find copies in good order, or would write into them.
BESIDE_COPIES = (
    "schema_apply --apply", "schema_verify", "schema_report", "migrate", "migrate --check",
    "migrate papers zero", "showmigrations", "check --database papers", "flush --no-input",
    "dumpdata", "createsuperuser --no-input --username ann --email ann@example.org",
)  # fmt: skip
BESIDE_A_NAMESAKE = (
    "schema_apply --apply", "schema_move --apply", "schema_rename people persons --apply",
    "schema_split", "schema_split --status", "migrate", "check --database default",
)  # fmt: skip
LOGINS = ("DATABASE_URL", "MIGRATOR_DATABASE_URL")
NAMING = """
import io, json, django
from django.core.management import call_command
from django.db import connections
django.setup()
said = {{}}
for each in {commands!r}:
    output = io.StringIO()
    try:
        call_command(*each.split(), stdout=output, stderr=output)
        said[each] = "succeeded: " + output.getvalue()
    except Exception as error:
        said[each] = f"{{type(error).__name__}}: {{error}}"
    connections.close_all()
print(json.dumps(said))
"""
# The server ends the session that moves a table.
DYING = """
CREATE FUNCTION public.die() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); END $$;
CREATE EVENT TRIGGER dying ON ddl_command_end WHEN TAG IN ('ALTER TABLE')
  EXECUTE FUNCTION public.die();
"""
SCHEMAS = {"people": ["people"], "papers": ["papers"]}
MOVED = ("people_person", "papers_paper")


def apps() -> dict[str, App]:
    """Two apps, the second with a foreign key of the first."""
    people, papers = App("class Person(Model):\n    pass"), App()
    papers.models = "class Paper(Model):\n    author = ForeignKey('people.Person', CASCADE)"
    people.migration("m0001", 'operations = [CreateModel("Person", [ID])]')
    papers.migration(
        "m0001",
        """
        dependencies = [("people", "m0001")]
        operations = [CreateModel("Paper", [ID, ("author", ForeignKey("people.Person", CASCADE))])]
    """,
    )
    return {"people": people, "papers": papers}


@pytest.fixture
def before(project: Project) -> Project:
    """The project in public, by Django alone, with rows, and a contract for it."""
    project.write(apps())
    project.manage("migrate", PLAIN="1")
    with project.administrator() as connection:
        connection.execute("INSERT INTO people_person DEFAULT VALUES")
        connection.execute("INSERT INTO papers_paper (author_id) VALUES (1)")
    project.contract(SCHEMAS)
    return project


@pytest.mark.parametrize("command", ["schema_apply", "schema_apply --apply", "schema_verify"])
def test_it_is_recognised_and_nothing_is_made(before: Project, command: str) -> None:
    refused = before.manage(*command.split(), fails=True)

    assert "lie, with rows, in public, and not in the schemas of the contract" in refused
    assert "manage.py schema_split shows what that takes" in refused
    assert before.place("people_person") == [("public", "postgres")]
    assert before.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'people'") == []


def test_migrate_makes_no_empty_tables_beside_full_ones(before: Project) -> None:
    before.manage("schema_sql", "--output", "sql")
    run_sql(before, "10_roles.sql", "20_schemas.sql")
    give_passwords(before)

    refused = before.manage("migrate", fails=True)

    assert "lie, with rows, in public, and not in the schemas of the contract" in refused
    assert before.place("people_person") == [("public", "postgres")]


def test_tables_beside_which_no_record_lies_are_recognised_as_well(before: Project) -> None:
    with before.administrator() as connection:
        connection.execute("CREATE SCHEMA misc; ALTER TABLE django_migrations SET SCHEMA misc")

    refused = before.manage("schema_verify", fails=True)
    told = before.manage("schema_split", fails=True)

    assert "lie, with rows, in public, and not in the schemas of the contract" in refused
    assert "ALTER TABLE <its schema>.django_migrations SET SCHEMA <theirs>" in told
    assert before.rows("SELECT nspname FROM pg_namespace WHERE nspname = 'people'") == []


@pytest.mark.parametrize("made", ["nothing, one login for all", "nothing", "roles and schemas"])
def test_whatever_needs_the_schemas_names_the_split_and_changes_nothing(
    before: Project, made: str
) -> None:
    everybody = {}
    if "one login" in made:
        everybody = dict.fromkeys(LOGINS, before.environ()["ADMIN_DATABASE_URL"])
    if "roles" in made:
        before.manage("schema_sql", "--output", "sql")
        run_sql(before, "10_roles.sql", "20_schemas.sql")
        give_passwords(before)
    (before.folder / "rows.json").write_text(
        '[{"model": "people.person", "pk": 7, "fields": {}}, {"model": "papers.paper", "pk": 7,'
        ' "fields": {"author": 7}}]'
    )
    with before.administrator() as connection:
        at_first = whole_catalog(connection, before.name)
        said = json.loads(before.python(NAMING.format(commands=COMMANDS), **everybody))
        at_last = whole_catalog(connection, before.name)

    assert not {each for each, text in said.items() if "manage.py schema_split" not in text}
    assert at_last == at_first
    assert before.rows("SELECT count(*) FROM people_person") == [(1,)]
    assert "lie, with rows, in public" in said["check --database default"]


def test_empty_copies_beside_full_tables_are_gone_on_with_by_nobody_and_get_out_of_the_way(
    project: Project,
) -> None:
    project.built(apps(), SCHEMAS)
    project.manage("migrate", PLAIN="1")
    with project.administrator() as connection:
        connection.execute("INSERT INTO people_person DEFAULT VALUES")
        connection.execute("INSERT INTO papers_paper (author_id) VALUES (1)")
        at_first = whole_catalog(connection, project.name)
        said = json.loads(project.python(NAMING.format(commands=BESIDE_COPIES)))
        assert not {each for each, text in said.items() if "manage.py schema_split" not in text}
        assert whole_catalog(connection, project.name) == at_first
    project.manage("schema_sql", "--output", "sql")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run_sql(project, "all.sql")
    assert b"has no row, and papers_paper of no schema" in refused.value.stderr.replace(
        b"public.", b""
    )
    assert b"manage.py schema_split says how copies" in refused.value.stderr

    shown = json.loads(project.manage("schema_split", "--json", "--skip-checks"))
    stops, counted = shown["stops"], [(s["moved"], s["tables"]) for s in shown["schemas"]]
    assert counted == [(0, 7), (0, 1), (0, 1)]
    with project.administrator() as connection:
        for stop in stops:
            connection.execute(re.findall("ALTER SCHEMA .*?(?=[.])", stop["hint"])[0].encode())
    project.manage("schema_split", "--apply")
    with project.administrator() as connection:
        for stop in stops:
            connection.execute(re.findall("DROP SCHEMA .*", stop["hint"])[0].encode())

    assert project.is_in_step()
    assert project.rows("SELECT author_id FROM papers.papers_paper") == [(1,)]


def test_a_schema_of_before_that_has_a_name_of_the_contract_is_taken_by_nobody(
    before: Project,
) -> None:
    with before.administrator() as connection:
        connection.execute("ALTER SCHEMA public RENAME TO people; CREATE SCHEMA public")
        at_first = whole_catalog(connection, before.name)
        said = json.loads(before.python(NAMING.format(commands=BESIDE_A_NAMESAKE)))
        assert not {each for each, text in said.items() if "manage.py schema_split" not in text}
        assert whole_catalog(connection, before.name) == at_first

    before.contract({"persons": SCHEMAS["people"], "papers": SCHEMAS["papers"]})
    before.manage("schema_split", "--apply")

    assert before.place("people_person") == [("persons", f"{before.name}_persons_owner")]


def test_the_doctor_names_the_split_for_logins_that_it_makes(before: Project) -> None:
    told = before.manage("schema_doctor", exits=1)

    for login in ("DATABASE_URL", "MIGRATOR_DATABASE_URL"):
        symptom = re.search(rf" of {login} cannot get in: .*\n\s*(.*)", told)
        assert symptom, told
        assert symptom[1].endswith("manage.py schema_split"), told
    assert "--set-passwords" not in told


@pytest.fixture
def other(before: Project) -> Iterator[str]:
    """Another database, behind an alias of Django's own that the contract does not know."""
    name = f"{before.name}_other"
    more = f"""
        if "PLAIN" not in os.environ:
            DATABASES["other"] = {{**DATABASES["default"], "NAME": "{name}"}}
            DATABASES["other"]["ENGINE"] = "django.db.backends.postgresql"
    """
    before.write(apps(), dedent(more))
    with before.administrator() as server:
        server.execute(f"CREATE DATABASE {name}".encode())
    yield name
    with before.administrator() as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def test_a_database_beside_it_is_migrated_and_nobody_asks_the_one_of_the_contract(
    before: Project, other: str
) -> None:
    administrator = before.environ()["ADMIN_DATABASE_URL"]
    with before.administrator() as connection:
        at_first = whole_catalog(connection, before.name)
        before.manage("migrate", "--database", "other", DATABASE_URL=administrator)
        at_last = whole_catalog(connection, before.name)
    with psycopg.connect(**{**before.server, "dbname": other}) as beside:
        made = beside.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        recorded = beside.execute("SELECT count(*) FROM django_migrations WHERE app = 'papers'")

        assert (made.fetchall(), recorded.fetchall()) == ([("django_migrations",)], [(1,)])
    assert at_last == at_first


def test_the_command_that_it_names_takes_it_there_and_back(before: Project) -> None:
    plan = before.manage("schema_split")
    there = before.manage("schema_split", "--apply", "then", "schema_split", "--apply")
    lies = before.place("papers_paper")
    shown = before.manage("schema_split", "--status", "--json", "--skip-checks")
    stands = json.loads(shown)
    back = before.manage("schema_split", "--undo")

    assert "papers    no        0 of 1" in plan
    assert "django_migrations: each schema gets a copy" in plan
    assert "Nothing to do: it is done." in there
    assert (lies, stands["is_split"]) == ([("papers", f"{before.name}_papers_owner")], True)
    assert "Next: manage.py schema_split --apply" in back
    assert before.place("papers_paper") == [("public", "postgres")]


def test_half_way_it_is_refused_as_before(before: Project) -> None:
    with before.administrator() as connection:
        connection.execute(DYING)
    gone = before.manage("schema_split", "--apply", "--only", "people", fails=True)
    with before.administrator() as connection:
        connection.execute("DROP FUNCTION public.die CASCADE")
    before.manage("schema_split", "--apply", "--only", "people")

    assert "terminating connection due to administrator command. What was made stays" in gone
    for command in ("schema_apply --apply", "schema_verify", "migrate"):
        refused = before.manage(*command.split(), fails=True)
        assert "more tables of the project lie, with rows, in public" in refused
        assert "manage.py schema_split" in refused
    assert before.place("papers_paper") == [("public", "postgres")]


@pytest.fixture
def twin(before: Project) -> Iterator[str]:
    """Another database of the server, in which an owner of the contract has a schema."""
    name, owner = f"{before.name}_twin", f"{before.name}_people_owner"
    with before.administrator() as server:
        server.execute(f"CREATE ROLE {owner}".encode())
        server.execute(f"CREATE DATABASE {name}".encode())
    with psycopg.connect(**{**before.server, "dbname": name}) as connection:
        connection.execute(f"CREATE SCHEMA people AUTHORIZATION {owner}".encode())
    yield name
    with before.administrator() as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def test_beside_a_database_with_its_roles_it_begins_when_told_to(
    before: Project, twin: str
) -> None:
    refused = before.manage("schema_split", "--apply", fails=True)
    lay = before.place("people_person")
    begun = ("schema_split", "--apply", "--share-roles", "--only", "people")
    before.manage(*begun, "then", "schema_split", "--apply")

    owner = f"{before.name}_people_owner"
    assert f"{owner} already own tables in another database of this server: {twin}." in refused
    assert "may share them: --share-roles" in refused
    assert (lay, before.place("people_person")) == ([("public", "postgres")], [("people", owner)])


def test_tables_that_were_moved_by_hand_are_recorded_and_in_step(before: Project) -> None:
    before.manage("schema_sql", "--output", "sql")
    run_sql(before, "10_roles.sql", "20_schemas.sql")
    homes = {"people_person": "people", "papers_paper": "papers"}
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    with before.administrator() as connection:
        connection.execute("ALTER TABLE papers_paper DROP CONSTRAINT "
                           + key_of(before))  # fmt: skip
        for (table,) in before.rows(tables):
            if table != "django_migrations":
                home = homes.get(table, "platform")
                connection.execute(f'ALTER TABLE public."{table}" SET SCHEMA {home}'.encode())
    give_passwords(before)

    before.manage("migrate", "--fake", "then", "schema_apply", "--apply")

    assert before.is_in_step()
    assert before.rows("SELECT author_id FROM papers.papers_paper") == [(1,)]


def test_public_stays_open_by_psql_while_tables_lie_there(before: Project) -> None:
    before.manage("schema_sql", "--output", "sql")

    run_sql(before, "10_roles.sql", "20_schemas.sql", "22_database.sql")

    public = "SELECT has_schema_privilege('public', 'public', 'USAGE')"
    assert before.rows(public) == [(True,)]
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run_sql(before, "all.sql")
    assert b"has rows, and lies in no schema of the contract" in refused.value.stderr
    assert before.place("papers_paper") == [("public", "postgres")]


def key_of(project: Project) -> str:
    """The name of the foreign key that will cross."""
    (row,) = project.rows("SELECT conname FROM pg_constraint WHERE contype = 'f'"
                          " AND conrelid = 'papers_paper'::regclass")  # fmt: skip
    return str(row[0])


def give_passwords(project: Project) -> None:
    """Let both logins log in."""
    with project.administrator() as connection:
        for login in ("app", "migrator"):
            name = f"{project.name}_{login}"
            connection.execute(f"ALTER ROLE {name} PASSWORD 'open sesame'".encode())


def run_sql(project: Project, *files: str) -> None:
    """Run files of sql/ with psql, as a DBA would."""
    server = project.server
    environ = {"PGHOST": server.get("host"), "PGPORT": server.get("port")}
    environ |= {"PGUSER": server.get("user"), "PGPASSWORD": server.get("password")}
    for file in files:
        subprocess.run(
            ["psql", "-v", "ON_ERROR_STOP=1", "-q", "-d", project.name, "-f", f"sql/{file}"],
            cwd=project.folder,
            env=os.environ | {key: str(value) for key, value in environ.items() if value},
            check=True,
            capture_output=True,
        )
