"""Deviations: what a database has that no contract asks for, each found by a query of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.model_state import ModelState


@dataclass(frozen=True, slots=True)
class Deviation:
    """One row of a query: `kind` is its name, and `statement` among its values undoes it.

    https://www.postgresql.org/docs/current/catalogs.html
    """

    kind: str
    values: Mapping[str, Any]


def deviation_parameters(
    contract: Contract, installed: ModelState, known: Mapping[str, Any]
) -> dict[str, Any]:
    """What the queries of deviations are asked with.

    Args:
        contract: The schemas of this database and no others.
        installed: What the models say.
        known: The parameters of the other queries of the catalog.
    """
    return {**known, **_parameters(contract, installed, known)}


# Private
# -------

# What makes a session another one: who it is, what names mean to it, what it sees and checks.
# https://www.postgresql.org/docs/current/runtime-config-client.html
_UNSAFE: Final = (
    "allow_system_table_mods", "createrole_self_grant", "default_transaction_isolation",
    "dynamic_library_path", "event_triggers", "ignore_system_indexes", "lo_compat_privileges",
    "local_preload_libraries", "role", "row_security", "search_path", "session_authorization",
    "session_preload_libraries", "session_replication_role", "transaction_isolation",
    "zero_damaged_pages",
)  # fmt: skip
# What a session of a login may start with as it likes: how long, how much, how it looks.
_HARMLESS: Final = (
    r"_timeout$|^log_|^(maintenance_|logical_decoding_|hash_)?work_mem|^temp_(buffers|file_limit)"
    r"|^(client_|application_name|timezone|datestyle|intervalstyle|lc_|extra_float_digits|jit|geqo)"
    r"|^(enable_|max_parallel_|min_parallel_|parallel_|cpu_|random_page_cost|seq_page_cost)"
    r"|^(effective_|from_collapse|join_collapse|plan_cache_mode|default_statistics_target|track_)"
    r"|^(tcp_|statement_|idle_|commit_|synchronous_commit|debug_|constraint_exclusion|cursor_)"
    r"|^(default_(text_search_config|tablespace|table_access_method|transaction_(read_only|def)))"
    r"|^(auto_explain|pg_stat_statements|pgaudit|pg_hint_plan)\\."
)
# Event triggers that the engine makes itself.
_EVENT_TRIGGERS: Final[tuple[str, ...]] = ()


def _parameters(
    contract: Contract, installed: ModelState, known: Mapping[str, Any]
) -> dict[str, Any]:
    # Of these, nothing but their own grants is compared one by one.
    uncompared = ("public", contract.extensions)
    reads = [(schema.name, read) for schema in contract.schemas for read in schema.reads]
    held = {(each.referenced_schema, each.referenced_table) for each in installed.references}
    holding = {(each.schema, each.table) for each in installed.references}
    ends = holding | held
    tables = sorted(installed.tables | installed.unmanaged)
    homes = [(schema.name, schema.owner) for schema in contract.schemas]
    homes.append((contract.extensions, contract.extensions_owner))
    return {
        "unsafe_settings": list(_UNSAFE),
        "harmless_settings": _HARMLESS,
        "event_triggers": list(_EVENT_TRIGGERS),
        "extensions_schema": contract.extensions,
        "schemas_with_history": [each.name for each in contract.schemas if each.history],
        "may_own_the_database": [contract.roles.migrator],
        "may_hurry_autovacuum": [
            contract.roles.migrator,
            *(each.migrator for each in contract.schemas_with_migrator),
        ],
        "own_logins": [schema.login for schema in contract.own_schemas],
        "readers": [reader for reader, _ in reads],
        "read": [read for _, read in reads],
        "owned_schemas": [*(schema for schema, _ in homes), *ENGINE_SCHEMAS],
        "schema_owners": [
            *(owner for _, owner in homes),
            *(contract.keys_role for _ in ENGINE_SCHEMAS),
        ],
        "homes": [schema for schema, _ in homes],
        "home_owners": [owner for _, owner in homes],
        "compared_schemas": [each for each in known["schemas"] if each not in uncompared],
        "key_schemas": [schema for schema, _ in sorted(ends)],
        "key_tables": [table for _, table in sorted(ends)],
        "holding_schemas": [schema for schema, _ in sorted(holding)],
        "holding_tables": [table for _, table in sorted(holding)],
        "referenced_schemas": [schema for schema, _ in sorted(held)],
        "referenced_tables": [table for _, table in sorted(held)],
        "table_schemas": [schema for schema, _ in tables],
        "table_names": [table for _, table in tables],
    }
