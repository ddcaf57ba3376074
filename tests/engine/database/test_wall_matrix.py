"""The matrix of the wall: every role in every schema, each statement tried as that role."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any, Final

import pytest
from psycopg.errors import InsufficientPrivilege
from psycopg.sql import SQL, Identifier

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ASKED_SCHEMA, Schema
from appschemas.database.apply.apply import make_plan
from tests.wall.database import Standing, standing
from tests.wall.picture import letters, picture, table
from tests.wall.trials import Cell, matrix

CONTRACT: Final = """
version = 1
[roles]
application = "{0}_app"
migrator = "{0}_migrator"
prefix = "{0}_"
schema_migrators = true
[extensions]
schema = "ext"
[schemas.hub]
alias = "default"
apps = ["hub"]
publishes = ["hub.Person"]
references = ["vault.Box"]
[schemas.vault]
apps = ["vault"]
session = "own"
references = ["hub.Person"]
publishes = ["vault.Box"]
[schemas.board]
apps = ["board"]
reads = ["hub"]
references = ["vault.Box"]
allows = ["truncate", "maintain", "temporary"]
[logins.{0}_ada]
reads = ["hub", "board"]
"""
# What a role that holds the rest of its schema's privileges cannot do without one of them.
DEPENDS: Final = {
    "SELECT": {
        *("SELECT", "SELECT of a key", "FOR KEY SHARE", "UPDATE of a key"),
        *("COPY TO", "FOR UPDATE", "MERGE"),
    },
    "INSERT": {"INSERT", "COPY FROM", "MERGE"},
    "UPDATE": {"UPDATE", "UPDATE of a key", "FOR UPDATE", "FOR KEY SHARE"},
    "DELETE": {"DELETE", "MERGE"},
}
# A reader may lock a table to read it by this privilege alone.
READER: Final = {"SELECT": {"SELECT", "SELECT of a key", "COPY TO", "LOCK to read"}}


@pytest.fixture(scope="module")
def there(server: dict[str, Any]) -> Iterator[Standing]:
    prefix = f"m{secrets.token_hex(4)}"
    contract = Contract.parse(CONTRACT.format(prefix))
    with standing(server, contract, prefix, f"{prefix}_stranger") as made:
        yield made


def wrong(cells: list[Cell]) -> set[tuple[str, str, str]]:
    return {(cell.role, cell.place, cell.action) for cell in cells if not cell.is_right}


def test_every_cell_of_the_matrix_is_what_the_contract_says(there: Standing) -> None:
    cells = matrix(there)

    assert wrong(cells) == set()
    assert {cell.expected for cell in cells if cell.place in there.contract} == {True, False}


def test_each_role_of_the_contract_is_in_the_matrix(there: Standing) -> None:
    contract = there.contract
    roles = {*contract.logins, contract.history_role, contract.keys_role}
    roles.add(contract.extensions_owner)
    for schema in contract.schemas:
        roles |= {schema.owner, schema.rw, schema.ro, schema.keys, schema.migrator}

    assert roles == {*there.roles()} - {there.stranger}


@pytest.mark.parametrize(
    ("name", "privilege"),
    [("hub", "SELECT"), ("vault", "INSERT"), ("board", "UPDATE"), ("hub", "DELETE")],
)
def test_a_table_privilege_that_is_taken_breaks_what_depends_on_it(
    there: Standing, name: str, privilege: str
) -> None:
    schema = there.contract[name]
    broken = changed(
        there, "REVOKE {privilege} ON {thing} FROM {role}", schema.rw, schema, privilege
    )

    depends = set(DEPENDS[privilege])
    if privilege == "SELECT" and there.connection.info.server_version < 160000:
        # From 16 on the privileges that write allow it too:
        # https://www.postgresql.org/docs/16/sql-lock.html
        depends.add("LOCK to read")
    assert broken == {(schema.rw, name, action) for action in depends}


@pytest.mark.parametrize(("reader", "name"), [("board", "hub"), ("hub", "hub")])
def test_the_read_that_is_taken_breaks_what_depends_on_it(
    there: Standing, reader: str, name: str
) -> None:
    role = there.contract[reader].ro
    revoke = "REVOKE {privilege} ON {thing} FROM {role}"
    broken = changed(there, revoke, role, there.contract[name], "SELECT")

    assert broken == {(role, name, action) for action in READER["SELECT"]}


@pytest.mark.parametrize(("reader", "name"), [("board", "hub"), ("board", "board")])
def test_usage_that_is_taken_closes_the_schema(there: Standing, reader: str, name: str) -> None:
    schema, role = there.contract[name], there.contract[reader].rw
    held = {
        (role, name, cell.action)
        for cell in matrix(there, [role])
        if cell.place == name and cell.allowed
    }

    assert changed(there, "REVOKE USAGE ON SCHEMA {schema} FROM {role}", role, schema) == held


@pytest.mark.parametrize(
    ("privilege", "broken"),
    [
        # UPDATE allows nextval, too: https://www.postgresql.org/docs/current/ddl-priv.html
        ("USAGE", set()),
        ("UPDATE", {"setval"}),
        ("SELECT", {"SELECT of a sequence"}),
    ],
)
def test_a_privilege_of_a_sequence_that_is_taken_breaks_what_depends_on_it(
    there: Standing, privilege: str, broken: set[str]
) -> None:
    hub = there.contract["hub"]
    revoke = "REVOKE {privilege} ON SEQUENCE {schema}.counter FROM {role}"

    found = changed(there, revoke, hub.rw, hub, privilege)

    assert found == {(hub.rw, "hub", each) for each in broken}


@pytest.mark.parametrize(
    ("privilege", "broken"),
    [
        ("SELECT (id)", {"SELECT of a key", "FOR KEY SHARE", "UPDATE of a key"}),
        ("UPDATE (id)", {"FOR KEY SHARE", "UPDATE of a key"}),
    ],
)
def test_a_column_that_is_taken_from_the_role_of_keys_breaks_what_depends_on_it(
    there: Standing, privilege: str, broken: set[str]
) -> None:
    hub = there.contract["hub"]

    found = changed(there, "REVOKE {privilege} ON {thing} FROM {role}", hub.keys, hub, privilege)

    # And with the column what the check asks for, whoever may ask.
    asked = {each for each in found if each[1] == ASKED_SCHEMA}
    assert found - asked == {(hub.keys, "hub", action) for action in broken}
    assert bool(asked) == privilege.startswith("SELECT")
    assert all("_missing_" in action for _, _, action in asked)


def test_a_membership_that_is_taken_breaks_what_depends_on_it(there: Standing) -> None:
    hub, login = there.contract["hub"], there.contract.roles.application

    found = changed(there, f"REVOKE {{role}} FROM {login}", hub.rw, hub)

    assert (login, hub.rw, "SET ROLE") in found
    assert {role for role, _, _ in found} == {login}


CALLERS: Final = """
SELECT p.proname, p.oid::regprocedure::text, g.rolname,
       ARRAY(SELECT r.rolname FROM pg_roles r
              WHERE r.rolname = ANY (%s) AND pg_has_role(r.oid, g.oid, 'USAGE'))
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) a
  JOIN pg_roles g ON g.oid = a.grantee
 WHERE n.nspname = %s AND a.grantee <> p.proowner ORDER BY 2, 3
"""


def test_a_question_that_is_taken_breaks_what_depends_on_it(there: Standing) -> None:
    roles = [*there.roles()]
    found = there.connection.execute(CALLERS, [roles, ASKED_SCHEMA]).fetchall()
    assert len(found) > 1

    for name, signature, caller, callers in found[:2]:
        revoke = f"REVOKE EXECUTE ON FUNCTION {signature} FROM {{role}}"
        broken = changed(there, revoke, caller, there.contract["hub"])

        assert broken == {(role, ASKED_SCHEMA, f"EXECUTE {name}") for role in callers}


def test_a_default_privilege_that_is_taken_breaks_what_is_made_later(there: Standing) -> None:
    hub = there.contract["hub"]
    revoke = (
        f"ALTER DEFAULT PRIVILEGES FOR ROLE {hub.owner} IN SCHEMA {{schema}}"
        " REVOKE {privilege} ON TABLES FROM {role}"
    )
    later = (
        f"SET ROLE {hub.owner}; CREATE TABLE hub.later (id bigint); RESET ROLE;"
        f"SET ROLE {hub.rw}; SELECT FROM hub.later"
    )

    assert changed(there, revoke, hub.rw, hub, "SELECT") == set()
    with there.connection.transaction(force_rollback=True):
        there.connection.execute(later.encode())
    with pytest.raises(InsufficientPrivilege), there.connection.transaction():
        names = {"schema": Identifier("hub"), "role": Identifier(hub.rw)}
        there.connection.execute(SQL(revoke).format(privilege=SQL("SELECT"), **names))
        there.connection.execute(later.encode())


@pytest.mark.parametrize(
    ("grant", "broken"),
    [
        ("GRANT TRUNCATE ON {thing} TO {role}", {"TRUNCATE"}),
        ("GRANT REFERENCES ON {thing} TO {role}", {"REFERENCES"}),
        ("GRANT TRIGGER ON {thing} TO {role}", {"TRIGGER"}),
        (
            "GRANT CREATE ON SCHEMA {schema} TO {role}",
            {"CREATE table", "CREATE function", "CREATE type"},
        ),
    ],
)
def test_a_privilege_too_many_shows_where_it_leads(
    there: Standing, grant: str, broken: set[str]
) -> None:
    schema = there.contract["hub"]

    found = changed(there, grant, schema.rw, schema)

    assert found == {(schema.rw, "hub", action) for action in broken}


def test_a_membership_too_many_shows_where_it_leads(there: Standing) -> None:
    hub, vault = there.contract["hub"], there.contract["vault"]

    found = changed(there, f"GRANT {{role}} TO {hub.rw}", vault.rw, vault)

    assert (hub.rw, vault.rw, "SET ROLE") in found
    assert (there.contract.roles.application, vault.rw, "SET ROLE") in found


def changed(
    there: Standing, statement: str, role: str, schema: Schema, privilege: str = ""
) -> set[tuple[str, str, str]]:
    """The cells that a statement makes wrong; it is named by the plan, and undone."""
    with there.connection.transaction(force_rollback=True):
        there.connection.execute(
            SQL(statement).format(
                privilege=SQL(privilege),
                thing=Identifier(schema.name, "thing"),
                schema=Identifier(schema.name),
                role=Identifier(role),
            )
        )
        plan = make_plan(there.connection, there.contract, there.installed)
        named = [str(each) for each in (*plan.changes, *plan.findings)]
        assert any(role in each for each in named), named
        return wrong(matrix(there))


def test_the_picture_shows_what_was_tried(there: Standing) -> None:
    cells, contract = matrix(there), there.contract
    board = [cell for cell in cells if cell.role == contract["board"].rw]

    assert letters(cell for cell in board if cell.place == "hub") == "Ur"
    maintains = "m" if there.connection.info.server_version >= 170000 else ""
    assert letters(cell for cell in board if cell.place == "board") == f"UrkawdqD{maintains}"
    assert f"{contract['board'].rw}  " in table(cells, contract)
    assert picture(cells, contract).count("<rect") > len(there.roles())
