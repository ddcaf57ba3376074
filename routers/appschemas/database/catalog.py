"""Catalog: what the database holds, read from `pg_catalog` and kept as values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection, Cursor
from psycopg.rows import dict_row

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ASKED_SCHEMA, ENGINE_SCHEMAS, KEYS_SCHEMA
from appschemas.database.deviations import Deviation, deviation_parameters
from appschemas.database.held_tables import pipelined
from appschemas.database.model_state import ModelState
from appschemas.database.objects import ForeignKey, Function, Trigger
from appschemas.database.privileges import KINDS, DefaultGrant, Grant, Target
from appschemas.database.queries import queries
from appschemas.database.roles import MADE_FOR, Member, Membership, Role, RoleSetting

PUBLIC_SCHEMA = "public"


@dataclass(frozen=True, slots=True)
class Login:
    """The role that the connection logged in as."""

    name: str
    superuser: bool
    createrole: bool
    database: str
    database_owner: str
    version: int


@dataclass(frozen=True, slots=True)
class CatalogState:
    """The database as it is, as far as the contract says anything about it.

    `available_extensions` are those of the server with the schema in which one must lie, and are
    read only if the contract wants any.
    `compared_as` are, by table and column, the types that values are cast to where they are
    compared: those of domains, and of types without operators of their own.
    `splitting` are the schemas of a split that has not been ended; nothing is taken from code of
    before in those that are true, where no wall stands yet.
    `former_logins` are those of schemas that share their session again, and whether they are
    unused elsewhere.
    `indexed_columns` are those with which an index of every row begins.
    `unique_columns` come with the functions without which their indexes may be dropped.
    """

    login: Login
    roles: dict[str, Role] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    schemas: dict[str, str] = field(default_factory=dict)
    splitting: dict[str, bool] = field(default_factory=dict)
    owners: dict[Target, str] = field(default_factory=dict)
    owned_sequences: frozenset[Target] = frozenset()
    grants: frozenset[Grant] = frozenset()
    default_privileges: frozenset[DefaultGrant] = frozenset()
    functions: dict[tuple[str, str, str], Function] = field(default_factory=dict)
    triggers: dict[tuple[str, str, str], Trigger] = field(default_factory=dict)
    inheriting_tables: frozenset[tuple[str, str]] = frozenset()
    row_secured_tables: frozenset[tuple[str, str]] = frozenset()
    tables_with_disabled_triggers: tuple[tuple[str, str], ...] = ()
    columns: dict[tuple[str, str, str], str] = field(default_factory=dict)
    collations: dict[tuple[str, str, str], str] = field(default_factory=dict)
    indexed_columns: frozenset[tuple[str, str, str]] = frozenset()
    compared_as: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    unique_columns: dict[tuple[str, str, str], frozenset[str]] = field(default_factory=dict)
    not_tables: dict[tuple[str, str], str] = field(default_factory=dict)
    foreign_keys: tuple[ForeignKey, ...] = ()
    objects_outside: tuple[tuple[str, str, str], ...] = ()
    tables_by_name: frozenset[tuple[str, str]] = frozenset()
    public_extensions: tuple[str, ...] = ()
    extensions: frozenset[str] = frozenset()
    available_extensions: dict[str, str] = field(default_factory=dict)
    unclaimed_roles: tuple[str, ...] = ()
    role_settings: frozenset[RoleSetting] = frozenset()
    obsolete_logins: dict[str, bool] = field(default_factory=dict)
    apply_lock_owner: str = ""
    deviations: tuple[Deviation, ...] = ()


def roles_of(contract: Contract) -> tuple[str, ...]:
    """Every role that the contract names."""
    return (
        *contract.logins,
        contract.extensions_owner,
        contract.history_role,
        contract.keys_role,
        *(role for each in contract.schemas for role in (each.owner, each.rw, each.ro, each.keys)),
    )


def read_login(connection: Connection[Any]) -> Login:
    """Who asks."""
    with connection.cursor(row_factory=dict_row) as cursor:
        (row,) = cursor.execute(queries("catalog.sql")["login"]).fetchall()
    return Login(**row)


def read_catalog(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState | None = None,
    only: Collection[str] | None = None,
) -> CatalogState:
    """What the database holds; the tables of the models are looked for in every schema.

    The search_path must be empty, so that types are printed in full. With `only`, what is asked
    by other queries than those of these names is left out.
    """
    installed, names = installed or ModelState(), [each.name for each in contract.schemas]
    known: dict[str, Any] = {
        "roles": list(roles_of(contract)),
        "owners": [contract.history_role, *(schema.owner for schema in contract.schemas)],
        "inheriting": [contract.history_role, *(each.name for each in contract.readers)],
        "logins": list(contract.logins),
        "schema_logins": [schema.login for schema in contract.schemas],
        "schema_roles": [schema.rw for schema in contract.schemas],
        "app_schemas": names,
        "keys_schema": KEYS_SCHEMA,
        "asked_schema": ASKED_SCHEMA,
        "function_schemas": [*names, *ENGINE_SCHEMAS],
        "homes": [*names, contract.extensions],
        "schemas": [*names, contract.extensions, *ENGINE_SCHEMAS, PUBLIC_SCHEMA],
        "tables": sorted({table for _, table in installed.tables}),
        "extensions": list(contract.extension_names),
        "extensions_owner": contract.extensions_owner,
        "made_for": MADE_FOR,
    }
    with pipelined(connection):
        # All at once: the server answers the next while this one is read.
        asked = _ask(connection, "catalog.sql", known, only)
        known = deviation_parameters(contract, installed, known)
        return _state(asked, _ask(connection, "deviations.sql", known, only))


# Private
# -------


def _ask(
    connection: Connection[Any], file: str, known: Mapping[str, Any], only: Collection[str] | None
) -> dict[str, Cursor[dict[str, Any]]]:
    return {
        name: connection.cursor(row_factory=dict_row).execute(query, known)
        for name, query in queries(file).items()
        if only is None or name in only
    }


def _state(
    asked: Mapping[str, Cursor[dict[str, Any]]], deviations: Mapping[str, Cursor[dict[str, Any]]]
) -> CatalogState:
    def rows(query: str) -> list[dict[str, Any]]:
        return asked[query].fetchall() if query in asked else []

    def tables(query: str) -> list[tuple[str, str]]:
        return [(row["schema"], row["table"]) for row in rows(query)]

    columns, schemas = rows("columns"), rows("schemas")
    objects = [(_target(row), row["owner"], row["linked"]) for row in rows("objects")]
    return CatalogState(
        login=Login(**rows("login")[0]),
        roles={row["name"]: Role(**row) for row in rows("roles")},
        members=tuple(_member(row) for row in rows("memberships")),
        schemas={row["name"]: row["owner"] for row in schemas},
        splitting={r["name"]: r["splitting"] for r in schemas if r["splitting"] is not None},
        owners={target: owner for target, owner, _ in objects},
        owned_sequences=frozenset(target for target, _, is_owned in objects if is_owned),
        grants=frozenset(_grant(row) for row in rows("grants")),
        default_privileges=frozenset(DefaultGrant(**row) for row in rows("default_privileges")),
        functions={
            (row["schema"], row["name"], row["arguments"]): Function(
                **row | {each: tuple(row[each]) for each in ("config", "goes_with")}
            )
            for row in rows("functions")
        },
        triggers={
            (row["schema"], row["table"], row["name"]): _trigger(row) for row in rows("triggers")
        },
        inheriting_tables=frozenset(tables("inheriting_tables")),
        row_secured_tables=frozenset(tables("row_secured_tables")),
        tables_with_disabled_triggers=tuple(tables("tables_with_disabled_triggers")),
        columns={_column(row): row["type"] for row in columns},
        collations={_column(row): row["collation"] for row in columns if row["collation"]},
        indexed_columns=frozenset(_column(row) for row in columns if row["indexed"]),
        compared_as=_compared_as(columns),
        unique_columns={_column(row): frozenset(row["kept_by"]) for row in rows("unique_columns")},
        not_tables={(row["schema"], row["name"]): row["kind"] for row in rows("not_tables")},
        foreign_keys=tuple(ForeignKey(**row) for row in rows("foreign_keys")),
        objects_outside=tuple(
            (row["schema"], row["name"], row["owner"]) for row in rows("objects_outside")
        ),
        tables_by_name=frozenset((row["schema"], row["name"]) for row in rows("tables_by_name")),
        public_extensions=tuple(row["name"] for row in rows("public_extensions")),
        extensions=frozenset(row["name"] for row in rows("extensions")),
        available_extensions={row["name"]: row["schema"] for row in rows("available_extensions")},
        unclaimed_roles=tuple(sorted(row["name"] for row in rows("unclaimed_roles"))),
        role_settings=frozenset(_setting(row) for row in rows("role_settings")),
        obsolete_logins={row["name"]: row["unused"] for row in rows("obsolete_logins")},
        apply_lock_owner="".join(row["owner"] for row in rows("apply_lock")),
        deviations=tuple(Deviation(kind, row) for kind, them in deviations.items() for row in them),
    )


def _target(row: dict[str, Any]) -> Target:
    return Target(
        KINDS[row["kind"]], row["schema"], row["name"], row["arguments"], row.get("column", "")
    )


def _column(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["schema"], row["table"], row["column"]


def _compared_as(columns: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for row in columns:
        if row["compared_as"]:
            found.setdefault((row["schema"], row["table"]), {})[row["column"]] = row["compared_as"]
    return found


def _trigger(row: dict[str, Any]) -> Trigger:
    clones = tuple((schema, table, owner) for schema, table, owner in row["clones_not_enabled"])
    return Trigger(**row | {"operators": tuple(row["operators"]), "clones_not_enabled": clones})


def _setting(row: dict[str, Any]) -> RoleSetting:
    parts = [part.strip() for part in row["value"].split(",")]
    # Names of the contract need no quotes, but PostgreSQL puts them around its keywords.
    return RoleSetting(row["role"], row["name"], tuple(part.strip('"') for part in parts))


def _grant(row: dict[str, Any]) -> Grant:
    return Grant(_target(row), row["role"], row["privilege"], row["grantable"], row["grantor"])


def _member(row: dict[str, Any]) -> Member:
    return Member(
        Membership(row["role"], row["member"], row["inherit"], row["settable"], row["admin"]),
        row["grantor"],
        row["by_superuser"],
        row["predefined"],
    )
