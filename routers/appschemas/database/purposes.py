"""Purposes: what each role and each schema is for, in the words of its COMMENT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from psycopg.sql import SQL, Composed, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ASKED_SCHEMA, KEYS_SCHEMA
from appschemas.database.catalog import PUBLIC_SCHEMA
from appschemas.database.privileges import Grant, ObjectKind
from appschemas.database.roles import MADE_FOR, PUBLIC


def role_purposes(contract: Contract) -> Iterator[tuple[str, str]]:
    """Each role of the contract and what it is for."""
    yield (
        contract.roles.application,
        "The running application logs in as it; it holds nothing and acts as _rw and _ro roles.",
    )
    if contract.roles.standby:
        yield (
            contract.roles.standby,
            "As the application's other login: one's turn, then the other's.",
        )
    yield contract.roles.migrator, "migrate logs in as it; it holds nothing and acts as the owners."
    for schema in contract.own_schemas:
        yield schema.login, f"The application logs in as it for schema {schema.name} alone."
    for schema in contract.schemas_with_migrator:
        yield schema.migrator, f"migrate logs in as it for schema {schema.name} alone."
    for reader in contract.readers:
        yield reader.name, f"Reads {', '.join(reader.reads)}, and writes nothing."
    yield contract.extensions_owner, f"Owns schema {contract.extensions}; nobody acts as it."
    yield contract.history_role, "Data migrations that reach other apps' tables run as it."
    yield contract.keys_role, "Owns the schemas of checks, and asks them for keys in bulk."
    for schema in contract.schemas:
        yield schema.owner, f"Owns schema {schema.name} and all in it; its migrations run as it."
        yield schema.rw, f"Reads and writes the rows of schema {schema.name}."
        yield schema.ro, f"Reads the rows of schema {schema.name}."
        yield schema.keys, f"Reads the columns of keys in schema {schema.name}, for checks alone."


def schema_purposes(contract: Contract) -> Iterator[tuple[str, str]]:
    """Each schema of the contract and what it is for."""
    yield contract.extensions, "Extensions, types and collations that every schema may use."
    yield KEYS_SCHEMA, "Functions that the triggers of identity keys run; nobody may name them."
    yield ASKED_SCHEMA, "Functions by which one side of an identity key asks the other."
    for schema in contract.schemas:
        yield (
            schema.name,
            f"Tables of {'app' if len(schema.apps) == 1 else 'apps'} "
            + (f"{', '.join(schema.apps)}."),
        )


def made_for(database: str) -> str:
    """What the comment of a role ends with that was made for `database`."""
    return f"{MADE_FOR}{database}."


def held_by_public(grants: Iterable[Grant]) -> str:
    """What PUBLIC holds of what it is to hold no longer, as the comment of a schema says it."""
    words = {ObjectKind.DATABASE: "the database", ObjectKind.SCHEMA: f"schema {PUBLIC_SCHEMA}"}
    held = sorted(
        f"{each.privilege} on {words[each.target.kind]}"
        for each in grants
        if each.role == PUBLIC
        if each.target.kind is ObjectKind.DATABASE or each.target.schema == PUBLIC_SCHEMA
        if each.target.kind in words and each.privilege != "CONNECT"
    )
    return f"Before, PUBLIC had {', '.join(held) or 'nothing'}."


def comment_on_role(role: str, text: str) -> Composed:
    """COMMENT ON ROLE."""
    return _ON_ROLE.format(Identifier(role), Literal(text))


def comment_on_schema(schema: str, text: str) -> Composed:
    """COMMENT ON SCHEMA."""
    return _ON_SCHEMA.format(Identifier(schema), Literal(text))


# Private
# -------

_ON_ROLE: Final = SQL("COMMENT ON ROLE {} IS {}")
_ON_SCHEMA: Final = SQL("COMMENT ON SCHEMA {} IS {}")
