"""Undo: both roads back leave the database as it was, and the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from psycopg.sql import SQL, Identifier

from tests.tools.own_project import TEXT
from tests.tools.three_logins import Service, service
from tests.tools.whole_catalog import whole_catalog

# All that a contract can say of roles and grants; {} is the database's name.
RICH = (
    TEXT.replace("[extensions]", 'standby = "{}_standby"\n\n[extensions]', 1)
    .replace("[schemas.people]", '[schemas.people]\nallows = ["temporary", "truncate"]')
    .replace(
        "[schemas.papers]",
        '[schemas.papers]\nsession = "own"\nlimits = {work_mem = "8MB"}\nretired = "read-only"',
    )
    .replace('reads = ["papers"]', 'reads = ["papers", "people.Person (id, name)"]')
    .replace("[schemas.reviews]", '[schemas.reviews]\nretired = "closed"')
) + '\n[logins."{}_ada"]\nreads = ["people", "papers"]\n'
PEOPLE = "INSERT INTO people.people_person (name) VALUES ('Ada'), ('Bob')"


@pytest.fixture
def managed(
    server: dict[str, Any], tmp_path: Path, django_db_blocker: Any, worker_id: str
) -> Iterator[Service]:
    """A service with nothing made in it yet, and its sql/."""
    name = f"undone_{worker_id}"
    text = RICH.replace("{}", name)
    with (
        django_db_blocker.unblock(),
        service(server, tmp_path, name, owner="group", text=text) as made,
    ):
        made.render()
        yield made


@pytest.mark.parametrize("road", ["psql", "schema_apply"])
def test_what_was_made_without_tables_leaves_nothing_behind(managed: Service, road: str) -> None:
    before = catalog(managed)
    made_by(managed, road)
    assert catalog(managed) != before

    undone_by(managed, road)

    assert catalog(managed) == before


@pytest.mark.parametrize("road", ["psql", "schema_apply"])
def test_tables_and_rows_stay_with_the_role_that_is_named(managed: Service, road: str) -> None:
    managed.psql("all.sql")
    with managed.administrator() as connection:
        connection.execute(PEOPLE)

    undone_by(managed, road)

    lines = catalog(managed)
    assert "table people.people_person of <database>_group" in lines
    assert set(re.findall(r"<database>_(\w+)", "\n".join(lines))) <= {"dba", "group"}
    with managed.administrator() as connection:
        assert connection.execute("SELECT name FROM people.people_person").fetchall() == [
            ("Ada",), ("Bob",)
        ]  # fmt: skip


def test_both_roads_back_leave_the_same(managed: Service) -> None:
    left = []
    for road in ("psql", "schema_apply"):
        managed.psql("all.sql")
        undone_by(managed, road)
        left.append(catalog(managed))
        drop_schemas(managed)

    assert left[0] == left[1]


@pytest.mark.parametrize("road", ["psql", "schema_apply"])
def test_a_dba_who_inherits_nothing_takes_it_back_and_inherits_nothing(
    managed: Service, road: str
) -> None:
    with managed.administrator() as server:
        server.execute(f"ALTER DATABASE {managed.database} OWNER TO {managed.dba}".encode())
        server.execute(f"ALTER ROLE {managed.dba} NOINHERIT".encode())
    before = catalog(managed)
    made_by(managed, road)

    undone_by(managed, road)

    assert catalog(managed) == before


def test_what_was_moved_and_renamed_is_undone_too(managed: Service) -> None:
    managed.psql("all.sql")
    managed.let_in()
    managed.path.write_text(
        managed.path.read_text()
        .replace('"contenttypes", "sessions"]', '"contenttypes"]')
        .replace('apps = ["people"]', 'apps = ["people", "sessions"]')
    )
    for command in ("schema_apply", "schema_move", "schema_apply"):
        with managed.administered_by(managed.dba):
            call_command(command, apply=True, verbosity=0)
    with managed.administered_by(managed.dba):
        call_command("schema_rename", "people", "persons", apply=True, verbosity=0)
    managed.render()

    undone_by(managed, "psql")

    lines = catalog(managed)
    assert "table persons.django_session of <database>_group" in lines
    assert "table persons.people_person of <database>_group" in lines
    assert set(re.findall(r"<database>_(\w+)", "\n".join(lines))) <= {"dba", "group"}
    assert [line for line in lines if "FUNCTION" in line or "default" in line] == []


def test_what_was_retired_in_steps_leaves_what_it_leaves_in_service(managed: Service) -> None:
    in_service = re.sub('retired = ".*"\n', "", managed.path.read_text())
    left = []
    for road, steps in (("psql", ()), ("schema_apply", ("read-only", "closed"))):
        managed.path.write_text(in_service)
        managed.render()
        managed.psql("all.sql")
        for step in steps:
            section = f'[schemas.reviews]\nretired = "{step}"'
            managed.path.write_text(in_service.replace("[schemas.reviews]", section))
            with managed.administered_by(managed.dba):
                call_command("schema_apply", apply=True, verbosity=0)
        undone_by(managed, road)
        left.append(catalog(managed))
        drop_schemas(managed)

    assert "table reviews.reviews_review of <database>_group" in left[0]
    assert left[0] == left[1]


def test_it_may_run_again_and_the_second_run_is_silent(managed: Service) -> None:
    managed.psql("all.sql")
    undone_by(managed, "psql")

    assert managed.psql("undo/all.sql", f"owner={managed.group}") == ""


def test_what_was_undone_may_be_made_again(managed: Service) -> None:
    managed.psql("all.sql")
    undone_by(managed, "psql")

    refused = managed.attempt("all.sql")
    with managed.administered_by(managed.dba):
        call_command("schema_apply", apply=True, verbosity=0)
    managed.let_in()

    owner = managed.contract["engine_platform"].owner
    said = f"schema engine_platform belongs to {managed.group}, and is to be that of {owner}\n"
    assert f"ERROR:  {said}" in refused.stderr
    assert "HINT:  manage.py schema_apply --apply gives it to its owner" in refused.stderr
    assert managed.verified(managed.migrator)[-1] == "exit 0"
    assert managed.psql("all.sql") == ""


def test_nobody_is_named(managed: Service) -> None:
    managed.psql("all.sql")

    done = managed.attempt("undo/40_schemas.sql")

    assert done.returncode == 3
    assert "nobody is named whose the tables are to be" in done.stderr
    assert "HINT:  Say who: psql -v owner=ROLE" in done.stderr


def test_all_of_it_takes_nothing_away_before_somebody_is_named_who_may_have_the_tables(
    managed: Service,
) -> None:
    managed.psql("all.sql")
    before = managed.verified(managed.dba)

    nobody = managed.attempt("undo/all.sql")
    of_too_many_rights = managed.attempt("undo/all.sql", f"owner={managed.dba}")

    assert "nobody is named whose the tables are to be" in nobody.stderr
    assert "would run with CREATEROLE" in of_too_many_rights.stderr
    assert managed.verified(managed.dba) == before


@pytest.mark.parametrize(
    ("owner", "rights"),
    [("postgres", "SUPERUSER"), ("{}_dba", "CREATEROLE"), ("{}_group", "pg_read_server_files")],
)
def test_what_owners_have_made_does_not_become_anybodys_of_more_rights(
    managed: Service, owner: str, rights: str
) -> None:
    managed.psql("all.sql")
    owner = owner.format(managed.database)
    group = Identifier(managed.group)
    with managed.administrator() as connection:
        if owner == managed.group:
            connection.execute(SQL("GRANT pg_read_server_files TO {}").format(group))

    done = managed.attempt("undo/40_schemas.sql", f"owner={owner}")
    with managed.administered_by(managed.dba), pytest.raises(CommandError) as refused:
        call_command("schema_apply", remove=True, to=owner, apply=True)
    with managed.administrator() as connection:
        connection.execute(SQL("REVOKE pg_read_server_files FROM {}").format(group))
    undone_by(managed, "psql")

    hint = "HINT:  Name a role that has and reaches none of that: psql -v owner=ROLE"
    assert (done.returncode, hint in done.stderr) == (3, True)
    assert f"what owners have made would run with {rights}\n" in done.stderr
    assert str(refused.value).startswith(f"'{owner}' has {rights}: what owners have made")
    assert "table people.people_person of <database>_group" in catalog(managed)


@pytest.mark.parametrize(
    ("to", "said"),
    [
        (None, "--remove --to ROLE"),
        ("nobody_there", "There is no role"),
        ("people_rw", "goes with it"),
        ("postgres", "has SUPERUSER"),
    ],
)
def test_a_role_that_tables_cannot_go_to_is_refused(
    managed: Service, to: str | None, said: str
) -> None:
    made_by(managed, "schema_apply")
    before = catalog(managed)
    if to == "people_rw":
        to = managed.contract["people"].rw

    with managed.administered_by(managed.dba), pytest.raises(CommandError, match=said):
        call_command("schema_apply", remove=True, to=to, apply=True)

    assert catalog(managed) == before


def test_what_is_gone_is_not_taken_away_again(managed: Service) -> None:
    made_by(managed, "schema_apply")
    undone_by(managed, "schema_apply")
    stdout = StringIO()

    with managed.administered_by(managed.dba):
        call_command("schema_apply", remove=True, to=managed.group, apply=True, stdout=stdout)

    assert stdout.getvalue().endswith("There is nothing of the engine's. Nothing to take away.\n")


# Private
# -------


def catalog(managed: Service) -> list[str]:
    with managed.administrator() as connection:
        return whole_catalog(connection, managed.database)


def drop_schemas(managed: Service) -> None:
    with managed.administrator() as connection:
        for schema in ("reviews", "papers", "people", "engine_platform"):
            connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())


def made_by(managed: Service, road: str) -> None:
    if road == "psql":
        for file in ("10_roles.sql", "20_schemas.sql", "22_database.sql"):
            managed.psql(file)
        for path in sorted((managed.sql / "25_grants").glob("*.sql")):
            managed.psql(f"25_grants/{path.name}")
    else:
        with managed.administered_by(managed.dba):
            call_command("schema_apply", apply=True, verbosity=0)


def undone_by(managed: Service, road: str) -> None:
    if road == "psql":
        assert managed.psql("undo/all.sql", f"owner={managed.group}") == ""
    else:
        with managed.administered_by(managed.dba):
            call_command("schema_apply", remove=True, to=managed.group, apply=True, verbosity=0)
