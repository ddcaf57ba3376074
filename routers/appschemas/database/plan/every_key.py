"""Every key: the changes that read the rows which were there before their check was."""

from __future__ import annotations

from appschemas.contract.schema import KEYS_SCHEMA
from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change
from appschemas.integrity.constraints.look_ups import locks, refuse_orphans
from appschemas.integrity.constraints.marks import NOT_LOOKED_UP, bearer, looked_up
from appschemas.integrity.references import KeyConstraint


def every_key(constraint: KeyConstraint, desired: DesiredState, *, waits: bool) -> Change:
    """The change that looks up every key of a check; one that `waits` was made by an earlier run.

    Its statements are for a transaction in which the check is made, too. By themselves they lock
    both sides for as long as they read.
    """
    columns = ", ".join(reference.column for reference in constraint.references)
    contract = desired.contract
    return Change(
        constraint.schema,
        Action.ALTER,
        f"look up every key of {constraint.schema}.{constraint.table} ({columns}) "
        f"in {constraint.referenced_schema}" + (": not looked up yet" if waits else ""),
        (
            *locks([constraint], contract),
            *refuse_orphans(constraint, contract),
            *(looked_up(constraint, contract) if waits else ()),
        ),
        constraint=constraint,
        looks_up=True,
    )


def keys_not_looked_up(desired: DesiredState, actual: CatalogState) -> frozenset[KeyConstraint]:
    """The checks that were installed beside rows which nobody has looked at since."""
    marked = {
        (each.schema, each.name)
        for each in actual.functions.values()
        if each.schema == KEYS_SCHEMA and each.comment.endswith(NOT_LOOKED_UP)
    }
    return frozenset(
        constraint for constraint in desired.objects if marked and bearer(constraint) in marked
    )
