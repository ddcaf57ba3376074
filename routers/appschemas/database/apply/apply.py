"""Apply: make a database what the contract asks for."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from psycopg import Connection, errors
from psycopg.pq import TransactionStatus

from appschemas.contract.contract import Contract
from appschemas.database.apply.apply_lock import hold_apply_lock
from appschemas.database.apply.at_once import make_at_once
from appschemas.database.apply.attempts import Patience, limited, retried
from appschemas.database.apply.orphans import KeysProgress
from appschemas.database.apply.planning import (
    StepProgress,
    desired_of,
    make_plan,
    plan_of,
    read_state,
    silent,
)
from appschemas.database.apply.sending import (
    NOTHING_CHANGED,
    explained,
    send,
    set_passwords,
)
from appschemas.database.apply.stepwise import ROUNDS, Stepwise, refuse_repeats
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import read_catalog, read_login
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Change
from appschemas.database.plan.needed import FOR_CHANGES, FOR_EMPTY, FOR_NEW

__all__ = ["apply", "make_plan", "plan_of", "read_state"]


def apply(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState | None = None,
    *,
    patience: Patience | None = None,
    lock_timeout: str | None = None,
    passwords: Mapping[str, str] | None = None,
    set_passwords: bool = False,
    at_once: bool = False,
    is_whole: bool = True,
    progress: KeysProgress | None = None,
    step: StepProgress = silent,
    so_far: str = NOTHING_CHANGED,
) -> tuple[Change, ...]:
    """Change what is to change, and look again until nothing is left to do.

    On an idle connection it is done in short transactions, of which each waits for locks only so
    long and is tried again; rows are read where no lock is held. In a transaction of the caller's
    it is a part of that, all or nothing.

    Args:
        connection: Of the administrator's: a superuser, or a role with CREATEROLE that owns the
            database. A login without CREATEROLE will do where no role is to change.
        contract: The schemas of this database and no others.
        installed: What the models say.
        patience: How long to wait for locks that others hold.
        lock_timeout: In place of `patience`: how long to wait for each, as PostgreSQL writes
            durations, once, with no other attempt.
        passwords: Of login roles, given to those that this creates.
        set_passwords: Give them to roles that were there before, too.
        at_once: Whether nobody else is in this database, which is new: a superuser's changes are
            sent as one, and not looked at again.
        is_whole: With `at_once`: whether nothing is to be applied after it; before that, what no
            contract asks for is not looked for.
        progress: Is told after every batch of keys that was looked up.
        step: Is told what comes next.
        so_far: What a message says where nothing was changed here, of what was before.

    Raises:
        LockNotGranted: somebody held a lock for too long; the message says who.
        AppSchemasError: the message says why, and what was changed before.
    """
    patience = patience or Patience()
    if lock_timeout is not None:
        patience = Patience(lock_timeout, retry_for=0)
    given = _Passwords(contract, passwords or {}, everybody=set_passwords)
    how = _How(at_once, is_whole or not at_once)
    is_own = connection.info.transaction_status == TransactionStatus.IDLE
    installed = installed or ModelState()
    for attempt in range(_ATTEMPTS):
        try:
            if is_own and not at_once:
                given.look(connection)
                run = Stepwise(
                    connection, contract, installed, patience, progress, step, so_far=so_far
                )
                run.run()
                run.set_passwords(given.due)
                return tuple(run.done)
            if not is_own:
                with connection.transaction(), limited(connection, patience):
                    return _applied(connection, contract, installed, given, how)
            return retried(
                connection,
                lambda: _applied(connection, contract, installed, given, how),
                patience,
                NOTHING_CHANGED,
            )
        except _CONCURRENT as error:
            if attempt + 1 == _ATTEMPTS or not _is_concurrent(error):
                raise
            time.sleep(0.05 * 2**attempt)
    raise AssertionError  # pragma: no cover - the loop returns or raises


# Private
# -------

_ATTEMPTS: Final = 6
_CONCURRENT: Final = (errors.UniqueViolation, errors.DuplicateObject, errors.InternalError_)
_ROLES: Final = "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname = ANY (%s)"


class _How(NamedTuple):
    """In one go or not, and whether it is the last one."""

    at_once: bool
    is_whole: bool


class _Passwords:
    """Which logins get one: those that are made, or all of them."""

    def __init__(
        self, contract: Contract, passwords: Mapping[str, str], *, everybody: bool
    ) -> None:
        self._known = {role: passwords[role] for role in contract.logins if role in passwords}
        self._everybody = everybody
        self.due: dict[str, str] = {}

    def look(self, connection: Connection[Any]) -> None:
        """Before anything is made."""
        if self.due or not self._known:
            return
        there = {role for (role,) in connection.execute(_ROLES, [list(self._known)])}
        self.due = {
            role: password
            for role, password in self._known.items()
            if self._everybody or role not in there
        }


def _applied(
    connection: Connection[Any],
    contract: Contract,
    installed: ModelState,
    passwords: _Passwords,
    how: _How,
) -> tuple[Change, ...]:
    login = read_login(connection)
    membership = TemporaryMembership(connection, contract, login)
    with explained("the lock that keeps two applies apart", login):
        hold_apply_lock(connection, contract, login, membership)
    passwords.look(connection)
    if how.at_once and login.superuser:
        needed = FOR_NEW if how.is_whole else FOR_EMPTY
        actual = read_catalog(connection, contract, installed, needed)
        made = make_at_once(connection, desired_of(contract, installed, actual), actual)
        if made is not None:
            return (*made, *set_passwords(connection, passwords.due))
    done: list[Change] = []
    for _ in range(ROUNDS):
        actual = read_catalog(connection, contract, installed, FOR_CHANGES)
        changes = plan_of(contract, installed, actual).changes
        if not changes:
            break
        refuse_repeats(changes, done, login)
        membership.require_createrole(changes)
        done += changes
        for change in changes:
            membership.grant({each.role for each in change.statements} - {""}, change.acting_as)
            send(connection, change.statements, change.with_locks, login)
    membership.revoke()
    return (*done, *set_passwords(connection, passwords.due))


def _is_concurrent(error: Exception) -> bool:
    """Whether the server refused it because somebody else did the same at that moment.

    Roles are the server's: an apply in another database may change the same ones.
    """
    return isinstance(error, errors.UniqueViolation | errors.DuplicateObject) or (
        isinstance(error, errors.InternalError_) and "concurrently" in str(error)
    )
