"""Stops: what must be done before the first table moves, and who can do it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from psycopg import Connection

from appschemas.database.catalog import roles_of
from appschemas.database.plan.changes import Finding, listed, placed, quoted
from appschemas.database.plan.plan import OPTIONS_SINCE
from appschemas.database.split.relations import Relation
from appschemas.database.split.state import SplitState, asked


def stops(connection: Connection[Any], state: SplitState, *, followed: bool) -> Iterator[Finding]:
    """What must be done before the first table moves; each says what.

    Args:
        connection: Of the login that is to do it.
        state: Where the split stands.
        followed: Whether somebody has said that subscribers have the tables where they will be.
    """
    yield from _rights(connection, state)
    yield from _clashes(connection, state)
    yield from _scattered(connection, state)
    yield from _owners(connection, state)
    if not followed:
        yield from _subscribers(connection, state.source, state.to_move)


def stops_of_undo(
    connection: Connection[Any], state: SplitState, schemas: Iterable[str]
) -> Iterator[Finding]:
    """What must be done before the first table of these schemas moves back.

    Args:
        connection: Any login's.
        state: Where the split stands.
        schemas: Whose tables would.
    """
    found: dict[Finding, None] = {}
    for schema in schemas:
        there = [each for each in state.tables if each.schema == schema]
        found |= dict.fromkeys(_subscribers(connection, schema, there))
    yield from found


# Private
# -------


def _rights(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """What a login that is no superuser lacks: all of it, where each step would name the next."""
    acts = "SET" if state.login.version >= OPTIONS_SINCE else "MEMBER"
    for row in asked(connection, "rights", owners=list(state.owners), acts=acts):
        name, login = row["name"], quoted(row["name"])
        if not row["createrole"]:
            yield Finding(
                "",
                f"{name} may not create or alter roles",
                f"as a superuser: ALTER ROLE {login} CREATEROLE",
            )
        if not row["may_create"]:
            yield Finding(
                "",
                f"{name} does not own the database {row['database']}",
                f"as a superuser: ALTER DATABASE {quoted(row['database'])} OWNER TO {login}",
            )
        for owner in row["strangers"]:
            yield Finding(
                "",
                f"{name} may not act as {owner}, whose the tables are",
                f"as a superuser: GRANT {quoted(owner)} TO {login} WITH ADMIN OPTION",
            )


def _clashes(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    names = [schema.name for schema in state.contract.schemas]
    taken = {
        (row["schema"], row["name"]): row["kind"]
        for row in asked(connection, "names", schemas=names)
    }
    along: dict[int, list[str]] = {}
    for row in asked(connection, "along", source=state.source):
        along.setdefault(row["oid"], []).append(row["name"])
    for each in state.to_move:
        schema = state.homes[each.oid]
        for name in (each.name, *along.get(each.oid, ())):
            if kind := taken.get((schema, name)):
                noun = _KINDS.get(kind, "table")
                of = "" if name == each.name else f", which {each.name} takes along"
                yield Finding(
                    schema,
                    f"{schema} has a {noun} {name} already{of}",
                    f"somebody made it there: ALTER {noun.upper()} {placed(schema, name)} RENAME "
                    "TO <another name>, or drop it if it is empty and nobody's",
                )


def _scattered(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """Tables that old code finds by another schema of its path."""
    found = {each.name for each in state.tables}
    missing = sorted({table for _, table in state.installed.tables} - found)
    schemas = [state.source, *(schema.name for schema in state.contract.schemas)]
    for row in asked(connection, "elsewhere", tables=missing, schemas=schemas):
        name = placed(row["schema"], row["name"])
        yield Finding(
            "",
            f"table {row['schema']}.{row['name']} is a model's, and lies in neither {state.source} "
            "nor its own schema",
            f"where old code has {state.source} on its path: ALTER TABLE {name} SET SCHEMA "
            f"{quoted(state.source)}; if it is nobody's, migrate the model with old code first",
        )


_KINDS: Final = {
    "v": "view", "m": "materialized view", "S": "sequence", "i": "index", "I": "index",
    "c": "type", "f": "foreign table",
}  # fmt: skip


def _owners(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    ours = set(roles_of(state.contract))
    for row in asked(connection, "owners", owners=list(state.owners), schema_owners=[]):
        name = row["name"]
        if name in ours:
            yield Finding(
                "",
                f"{name} owns the tables and is a login of the contract, which may own none",
                "name another login in [roles] of the contract: the code that runs keeps this one "
                "until the wall stands",
            )
        elif not row["inherit"] and not row["superuser"] and state.login.version < OPTIONS_SINCE:
            yield Finding(
                "",
                f"{name} is NOINHERIT: it would not have the rights of the tables' new owners",
                f"ALTER ROLE {quoted(name)} INHERIT",
            )


def _subscribers(
    connection: Connection[Any], source: str, tables: Sequence[Relation]
) -> Iterator[Finding]:
    """Who follows these tables where they lie."""
    oids = [each.oid for each in tables]
    if not oids:
        return
    for row in asked(connection, "publications", source=source, oids=oids):
        name = row["publication"]
        if row["by_schema"]:
            yield Finding(
                "",
                f"publication {name} publishes whatever lies in {source}: a table that moves "
                "is in it no more",
                f"name its tables instead: ALTER PUBLICATION {quoted(name)} SET TABLE <tables>",
            )
        elif row["slots"] and (row["everything"] or row["tables"]):
            yield Finding(
                "",
                f"publication {name} is followed (slots {listed(row['slots'])}): a subscriber "
                "stops, and loses nothing, where a table has another schema than its own",
                "go on with --subscribers-moved; when a subscriber stops, its log names the table: "
                "move it there as it was moved here (ALTER TABLE .. SET SCHEMA), and it goes on. "
                "Moved earlier, it stops at what was written before",
            )
