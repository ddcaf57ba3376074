"""PgBouncer, where the system has it, for as long as a test needs it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

# Neither Debian nor Ubuntu have it on everybody's PATH.
PROGRAM: Final = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
PORT: Final = 6432
# Fewer than the test's clients: they must take turns on them.
SERVER_CONNECTIONS: Final = 2


@contextmanager
def pgbouncer(
    server: Mapping[str, Any], mode: str, passwords: Mapping[str, str], pool: int, **more: Any
) -> Iterator[dict[str, str]]:
    """A PgBouncer in front of `server`; its host and port.

    Args:
        server: Where the server is, in the words of libpq.
        mode: Its `pool_mode`.
        passwords: Of the logins that may pass.
        pool: How many connections to the server each login has.
        more: Its other settings.
    """
    assert PROGRAM is not None
    user = _server_user(str(server.get("host") or ""))
    with _folder(user) as folder:
        place = [f"{key}={server[key]}" for key in ("host", "port") if server.get(key)]
        settings = {
            "unix_socket_dir": folder,
            "listen_port": PORT,
            "auth_type": "scram-sha-256",
            "auth_file": folder / "users",
            "pool_mode": mode,
            "default_pool_size": pool,
            "max_client_conn": 100,
            "log_connections": 0,
            "log_disconnections": 0,
            **more,
        }
        lines = [f"{key} = {value}" for key, value in settings.items()]
        databases = ["[databases]", f"* = {' '.join(place)}"]
        _write(folder / "users", (f'"{name}" "{word}"' for name, word in passwords.items()), user)
        _write(folder / "ini", [*databases, "[pgbouncer]", *lines], user)
        process = subprocess.Popen(
            [PROGRAM, str(folder / "ini")], stderr=subprocess.PIPE, text=True, **_as(user)
        )
        try:
            _wait_for(process, "process up")
            yield {"host": str(folder), "port": str(PORT)}
        finally:
            process.terminate()
            process.communicate()


# Private
# -------


def _server_user(host: str) -> pwd.struct_passwd:
    """Who may reach the server's socket and is not root, as whom neither program runs."""
    uid = os.geteuid()
    if uid == 0:
        uid = Path(host).stat().st_uid if host.startswith("/") else 0
    return pwd.getpwuid(uid) if uid else pwd.getpwnam("nobody")


def _as(user: pwd.struct_passwd) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def _folder(user: pwd.struct_passwd) -> Iterator[Path]:
    # Not pytest's: the path of a socket has 103 bytes at most.
    with tempfile.TemporaryDirectory(prefix="pooler-", dir="/tmp") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            os.chown(folder, user.pw_uid, user.pw_gid)
        yield folder


def _write(path: Path, lines: Any, user: pwd.struct_passwd) -> None:
    path.write_text("\n".join(lines) + "\n")
    path.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(path, user.pw_uid, user.pw_gid)


def _wait_for(process: subprocess.Popen[str], word: str) -> None:
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if word in line:
            return
    raise RuntimeError(f"PgBouncer ended: {''.join(said)}")
