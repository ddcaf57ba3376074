"""The contract as it stands in its file: the shape that TOML is validated against."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

# 63 bytes is PostgreSQL's limit for a name; the longest suffix of a role is "_owner".
# https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
# What PostgreSQL has made itself, or takes for a word of its own where a name would stand:
# https://www.postgresql.org/docs/current/sql-createrole.html, .../infoschema-schema.html
SchemaName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?!pg_)(?!(?:public|postgres|none|information_schema)$)[a-z_][a-z0-9_]{0,56}$"
    ),
]
# A schema, a model or a relation of it, and some of its columns.
ReadName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:(?!pg_)(?!(?:public|postgres|none|information_schema)$)[a-z_][a-z0-9_]{0,56}"
        r"|[A-Za-z_]\w*\.[A-Za-z_]\w*(?: ?\(\w+(?:, ?\w+)*\))?)$"
    ),
]
RoleName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?!pg_)(?!(?i:public|postgres|none|session_user|current_user|current_role)$)"
        r"[A-Za-z_][A-Za-z0-9_.@-]{0,62}$"
    ),
]
# As pg_available_extensions has them: uuid-ossp among them.
ExtensionName = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_-]{0,62}$")]
Prefix = Annotated[str, StringConstraints(pattern=r"^(?!pg_)([A-Za-z_][A-Za-z0-9_.@-]{0,30})?$")]
# https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-NAMES-VALUES
Duration = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,8}(ms|s|min)$")]
# https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-NAMES-VALUES
Size = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,5}(kB|MB|GB)$")]
AppLabel = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*$")]
ModelLabel = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*\.[A-Za-z_]\w*$")]
MigrationName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*\.\w+$")]
FieldLabel = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]\w*\.[A-Za-z_]\w*\.\w+$")]


# What is said of a name that cannot be one.
SCHEMA_NAME = (
    "lower-case letters, digits and underscores, at most 57, no name of PostgreSQL's own"
    " (pg_..., public, postgres, none, information_schema)"
)


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, regex_engine="python-re")


class RolesTable(_Table):
    """`[roles]`: the names of the two logins."""

    application: RoleName = Field("appschemas_app", description="Login of the running application")
    standby: RoleName | None = Field(
        None, description="Second login of the application, while passwords are rotated"
    )
    migrator: RoleName = Field("appschemas_migrator", description="Login that runs migrate")
    prefix: Prefix = Field("", description="Before the name of every other role of this contract")
    schema_migrators: bool = Field(
        False, description="A login <schema>_migrator for each schema, which migrates it alone"
    )
    lock_timeout: Duration = Field(
        "10s", description="How long the application waits for a lock beside an own session"
    )


class ExtensionsTable(_Table):
    """`[extensions]`: where extensions, shared types and collations live."""

    schema_: SchemaName = Field(
        "extensions", alias="schema", description="The schema that extensions are installed into"
    )
    install: list[ExtensionName] = Field(
        [], description="Extensions that the database must have, such as hstore or pg_trgm"
    )


class LimitsTable(_Table):
    """`[schemas.<name>.limits]`: parameters of PostgreSQL for the statements of a schema."""

    statement_timeout: Duration | None = Field(None, description="Longest statement")
    lock_timeout: Duration | None = Field(None, description="Longest wait for one lock")
    idle_in_transaction_session_timeout: Duration | None = Field(
        None, description="Longest silence in an open transaction, which ends the session"
    )
    transaction_timeout: Duration | None = Field(
        None, description="Longest transaction, which ends the session; from PostgreSQL 17"
    )
    work_mem: Size | None = Field(None, description="Memory of one sort or hash, such as 16MB")
    max_parallel_workers_per_gather: Annotated[int, Field(ge=0, le=1024)] | None = Field(
        None, description="Processes beside its own that one plan node may use"
    )


# The parameters that a schema may limit, and those that servers have from a version on.
LIMITS = frozenset(LimitsTable.model_fields)
# https://www.postgresql.org/docs/17/release-17.html
LIMITS_SINCE = {"transaction_timeout": 17_00_00}


class SchemaTable(_Table):
    """`[schemas.<name>]`: one PostgreSQL schema."""

    apps: list[AppLabel] = Field(description="App labels whose tables live here", min_length=1)
    alias: str | None = Field(None, description="Database alias; the schema's name by default")
    session: Literal["shared", "own"] = Field(
        "shared", description="Share the connection of the application, or have login and own one"
    )
    publishes: list[ModelLabel] = Field([], description="Models whose key others may hold")
    references: list[ModelLabel] = Field([], description="Other schemas' models held as keys")
    reads: list[ReadName] = Field(
        [],
        description="What it may SELECT: a schema, a model (app.Model), a table or view "
        "(schema.name), or some columns of one: app.Model (id, name)",
    )
    pending: list[FieldLabel] = Field(
        [], description="Foreign keys (app.Model.field) that still leave the schema"
    )
    history: list[MigrationName] = Field(
        [], description="Migrations (app.name) of the past whose SQL reaches other apps' tables"
    )
    allows: list[Literal["truncate", "maintain", "temporary"]] = Field(
        [],
        description="What its role may do beyond reading and writing rows: TRUNCATE; MAINTAIN "
        "(ANALYZE, VACUUM, REFRESH MATERIALIZED VIEW, from PostgreSQL 17); CREATE TEMP TABLE",
    )
    retired: Literal["read-only", "closed"] | None = Field(
        None, description="On its way out: rows only read, or nobody's any more"
    )
    limits: LimitsTable = Field(
        default_factory=lambda: LimitsTable.model_validate({}),
        description="What its statements may take",
    )


class LoginTable(_Table):
    """`[logins.<name>]`: a person, or a program, that reads."""

    reads: list[SchemaName] = Field(description="Schemas whose tables it may SELECT", min_length=1)


class ContractFile(_Table):
    """The whole file."""

    version: Literal[1] = Field(description="Version of this file's format")
    roles: RolesTable = Field(
        default_factory=lambda: RolesTable.model_validate({}),
        description="Names of the logins, and the prefix of all other roles",
    )
    extensions: ExtensionsTable = Field(
        default_factory=lambda: ExtensionsTable.model_validate({}),
        description="Where extensions lie, and which the database must have",
    )
    schemas: dict[SchemaName, SchemaTable] = Field(
        description="The schemas: apps, what they publish, reference and read", min_length=1
    )
    logins: dict[RoleName, LoginTable] = Field({}, description="Logins that only read")


def is_schema_name(name: str) -> bool:
    """Whether a schema of the contract may have this name."""
    (constraints,) = SchemaName.__metadata__  # type: ignore[attr-defined]
    return re.match(constraints.pattern, name) is not None


def explained(error: ValidationError) -> list[str]:
    """One sentence per mistake: the key, what is wrong, what would be right."""
    return [_sentence(detail) for detail in error.errors()]


# Private
# -------

_ROLE_NAME = (
    "a role name of letters, digits and _ . @ - that is none of PostgreSQL's own"
    " (pg_..., public, none, ...)"
)
_WANTED = {
    "version": "1",
    "schemas": SCHEMA_NAME,
    "logins": _ROLE_NAME,
    "allows": "'truncate', 'maintain' or 'temporary'",
    "schema": SCHEMA_NAME,
    "install": "names of extensions as pg_available_extensions has them",
    "apps": "app labels such as 'auth'",
    "session": "'shared' or 'own'",
    "publishes": "models as 'app_label.Model'",
    "references": "models as 'app_label.Model'",
    "reads": "schema names, or of a schema 'app.Model', 'schema.view', 'app.Model (id, name)'",
    "pending": "fields as 'app_label.Model.field'",
    "history": "migrations as 'app_label.name'",
    "application": _ROLE_NAME,
    "standby": _ROLE_NAME,
    "retired": "'read-only' or 'closed'",
    "migrator": _ROLE_NAME,
    "schema_migrators": "true or false",
    "prefix": "letters, digits and _ . @ -, at most 31",
    **dict.fromkeys(
        (
            "lock_timeout",
            "statement_timeout",
            "transaction_timeout",
            "idle_in_transaction_session_timeout",
        ),
        "a duration such as '10s' or '500ms'",
    ),
    "work_mem": "a size such as '16MB' or '512kB'",
    "max_parallel_workers_per_gather": "a number from 0 to 1024",
}
_SAID = {"string_pattern_mismatch": "it may not be", "list_type": "it is a list, not"}


def _sentence(detail: Any) -> str:
    path = [str(part) for part in detail["loc"] if part != "[key]"]
    key = ".".join(path)
    match detail["type"]:
        case "extra_forbidden":
            return f"unknown key {key!r}; {_known(path)}"
        case "missing":
            return f"key {key!r} is missing"
        case kind:
            wanted = next((f"; wanted: {_WANTED[p]}" for p in path[::-1] if p in _WANTED), "")
            said = _SAID.get(kind, f"{detail['msg']}, not")
            return f"key {key!r}: {said} {detail['input']!r}{wanted}"


def _known(path: list[str]) -> str:
    tables: dict[str, type[BaseModel]] = {
        "roles": RolesTable,
        "extensions": ExtensionsTable,
        "schemas": SchemaTable,
        "logins": LoginTable,
    }
    table = tables.get(path[0], ContractFile) if len(path) > 1 else ContractFile
    if path[-2:-1] == ["limits"]:
        table = LimitsTable
    known = [field.alias or name for name, field in table.model_fields.items()]
    if close := get_close_matches(path[-1], known, n=1):
        return f"did you mean {close[0]!r}?"
    return "known here: " + ", ".join(repr(name) for name in known)
