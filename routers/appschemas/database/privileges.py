"""Privileges: grants and default grants as values that print themselves and know their SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from psycopg.sql import SQL, Composable, Composed, Identifier

from appschemas.database.roles import roles_sql


class ObjectKind(StrEnum):
    """What a privilege can be on."""

    DATABASE = "database"
    SCHEMA = "schema"
    TABLE = "table"
    COLUMN = "column"
    SEQUENCE = "sequence"
    FUNCTION = "function"


# By their words, of which a catalog has thousands: to ask the class each time takes longer.
KINDS: Final = {each.value: each for each in ObjectKind}


class Target(NamedTuple):
    """What a privilege is on; `arguments` are those of a function as the server prints them.

    A tuple, as grants are: a catalog has tens of thousands, which are made and compared sooner so.
    """

    kind: ObjectKind
    schema: str
    name: str = ""
    arguments: str = ""
    column: str = ""

    def __str__(self) -> str:
        match self.kind:
            case ObjectKind.DATABASE:
                return f"database {self.name}"
            case ObjectKind.SCHEMA:
                return f"schema {self.schema}"
            case ObjectKind.TABLE:
                return f"{self.schema}.{self.name}"
            case ObjectKind.COLUMN:
                return f"{self.schema}.{self.name} ({self.column})"
            case ObjectKind.FUNCTION:
                return f"function {self.schema}.{self.name}({self.arguments})"
            case _:
                return f"{self.kind} {self.schema}.{self.name}"

    def sql(self) -> Composed:
        """Its name, as GRANT and ALTER want it."""
        match self.kind:
            case ObjectKind.DATABASE:
                return Composed([Identifier(self.name)])
            case ObjectKind.SCHEMA:
                return Composed([Identifier(self.schema)])
            case ObjectKind.FUNCTION:
                # The server printed them, quoted and with its types in full.
                arguments = SQL(self.arguments.replace("{", "{{").replace("}", "}}"))
                return SQL("{}({})").format(Identifier(self.schema, self.name), arguments)
            case _:
                return Composed([Identifier(self.schema, self.name)])


class Grant(NamedTuple):
    """One privilege of one role on one target; no `grantor` means the target's owner."""

    target: Target
    role: str
    privilege: str
    grantable: bool = False
    grantor: str = ""


@dataclass(frozen=True, slots=True, order=True)
class DefaultGrant:
    """What `owner` grants on every new object of one kind; no `schema` means everywhere."""

    owner: str
    schema: str
    kind: str
    role: str
    privilege: str
    grantable: bool = False


def grant_sql(privileges: Iterable[str], targets: list[Target], roles: Iterable[str]) -> Composed:
    """GRANT some privileges on targets of one kind."""
    return _GRANT.format(
        privileges=_words(privileges, targets[0]), on=_on(targets), roles=roles_sql(roles)
    )


def revoke_sql(privileges: Iterable[str], targets: list[Target], roles: Iterable[str]) -> Composed:
    """REVOKE some privileges on targets of one kind, and what was granted on from them."""
    return _REVOKE.format(
        privileges=_words(privileges, targets[0]), on=_on(targets), roles=roles_sql(roles)
    )


def default_sql(grant: DefaultGrant, privileges: Iterable[str], *, give: bool) -> Composed:
    """ALTER DEFAULT PRIVILEGES; a global default is not undone by a schema's."""
    words = {
        "owner": Identifier(grant.owner),
        "within": _WITHIN.format(Identifier(grant.schema)) if grant.schema else SQL(""),
        "privileges": SQL(", ").join(map(SQL, privileges)),
        "kind": SQL(grant.kind),
        "role": roles_sql([grant.role]),
    }
    return (_DEFAULT_GRANT if give else _DEFAULT_REVOKE).format(**words)


def rank(privilege: str) -> tuple[int, str]:
    """The order in which privileges are named."""
    return _ORDER.index(privilege) if privilege in _ORDER else len(_ORDER), privilege


# Private
# -------

_ORDER: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "USAGE")
_GRANT: Final = SQL("GRANT {privileges} ON {on} TO {roles}")
_REVOKE: Final = SQL("REVOKE {privileges} ON {on} FROM {roles} CASCADE")
_WITHIN: Final = SQL(" IN SCHEMA {}")
_DEFAULT_GRANT: Final = SQL(
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner}{within} GRANT {privileges} ON {kind} TO {role}"
)
_DEFAULT_REVOKE: Final = SQL(
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner}{within} REVOKE {privileges} ON {kind} FROM {role}"
)
_NOUNS: Final = {
    ObjectKind.DATABASE: SQL("DATABASE {}"),
    ObjectKind.SCHEMA: SQL("SCHEMA {}"),
    ObjectKind.TABLE: SQL("TABLE {}"),
    ObjectKind.COLUMN: SQL("TABLE {}"),
    ObjectKind.SEQUENCE: SQL("SEQUENCE {}"),
    ObjectKind.FUNCTION: SQL("ROUTINE {}"),
}


def _on(targets: list[Target]) -> Composed:
    return _NOUNS[targets[0].kind].format(SQL(", ").join(target.sql() for target in targets))


def _words(privileges: Iterable[str], target: Target) -> Composable:
    # Privileges are PostgreSQL's own words, from the catalog or from this package.
    words: list[Composable] = [SQL(word) for word in privileges]
    if target.kind is ObjectKind.COLUMN:
        words = [SQL("{} ({})").format(word, Identifier(target.column)) for word in words]
    return SQL(", ").join(words)
