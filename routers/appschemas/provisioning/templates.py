"""Templates: provisioned databases that are kept on the server, to be cloned.

A template is named by its fingerprint. It is built under another name and renamed when it is
whole, so that what a killed build leaves is never taken for one; advisory locks keep two builds of
the same template apart, and a template from being dropped while it is cloned.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import psycopg
from django.db import DatabaseError, connections
from psycopg import Connection, errors
from psycopg.sql import SQL, Identifier, Literal

from appschemas.database.servers import Database, admin_connection, databases_of
from appschemas.exceptions import AppSchemasError, ProvisioningError
from appschemas.provisioning.aliases import (
    StepProgress,
    aliases_pointed_at,
    repoint_aliases,
    silent,
)
from appschemas.provisioning.fingerprints import fingerprint

# What the backend's creation asks for.
__all__ = [
    "clone",
    "copy",
    "databases_of",
    "drop",
    "exists",
    "is_ours",
    "maintenance",
    "provide",
    "silent",
]

MAINTENANCE: Final = "postgres"


@dataclass(frozen=True, slots=True)
class DatabaseStamp:
    """What the COMMENT of a template, and of each of its clones, says.

    `project` is the same for all templates of one project and subset, of which one is kept.
    """

    fingerprint: str
    project: str

    @property
    def template(self) -> str:
        """The name of the template."""
        return f"appschemas_{self.fingerprint}"

    @property
    def unfinished(self) -> str:
        """Its name while it is built."""
        return f"{_UNFINISHED}{self.fingerprint}"

    @property
    def lock(self) -> int:
        """The number of its advisory lock."""
        return int(self.fingerprint[:7], 16)

    def __str__(self) -> str:
        facts = {"fingerprint": self.fingerprint, "project": self.project}
        return f"{_PREFIX}{json.dumps(facts)}"

    @classmethod
    def parse(cls, comment: str | None) -> DatabaseStamp | None:
        """The mark in a COMMENT, or None."""
        if not comment or not comment.startswith(_PREFIX):
            return None
        try:
            return cls(**json.loads(comment.removeprefix(_PREFIX)))
        except (TypeError, ValueError):
            return None


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
        if keep and _comment(server, name) == str(stamp):
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


def stamp_of(database: Database, server: Connection[Any]) -> DatabaseStamp:
    """The mark that a database has which is made now."""
    contract = database.contract
    settings = connections[database.alias].settings_dict
    project = _digest(contract.roles, settings["NAME"], [each.name for each in contract.installed])
    return DatabaseStamp(
        _digest(fingerprint(contract, server.info.server_version), project), project
    )


def clone(server: Connection[Any], source: str, target: str) -> None:
    """Copy a database, and what TEMPLATE does not copy: privileges on it, settings of roles in it.

    https://www.postgresql.org/docs/current/manage-ag-templatedbs.html
    """
    names = {"source": Identifier(source), "target": Identifier(target)}
    _wait_until_left(server, source)
    server.execute(_CLONE.format(**names))
    statements = server.execute(_NOT_COPIED, {"source": source, "target": target}).fetchall()
    # Bytes: psycopg takes a str only where it is a literal of the program.
    script = ";".join(statement for (statement,) in statements)
    if script:
        server.execute(script.encode())


def copy(server: Connection[Any], source: str, target: str, *, keep: bool = False) -> None:
    """Clone a test database with its mark; one of the same making is left alone with `keep`."""
    comment = _comment(server, source)
    if keep and comment is not None and _comment(server, target) == comment:
        return
    drop(server, target)
    clone(server, source, target)
    if stamp := DatabaseStamp.parse(comment):
        _comment_on(server, target, stamp)


def is_ours(server: Connection[Any], name: str) -> bool:
    """Whether the database of that name was made here, of whatever models."""
    return DatabaseStamp.parse(_comment(server, name)) is not None


def exists(server: Connection[Any], name: str) -> bool:
    """Whether there is a database of that name."""
    found = server.execute("SELECT FROM pg_catalog.pg_database WHERE datname = %s", [name])
    return found.fetchone() is not None


def drop(server: Connection[Any], name: str) -> None:
    """Drop a database, whoever is still connected to it."""
    server.execute(_DROP_NOW.format(Identifier(name)))


@contextmanager
def maintenance(alias: str) -> Iterator[Connection[Any]]:
    """The administrator's connection, outside of all databases that are made and dropped.

    Raises:
        ProvisioningError: whatever PostgreSQL refuses in the block, in one sentence.
    """
    with _connected(alias) as connection:
        try:
            yield connection
        except (psycopg.Error, DatabaseError) as error:
            cause = error if isinstance(error, psycopg.Error) else error.__cause__
            if message := _explained(cause, connection.info.user):
                raise ProvisioningError(message) from error
            raise


# Private
# -------

_PREFIX: Final = "appschemas template "
_UNFINISHED: Final = "appschemas_building_"
# WAL_LOG, the default, needs no checkpoint, which waits for everybody's writes.
_CREATE: Final = SQL("CREATE DATABASE {}")
_CLONE: Final = SQL("CREATE DATABASE {target} TEMPLATE {source}")
_DROP_NOW: Final = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
_RENAME: Final = SQL("ALTER DATABASE {old} RENAME TO {new}")
_CLOSE: Final = SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false")
_COMMENT_ON: Final = SQL("COMMENT ON DATABASE {name} IS {text}")
# A template can be built again, so its build need not wait for the disk.
_HURRY: Final = SQL("ALTER DATABASE {} SET synchronous_commit = off")
_NO_HURRY: Final = SQL("ALTER DATABASE {} RESET synchronous_commit")

_COMMENT: Final = """
SELECT pg_catalog.shobj_description(oid, 'pg_database')
  FROM pg_catalog.pg_database WHERE datname = %s
"""
_MARKED: Final = """
SELECT datname, pg_catalog.shobj_description(oid, 'pg_database')
  FROM pg_catalog.pg_database
 WHERE starts_with(datname, 'appschemas_')
"""
# Settings that are lists are kept as SQL, all others as values.
_NOT_COPIED: Final = """
WITH source AS (SELECT oid, datacl FROM pg_catalog.pg_database WHERE datname = %(source)s),
setting AS (
  SELECT r.rolname, each.name, each.value
    FROM source
    JOIN pg_catalog.pg_db_role_setting s ON s.setdatabase = source.oid
    LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole,
    LATERAL (SELECT pg_catalog.split_part(one, '=', 1),
                    pg_catalog.substr(one, pg_catalog.strpos(one, '=') + 1)
               FROM pg_catalog.unnest(s.setconfig) one) each(name, value)
)
SELECT pg_catalog.format('REVOKE ALL ON DATABASE %%I FROM PUBLIC', %(target)s::text)
  FROM source WHERE datacl IS NOT NULL
UNION ALL
SELECT pg_catalog.format('GRANT %%s ON DATABASE %%I TO %%s',
         pg_catalog.string_agg(a.privilege_type, ', '), %(target)s::text,
         coalesce(pg_catalog.quote_ident(r.rolname), 'PUBLIC'))
  FROM source
 CROSS JOIN LATERAL pg_catalog.aclexplode(source.datacl) a
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
 GROUP BY r.rolname
UNION ALL
SELECT CASE WHEN rolname IS NULL THEN pg_catalog.format('ALTER DATABASE %%I', %(target)s::text)
            ELSE pg_catalog.format('ALTER ROLE %%I IN DATABASE %%I', rolname, %(target)s::text)
       END || pg_catalog.format(' SET %%I TO ', name) ||
       CASE WHEN name IN ('search_path', 'temp_tablespaces', 'session_preload_libraries',
                          'local_preload_libraries')
            THEN value ELSE pg_catalog.quote_literal(value) END
  FROM setting
"""
_CONNECTED: Final = "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = %s"
_LOCK: Final = {
    (True, True): "SELECT pg_catalog.pg_advisory_lock_shared(%s, %s)",
    (True, False): "SELECT pg_catalog.pg_advisory_unlock_shared(%s, %s)",
    (False, True): "SELECT pg_catalog.pg_advisory_lock(%s, %s)",
    (False, False): "SELECT pg_catalog.pg_advisory_unlock(%s, %s)",
}
_TRY_LOCK: Final = "SELECT pg_catalog.pg_try_advisory_lock(%s, %s)"
_ATTEMPTS: Final = 5
_PATIENCE: Final = 5.0
# Connection exceptions and operator intervention; a lost connection has no code at all.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_AWAY: Final = frozenset({"080", "57P"})
_LOCK_CLASS: Final = 7_041_776


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _explained(error: BaseException | None, login: str) -> str | None:
    said = str(error).strip().partition("\n")[0]
    match error:
        case errors.InsufficientPrivilege():
            return (
                f"{login!r} may not do this: {said}. Test databases need a login with CREATEDB and "
                f'CREATEROLE: ALTER ROLE "{login}" CREATEDB CREATEROLE; or name another one in '
                "ADMIN_DATABASE_URL."
            )
        case errors.DiskFull():
            return (
                f"The server's disk is full: {said}. What was begun is removed; make room, or drop "
                "databases that nobody needs, such as test_* and appschemas_*."
            )
        case psycopg.OperationalError() if (error.sqlstate or "57P")[:3] in _AWAY:
            return f"The server went away: {said}. Nothing half-made is used: run it again."
    return None


@contextmanager
def _connected(alias: str) -> Iterator[Connection[Any]]:
    own = connections[alias].settings_dict["NAME"]
    try:
        context = admin_connection(alias, MAINTENANCE)
        connection = context.__enter__()
    except AppSchemasError:
        # Nobody has to have a database of that name.
        context = admin_connection(alias, own)
        connection = context.__enter__()
    with connection:
        yield connection


def _close(database: Database) -> None:
    for alias in database.aliases:
        connections[alias].close()


def _refuse_maintenance(name: str) -> None:
    if name == MAINTENANCE:
        raise ProvisioningError(f"{name!r} is where other databases are made from: name another.")


def _comment(server: Connection[Any], name: str) -> str | None:
    row = server.execute(_COMMENT, [name]).fetchone()
    return row[0] if row else None


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
                if _comment(server, stamp.template) == str(stamp):
                    clone(server, stamp.template, name)
                    _comment_on(server, name, stamp)
                    return
        with _locked(server, stamp, shared=False):
            if rebuild or _comment(server, stamp.template) != str(stamp):
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
        _wait_until_left(server, new)
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
    """Make a database with everything in it; it gets its mark when it is whole."""
    # A run that finds its template has no need of all that builds one.
    from appschemas.provisioning.build import provision

    server.execute(_CREATE.format(Identifier(name)))
    try:
        server.execute(_HURRY.format(Identifier(name)))
        with aliases_pointed_at(database, name):
            provision(database, progress)
        server.execute(_NO_HURRY.format(Identifier(name)))
        _comment_on(server, name, stamp)
    except BaseException:
        if not server.broken:
            drop(server, name)
        raise


def _drop_stale(server: Connection[Any], stamp: DatabaseStamp) -> None:
    """Drop the project's templates of before, and what killed builds left, unless in use."""
    for name, comment in server.execute(_MARKED).fetchall():
        other = DatabaseStamp.parse(comment)
        if name.startswith(_UNFINISHED):
            other = DatabaseStamp(name.removeprefix(_UNFINISHED), stamp.project)
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


def _comment_on(server: Connection[Any], name: str, stamp: DatabaseStamp) -> None:
    text = Literal(str(stamp))
    server.execute(_COMMENT_ON.format(name=Identifier(name), text=text))


def _wait_until_left(server: Connection[Any], name: str) -> None:
    """PostgreSQL itself looks every 100 ms whether a backend that was just closed has ended."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        row = server.execute(_CONNECTED, [name]).fetchone()
        if row is None or not row[0]:
            return
        time.sleep(0.002)
