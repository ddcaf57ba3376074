"""Session settings: what the aliases of one session must agree in, and what is merged.

`DATABASES` has an entry an alias, and a session is one connection: an entry may say how it is
made, and none may say alone what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from appschemas.conf import get_contract, is_engine
from appschemas.contract.contract import Contract
from appschemas.contract.schema import DEFAULT_ALIAS
from appschemas.exceptions import AppSchemasError


class SessionConflict(AppSchemasError, ImproperlyConfigured):
    """Aliases that the contract puts into one session cannot be one connection."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two aliases of one session that say different things; `what` is a key of their entries.

    One that is `harmless` is settled by `first`, whose value holds.
    """

    first: str
    other: str
    what: str
    harmless: bool = False

    def __str__(self) -> str:
        return (
            f"Aliases {self.first!r} and {self.other!r} share one session by the contract, and "
            f"differ in {self.what}"
        )


def refuse_conflicts(alias: str) -> None:
    """Before the session of `alias` is connected: no entry may say alone what the session is.

    Raises:
        SessionConflict: naming the aliases and the key.
    """
    for found in _conflicts(alias):
        raise SessionConflict(f"{found}. {REMEDY}")


def askable(databases: Iterable[str] | None) -> Iterator[Any]:
    """The wrappers of `databases` that a system check may ask: the engine's, and no session's
    whose aliases are in conflict, which another check says."""
    for alias in databases or ():
        connection = connections[alias]
        if is_engine(connection.settings_dict["ENGINE"]) and not any(_conflicts(alias)):
            yield connection


def merged_options(alias: str) -> dict[str, Any]:
    """The `OPTIONS` that any alias of the session may give for all, by libpq's names."""
    merged: dict[str, Any] = {}
    for group in sessions_of(get_contract()):
        if alias in group:
            for entry in reversed(group.values()):
                options = entry.get("OPTIONS") or {}
                merged |= {key: options[key] for key in _MERGED if key in options}
    return merged


def pool_options(alias: str) -> Any:
    """`OPTIONS["pool"]`, which any alias of the session may give for all; None for no pool."""
    for group in sessions_of(get_contract()):
        if alias in group:
            given = ((entry.get("OPTIONS") or {}).get(_POOL) for entry in group.values())
            return next((each for each in given if each), None)
    return None


def leading_entry(alias: str) -> Mapping[str, Any]:
    """The entry of `DATABASES` that holds where those of the session differ harmlessly."""
    for group in sessions_of(get_contract()):
        if alias in group:
            return next(iter(group.values()))
    return connections[alias].settings_dict


def sessions_of(contract: Contract) -> list[dict[str, Mapping[str, Any]]]:
    """The shared sessions: each its aliases, that of the platform first, with their entries.

    What is on another server, or in another database, is a session of its own.
    """
    groups: dict[tuple[str, ...], dict[str, Mapping[str, Any]]] = {}
    shared = [schema.alias for schema in contract.installed if not schema.own]
    for alias in sorted(shared, key=lambda each: each != DEFAULT_ALIAS):
        entry = connections.settings.get(alias)
        if entry is not None and is_engine(entry.get("ENGINE")):
            groups.setdefault(_place(entry), {})[alias] = entry
    return list(groups.values())


def test_name(alias: str) -> str | None:
    """The name of the test database that an alias of the same database gives, the platform's first.

    A schema with a session of its own is in it, too.
    """
    place = _place(connections.settings[alias])
    given = [each.alias for each in get_contract().installed if each.alias in connections.settings]
    given.sort(key=lambda each: each != DEFAULT_ALIAS)
    entries = (connections.settings[each] for each in given)
    names = ((entry.get("TEST") or {}).get("NAME") for entry in entries if _place(entry) == place)
    return next((name for name in names if name), None)


def differences(group: Mapping[str, Mapping[str, Any]]) -> Iterator[Difference]:
    """What the entries of one session differ in, each against those before it."""
    entries = list(group.items())
    first, leading = entries[0]
    for other, entry in entries[1:]:
        yield from (
            Difference(first, other, key)
            for key in _SAME
            if (leading.get(key) or "") != (entry.get(key) or "")
        )
        yield from (
            Difference(first, other, key, harmless=True)
            for key in _LEADING
            if leading.get(key) != entry.get(key)
        )
    options = {alias: entry.get("OPTIONS") or {} for alias, entry in entries}
    for key in dict.fromkeys(key for given in options.values() for key in given):
        yield from _option_differs(key, options)


REMEDY: Final = (
    "Write it into the entries of both, as DATABASE_URL does, or leave it out; or give one "
    'of the schemas a session of its own in the contract: session = "own".'
)


def server_of(settings_dict: dict[str, Any]) -> tuple[Any, ...]:
    """What makes two aliases one connection."""
    keys = ("HOST", "PORT", "NAME", "USER", "PASSWORD", "POOLER")
    return tuple(str(settings_dict.get(key) or "") for key in keys)


def login_parameters(login: dict[str, Any]) -> dict[str, Any]:
    """What psycopg is told of another login than that of the alias."""
    names = {"USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {names[key]: value for key, value in login.items() if key in names and value}


# Private
# -------

_SAME: Final = (
    "HOST",
    "PORT",
    "USER",
    "PASSWORD",
    "POOLER",
    "TIME_ZONE",
    "AUTOCOMMIT",
    "MIGRATOR",
)
# How long a connection is kept: the platform's entry says it for all.
_LEADING: Final = ("CONN_MAX_AGE", "CONN_HEALTH_CHECKS")
# How a connection is made, and not what it is.
# https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
_HARMLESS: Final = frozenset(
    {
        "application_name",
        "connect_timeout",
        "fallback_application_name",
        "keepalives",
        "keepalives_count",
        "keepalives_idle",
        "keepalives_interval",
        "tcp_user_timeout",
    }
)
# How a server proves who it is, and a client: one entry may say it for all, two only the same.
_PROOF: Final = frozenset(
    {
        "channel_binding",
        "gssencmode",
        "passfile",
        "require_auth",
        "requirepeer",
        "ssl_max_protocol_version",
        "ssl_min_protocol_version",
        "sslcert",
        "sslcrl",
        "sslcrldir",
        "sslkey",
        "sslmode",
        "sslnegotiation",
        "sslpassword",
        "sslrootcert",
    }
)
_MERGED: Final = _HARMLESS | _PROOF
_POOL: Final = "pool"
# Names of this machine: one server has them all.
_HERE: Final = ("", "localhost", "127.0.0.1", "::1")
_PORT: Final = "5432"


def _conflicts(alias: str) -> Iterator[Difference]:
    for group in sessions_of(get_contract()):
        if alias in group:
            yield from (found for found in differences(group) if not found.harmless)


def _place(entry: Mapping[str, Any]) -> tuple[str, ...]:
    host = str(entry.get("HOST") or "")
    return (
        "" if host in _HERE else host,
        str(entry.get("PORT") or _PORT),
        str(entry.get("NAME") or ""),
    )


def _option_differs(key: str, options: Mapping[str, Mapping[str, Any]]) -> Iterator[Difference]:
    what = f"OPTIONS[{key!r}]"
    has = [alias for alias, given in options.items() if key in given]
    if key not in {*_MERGED, _POOL} and (lacks := [alias for alias in options if alias not in has]):
        yield Difference(has[0], lacks[0], what)
        return
    for other in has[1:]:
        if options[other][key] != options[has[0]][key]:
            yield Difference(has[0], other, what, harmless=key in _HARMLESS)
