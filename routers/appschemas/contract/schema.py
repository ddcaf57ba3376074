"""Schema and roles: the values that a contract is made of."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_ALIAS = "default"
# What Django calls the model of a cache that is a table; no app of that name is ever installed.
# https://docs.djangoproject.com/en/stable/topics/cache/#multiple-databases
CACHE_APP = "django_cache"
# <NAME>_DATABASE_URL is the URL of a login for these, and of a schema for others.
LOGINS = ("admin", "migrator")
# https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
MAX_NAME = 63
# The temporary schema comes last on a path, or a temporary table could stand in for a real one.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-SEARCH-PATH
LAST = "pg_temp"
# What checks of keys consist of lies in schemas of the engine's own, one name in every database: no
# project has them by accident, and a contract that names one is refused. Nobody has USAGE on the
# first, so that nobody can name a trigger function; roles of keys have it on the second, since one
# side asks the other.
KEYS_SCHEMA = "appschemas_keys"
ASKED_SCHEMA = "appschemas_asked"
ENGINE_SCHEMAS = (KEYS_SCHEMA, ASKED_SCHEMA)


@dataclass(frozen=True, slots=True, order=True)
class Roles:
    """The login roles, which hold no privilege of their own, and the prefix of all others.

    Attributes:
        application: The LOGIN role of the running application.
        migrator: The LOGIN role of `migrate`, a member of the owners; no superuser.
        prefix: Begins the names of all other roles. Roles belong to the server: contracts of
            several databases on one server need a prefix each.
        lock_timeout: How long the application's logins wait for a lock where a schema has an own
            session: a number with a unit of PostgreSQL's, such as `"10s"` or `"500ms"`
            (https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT).
        standby: A second LOGIN role of the application, which may do what the first may: passwords
            are rotated from one to the other.
        schema_migrators: Whether each schema has a LOGIN role besides that may migrate it alone.
    """

    application: str
    migrator: str
    prefix: str = ""
    lock_timeout: str = "10s"
    standby: str | None = None
    schema_migrators: bool = False

    @property
    def applications(self) -> tuple[str, ...]:
        """The logins of the running application."""
        return (self.application, self.standby) if self.standby else (self.application,)

    @property
    def history(self) -> str:
        """The NOLOGIN role that has the rights of every owner, for data migrations to run as.

        Named after the migrator, whose it is alone: two contracts on one server share none.
        """
        return f"{self.migrator}_history"

    @property
    def keys(self) -> str:
        """The NOLOGIN role that owns the schemas of checks, and asks for keys in bulk."""
        return f"{self.migrator}_keys"


@dataclass(frozen=True, slots=True, order=True)
class Reader:
    """A LOGIN role that only reads: a person's, or a program's.

    Attributes:
        name: Of the role, without the prefix of others.
        reads: Names of the schemas whose tables it may SELECT from.
    """

    name: str
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Schema:
    """One app schema, and what the contract says of it.

    Attributes:
        name: Of the PostgreSQL schema.
        alias: Of its entry in `DATABASES`.
        apps: The labels of the apps whose tables lie in it.
        publishes: Models whose keys other schemas may hold, as labels `app.Model`.
        references: Published models of other schemas whose keys it holds, as labels.
        reads: Names of schemas whose tables it may SELECT from, and join.
        reads_some: What it may SELECT of other schemas, as `app.Model`, `schema.relation` or either
            with columns: `app.Model (id, name)`.
        pending: Foreign keys that still leave the schema, as `app.Model.field`.
        history: Migrations, as `app.name`, of which it is known that they reach other apps' tables.
        prefix: What the names of its roles begin with.
        own: Whether it has a login and a connection that it shares with no other.
        allows: What its role may do beyond reading and writing rows: "truncate", "maintain" and
            "temporary".
        retired: "read-only" where its rows are only read any more, "closed" where nobody of the
            application may act in it; empty where it is in use.
        limits: Parameters of PostgreSQL and their values, for its statements at run time.
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
    limits: tuple[tuple[str, str], ...] = ()
    allows: tuple[str, ...] = ()
    reads_some: tuple[str, ...] = ()
    retired: str = ""

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
    def keys(self) -> str:
        """The NOLOGIN role that reads the columns of keys in this schema, and nothing else."""
        return f"{self.prefix}{self.name}_keys"

    @property
    def login(self) -> str:
        """The LOGIN role of a schema with its own session; there is none for the others."""
        return f"{self.prefix}{self.name}_login"

    @property
    def migrator(self) -> str:
        """The LOGIN role that migrates this schema alone, where the contract wants one."""
        return f"{self.prefix}{self.name}_migrator"

    @property
    def search_path(self) -> tuple[str, ...]:
        """What unqualified names may mean at run time: its own schema, then what it may read."""
        return (self.name, *self.reads)
