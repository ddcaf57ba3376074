"""Apply: make a database what the contract asks for, in one transaction."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import Any, Final

from psycopg import Connection, errors
from psycopg.pq import TransactionStatus
from psycopg.sql import SQL, Composable, Identifier, Literal

from appschemas.contract.contract import Contract
from appschemas.database.apply.apply_lock import hold_apply_lock
from appschemas.database.apply.lock_timeout import DEFAULT_LOCK_TIMEOUT
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import CatalogState, Login, read_catalog, read_login
from appschemas.database.desired_state import desired_state
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Change, Plan, listed
from appschemas.database.plan.plan import plan
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.ddl import RoleStatement


def make_plan(
    connection: Connection[Any], contract: Contract, installed: ModelState | None = None
) -> Plan:
    """What there is to do in the database of `connection`; nothing is changed.

    Args:
        connection: Any login that may connect: catalogs are open to all.
        contract: The schemas of this database and no others.
        installed: What the models say; without it checks and misplaced tables are left out.
    """
    installed = installed or ModelState()
    return plan_of(contract, installed, read_state(connection, contract, installed))


def read_state(
    connection: Connection[Any], contract: Contract, installed: ModelState
) -> CatalogState:
    """The database as it is."""
    with connection.transaction():
        connection.execute(_EMPTY_PATH)
        return read_catalog(connection, contract, installed)


def plan_of(contract: Contract, installed: ModelState, actual: CatalogState) -> Plan:
    """What there is to do where the database is `actual`."""
    key_constraints = installed.key_constraints(actual.columns)
    database = actual.login.database
    desired = desired_state(
        contract, database, actual.owners, key_constraints, installed.tables, installed.references
    )
    return plan(desired, actual)


def apply(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState | None = None,
    *,
    lock_timeout: str = DEFAULT_LOCK_TIMEOUT,
    passwords: Mapping[str, str] | None = None,
    set_passwords: bool = False,
    at_once: bool = False,
) -> tuple[Change, ...]:
    """Change what is to change, look again, and commit only when nothing is left to do.

    Args:
        connection: An idle connection of the administrator's: a superuser, or a role with
            CREATEROLE that owns the database. A login without CREATEROLE will do where no role
            is to change.
        contract: The schemas of this database and no others.
        installed: What the models say.
        lock_timeout: How long to wait for each lock, as PostgreSQL writes durations.
        passwords: Of login roles, given to those that this creates.
        set_passwords: Give them to roles that were there before, too.
        at_once: Whether nobody else is in this database, which is new: a superuser's changes are
            sent as one, and not looked at again.

    Raises:
        AppSchemasError: nothing was changed; the message says why.
    """
    for attempt in range(_ATTEMPTS):
        try:
            is_own = connection.info.transaction_status == TransactionStatus.IDLE
            with connection.transaction():
                if is_own:
                    connection.execute(_SEES_EVERY_COMMIT)
                connection.execute(_LIMIT, [lock_timeout])
                connection.execute(_NO_SELF_GRANT)
                return _applied(
                    connection,
                    contract,
                    installed or ModelState(),
                    passwords or {},
                    set_passwords=set_passwords,
                    at_once=at_once,
                )
        except _CONCURRENT as error:
            # Roles are the server's: an apply in another database may change the same ones.
            if attempt + 1 == _ATTEMPTS or not _is_concurrent(error):
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError  # pragma: no cover - the loop returns or raises


# Private
# -------

_ATTEMPTS: Final = 6
_ROUNDS: Final = 3
_CONCURRENT: Final = (errors.UniqueViolation, errors.DuplicateObject, errors.InternalError_)
# What a message says of a change.
_TOLD: Final = (
    errors.FeatureNotSupported,
    errors.LockNotAvailable,
    errors.InsufficientPrivilege,
    errors.ForeignKeyViolation,
)
_EMPTY_PATH: Final = "SELECT set_config('search_path', '', true)"
# A snapshot that is older than the locks would miss what was committed while they were waited for.
# https://www.postgresql.org/docs/current/transaction-iso.html
_SEES_EVERY_COMMIT: Final = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"
_LIMIT: Final = "SELECT set_config('lock_timeout', %s, true), set_config('search_path', '', true)"
# A login that has this set would stay a member of each role that it makes.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CREATEROLE-SELF-GRANT
_NO_SELF_GRANT: Final = """
SELECT pg_catalog.set_config(name, '', true)
  FROM pg_catalog.pg_settings WHERE name = 'createrole_self_grant' AND setting <> ''
"""
_ROLE: Final = SQL("SET LOCAL ROLE {}")
_PASSWORD: Final = SQL("ALTER ROLE {role} PASSWORD {verifier}")


def _applied(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState,
    passwords: Mapping[str, str],
    *,
    set_passwords: bool,
    at_once: bool,
) -> tuple[Change, ...]:
    login = read_login(connection)
    membership = TemporaryMembership(connection, contract, login)
    with _explained("the lock that keeps two applies apart", login.name):
        hold_apply_lock(connection, contract, login, membership)
    before = actual = read_catalog(connection, contract, installed)
    done: list[Change] = []
    for _ in range(_ROUNDS):
        changes = plan_of(contract, installed, actual).changes
        if not changes:
            break
        _refuse_repeats(changes, done, before.login)
        membership.require_createrole(changes)
        done += changes
        if at_once and before.login.superuser and _run_at_once(connection, changes):
            break
        for change in changes:
            membership.grant({each.role for each in change.statements} - {""}, change.acting_as)
            _run(connection, change, before.login)
        actual = read_catalog(connection, contract, installed)
    membership.revoke()
    logins = set(contract.logins) & set(passwords)
    for role in sorted(logins if set_passwords else logins - set(before.roles)):
        _set_password(connection, role, passwords[role])
    return tuple(done)


def _refuse_repeats(changes: Iterable[Change], done: Iterable[Change], login: Login) -> None:
    if again := {str(change) for change in changes} & {str(change) for change in done}:
        raise AppSchemasError(
            f"{login.name!r} may not do this, and PostgreSQL only warns of it: "
            f"{'; '.join(sorted(again))}. Nothing was changed. Apply as a superuser or as the "
            "owner of the object."
        )


def _run_at_once(connection: Connection[Any], changes: Iterable[Change]) -> bool:
    """Run many changes in one round trip; False, and nothing is done, if one of them fails."""
    script = [part for change in changes for part in _script(change.statements)]
    try:
        with connection.transaction():
            connection.execute(SQL(";\n").join(script))
    except _TOLD:
        # One after the other, it is known which.
        return False
    return True


def _run(connection: Connection[Any], change: Change, login: Login) -> None:
    locking = f", which locks {listed(change.locking)}" if change.locking else ""
    with _explained(f"{change.text}{locking}", login.name):
        connection.execute(SQL(";\n").join(_script(change.statements)))


def _script(statements: Iterable[RoleStatement]) -> Iterator[Composable]:
    for role, those in groupby(statements, key=lambda each: each.role):
        if role:
            yield _ROLE.format(Identifier(role))
        yield from (each.sql for each in those)
        if role:
            yield SQL("RESET ROLE")


@contextmanager
def _explained(what: str, login: str) -> Iterator[None]:
    try:
        yield
    except errors.LockNotAvailable:
        raise AppSchemasError(
            f"Somebody holds a lock that this needs: {what}. Nothing was changed. "
            "Run it again, or give it more time: --lock-timeout 30s"
        ) from None
    except errors.InsufficientPrivilege as error:
        raise AppSchemasError(
            f"{login!r} may not do this: {what} "
            f"({error.diag.message_primary}). Nothing was changed. Apply as a superuser, or as "
            "an owner of the database with CREATEROLE and ADMIN OPTION on the contract's roles."
        ) from None
    except errors.FeatureNotSupported as error:
        raise AppSchemasError(
            f"{error.diag.message_primary}. {error.diag.message_hint or what} Nothing was changed."
        ) from None
    except errors.ForeignKeyViolation as error:
        raise AppSchemasError(
            f"The rows do not allow it: {what} ({error.diag.message_primary}). Nothing was changed."
        ) from None


def _set_password(connection: Connection[Any], role: str, password: str) -> None:
    # The verifier is made here: the password reaches neither the server nor its log.
    verifier = connection.pgconn.encrypt_password(
        password.encode(), role.encode(), b"scram-sha-256"
    )
    connection.execute(_PASSWORD.format(role=Identifier(role), verifier=Literal(verifier.decode())))


def _is_concurrent(error: Exception) -> bool:
    return not isinstance(error, errors.InternalError_) or "concurrently" in str(error)
