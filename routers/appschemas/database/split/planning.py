"""Planning: what goes where, what is left and why, and what stops a split before it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection

from appschemas.database.catalog import roles_of
from appschemas.database.model_state import names_its_schema
from appschemas.database.plan.changes import Finding, listed, placed, quoted
from appschemas.database.plan.plan import OPTIONS_SINCE
from appschemas.database.split.clashes import clashes
from appschemas.database.split.copies import copies
from appschemas.database.split.relations import Relation, SharedObject
from appschemas.database.split.rights import lacking_rights
from appschemas.database.split.state import RECORD, SplitState, asked


@dataclass(frozen=True, slots=True)
class Left:
    """What stays in the shared schema, and why."""

    called: str
    reason: str


# In this order: each may use those before it.
ORDER: Final = (
    "extension", "type", "domain", "collation", "text search dictionary",
    "text search configuration", "function", "sequence", "statistics", "materialized view", "view",
)  # fmt: skip


def objects_to_move(state: SplitState, only: str = "") -> list[SharedObject]:
    """What goes after the tables that use it, once every session finds it where it then lies."""
    waiting = {each.oid for each in state.to_move}
    found = [
        each
        for each in state.objects
        if (home := state.object_homes.get(each.oid))
        and only in ("", home)
        and waiting.isdisjoint(each.uses)
    ]
    return sorted(found, key=lambda each: (ORDER.index(each.kind), each.name, each.arguments))


def left(state: SplitState) -> Iterator[Left]:
    """What stays in the shared schema."""
    free = {each.oid for each in state.objects}
    for each in sorted(state.relations.values(), key=lambda one: one.name):
        if each.schema != state.source or each.oid in state.homes or each.oid in free:
            continue
        if reason := _reason(each, state):
            kind = {"f": "foreign table", "S": "sequence"}.get(each.kind, "table")
            yield Left(f"{kind} {each.name}", reason)
    for other in state.objects:
        if other.oid not in state.object_homes:
            yield Left(other.called, other.note or _unused(other, state))
    for name, parent in state.heirs_elsewhere:
        yield Left(f"table {name}", f"it is an heir of {parent} that lies in another schema")
    for schema, table in sorted(state.installed.tables):
        if names_its_schema(table):
            yield Left(
                f"table {table}",
                "its db_table names a schema itself: it stays there, and "
                f"{state.contract[schema].rw} needs rights on it",
            )


def stops(connection: Connection[Any], state: SplitState, *, followed: bool) -> Iterator[Finding]:
    """What must be done before the first table moves; each says what.

    Args:
        connection: Of the login that is to do it.
        state: Where the split stands.
        followed: Whether somebody has said that subscribers have the tables where they will be.
    """
    yield from lacking_rights(connection, state)
    aside = copies(state)
    yield from aside.values()
    yield from (each for each in clashes(connection, state) if each.section not in aside)
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


def notices(connection: Connection[Any], state: SplitState) -> Iterator[Finding]:
    """What is worth knowing, and stops nothing."""
    for row in asked(connection, "surroundings", oids=[each.oid for each in state.tables]):
        said = {key: str(value) for key, value in row.items()}
        text, hint = _SURROUNDINGS[said["kind"]]
        yield Finding("", text.format(**said), hint.format(**said), notice=True)


# Private
# -------

_SURROUNDINGS: Final = {
    "isolation": (
        "{name} works under {value}",
        "a DELETE of a row whose key others may hold is refused there (25001) once checks are on: "
        "let what deletes such rows run under READ COMMITTED",
    ),
    "transaction": (
        "{name} has a transaction open since {value}",
        "a table that it has used moves when it has ended",
    ),
    "wraparound": (
        "{name}",
        "it gives way to nobody: wait for it, or: SELECT pg_terminate_backend({value})",
    ),
    "row security": (
        "{name} has row security",
        "it goes along; checks of its keys need roles with BYPASSRLS, which a superuser gives",
    ),
}


def _reason(each: Relation, state: SplitState) -> str:
    if each.extension:
        goes = ("extension", each.extension) in {
            (other.kind, other.name) for other in state.objects if other.oid in state.object_homes
        }
        return "" if goes else f"it belongs to extension {each.extension}"
    if each.kind == "f":
        return "it is a foreign table"
    if each.name == RECORD:
        return "each schema gets a copy of its apps' records; old code goes on with this one"
    if each.owned_by:
        owner = state.relations.get(each.owned_by)
        return "" if owner is None or owner.oid in state.homes else f"it belongs to {owner.name}"
    if each.is_table:
        return "no installed model has it"
    return ""


def _unused(each: SharedObject, state: SplitState) -> str:
    schemas = sorted({state.homes[oid] for oid in each.uses if oid in state.homes})
    if len(schemas) > 1:
        return f"it is of tables of {listed(schemas)}"
    if schemas:
        return f"it is of tables of {schemas[0]} and of others that stay"
    return "no table of the project uses it"


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
