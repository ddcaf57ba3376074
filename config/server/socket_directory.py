"""Where the server's socket lies: a path that is short enough."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Final

from config.server.operating_system_user import ServerUser

SOCKET: Final = ".s.PGSQL.5432"
# sun_path holds 104 bytes on macOS and 108 on Linux, its final zero included.
_LONGEST: Final = 103


def socket_directory(data: Path, *, make: ServerUser | None = None) -> Path:
    """The data directory; where its path is too long, a private one that is written down.

    Args:
        data: The data directory.
        make: Make that private one, for this user; without, the one that was written down.
    """
    path = str(data / SOCKET)
    if len(os.fsencode(path)) <= _LONGEST and not set(path) & set(" ,'\"\\"):
        return data
    record = record_of(data)
    directory = Path(record.read_text()) if record.exists() else None
    if make is None:
        return directory or data
    if directory is None or not _is_private(directory, make):
        directory = Path(tempfile.mkdtemp(prefix="appschemas-", dir="/tmp"))
        make.own(directory)
        record.write_text(str(directory))
    return directory


def record_of(data: Path) -> Path:
    """The file that has the path of the private one."""
    return data.with_name(f"{data.name}.socket")


# Private
# -------


def _is_private(directory: Path, user: ServerUser) -> bool:
    try:
        found = directory.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == user.uid and not found.st_mode & 0o077
