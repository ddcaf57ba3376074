"""DATABASES from URLs: one alias per schema of the contract, one server unless a schema says so."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import dj_database_url

from appschemas.contract.contract import Contract
from appschemas.contract.poolers import POOLERS, TRANSACTION
from appschemas.contract.schema import DEFAULT_ALIAS, Schema
from appschemas.contract.subset import chosen, shrunk
from appschemas.exceptions import AppSchemasError, DatabaseUrlError

# The one that names PostgreSQL, which settings of many projects look for, is what is written.
ENGINE: Final = "appschemas.backend.postgresql"
ENGINES: Final = (ENGINE, "appschemas.backend")
# Where the wrapper is that an engine of a project's own is a subclass of.
WRAPPER: Final = ("appschemas.backend.base", "DatabaseWrapper")
MISCONFIGURED: Final = "appschemas.backend.misconfigured"
VARIABLE: Final = "DATABASE_URL"
_OR: Final = " or "
_SCHEMES: Final = ("postgres", "postgresql", "pgsql")
_NO_DATABASE: Final = "django.db.backends.dummy"
# Where no URL is given, libpq's own defaults: the local socket, the user of this process.
_DEFAULT: Final = "postgresql:///appschemas"


def databases(
    contract: Contract | Path | str, environ: Mapping[str, str], *, engine: str = ENGINE
) -> dict[str, Any]:
    """Django's `DATABASES`: an alias for each schema, or for each of the subset in `APPSCHEMAS`.

    Args:
        contract: The contract, or its path.
        environ: `DATABASE_URL` is the application's login; `MIGRATOR_DATABASE_URL` that of
            `migrate` and `ADMIN_DATABASE_URL` that of `schema_apply`, both the same by default;
            `<SCHEMA>_DATABASE_URL` overrides `DATABASE_URL` for one schema. Each may say
            `?pooler=session` or `?pooler=transaction`.
        engine: A backend of your own, a subclass of
            `appschemas.backend.postgresql.base.DatabaseWrapper`.

    Settings that raise leave every command with a traceback. What is wrong with the contract, the
    subset or a URL is told by `check` (E001) instead, and by whatever asks the database.
    """
    try:
        found = read_databases(contract, environ)
    except AppSchemasError as error:
        return {DEFAULT_ALIAS: {"ENGINE": MISCONFIGURED, "ERROR": str(error)}}
    for entry in found.values():
        if entry["ENGINE"] == ENGINE:
            entry["ENGINE"] = engine
    return found


def read_databases(contract: Contract | Path | str, environ: Mapping[str, str]) -> dict[str, Any]:
    """The same, for those who handle what is wrong themselves.

    Raises:
        ContractError: the contract cannot be read.
        SubsetError: `APPSCHEMAS` names a schema that is not there.
        DatabaseUrlError: a URL is no PostgreSQL URL; the message holds no password.
    """
    if not isinstance(contract, Contract):
        if not Path(contract).exists():
            # `schema_contract --write` must run without; whatever asks a database fails.
            return {DEFAULT_ALIAS: {"ENGINE": _NO_DATABASE}}
        contract = Contract.load(contract)
    contract = shrunk(contract, chosen())
    shared = _parsed(VARIABLE, environ.get(VARIABLE) or _DEFAULT)
    logins = {
        job: _parsed(f"{job}_{VARIABLE}", environ[f"{job}_{VARIABLE}"])
        for job in ("MIGRATOR", "ADMIN")
        if environ.get(f"{job}_{VARIABLE}")
    }
    # Those who hold keys come before those whose keys they hold: `flush` goes in this order.
    return {
        schema.alias: _entry(schema, shared, logins, environ)
        for schema in reversed(contract.installed)
    }


@cache
def is_engine(name: str | None) -> bool:
    """Whether an `ENGINE` is this package's, or one whose wrapper is a subclass of its own."""
    if name in ENGINES or not name or name.startswith("django."):
        return name in ENGINES
    try:
        wrapper = import_module(f"{name}.base").DatabaseWrapper
    except ImportError:
        # Django says so, and better, when the alias is asked for.
        return False
    return is_subclass(wrapper)


def is_subclass(wrapper: type[Any]) -> bool:
    """Whether a wrapper is a project's own, on top of this package's."""
    return WRAPPER in ((each.__module__, each.__name__) for each in wrapper.__mro__[1:])


# Private
# -------

_LOGIN_KEYS: Final = ("USER", "PASSWORD", "HOST", "PORT")


def _entry(
    schema: Schema,
    shared: dict[str, Any],
    logins: dict[str, dict[str, Any]],
    environ: Mapping[str, str],
) -> dict[str, Any]:
    variable = f"{schema.name.upper()}_{VARIABLE}"
    own = environ.get(variable)
    entry = _parsed(variable, own) if own else deepcopy(shared)
    here = (entry["HOST"], entry["PORT"], entry["NAME"])
    for job, login in logins.items():
        if not own or here == (shared["HOST"], shared["PORT"], shared["NAME"]):
            entry[job] = {key: login[key] for key in _LOGIN_KEYS}
    return entry


def _parsed(variable: str, url: str) -> dict[str, Any]:
    scheme, separator, _ = url.partition("://")
    if not separator or scheme not in _SCHEMES:
        # Without a separator it may all be a password.
        found = f"not {scheme[:20]}://..." if separator else "and it has no scheme."
        raise DatabaseUrlError(
            f"{variable} must be a PostgreSQL URL such as "
            f"postgresql://user:password@host:5432/name, {found}"
        )
    try:
        parsed: dict[str, Any] = dict(dj_database_url.parse(url, engine=ENGINE))
    except ValueError:
        # What it says may quote the URL, and with it the password.
        raise DatabaseUrlError(
            f"{variable} cannot be read; wanted postgresql://user:password@host:5432/name, "
            "with special characters of the password percent-encoded."
        ) from None
    if not parsed["NAME"]:
        raise DatabaseUrlError(f"{variable} names no database; add /name at its end.")
    options = parsed.setdefault("OPTIONS", {})
    if pooler := options.pop("pooler", None):
        if pooler not in POOLERS:
            raise DatabaseUrlError(f"{variable}: pooler is {_OR.join(POOLERS)}, not {pooler!r}.")
        parsed["POOLER"] = pooler
        if pooler == TRANSACTION:
            # A cursor WITH HOLD stays behind on a connection that somebody else gets.
            parsed["DISABLE_SERVER_SIDE_CURSORS"] = True
    return parsed
