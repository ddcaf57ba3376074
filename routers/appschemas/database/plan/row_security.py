"""Row security: the roles of keys that must see every row, and plans of before they did."""

from __future__ import annotations

from collections.abc import Iterator

from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change
from appschemas.database.privileges import ObjectKind, Target, grant_sql
from appschemas.integrity.constraints.ddl import RoleStatement
from appschemas.integrity.constraints.lending import columns_of


def roles_that_see_all(desired: DesiredState, actual: CatalogState) -> set[str]:
    """The roles of keys of tables with row-level security, which BYPASSRLS lets see every row.

    Only a superuser may give it; where it was given and is not needed, it does no harm.
    """
    needed = {desired.contract[schema].keys for schema, _, _ in _secured(desired, actual)}
    given = {name for name, role in actual.roles.items() if role.bypassrls}
    return needed | given & {schema.keys for schema in desired.contract.schemas}


def planned_anew(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    """Make sessions that are open plan their checks anew, where a role comes to see every row.

    A plan is kept until its table changes, and BYPASSRLS is no change of it: a grant is.
    """
    for schema, table, column in _secured(desired, actual):
        home = desired.contract[schema]
        found = actual.roles.get(home.keys)
        if found and not found.bypassrls:
            target = Target(ObjectKind.COLUMN, schema, table, column=column)
            yield Change(
                schema,
                Action.ALTER,
                f"let open sessions plan the checks of {schema}.{table} anew: "
                f"{home.keys} sees every row of it now",
                (RoleStatement(home.owner, grant_sql(["SELECT"], [target], [home.keys])),),
            )


# Private
# -------


def _secured(desired: DesiredState, actual: CatalogState) -> list[tuple[str, str, str]]:
    columns = columns_of(desired.objects)
    return sorted(column for column in columns if column[:2] in actual.row_secured_tables)
