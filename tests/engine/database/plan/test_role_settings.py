"""A schema with a session of its own: a login that reaches nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from psycopg import errors

from appschemas.contract.contract import Contract
from appschemas.exceptions import ContractError
from appschemas.provisioning.psql.privileges import privilege_scripts
from tests.tools.walls import CONTRACT, TABLES, Wall

PASSWORD = "open sesame"


def own(wall: Wall, schema: str = "app") -> Wall:
    """The same database, for a contract in which the schema has its own session."""
    header = f"[schemas.{wall.prefix}_{schema}]"
    text = CONTRACT.format(wall.prefix).replace(header, f'{header}\nsession = "own"')
    return replace(wall, contract=Contract.parse(text))


@pytest.fixture
def walls(bare: Wall) -> tuple[Wall, Wall]:
    """The contract with shared sessions, applied, and the one with an own session."""
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    return bare, own(bare)


@pytest.fixture
def session(walls: tuple[Wall, Wall], server: dict[str, Any]) -> Iterator[psycopg.Connection[Any]]:
    """A connection of the own login, as the server lets it start."""
    _, wall = walls
    login = wall.contract[f"{wall.prefix}_app"].login
    wall.apply(passwords={login: PASSWORD})
    wanted = {**server, "dbname": wall.prefix, "user": login, "password": PASSWORD}
    with psycopg.connect(**wanted) as connection:
        yield connection


# The contract
# ------------


def test_sessions_are_shared_unless_the_contract_says_otherwise() -> None:
    contract = Contract.parse(CONTRACT.format("t"))

    assert contract.own_schemas == ()


def test_a_session_is_shared_or_own() -> None:
    text = CONTRACT.format("t").replace("[schemas.t_app]", '[schemas.t_app]\nsession = "mine"')

    with pytest.raises(ContractError, match=r"schemas\.t_app\.session.*'shared' or 'own'"):
        Contract.parse(text)


def test_a_lock_timeout_is_a_duration() -> None:
    text = CONTRACT.format("t").replace("[roles]", '[roles]\nlock_timeout = "ten"')

    with pytest.raises(ContractError, match=r"roles\.lock_timeout.*such as '10s'"):
        Contract.parse(text)


def test_a_login_is_not_named_like_that_of_a_schema() -> None:
    text = CONTRACT.format("t").replace('"t_application"', '"t_app_login"')

    with pytest.raises(ContractError, match="'t_app_login' is the role of a schema"):
        Contract.parse(text)


# From shared to own and back
# ---------------------------


def test_from_shared_to_own_only_this_schema_changes(walls: tuple[Wall, Wall]) -> None:
    _, wall = walls

    assert wall.lines() == [
        "- revoke role app_ro from application",
        "- revoke role app_rw from application",
        "+ create login role app_login",
        "+ grant role app_rw to app_login",
        f"+ grant CONNECT on database {wall.prefix} to app_login",
        "+ set lock_timeout = 10s for app_login",
        "+ set role = app_rw for app_login",
        "+ set search_path = app, extensions, pg_temp for app_login",
        "+ set lock_timeout = 10s for application",
    ]


def test_own_is_in_step_once_applied(walls: tuple[Wall, Wall]) -> None:
    _, wall = walls

    wall.apply()

    assert (wall.lines(), wall.findings()) == ([], [])


def test_back_to_shared_takes_all_of_it_away(walls: tuple[Wall, Wall]) -> None:
    shared, wall = walls
    wall.apply()

    assert shared.lines() == [
        "- revoke role app_rw from app_login",
        f"- revoke CONNECT on database {wall.prefix} from app_login",
        "+ grant roles app_ro, app_rw to application",
        "- reset lock_timeout for application",
        "- drop login role app_login",
    ]
    assert shared.findings() == []


def test_shared_is_in_step_once_applied_again(walls: tuple[Wall, Wall]) -> None:
    shared, wall = walls
    wall.apply()

    shared.apply()

    assert (shared.lines(), shared.findings()) == ([], [])


def test_a_former_login_that_holds_something_elsewhere_stays(walls: tuple[Wall, Wall]) -> None:
    shared, wall = walls
    wall.apply()
    wall.run("GRANT CONNECT ON DATABASE postgres TO {app_login}")
    try:
        shared.apply()

        assert (shared.lines(), shared.findings()) == ([], [])
        assert shared.refusal("app_login", "SELECT FROM {app}.note") == "42501"
    finally:
        wall.run("REVOKE CONNECT ON DATABASE postgres FROM {app_login}")


def test_a_login_by_that_name_that_nobody_made_here_is_left_alone(wall: Wall) -> None:
    wall.run("CREATE ROLE {app_login} LOGIN")

    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_lock_timeout_of_somebodys_own_is_left_alone(wall: Wall) -> None:
    wall.run("ALTER ROLE {application} IN DATABASE {database} SET lock_timeout TO '3s'")

    assert wall.lines() == []


def test_an_altered_start_is_drift(walls: tuple[Wall, Wall]) -> None:
    _, wall = walls
    wall.apply()
    wall.run("ALTER ROLE {app_login} IN DATABASE {database} SET search_path TO {hub}")
    wall.run("ALTER ROLE {app_login} IN DATABASE {database} RESET role")

    assert wall.lines() == [
        "+ set role = app_rw for app_login",
        "~ set search_path = app, extensions, pg_temp for app_login",
    ]


def test_a_membership_that_an_own_login_was_given_is_taken_back(
    walls: tuple[Wall, Wall],
) -> None:
    _, wall = walls
    wall.apply()
    wall.run("GRANT {hub_rw} TO {app_login}")

    assert wall.lines() == ["- revoke role hub_rw from app_login"]


def test_an_administrator_without_superuser_can_make_it(bare: Wall) -> None:
    bare.run("CREATE ROLE {stranger} LOGIN CREATEROLE")
    bare.run("ALTER DATABASE {database} OWNER TO {stranger}")
    bare.run("SET SESSION AUTHORIZATION {stranger}")
    bare.apply()

    own(bare).apply()
    left = own(bare).lines()
    bare.apply()

    assert (left, bare.lines()) == ([], [])


def test_the_dbas_part_says_the_same() -> None:
    contract = Contract.parse(
        CONTRACT.format("t").replace("[schemas.t_app]", '[schemas.t_app]\nsession = "own"')
    )
    text = "".join(privilege_scripts(contract).values())

    for line in (
        "('t_app_login', 'false', ARRAY['t_app_rw'])",
        'ALTER ROLE "t_app_login" IN DATABASE :"DBNAME" SET "role" TO \'t_app_rw\';',
        'ALTER ROLE "t_app_login" IN DATABASE :"DBNAME" SET "search_path" TO '
        "'t_app', 't_extensions', 'pg_temp';",
    ):
        assert line in text


# As the login
# ------------


def test_an_own_session_starts_in_its_schema(session: psycopg.Connection[Any]) -> None:
    prefix = session.info.dbname
    row = session.execute(
        "SELECT current_user, current_setting('search_path'), current_setting('lock_timeout')"
    ).fetchone()

    path = f"{prefix}_app, {prefix}_extensions, pg_temp"
    assert row == (f"{prefix}_app_rw", path, "10s")


@pytest.mark.parametrize(
    "escape",
    [
        "SELECT 1",
        "RESET ROLE",
        "SET ROLE NONE",
        "RESET ALL",
        "DISCARD ALL",
        "RESET SESSION AUTHORIZATION",
        "SELECT set_config('role', 'none', false)",
        "SELECT set_config('search_path', '{0}_hub', false)",
    ],
)
@pytest.mark.parametrize("table", ["{0}_hub.person", "{0}_board.tile"])
def test_nothing_leads_out_of_an_own_session(
    session: psycopg.Connection[Any], escape: str, table: str
) -> None:
    prefix = session.info.dbname
    session.execute(escape.format(prefix).encode())

    with pytest.raises(errors.InsufficientPrivilege):
        session.execute(f"SELECT FROM {table.format(prefix)}".encode())


@pytest.mark.parametrize(
    "role", ["hub_rw", "hub_ro", "hub_owner", "app_owner", "app_ro", "application", "migrator"]
)
@pytest.mark.parametrize(
    "statement", ["SET ROLE {0}", "SELECT set_config('role', '{0}', false)",
                  "SET SESSION AUTHORIZATION {0}"]
)  # fmt: skip
def test_an_own_session_may_become_nobody_else(
    session: psycopg.Connection[Any], statement: str, role: str
) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        session.execute(statement.format(f"{session.info.dbname}_{role}").encode())


def test_an_own_session_reads_and_writes_its_own(session: psycopg.Connection[Any]) -> None:
    session.execute("INSERT INTO tag DEFAULT VALUES")

    assert session.execute("SELECT count(*) FROM tag").fetchone() == (1,)


def test_before_it_acts_an_own_login_holds_nothing(session: psycopg.Connection[Any]) -> None:
    session.execute("SET ROLE NONE")

    with pytest.raises(errors.InsufficientPrivilege):
        session.execute(f"SELECT FROM {session.info.dbname}_app.tag".encode())


def test_the_application_may_not_act_in_an_own_schema(walls: tuple[Wall, Wall]) -> None:
    _, wall = walls
    wall.apply()
    wall.run("SET SESSION AUTHORIZATION {application}")

    found = {role: wall.refusal(role, "SELECT 1") for role in ("app_rw", "app_ro", "hub_rw")}

    assert found == {"app_rw": "42501", "app_ro": "42501", "hub_rw": None}
