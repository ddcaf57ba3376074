"""sql/ on a managed service: a DBA who is no superuser, the migrator and the application."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command

from appschemas import Contract
from appschemas.database.apply.apply import apply, make_plan
from appschemas.provisioning.psql.verifier import verifier
from tests.tools.three_logins import Service, service

IN_STEP = ["5 schemas: all in step.", "exit 0"]
# What a login has lent itself and not given back; what CREATEROLE alone brings is no such thing.
KEPT = """
SELECT count(*) FROM pg_auth_members am JOIN pg_roles m ON m.oid = am.member
 WHERE m.rolname = current_database() || '_dba'
   AND am.roleid NOT IN (SELECT datdba FROM pg_database)
   AND NOT (am.grantor = 10 AND am.admin_option)
"""

DROP_A_TRIGGER = """
SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger
 WHERE NOT tgisinternal AND tgrelid::regclass::text = 'reviews.reviews_review'
 ORDER BY tgname LIMIT 1
"""
OF_PAPERS = """
SELECT array_agg(oid ORDER BY oid) FROM pg_trigger
 WHERE NOT tgisinternal AND tgrelid::regclass::text = 'papers.papers_paper'
   AND tgname LIKE 'papers%'
"""


@pytest.fixture
def managed(
    request: pytest.FixtureRequest,
    server: dict[str, Any],
    tmp_path: Path,
    django_db_blocker: Any,
) -> Iterator[Service]:
    """A service whose database is the DBA's, or that of whom the test names."""
    owner = getattr(request, "param", "dba")
    name = f"m{secrets.token_hex(4)}"
    with django_db_blocker.unblock(), service(server, tmp_path, name, owner=owner) as made:
        made.render()
        yield made


@pytest.mark.parametrize("managed", ["dba", "group"], indirect=True)
def test_all_of_it_runs_without_a_superuser_and_is_silent_the_second_time(managed: Service) -> None:
    first = managed.psql("all.sql")

    second = managed.psql("all.sql")

    assert (first, second) == ("", "")
    assert in_step_for_all(managed)


@pytest.mark.parametrize("managed", ["stranger"], indirect=True)
def test_what_only_the_owner_of_the_database_may_do_is_a_file_of_its_own(managed: Service) -> None:
    refused = managed.attempt("all.sql")

    managed.psql("22_database.sql", login=f"{managed.database}_stranger")
    managed.psql("all.sql")

    assert "HINT:  Let its owner run 22_database.sql." in refused.stderr
    assert in_step_for_all(managed)


def test_the_dba_makes_the_roles_and_the_migrator_the_tables(managed: Service) -> None:
    for file in ("10_roles.sql", "20_schemas.sql", "22_database.sql", *of(managed, "25_grants")):
        managed.psql(file)
    managed.let_in()

    managed.migrate()

    assert managed.psql("all.sql") == ""
    assert in_step_for_all(managed)


def test_the_migrator_may_make_the_tables_by_psql_too(managed: Service) -> None:
    for file in ("10_roles.sql", "20_schemas.sql", "22_database.sql", *of(managed, "25_grants")):
        managed.psql(file)
    managed.let_in()

    for file in (*of(managed, "30_tables"), *of(managed, "40_checks")):
        managed.psql(file, login=managed.migrator)

    assert in_step_for_all(managed)


def test_a_check_that_was_lost_is_made_again_and_no_other_is_touched(managed: Service) -> None:
    managed.psql("all.sql")
    kept = value(managed, OF_PAPERS)
    drop = value(managed, DROP_A_TRIGGER)
    with managed.administrator() as connection:
        connection.execute(drop.encode())

    managed.psql("40_checks/reviews.sql")
    managed.psql("40_checks/papers.sql")

    assert value(managed, DROP_A_TRIGGER) == drop
    assert value(managed, OF_PAPERS) == kept


def test_schema_apply_needs_no_more_than_sql_does(managed: Service) -> None:
    with managed.administered_by(managed.dba):
        call_command("schema_apply", apply=True, verbosity=0)
    managed.let_in()
    managed.migrate()

    assert managed.psql("all.sql") == ""
    assert in_step_for_all(managed)
    assert value(managed, KEPT) == 0


def test_a_login_has_the_password_whose_verifier_a_variable_brought(managed: Service) -> None:
    variables = [f"{who}_verifier={verifier('a new one')}" for who in ("application", "migrator")]
    managed.psql("10_roles.sql", *variables)
    managed.psql("20_schemas.sql")
    managed.psql("22_database.sql")

    refused = managed.attempt("10_roles.sql", "application_verifier=a newer one")

    assert "ERROR:  application_verifier is no SCRAM verifier" in refused.stderr
    for login in (managed.application, managed.migrator):
        with psycopg.connect(managed.url(login, "a new one")) as connection:
            assert connection.execute("SELECT session_user::text").fetchone() == (login,)
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(managed.url(login, "a newer one"))


@pytest.mark.parametrize("road", ["psql", "schema_apply"])
def test_a_dba_who_would_stay_a_member_of_new_roles_does_not(managed: Service, road: str) -> None:
    with managed.administrator() as server:
        if server.info.server_version < 16_00_00:
            pytest.skip("createrole_self_grant is new in PostgreSQL 16")
        server.execute(
            f"ALTER ROLE {managed.dba} SET createrole_self_grant = 'set, inherit'".encode()
        )

    if road == "psql":
        managed.psql("all.sql")
    else:
        with managed.administered_by(managed.dba):
            call_command("schema_apply", apply=True, verbosity=0)

    assert value(managed, KEPT) == 0


def test_roles_that_wait_for_another_database_are_not_offered_to_be_dropped(
    managed: Service,
) -> None:
    managed.psql("10_roles.sql")
    fewer = managed.path.read_text().partition("[schemas.reviews]")[0]
    name = f"{managed.database}_two"
    with managed.administrator() as server:
        server.execute(f"CREATE DATABASE {name} OWNER {managed.dba}".encode())
        try:
            with psycopg.connect(managed.url(managed.dba, database=name), autocommit=True) as other:
                apply(other, Contract.parse(fewer))
                plan = make_plan(other, Contract.parse(fewer))
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    assert plan.findings == ()
    assert managed.psql("all.sql") == ""


def test_the_dba_drops_a_schema_that_left_and_its_roles_as_the_hints_say(managed: Service) -> None:
    managed.psql("10_roles.sql")
    managed.psql("20_schemas.sql")
    managed.psql("25_grants/reviews.sql")
    left = managed.contract["reviews"]
    fewer = Contract.parse(managed.path.read_text().partition("[schemas.reviews]")[0])
    with psycopg.connect(managed.url(managed.dba), autocommit=True) as dba:
        dba.execute(f'GRANT "{left.owner}" TO CURRENT_USER'.encode())
        dba.execute("DROP SCHEMA reviews CASCADE")
        apply(dba, fewer)

        followed = 0
        while findings := make_plan(dba, fewer).findings:
            dba.execute(findings[0].hint.encode())
            followed += 1

        # Its owner, reader, writer and role of keys.
        assert followed == 4
    assert value(managed, KEPT) == 0


# Private
# -------


def of(managed: Service, folder: str) -> list[str]:
    return [f"{folder}/{file.name}" for file in sorted((managed.sql / folder).glob("*.sql"))]


def in_step_for_all(managed: Service) -> bool:
    """Whether the DBA, the migrator and the application each find everything in step."""
    managed.let_in()
    for login in (managed.dba, managed.migrator, managed.application):
        found = managed.verified(login)
        assert found[-2:] == IN_STEP, "\n".join(found)
    return True


def value(managed: Service, query: str) -> Any:
    with managed.administrator() as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]
