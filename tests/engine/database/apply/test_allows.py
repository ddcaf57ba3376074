"""What a contract allows beyond rows, and logins that only read."""

from __future__ import annotations

from dataclasses import replace

import psycopg
import pytest

from appschemas.contract.contract import Contract
from appschemas.exceptions import ContractError
from tests.tools.walls import CONTRACT, TABLES, Wall

ALLOWED = CONTRACT.replace(
    'apps = ["app"]', 'apps = ["app"]\nallows = ["truncate", "maintain", "temporary"]'
)
READERS = '[logins.{0}_ada]\nreads = ["{0}_app", "{0}_board"]\n'
TRUNCATE = "TRUNCATE {app}.tag"
ANALYZE = "ANALYZE {app}.tag"
REFRESH = "REFRESH MATERIALIZED VIEW {app}.counted"
TEMPORARY = "CREATE TEMP TABLE mine (id int)"


def made(bare: Wall, text: str) -> Wall:
    """The database as this contract has it, with a materialized view of the app's."""
    wall = replace(bare, contract=Contract.parse(text.format(bare.prefix)))
    wall.apply()
    wall.run(TABLES)
    wall.run("SET ROLE {app_owner}; CREATE MATERIALIZED VIEW {app}.counted AS"
             " SELECT count(*) FROM {app}.tag; RESET ROLE")  # fmt: skip
    wall.apply()
    return wall


def has_maintain(wall: Wall) -> bool:
    return wall.connection.info.server_version >= 170000


@pytest.mark.parametrize("statement", [TRUNCATE, REFRESH, TEMPORARY])
def test_what_is_not_allowed_is_refused(bare: Wall, statement: str) -> None:
    wall = made(bare, CONTRACT)

    assert wall.refusal("app_rw", statement) == "42501"


def test_what_is_allowed_is_the_schemas_own(bare: Wall) -> None:
    wall = made(bare, ALLOWED)

    assert wall.refusal("app_rw", TRUNCATE) is None
    assert wall.refusal("app_rw", TEMPORARY) is None
    assert (wall.refusal("app_rw", REFRESH) is None) is has_maintain(wall)
    for role in ("hub_rw", "board_rw", "app_ro"):
        assert wall.refusal(role, TRUNCATE) == "42501"
        assert wall.refusal(role, TEMPORARY) == "42501"
    assert wall.lines() == []


def test_what_is_made_later_is_allowed_without_another_apply(bare: Wall) -> None:
    wall = made(bare, ALLOWED)

    wall.run("SET ROLE {app_owner}; CREATE TABLE {app}.later (); RESET ROLE")

    assert wall.refusal("app_rw", "TRUNCATE {app}.later") is None
    assert wall.lines() == []


def test_what_is_allowed_no_longer_is_revoked(bare: Wall) -> None:
    made(bare, ALLOWED)

    lines = bare.lines()
    bare.apply()

    assert any("TRUNCATE" in line and line.startswith("- revoke") for line in lines)
    assert bare.refusal("app_rw", TRUNCATE) == "42501"
    assert bare.refusal("app_rw", TEMPORARY) == "42501"


def test_a_server_without_maintain_is_named(bare: Wall) -> None:
    wall = made(bare, ALLOWED)

    found = [line for line in wall.findings() if "MAINTAIN" in line]

    assert bool(found) is not has_maintain(wall)


def test_a_key_that_is_held_is_not_truncated_away(bare: Wall) -> None:
    hub = CONTRACT.replace('apps = ["hub"]', 'apps = ["hub"]\nallows = ["truncate"]')
    wall = made(bare, hub)
    wall.run(
        "INSERT INTO {hub}.person (id) VALUES (1); INSERT INTO {app}.note (person_id) VALUES (1)"
    )

    assert wall.refusal("hub_rw", "TRUNCATE {hub}.person") == "23503"


# Logins that read
# ----------------


def test_a_reader_reads_what_it_is_given_and_no_more(bare: Wall) -> None:
    wall = made(bare, CONTRACT + READERS)
    names = {"user": f"{wall.prefix}_ada"}
    wall.run(f"ALTER ROLE \"{names['user']}\" PASSWORD 'open sesame'")

    with psycopg.connect(
        **{**wall.connection.info.get_parameters(), **names, "password": "open sesame"},
        autocommit=True,
    ) as ada:
        mine = replace(wall, connection=ada)
        assert mine.run("SELECT count(*) FROM {app}.note, {board}.tile").fetchone() == (0,)
        for refused in (
            "SELECT FROM {hub}.person",
            "INSERT INTO {app}.tag DEFAULT VALUES",
            "SET ROLE {app_rw}",
            "CREATE TEMP TABLE mine ()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                mine.run(refused)
    assert (wall.lines(), wall.findings()) == ([], [])


def test_a_reader_that_gained_more_loses_it(bare: Wall) -> None:
    wall = made(bare, CONTRACT + READERS)
    wall.run('GRANT {hub_ro} TO "' + f'{wall.prefix}_ada"')

    lines = wall.lines()
    wall.apply()

    assert [line for line in lines if "hub_ro" in line] == [
        "- revoke role hub_ro (INHERIT) from ada"
    ]
    assert wall.lines() == []


def test_logins_that_the_contract_has_no_more_are_named_and_dropped(bare: Wall) -> None:
    standby = CONTRACT.replace("[extensions]", 'standby = "{0}_standby"\n[extensions]')
    made(bare, standby + READERS)

    found = [each for each in bare.plan().findings if each.kind == "roles"]
    for each in found:
        bare.connection.execute(each.hint.encode())

    assert [bare.plain(each) for each in found] == [
        "! role ada is of no schema of the contract, and of no other database",
        "! role standby is of no schema of the contract, and of no other database",
    ]
    assert bare.findings() == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('[logins.x_app_rw]\nreads = ["x_app"]', "is another role of this contract"),
        ('[logins.ada]\nreads = ["x_ap"]', "there is no schema 'x_ap'; did you mean 'x_app'"),
        ("[logins.ada]\nreads = []", "logins.ada.reads"),
    ],
)
def test_a_reader_that_cannot_be_is_refused(line: str, message: str) -> None:
    with pytest.raises(ContractError, match=message):
        Contract.parse(CONTRACT.format("x") + line)
