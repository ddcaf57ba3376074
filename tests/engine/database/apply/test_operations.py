"""What docs/howto/operate.md says, done to a live database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.exceptions import ContractError
from tests.tools.walls import CONTRACT, TABLES, Wall

STANDBY = CONTRACT.replace("[extensions]", 'standby = "{0}_application_b"\n[extensions]')
RETIRED = CONTRACT.replace('apps = ["app"]', 'apps = ["app"]\nretired = "{1}"')
ADDED = CONTRACT + '[schemas.{0}_more]\napps = ["more"]\nreferences = ["hub.Person"]\n'


def with_contract(wall: Wall, text: str, *words: str) -> Wall:
    return replace(wall, contract=Contract.parse(text.format(wall.prefix, *words)))


@pytest.fixture
def live(bare: Wall) -> Wall:
    """The three schemas with rows."""
    bare.apply()
    bare.run(TABLES)
    bare.apply()
    bare.run(
        "INSERT INTO {hub}.person (id) VALUES (1); INSERT INTO {app}.note (person_id) VALUES (1)"
    )
    return bare


@contextmanager
def logged_in(wall: Wall, login: str, password: str) -> Iterator[Wall]:
    """The database, by a login that gives its password."""
    place = wall.connection.info.get_parameters()
    words = {"user": f"{wall.prefix}_{login}", "password": password}
    with psycopg.connect(**{**place, **words}, autocommit=True) as connection:
        yield replace(wall, connection=connection)


# Rotating a password
# -------------------


def test_two_logins_take_turns_and_nobody_is_cut_off(live: Wall) -> None:
    both = with_contract(live, STANDBY)
    both.apply(passwords={f"{live.prefix}_application_b": "new one"})
    assert (both.lines(), both.findings()) == ([], [])

    live.run("ALTER ROLE {application} PASSWORD 'old one'")
    with logged_in(live, "application", "old one") as old:
        old.run("SET ROLE {app_rw}; INSERT INTO {app}.tag DEFAULT VALUES")
        with logged_in(both, "application_b", "new one") as new:
            new.run("SET ROLE {app_rw}; INSERT INTO {app}.tag DEFAULT VALUES")
        live.run("ALTER ROLE {application} PASSWORD NULL")
        old.run("INSERT INTO {app}.tag DEFAULT VALUES")

    assert live.run("SELECT count(*) FROM {app}.tag").fetchone() == (3,)


def test_the_other_login_may_no_more_than_the_first(live: Wall) -> None:
    both = with_contract(live, STANDBY)
    both.apply(passwords={f"{live.prefix}_application_b": "new one"})

    with logged_in(both, "application_b", "new one") as new:
        for refused in ("SELECT FROM {app}.tag", "SET ROLE {app_owner}", "SET ROLE {application}"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                new.run(refused)


def test_a_standby_that_is_another_role_is_refused() -> None:
    with pytest.raises(ContractError, match=r"roles.standby 'x_migrator' is another role"):
        Contract.parse(STANDBY.format("x").replace("x_application_b", "x_migrator"))


# Retiring a schema
# -----------------


def test_a_retired_schema_is_read_and_not_written(live: Wall) -> None:
    quiet = with_contract(live, RETIRED, "read-only")
    quiet.apply()

    assert quiet.refusal("app_rw", "SELECT FROM {app}.note") is None
    for refused in (
        "INSERT INTO {app}.tag DEFAULT VALUES",
        "UPDATE {app}.note SET person_id = NULL",
        "DELETE FROM {app}.note",
    ):
        assert quiet.refusal("app_rw", refused) == "42501"
    assert quiet.refusal("board_rw", "SELECT FROM {app}.note") is None
    assert (quiet.lines(), quiet.findings()) == ([], [])


def test_keys_that_a_retired_schema_holds_still_count(live: Wall) -> None:
    quiet = with_contract(live, RETIRED, "read-only")
    quiet.apply()

    assert quiet.refusal("hub_rw", "DELETE FROM {hub}.person; SET CONSTRAINTS ALL IMMEDIATE") == (
        "23503"
    )


def test_nobody_of_the_application_may_act_in_a_closed_schema(live: Wall) -> None:
    closed = with_contract(live, RETIRED, "closed")
    closed.apply()
    live.run("ALTER ROLE {application} PASSWORD 'open sesame'")

    with logged_in(closed, "application", "open sesame") as application:
        application.run("SET ROLE {hub_rw}")
        for role in ("app_rw", "app_ro"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                application.run(f"SET ROLE {{{role}}}")
    assert (closed.lines(), closed.findings()) == ([], [])


def test_a_schema_goes_back_into_use(live: Wall) -> None:
    with_contract(live, RETIRED, "closed").apply()

    live.apply()

    assert live.refusal("app_rw", "INSERT INTO {app}.tag DEFAULT VALUES") is None
    assert (live.lines(), live.findings()) == ([], [])


def test_a_schema_that_is_dropped_leaves_roles_that_verify_names(live: Wall) -> None:
    with_contract(live, RETIRED, "closed").apply()
    without = CONTRACT.replace('reads = ["{0}_app"]', "")
    without = without.replace('[schemas.{0}_app]\napps = ["app"]\nreferences = ["hub.Person"]', "")
    gone = with_contract(live, without)
    gone = replace(gone, installed=replace(gone.installed, references=(), tables=frozenset(
        table for table in gone.installed.tables if table[0] != f"{live.prefix}_app")))  # fmt: skip

    live.run("DROP SCHEMA {app} CASCADE")
    gone.apply()
    hints = [each.hint for each in gone.plan().findings if "is of no schema" in each.text]
    for hint in hints:
        live.connection.execute(hint.encode())

    assert len(hints) == 4
    assert gone.refusal("hub_rw", "DELETE FROM {hub}.person") is None
    assert gone.run("SELECT count(*) FROM pg_roles WHERE rolname LIKE '{}\\_app\\_%'".replace(
        "{}", live.prefix)).fetchone() in ((0,), (1,))  # fmt: skip


# Adding one
# ----------


def test_a_schema_is_added_while_everybody_works(live: Wall) -> None:
    more = with_contract(live, ADDED)
    with psycopg.connect(
        **live.connection.info.get_parameters(), password=live.connection.info.password
    ) as client:
        client.execute(SQL("INSERT INTO {} DEFAULT VALUES").format(
            Identifier(f"{live.prefix}_app", "tag")))  # fmt: skip

        done = more.apply(lock_timeout="50ms")

        client.execute(SQL("INSERT INTO {} DEFAULT VALUES").format(
            Identifier(f"{live.prefix}_app", "tag")))  # fmt: skip
    assert all(not change.locks for change in done)
    more.run("SET ROLE {more_owner}; CREATE TABLE {more}.thing (id bigint); RESET ROLE")
    assert more.refusal("more_rw", "INSERT INTO {more}.thing VALUES (1)") is None
    assert more.refusal("hub_rw", "SELECT FROM {more}.thing") == "42501"
