"""The operating system's user that the embedded server runs as: PostgreSQL refuses to be root."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_NAME: Final = "embedded_postgres"


@dataclass(frozen=True, slots=True)
class ServerUser:
    """Who owns the data directory and runs the server."""

    name: str
    uid: int
    gid: int

    @classmethod
    def of(cls, data: Path) -> ServerUser:
        """This process's user; for root, the owner of the data, or a user made for it."""
        uid = os.geteuid()
        if uid == 0 and data.exists():
            uid = data.stat().st_uid
        entry = pwd.getpwuid(uid) if uid else _made()
        return cls(entry.pw_name, entry.pw_uid, entry.pw_gid)

    def run(self, *command: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run a program as this user, in an environment that does not depend on the caller's."""
        if os.geteuid() == 0:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return subprocess.run(  # noqa: S603 - programs of this package, no shell
            [str(part) for part in command],
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            **options,
        )

    def own(self, path: Path) -> None:
        """Give a file or directory that root made to this user."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)

    def let_in(self, *paths: Path) -> None:
        """Where root works in a directory of its own, let this user pass (not list) the way."""
        if os.geteuid() != 0:
            return
        for prefix in sorted({prefix for path in paths for prefix in path.parents}):
            mode = prefix.stat().st_mode
            if not mode & stat.S_IXOTH and prefix.stat().st_uid != self.uid:
                prefix.chmod(mode | stat.S_IXOTH)
                print(f"chmod o+x {prefix}: the server runs as {self.name}", file=sys.stderr)

    def may_run(self, program: Path, *, package: Path) -> None:
        """Make the package readable where root's umask hid it."""
        if os.geteuid() == 0 and not self._runs(program):
            for path in (package, *package.rglob("*")):
                path.chmod(path.stat().st_mode | stat.S_IROTH)
                if path.is_dir() or path.stat().st_mode & stat.S_IXUSR:
                    path.chmod(path.stat().st_mode | stat.S_IXOTH)

    # Private
    # -------

    def _runs(self, program: Path) -> bool:
        try:
            return self.run(program, "--version", capture_output=True, cwd="/").returncode == 0
        except OSError:
            return False


def _made() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(_NAME)
    except KeyError:
        useradd = ["useradd", "--system", "--no-create-home", "--shell", "/bin/sh", _NAME]
        try:
            subprocess.run(useradd, check=True, capture_output=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            # No useradd, or not here: the user whom every system has.
            return pwd.getpwnam("nobody")
        return pwd.getpwnam(_NAME)
