"""The logins of the reference project, kept in `.local/env`."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

import psycopg
from dotenv import dotenv_values

from appschemas.contract.contract import Contract

OLDEST: Final = 15
_SCHEMES: Final = ("postgres", "postgresql", "pgsql")
_LOGIN: Final = ("user", "password")
_WANTED: Final = "postgresql://user:password@host:5432/name"


class LoginError(Exception):
    """DATABASE_URL is of no use for this; the message is for the user and holds no password."""


def checked(url: str) -> str:
    """The URL, in the spelling that libpq knows.

    Raises:
        LoginError: it is no PostgreSQL URL, or it names no database.
    """
    scheme, separator, rest = url.partition("://")
    if not separator or scheme not in _SCHEMES:
        shown = f"{scheme[:20]}://..." if separator else "a value without a scheme"
        raise LoginError(f"DATABASE_URL must be a PostgreSQL URL ({_WANTED}), not {shown}")
    url = f"postgresql://{rest}"
    try:
        parts = urlsplit(url)
        name, _port = parts.path.lstrip("/"), parts.port
        psycopg.conninfo.conninfo_to_dict(url)
    except (ValueError, psycopg.Error):
        # What these say may quote the URL, and with it the password.
        raise LoginError(
            f"DATABASE_URL cannot be read; wanted {_WANTED}, "
            "with special characters of the password percent-encoded."
        ) from None
    if not name:
        raise LoginError("DATABASE_URL names no database; add /name at its end.")
    return url


def administrator(url: str) -> psycopg.Connection:
    """Connect as the administrator, who makes roles.

    Raises:
        LoginError: nobody answers, the role may not make roles, or the server is too old.
    """
    try:
        connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.OperationalError as error:
        said = str(error).strip().splitlines()[0]
        raise LoginError(f"DATABASE_URL cannot be reached: {said}") from None
    row = connection.execute(
        "SELECT rolname, rolsuper OR rolcreaterole FROM pg_catalog.pg_roles"
        " WHERE rolname = current_user"
    ).fetchone()
    name, may_create_roles = row or ("?", False)
    version = connection.info.server_version // 10_000
    if version < OLDEST:
        connection.close()
        raise LoginError(f"PostgreSQL {OLDEST} or later is needed; DATABASE_URL's is {version}.")
    if not may_create_roles:
        connection.close()
        raise LoginError(
            f"{name!r} of DATABASE_URL may not create roles; give an administrator's URL here "
            "(superuser or CREATEROLE). The project then works through logins of its own."
        )
    return connection


def kept(path: Path, admin_url: str, contract: Contract) -> dict[str, str]:
    """The administrator's URL, and those of the logins whose passwords are made once."""
    before = {
        name: value for name, value in dotenv_values(path, interpolate=False).items() if value
    }
    logins = {
        "DATABASE_URL": contract.roles.application,
        "MIGRATOR_DATABASE_URL": contract.roles.migrator,
        **{f"{each.name.upper()}_DATABASE_URL": each.login for each in contract.own_schemas},
    }
    urls = {name: _as(admin_url, login, before.get(name)) for name, login in logins.items()}
    urls["ADMIN_DATABASE_URL"] = admin_url
    if before != {**before, **urls}:
        _write(path, {**before, **urls})
    return urls


# Private
# -------


def _as(admin_url: str, login: str, before: str | None) -> str:
    """The same server and database, for this login with the password that it had."""
    parts = urlsplit(admin_url)
    known = urlsplit(before).password if before else None
    password = unquote(known) if known else secrets.token_urlsafe(24)
    _, _, place = parts.netloc.rpartition("@")
    options = [(name, value) for name, value in parse_qsl(parts.query) if name not in _LOGIN]
    return urlunsplit(
        parts._replace(
            netloc=f"{quote(login)}:{quote(password, safe='')}@{place}",
            query=urlencode(options, quote_via=quote),
        )
    )


def _write(path: Path, values: dict[str, str]) -> None:
    """Replace the file at once, readable by its owner only from the first byte on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write("# Written by `make up`; the environment's DATABASE_URL goes before it.\n")
        file.writelines(f"{name}={_quoted(value)}\n" for name, value in values.items())
    new.replace(path)


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
