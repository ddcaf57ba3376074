"""Needed: what changes are planned from, by the names of the queries of the catalog.

Findings are planned from all of them. Whoever changes a database needs no findings; in a short
session the server takes longer to plan such a query than to answer it.
"""

from __future__ import annotations

from typing import Final

from appschemas.database.plan.deviation_kinds import MENDED

_OF_ROLES: Final = frozenset(
    {
        "apply_lock", "available_extensions", "default_privileges", "extensions", "grants", "login",
        "memberships", "obsolete_logins", "role_settings", "roles", "schemas",
    }
)  # fmt: skip
_OF_TABLES: Final = frozenset(
    {"columns", "functions", "objects", "row_secured_tables", "tables_by_name", "triggers"}
)

# Where nothing of the contract is yet but roles, which are the server's.
FOR_EMPTY: Final = _OF_ROLES
# Where nothing is of checks.
FOR_NEW: Final = _OF_ROLES | _OF_TABLES | MENDED
FOR_CHANGES: Final = FOR_NEW | {"unique_columns"}
