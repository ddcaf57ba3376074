"""Removal: the statements that take away what the engine made, and leave tables and rows.

Each query of `removal.sql` gives statements, so that psql, which runs what a query gives, and
`schema_apply --remove` send the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from appschemas.contract.contract import Contract
from appschemas.contract.schema import ENGINE_SCHEMAS, KEYS_SCHEMA
from appschemas.database.catalog import roles_of
from appschemas.database.roles import MADE_FOR

FILE: Final = "removal.sql"
# The queries: which roles go, and then in their order those that give statements.
GONE: Final = "gone"
# What the role that tables go to may do, which must be nothing.
RIGHTS: Final = "rights"
OF_DATABASE: Final = ("database",)
OF_CHECKS: Final = ("checks",)
OF_GRANTS: Final = ("grants", "settings")
OF_SCHEMAS: Final = ("schemas",)
OWNED: Final = "owned"
# Only after a login without superuser has given back what it was lent.
ROLES: Final = "roles"


def schemas_of(contract: Contract) -> list[str]:
    """The contract's schemas, that of extensions among them."""
    return [contract.extensions, *(schema.name for schema in contract.schemas)]


def names_of(contract: Contract) -> Mapping[str, Any]:
    """The parameters of every query, but for `owner`, the role that tables go to, and `gone`."""
    return {
        "roles": sorted(roles_of(contract)),
        "schemas": schemas_of(contract),
        "engine_schemas": list(ENGINE_SCHEMAS),
        "keys_schema": KEYS_SCHEMA,
        "keys_role": contract.keys_role,
        "made_for": MADE_FOR,
    }
