"""Forks: Python commands, each a process of its own that need not import the libraries first.

Tests start hundreds of them, and most of what such a process does is to import Django. Here a
server has done so, and forks for each command: the child gets its arguments, its folder and its
environment, and begins as the interpreter would. The engine has been imported, too, as far as each
of its commands imports it first; but not for pytest, which rewrites the asserts of its plugins.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO, Final

SERVER: Final = Path(__file__).with_name("fork_server.py")
ENGINE: Final = (
    "appschemas.apps",
    "appschemas.backend.postgresql.base",
    "appschemas.management.commands.check",
    "appschemas.management.commands.migrate",
    "appschemas.provisioning.test_databases",
    "appschemas.replay.executor",
)


def run(
    command: Sequence[object],
    *,
    environ: Mapping[str, str],
    cwd: Path | str | None = None,
    given: str = "",
) -> subprocess.CompletedProcess[str]:
    """What subprocess.run() gives that captures both outputs as text.

    Args:
        command: Python's; one with options for the interpreter is started as ever.
        environ: Its environment, all of it.
        cwd: Its folder.
        given: What it finds on its standard input.
    """
    program, *argv = map(str, command)
    is_script = bool(argv) and (argv[0] in ("-c", "-m") or not argv[0].startswith("-"))
    if program != sys.executable or not is_script or _of_python(environ) != _of_python(os.environ):
        return subprocess.run(
            [program, *argv],
            cwd=cwd,
            env=dict(environ),
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
    with ExitStack() as files:
        request, read, output, errors = (
            files.enter_context(tempfile.TemporaryFile("w+")) for _ in range(4)
        )
        folder = str(cwd or Path.cwd())
        json.dump({"argv": argv, "cwd": folder, "environ": dict(environ)}, request)
        read.write(given)
        for file in (request, read):
            file.seek(0)
        # Pytest rewrites the asserts of a plugin, and a folder may have an engine of its own.
        is_own = argv[:2] == ["-m", "pytest"] or Path(folder, "appschemas").is_dir()
        modules = () if is_own else ENGINE
        status = _ended(_server(os.getpid(), modules), request, read, output, errors)
        output.seek(0)
        errors.seek(0)
        return subprocess.CompletedProcess([program, *argv], status, output.read(), errors.read())


# Private
# -------

_STATUS: Final = 16


@cache
def _server(process: int, modules: tuple[str, ...]) -> str:
    """Where a fork server of this process listens; it is started when it is first needed."""
    folder = tempfile.mkdtemp(prefix="forks")
    address = f"{folder}/socket"
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    server = subprocess.Popen(
        [sys.executable, SERVER, address, *modules],
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    assert server.stdout.readline() == b"ready\n"
    atexit.register(_end, server, folder)
    return address


def _end(server: subprocess.Popen[bytes], folder: str) -> None:
    server.communicate()
    shutil.rmtree(folder, ignore_errors=True)


def _ended(address: str, *files: IO[str]) -> int:
    """Have it run, and wait for its status; that of one that was killed as subprocess has it."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(address)
        socket.send_fds(client, [b"run"], [file.fileno() for file in files])
        status = client.recv(_STATUS)
    return int(status) if status else -signal.SIGKILL


def _of_python(environ: Mapping[str, str]) -> dict[str, str]:
    """What the interpreter reads when it starts, but for its path."""
    return {
        name: value
        for name, value in environ.items()
        if name.startswith("PYTHON") and name != "PYTHONPATH"
    }
