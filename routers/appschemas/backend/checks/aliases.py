"""System checks of the settings: aliases, router, servers, logins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import Any, Final

from django.conf import settings
from django.core import checks
from django.db import connections, router

from appschemas.backend.session.settings import askable, leading_entry
from appschemas.backend.session.statements.errors import RoleRefused
from appschemas.conf import ENGINE, get_contract, is_engine, usable_contract
from appschemas.contract.contract import Contract
from appschemas.contract.schema import Schema
from appschemas.integrity.system_checks.documented import documented
from appschemas.routers import SearchPathRouter


@documented
def check_aliases(**kwargs: Any) -> list[checks.CheckMessage]:
    """Whether the settings give each schema its alias, engine and router."""
    if (contract := usable_contract()) is None:
        return []
    return [*_aliases(contract), *_router(contract), *_servers(contract)]


@documented
def check_logins(
    databases: Iterable[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Whether a login holds more than the contract gives it; asks the databases that are named."""
    logins = {connection.session: connection for connection in askable(databases)}
    return [problem for connection in logins.values() for problem in _login(connection)]


# Private
# -------

# What RESET ROLE gives back to whoever can send SQL.
_LOGIN: Final = """
SELECT rolname FROM pg_catalog.pg_roles
 WHERE rolname = session_user AND (rolsuper OR rolbypassrls)
"""


def _aliases(contract: Contract) -> Iterator[checks.CheckMessage]:
    for schema in contract.installed:
        if schema.alias not in settings.DATABASES:
            yield checks.Error(
                f"Schema {schema.name!r} has no alias {schema.alias!r} in DATABASES.",
                hint="DATABASES = appschemas.databases(CONTRACT, os.environ).",
                obj=schema.name,
                id="appschemas.E007",
            )
            continue
        database = connections.settings[schema.alias]
        if not is_engine(database["ENGINE"]):
            yield checks.Error(
                f"Alias {schema.alias!r} has engine {database['ENGINE']!r}.",
                hint=f'The alias of a schema needs "ENGINE": "{ENGINE}", or a '
                "backend of yours whose wrapper is a subclass of its. If "
                f"{schema.alias!r} is a database of its own, give the schema another one: alias in "
                f"[schemas.{schema.name}].",
                obj=schema.name,
                id="appschemas.E024",
            )
        if (database.get("OPTIONS") or {}).get("pool"):
            yield from _pool(schema)
        if _sets_a_path(database.get("OPTIONS") or {}):
            yield checks.Error(
                f"Alias {schema.alias!r} sets a search_path of its own in OPTIONS.",
                hint="Remove it: the session sets the path of each schema, and `public` is on "
                "nobody's.",
                obj=schema.name,
                id="appschemas.E008",
            )


def _pool(schema: Schema) -> Iterator[checks.CheckMessage]:
    kept = connections.settings[schema.alias] if schema.own else leading_entry(schema.alias)
    problems = {}
    if kept.get("CONN_MAX_AGE") != 0:
        problems[f"CONN_MAX_AGE is {kept.get('CONN_MAX_AGE')!r}"] = (
            "Leave CONN_MAX_AGE out: a connection of a pool goes back after each request."
        )
    if find_spec("psycopg_pool") is None:
        problems["psycopg-pool is not installed"] = 'pip install "psycopg[pool]".'
    for problem, hint in problems.items():
        yield checks.Error(
            f"Alias {schema.alias!r} has a connection pool in OPTIONS, and {problem}.",
            hint=f"{hint}",
            obj=schema.name,
            id="appschemas.E017",
        )


def _login(connection: Any) -> Iterator[checks.CheckMessage]:
    try:
        with connection.cursor() as cursor:
            cursor.execute(_LOGIN)
            found = cursor.fetchone()
    except RoleRefused:
        return  # The contract is not applied yet.
    if found:
        yield checks.Warning(
            f"The login {found[0]!r} of alias {connection.alias!r} is a superuser.",
            hint="Fine for setting up; a running application logs in as "
            f"{get_contract().roles.application!r}, which holds nothing itself.",
            obj=connection.alias,
            id="appschemas.W010",
        )


def _servers(contract: Contract) -> Iterator[checks.CheckMessage]:
    for schema in contract.schemas:
        needed = {*contract.referenced_by(schema), *(contract[name] for name in schema.reads)}
        for other in sorted(needed):
            if other.name not in contract.stand_ins and _server(schema) != _server(other):
                yield checks.Error(
                    f"Schema {schema.name!r} and schema {other.name!r}, whose keys or tables it "
                    "uses, are in different databases.",
                    hint="Triggers and grants reach no further than one database: give both the "
                    "same DATABASE_URL, or drop the reference.",
                    obj=schema.name,
                    id="appschemas.E015",
                )


def _server(schema: Schema) -> tuple[Any, ...]:
    database = settings.DATABASES.get(schema.alias, {})
    return tuple(database.get(key) for key in ("HOST", "PORT", "NAME"))


def _router(contract: Contract) -> Iterable[checks.CheckMessage]:
    if not any(isinstance(each, SearchPathRouter) for each in router.routers):
        yield checks.Error(
            "DATABASE_ROUTERS does not name the router of the schemas.",
            hint='DATABASE_ROUTERS = ["appschemas.routers.SearchPathRouter"].',
            id="appschemas.E014",
        )


def _sets_a_path(options: dict[str, Any]) -> bool:
    return "search_path" in str(options.get("options", ""))
