"""Lacking: what the contract allows, and this version of PostgreSQL has no privilege for."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.holders import SINCE
from appschemas.database.plan.changes import Finding


def find_lacking(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    """A notice for each schema whose role may not do what it is allowed."""
    version = actual.login.version
    if version >= SINCE["MAINTAIN"]:
        return
    for schema in desired.contract.schemas:
        if "maintain" in schema.allows:
            yield Finding(
                schema.name,
                f"PostgreSQL {version // 10_000} has no MAINTAIN: {schema.rw} may neither ANALYZE, "
                "VACUUM nor REFRESH MATERIALIZED VIEW, which only an owner may before 17",
                f"run these as {schema.owner}, with the login of the migrator",
                notice=True,
            )
