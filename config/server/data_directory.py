"""The data directory: made by initdb, and configured anew at every start."""

from __future__ import annotations

import os
import pwd
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from config.server.errors import ServerError
from config.server.operating_system_user import ServerUser
from config.server.programs import VERSIONS
from config.server.socket_directory import socket_directory

ADMINISTRATOR: Final = "postgres"
_HEADING: Final = "# Written by config/server/data_directory.py at every start.\n"
# Text sorts by code point and upper() knows every letter; from 17 on without the system's help.
_BUILTIN_LOCALE: Final = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
_SYSTEM_LOCALE: Final = ("--locale=C", "--lc-ctype=C.UTF-8")
_LOCALE_PROVIDER_SINCE: Final = 17


@dataclass(frozen=True, slots=True)
class DataDirectory:
    """Where the files of one server are, and whether they must outlive a crash of the machine."""

    path: Path
    durable: bool

    def version(self) -> int | None:
        """The major version that made it; None where nothing did."""
        file = self.path / "PG_VERSION"
        return int(file.read_text()) if file.exists() else None

    def create(self, programs: Path, version: int, user: ServerUser) -> None:
        """Make it, unless it is there.

        Raises:
            ServerError: it is another major version's, or initdb failed.
        """
        match self.version():
            case None:
                self._initdb(programs, version, user)
            case found if found != version:
                way = f"say POSTGRES={found}" if found in VERSIONS else f"dump it with {found}"
                raise ServerError(
                    f"The data in {self.path} is of PostgreSQL {found}, the embedded server is "
                    f"PostgreSQL {version}: {way} if you need it, else `make clean`."
                )

    def configure(self, user: ServerUser) -> None:
        """Write its settings and who may come in."""
        me = pwd.getpwuid(os.geteuid()).pw_name
        settings = [
            f"unix_socket_directories = '{socket_directory(self.path, make=user)}'",
            "listen_addresses = ''",
            "max_connections = 200",
        ]
        if not self.durable:
            settings += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
            # Tests and benchmarks follow what others publish.
            settings += ["wal_level = logical"]
        for name, lines in {
            "project.conf": settings,
            "pg_hba.conf": [
                f"local all {ADMINISTRATOR} peer map=me",
                "local all all scram-sha-256",
            ],
            "pg_ident.conf": [f"me {name} {ADMINISTRATOR}" for name in {me, user.name}],
        }.items():
            path = self.path / name
            path.write_text(_HEADING + "\n".join(lines) + "\n")
            user.own(path)

    # Private
    # -------

    def _initdb(self, programs: Path, version: int, user: ServerUser) -> None:
        # The directory gets its name when it is whole, so half of one is never taken for one.
        new = self.path.with_name(f"{self.path.name}.new")
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(self.path, ignore_errors=True)
        new.mkdir(mode=0o700)
        user.own(new)
        made = user.run(
            programs / "bin" / "initdb",
            *("-D", new, "-U", ADMINISTRATOR, "--encoding=UTF8"),
            *(_BUILTIN_LOCALE if version >= _LOCALE_PROVIDER_SINCE else _SYSTEM_LOCALE),
            *("--auth-local=peer", "--auth-host=reject"),
            *(() if self.durable else ("--no-sync",)),
            capture_output=True,
            cwd="/",
        )
        if made.returncode:
            raise ServerError(f"initdb failed: {made.stderr.strip()}")
        with (new / "postgresql.conf").open("a") as settings:
            settings.write("include 'project.conf'\n")
        new.rename(self.path)
