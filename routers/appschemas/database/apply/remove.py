"""Remove: take away what the engine made in a database; tables and rows stay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from psycopg import Connection, errors
from psycopg.rows import scalar_row
from psycopg.sql import SQL, Composed

from appschemas.contract.contract import Contract
from appschemas.database.apply.attempts import Patience, retried
from appschemas.database.apply.planning import EMPTY_PATH
from appschemas.database.apply.sending import LOCKED, NOTHING_CHANGED
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import read_login, roles_of
from appschemas.database.plan.changes import Action, Change, as_login
from appschemas.database.queries import queries
from appschemas.database.removal import (
    FILE,
    GONE,
    OF_CHECKS,
    OF_DATABASE,
    OF_GRANTS,
    OF_SCHEMAS,
    OWNED,
    RIGHTS,
    ROLES,
    names_of,
)
from appschemas.exceptions import AppSchemasError, LockNotGranted


def plan_removal(connection: Connection[Any], contract: Contract, owner: str) -> tuple[Change, ...]:
    """What there is to take away, in the order in which it goes; nothing is changed.

    Args:
        connection: Any login that may connect.
        contract: The schemas of this database and no others.
        owner: The role whose the tables and their schemas are to be.

    Raises:
        AppSchemasError: there is no such role, it goes, or has rights beyond tables.
    """
    with connection.transaction():
        connection.execute(EMPTY_PATH)
        _refuse_owner(connection, contract, owner)
        return tuple(
            change for step in _STEPS for change in _changes(connection, contract, owner, step)
        )


def remove(
    connection: Connection[Any], contract: Contract, owner: str, patience: Patience
) -> tuple[Change, ...]:
    """Do it, in one transaction, which is tried again while somebody's lock is in its way.

    Args:
        connection: An idle connection of a superuser, or of the login that made the roles and
            owns the database or is a member of its owner.
        contract: The schemas of this database and no others.
        owner: The role whose the tables and their schemas are to be.
        patience: How long to wait for locks.

    Raises:
        AppSchemasError: nothing was changed; the message says why.
    """
    return retried(
        connection,
        lambda: _removed(connection, contract, owner),
        patience,
        NOTHING_CHANGED,
    )


# Private
# -------

_STEPS: Final = (*OF_DATABASE, *OF_CHECKS, *OF_GRANTS, *OF_SCHEMAS, OWNED, ROLES)
_THERE: Final = "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ANY (%s)"
_SHOWN: Final = 100


def _removed(connection: Connection[Any], contract: Contract, owner: str) -> tuple[Change, ...]:
    _refuse_owner(connection, contract, owner)
    membership = TemporaryMembership(connection, contract, read_login(connection))
    there = connection.execute(_THERE, [[*roles_of(contract), owner]]).fetchall()
    roles = {role for (role,) in there}
    membership.grant(roles, inherited=roles)
    done: list[Change] = []
    for step in _STEPS:
        changes = list(_changes(connection, contract, owner, step))
        if step == ROLES:
            membership.revoke()
        for change in changes:
            with _explained(change.text):
                for statement in change.statements:
                    connection.execute(statement.sql)
        done += changes
    return tuple(done)


@contextmanager
def _explained(what: str) -> Iterator[None]:
    try:
        yield
    except LOCKED:
        raise LockNotGranted(what, f"Somebody holds a lock that this needs: {what}.") from None
    except errors.InsufficientPrivilege as error:
        reason = error.diag.message_primary
        raise AppSchemasError(f"{reason}: {what}. {NOTHING_CHANGED}") from None


def _refuse_owner(connection: Connection[Any], contract: Contract, owner: str) -> None:
    if owner in roles_of(contract):
        raise AppSchemasError(
            f"{owner!r} is a role of the contract, and goes with it. Name another: --to ROLE"
        )
    if not connection.execute(_THERE, [[owner]]).fetchone():
        raise AppSchemasError(f"There is no role {owner!r}. {NOTHING_CHANGED}")
    with connection.cursor(row_factory=scalar_row) as cursor:
        rights = cursor.execute(queries(FILE)[RIGHTS], {"owner": owner}).fetchone()
    if rights:
        raise AppSchemasError(
            f"{owner!r} has {rights}: what owners have made, functions with SECURITY DEFINER, "
            f"views, indexes, would run with all its rights. {NOTHING_CHANGED} Name a role that "
            "has and reaches none of that, such as the login of the project: --to ROLE"
        )


def _changes(
    connection: Connection[Any], contract: Contract, owner: str, step: str
) -> Iterator[Change]:
    values = {**names_of(contract), "owner": owner}
    with connection.cursor(row_factory=scalar_row) as cursor:
        values["gone"] = cursor.execute(queries(FILE)[GONE], values).fetchone()
    for enter, statement, leave in connection.execute(queries(FILE)[step], values).fetchall():
        parts = [Composed([SQL(part)]) for part in (enter, statement, leave) if part]
        action = _ACTIONS.get(statement.partition(" ")[0], Action.REMOVE)
        shown = statement if len(statement) <= _SHOWN else f"{statement[:_SHOWN]} .."
        yield Change("", action, shown, as_login(*parts))


_ACTIONS: Final = {"GRANT": Action.ADD, "REASSIGN": Action.ALTER}
