"""Role settings: what sessions of own logins start with; the end of a login nobody needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from psycopg.sql import SQL, Identifier

from appschemas.contract.file import LIMITS
from appschemas.database.catalog import CatalogState
from appschemas.database.desired_state import DesiredState
from appschemas.database.plan.changes import Action, Change, as_login


def role_settings(desired: DesiredState, actual: CatalogState) -> Iterator[Change]:
    """The settings that logins lack or have too many of; last, former logins go."""
    database = Identifier(actual.login.database)
    sections = {schema.login: schema.name for schema in desired.contract.schemas}
    before = {(each.role, each.name): each for each in actual.role_settings}
    for each in sorted(desired.role_settings - actual.role_settings):
        found = before.get((each.role, each.name))
        yield Change(
            sections.get(each.role, ""),
            Action.ALTER if found else Action.ADD,
            f"set {each}",
            as_login(each.set_sql(database)),
            of_roles=True,
        )
    limit = ("lock_timeout", (desired.contract.roles.lock_timeout,))
    kept = {(each.role, each.name) for each in desired.role_settings}
    for each in sorted(actual.role_settings):
        # A value that is not the contract's is somebody else's choice.
        if (each.name, each.value) == limit and (each.role, each.name) not in kept:
            yield Change(
                sections.get(each.role, ""),
                Action.REMOVE,
                f"reset {each.name} for {each.role}",
                as_login(each.reset_sql(database)),
                of_roles=True,
            )
    # The login of a schema is the engine's: the contract says which limits it has.
    own = {schema.login for schema in desired.contract.own_schemas}
    for each in sorted(actual.role_settings):
        if (each.name, each.value) == limit:
            continue
        if each.name in LIMITS and each.role in own and (each.role, each.name) not in kept:
            yield Change(
                sections[each.role],
                Action.REMOVE,
                f"reset {each.name} for {each.role}: no limit of the contract",
                as_login(each.reset_sql(database)),
                of_roles=True,
            )
    for login, unused in sorted(actual.obsolete_logins.items()):
        drop = _DROP if unused else _RESET
        yield Change(
            sections.get(login, ""),
            Action.REMOVE,
            f"drop login role {login}" if unused else f"reset what {login} starts with here",
            as_login(drop.format(role=Identifier(login), database=database)),
            of_roles=True,
        )


# Private
# -------

_DROP: Final = SQL("DROP ROLE {role}")
_RESET: Final = SQL("ALTER ROLE {role} IN DATABASE {database} RESET ALL")
