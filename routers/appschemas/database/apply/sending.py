"""Sending: statements as their roles, and what the server refuses, told to a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from itertools import groupby
from typing import Any, Final

from psycopg import Connection, errors
from psycopg.sql import SQL, Composable, Identifier, Literal

from appschemas.database.catalog import Login
from appschemas.database.plan.changes import Action, Change, quoted
from appschemas.exceptions import AppSchemasError, LockNotGranted
from appschemas.integrity.constraints.ddl import RoleStatement

NOTHING_CHANGED: Final = "Nothing was changed."
# Somebody was waited for too long, or he waited for us as well. Autovacuum may be one of those: it
# waits for the transaction that has changed the row of its table in pg_class, as a GRANT does, and
# that waits for it where it locks the table afterwards.
LOCKED: Final = (errors.LockNotAvailable, errors.DeadlockDetected)
# What a message says of a change.
TOLD: Final = (
    *LOCKED,
    errors.DependentObjectsStillExist,
    errors.FeatureNotSupported,
    errors.InsufficientPrivilege,
    errors.ForeignKeyViolation,
)

# https://www.postgresql.org/docs/current/errcodes-appendix.html
NO_ROOM: Final = (errors.DiskFull, errors.ConfigurationLimitExceeded)


def script(statements: Iterable[RoleStatement]) -> Iterator[Composable]:
    """The statements, with a change of role where the role changes."""
    for role, those in groupby(statements, key=lambda each: each.role):
        if role:
            yield _ROLE.format(Identifier(role))
        yield from (each.sql for each in those)
        if role:
            yield SQL("RESET ROLE")


def send(
    connection: Connection[Any],
    statements: Iterable[RoleStatement],
    what: str,
    login: Login,
    so_far: str = NOTHING_CHANGED,
) -> None:
    """Run statements in one round trip; `what` they do is said where they cannot.

    Raises:
        AppSchemasError: the server refuses them; it ends in `so_far`.
    """
    statements = list(statements)
    roles = {each.role for each in statements} - {""}
    with explained(what, login, so_far, acting=roles):
        connection.execute(SQL(";\n").join(script(statements)))


@contextmanager
def explained(
    what: str, login: Login, so_far: str = NOTHING_CHANGED, acting: Set[str] = frozenset()
) -> Iterator[None]:
    """Tell what the server refuses as one message.

    Args:
        what: It was about.
        login: Whose session it is.
        so_far: What was changed before.
        acting: The roles as which it is done.

    Raises:
        AppSchemasError: in place of psycopg's errors.
    """
    try:
        yield
    except LOCKED as error:
        waited = isinstance(error, errors.LockNotAvailable)
        raise LockNotGranted(
            what,
            f"Somebody holds a lock that this needs{'' if waited else ', and waits for this'}: "
            f"{what}. {so_far} "
            f"Run it again{', or give it more time: --lock-timeout 30s' if waited else '.'}",
        ) from None
    except errors.InsufficientPrivilege as error:
        role = login.name if len(acting) != 1 or not login.superuser else next(iter(acting))
        raise AppSchemasError(
            f"{role!r} may not do this: {what} "
            f"({error.diag.message_primary}). {so_far} {_way_of(login, acting)}"
        ) from None
    except errors.FeatureNotSupported as error:
        raise AppSchemasError(
            f"{error.diag.message_primary}. {error.diag.message_hint or what} {so_far}"
        ) from None
    except errors.DependentObjectsStillExist as error:
        raise AppSchemasError(
            f"Something depends on what this would drop: {what} ({error.diag.message_detail}). "
            f"{so_far} manage.py schema_verify says what to type."
        ) from None
    except NO_ROOM as error:
        raise AppSchemasError(
            f"The server has no room for it: {what} ({error.diag.message_primary}). {so_far} "
            "Make room, then run it again."
        ) from None
    except errors.ForeignKeyViolation as error:
        said = ". ".join(filter(None, (error.diag.message_primary, error.diag.message_detail)))
        raise AppSchemasError(
            f"The rows do not allow it: {what} ({said.rstrip('.')}). {so_far} "
            "Mend the row, then run it again."
        ) from None


def set_passwords(connection: Connection[Any], passwords: Mapping[str, str]) -> list[Change]:
    """Give login roles their passwords: what the server gets is the verifier of each.

    Neither the server nor its log sees a password
    (https://www.postgresql.org/docs/current/auth-password.html).
    """
    for role, password in sorted(passwords.items()):
        verifier = connection.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        )
        connection.execute(
            _PASSWORD.format(role=Identifier(role), verifier=Literal(verifier.decode()))
        )
    return [
        Change("", Action.ALTER, f"set the password of {role}", (), of_roles=True)
        for role in sorted(passwords)
    ]


# Private
# -------


def _way_of(login: Login, acting: Set[str]) -> str:
    """How it may be done: a superuser lacks no right, but a role may as which he does it."""
    as_whom = (
        "Apply as a superuser, or as an owner of the database with CREATEROLE and ADMIN OPTION on "
        "the contract's roles."
    )
    whose = quoted(*acting) if len(acting) == 1 else "<the owner of the table that it is one of>"
    partition = (
        "If it names a partition that somebody else has made: ALTER TABLE <its schema>.<its name> "
        f"OWNER TO {whose}"
    )
    if not acting:
        return as_whom
    return partition if login.superuser else f"{as_whom} {partition}"


_ROLE: Final = SQL("SET LOCAL ROLE {}")
_PASSWORD: Final = SQL("ALTER ROLE {role} PASSWORD {verifier}")
