"""Lacking: what the contract says, and this version of PostgreSQL has not."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.contract.file import LIMITS_SINCE
from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.holders import SINCE
from appschemas.database.plan.changes import Finding


def find_lacking(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    """A notice for each schema whose role may not do what it is allowed, or is not limited."""
    yield from _limits(desired, actual)
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


# Private
# -------


def _limits(desired: DesiredState, actual: CatalogState) -> Iterator[Finding]:
    version = actual.login.version
    for schema in desired.contract.schemas:
        for name, value in schema.limits:
            if version < (since := LIMITS_SINCE.get(name, 0)):
                yield Finding(
                    schema.name,
                    f"PostgreSQL {version // 10_000} has no {name}: {schema.name} is not limited "
                    f"to {value}, and will be from {since // 10_000} on",
                    "leave it for the upgrade, or take it out of the contract; statement_timeout "
                    "and idle_in_transaction_session_timeout are there",
                    notice=True,
                )
