"""The fork server: a process that has imported the libraries, and becomes what it is asked for.

    python fork_server.py SOCKET [MODULE...]

SOCKET is the path at which it listens for `tests.tools.forks`; it imports the modules as well. It
ends with its standard input.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import runpy
import selectors
import signal
import socket
import sys
import threading
import traceback
import types
from pathlib import Path
from typing import Final

# What the processes of projects import, and nobody changes: no settings, and nothing of a plugin,
# in which pytest rewrites the asserts.
LIBRARIES: Final = (
    "dj_database_url",
    "django.contrib.admin",
    "django.core.mail",
    "django.core.management.commands.migrate",
    "django.core.servers.basehttp",
    "django.db.backends.postgresql.base",
    "django.db.migrations.autodetector",
    "django.template.backends.django",
    "django.test",
    "psycopg",
    "pydantic.main",
    "pytest",
    "tomlkit",
)
_WORD: Final = 16


def main(address: str, *modules: str) -> None:
    """Fork for everyone who asks, until nobody can any more."""
    path = sys.path[1:]
    sys.path[0] = str(Path(__file__).resolve().parents[2] / "routers")
    for module in (*LIBRARIES, *modules):
        importlib.import_module(module)
    # What no child is to copy.
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGCHLD, lambda *_: _reap())
    with (
        socket.socket(socket.AF_UNIX) as door,
        selectors.DefaultSelector() as waiting,
    ):
        door.bind(address)
        door.listen(64)
        waiting.register(door, selectors.EVENT_READ)
        waiting.register(sys.stdin, selectors.EVENT_READ)
        print("ready", flush=True)
        while all(key.fileobj is door for key, _ in waiting.select()):
            client, _ = door.accept()
            with client:
                _, ends, *_ = socket.recv_fds(client, _WORD, 4)
                if os.fork() == 0:
                    door.close()
                    waiting.close()
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    _become(*ends, path=path, client=client)
                for end in ends:
                    os.close(end)


# Private
# -------


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


def _become(request: int, *ends: int, path: list[str], client: socket.socket) -> None:
    """Be the process that is asked for, and say its status at the end; a killed one says none."""
    with os.fdopen(request) as file:
        asked = json.load(file)
    for number, end in enumerate(ends):
        os.dup2(end, number)
        os.close(end)
    os.environ.clear()
    os.environ.update(asked["environ"])
    os.chdir(asked["cwd"])
    status = _status(asked["argv"], path)
    client.send(str(status).encode())
    os._exit(status & 255)


def _status(argv: list[str], path: list[str]) -> int:
    """Run it to its end, as far as the interpreter's own."""
    status = 0
    try:
        _run(argv, path)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
        if end.code is not None and not isinstance(end.code, int):
            print(end.code, file=sys.stderr)
    except BaseException:
        status = 1
        traceback.print_exc()
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    return status


def _run(argv: list[str], path: list[str]) -> None:
    """As the interpreter begins with these arguments.

    https://docs.python.org/3/using/cmdline.html#interface-options
    """
    given = [each for each in os.environ.get("PYTHONPATH", "").split(os.pathsep) if each]
    sys.path[:] = ["", *given, *path]
    match argv:
        case ["-c", program, *_]:
            sys.argv[:] = ["-c", *argv[2:]]
            _execute(program.encode(), "<string>")
        case ["-m", name, *_]:
            sys.argv[:] = argv[1:]
            sys.path[0] = os.getcwd()
            runpy.run_module(name, run_name="__main__", alter_sys=True)
        case _:
            sys.argv[:] = argv
            script = Path(argv[0]).resolve()
            sys.path[0] = str(script.parent)
            _execute(script.read_bytes(), str(script))


def _execute(program: bytes, name: str) -> None:
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__file__ = name
    exec(compile(program, name, "exec"), vars(module))  # noqa: S102 - as asked for


if __name__ == "__main__":
    main(*sys.argv[1:])
