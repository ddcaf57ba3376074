"""Renaming, done: one schema of a database gets another name, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection
from psycopg.rows import class_row

from appschemas.contract.schema import ENGINE_SCHEMAS
from appschemas.database.apply.apply_lock import hold_apply_lock
from appschemas.database.apply.attempts import Patience, retried
from appschemas.database.apply.planning import EMPTY_PATH
from appschemas.database.apply.sending import NOTHING_CHANGED, explained, send
from appschemas.database.apply.temporary_membership import TemporaryMembership
from appschemas.database.catalog import CatalogState, Login, read_catalog, read_login, roles_of
from appschemas.database.model_state import ModelState
from appschemas.database.plan.changes import Change, Finding
from appschemas.database.plan.renamed_routines import Routine, renamed_routines, word_of
from appschemas.database.plan.renaming import (
    Names,
    drop_checks,
    make_checks,
    rename_roles,
    rename_schema,
)
from appschemas.database.queries import queries
from appschemas.exceptions import AppSchemasError
from appschemas.integrity.constraints.marks import NOT_LOOKED_UP, bearer
from appschemas.integrity.references import KeyConstraint


@dataclass(frozen=True, slots=True)
class Renaming:
    """What there is to do, or was done, and what is left to a human.

    `is_made` says whether the schema is in the database, under whichever name.
    """

    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    is_made: bool = True


def plan_renaming(connection: Connection[Any], names: Names, installed: ModelState) -> Renaming:
    """What giving the schema its other name takes; nothing is changed.

    Args:
        connection: Any login that may connect.
        names: The schema's, and the contract before and after.
        installed: What the models say, under the old name.

    Raises:
        AppSchemasError: something of the new name is there already.
    """
    with connection.transaction():
        connection.execute(EMPTY_PATH)
        return _Run(connection, names, installed).plan()


def rename(
    connection: Connection[Any], names: Names, installed: ModelState, patience: Patience
) -> Renaming:
    """Do it, in one transaction, which is tried again while somebody's lock is in its way.

    Tables, rows and the numbers by which the server knows them stay as they are.

    Args:
        connection: An idle connection of a superuser, or of a login with CREATEROLE that may
            create schemas and administers the schema's roles.
        names: The schema's, and the contract before and after.
        installed: What the models say, under the old name.
        patience: How long to wait for locks.

    Raises:
        AppSchemasError: nothing was changed; the message says why.
    """
    return retried(
        connection, lambda: _renamed(connection, names, installed), patience, NOTHING_CHANGED
    )


def refuse_roles_elsewhere(connection: Connection[Any], names: Names) -> None:
    """Refuse where another database has something of the schema's roles, whose checks name them.

    Test databases, and what is provisioned from a template, share the roles of their project.

    Raises:
        AppSchemasError: naming the databases.
    """
    query = queries("renaming.sql")["elsewhere"]
    roles = [*names.roles, *names.roles.values()]
    if found := connection.execute(query, {"names": roles}).fetchall():
        raise AppSchemasError(
            f"Other databases of this server have the roles of schema {names.old!r}, too: "
            f"{', '.join(name for (name,) in found)}. {NOTHING_CHANGED} The roles get their new "
            "names in all of them at once: stop what runs there, rename the schema here with "
            "--share-roles, and then in each of them."
        )


# Private
# -------

# Bodies are replaced as they stand, and none is looked into: that would run what an owner has made.
# https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES
_AS_THEY_STAND: Final = "SET LOCAL check_function_bodies = off"


def _renamed(connection: Connection[Any], names: Names, installed: ModelState) -> Renaming:
    login = read_login(connection)
    membership = TemporaryMembership(connection, names.before, login)
    with explained("the lock that keeps two applies apart", login):
        hold_apply_lock(connection, names.before, login, membership)
    return _Run(connection, names, installed).run(membership)


class _Run:
    """One look at the database, and what follows from it."""

    def __init__(self, connection: Connection[Any], names: Names, installed: ModelState) -> None:
        self._connection = connection
        self._names = names
        self._login: Login = read_login(connection)
        actual = read_catalog(connection, names.before, installed)
        if actual.splitting:
            raise AppSchemasError(
                f"A split is under way, which knows schema {names.old!r} by its name. "
                f"{NOTHING_CHANGED} End it or undo it first: manage.py schema_split --status"
            )
        self._settings = actual.role_settings
        self._comments = dict(self._ask("roles", names=self._all_roles()))
        self._constraints = [
            each
            for each in installed.key_constraints(actual.columns)
            if names.old in (each.schema, each.referenced_schema)
        ]
        self._unseen = [each for each in self._constraints if _is_unseen(each, actual)]
        self._there = {name for (name,) in self._ask("schemas", names=[names.old, names.new])}
        self._refuse()

    def plan(self) -> Renaming:
        routines = list(self._routines())
        schema = rename_schema(self._names) if self._names.old in self._there else ()
        return Renaming(
            (
                *schema,
                *self._roles(),
                *make_checks(self._names, self._constraints, self._unseen),
                *(each for each in routines if isinstance(each, Change)),
            ),
            (*(each for each in routines if isinstance(each, Finding)), *self._others()),
            bool(self._there),
        )

    def run(self, membership: TemporaryMembership) -> Renaming:
        names, found = self._names, self.plan()
        membership.require_createrole(found.changes)
        self._connection.execute(_AS_THEY_STAND)
        self._send(drop_checks(names, self._constraints), membership)
        if names.old in self._there:
            owner = names.before[names.old].owner
            membership.grant({owner}, inherited={owner})
            self._send(rename_schema(names), membership)
        membership.revoke()
        self._send(self._roles(), membership)
        # The roles of after, from here on.
        membership = TemporaryMembership(self._connection, names.after, self._login)
        self._send(make_checks(names, self._constraints, self._unseen), membership)
        self._send((each for each in self._routines() if isinstance(each, Change)), membership)
        membership.revoke()
        return found

    # Private
    # -------

    def _roles(self) -> Iterator[Change]:
        return rename_roles(self._names, self._comments, self._settings, self._login)

    def _send(self, changes: Iterable[Change], membership: TemporaryMembership) -> None:
        for change in changes:
            membership.grant({each.role for each in change.statements} - {""})
            send(self._connection, change.statements, change.with_locks, self._login)

    def _ask(self, query: str, **values: Any) -> list[Any]:
        return self._connection.execute(queries("renaming.sql")[query], values).fetchall()

    def _all_roles(self) -> list[str]:
        return [*roles_of(self._names.before), *self._names.roles.values()]

    def _refuse(self) -> None:
        names = self._names
        if {names.old, names.new} <= self._there:
            raise AppSchemasError(
                f"Schema {names.new!r} is there already, beside {names.old!r}. {NOTHING_CHANGED} "
                "Drop it if it is empty, or choose another name."
            )
        for old, new in names.roles.items():
            if old in self._comments and new in self._comments:
                raise AppSchemasError(
                    f"Role {new!r} is there already, beside {old!r}. {NOTHING_CHANGED} "
                    f"Drop it if nobody needs it (DROP OWNED BY ..; DROP ROLE ..), or choose "
                    "another name."
                )

    def _routines(self) -> Iterator[Change | Finding]:
        names = self._names
        with self._connection.cursor(row_factory=class_row(Routine)) as cursor:
            words = {"engine_schemas": list(ENGINE_SCHEMAS), "word": word_of(names.old)}
            routines = cursor.execute(queries("renaming.sql")["routines"], words).fetchall()
        relations = {name for (name,) in self._ask("relations", names=[names.old, names.new])}
        owners = {*roles_of(names.before), *roles_of(names.after)}
        return renamed_routines(routines, names.old, names.new, relations, owners)

    def _others(self) -> Iterator[Finding]:
        logins = [*self._names.before.logins, *self._names.after.logins]
        for of, setting in self._ask("settings", word=word_of(self._names.old), logins=logins):
            yield Finding(
                "",
                f"{of} starts with {setting}, which does not follow",
                f"set it anew with {self._names.new} in place of {self._names.old}",
                kind="settings",
            )


def _is_unseen(constraint: KeyConstraint, actual: CatalogState) -> bool:
    """Whether rows are there that nobody has looked at: the check waits for it, or is missing."""
    function = actual.functions.get((*bearer(constraint), ""))
    return function is None or function.comment.endswith(NOT_LOOKED_UP)
