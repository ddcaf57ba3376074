"""The embedded server: started, stopped and found again."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote

from config.paths import LOCAL
from config.server import postmaster, programs
from config.server.data_directory import ADMINISTRATOR, DataDirectory
from config.server.errors import ServerError
from config.server.operating_system_user import ServerUser
from config.server.socket_directory import SOCKET, record_of, socket_directory

DATA: Final = LOCAL / "pgdata"


@dataclass(frozen=True, slots=True)
class Server:
    """An embedded server and its data directory.

    Args:
        data: The data directory; it need not be there.
        durable: Whether it is safe from a crash of the machine; faster where it is not.
        version: PostgreSQL's major version; by default the one that POSTGRES names.

    Raises:
        ServerError: POSTGRES names none that there is.
    """

    data: Path = DATA
    durable: bool = True
    version: int = field(default_factory=programs.chosen)

    def start(self) -> str:
        """Start it, mending what a killed start left behind; returns its URL.

        Raises:
            ServerError: it does not start, or its programs cannot be had.
        """
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            if not self.running():
                found = programs.folder(self.version)
                user = ServerUser.of(self.data)
                user.let_in(self.data, found)
                user.may_run(found / "bin" / "postgres", package=found.parent)
                directory = self._directory()
                directory.create(found, self.version, user)
                self._end_orphans()
                directory.configure(user)
                self._launch(user)
        return self.url()

    def stop(self) -> bool:
        """Stop it; False when it did not run. Open connections are closed.

        Raises:
            ServerError: it does not stop.
        """
        if not self.data.exists():
            return False
        with self._lock():
            if not self.running():
                self._end_orphans()
                return False
            stopped = self._pg_ctl(ServerUser.of(self.data), "stop", "--mode=fast")
            if stopped:
                raise ServerError(f"The server of {self.data} does not stop: {stopped}")
        return True

    def running(self) -> bool:
        """Whether its postmaster lives."""
        return postmaster.running(self.data)

    def url(self, database: str = "postgres") -> str:
        """The administrator's URL."""
        host = quote(str(socket_directory(self.data)), safe="")
        return f"postgresql://{ADMINISTRATOR}@{host}/{database}"

    def remove(self) -> None:
        """Stop it and delete its data."""
        self.stop()
        directory = socket_directory(self.data)
        if directory != self.data:
            shutil.rmtree(directory, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        record_of(self.data).unlink(missing_ok=True)

    # Private
    # -------

    def _directory(self) -> DataDirectory:
        return DataDirectory(self.data, self.durable)

    @contextmanager
    def _lock(self) -> Iterator[None]:
        with self.data.with_name(f"{self.data.name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _end_orphans(self) -> None:
        postmaster.end_orphans(self.data, socket_directory(self.data) / f"{SOCKET}.lock")

    def _launch(self, user: ServerUser) -> None:
        log = self.data / "log"
        if self._pg_ctl(user, "start", f"--log={log}", "--timeout=120"):
            last = log.read_text().splitlines()[-5:] if log.exists() else []
            raise ServerError(f"The server of {self.data} does not start:\n" + "\n".join(last))

    def _pg_ctl(self, user: ServerUser, action: str, *options: str) -> str:
        """What pg_ctl complains about; empty when it did it."""
        # What runs is stopped by its own pg_ctl, whatever POSTGRES says by then.
        version = self._directory().version() or self.version
        # A file and not a pipe: the server would hold the pipe open for as long as it lives.
        with tempfile.TemporaryFile("w+") as output:
            done = user.run(
                programs.folder(version) / "bin" / "pg_ctl",
                *(action, "-D", str(self.data), "--silent", *options),
                stdout=output,
                stderr=output,
                cwd="/",
            )
            output.seek(0)
            said = output.read().strip() or f"exit code {done.returncode}"
            return said if done.returncode else ""
