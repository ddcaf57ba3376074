"""System checks of sessions: own logins, poolers, what happens between two sessions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.conf import settings
from django.core import checks
from django.db import connections

from appschemas.backend.session.settings import REMEDY, askable, differences, sessions_of
from appschemas.backend.session.statements.errors import RoleRefused
from appschemas.conf import (
    CROSS_SESSION,
    CROSS_SESSIONS,
    DECLARED,
    SESSION,
    STATEMENT_TAGS,
    TAGS,
    TEST_DATABASES,
    cross_session,
    statement_tags,
    test_databases,
    usable_contract,
)
from appschemas.contract.contract import Contract
from appschemas.contract.poolers import POOLERS, TRANSACTION
from appschemas.contract.schema import Schema
from appschemas.integrity.system_checks.documented import documented


@documented
def check_sessions(**kwargs: Any) -> list[checks.CheckMessage]:
    """Whether each own session has its login, and no pooler can mix sessions up."""
    if (contract := usable_contract()) is None:
        return []
    return [*_one_session(contract), *_own_logins(contract), *_poolers(contract), *_setting()]


@documented
def check_poolers(
    databases: Iterable[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Whether a pooler in transaction mode is in the way that no setting tells of; asks."""
    asked = {
        connection.session: connection
        for connection in askable(databases)
        if connection.settings_dict.get("POOLER") != TRANSACTION
    }
    return [problem for connection in asked.values() for problem in _undeclared(connection)]


# Private
# -------

_DIRECT: Final = (
    "Let MIGRATOR_DATABASE_URL and ADMIN_DATABASE_URL name the server itself: its host and port, "
    "not the pooler's."
)
# What a client sets for a connection that it does not keep, by the key of OPTIONS.
_KEPT_NOWHERE: Final = {
    "assume_role": "the session acts as each schema's role by itself",
    "options": "set it with ALTER ROLE .. IN DATABASE .. SET",
    "prepare_threshold": "a statement prepared on one connection is sent to another",
}
_BACKEND: Final = "SELECT pg_catalog.pg_backend_pid()"
_TRIES: Final = 3


def _one_session(contract: Contract) -> Iterator[checks.CheckMessage]:
    for group in sessions_of(contract):
        for found in differences(group):
            if found.harmless:
                yield checks.Warning(
                    f"{found}: that of {found.first!r} holds.",
                    hint="Write one value for both, or only one of them.",
                    obj=found.other,
                    id="appschemas.W031",
                )
            else:
                yield checks.Error(f"{found}.", hint=REMEDY, obj=found.other, id="appschemas.E030")


def _own_logins(contract: Contract) -> Iterator[checks.CheckMessage]:
    for schema in contract.own_schemas:
        if schema.alias not in settings.DATABASES:
            continue  # E007 says it.
        variable = f"{schema.name.upper()}_DATABASE_URL"
        user = connections.settings[schema.alias]["USER"]
        if user == schema.login:
            continue
        found = f"logs in as {user!r}" if user else "names no login"
        sharers = [other.name for other in contract.schemas if _user(other) == user]
        if len(sharers) > 1:
            found += ", as other schemas do"
        yield checks.Error(
            f"Schema {schema.name!r} has a session of its own, and its alias {schema.alias!r} "
            f"{found}.",
            hint=f"Set {variable} to a URL with the login {schema.login!r}, which "
            f"`manage.py schema_apply --apply` makes, or remove session from "
            f"[schemas.{schema.name}].",
            obj=schema.name,
            id="appschemas.E018",
        )


def _user(schema: Schema) -> str | None:
    return settings.DATABASES.get(schema.alias, {}).get("USER")


def _poolers(contract: Contract) -> Iterator[checks.CheckMessage]:
    for schema in contract.schemas:
        if schema.alias not in settings.DATABASES:
            continue
        entry = connections.settings[schema.alias]
        for problem, hint in _problems(entry):
            yield checks.Error(
                f"Alias {schema.alias!r} {problem}.",
                hint=f"{hint}",
                obj=schema.name,
                id="appschemas.E019",
            )


def _problems(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    pooler = entry.get("POOLER")
    if pooler not in (None, *POOLERS):
        yield f"has POOLER {pooler!r}", "It is 'session' or 'transaction'."
    if pooler != TRANSACTION:
        return
    if not entry.get("DISABLE_SERVER_SIDE_CURSORS"):
        yield (
            "has a pooler in transaction mode and server-side cursors",
            'Set "DISABLE_SERVER_SIDE_CURSORS": True: a cursor stays behind on a connection that '
            "somebody else gets.",
        )
    for key, why in _KEPT_NOWHERE.items():
        if (entry.get("OPTIONS") or {}).get(key):
            yield f"has a pooler in transaction mode and OPTIONS[{key!r}]", f"Remove it: {why}."
    for job in ("MIGRATOR", "ADMIN"):
        login = entry.get(job) or {}
        server = (login.get("HOST") or entry["HOST"], login.get("PORT") or entry["PORT"])
        if login and server == (entry["HOST"], entry["PORT"]):
            yield f"has a pooler in transaction mode, and so has its {job}", _DIRECT


def _setting() -> Iterator[checks.CheckMessage]:
    if test_databases() not in (SESSION, DECLARED):
        yield checks.Error(
            f"settings.{TEST_DATABASES} is {test_databases()!r}.",
            hint=f"It is {SESSION!r} or {DECLARED!r}.",
            id="appschemas.E032",
        )
    if statement_tags() not in ("", *TAGS):
        yield checks.Error(
            f"settings.{STATEMENT_TAGS} is {statement_tags()!r}.",
            hint=f"It is one of {', '.join(map(repr, TAGS))}, or not set.",
            id="appschemas.E033",
        )
    if cross_session() not in CROSS_SESSIONS:
        yield checks.Error(
            f"settings.{CROSS_SESSION} is {cross_session()!r}.",
            hint=f"It is one of {', '.join(map(repr, CROSS_SESSIONS))}.",
            id="appschemas.E021",
        )


def _undeclared(connection: Any) -> Iterator[checks.CheckMessage]:
    other = connection.copy()
    try:
        if any(_pooled(connection, other) for _ in range(_TRIES)):
            yield checks.Error(
                f"Alias {connection.alias!r} reaches its server through a pooler in transaction "
                "mode, and its settings do not say so.",
                hint="Add ?pooler=transaction to its URL, or let the pooler have pool_mode = "
                "session for this login.",
                obj=connection.alias,
                id="appschemas.E020",
            )
    except RoleRefused:
        return  # The contract is not applied yet.
    finally:
        other.close()


def _pooled(one: Any, other: Any) -> bool:
    """Whether two open connections took turns on one of the server's: proof, where it is true."""
    return not one.in_atomic_block and _backend(one) == _backend(other)


def _backend(connection: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_BACKEND)
        pid: int = cursor.fetchone()[0]
    return pid
