"""Default privileges: the changes that make what objects to come grant what is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change
from appschemas.database.privileges import DefaultGrant, default_sql, rank
from appschemas.database.roles import PUBLIC
from appschemas.integrity.constraints.ddl import RoleStatement


def default_privileges(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    """The same for objects to come."""
    # A role that is still to be created starts with PostgreSQL's own default.
    owners = (desired.contract.history_role, *(each.owner for each in desired.contract.schemas))
    fresh = {DefaultGrant(owner, "", *_EXECUTE) for owner in owners if owner not in actual.roles}
    yield from _default_changes(
        (actual.default_privileges | fresh) - desired.default_privileges, desired, give=False
    )
    yield from _default_changes(
        desired.default_privileges - actual.default_privileges, desired, give=True
    )


# Private
# -------

_EXECUTE: Final = ("FUNCTIONS", PUBLIC, "EXECUTE")


def _default_changes(
    grants: Iterable[DefaultGrant], desired: DesiredState, *, give: bool
) -> Iterator[Change]:
    homes = {owner: schema for schema, owner in desired.schemas.items()}
    groups: defaultdict[tuple[str, str, str, str], list[DefaultGrant]] = defaultdict(list)
    for grant in sorted(grants):
        groups[grant.owner, grant.schema, grant.kind, grant.role].append(grant)
    for (owner, schema, kind, role), group in groups.items():
        words = sorted((grant.privilege for grant in group), key=rank)
        home = homes.get(owner, schema)
        within = f" in {schema}" if schema not in ("", home) else ""
        yield Change(
            home,
            Action.ADD if give else Action.REMOVE,
            f"{'grant' if give else 'revoke'} {', '.join(words)} on new {kind.lower()}{within}"
            f" of {owner} {'to' if give else 'from'} {role}",
            (RoleStatement(owner, default_sql(group[0], words, give=give)),),
        )
