"""A managed service: no superuser, but a DBA, the migrator and the application as three logins."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import CommandError, call_command
from psycopg.sql import SQL, Identifier, Literal

from config.server import programs
from tests.tools.own_project import PASSWORD, TEXT, Project, connections_of, dropped


@dataclass(frozen=True)
class Service(Project):
    """The tiny project on a server where nobody but the test is a superuser."""

    folder: Path = Path()

    @property
    def dba(self) -> str:
        return f"{self.database}_dba"

    @property
    def group(self) -> str:
        """Whose the database is, where managed services have it so."""
        return f"{self.database}_group"

    @property
    def migrator(self) -> str:
        return self.contract.roles.migrator

    @property
    def application(self) -> str:
        return self.contract.roles.application

    @property
    def sql(self) -> Path:
        """The folder that is rendered."""
        return self.folder / "sql"

    @contextmanager
    def administered_by(self, login: str) -> Iterator[None]:
        """The commands' administrator is this login."""
        environ = {**self.environ(), "ADMIN_DATABASE_URL": self.url(login)}
        with connections_of(self.path, environ):
            yield

    def render(self) -> None:
        """What `schema_sql` writes."""
        with self.installed():
            call_command("schema_sql", output=self.sql, verbosity=0)

    def psql(self, file: str, *variables: str, login: str = "") -> str:
        """What psql prints of a file of sql/ that it runs as a login; it must succeed."""
        done = self.attempt(file, *variables, login=login)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def attempt(
        self, file: str, *variables: str, login: str = "", options: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """The same, where it may fail."""
        arguments = [f"--set={each}" for each in variables]
        return subprocess.run(
            [
                psql(),
                "--no-psqlrc",
                *arguments,
                "--file",
                self.sql / file,
                self.url(login or self.dba),
            ],
            env={**_environment(), "PGOPTIONS": options},
            capture_output=True,
            text=True,
            check=False,
        )

    def let_in(self) -> None:
        """Give the contract's logins their passwords, as the DBA does with \\password."""
        with self.administrator() as connection:
            for login in self.contract.logins:
                connection.execute(_PASSWORD.format(Identifier(login), Literal(PASSWORD)))

    def migrate(self) -> None:
        """Let the migrator migrate, with no other login at hand."""
        with self.administered_by(self.migrator):
            call_command("migrate", verbosity=0, interactive=False)

    def verified(self, login: str, **options: Any) -> list[str]:
        """What schema_verify prints for a login, and its exit code at the end."""
        out = StringIO()
        with self.administered_by(login):
            try:
                call_command(
                    "schema_verify", stdout=out, stderr=StringIO(), no_color=True, **options
                )
                code = 0
            except CommandError as error:
                code = error.returncode
        return [*out.getvalue().splitlines(), f"exit {code}"]


@contextmanager
def service(
    server: Mapping[str, Any], folder: Path, name: str, *, owner: str = "dba", text: str = TEXT
) -> Iterator[Service]:
    """An empty database of that name and its DBA; all of it is dropped at the end.

    Args:
        server: The superuser's login, as psycopg takes it.
        folder: Where the contract and sql/ are written.
        name: Of the database, and the prefix of all roles.
        owner: Whose the database is: the "dba"'s, that of a "group" with the DBA in it as managed
            services have it, or a "stranger"'s who lets the DBA create in it.
        text: The contract.
    """
    text = text.replace('"engine_app"', f'"{name}_app"')
    text = text.replace('"engine_migrator"', f'"{name}_migrator"\nprefix = "{name}_"')
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    made = Service(path, name, server, folder)
    names = {
        "dba": Identifier(made.dba),
        "owner": Identifier(made.dba if owner == "dba" else f"{name}_{owner}"),
        "database": Identifier(name),
        "password": Literal(PASSWORD),
    }
    with psycopg.connect(**{**server, "dbname": "postgres", "autocommit": True}) as maintenance:
        dropped(maintenance, name)
        try:
            maintenance.execute(_DBA.format(**names))
            if owner != "dba":
                maintenance.execute(_OWNER.format(**names))
            if owner == "group":
                maintenance.execute(_MEMBER.format(**names))
            maintenance.execute(_DATABASE.format(**names))
            if owner == "stranger":
                maintenance.execute(_CREATE.format(**names))
            yield made
        finally:
            dropped(maintenance, name)


def psql() -> Path:
    """The newest psql, which talks to every server."""
    return programs.folder(programs.INSTALLED) / "bin" / "psql"


# Private
# -------

_DBA = SQL("CREATE ROLE {dba} LOGIN CREATEROLE CREATEDB NOSUPERUSER PASSWORD {password}")
_OWNER = SQL("CREATE ROLE {owner} LOGIN NOSUPERUSER PASSWORD {password}")
_MEMBER = SQL("GRANT {owner} TO {dba}")
_DATABASE = SQL("CREATE DATABASE {database} OWNER {owner}")
_CREATE = SQL("GRANT CREATE ON DATABASE {database} TO {dba}")
_PASSWORD = SQL("ALTER ROLE {} PASSWORD {}")


def _environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("PG")}
