"""Privileges: roles, memberships and grants as values that print themselves and know their SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

PUBLIC: Final = "PUBLIC"


class ObjectKind(StrEnum):
    """What a privilege can be on."""

    DATABASE = "database"
    SCHEMA = "schema"
    TABLE = "table"
    COLUMN = "column"
    SEQUENCE = "sequence"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role of the contract: every attribute that the contract does not name is off."""

    name: str
    login: bool = False
    inherit: bool = False
    superuser: bool = False
    createdb: bool = False
    createrole: bool = False
    replication: bool = False
    bypassrls: bool = False

    def __str__(self) -> str:
        inherit = "INHERIT" if self.inherit else "NOINHERIT"
        return f"{self.name} ({'LOGIN' if self.login else 'NOLOGIN'} {inherit})"

    def create_sql(self) -> Composed:
        """CREATE ROLE with nothing beyond what the contract says."""
        return _CREATE_ROLE.format(
            role=Identifier(self.name),
            login=SQL("LOGIN" if self.login else "NOLOGIN"),
            inherit=SQL("INHERIT" if self.inherit else "NOINHERIT"),
        )

    def words_from(self, actual: Role) -> tuple[str, ...]:
        """The attributes of `actual` that are not as here, as ALTER ROLE words them."""
        return tuple(
            word.upper() if getattr(self, word) else f"NO{word.upper()}"
            for word in _ATTRIBUTES
            if getattr(self, word) != getattr(actual, word)
        )

    def alter_sql(self, actual: Role) -> Composed:
        """ALTER ROLE for what differs; to name more would need more rights."""
        # The words are attributes of this class.
        words = [SQL(word) for word in self.words_from(actual)]
        return _ALTER_ROLE.format(role=Identifier(self.name), attributes=SQL(" ").join(words))


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """`member` in `role`; it may SET ROLE, and inherits nothing, unless said otherwise."""

    role: str
    member: str
    inherit: bool = False
    settable: bool = True
    admin: bool = False


@dataclass(frozen=True, slots=True, order=True)
class RoleSetting:
    """What a parameter is set to in each session of a login in this database; paths have parts."""

    role: str
    name: str
    value: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} = {', '.join(self.value)} for {self.role}"

    def set_sql(self, database: Composable) -> Composed:
        """ALTER ROLE .. SET, in the database that is named."""
        return _SET.format(**self._names(database), value=SQL(", ").join(map(Literal, self.value)))

    def reset_sql(self, database: Composable) -> Composed:
        """ALTER ROLE .. RESET, in the database that is named."""
        return _RESET.format(**self._names(database))

    def _names(self, database: Composable) -> dict[str, Composable]:
        return {
            "role": Identifier(self.role),
            "database": database,
            "name": Identifier(self.name),
        }


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What a privilege is on; `arguments` are those of a function as the server prints them."""

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


@dataclass(frozen=True, slots=True, order=True)
class Grant:
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
        privileges=_words(privileges, targets[0]), on=_on(targets), roles=_roles(roles)
    )


def revoke_sql(privileges: Iterable[str], targets: list[Target], roles: Iterable[str]) -> Composed:
    """REVOKE some privileges on targets of one kind, and what was granted on from them."""
    return _REVOKE.format(
        privileges=_words(privileges, targets[0]), on=_on(targets), roles=_roles(roles)
    )


def default_sql(grant: DefaultGrant, privileges: Iterable[str], *, give: bool) -> Composed:
    """ALTER DEFAULT PRIVILEGES; a global default is not undone by a schema's."""
    words = {
        "owner": Identifier(grant.owner),
        "within": _WITHIN.format(Identifier(grant.schema)) if grant.schema else SQL(""),
        "privileges": SQL(", ").join(map(SQL, privileges)),
        "kind": SQL(grant.kind),
        "role": _roles([grant.role]),
    }
    return (_DEFAULT_GRANT if give else _DEFAULT_REVOKE).format(**words)


def joining_sql(
    roles: Iterable[str], member: str, *, options: bool, inherit: bool = False
) -> Composed:
    """GRANT roles to a member, with the options that PostgreSQL 16 brought where it has them.

    Before, the member's own INHERIT or NOINHERIT says whether it has their rights.
    """
    words = SQL(" WITH INHERIT TRUE, SET TRUE" if inherit else " WITH INHERIT FALSE, SET TRUE")
    return _JOIN.format(
        roles=_roles(roles),
        member=Identifier(member),
        options=words if options else SQL(""),
    )


def leaving_sql(role: str, member: str, grantor: str | None) -> Composed:
    """REVOKE a role from a member; from PostgreSQL 16 on, each grantor's grant by itself."""
    by = _GRANTED_BY.format(Identifier(grantor)) if grantor else SQL("")
    return _LEAVE.format(role=Identifier(role), member=Identifier(member), by=by)


# Private
# -------

_ATTRIBUTES: Final = (
    "login", "inherit", "superuser", "createdb", "createrole", "replication", "bypassrls"
)  # fmt: skip
_CREATE_ROLE: Final = SQL(
    "CREATE ROLE {role} {login} {inherit}"
    " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
)
_ALTER_ROLE: Final = SQL("ALTER ROLE {role} {attributes}")
_SET: Final = SQL("ALTER ROLE {role} IN DATABASE {database} SET {name} TO {value}")
_RESET: Final = SQL("ALTER ROLE {role} IN DATABASE {database} RESET {name}")
_GRANT: Final = SQL("GRANT {privileges} ON {on} TO {roles}")
_REVOKE: Final = SQL("REVOKE {privileges} ON {on} FROM {roles} CASCADE")
_WITHIN: Final = SQL(" IN SCHEMA {}")
_DEFAULT_GRANT: Final = SQL(
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner}{within} GRANT {privileges} ON {kind} TO {role}"
)
_DEFAULT_REVOKE: Final = SQL(
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner}{within} REVOKE {privileges} ON {kind} FROM {role}"
)
_JOIN: Final = SQL("GRANT {roles} TO {member}{options}")
_LEAVE: Final = SQL("REVOKE {role} FROM {member}{by} CASCADE")
_GRANTED_BY: Final = SQL(" GRANTED BY {}")
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


def _roles(roles: Iterable[str]) -> Composed:
    return SQL(", ").join(SQL(PUBLIC) if role == PUBLIC else Identifier(role) for role in roles)
