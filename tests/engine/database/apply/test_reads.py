"""What a schema may read of another that is not all of it: a model, a view, some columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from appschemas.contract.contract import Contract
from appschemas.database.model_state import Readable
from appschemas.exceptions import ContractError
from tests.tools.walls import CONTRACT, TABLES, Wall

MORE = "ALTER TABLE {hub}.person ADD secret text"
VIEW = (
    "SET ROLE {hub_owner}; CREATE VIEW {hub}.named AS SELECT id FROM {hub}.person"
    " WHERE name <> ''; RESET ROLE"
)


def reading(bare: Wall, *entries: str) -> Wall:
    """The database, whose board reads these."""
    listed = ", ".join(f'"{each}"' for each in entries)
    text = CONTRACT.replace('reads = ["{0}_app"]', f"reads = [{listed}]")
    labels = {"hub.Person": Readable("person", {"id": "id", "called": "name"})}
    wall = replace(
        bare,
        contract=Contract.parse(text.format(bare.prefix)),
        installed=replace(bare.installed, labels=labels),
    )
    wall.apply()
    wall.run(TABLES)
    wall.run(MORE)
    wall.run(VIEW)
    wall.apply()
    return wall


def test_a_model_is_read_and_its_neighbours_are_not(bare: Wall) -> None:
    wall = reading(bare, "hub.Person")

    for role in ("board_rw", "board_ro"):
        assert wall.refusal(role, "SELECT secret FROM {hub}.person") is None
        assert wall.refusal(role, "SELECT FROM {hub}.badge") == "42501"
        assert wall.refusal(role, "DELETE FROM {hub}.person") == "42501"
    assert (wall.lines(), wall.findings()) == ([], [])


def test_some_columns_of_a_model_are_read_by_the_names_of_its_fields(bare: Wall) -> None:
    wall = reading(bare, "hub.Person (id, called)")

    assert wall.refusal("board_rw", "SELECT id, name FROM {hub}.person") is None
    assert wall.refusal("board_rw", "SELECT secret FROM {hub}.person") == "42501"
    assert wall.refusal("board_rw", "SELECT * FROM {hub}.person") == "42501"
    assert wall.refusal("app_rw", "SELECT id FROM {hub}.person") == "42501"
    assert wall.lines() == []


def test_a_published_view_is_read_and_its_table_is_not(bare: Wall) -> None:
    wall = reading(bare, "{0}_hub.named")

    assert wall.refusal("board_rw", "SELECT FROM {hub}.named") is None
    assert wall.refusal("board_rw", "SELECT FROM {hub}.person") == "42501"
    assert (wall.lines(), wall.findings()) == ([], [])


def test_what_is_read_no_longer_is_revoked(bare: Wall) -> None:
    reading(bare, "hub.Person (id)")

    lines = bare.lines()
    bare.apply()

    assert "- revoke SELECT on hub.person (id) from board_ro, board_rw" in lines
    assert "- revoke USAGE on schema hub from board_ro, board_rw" in lines
    assert bare.refusal("board_rw", "SELECT id FROM {hub}.person") == "42501"


def test_more_than_the_contract_says_is_revoked(bare: Wall) -> None:
    wall = reading(bare, "hub.Person (id)")
    wall.run("GRANT SELECT (secret) ON {hub}.person TO {board_rw}")

    assert wall.lines() == ["- revoke SELECT on hub.person (secret) from board_rw"]


def test_a_column_that_is_not_there_is_named(bare: Wall) -> None:
    wall = reading(bare, "hub.Person (id, nickname)")

    assert wall.findings() == ["! board.reads: hub.Person has no column 'nickname'"]


def test_two_schemas_may_read_some_of_each_other(bare: Wall) -> None:
    text = CONTRACT.replace('apps = ["hub"]', 'apps = ["hub"]\nreads = ["{0}_board.tile (id)"]')
    text = text.replace('reads = ["{0}_app"]', 'reads = ["{0}_hub.badge"]')
    wall = replace(bare, contract=Contract.parse(text.format(bare.prefix)))
    wall.apply()
    wall.run(TABLES)
    wall.apply()

    assert wall.refusal("hub_rw", "SELECT id FROM {board}.tile") is None
    assert wall.refusal("board_rw", "SELECT FROM {hub}.badge") is None
    assert wall.refusal("hub_rw", "SELECT FROM {app}.tag") == "42501"
    assert wall.lines() == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("hubb.Person", "there is no app of 'hubb.Person'; did you mean 'hub'"),
        ("x_hubb.view", "there is no schema of 'x_hubb.view'; did you mean 'x_hub'"),
        ("board.Tile", "it reads all of 'x_board' anyway"),
        ("hub.Person (id; DROP)", "key 'schemas.x_board.reads"),
    ],
)
def test_an_entry_that_cannot_be_is_refused(entry: str, message: str) -> None:
    text = CONTRACT.replace('reads = ["{0}_app"]', f'reads = ["{entry}"]')

    with pytest.raises(ContractError, match=message):
        Contract.parse(text.format("x"))
