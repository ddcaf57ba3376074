"""Moving: one thing goes into its schema and to its owner, or back, in one short transaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from psycopg.sql import SQL, Composable, Composed, Identifier, Literal

from appschemas.database.split.marks import COMPAT
from appschemas.database.split.relations import Relation, SharedObject
from appschemas.integrity.constraints.ddl import RoleStatement

# What ALTER calls each kind; what belongs to an extension has no owner of its own.
_NOUNS: Final = {
    "table": SQL("TABLE"),
    "foreign table": SQL("FOREIGN TABLE"),
    "sequence": SQL("SEQUENCE"),
    "view": SQL("VIEW"),
    "materialized view": SQL("MATERIALIZED VIEW"),
    "type": SQL("TYPE"),
    "domain": SQL("DOMAIN"),
    "function": SQL("ROUTINE"),
    "statistics": SQL("STATISTICS"),
    "collation": SQL("COLLATION"),
    "text search dictionary": SQL("TEXT SEARCH DICTIONARY"),
    "text search configuration": SQL("TEXT SEARCH CONFIGURATION"),
    "extension": SQL("EXTENSION"),
}


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A table, or another object, by its name; `called` is its key in a mark."""

    kind: str
    name: str
    arguments: str = ""

    @classmethod
    def of(cls, what: Relation | SharedObject) -> Thing:
        """A relation or an object."""
        if isinstance(what, Relation):
            return cls("table", what.name)
        return cls(what.kind, what.name, what.arguments)

    @classmethod
    def read(cls, called: str) -> Thing:
        """From the key in a mark; of a function, which only the catalog can part, all is `name`."""
        kind = next(each for each in sorted(_NOUNS, key=len, reverse=True)
                    if called.startswith(f"{each} "))  # fmt: skip
        return cls(kind, called[len(kind) + 1 :])

    @property
    def called(self) -> str:
        return f"{self.kind} {self.name}" + (
            f"({self.arguments})" if self.kind == "function" else ""
        )

    @property
    def is_table(self) -> bool:
        return self.kind == "table"

    def sql(self, schema: str) -> Composable:
        """Its name where it lies in `schema`, as ALTER wants it."""
        if self.kind == "extension":
            return Identifier(self.name)
        name = Identifier(schema, self.name)
        if self.kind != "function":
            return name
        # The server printed them, quoted and with its types in full.
        return SQL("{}({})").format(name, SQL(self.arguments))


def forward(thing: Thing, source: str, schema: str, owner: str) -> Iterator[RoleStatement]:
    """The statements that put a thing into `schema`, whose it then is."""
    yield _as_login(_SET_SCHEMA, thing, source, into=Identifier(schema))
    if thing.kind != "extension":
        yield _as_login(_OWNER, thing, schema, owner=Identifier(owner))


def back(thing: Thing, schema: str, source: str, owner: str) -> Iterator[RoleStatement]:
    """The statements that put it where it lay, and give it to whom it belonged.

    The owner comes first: one that may not make anything in the shared schema may own it there.
    """
    if thing.kind != "extension":
        yield _as_login(_OWNER, thing, schema, owner=Identifier(owner))
    yield _as_login(_SET_SCHEMA, thing, schema, into=Identifier(source))


def compat_view(
    table: str, source: str, schema: str, owner: str, grants: list[tuple[str, str]]
) -> Iterator[RoleStatement]:
    """A view in the place of a table, for sessions whose path does not have its schema yet.

    Args:
        table: Its name.
        source: Where it lay.
        schema: Where it lies.
        owner: Whose it was, whose the view is.
        grants: (role, privileges) as the table has them, in words of GRANT.
    """
    names = {"view": Identifier(source, table), "table": Identifier(schema, table)}
    yield RoleStatement(owner, _CREATE_VIEW.format(**names))
    for role, privileges in grants:
        words = {"role": SQL(role), "privileges": SQL(privileges)}
        yield RoleStatement(owner, _GRANT.format(**names, **words))
    yield RoleStatement(owner, _COMMENT_VIEW.format(text=Literal(COMPAT), **names))


def drop_view(table: str, source: str, owner: str) -> RoleStatement:
    """The statement that drops it."""
    return RoleStatement(owner, _DROP_VIEW.format(view=Identifier(source, table)))


def revoke_all(name: Identifier, kind: str, roles: list[str]) -> RoleStatement:
    """Take what roles of the contract hold on a relation, its columns included."""
    listed = SQL(", ").join(map(Identifier, roles))
    noun = SQL("SEQUENCE" if kind == "sequence" else "TABLE")
    return RoleStatement("", _REVOKE.format(noun=noun, name=name, roles=listed))


# Private
# -------

_SET_SCHEMA: Final = SQL("ALTER {noun} {name} SET SCHEMA {into}")
_OWNER: Final = SQL("ALTER {noun} {name} OWNER TO {owner}")
# https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS
_CREATE_VIEW: Final = SQL(
    "CREATE VIEW {view} WITH (security_invoker = true) AS SELECT * FROM {table}"
)
_GRANT: Final = SQL("GRANT {privileges} ON {view} TO {role}")
_COMMENT_VIEW: Final = SQL("COMMENT ON VIEW {view} IS {text}")
_DROP_VIEW: Final = SQL("DROP VIEW {view}")
_REVOKE: Final = SQL("REVOKE ALL ON {noun} {name} FROM {roles}")


def _as_login(statement: SQL, thing: Thing, schema: str, **names: Composable) -> RoleStatement:
    noun = _NOUNS[thing.kind]
    sql: Composed = statement.format(noun=noun, name=thing.sql(schema), **names)
    return RoleStatement("", sql)
