"""Templates: provisioned databases that are kept on the server, to be cloned.

A template is named by its fingerprint. It is built under another name and renamed when it is
whole, so that what a killed build leaves is never taken for one; advisory locks keep two builds of
the same template apart, and a template from being dropped while it is cloned.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db import connections
from psycopg import Connection
from psycopg.sql import SQL, Identifier

from appschemas.database.apply.planning import StepProgress, silent
from appschemas.database.servers import Database
from appschemas.exceptions import ProvisioningError
from appschemas.provisioning.clone import clone
from appschemas.provisioning.databases import (
    MAINTENANCE,
    aliases_pointed_at,
    comment_of,
    comment_on,
    create,
    drop,
    maintenance,
    repoint_aliases,
    wait_until_left,
)
from appschemas.provisioning.fingerprints import UNFINISHED, DatabaseStamp, stamp_of


def provide(
    database: Database,
    name: str,
    *,
    keep: bool = False,
    template: bool = True,
    rebuild: bool = False,
    progress: StepProgress = silent,
) -> bool:
    """Let the server have a database `name` with everything in it, and point the aliases at it.

    Args:
        database: Whose aliases and contract; they name its server and its logins.
        name: Of the database; what has that name now is dropped.
        keep: Leave it alone, rows and all, when it is of the same making.
        template: Clone a template, which is built first where there is none.
        rebuild: Build the template anew, even if one is there.
        progress: Is told each step.

    Returns:
        Whether what was there was kept.

    Raises:
        AppSchemasError: the server is away or full, or a login lacks a right.
    """
    with maintenance(database.alias) as server:
        stamp = stamp_of(database, server)
        if keep and comment_of(server, name) == str(stamp):
            repoint_aliases(database, name)
            return True
        _refuse_maintenance(name)
        _close(database)
        drop(server, name)
        if template:
            _clone_template(server, database, stamp, name, rebuild=rebuild, progress=progress)
        else:
            _build(server, database, stamp, name, progress)
    repoint_aliases(database, name)
    return False


def is_ours(server: Connection[Any], name: str) -> bool:
    """Whether the database of that name was made here, of whatever models."""
    return DatabaseStamp.parse(comment_of(server, name)) is not None


# Private
# -------

_RENAME: Final = SQL("ALTER DATABASE {old} RENAME TO {new}")
_CLOSE: Final = SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false")
# A template can be built again, so its build need not wait for the disk.
_HURRY: Final = SQL("ALTER DATABASE {} SET synchronous_commit = off")
_NO_HURRY: Final = SQL("ALTER DATABASE {} RESET synchronous_commit")

_MARKED: Final = """
SELECT datname, pg_catalog.shobj_description(oid, 'pg_database')
  FROM pg_catalog.pg_database
 WHERE starts_with(datname, 'appschemas_')
"""
_LOCK: Final = {
    (True, True): "SELECT pg_catalog.pg_advisory_lock_shared(%s, %s)",
    (True, False): "SELECT pg_catalog.pg_advisory_unlock_shared(%s, %s)",
    (False, True): "SELECT pg_catalog.pg_advisory_lock(%s, %s)",
    (False, False): "SELECT pg_catalog.pg_advisory_unlock(%s, %s)",
}
_TRY_LOCK: Final = "SELECT pg_catalog.pg_try_advisory_lock(%s, %s)"
_ATTEMPTS: Final = 5
_LOCK_CLASS: Final = 7_041_776


def _close(database: Database) -> None:
    for alias in database.aliases:
        connections[alias].close()


def _refuse_maintenance(name: str) -> None:
    if name == MAINTENANCE:
        raise ProvisioningError(f"{name!r} is where other databases are made from: name another.")


def _clone_template(
    server: Connection[Any],
    database: Database,
    stamp: DatabaseStamp,
    name: str,
    *,
    rebuild: bool,
    progress: StepProgress,
) -> None:
    for _ in range(_ATTEMPTS):
        if not rebuild:
            with _locked(server, stamp, shared=True):
                if comment_of(server, stamp.template) == str(stamp):
                    clone(server, stamp.template, name)
                    comment_on(server, name, str(stamp))
                    return
        with _locked(server, stamp, shared=False):
            if rebuild or comment_of(server, stamp.template) != str(stamp):
                _build_template(server, database, stamp, progress)
                _drop_stale(server, stamp)
        rebuild = False
    raise ProvisioningError(
        f"The template {stamp.template} is dropped by somebody else each time that it is built."
    )


def _build_template(
    server: Connection[Any], database: Database, stamp: DatabaseStamp, progress: StepProgress
) -> None:
    new = stamp.unfinished
    drop(server, new)
    _build(server, database, stamp, new, progress)
    try:
        server.execute(_CLOSE.format(Identifier(new)))
        drop(server, stamp.template)
        wait_until_left(server, new)
        server.execute(_RENAME.format(old=Identifier(new), new=Identifier(stamp.template)))
    except Exception:
        if not server.broken:
            drop(server, new)
        raise


def _build(
    server: Connection[Any],
    database: Database,
    stamp: DatabaseStamp,
    name: str,
    progress: StepProgress,
) -> None:
    """Make a database with everything in it; it gets its stamp when it is whole."""
    from appschemas.provisioning.build import provision  # noqa: PLC0415 - start-up: most runs find a template

    create(server, name)
    try:
        server.execute(_HURRY.format(Identifier(name)))
        with aliases_pointed_at(database, name):
            provision(database, progress)
        server.execute(_NO_HURRY.format(Identifier(name)))
        comment_on(server, name, str(stamp))
    except BaseException:
        if not server.broken:
            drop(server, name)
        raise


def _drop_stale(server: Connection[Any], stamp: DatabaseStamp) -> None:
    """Drop the project's templates of before, and what killed builds left, unless in use."""
    for name, comment in server.execute(_MARKED).fetchall():
        other = DatabaseStamp.parse(comment)
        if name.startswith(UNFINISHED):
            other = DatabaseStamp(name.removeprefix(UNFINISHED), stamp.project)
            is_stale = other.unfinished == name
        else:
            is_stale = (
                other is not None and other.template == name and other.project == stamp.project
            )
        if other is None or not is_stale or other.fingerprint == stamp.fingerprint:
            continue
        row = server.execute(_TRY_LOCK, [_LOCK_CLASS, other.lock]).fetchone()
        if row and row[0]:
            drop(server, name)
            server.execute(_LOCK[False, False], [_LOCK_CLASS, other.lock])


@contextmanager
def _locked(server: Connection[Any], stamp: DatabaseStamp, *, shared: bool) -> Iterator[None]:
    server.execute(_LOCK[shared, True], [_LOCK_CLASS, stamp.lock])
    try:
        yield
    finally:
        if not server.broken:
            server.execute(_LOCK[shared, False], [_LOCK_CLASS, stamp.lock])
