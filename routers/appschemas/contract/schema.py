"""Schema and roles: the values that a contract is made of."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ALIAS = "default"
# <NAME>_DATABASE_URL is the URL of a login for these, and of a schema for others.
LOGINS = ("admin", "migrator")
# https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
MAX_NAME = 63
# The temporary schema comes last on a path, or a temporary table could stand in for a real one.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SEARCH-PATH
LAST = "pg_temp"


@dataclass(frozen=True, slots=True, order=True)
class Roles:
    """The two login roles, which hold no privilege of their own, and the prefix of all others.

    Roles belong to the server: contracts of several databases on one server need a prefix each.
    `lock_timeout` is for the logins of the application where a schema has an own session.
    """

    application: str
    migrator: str
    prefix: str = ""
    lock_timeout: str = "10s"

    @property
    def history(self) -> str:
        """The NOLOGIN role that has the rights of every owner, for data migrations to run as.

        Named after the migrator, whose it is alone: two contracts on one server share none.
        """
        return f"{self.migrator}_history"


@dataclass(frozen=True, slots=True, order=True)
class Schema:
    """One app schema; `publishes` and `references` are labels `app.Model`, `reads` schema names.

    `history` are the migrations, `app.name`, of which it is known that they reach other apps'
    tables. An `own` schema has a login and a connection that it shares with no other.
    """

    name: str
    alias: str
    apps: tuple[str, ...]
    publishes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    prefix: str = ""
    own: bool = False

    @property
    def owner(self) -> str:
        """The NOLOGIN role that owns the schema and runs its migrations."""
        return f"{self.prefix}{self.name}_owner"

    @property
    def rw(self) -> str:
        """The role with DML in this schema."""
        return f"{self.prefix}{self.name}_rw"

    @property
    def ro(self) -> str:
        """The role with SELECT in this schema."""
        return f"{self.prefix}{self.name}_ro"

    @property
    def login(self) -> str:
        """The LOGIN role of a schema with its own session; there is none for the others."""
        return f"{self.prefix}{self.name}_login"

    @property
    def search_path(self) -> tuple[str, ...]:
        """What unqualified names may mean at run time: its own schema, then what it may read."""
        return (self.name, *self.reads)
