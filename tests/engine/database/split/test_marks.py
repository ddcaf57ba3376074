"""What a mover is told of before, and by whom: it does that with its own rights."""

from __future__ import annotations

import json

import pytest
from psycopg.sql import SQL, Identifier, Literal

from appschemas.database.catalog import read_catalog
from appschemas.exceptions import AppSchemasError, NotSplit
from tests.tools.splits import Before

# A former owner, and the definition of a foreign key: the way back sends both.
FORGED = {
    "source": "public",
    "moved": {"table note": "postgres"},
    "keys": [["note", "planted", "public", "CHECK (true); ALTER ROLE old SUPERUSER"]],
}


def test_what_the_owner_of_a_schema_writes_is_no_mark(before: Before) -> None:
    before.split()
    before.unsplit()
    app = before.schema("app")
    text = " appschemas:split " + json.dumps({app: FORGED})
    comment = SQL("SET ROLE {}; COMMENT ON SCHEMA {} IS {}; RESET ROLE").format(
        Identifier(f"{app}_owner"), Identifier(app), Literal(text)
    )
    before.wall.connection.execute(comment)

    with pytest.raises(NotSplit, match="there is nothing to undo"):
        before.unsplit()
    catalog = read_catalog(before.wall.connection, before.wall.contract)
    assert (catalog.splitting, before.place("note")) == ({}, ["public old"])


@pytest.mark.parametrize("role", ["app_owner", "app_rw", "migrator", "migrator_keys"])
def test_nobody_but_an_administrator_writes_a_mark(before: Before, role: str) -> None:
    before.split()

    refused = before.wall.refusal(role, "COMMENT ON SCHEMA {extensions} IS 'forged'")

    assert refused == "42501"
    before.unsplit()


def test_a_mark_is_not_believed_of_another_owner(before: Before) -> None:
    before.split()
    before.run("ALTER SCHEMA {extensions} OWNER TO {app_owner}")

    with pytest.raises(AppSchemasError, match="believed of nobody else") as told:
        before.unsplit()
    before.run(str(told.value).rpartition(": ")[2])
    before.unsplit()

    assert before.place("note") == ["public old"]


NAMED = """
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER f BEFORE UPDATE ON tile FOR EACH ROW EXECUTE FUNCTION f();
CREATE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER named BEFORE UPDATE ON tile FOR EACH ROW EXECUTE FUNCTION {}();
"""


def test_the_name_of_a_function_is_a_name_on_the_way_back(before: Before) -> None:
    name = f"f() STABLE; ALTER ROLE {before.old} CREATEROLE; --"
    with before.session() as old:
        old.execute(SQL(NAMED).format(Identifier(name), Identifier(name)))
    was = before.catalog()
    before.split()

    before.unsplit()

    role = "SELECT rolcreaterole FROM pg_roles WHERE rolname = %s"
    assert before.wall.connection.execute(role, [before.old]).fetchone() == (False,)
    assert before.catalog() == was
