"""Every Django app in its own PostgreSQL schema, held apart by the database.

What stands here is public, and documented in docs/reference/api.md; everything else may change.
"""

from typing import TYPE_CHECKING, Any

from appschemas.backend.cross_session.detector import autonomous_transaction
from appschemas.backend.cross_session.refusals import CrossSession, CrossSessionWarning
from appschemas.backend.joins import joined
from appschemas.contract.contract import Contract
from appschemas.contract.databases import databases
from appschemas.contract.schema import Roles, Schema
from appschemas.contract.subset import installed_apps
from appschemas.exceptions import (
    AppSchemasError,
    ContractError,
    CrossSchemaJoin,
    DatabaseUrlError,
    LeftOut,
    MigrationOrderError,
    NotInstalled,
    ProvisioningError,
    SubsetError,
    TooManyKeys,
    UndeclaredSchema,
)
from appschemas.fields import IdentityKey, IdentityManyToMany, IdentityOneToOne
from appschemas.fields.key_sets import key_limit
from appschemas.operations import AlterModelBases, AttachPartition, ModelFromManyToMany
from appschemas.routers import SearchPathRouter

if TYPE_CHECKING:
    from appschemas.fields.admin import IdentityKeyAdmin

__all__ = [
    "AlterModelBases",
    "AppSchemasError",
    "AttachPartition",
    "Contract",
    "ContractError",
    "CrossSchemaJoin",
    "CrossSession",
    "CrossSessionWarning",
    "DatabaseUrlError",
    "IdentityKey",
    "IdentityKeyAdmin",
    "IdentityManyToMany",
    "IdentityOneToOne",
    "LeftOut",
    "MigrationOrderError",
    "ModelFromManyToMany",
    "NotInstalled",
    "ProvisioningError",
    "Roles",
    "Schema",
    "SearchPathRouter",
    "SubsetError",
    "TooManyKeys",
    "UndeclaredSchema",
    "autonomous_transaction",
    "databases",
    "installed_apps",
    "joined",
    "key_limit",
]


def __getattr__(name: str) -> Any:
    # It imports Django's admin, which a project need not have, and a worker seldom needs.
    if name == "IdentityKeyAdmin":
        from appschemas.fields.admin import IdentityKeyAdmin  # noqa: PLC0415 - see above

        return IdentityKeyAdmin
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
