"""Roles: their attributes, memberships and settings as values that know their SQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

PUBLIC: Final = "PUBLIC"
# What the comment of a role ends with, before a database and a full stop: roles belong to the
# server, and this says whose it is.
MADE_FOR: Final = " Made by django-appschemas for database "


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role of the contract: every attribute that the contract does not name is off.

    `purpose` is what its COMMENT says when it is made, and nobody's to compare.
    """

    name: str
    login: bool = False
    inherit: bool = False
    superuser: bool = False
    createdb: bool = False
    createrole: bool = False
    replication: bool = False
    bypassrls: bool = False
    purpose: str = field(default="", compare=False)

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


@dataclass(frozen=True, slots=True)
class Member:
    """A membership as it is, with who granted it."""

    membership: Membership
    grantor: str
    by_superuser: bool
    predefined: bool


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


def joining_sql(
    roles: Iterable[str], member: str, *, options: bool, inherit: bool = False
) -> Composed:
    """GRANT roles to a member, with the options that PostgreSQL 16 brought where it has them.

    Before, the member's own INHERIT or NOINHERIT says whether it has their rights.
    """
    words = SQL(" WITH INHERIT TRUE, SET TRUE" if inherit else " WITH INHERIT FALSE, SET TRUE")
    return _JOIN.format(
        roles=roles_sql(roles),
        member=Identifier(member),
        options=words if options else SQL(""),
    )


def leaving_sql(role: str, member: str, grantor: str | None) -> Composed:
    """REVOKE a role from a member; from PostgreSQL 16 on, each grantor's grant by itself."""
    by = _GRANTED_BY.format(Identifier(grantor)) if grantor else SQL("")
    return _LEAVE.format(role=Identifier(role), member=Identifier(member), by=by)


def roles_sql(roles: Iterable[str]) -> Composed:
    """Roles as GRANT and REVOKE list them; PUBLIC is a word of its own."""
    return SQL(", ").join(SQL(PUBLIC) if role == PUBLIC else Identifier(role) for role in roles)


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
_JOIN: Final = SQL("GRANT {roles} TO {member}{options}")
_LEAVE: Final = SQL("REVOKE {role} FROM {member}{by} CASCADE")
_GRANTED_BY: Final = SQL(" GRANTED BY {}")
