"""The tiny project in a database and with logins of its own, papers with an own session or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from psycopg.sql import SQL, Identifier

from appschemas import Contract, databases

TEXT = Path(settings.APPSCHEMAS_CONTRACT).read_text(encoding="utf-8")
PASSWORD = "open sesame"
# Those who hold keys come first.
TABLES = (
    "reviews.reviews_review",
    "papers.papers_section",
    "papers.papers_paper",
    "people.people_person",
    "engine_platform.django_admin_log",
    "engine_platform.django_session",
    "engine_platform.auth_user",
    "engine_platform.auth_group",
)


@dataclass(frozen=True)
class Project:
    """A contract in its file, and the server's place in the words of libpq."""

    path: Path
    database: str
    server: Mapping[str, Any]

    @property
    def contract(self) -> Contract:
        return Contract.load(self.path)

    def url(self, login: str, password: str = PASSWORD, **options: str) -> str:
        """The URL of a login; `host` and `port` may be a pooler's, `database` is this one's."""
        place = {key: str(self.server.get(key) or "") for key in ("host", "port")}
        place |= {key: options.pop(key) for key in ("host", "port") if key in options}
        database = options.pop("database", self.database)
        port = f":{place['port']}" if place["port"] else ""
        user = f"{quote(login)}:{quote(password, safe='')}"
        query = f"?{urlencode(options)}" if options else ""
        return f"postgresql://{user}@{quote(place['host'], safe='')}{port}/{database}{query}"

    def environ(self, **options: str) -> dict[str, str]:
        """The URLs of the application, of its own sessions, and of who prepares the database."""
        contract = self.contract
        own = {
            f"{schema.name.upper()}_DATABASE_URL": self.url(schema.login, **options)
            for schema in contract.own_schemas
        }
        admin = str(self.server.get("user") or ""), str(self.server.get("password") or "")
        return own | {
            "DATABASE_URL": self.url(contract.roles.application, **options),
            "MIGRATOR_DATABASE_URL": self.url(contract.roles.migrator),
            "ADMIN_DATABASE_URL": self.url(*admin),
        }

    @contextmanager
    def installed(self, *, as_administrator: bool = False, **options: str) -> Iterator[None]:
        """Django's connections are those of this project, with `options` in their URLs.

        `as_administrator` they all log in as the server's superuser, as on a developer's machine.
        """
        environ = self.environ(**options)
        if as_administrator:
            environ = {"DATABASE_URL": environ["ADMIN_DATABASE_URL"]}
        with connections_of(self.path, environ):
            yield

    def empty(self) -> None:
        """Delete every row that a test has committed."""
        with self.administrator() as connection:
            for table in TABLES:
                connection.execute(SQL("DELETE FROM {}").format(Identifier(*table.split("."))))

    def administrator(self) -> psycopg.Connection[Any]:
        return psycopg.connect(**{**self.server, "dbname": self.database, "autocommit": True})


@contextmanager
def own_project(
    server: Mapping[str, Any], folder: Path, name: str, *, own: bool = True
) -> Iterator[Project]:
    """The project on a server, applied and migrated; dropped at the end with its roles.

    Args:
        server: The administrator's login, as psycopg takes it.
        folder: Where the contract is written.
        name: Of the database, and the prefix of all roles.
        own: Whether papers has its own session.
    """
    text = TEXT.replace('"engine_app"', f'"{name}_app"')
    text = text.replace('"engine_migrator"', f'"{name}_migrator"\nprefix = "{name}_"')
    if own:
        text = text.replace("[schemas.papers]", '[schemas.papers]\nsession = "own"')
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    project = Project(path, name, server)
    with psycopg.connect(**{**server, "dbname": "postgres", "autocommit": True}) as maintenance:
        dropped(maintenance, name)
        maintenance.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        try:
            with project.installed():
                call_command("schema_apply", apply=True, verbosity=0)
                call_command("migrate", verbosity=0, interactive=False)
                call_command("schema_apply", apply=True, verbosity=0)
            yield project
        finally:
            dropped(maintenance, name)


@contextmanager
def connections_of(path: Path, environ: Mapping[str, str]) -> Iterator[None]:
    """Django's connections are those of a contract and of the URLs in `environ`."""
    with (
        override_settings(APPSCHEMAS_CONTRACT=path),
        _connections(databases(path, environ)),
    ):
        yield


def dropped(maintenance: psycopg.Connection[Any], name: str) -> None:
    """Drop the database of that name and the roles whose names begin with it."""
    maintenance.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
    found = "SELECT rolname FROM pg_catalog.pg_roles WHERE starts_with(rolname, %s)"
    if roles := [Identifier(role) for (role,) in maintenance.execute(found, [f"{name}_"])]:
        maintenance.execute(SQL("DROP ROLE {}").format(SQL(", ").join(roles)))


# Private
# -------


@contextmanager
def _connections(wanted: dict[str, Any]) -> Iterator[None]:
    before = {alias: connections[alias] for alias in connections}
    settings_before = connections.settings
    for alias, connection in before.items():
        connection.close()
        del connections[alias]
    connections.settings = connections.configure_settings(wanted)
    try:
        yield
    finally:
        for alias in connections:
            connections[alias].close()
            del connections[alias]
        connections.settings = settings_before
        for alias, connection in before.items():
            connections[alias] = connection
